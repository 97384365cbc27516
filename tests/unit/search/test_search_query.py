"""The query language: whatever is typed is understood somehow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import LONGEST_QUERY, Filter, Form, Leaf, parse


def words(text: str) -> list[str]:
    return [place[0].text for place in parse(text).wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("refund a payment", ["refund", "a", "payment"]),
        ("refund AND payment", ["refund", "payment"]),
        ("I DO NOT GET IT OR WHAT", ["I", "DO", "NOT", "GET", "IT", "OR", "WHAT"]),
        ("nosuchfield:x", ["nosuchfield x"]),
        ("title: refund", ["refund"]),
        ("((refund", ["refund"]),
        ("OR OR", ["OR", "OR"]),
        (
            'how do I use the "Save as" button here',
            ["how", "do", "I", "use", "the", "button", "here", "Save", "as"],
        ),
    ],
)
def test_words_are_wanted(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


@pytest.mark.parametrize(
    ("text", "leaf"),
    [
        ('"five days"', Leaf("five days", Form.PHRASE)),
        ('"half typed', Leaf("half typed", Form.PHRASE)),
        ("+refund", Leaf("refund")),
        ("title:refund", Leaf("refund", Form.WORD, "title")),
        ("title:ref*", Leaf("ref", Form.PREFIX, "title")),
        ("Title:refund", Leaf("refund", Form.WORD, "title")),
        ("title:(refund)", Leaf("refund", Form.WORD, "title")),
    ],
)
def test_some_are_demanded(text: str, leaf: Leaf) -> None:
    assert parse(text).demanded == ((leaf,),)


def test_or_within_brackets_is_one_place() -> None:
    assert parse("(refund OR payback) soon").wanted == (
        (Leaf("refund"), Leaf("payback")),
        (Leaf("soon"),),
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NOT OR refund", ["NOT", "OR", "refund"]),  # raises in the parser
        ("title:[a TO b] refund", ["title [a", "TO", "b]", "refund"]),  # means nothing here
        ("refund OR kind:snippet", ["refund", "OR", "kind snippet"]),
        ("*fund", ["fund"]),
        ("C++ AT&T wp-config.php 3*4", ["C++", "AT&T", "wp-config.php", "3 4"]),
        ("a -b " * 20, ["a", "-b"] * 20),  # somebody's text, not a query
    ],
)
def test_what_the_parser_cannot_read_is_searched_as_words(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


def test_or_joins_neighbours() -> None:
    assert parse("refund OR payback soon").wanted == ((Leaf("refund"), Leaf("payback")), (Leaf("soon"),))


@pytest.mark.parametrize(
    "text", ["refund -cheque", "refund NOT cheque", "-cheque refund", "(refund -cheque)"]
)
def test_a_minus_excludes(text: str) -> None:
    assert parse(text).excluded == (Leaf("cheque"),)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("updated:>2026-01", (Filter("updated", ">", "2026-01"),)),
        ("Updated:<=2026-01", (Filter("updated", "<=", "2026-01"),)),
        ("updated:=2026-01", (Filter("updated", "=", "2026-01"),)),
        (
            "updated:[2026-01 TO 2026-03]",
            (Filter("updated", ">=", "2026-01"), Filter("updated", "<=", "2026-03")),
        ),
        (
            "kind:snippet OR kind:article",
            (Filter("kind", "", "snippet", others=(Filter("kind", "", "article"),)),),
        ),
        ("-kind:snippet", (Filter("kind", "", "snippet", True),)),
        ('owner:"Anna B"', (Filter("owner", "", "Anna B"),)),
        ("status:", ()),
    ],
)
def test_fields_filter(text: str, filters: tuple[Filter, ...]) -> None:
    assert parse(text).filters == filters


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("refu", True),
        ("refund ", False),
        ("kind:art", False),
        ("art kind:art", False),
        ("refund -che", False),
        ("kind:article refu", True),
        ("", False),
    ],
)
def test_the_last_word_is_open_while_typing(text: str, is_open: bool) -> None:
    assert parse(text, typing=True).open_end is is_open


@given(st.text(max_size=400))
def test_every_text_is_understood(text: str) -> None:
    assert len(parse(text, typing=True).text) <= LONGEST_QUERY


_PIECES = ["refund", "late", "wp-config.php", '"', "-", "+", "(", ")", "*", ":", ">", "[", "]", " TO ", "|"]
_PIECES += [
    " OR ",
    " AND ",
    " NOT ",
    "kind",
    "title",
    "updated",
    "2026-01",
    " ",
    "a",
    "Zürich",
    "&&",
    "~2",
    "^",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_no_word_of_a_broken_query_is_lost(text: str) -> None:
    query = parse(text)
    leaves = [leaf for place in (*query.wanted, *query.demanded) for leaf in place]
    kept = " ".join([*(leaf.text for leaf in (*leaves, *query.excluded)), repr(query.filters)])
    assert [
        word for word in ("refund", "late", "wp-config.php", "Zürich") if word in text and word not in kept
    ] == []
