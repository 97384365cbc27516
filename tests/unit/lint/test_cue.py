"""A cue stands inside of words too, in any case, and a pattern behind it has the last word."""

import re

import pytest

from composer.lint.cue import Cue, small_letters
from composer.lint.own_words import Passage


@pytest.mark.parametrize("text", ["Our TEAMS know.", "the team", "Im SERVICETEAM"])
def test_a_word_stands_inside_of_others_and_in_any_case(text: str) -> None:
    assert Cue("desk|team").stands_in(Passage(text).small)


def test_without_a_word_there_is_no_cue() -> None:
    assert not Cue("desk|team").stands_in(Passage("Nobody is here.").small)


def test_a_pattern_behind_the_words_has_the_last_word() -> None:
    cue = Cue("line|tier", r"[- ](?:line|tier)\b")
    assert cue.stands_in(Passage("Second LINE support").small)
    assert not cue.stands_in(Passage("Read it online").small)


@pytest.mark.parametrize("text", ["ÁREA", "Offıce", "OFFİCE", "ſtaff", "\u212aollege"])
def test_letters_are_small_as_patterns_without_regard_to_case_read_them(text: str) -> None:
    small = small_letters(text)
    assert re.fullmatch(small, text, re.IGNORECASE)
    assert len(small) == len(text)


def test_a_passage_tells_of_its_cues() -> None:
    passage, desk, team = Passage("Our team knows."), Cue("desk"), Cue("team")
    assert [passage.cued(cue) for cue in (desk, team, desk, team)] == [False, True, False, True]


def test_what_is_no_word_of_ours_is_no_cue() -> None:
    assert not Cue("team").stands_in(Passage("See `team.txt` here.").small)
