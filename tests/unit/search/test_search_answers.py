"""What queries give: the right record first, a mark on the words, and never an empty page."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from search.index import Index

Found = Callable[[str], list[str]]
SHARED = Path(os.environ.get("THRICE_SHARED", Path(__file__).parents[4] / "shared"))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("refund a payment", "refunds"),
        ("give the money back", "refunds"),
        ("REFUND A PAYMENT?", "refunds"),
        ("refunding", "refunds"),
        ("cannot sign in", "login"),
        ("2fa", "login"),
        ("bill", "invoices"),
        ("wp-config.php", "config"),
        ("wp-config", "config"),
        ("config", "config"),
        ("7.1.2", "config"),
        ("7.1", "config"),
        ("err_connection_reset", "config"),
        ("email", "invoices"),
        ("zurich cafe", "invoices"),
        ("ZÜRICH", "invoices"),
        ("charged two times", "double-charge"),
        ("ty", "thanks"),
    ],
)
def test_the_right_record_is_first(found: Found, query: str, first: str) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("kind:known-issue", {"double-charge"}),
        ("kind:snippet", {"thanks"}),
        ("refund kind:issue", {"double-charge"}),
        ("refund -cheque -kind:issue", {"refunds"}),
        ('"five days"', {"refunds"}),
        ("status:retired", {"old"}),
        ("status:open", {"double-charge"}),
        ("refund status:ret", {"old"}),
        ("owner:anna", {"refunds"}),
        ("product:shop", {"refunds"}),
        ("tag:acc", {"login"}),
        ("title:cheque", {"old"}),
        ("verified:overdue", {"login"}),
        ("verified:>2026-01", {"refunds"}),
        ("verified:<2026", {"login"}),
        ("cheq*", {"old"}),
        ("+cheque refund", {"old"}),
    ],
)
def test_the_query_language_narrows(found: Found, query: str, ids: set[str]) -> None:
    assert set(found(query)) == ids


def test_or_takes_either(found: Found) -> None:
    assert {"config", "old"} <= set(found("proxy OR cheques"))


def test_a_half_typed_word_is_found_while_typing(shop: Index) -> None:
    assert shop.search("refu", typing=True).hits[0].id == "refunds"
    assert shop.search("reset the passw", typing=True).hits[0].id == "login"


def test_an_exact_title_stands_above_a_better_match(shop: Index) -> None:
    assert shop.search("refund by cheque").hits[0].id == "old"


def test_marks_cover_the_matching_words(shop: Index) -> None:
    hit = shop.search("refunds").hits[0]
    assert {hit.excerpt[start:end].lower() for start, end in hit.marks} <= {"refund", "refunds"}
    assert hit.marks


def test_a_misspelt_word_is_corrected_and_said(shop: Index) -> None:
    answer = shop.search("refudn payment")
    assert answer.hits[0].id == "refunds"
    assert answer.did_you_mean == "refund payment"
    assert "spelling corrected" in answer.hits[0].reason


def test_part_of_a_file_name_is_not_corrected(shop: Index) -> None:
    assert shop.search("xy-confug.php").did_you_mean == ""


def test_a_word_that_stands_somewhere_is_not_corrected(shop: Index) -> None:
    assert shop.search("cheque").did_you_mean == ""


@pytest.mark.parametrize(
    "query", ["", "   ", "xqzptlk", "-", '"', "OR", "title:", "*", "((", "a\x00b", "\ud83d", "的"]
)
def test_no_query_gives_an_empty_page(shop: Index, query: str) -> None:
    answer = shop.search(query)
    assert answer.hits or answer.nearest


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not here")
@pytest.mark.parametrize("typing", [False, True])
def test_hostile_queries_are_answered(shop: Index, typing: bool) -> None:
    lines = (SHARED / "hostile/queries/q01_queries.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        answer = shop.search(json.loads(line)["q"], typing=typing)
        assert answer.hits or answer.nearest


@pytest.mark.parametrize(
    ("query", "reason"),
    [("kind:issue", "its fields"), ("qqqq", "")],
)
def test_what_no_word_found_does_not_say_so(shop: Index, query: str, reason: str) -> None:
    """A field found it, or nothing did and it is only the latest."""
    answer = shop.search(query)
    assert {hit.reason for hit in answer.hits or answer.nearest} == {reason}
