"""What is pasted into a draft: lists and links of a page, a customer's mail, a picture."""

from typing import Any

import pytest

from composer.mail.parse import message_from_html
from desktop.reply.draft.pasted import PastePresenter, has_structure, looks_like_mail
from kb_content.failure import Failure
from tests.unit.desktop_reply.ticket_scene import Scene

OTHER_MAIL = (
    "From: Ana Ruiz <ana@example.org>\nTo: help@shop.example\nSubject: Refund\n"
    "Date: Thu, 19 Nov 2026 10:00 +0100\n\nWhere is my refund?\n"
)
PAGE = '<ul><li>one</li><li>two</li></ul><p><a href="https://shop.example/a">More</a></p>'
PLAIN = "one\ntwo\n\nMore"


class PageReader:
    """Reads pages here and now, or not at all."""

    broken = False

    def read_pasted(self, text: str, html: str) -> Any:
        if self.broken:
            raise Failure("Too big.")
        return message_from_html(html)


class Offers:
    """Edits go into the scene's draft; offers are kept."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.offers: list[tuple[str, str]] = []

    def apply_edit(self, edit: Any) -> None:
        self.scene.view.apply_edit(edit)

    def offer_ticket(self, text: str, html: str) -> None:
        self.offers.append((text, html))


class Paste:
    """A scene in which one pastes."""

    def __init__(self, scene: Scene, lanes: Any) -> None:
        self.scene, self.view, self.reader = scene, Offers(scene), PageReader()
        self.presenter = PastePresenter(
            view=self.view, ticket=lambda: scene.ticket.ticket, reads=lanes.reads, reader=self.reader
        )

    @property
    def text(self) -> str:
        ticket = self.scene.ticket.ticket
        assert ticket is not None
        return ticket.text

    def write(self, text: str) -> None:
        self.scene.view.text = text
        self.scene.view.typed(text, len(text))

    def paste(self, before: str, pasted: str, after: str = "", html: str = "") -> None:
        self.write(before + pasted + after)
        self.presenter.pasted(before + after, len(before), len(before + pasted), html)
        self.scene.settle()


@pytest.fixture
def paste(scene: Scene, lanes: Any) -> Paste:
    """Return the scene."""
    return Paste(scene, lanes)


def test_a_pages_lists_and_links_stay(paste: Paste) -> None:
    """The words as they were pasted become the same words with dashes and addresses."""
    paste.paste("Hi Jo,\n\n", PLAIN, "\n\nKim\n", PAGE)
    assert paste.text == "Hi Jo,\n\n- one\n- two\n\nMore <https://shop.example/a>\n\nKim\n"
    assert paste.view.offers == []


def test_plain_text_will_do(paste: Paste) -> None:
    """A page that can't be read, or has nothing to lose, stays as it was pasted."""
    paste.paste("Hi ", "bold", html="<b>bold</b>")
    assert paste.text == "Hi bold"
    paste.reader.broken = True
    paste.paste("Hi ", PLAIN, html=PAGE)
    assert paste.text == f"Hi {PLAIN}"


def test_a_mail_is_offered_as_a_ticket(paste: Paste) -> None:
    """Taking it back leaves the draft as it was."""
    paste.paste("Hi Jo,\n\n", OTHER_MAIL, "Kim\n")
    assert paste.view.offers == [(OTHER_MAIL, "")]
    paste.presenter.take_back()
    assert paste.text == "Hi Jo,\n\nKim\n"


def test_what_was_written_since_stays(paste: Paste) -> None:
    """Only the mail is taken out."""
    paste.paste("Hi Jo,\n\n", OTHER_MAIL, "Kim\n")
    paste.write(paste.text + "PS: soon.")
    paste.presenter.take_back()
    assert paste.text == "Hi Jo,\n\nKim\nPS: soon."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OTHER_MAIL, True),
        (
            "Von: Jo <jo@x.example>\nGesendet: 3. März 2025 10:00\nAn: Support\nBetreff: A\n\nHallo\n",
            True,
        ),
        ("Subject: something\nand a line", False),
        ("From: the very beginning\n\nwe said so.", False),
        ("Open Settings: there you find it.", False),
        ("", False),
    ],
)
def test_a_mail_is_known_by_its_header(text: str, *, expected: bool) -> None:
    """A word with a colon is none."""
    assert looks_like_mail(text) is expected


def test_only_structure_is_worth_reading() -> None:
    """What a code editor or a word processor wraps words in has nothing that plain text loses."""
    assert has_structure("<OL><LI>one</OL>")
    assert has_structure("<a class=x href='https://a.example'>a</a>")
    assert not has_structure("<a" * 200_000)
    assert not has_structure("<div style='white-space: pre'><span>a</span></div>")


def test_a_pasted_picture_leaves_with_the_reply(scene: Scene) -> None:
    """Each under a name of its own."""
    for _ in range(2):
        scene.columns.envelope.attach_picture(lambda: b"png")
        scene.settle()
    ticket = scene.ticket.ticket
    assert ticket is not None
    assert [file.name for file in ticket.attachments] == ["picture.png", "picture-2.png"]
