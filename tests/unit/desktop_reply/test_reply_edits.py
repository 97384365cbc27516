"""Edits of a draft: splitting a quote, inserting passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.draft import Draft
from desktop.reply.draft.edits import (
    Edit,
    answer_place,
    below_greeting,
    greets,
    insert_passage,
    replace_with_passage,
    split_quote,
)


def at_bar(marked: str) -> tuple[str, int]:
    """Return a text without its ``|`` and where it stood."""
    return marked.replace("|", "", 1), marked.index("|")


def shown(edit: Edit, text: str) -> str:
    """Return the text after an edit, with the cursor as ``|``."""
    after = edit.applied(text)
    return after[: edit.cursor] + "|" + after[edit.cursor :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("> One?| Two?\n", "> One?\n\n|\n\n> Two?\n"),
        ("> One? |Two?", "> One?\n\n|\n\n> Two?"),
        ("> One?|\n> Two?\n", "> One?\n\n|\n\n> Two?\n"),
        ("> One?|", "> One?\n\n|"),
        ("> One?|\n\nmine\n", "> One?\n\n|\n\nmine\n"),
        ("> One?|\nmine\n", "> One?\n\n|\n\nmine\n"),
        ("> > deep| er", "> > deep\n\n|\n\n> > er"),
        (">|> x", "|\n\n>> x"),
        ("Hi\n|> One?", "Hi\n\n|\n\n> One?"),
        ("Hi\n\n> |One?", "Hi\n\n|\n\n> One?"),
        ("|> One?", "|\n\n> One?"),
        ("> \U0001f600 wide| tail", "> \U0001f600 wide\n\n|\n\n> tail"),
    ],
)
def test_enter_in_a_quote_opens_an_answer(before: str, after: str) -> None:
    """The quote is cut at the cursor, with an empty line of one's own between."""
    text, position = at_bar(before)
    edit = split_quote(text, position)
    assert edit is not None
    assert shown(edit, text) == after


def test_own_lines_are_not_split() -> None:
    """Outside a quote there is nothing to split."""
    assert split_quote("Hello\n> q\n", 2) is None


def words_of(text: str) -> list[str]:
    """Return the characters that are neither white space nor quote marks."""
    return [c for c in text if c not in "> \n\u00a0\u2028"]


@given(st.text(alphabet="ab> ?\n\u00a0\u2028\U0001f600", max_size=60), st.integers(0, 60))
def test_splitting_loses_no_word(text: str, position: int) -> None:
    """Only white space and quote marks ever change, and the new line is one's own."""
    edit = split_quote(text, min(position, len(text)))
    if edit is None:
        return
    after = edit.applied(text)
    assert [c for c in after if c not in "> \n\u00a0\u2028"] == [
        c for c in text if c not in "> \n\u00a0\u2028"
    ]
    typed = after[: edit.cursor] + "X" + after[edit.cursor :]
    assert any("X" in block.text for block in Draft(typed).own_blocks())


@pytest.mark.parametrize(
    ("before", "passage", "after"),
    [
        ("Hello|", "Sentence.", "Hello Sentence.|"),
        ("Hello |", "Sentence.", "Hello Sentence.|"),
        ("Hello|", "1. one\n2. two", "Hello\n\n1. one\n2. two|"),
        ("Hello\n|\n> q", "a\n\nb\n", "Hello\n\na\n\nb|\n\n> q"),
        ("> q?|\n> r?", "Yes.", "> q?\n\nYes.|\n\n> r?"),
        ("|", "a\nb", "a\nb|"),
    ],
)
def test_a_passage_finds_its_place(before: str, passage: str, after: str) -> None:
    """In a quote it becomes an inline answer; several lines stand on their own."""
    text, position = at_bar(before)
    assert shown(insert_passage(text, position, passage), text) == after


def test_a_passage_replaces_what_was_typed_to_find_it() -> None:
    """The ``??`` and its words give way to the passage."""
    text = "See ?? refund now"
    assert (
        replace_with_passage(text, 4, 13, "Refunds take a day.").applied(text)
        == "See Refunds take a day. now"
    )


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("> q?\n\nYes.\nSure.\n\n> r?", 4, (16, True)),
        ("> q?\n\n> r?", 4, (4, False)),
        ("> q?", 4, (4, False)),
        ("> q?\n\nYes.\n\nMore.\n", 4, (17, True)),
    ],
)
def test_the_place_of_an_answer(text: str, end: int, expected: tuple[int, bool]) -> None:
    """It is the end of the own words below the question, or the question's end."""
    assert answer_place(text, end) == expected


def test_enter_behind_a_greeting_opens_a_paragraph() -> None:
    """What is written between greeting and quote stands by itself; elsewhere Enter is one line."""
    text, position = at_bar("Hi Jo,|\n\n> Why?\n")
    edit = below_greeting(text, position)
    assert edit is not None
    assert shown(edit, text) == "Hi Jo,\n\n|\n\n> Why?\n"
    for marked in ("Hi| Jo,\n\n> Why?", "Hi Jo|\n\n> Why?", "Hi Jo,|\n\nText", "a\n\nHi Jo,|\n\n> Why?"):
        assert below_greeting(*at_bar(marked)) is None


def test_a_draft_greets_with_its_first_line() -> None:
    """A quote or a sentence is no greeting."""
    assert greets("Hi Jo,\n\nIt works.")
    assert not greets("> Hi Jo,\n\nIt works.")
    assert not greets("It works.\n")
    assert not greets("//ack\n")


def test_a_passage_behind_the_greeting_stands_on_its_own() -> None:
    """It does not join the greeting's line."""
    text, position = at_bar("Hi Jo,|\n\n> Why?\n")
    assert shown(insert_passage(text, position, "It rains."), text) == "Hi Jo,\n\nIt rains.|\n\n> Why?\n"
