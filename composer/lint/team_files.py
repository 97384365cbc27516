"""The files of a team's rules: regular files of one folder, read within limits, links not followed."""

from dataclasses import dataclass
from pathlib import Path

from composer.lint.rule_text import MOST_BYTES, RuleFailure, RuleText, too_large
from kb_content.failure import Problem
from kb_content.library_walk import read_regular, shown

RULES = "rules"
"""The folder of a library that holds the team's rules."""
MOST_FILES = 200
_MOST_ENTRIES = 5_000
_BESIDE = (".md", ".txt")


@dataclass(frozen=True, slots=True)
class TeamFiles:
    """The rule files of a folder by name, and what there is that no rule is read from."""

    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def files_in(folder: Path) -> TeamFiles:
    """Return the ``*.toml`` files of a folder; whatever else might be meant as a rule is a problem."""
    if not folder.is_dir():
        return TeamFiles()
    if folder.is_symlink():
        return TeamFiles(problems=(Problem(RULES, 0, "It is a link, and links are not followed."),))
    try:
        entries = sorted(entry for _, entry in zip(range(_MOST_ENTRIES), folder.iterdir(), strict=False))
    except OSError as error:
        return TeamFiles(problems=(Problem(RULES, 0, f"The folder cannot be read ({error.strerror})."),))
    files, problems = [], []
    for path in entries:
        reason = _reason_against(path)
        if reason:
            problems.append(Problem(_named(path), 0, reason))
        elif path.suffix.lower() == ".toml" and not path.name.startswith("."):
            files.append(path)
    for path in files[MOST_FILES:]:
        problems.append(
            Problem(_named(path), 0, f"It is not read: a team has at most {MOST_FILES} rule files.")
        )
    return TeamFiles(tuple(files[:MOST_FILES]), tuple(problems[:MOST_FILES]))


def rule_text(path: Path) -> RuleText:
    """Return the text of a rule file; raises RuleFailure when it is too large or no UTF-8."""
    try:
        data = read_regular(path, MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise too_large(_named(path))
        return RuleText(_named(path), data.decode("utf-8-sig"), from_team=True)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFailure("The file cannot be read as UTF-8 text.", path=_named(path)) from error


def _reason_against(path: Path) -> str:
    if path.name.startswith(".") or path.suffix.lower() in _BESIDE:
        return ""
    if path.is_symlink():
        return "It is a link, and links are not followed: put the file itself here."
    if path.is_dir():
        return ""
    if path.suffix.lower() != ".toml":
        return "This file is not read: a rule is a TOML file, and holds no code."
    return "" if path.is_file() else "It is no regular file (a pipe or a device), so it is not read."


def _named(path: Path) -> str:
    return shown(f"{RULES}/{path.name}")
