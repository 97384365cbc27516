"""Names that may be one person's, and names that are a slip for another."""

import pytest

from composer.lint.name_likeness import is_near_name, is_same_name
from composer.lint.people import names_in


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mo", "Mo's"), ("Jürgen", "Juergen"), ("Kate", "Katherine"), ("Anne-Marie", "Anne"), ("JO", "Jo")],
)
def test_one_person_s_names(one: str, other: str) -> None:
    """Written in another way, short, or as the owner of a shop."""
    assert is_same_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("Kate", "Kathy"), ("Mo", "Moss"), ("Ann", "Ben")])
def test_two_people_s_names(one: str, other: str) -> None:
    """Short forms of one long name are not each other's."""
    assert not is_same_name(one, other)


def test_a_slip_is_near() -> None:
    """A letter too many or a like sound."""
    assert is_near_name("Jon", "John")
    assert not is_near_name("Jon", "Mary")


def test_a_family_is_greeted_by_its_name() -> None:
    """The word before it is none."""
    assert [name.text for name in names_in("Liebe Familie Roth,")] == ["Roth"]
