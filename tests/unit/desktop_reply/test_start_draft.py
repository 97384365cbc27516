"""A reply starts with a greeting that suits whoever wrote."""

import pytest

from composer.mail.parse import parse_message
from composer.questions.understand import understand
from desktop.reply.draft.start_draft import start_draft
from desktop.settings import Settings

GERMAN = (
    "zur Bestellung haben wir zwei Rechnungen erhalten. Welche ist die richtige? Bitte stornieren Sie eine."
)
DUTCH = "we hebben twee facturen ontvangen. Welke is de juiste? Kunt u de andere annuleren?"
ITALIAN = "abbiamo ricevuto due fatture per questo ordine. Qual è quella giusta? Può annullare l'altra?"
ENGLISH = "we have received two invoices for this order. Which one is right?"


def start(sender: str, text: str, **settings: str) -> str:
    """Return the first line of the draft that answers a mail."""
    raw = (
        f"From: {sender}\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n".encode()
    )
    return start_draft(understand(parse_message(raw)), Settings(**settings)).split("\n")[0]


@pytest.mark.parametrize(
    ("opening", "body", "greeting"),
    [
        ("Guten Tag,", GERMAN, "Guten Tag Jens Uhlig,"),
        ("Sehr geehrte Damen und Herren,", GERMAN, "Guten Tag Jens Uhlig,"),
        ("Hallo zusammen,", GERMAN, "Hallo Jens,"),
        ("Geachte heer,", DUTCH, "Beste Jens,"),
        ("Hoi,", DUTCH, "Hallo Jens,"),
        ("Buongiorno,", ITALIAN, "Buongiorno Jens,"),
        ("Ciao,", ITALIAN, "Ciao Jens,"),
        ("Dear Sirs,", ENGLISH, "Hi Jens,"),
    ],
)
def test_it_answers_in_the_manner_of_the_mail(opening: str, body: str, greeting: str) -> None:
    """Nobody is called by the first name alone who did not begin with it, where that is not usual."""
    assert start("Jens Uhlig <j@uhlig.example>", f"{opening}\r\n\r\n{body}") == greeting


@pytest.mark.parametrize(
    ("sender", "greeting"),
    [
        ('"Uhlig, Jens" <j@uhlig.example>', "Guten Tag Jens Uhlig,"),
        ("Dr. Jens Uhlig <j@uhlig.example>", "Guten Tag Dr. Jens Uhlig,"),
        ("j@uhlig.example", ">"),
        ("Uhlig Möbel <info@uhlig-moebel.example>", ">"),
    ],
)
def test_the_full_name_is_said_as_it_is_spoken(sender: str, greeting: str) -> None:
    """Without a name to be sure of there is no greeting: a wrong one is worse."""
    assert start(sender, f"Guten Tag,\r\n\r\n{GERMAN}").startswith(greeting)


def test_an_agents_own_greeting_wins() -> None:
    sender = "Jens Uhlig <j@uhlig.example>"
    assert start(sender, f"Guten Tag,\r\n\r\n{GERMAN}", greeting="Grüezi {{name}}") == "Grüezi Jens"
