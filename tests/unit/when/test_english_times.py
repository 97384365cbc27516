"""English times as offices, drivers and phones write them, and figures and words that only look so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.when import grammar_en
from composer.when.eta import Certainty, TimeExpression, _in_small_letters, find_times
from composer.when.piece import easter_of

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # a Monday
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("english_times.tsv").read_text("utf-8").splitlines()
]


def meaning(one: TimeExpression) -> str:
    if one.certainty is Certainty.WAIT:
        return "wait"
    return "vague" if one.end_instant is None else f"{one.end_instant:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(("text", "meant"), ROWS, ids=[row[0] for row in ROWS])
def test_reads_times_as_offices_write_them(text: str, meant: str) -> None:
    """The last moment each time allows; ``wait`` is a bare duration, ``-`` no time."""
    assert (" ".join(map(meaning, find_times(text, now=NOW))) or "-") == meant


@pytest.mark.parametrize("text", [row[0] for row in ROWS])
def test_what_a_stretch_has_to_hold_shuts_nothing_out(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All patterns together find what those find whose words stand there."""
    found = find_times(text, now=NOW)
    every = tuple((grammar_en._in_any_case(one), reader) for one, reader, _ in grammar_en._all_patterns())
    monkeypatch.setattr(grammar_en, "patterns_in", lambda *stretch: every)
    assert find_times(text, now=NOW) == found


@pytest.mark.parametrize("text", [row[0].upper() for row in ROWS])
def test_small_letters_show_what_stands_there_in_capitals(text: str) -> None:
    """Each pattern that matches a text in any case matches it in small letters, at the same place."""
    for pattern, _, _ in grammar_en._all_patterns():
        loud = [match.span() for match in grammar_en._in_any_case(pattern).finditer(text)]
        assert [match.span() for match in pattern.finditer(_in_small_letters(text))] == loud


def test_easter_is_when_the_church_has_it() -> None:
    """Four Easters as they were or will be kept."""
    assert [f"{easter_of(year):%m-%d}" for year in (2000, 2024, 2025, 2027)] == [
        "04-23",
        "03-31",
        "04-20",
        "03-28",
    ]
