"""A sign-off answers no question, and a day that question and answer share says little."""

import pytest

from composer.draft import Draft
from composer.mail.parse import message_from_text
from composer.questions.answer_map import map_answers
from composer.questions.answer_state import State
from composer.questions.draft_units import units_of
from composer.questions.understand import understand

MAIL = understand(
    message_from_text("Hello,\n\nCan Noor call me?\n\nCan I pause my plan in December?\n\nAda\n")
)


@pytest.mark.parametrize("end", ["Noor", "Noor Haddad\nLantern Support", "Best,\nNoor", "-- \nNoor\nCall me"])
def test_a_sign_off_says_nothing(end: str) -> None:
    """Neither below an answer nor behind the last quote."""
    draft = Draft(f"> Can I pause my plan in December?\n\nYes, press Pause.\n\n{end}\n")
    assert [unit.text for unit in units_of(draft).units] == ["Yes, press Pause."]


def test_a_postscript_counts_again() -> None:
    """Its words are the agent's."""
    draft = Draft("Yes, press Pause.\n\nBest,\nNoor\n\nPS: She calls on Friday.\n")
    assert [unit.text for unit in units_of(draft).units][-1] == "PS: She calls on Friday."


def test_a_shared_month_is_no_answer() -> None:
    """Both name December; the sentence is about something else."""
    states = map_answers(Draft("Hi Ada,\n\nYour plan renewed late, on 3 December 2026.\n\nNoor\n"), MAIL)
    assert states[0].state is State.UNANSWERED
