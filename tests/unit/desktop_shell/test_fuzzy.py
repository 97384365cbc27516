"""The palette finds a title by a few of its letters."""

import pytest

from desktop.window.fuzzy import best, match

TITLES = (
    "Open a mail…",
    "Next ticket",
    "New known issue",
    "Known issues",
    "Theme: dark",
    "Keyboard shortcuts",
    "Switch between light and dark",
)

CASES = [
    ("known", "Known issues"),
    ("nki", "New known issue"),
    ("nt", "Next ticket"),
    ("dark", "Theme: dark"),
    ("om", "Open a mail…"),
    ("KEY", "Keyboard shortcuts"),
    ("swdark", "Switch between light and dark"),
    ("th da", "Theme: dark"),
]


@pytest.mark.parametrize(("letters", "title"), CASES)
def test_the_best_title_comes_first(letters: str, title: str) -> None:
    """Whole words, starts of words and runs count most."""
    assert TITLES[best(letters, TITLES)[0][0]] == title


def test_letters_out_of_order_find_nothing() -> None:
    """Order matters."""
    assert match("zq", "Quiz") is None
    assert best("xyz", TITLES) == []


def test_no_letters_find_everything_in_its_order() -> None:
    """An empty field lists the table."""
    assert [index for index, _ in best(" ", TITLES)] == list(range(len(TITLES)))


def test_marks_are_the_letters_that_matched() -> None:
    """What is marked reads as what was typed."""
    found = match("nki", "New known issue")
    assert found is not None
    assert [("New known issue"[mark]).lower() for mark in found.marks] == ["n", "k", "i"]


def test_letters_that_change_length_in_lower_case_do_no_harm() -> None:
    """A sharp s and a dotted capital I are found, and marks stay inside the title."""
    for title in ("Straße öffnen", "İstanbul"):
        found = match("n", title)
        assert found is not None
        assert all(mark < len(title) for mark in found.marks)
