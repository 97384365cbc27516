"""Passages, excerpts and spelling: the pieces that a hit is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.excerpt import LONGEST, excerpt_for
from search.language import language
from search.passages import LONGEST as LONGEST_PASSAGE
from search.passages import passages, plain, units
from search.spelling import Correction, corrections, distance, likelihood

ENGLISH = language("en")
LONG = "# One\n\n" + "First words. " * 150 + "\n\n## Two\n\n```\n# no heading\n```\n" + "Second words. " * 150


def test_a_short_body_is_one_passage() -> None:
    assert [(one.heading, one.start) for one in passages("# A\n\ntext\n\n## B\n\nmore")] == [("", 0)]


def test_a_long_body_is_cut_at_its_headings() -> None:
    assert [one.heading for one in passages(LONG)] == ["One", "Two"]


@given(st.lists(st.sampled_from(["# Head", "words " * 40, "", "x" * 900, "```", "- item"]), max_size=60))
def test_passages_lose_nothing_and_know_their_place(lines: list[str]) -> None:
    body = "\n".join(lines)
    cut = passages(body)
    assert all(body[one.start : one.start + len(one.text)] == one.text for one in cut)
    assert "".join("".join(one.text for one in cut).split()) == "".join(body.split())
    assert all(len(one.text) <= 3 * LONGEST_PASSAGE for one in cut)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("See [the *guide*](https://example.com/x 'T') now", "See the guide now"),
        ("![A picture](a.png)", "A picture"),
        ("- one\n- **two**", "one\ntwo"),
        ("Use `wp-config.php` and snake_case", "Use wp-config.php and snake_case"),
        ("<b>bold</b>", " bold "),
        ("## Heading", "Heading:"),
        ("## Why? ##", "Why?"),
        ("| Status | Do |\n|---|:-:|\n| on \\| off | wait |", "Status · Do;\non / off · wait;"),
        ("Status | Do\n--- | ---\non | wait", "Status  Do\non  wait"),
        ("1. one\n2) two\n- [ ] three\n> - four", "one\ntwo\nthree\nfour"),
        ("Title\n-----\ntext\n\n* * *\nmore", "Title\ntext\n\nmore"),
        ("```bash\nls -l\n```\ndone", "ls -l\ndone"),
        ("A &rarr; B &amp; C", "A → B & C"),
    ],
)
def test_plain_words_of_markdown(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_units_are_sentences_and_lines() -> None:
    assert units("One. Two!\nThree\n\nFour 1.5 five") == ["One.", "Two!", "Three", "Four 1.5 five"]


def test_a_text_without_sentences_is_cut_all_the_same() -> None:
    cut = units("word " * 100)
    assert len(cut) == 5
    assert " ".join(cut).split() == ["word"] * 100


@given(st.lists(st.text(max_size=300), min_size=1, max_size=6), st.integers(0, 5))
def test_marks_lie_within_the_excerpt(lines: list[str], best: int) -> None:
    lines = [" ".join(line.split()) for line in lines]
    excerpt, marks = excerpt_for(lines, best, frozenset(ENGLISH.analyse(" ".join(lines)).terms), ENGLISH)
    assert all(0 <= start < end <= len(excerpt) for start, end in marks)
    assert len(excerpt) <= LONGEST + 4


def test_an_excerpt_shows_the_match_of_a_long_line() -> None:
    excerpt, marks = excerpt_for(
        ["word " * 100 + "refund " + "word " * 100], 0, frozenset({"refund"}), ENGLISH
    )
    assert [excerpt[start:end] for start, end in marks] == ["refund"]
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("refund", "refund", 0),
        ("refudn", "refund", 1),
        ("refnd", "refund", 1),
        ("rfnd", "refund", 2),
        ("a", "xyz", 3),
    ],
)
def test_slips_between_words(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == slips


VOCABULARY = {"refund": 9, "refuse": 2, "invoice": 4, "subscription": 7, "chat": 3}


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("refudn", "refund"),
        ("refun", "refund"),
        ("invioce", "invoice"),
        ("subscirptoin", "subscription"),
        ("caht", "chat"),
    ],
)
def test_a_misspelt_word_is_corrected(word: str, first: str) -> None:
    assert _corrected(word)[0].word == first


@pytest.mark.parametrize("word", ["ab", "cta", "12345", "zzzzzz", "x" * 30, "ref2nd"])
def test_some_words_are_not_corrected(word: str) -> None:
    assert _corrected(word) == ()


def test_a_slip_in_a_short_word_is_less_certain() -> None:
    slip = Correction("x", "x", 1.0, 1)
    assert likelihood("sell", slip) < likelihood("subscription", slip)


def _corrected(word: str) -> tuple[Correction, ...]:
    rows = {name: (name, name, count) for name, count in VOCABULARY.items()}
    return corrections(
        word,
        lambda names: [rows[name] for name in names if name in rows],
        lambda low, high: [row for name, row in rows.items() if low <= name < high],
        3,
    )
