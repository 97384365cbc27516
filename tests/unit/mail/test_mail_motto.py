"""A motto below a signature is part of it; whatever may be asked there stays the writer's own."""

import pytest

from composer.mail.label import label_lines
from composer.mail.message import Address

_LETTER = "Hi,\n\nthe export to Excel fails. What can I do?\n\n"
_CLOSED = "Regards\nAnn Lindqvist\n--\n"
_SIGNED = "--\nAnn Lindqvist\nann@travel.example\n\n"


def _role_of_last(text: str) -> str:
    return label_lines(_LETTER + text)[-1].role.value


@pytest.mark.parametrize(
    "text",
    [
        f"{_CLOSED}Where do you want to go today?",
        f"{_SIGNED}Where do you want to go today?",
        f"{_SIGNED}If there's nothing to astrology, how come so many famous men were born\non holidays?",
    ],
)
def test_a_motto_that_has_nothing_to_do_with_the_letter_is_signature(text: str) -> None:
    assert _role_of_last(text) == "signature"


@pytest.mark.parametrize(
    "text",
    [
        f"{_CLOSED}When will it ship to Berlin then?",
        f"{_CLOSED}Is there a discount for schools somewhere?",
        f"{_CLOSED}Where do you keep exports on Windows?",
        f"{_SIGNED}Where do I find invoices of last year?",
        f"{_SIGNED}How long does the export take?",
        f"{_SIGNED}Price for 50 seats?",
        f"{_SIGNED}Gibt es einen Rabatt für Schulen?",
        "--\nWhere do you want to go today?",
    ],
)
def test_what_may_be_asked_stays_own(text: str) -> None:
    assert _role_of_last(text) == "own"


_UNDER_THE_NAME = "Thanks a lot\nAnn\n\nPS: Is there an API?\n\n--\nAnn Lindqvist | Office manager\n"


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("Where do you want to go today?", "signature"),
        ("Where do you keep exports on Windows?", "own"),
        ("Could you call me back?", "own"),
        ("Price for 50 seats?", "own"),
    ],
)
def test_below_the_senders_own_name_a_motto_is_signature_and_an_ask_is_not(last: str, role: str) -> None:
    lines = label_lines(_LETTER + _UNDER_THE_NAME + last, sender=Address("Ann Lindqvist"))
    assert lines[-1].role.value == role
    assert next(line for line in lines if line.text.startswith("PS")).role.value == "own"
