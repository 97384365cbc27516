"""Sentences: cut where one ends, and nowhere else."""

import pytest

from composer.lint.sentences import sentences_of, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("Mr. Smith wrote at 5 p.m. on Friday.", ["Mr. Smith wrote at 5 p.m. on Friday."]),
        ("Use 3.10, e.g. Linux. Then go.", ["Use 3.10, e.g. Linux.", "Then go."]),
        ("We meet at 5 p.m. Then we eat.", ["We meet at 5 p.m.", "Then we eat."]),
        ("A line\nbroken. Next", ["A line\nbroken.", "Next"]),
        ("No end", ["No end"]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("  ", []),
        ("Wait… What?", ["Wait…", "What?"]),
        ("See J. Smith. Done.", ["See J. Smith.", "Done."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Abbreviations, initials and numbers do not end a sentence."""
    found = sentences_of(text)
    assert [one.text for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)


def test_words_have_their_places() -> None:
    """A word keeps its apostrophes, dots and hyphens inside."""
    assert [word.text for word in words_of("We'll re-send v2.10 (today).")] == [
        "We'll",
        "re-send",
        "v2.10",
        "today",
    ]
