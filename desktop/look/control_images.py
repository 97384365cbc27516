"""The few pictures that a style sheet can only take from files: check marks and arrows, tinted for a theme.

They lie in ``resources/controls``, made from our icons and the themes' colours; the style sheet names
them ``control:THEME/PICTURE.svg``. ``python -m desktop.look.control_images`` makes them again.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QDir

from kb_content.resource import resource

_PREFIX = "control"

# picture: (icon, colour token)
_PICTURES = {
    "check": ("check", "on_accent"),
    "down": ("chevron-down", "muted"),
    "up": ("chevron-up", "muted"),
    "right": ("chevron-right", "muted"),
    "menu-check": ("check", "accent"),
}


def find_control_images() -> None:
    """Tell Qt where the style sheet's pictures are."""
    QDir.setSearchPaths(_PREFIX, [str(resource("controls"))])


def control_images() -> Iterator[tuple[Path, str]]:
    """Yield each picture's file and what stands in it, as icons and themes are now."""
    for theme in sorted(resource("themes").glob("*.toml")):
        colour = tomllib.loads(theme.read_text(encoding="utf-8"))["colour"]
        for picture, (icon, token) in _PICTURES.items():
            source = resource(f"icons/{icon}.svg").read_text(encoding="utf-8")
            file = resource("controls") / theme.stem / f"{picture}.svg"
            yield file, source.replace("currentColor", colour[token])


def _write() -> None:
    for file, text in control_images():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
