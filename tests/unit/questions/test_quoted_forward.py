"""A reply starts with every question in its quote, also those of a mail that was handed on."""

from composer.mail.message import Address, Message
from composer.mail.reply_start import quoted_reply
from composer.questions.understand import understand

_MAIL = """Please see below. Who signs the agreement?

Jo

Begin forwarded message:

> From: Tom Hill <tom@customer.example>
> Subject: Export
> Date: 18 November 2026 at 09:12:44 CET
> To: Jo Park
>
> Hi Jo, is there a limit of 255 characters? The dates are wrong, too.
> Tom
"""


def test_a_forwarded_question_stands_in_the_quote_with_room_below():
    """Its marks give way to those of the reply; the forward's header stays out."""
    mail = understand(Message("Fwd: Export", Address("Jo Park", "jo@shop.example"), _MAIL))
    draft = quoted_reply(mail)
    assert len([question for question in mail.questions if question.start >= 0]) == 2
    assert "> Please see below. Who signs the agreement?\n\n" in draft
    assert "> Hi Jo, is there a limit of 255 characters? The dates are wrong, too.\n\n> Tom" in draft
    assert "From:" not in draft
    assert "> >" not in draft


def test_a_forward_that_was_not_read_is_not_quoted():
    """A forward beside an own question stays out of the reply."""
    text = _MAIL.replace("Please see below. ", "")
    mail = understand(Message("Export", Address("Jo Park", "jo@shop.example"), text))
    assert "255" not in quoted_reply(mail)
