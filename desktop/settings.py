"""The settings: one typed record, kept as TOML that a person can read and edit.

QSettings gave back 'false' for False; this file is read by type, and what does not fit falls back
to its default with a sentence.
"""

import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from kb_content.failure import Problem

THEMES = ("system", "light", "dark", "high-contrast")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose.

    ``answer_colour`` is ``#RRGGBB``, empty for the team's. ``library_folder`` is empty for the
    library that comes along. ``column_widths`` are the ticket's three columns in px (empty: as
    designed); ``text_size`` is that of mail and draft, in our measures. ``own_words`` are those that
    were added to the dictionary.
    """

    agent_name: str = ""
    agent_mail: str = ""
    library_folder: str = ""
    theme: str = "system"
    answer_colour: str = ""
    text_size: int = 14
    column_widths: tuple[int, ...] = ()
    knowledge_open: bool = True
    export_folder: str = ""
    greeting: str = ""
    sign_off: str = ""
    own_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as read, and what was wrong with the file."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def load_settings(path: Path) -> LoadedSettings:
    """Read the settings; a file that is not there gives the defaults, a broken one too, with its reason."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        sentence = f"The settings can't be read ({reason}); the defaults hold until the file is mended."
        return LoadedSettings(Settings(), (Problem(path.name, 0, sentence),))
    return _typed(table, path.name)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all; raises WriteFailure of ``kb_content.atomic_file``."""
    import tomli_w  # only a change of settings needs it

    from kb_content.atomic_file import write_atomically

    table = {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(settings).items()
    }
    write_atomically(path, tomli_w.dumps(table).encode())


class SettingsStore:
    """Holds the current settings and writes every change; listeners hear each new record."""

    def __init__(self, path: Path) -> None:
        loaded = load_settings(path)
        self._path = path
        self._listeners: list[Callable[[Settings], None]] = []
        self.current = loaded.settings
        self.problems = loaded.problems

    def change(self, **values: Any) -> Settings:
        """Change some settings by name, tell the listeners, and save; WriteFailure says it didn't last."""
        changed = replace(self.current, **values)
        if changed == self.current:
            return changed
        if self.problems:
            self._keep_broken_file()
        self.current = changed
        for listener in self._listeners:
            listener(changed)
        save_settings(self._path, changed)
        return changed

    def on_change(self, listener: Callable[[Settings], None]) -> None:
        """Call a listener with every new record from now on."""
        self._listeners.append(listener)

    def _keep_broken_file(self) -> None:
        """What a person wrote into the file stays, beside it, before ours goes in its place."""
        self.problems = ()
        if self._path.exists():
            self._path.replace(self._path.with_suffix(".toml.broken"))


def _typed(table: dict[str, Any], name: str) -> LoadedSettings:
    values: dict[str, Any] = {}
    problems = []
    for field in fields(Settings):
        if field.name not in table:
            continue
        value = _fitting(field.name, field.default, table[field.name])
        if value is None:
            sentence = (
                f"'{field.name}' has a value that doesn't fit, so its default holds: {field.default!r}."
            )
            problems.append(Problem(name, 0, sentence))
        else:
            values[field.name] = value
    return LoadedSettings(Settings(**values), tuple(problems))


def _fitting(name: str, default: Any, value: Any) -> Any:
    """Return a value as its setting wants it, or None where it doesn't fit."""
    if isinstance(default, tuple):
        fits = _is_word if name == "own_words" else _is_width
        return tuple(value) if isinstance(value, list) and all(map(fits, value)) else None
    if type(value) is not type(default) or (name == "theme" and value not in THEMES):
        return None
    if name == "text_size":
        return min(max(value, 11), 24)
    return value


def _is_width(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_word(value: object) -> bool:
    return isinstance(value, str)
