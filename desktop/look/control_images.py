"""The few images that a style sheet can only take from files: check marks and arrows, tinted.

They are written once per theme into a temporary folder that lives as long as the process.
"""

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kb_content.resource import resource

# variable in style.qss: (icon, colour token)
_IMAGES = {
    "image_check": ("check", "on_accent"),
    "image_down": ("chevron-down", "muted"),
    "image_up": ("chevron-up", "muted"),
    "image_right": ("chevron-right", "muted"),
    "image_menu_check": ("check", "accent"),
}


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="thrice-theme-")


def control_images(theme_name: str, colour: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of ``style.qss`` that name images, as paths with ``/``."""
    return {
        variable: _tinted(theme_name, variable, icon, colour[token]).as_posix()
        for variable, (icon, token) in _IMAGES.items()
    }


def _tinted(theme_name: str, variable: str, icon: str, colour: str) -> Path:
    target = Path(_folder().name) / f"{theme_name}-{variable}.svg"
    if not target.exists():
        source = resource(f"icons/{icon}.svg").read_text(encoding="utf-8")
        target.write_text(source.replace("currentColor", colour), encoding="utf-8")
    return target
