"""Ids: safe as file names, stable, unique."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_content.record_id import is_id, slug, unique


@pytest.mark.parametrize("text", ["a", "0", "a-b", "a" * 81])
def test_small_letters_digits_and_hyphens_are_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "-a", "A", "a_b", "a/b", "..", "a\n", "é", "a" * 82])
def test_anything_else_is_none(text: str) -> None:
    assert not is_id(text)


@given(st.text(max_size=500))
def test_any_title_gives_an_id(title: str) -> None:
    """Whatever the title is, the slug of it is an id."""
    assert is_id(slug(title))


def test_a_taken_id_gets_a_number_and_stays_within_the_length() -> None:
    assert unique("a", {"a", "a-2"}) == "a-3"
    long = "x" * 81
    assert unique(long, {long}) == "x" * 79 + "-2"
