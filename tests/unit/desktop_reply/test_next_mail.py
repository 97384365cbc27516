"""The customer writes again: the next reply starts anew, and nothing asked before is out of sight."""

from pathlib import Path

from composer.mail.message import Address, Message
from composer.questions.answer_state import State
from composer.questions.understand import understand
from desktop.reply.draft.start_draft import start_another
from desktop.reply.earlier.earlier_mails import EarlierMails, EarlierPart
from desktop.settings import Settings
from tests.unit.desktop_reply.ticket_scene import Reader, Scene

AGAIN = (
    b"From: Jo Marsh <jo@example.org>\r\nSubject: Re: Blank invoices\r\nMessage-ID: <b@example.org>\r\n"
    b"In-Reply-To: <a@example.org>\r\nDate: %s\r\n\r\nHello,\r\n\r\nWhere do I find my invoices?\r\n"
)
LATER, EARLIER = b"Fri, 20 Nov 2026 11:00:00 +0000", b"Thu, 19 Nov 2026 11:00:00 +0000"


def reply(scene: Scene) -> None:
    """Answer the open mail, and let the reply leave."""
    scene.type(scene.open.text + "We fix it by Monday 23 November 2026, 15:00 CET.\n")
    scene.ticket.save_now()
    scene.settle()
    scene.columns.last_look.look()
    scene.settle()
    scene.columns.last_look.copy()
    scene.settle()


def open_again(scene: Scene, raw: bytes) -> None:
    """File the next mail and open its ticket."""
    scene.ticket.open_ticket(scene.desk.add_mail(raw).id)
    scene.settle()


def test_after_a_reply_the_next_mail_gets_a_draft_of_its_own(scene: Scene) -> None:
    """The old reply answers nothing that is asked now."""
    number = scene.open.id
    reply(scene)
    open_again(scene, AGAIN % LATER)
    assert scene.open.id == number
    assert scene.view.text == "Hi Jo,\n\n> Hello,\n>\n> Where do I find my invoices?\n\n"
    assert scene.states() == [State.UNANSWERED]
    assert scene.desk.ticket(number).open_questions == 1
    assert scene.view.shown["show_head"][0].earlier == 2


def test_our_reply_is_known_by_its_own_number(scene: Scene) -> None:
    """A mail program that names only the reply it answers leads to the ticket, too."""
    reply(scene)
    sent = scene.desk.replies(scene.open.id)[0].raw
    own = next(line for line in sent.split(b"\r\n") if line.lower().startswith(b"message-id:")).split()[1]
    again = (AGAIN % LATER).replace(b"<a@example.org>", own)
    assert scene.desk.add_mail(again).id == scene.open.id


def test_mails_without_a_reply_are_answered_together(scene: Scene) -> None:
    """Two mails in a row: both are on the screen and in the draft, their questions in one row."""
    open_again(scene, AGAIN % EARLIER)
    assert [(q.number, q.text) for q in scene.open.mail.questions] == [
        (1, "When will that be fixed?"),
        (2, "How do I change my address?"),
        (3, "Where do I find my invoices?"),
    ]
    assert scene.view.text.index("How do I change my address?") < scene.view.text.index("Where do I find")
    (head,) = scene.view.shown["show_head"]
    assert head.notes[0] == "2 mails wait for this reply; the newest stands last."
    assert head.earlier == 0


def test_what_a_newer_mail_takes_back_needs_no_answer(scene: Scene) -> None:
    """It is said in the customer's words."""
    body = b"Never mind the address, I found it. Where do I find my invoices?"
    open_again(scene, (AGAIN % EARLIER).replace(b"Where do I find my invoices?", body))
    asked = [q.text for q in scene.open.mail.questions]
    assert asked == ["When will that be fixed?", "Where do I find my invoices?"]
    assert any("takes something back: “Never mind" in note for note in scene.view.shown["show_head"][0].notes)


def test_what_was_written_before_is_shown_newest_first(scene: Scene) -> None:
    reply(scene)
    open_again(scene, AGAIN % LATER)
    shown: list[tuple[EarlierPart, ...]] = []

    class Shows:
        def show_earlier(self, parts: tuple[EarlierPart, ...]) -> None:
            shown.append(parts)

        def show_problem(self, sentence: str) -> None:
            raise AssertionError(sentence)

    earlier = EarlierMails(
        view=Shows(),
        desk=scene.desk,
        reader=Reader(),
        reads=scene.lanes.reads,
        ticket=lambda: scene.ticket.ticket,
        spoken_moment=lambda moment: f"{moment:%d %b}",
    )
    assert earlier.has_any
    earlier.show()
    scene.settle()
    ours, theirs = shown[0]
    assert (ours.heading, theirs.heading) == ("Your reply, 20 Nov", "Jo Marsh, 19 Nov")
    assert "We fix it by Monday" in ours.text
    assert theirs.text.endswith("How do I change my address?\n\nJo")


def test_a_ticket_with_one_mail_has_nothing_earlier(scene: Scene) -> None:
    assert scene.view.shown["show_head"][0].earlier == 0
    assert scene.view.shown["show_head"][0].notes == ()


def test_a_draft_that_left_says_so_and_makes_room_for_another(scene: Scene, tmp_path: Path) -> None:
    """A promise that moved is told in a mail of its own, not in the old one sent again."""
    number = scene.open.id
    assert scene.view.shown["show_left"] == ("",)
    file = tmp_path / "log.txt"
    file.write_text("log", encoding="utf-8")
    scene.columns.envelope.attach((file,))
    scene.settle()
    reply(scene)
    assert scene.view.shown["show_left"] == ("This reply has left.",)
    scene.ticket.open_ticket(number)
    scene.settle()
    assert scene.view.shown["show_left"] == ("This reply left 20 Nov.",)
    scene.ticket.start_another()
    scene.settle()
    assert scene.open.text == "Hi Jo,\n\n\n\nKim\n"
    assert scene.open.cursor == 8
    assert scene.open.attachments == ()
    assert scene.view.shown["show_left"] == ("",)
    assert "We fix it by Monday" in scene.desk.replies(number)[0].text


def test_what_the_reply_that_left_answered_is_not_asked_for_again(scene: Scene) -> None:
    """What it left open still is."""
    at = scene.open.text.index("that be fixed?") + len("that be fixed?")
    assert scene.columns.draft.press_enter(at)
    at = scene.open.cursor
    answer = "It will be fixed by Monday 23 November 2026, 15:00 CET."
    scene.type(scene.open.text[:at] + answer + scene.open.text[at:])
    assert scene.states()[1] is State.UNANSWERED
    reply(scene)
    scene.ticket.start_another()
    scene.settle()
    assert scene.states() == [State.DISMISSED, State.UNANSWERED]


def test_a_draft_that_was_changed_since_has_not_left(scene: Scene) -> None:
    reply(scene)
    scene.type(scene.open.text + "PS")
    scene.ticket.open_ticket(scene.open.id)
    scene.settle()
    assert scene.view.shown["show_left"] == ("",)


def test_another_reply_greets_and_closes_without_a_quote() -> None:
    mail = understand(Message(subject="S", sender=Address("Jo Marsh", "jo@x.example"), text="How?"))
    text, cursor = start_another(mail, Settings(sign_off="Kim\nOur shop"))
    assert text == "Hi Jo,\n\n\n\nKim\nOur shop\n"
    assert text[:cursor] == "Hi Jo,\n\n"
