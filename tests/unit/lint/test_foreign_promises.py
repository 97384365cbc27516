"""Promises in German, Spanish, French, Dutch and Portuguese replies, and what only looks like one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.lint.own_words import Passage
from composer.lint.promises.commitments import Commitment
from composer.lint.promises.grammars import GRAMMARS
from composer.lint.promises.times import promises_of
from composer.when.eta import find_times

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # a Monday
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("foreign_promises.tsv").read_text("utf-8").splitlines()
]
FOREIGN = [code for code in GRAMMARS if code != "en"]


def promises(text: str, language: str) -> tuple[Commitment, ...]:
    passage = Passage(text)
    times = find_times(passage.words, now=NOW, language=language)
    return promises_of(passage, times, now=NOW, language=language)


@pytest.mark.parametrize(("label", "language", "text"), ROWS, ids=[row[2] for row in ROWS])
def test_reads_promises_as_agents_write_them(label: str, language: str, text: str) -> None:
    """Own acts and results with a time or event are promises; others' acts, facts and offers are not."""
    assert bool(promises(text, language)) == (label == "promise")


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize(
    "piece", ["wir und ich, ", "nous vous le ", "le y se lo ", "sobald wenn ", "morgen ", "- "]
)
def test_long_sentences_of_cues_are_read(language: str, piece: str) -> None:
    """What the reading of clauses could stumble over thousands of times is read to its end."""
    text = piece * 1000
    assert all(0 <= one.start < one.end <= len(text) for one in promises(text, language))
