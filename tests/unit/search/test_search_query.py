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
    ],
)
def test_some_are_demanded(text: str, leaf: Leaf) -> None:
    assert parse(text).demanded == ((leaf,),)


def test_or_joins_neighbours() -> None:
    assert parse("refund OR payback soon").wanted == ((Leaf("refund"), Leaf("payback")), (Leaf("soon"),))


@pytest.mark.parametrize("text", ["refund -cheque", "refund NOT cheque"])
def test_a_minus_excludes(text: str) -> None:
    assert parse(text).excluded == (Leaf("cheque"),)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("updated:>2026-01", (Filter("updated", ">", "2026-01"),)),
        ("-kind:snippet", (Filter("kind", "", "snippet", True),)),
        ('owner:"Anna B"', (Filter("owner", "", "Anna B"),)),
        ("status:", ()),
    ],
)
def test_fields_filter(text: str, filters: tuple[Filter, ...]) -> None:
    assert parse(text).filters == filters


@pytest.mark.parametrize(
    ("text", "is_open"), [("refu", True), ("refund ", False), ("kind:art", False), ("", False)]
)
def test_the_last_word_is_open_while_typing(text: str, is_open: bool) -> None:
    assert parse(text, typing=True).open_end is is_open


@given(st.text(max_size=400))
def test_every_text_is_understood(text: str) -> None:
    assert len(parse(text, typing=True).text) <= LONGEST_QUERY
