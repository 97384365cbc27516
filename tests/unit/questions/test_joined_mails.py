"""Mails that wait for the same reply are read as one."""

from composer.mail.message import Address, Attachment, Message
from composer.questions.joined import joined
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail


def mail(text: str, *, subject: str = "Export", files: int = 0) -> UnderstoodMail:
    attachments = tuple(Attachment(f"{n}.csv", f"{n}.csv", "text/csv", 10) for n in range(files))
    sender = Address("Jo Marsh", "jo@example.org")
    return understand(Message(subject=subject, sender=sender, text=text, attachments=attachments))


FIRST = mail(
    "Hello,\n\nhow do I export orders with Checkout 5.3.1? Does it keep the tax rate?\n\nJo", files=1
)
SECOND = mail(
    "And can you send me the invoice for order LN-48213?\n\nI'll send the log tomorrow.\n\nJo", files=2
)


def test_every_offset_holds_in_the_whole_text() -> None:
    whole = joined([FIRST, SECOND], ["Their next mail, today, 10:00"])
    text = whole.message.text
    assert [q.id for q in whole.questions] == ["q1", "q2", "q3"]
    for placed in (*whole.questions, *whole.plans):
        assert text[placed.start : placed.end] == placed.text
    for fact in whole.facts:
        assert fact.start < 0 or fact.value in text[fact.start : fact.end]
    assert "\n".join(line.text for line in whole.lines) == text
    assert all(text[line.start : line.start + len(line.text)] == line.text for line in whole.lines)
    assert len(whole.message.attachments) == 3


def test_one_mail_is_itself() -> None:
    assert joined([FIRST], []) == FIRST


def test_what_is_asked_again_is_asked_once() -> None:
    again = mail("Hello,\n\nonce more: how do I export orders?\n\nJo")
    asked = [q.text for q in joined([FIRST, again], ["Next"]).questions]
    assert len(asked) == 2
    assert asked[0] == "Does it keep the tax rate?"


def test_what_is_taken_back_is_noted() -> None:
    whole = joined([FIRST, mail("Never mind, it works now. Thanks!")], ["Next"])
    assert whole.questions == ()
    assert "Never mind" in whole.message.notes[-1]
