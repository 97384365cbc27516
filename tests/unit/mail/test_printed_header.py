"""A copied mail brings the header that its mail program prints above it."""

import pytest

from composer.mail.message import Address
from composer.mail.parse import message_from_text

OUTLOOK = (
    "From: Margit Solheim <margit@fjord.example>\nSent: Friday, 20 November 2026 08:40\n"
    "To: Lantern Help <help@lantern.example>\nCc: Ole Brekke <ole@fjord.example>; kim@fjord.example\n"
    "Subject: Export stops\n\nHello,\n\nwhy does it stop?\n"
)


def test_sender_subject_and_copies_are_known() -> None:
    message = message_from_text(OUTLOOK)
    assert message.sender == Address("Margit Solheim", "margit@fjord.example")
    assert message.subject == "Export stops"
    assert message.to == (Address("Lantern Help", "help@lantern.example"),)
    assert message.cc == (Address("Ole Brekke", "ole@fjord.example"), Address("", "kim@fjord.example"))
    assert message.text == "Hello,\n\nwhy does it stop?\n"


def test_an_hour_without_a_zone_is_no_moment() -> None:
    """Whose clock it was, nobody says; where it is said, it counts."""
    assert message_from_text(OUTLOOK).sent is None
    zoned = message_from_text(
        OUTLOOK.replace("Friday, 20 November 2026 08:40", "Fri, 20 Nov 2026 08:40 +0100")
    )
    assert zoned.sent is not None
    assert zoned.sent.isoformat() == "2026-11-20T08:40:00+01:00"


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        (
            "Von: Uhlig, Jens [mailto:j@u.example]\nGesendet: Fr 20.11.2026 08:40\nAn: x\nBetreff: R\n\nA",
            "j@u.example",
        ),
        ("\n*From:* Ann <a@b.example>\n*Date:* 20 Nov 2026 08:40\n*Subject:* Q\n\nHow?", "a@b.example"),
        ("From: Ann <a@b.example>\r\nSent: 20 Nov 2026 08:40\r\nSubject: Q\r\n\r\nHow?", "a@b.example"),
        # Handed on: who does it has not said who they are.
        ("---------- Forwarded message ----------\nFrom: Ann <a@b.example>\nDate: x\nSubject: y\n\nHow?", ""),
        ("> From: Ann <a@b.example>\n> Sent: 20 Nov 2026 08:40\n> Subject: Q\n\nHow?", ""),
        ("From: Monday To: Friday we are closed.\n\nIs that right?", ""),
        ("Hello,\n\nFrom: Ann <a@b.example>\nSent: 20 Nov 2026 08:40\nSubject: Q\n\nHow?", ""),
    ],
)
def test_who_wrote_it(text: str, sender: str) -> None:
    """In any language of mail programs, and only where the text begins with it."""
    assert message_from_text(text).sender.mail == sender


def test_a_name_alone_is_no_sender_and_nothing_is_lost() -> None:
    """As Outlook prints people of the same company: the subject is taken, the lines stay."""
    text = "From: Margit Solheim\nSent: Friday, 20 November 2026 08:40\nTo: Help\nSubject: Export\n\nWhy?\n"
    message = message_from_text(text)
    assert (message.sender, message.subject, message.text) == (Address(), "Export", text)
