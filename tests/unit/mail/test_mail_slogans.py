"""Slogans below a name, disclaimers that ask, and lines of a log or of code are no words to the reader."""

import pytest

from composer.mail.label import label_lines
from composer.mail.lines import Role

_LETTER = "Hello,\n\nwhere can I buy a spare battery?\n\nRide safe\nAnselm\n\n"


def roles(text: str) -> dict[str, Role]:
    """Return the role of each line of a mail that has words."""
    return {line.text: line.role for line in label_lines(text) if line.text.strip()}


@pytest.mark.parametrize("slogan", ["Why walk when you can ride?", "Hungry? We are too.", '"Ready for May?"'])
def test_a_slogan_below_a_repeated_name_is_of_the_signature(slogan):
    """The heading below the delimiter names who has signed above it."""
    assert (
        roles(f"{_LETTER}--\nAnselm Burg | Bikes\n{slogan}\nAsk me about our tours!\n")[slogan]
        is Role.SIGNATURE
    )


def test_an_ask_below_a_repeated_name_stays_own():
    """A lost question costs more than a line too many."""
    assert (
        roles(f"{_LETTER}--\nAnselm Burg | Bikes\nCould you call me back?\n")["Could you call me back?"]
        is Role.OWN
    )


def test_a_slogan_below_a_closing_is_of_the_signature():
    """No delimiter is needed where the letter was closed."""
    text = "Send it to me.\n\nYours sincerely\nBert Iver\nQuill Foods\nHungry? We are too.\n"
    assert roles(text)["Hungry? We are too."] is Role.SIGNATURE


def test_a_disclaimer_may_ask():
    """ "Are you the intended recipient?" wants no answer."""
    text = (
        "Please cancel it.\n\nThis message may contain confidential information. Are you the intended"
        " recipient? If not, please delete it and inform the sender.\n"
    )
    assert list(roles(text).values())[-1] is Role.DISCLAIMER


def test_a_stamped_line_below_a_log_is_of_the_log():
    """Also where it asks."""
    log = "[10:22:01] INFO job accepted\n[10:22:02] ERROR no ink\n[10:22:03] What now?\n"
    text = f"it says\n\n{log}\nWhat can I do?\n"
    found = roles(text)
    assert found["[10:22:03] What now?"] is Role.LOG
    assert found["What can I do?"] is Role.OWN


def test_comments_inside_code_are_code():
    """A comment with a question mark asks the one who wrote it."""
    code = "    sig = sign(body)\n    # fails, why?\n    assert sig == head['X']\n"
    text = f"I verify like this:\n\n{code}\nWhat is wrong?\n"
    found = roles(text)
    assert found["    # fails, why?"] is Role.LOG
    assert found["What is wrong?"] is Role.OWN
