"""Mailboxes, folders, conversations, languages and the start of a reply."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from composer.mail.label import label_lines
from composer.mail.language import language_of
from composer.mail.mailbox import read_folder, read_mbox
from composer.mail.message import Address, Message
from composer.mail.parse import MailFailure, parse_message
from composer.mail.reply_start import quoted_reply
from composer.mail.thread import bare_subject, belongs_to, threads_of
from composer.questions.understood import UnderstoodMail
from kb_content.failure import Problem

_MBOX = (
    b"From a@b.example Mon Mar  3 10:12:00 2025\nFrom: a@b.example\nSubject: one\n\nFirst\n\n>From here on\n"
    b"From the start it was slow.\n\nFrom c@d.example Tue Mar  4 10:12:00 2025\nFrom: "
    b"c@d.example\nSubject: two\n\nSecond\n"
)


def test_an_mbox_is_cut_at_its_envelopes_only(tmp_path: Path) -> None:
    path = tmp_path / "mails.mbox"
    path.write_bytes(_MBOX)
    texts = [parse_message(raw).text for raw in read_mbox(path)]
    assert texts == ["First\n\nFrom here on\nFrom the start it was slow.\n\n", "Second\n"]
    with pytest.raises(MailFailure, match="no such file"):
        list(read_mbox(tmp_path / "gone.mbox"))


def test_a_folder_yields_every_mail_and_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"From: a@b.example\n\nA")
    (tmp_path / "cur").mkdir()
    (tmp_path / "cur" / "1741.M1.host:2,S").write_bytes(b"From: b@b.example\n\nB")
    (tmp_path / "all.mbox").write_bytes(_MBOX)
    (tmp_path / "notes.pdf").write_bytes(b"x")
    (tmp_path / "link.eml").symlink_to(tmp_path / "a.eml")
    found = list(read_folder(tmp_path))
    assert [path.name for path, _ in found] == ["a.eml", "all.mbox", "all.mbox", "1741.M1.host:2,S"]
    assert not any(isinstance(content, Problem) for _, content in found)


def _message(number: int, subject: str = "", **more: object) -> Message:
    base = {"sender": Address("", "a@b.example"), "to": (Address("", "s@x.example"),), "text": ""}
    return Message(subject=subject, message_id=f"{number}@b.example", **{**base, **more})  # type: ignore[arg-type]


def test_mails_are_joined_by_the_ids_they_name() -> None:
    mails = [
        _message(1),
        _message(2),
        _message(3, references=("1@b.example",)),
        _message(4, in_reply_to="3@b.example"),
        _message(5, references=("unseen@b.example",)),
        _message(6, references=("unseen@b.example",)),
    ]
    assert threads_of(mails) == ((0, 2, 3), (1,), (4, 5))
    assert belongs_to(mails[3], mails[:3])
    assert not belongs_to(mails[1], mails[:1])


def test_without_ids_subject_and_people_join_them() -> None:
    answer = {"sender": Address("", "s@x.example"), "to": (Address("", "a@b.example"),)}
    mails = [
        _message(1, "Order 12 is late", sent=datetime(2025, 3, 3, tzinfo=UTC)),
        _message(2, "AW: [Shop #7] Order 12 is late", sent=datetime(2025, 3, 4, tzinfo=UTC), **answer),
        _message(3, "Re: Order 12 is late", sent=datetime(2025, 9, 4, tzinfo=UTC), **answer),
        _message(4, "Re: Order 12 is late", sender=Address("", "stranger@y.example")),
        _message(5, "Order 12 is late"),
    ]
    assert threads_of(mails) == ((0, 1), (2,), (3,), (4,))
    assert bare_subject("Re: AW: [Shop #7] Fwd: Order 12") == "order 12"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hello, I can not log in and would like to know why this is so.", "en"),
        ("Hallo, ich kann mich nicht anmelden und würde gerne wissen, warum das so ist.", "de"),
        ("Hola, no puedo entrar en la cuenta y me gustaría saber por qué es así.", "es"),
        ("Bonjour, je ne peux pas me connecter et je voudrais savoir pourquoi.", "fr"),
        ("Hallo, ik kan niet inloggen en wil graag weten hoe dat kan met mijn account.", "nl"),
        ("Olá, não consigo entrar na minha conta e gostaria de saber por que isso.", "pt"),
        ("Buongiorno, non riesco ad accedere e vorrei sapere perché il mio conto è chiuso.", "it"),
        ("Спасибо еще раз, но где мой заказ?", "und"),
        ("12345 #!?", "und"),
        ("", "und"),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_reply_starts_from_the_customers_own_words() -> None:
    text = (
        "Hello,\n\nwhen does it ship?\nAnd can I pay by card?\n\nRegards,\nMara Lind\n\nOn "
        "2025-03-03, S wrote:\n> old\n"
    )
    first, second = text.index("when"), text.index("And")
    questions = (
        SimpleNamespace(start=first, end=first + len("when does it ship?")),
        SimpleNamespace(start=second, end=second + len("And can I pay by card?")),
    )
    mail = SimpleNamespace(lines=label_lines(text), questions=questions)
    expected = "> Hello,\n>\n> when does it ship?\n\n> And can I pay by card?\n"
    assert quoted_reply(cast(UnderstoodMail, mail)).rstrip("\n") == expected.rstrip("\n")
