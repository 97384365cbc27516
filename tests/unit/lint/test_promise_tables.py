"""The word tables of the promise grammars are files that a person can edit."""

from collections import Counter

import pytest

from composer.lint.promises import words as w
from composer.lint.promises.grammars import GRAMMARS
from composer.lint.promises.word_tables import table_of


@pytest.mark.parametrize("language", GRAMMARS)
def test_each_entry_stands_once_under_its_classes(language: str) -> None:
    """A table can be read: its classes exist, its entries are in small letters, and none is there twice."""
    rows = list(table_of(language)())
    assert rows
    assert all(classes for classes, _ in rows)
    counted = Counter((classes, entry) for classes, entries in rows for entry in entries)
    assert [entry for (_, entry), times in counted.items() if times > 1] == []
    assert [entry for _, entries in rows for entry in entries if entry != entry.lower()] == []


def test_forms_are_made_of_the_words_that_ask_for_them() -> None:
    """A trade has its plural, a state its third person."""
    english = GRAMMARS["en"]
    assert english.classes_of("porters") & w.STAFF
    assert english.classes_of("wants") & w.STATE


def test_an_entry_of_several_words_is_read_as_one() -> None:
    """*as soon as* is one word of the grammar."""
    found = GRAMMARS["en"].phrases_from("as", "soon")
    assert (("as", "soon", "as"), w.WHEN) in found
