"""Pasted text becomes a mail with bytes of its own."""

import email
from dataclasses import replace
from email import policy

import pytest

from composer.mail.message import Address, Message
from composer.mail.parse import parse_message
from desktop.queue.mail_import import mail_bytes

SUBJECTS = [
    (
        "Hello\n\nMy renewals fail since Monday, every one of them",
        "My renewals fail since Monday, every one of them",
    ),
    ("Hi", "Hi"),
    ("x" * 300, "x" * 69 + "…"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_a_text_without_a_subject_gets_one_from_its_words(text: str, subject: str) -> None:
    """The first line that is no greeting."""
    raw = mail_bytes(Message(subject="", sender=Address(), text=text), "")
    assert email.message_from_bytes(raw, policy=policy.default)["Subject"] == subject


HOSTILE = ["a\r\nBcc: evil@x.example", "=?utf-8?q?a=0ABcc:_x?=", "\x00\x01", "Ü" * 400]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_header_can_be_smuggled_in(words: str) -> None:
    """Control characters in a pasted subject or name make no line of their own."""
    message = Message(subject=words, sender=Address(words, "a@b.example"), text="Body")
    parsed = email.message_from_bytes(mail_bytes(message, ""), policy=policy.default)
    assert parsed["Bcc"] is None
    assert parsed.get_content().strip() == "Body"


def test_html_is_kept_beside_the_text() -> None:
    """What was pasted as HTML stays HTML."""
    raw = mail_bytes(Message(subject="S", sender=Address(), text="Körper"), "<p>Körper</p>")
    parsed = email.message_from_bytes(raw, policy=policy.default)
    assert [part.get_content_type() for part in parsed.iter_parts()] == ["text/plain", "text/html"]


WHOLE = Message(
    subject="Re: Export",
    sender=Address("Ann", "ann@b.example"),
    text="And now?",
    to=(Address("", "help@x.example"),),
    cc=(Address("Ole", "ole@b.example"), Address("", "kim@b.example")),
    reply_to=(Address("", "desk@b.example"),),
    message_id="q1@b.example",
    in_reply_to="q0@b.example",
    references=("p@b.example", "q0@b.example"),
)


def test_a_pasted_mail_keeps_its_people_and_its_thread() -> None:
    """Copies are answered too, and the mail finds the ticket that it goes on with."""
    read = parse_message(mail_bytes(WHOLE, ""))
    assert read == replace(WHOLE, text=read.text)


@pytest.mark.parametrize(
    "id", ["a@b>\r\nBcc: <evil@x.example", "no-at-sign", "a b@c.example", "ü@b.example", ""]
)
def test_what_is_no_message_id_is_left_out(id: str) -> None:
    """Ids go into a header, too."""
    message = replace(WHOLE, message_id=id, in_reply_to=id, references=(id,))
    parsed = email.message_from_bytes(mail_bytes(message, ""), policy=policy.default)
    assert not {"Message-ID", "In-Reply-To", "References", "Bcc"} & set(parsed.keys())
