"""Times in German, Spanish, French, Dutch and Portuguese as agents write them, and what only looks so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.when.eta import Certainty, TimeExpression, find_times
from composer.when.languages import LANGUAGES

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # a Monday
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("foreign_times.tsv").read_text("utf-8").splitlines()
]


def read(text: str, language: str) -> list[TimeExpression]:
    found = find_times(text, now=NOW, language=language)
    return [one for one in found if one.certainty is not Certainty.WAIT]


@pytest.mark.parametrize(("language", "text", "meaning"), ROWS, ids=[f"{r[0]}: {r[1]}" for r in ROWS])
def test_reads_times_as_agents_write_them(language: str, text: str, meaning: str) -> None:
    """The last moment a time allows; ``vague`` has none, ``-`` is no time, ``past`` is over."""
    found = read(text, language)
    if meaning == "-":
        assert found == []
    elif meaning == "past":
        assert all(one.is_past(NOW) for one in found)
    elif meaning == "vague":
        assert [one.is_vague for one in found] == [True]
    else:
        assert [f"{one.end_instant:%Y-%m-%d %H:%M}" for one in found] == [meaning]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["1 ", "1.1.", "a las 5 ", "zwischen 1 und ", "bis zum ", "segunda ", "9:59 "]
)
def test_long_texts_of_cues_are_read(language: str, piece: str) -> None:
    """What a pattern could stumble over thousands of times is read to its end."""
    text = piece * 3000
    assert all(0 <= one.start < one.end <= len(text) for one in find_times(text, now=NOW, language=language))
