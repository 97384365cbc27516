"""Titles answer while the index is being rebuilt."""

import pytest

from kb_content.library import Library
from search.hit import Trust
from search.query import CHEAT_SHEET, parse
from search.titles import TitleSearch


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("refund a pay", "refunds"),
        ("give the money", "refunds"),
        ("CHARGED twice", "double-charge"),
        ("ty", "thanks"),
    ],
)
def test_a_record_is_found_by_the_beginnings_of_its_name(library: Library, query: str, first: str) -> None:
    assert TitleSearch(library).search(query).hits[0].id == first


@pytest.mark.parametrize("query", ["", "  ", "zzz", "\x00"])
def test_other_words_find_nothing(library: Library, query: str) -> None:
    assert TitleSearch(library).search(query).hits == ()


def test_title_hits_carry_their_trust(library: Library) -> None:
    assert TitleSearch(library).search("refund by cheque").hits[0].trust is Trust.RETIRED


@pytest.mark.parametrize(("example", "meaning"), CHEAT_SHEET)
def test_each_example_of_the_cheat_sheet_is_understood(example: str, meaning: str) -> None:
    query = parse(example)
    assert meaning
    assert query.wanted or query.demanded or query.excluded or query.filters
