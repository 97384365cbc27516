"""The themes have the same tokens and enough contrast."""

import re
import tomllib
from typing import Any

import pytest

from kb_content.resource import resource

NAMES = ("light", "dark", "high-contrast")


def table(name: str) -> dict[str, Any]:
    """Return a theme file as a table."""
    return tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_themes_have_the_same_tokens(name: str) -> None:
    """What one theme can draw, each can."""
    assert table(name)["colour"].keys() == table("light")["colour"].keys()
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in table(name)["colour"].values())


INKS = ("text", "muted", "accent", "ok", "warn", "stop", "questions", "promises", "tone")
PAIRS = [(ink, ground) for ink in INKS for ground in ("page", "panel")] + [
    ("text", "hover"),
    ("muted", "hover"),
    ("selected_text", "selected"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("text", "field"),
    ("muted", "field"),
    ("text", "code"),
    ("text", "mark"),
    ("ok", "ok_soft"),
    ("warn", "warn_soft"),
    ("stop", "stop_soft"),
    ("accent", "accent_soft"),
    ("text", "ok_soft"),
    ("text", "warn_soft"),
    ("text", "stop_soft"),
    ("text", "accent_soft"),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_ink_reads_on_its_ground(name: str, ink: str, ground: str) -> None:
    """4.5:1 everywhere, 7:1 in high contrast."""
    colour = table(name)["colour"]
    wanted = 7.0 if name == "high-contrast" else 4.5
    assert contrast(colour[ink], colour[ground]) >= wanted


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["page", "panel", "field"])
def test_outlines_of_controls_are_seen(name: str, ground: str) -> None:
    """A field's outline has 3:1 (WCAG 1.4.11)."""
    colour = table(name)["colour"]
    assert contrast(colour["border_strong"], colour[ground]) >= 3.0


def test_every_variable_of_the_style_sheet_is_a_token() -> None:
    """The style sheet names no colour of its own, but for the previews of a customer's mail window."""
    lines = resource("themes/style.qss").read_text(encoding="utf-8").split("\n")
    sheet = "\n".join(line for line in lines if 'look="mail-' not in line)
    extra = {"focus_width", "theme"}
    assert set(re.findall(r"(?<!\$)\$(\w+)", sheet)) <= set(table("light")["colour"]) | extra
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b", sheet)


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_icons_share_one_style(path: Any) -> None:
    """One grid, one stroke, tinted by the theme, nothing foreign inside."""
    svg = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in svg
    assert 'stroke="currentColor"' in svg
    assert 'stroke-width="1.6"' in svg
    assert not re.search(r"<script|<image|href|url\(", svg)
