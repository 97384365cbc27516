"""Colours as mail writes them."""

import pytest

from composer.mail.colours import (
    BLACK,
    WHITE,
    Rgb,
    alike,
    contrast,
    is_grey,
    is_red,
    parse_colour,
    parse_legacy_colour,
    readable_on,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red", (255, 0, 0)),
        ("#F00", (255, 0, 0)),
        ("#ff0000", (255, 0, 0)),
        ("#ff0000ff", (255, 0, 0)),
        ("rgb(255, 0, 0)", (255, 0, 0)),
        ("rgb(100% 0% 0%)", (255, 0, 0)),
        ("RGBA(255,0,0,.5)", (255, 128, 128)),
        ("rgb(255 0 0 / 50%)", (255, 128, 128)),
        ("hsl(0, 100%, 50%)", (255, 0, 0)),
        ("hsl(0.5turn 100% 50%)", (0, 255, 255)),
        ("hwb(120 0% 0%)", (0, 255, 0)),
        ("hwb(120 50% 50%)", (128, 128, 128)),
        ("rebeccapurple", (102, 51, 153)),
        (" Navy !important", (0, 0, 128)),
    ],
)
def test_every_way_to_write_a_css_colour_gives_the_same_three_numbers(
    text: str, expected: tuple[int, int, int]
) -> None:
    assert parse_colour(text) == expected


@pytest.mark.parametrize(
    "text", ["", "inherit", "transparent", "currentcolor", "windowtext", "#12", "rgb(1,2)", "x" * 99]
)
def test_what_names_no_colour_is_none(text: str) -> None:
    assert parse_colour(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ff0000", (255, 0, 0)), ("#1F497D", (31, 73, 125)), ("red", (255, 0, 0)), ("chucknorris", (192, 0, 0))],
)
def test_font_colours_are_read_as_browsers_read_them(text: str, expected: tuple[int, int, int]) -> None:
    assert parse_legacy_colour(text) == expected


REDS = [
    "red",
    "crimson",
    "firebrick",
    "darkred",
    "tomato",
    "hotpink",
    "deeppink",
    "orangered",
    "coral",
    "#c00000",
    "#e53935",
    "#d32f2f",
]


@pytest.mark.parametrize("name", REDS)
def test_red_is_red(name: str) -> None:
    colour = parse_colour(name)
    assert colour is not None
    assert is_red(colour)


@pytest.mark.parametrize(
    "name",
    [
        "black",
        "#200",
        "pink",
        "orange",
        "darkorange",
        "brown4",
        "sienna",
        "purple",
        "magenta",
        "mediumvioletred",
        "chocolate",
        "#A16717",
        "#8C58D5",
        "#186DEC",
        "grey",
    ],
)
def test_its_neighbours_are_not(name: str) -> None:
    colour = parse_colour(name)
    assert colour is None or not is_red(colour)


def test_contrast_is_the_ratio_of_wcag() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21.0)
    assert contrast(Rgb(118, 118, 118), WHITE) == pytest.approx(4.54, abs=0.01)


def test_a_colour_is_moved_only_as_far_as_it_must_be() -> None:
    dark = Rgb(27, 30, 36)
    moved = readable_on(Rgb(24, 109, 236), dark)
    assert contrast(moved, dark) >= 4.5
    assert readable_on(WHITE, dark) == WHITE


def test_nearly_equal_colours_are_alike_and_greys_are_grey() -> None:
    assert alike(Rgb(24, 109, 236), Rgb(30, 110, 230))
    assert not alike(Rgb(24, 109, 236), Rgb(0, 128, 0))
    assert is_grey(Rgb(60, 64, 67))
    assert not is_grey(Rgb(31, 73, 125))
