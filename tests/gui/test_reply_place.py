"""The open ticket with real widgets: one test for each thing an agent does there."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QPushButton

from composer.lint.finding import Reading
from composer.lint.registry import built_in_rules
from composer.mail.message import Message
from composer.mail.parse import message_from_html, parse_message
from composer.questions.answer_state import Decisions, State
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail
from composer.review import Reviewer
from composer.tickets.desk import Desk
from composer.tickets.ticket import TicketStatus
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.reply.build import build_reply_place
from desktop.reply.draft.reply_editor import answer_ink
from desktop.reply.findings.finding_card import FindingCardView
from desktop.reply.findings.rule_help import RuleHelp
from desktop.reply.place import ReplyPlace
from desktop.reply.preview.preview_view import PreviewKind
from desktop.settings import SettingsStore
from desktop.window.commands import CommandBook
from desktop.work.background import Lanes
from kb_content.failure import Failure
from kb_content.library import Library
from kb_content.team import Team
from search.index import Index

MAIL = (
    b"From: Jo Marsh <jo@example.org>\r\nTo: help@shop.example\r\nSubject: Blank invoices\r\n"
    b"Message-ID: <a@example.org>\r\nDate: Thu, 19 Nov 2026 09:00:00 +0000\r\n\r\n"
    b"Hello,\r\n\r\nthe invoice PDF has an empty page. When will that be fixed?\r\n\r\n"
    b"How do I change my address?\r\n\r\nJo\r\n"
    b"\r\nOn Tue, Kim wrote:\r\n> one\r\n> two\r\n> three\r\n> four\r\n> five\r\n> six\r\n> seven\r\n"
)
FILES = {
    "articles/address.md": (
        "---\nid: address\ntitle: Change an address\n---\n\nOpen *Settings* and press *Address*.\n"
    ),
    "known-issues/blank.md": (
        "---\nid: blank\ntitle: Invoice PDFs come out blank\nstatus: identified\n"
        "symptoms: [the invoice PDF has an empty page]\n---\n\n## Workaround\n\nPrint it twice.\n"
    ),
    "snippets/thanks.md": "---\nid: thanks\ntitle: Say thanks\nkeyword: thx\n---\n\nThank you, {{name}}.\n",
}


class Reader:
    """Reads mails here and now, without a process of its own."""

    def read(self, raw: bytes) -> Message:
        return parse_message(raw)

    def read_pasted(self, text: str, html: str) -> Message:
        return message_from_html(html)

    def understand(self, message: Message, team: Team | None, decisions: Decisions) -> UnderstoodMail:
        return understand(message, team=team, decisions=decisions)


class FullDesk(Desk):
    """A desk whose disk may be full."""

    full = False

    def save_draft(self, ticket_id: int, text: str) -> int:
        if self.full:
            raise Failure("The disk is full.")
        return super().save_draft(ticket_id, text)


class Ticket:
    """The place with a ticket open, in a window of its own."""

    def __init__(
        self, place: ReplyPlace, desk: FullDesk, lanes: Lanes, book: CommandBook, qtbot: Any
    ) -> None:
        self.place, self.desk, self.lanes, self.book, self.qtbot = place, desk, lanes, book, qtbot
        self.editor = place.reply.editor
        self.number = desk.add_mail(MAIL).id

    @property
    def open(self) -> Any:
        """The open ticket."""
        return self.place.presenter.ticket

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=5000)

    def keys(self, text: str) -> None:
        """Type words into the draft."""
        self.qtbot.keyClicks(self.editor, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key in the draft."""
        self.qtbot.keyClick(self.editor, key, modifier)

    def behind(self, words: str) -> None:
        """Put the cursor behind some words."""
        self.editor.go_to(self.editor.text().index(words) + len(words))

    def state(self, number: int) -> State:
        """Return the state of a question."""
        return next(s.state for s in self.open.review.states if s.question.number == number)


@pytest.fixture
def ticket(
    qtbot: Any, tmp_path: Path, lanes: Lanes, themes: ThemeSwitcher, clock: Callable[[], datetime]
) -> Iterator[Ticket]:
    """Return the place with the mail's ticket open."""
    for name, text in FILES.items():
        path = tmp_path / "library" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library = Library.open(tmp_path / "library")
    opened: list[Index] = []

    def open_index() -> Index:
        index = Index.open(tmp_path / "index.sqlite")
        index.sync(library)
        opened.append(index)
        return index

    desk = FullDesk.open(tmp_path / "desk.sqlite", clock=clock)
    settings = SettingsStore(tmp_path / "settings.toml")
    settings.change(agent_name="Kim Lee", agent_mail="kim@shop.example")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    book = CommandBook(window)
    place = build_reply_place(
        desk=desk,
        library=lambda: library,
        index_opener=open_index,
        reviewer=Reviewer(built_in_rules()),
        reader=Reader(),
        lanes=lanes,
        settings=settings,
        clock=clock,
        themes=themes,
        book=book,
    )
    window.setCentralWidget(place)
    window.show()
    book.enter("ticket")
    made = Ticket(place, desk, lanes, book, qtbot)
    place.open_ticket(made.number)
    made.until(lambda: made.open is not None and made.open.review.states)
    made.until(lambda: place.knowledge.open_questions.badges)
    yield made
    place.close_ticket()
    lanes.wait_idle()
    for index in opened:
        index.close()
    desk.close()


def test_the_mail_is_shown_whole(ticket: Ticket) -> None:
    """Every line, the sender's address, badges at the questions."""
    mail = ticket.place.mail
    assert mail.text.text() == ticket.open.mail.message.text
    assert "jo@example.org" in mail.sender_line.text()
    numbers = [mark.number for mark in mail.text.margin_area.marks if mark.number]
    assert numbers == [1, 2]


def test_folding_a_quote(ticket: Ticket) -> None:
    """The long quote becomes one row that counts its lines, and comes back."""
    mail = ticket.place.mail.text
    whole = mail.text()
    fold = next(mark for mark in mail.margin_area.marks if mark.fold)
    with ticket.qtbot.waitSignal(mail.fold_pressed):
        mail.margin_area.pressed.emit(fold.id)
    assert " quoted lines" in mail.text()
    mail.margin_area.pressed.emit(fold.id)
    assert mail.text() == whole


def test_marking_a_selection_as_a_question(ticket: Ticket) -> None:
    """The command takes the selected words of the mail."""
    mail = ticket.place.mail.text
    start = mail.text().index("the invoice PDF")
    mail.setTextCursor(mail.cursor_on(start, start + 34))
    ticket.book.run("mark-question")
    ticket.until(lambda: len(ticket.open.review.states) == 3)


def test_the_menu_of_a_question(ticket: Ticket) -> None:
    """Setting it aside shows in the state; the menu offers the way back."""
    mail = ticket.place.mail
    place = mail.text.text().index("change my")
    at = mail.text.cursorRect(mail.text.cursor_on(place, place)).center()
    menu = mail.menu_at(at)
    words = [action.text() for action in menu.actions()]
    assert "Question 2 needs no answer" in words
    next(a for a in menu.actions() if a.text() == "Question 2 needs no answer").trigger()
    ticket.until(lambda: ticket.state(2) is State.DISMISSED)
    again = [action.text() for action in mail.menu_at(at).actions()]
    assert "Question 2 needs an answer after all" in again


def test_answering_inline_by_keyboard(ticket: Ticket) -> None:
    """Alt+2 goes to the question and edits nothing; Enter opens its answer, one undo closes it."""
    before = ticket.editor.text()
    ticket.book.run("question-2")
    assert ticket.editor.text() == before
    ticket.press(Qt.Key.Key_Return)
    assert "change my address?\n\n\n" in ticket.editor.text()
    ticket.editor.undo()
    assert ticket.editor.text() == before
    ticket.book.run("question-2")
    ticket.press(Qt.Key.Key_Return)
    ticket.keys("Open *Settings* and press *Address*.")
    ticket.until(lambda: ticket.state(2) is State.ANSWERED)
    badge = next(m for m in ticket.editor.margin_area.marks if m.number == 2)
    assert badge.state is State.ANSWERED


def test_shift_enter_stays_in_the_quote(ticket: Ticket) -> None:
    """The line is broken, and both halves are quoted."""
    ticket.behind("When will")
    ticket.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "> the invoice PDF has an empty page. When will\n>" in ticket.editor.text()


def test_what_is_typed_is_saved(ticket: Ticket) -> None:
    """*Saved* is said when the desk has exactly the text."""
    ticket.behind("Hi Jo,")
    ticket.keys(" thanks")
    assert ticket.place.reply.saved.text() == "Saving"
    ticket.until(lambda: ticket.place.reply.saved.text() == "Saved")
    assert ticket.desk.draft(ticket.number).text == ticket.editor.text()


def test_a_full_disk_keeps_the_text_and_says_so(ticket: Ticket) -> None:
    """The sentence stays until the save went through."""
    FullDesk.full = True
    try:
        ticket.behind("Hi Jo,")
        ticket.keys(" x")
        ticket.place.save_now()
        ticket.until(lambda: ticket.place.reply.problem.isVisible())
        assert "The disk is full." in ticket.place.reply.problem.words.text()
    finally:
        FullDesk.full = False
    ticket.place.save_now()
    ticket.until(lambda: not ticket.place.reply.problem.isVisible())
    assert ticket.desk.draft(ticket.number).text == ticket.editor.text()


def test_no_break_spaces_reach_the_desk(ticket: Ticket) -> None:
    """Character for character, U+2028 too."""
    ticket.editor.replace_all("a\u00a0b\u2028c")
    ticket.place.save_now()
    ticket.until(lambda: ticket.desk.draft(ticket.number).text == "a\u00a0b\u2028c")


def test_walking_fixing_and_dismissing_by_keyboard(ticket: Ticket) -> None:
    """F8 goes to the finding, Ctrl+. mends it in one undo step, Ctrl+Shift+. sets the next one aside."""
    ticket.editor.replace_all("Hi Jo,\n\nPlease do not hesitate to ask. I will revert back to you.\n")
    ticket.until(lambda: any(u.token == "tone" for u in ticket.editor.underlines))
    before = ticket.editor.text()
    ticket.place.reply.strip.reading_pressed.emit(Reading.TONE.value)
    assert ticket.editor.textCursor().hasSelection()
    ticket.book.run("fix-finding")
    assert ticket.editor.text() != before
    ticket.editor.undo()
    assert ticket.editor.text() == before
    ticket.until(lambda: any(u.token == "tone" for u in ticket.editor.underlines))
    ticket.place.reply.strip.reading_pressed.emit(Reading.TONE.value)
    count = len(ticket.place.knowledge.cards)
    ticket.book.run("dismiss-finding")
    ticket.until(lambda: len(ticket.place.knowledge.cards) == count - 1)
    assert ticket.place.knowledge.dismissed.isVisible()


def test_the_menu_of_underlined_words(ticket: Ticket) -> None:
    """Fixes come first; selected words can be said to answer a question."""
    ticket.editor.replace_all("Hi Jo,\n\nPlease do not hesitate to ask.\n")
    ticket.until(lambda: any(u.token == "tone" and u.fixes for u in ticket.editor.underlines))
    mark = next(u for u in ticket.editor.underlines if u.fixes)
    point = ticket.editor.cursorRect(ticket.editor.cursor_on(mark.start + 2, mark.start + 2)).center()
    menu = ticket.editor.menu_at(point)
    assert "Dismiss the finding here" in [action.text() for action in menu.actions()]
    menu.actions()[0].trigger()
    assert mark.fixes[0] in ticket.editor.text()
    menu.deleteLater()
    ticket.editor.selectAll()
    menu = ticket.editor.menu_at(point)
    next(a for a in menu.actions() if a.text() == "These words answer question 2").trigger()
    ticket.until(lambda: ticket.open.decisions.linked)
    menu.deleteLater()


def test_enter_in_the_mail_goes_to_the_answer(ticket: Ticket) -> None:
    """From the question under the cursor the keyboard goes to its place in the draft."""
    mail = ticket.place.mail.text
    mail.setFocus()
    place = mail.text().index("change my")
    mail.setTextCursor(mail.cursor_on(place, place))
    ticket.qtbot.keyClick(mail, Qt.Key.Key_Return)
    assert ticket.editor.hasFocus()


def test_a_card_opens_and_can_be_taken_back(ticket: Ticket) -> None:
    """Enter on a card shows why and how; what was dismissed comes back by Undo."""
    knowledge = ticket.place.knowledge
    ticket.editor.replace_all("Hi Jo,\n\nPlease do not hesitate to ask.\n")
    ticket.until(lambda: knowledge.cards)
    anchor, card = next(iter(knowledge.cards.items()))
    ticket.qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.is_open
    ticket.qtbot.keyClick(card, Qt.Key.Key_Delete)
    ticket.until(lambda: anchor not in knowledge.cards)
    knowledge.dismissed.undo_wanted.emit(ticket.open.dismissals[0].id)
    ticket.until(lambda: anchor in knowledge.cards)


def test_inserting_a_suggestion(ticket: Ticket) -> None:
    """The passage goes below the question, with its version noted."""
    ticket.behind("change my address?")
    knowledge = ticket.place.knowledge
    ticket.until(lambda: [c.card.title for c in knowledge.suggestion_cards] == ["Change an address"])
    ticket.qtbot.keyClick(knowledge.suggestion_cards[0], Qt.Key.Key_Return)
    assert "change my address?\n\nOpen *Settings*" in ticket.editor.text()
    ticket.until(lambda: ticket.desk.insertions(ticket.number))


def test_a_suggestion_goes_below_its_question_from_the_greeting(ticket: Ticket) -> None:
    """The cursor stands there when a ticket is opened; the card says for which question it is."""
    ticket.place.mail.presenter.dismiss("q1")
    ticket.editor.replace_all("Hi Jo,\n\n> How do I change my address?\n\nKim\n")
    ticket.until(lambda: ticket.state(2) is State.UNANSWERED and ticket.state(1) is State.DISMISSED)
    ticket.behind("Hi Jo,")
    knowledge = ticket.place.knowledge
    ticket.until(lambda: [c.card.title for c in knowledge.suggestion_cards] == ["Change an address"])
    ticket.qtbot.keyClick(knowledge.suggestion_cards[0], Qt.Key.Key_Return)
    ticket.until(lambda: "Settings" in ticket.editor.text())
    assert ticket.editor.text().index("Settings") > ticket.editor.text().index("address?")


def test_a_workaround_goes_below_the_greeting(ticket: Ticket) -> None:
    """It is about the mail as a whole, and not about its first question."""
    ticket.editor.replace_all("Hi Jo,\n\n> When will that be fixed?\n\nKim\n")
    ticket.behind("Hi Jo,")
    ticket.until(lambda: ticket.place.reply.issues.notices)
    ticket.place.reply.issues.workaround_wanted.emit("blank")
    assert ticket.editor.text() == "Hi Jo,\n\nPrint it twice.\n\n> When will that be fixed?\n\nKim\n"


def test_the_known_issue_is_said_and_linked(ticket: Ticket) -> None:
    """Its bar stands beside the draft; linking makes it one quiet line."""
    bar = ticket.place.reply.issues
    ticket.until(lambda: bar.isVisible())
    ticket.book.run("link-issue")
    ticket.until(lambda: bar.notices[0].is_linked)
    assert ticket.desk.linked_issues(ticket.number) == ("blank",)


def test_fetching_knowledge_at_the_cursor(ticket: Ticket) -> None:
    """``??`` opens the list, Enter inserts, the keyboard never leaves the draft."""
    ticket.editor.replace_all("Hi Jo,\n\n")
    ticket.keys("?? addr")
    ticket.until(lambda: ticket.place.reply.fetch.list.count() == 1)
    assert ticket.editor.hasFocus()
    ticket.press(Qt.Key.Key_Return)
    assert ticket.editor.text() == "Hi Jo,\n\nOpen *Settings* and press *Address*."
    assert not ticket.place.reply.fetch.isVisible()


def test_fetching_a_snippet(ticket: Ticket) -> None:
    """``//`` lists snippets; its fields are filled; Escape leaves the marks as text."""
    ticket.editor.replace_all("")
    ticket.keys("//thx")
    ticket.until(lambda: ticket.place.reply.fetch.list.count() == 1)
    ticket.press(Qt.Key.Key_Tab)
    assert ticket.editor.text() == "Thank you, Jo."
    ticket.keys(" //th")
    ticket.until(lambda: ticket.place.reply.fetch.isVisible())
    ticket.press(Qt.Key.Key_Escape)
    assert not ticket.place.reply.fetch.isVisible()
    assert ticket.editor.text().endswith("//th")


def test_the_preview_shows_four_ways(ticket: Ticket) -> None:
    """As HTML, on a dark window, as plain text, as the colour-blind see it; and back to the draft."""
    ticket.book.run("preview-reply")
    preview = ticket.place.reply.preview
    for kind in PreviewKind:
        preview.choose(kind)
        ticket.lanes.wait_idle()
        assert "Hello" in preview.page.toPlainText()
    ticket.qtbot.keyClick(preview.buttons[PreviewKind.HTML], Qt.Key.Key_Escape)
    assert ticket.editor.hasFocus()


def test_choosing_a_colour(ticket: Ticket) -> None:
    """The swatch is kept with the draft."""
    ticket.keys("x")
    with ticket.qtbot.waitSignal(ticket.place.reply.swatches.colour_chosen):
        ticket.place.reply.swatches.menu().actions()[1].trigger()
    ticket.until(lambda: ticket.desk.answer_colour(ticket.number) == "#087E96")


def test_the_last_look_goes_back_on_enter_and_escape(ticket: Ticket) -> None:
    """Its focused button is *Keep editing*; Ctrl+Enter again sends nothing."""
    look = ticket.place.last_look
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        with ticket.qtbot.waitSignal(look.shown):
            ticket.book.run("last-look")
        assert look.keep.hasFocus()
        ticket.qtbot.keyClick(look.keep, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert ticket.place.currentWidget() is look
        ticket.qtbot.keyClick(look.keep, key)
        assert ticket.place.currentWidget() is ticket.place.columns
        assert ticket.editor.hasFocus()
    assert ticket.desk.replies(ticket.number) == ()


def test_copying_the_reply(ticket: Ticket) -> None:
    """HTML and plain text are on the clipboard, the reply is filed, the ticket replied."""
    with ticket.qtbot.waitSignal(ticket.place.last_look.shown):
        ticket.book.run("last-look")
    with ticket.qtbot.waitSignal(ticket.place.replied):
        ticket.place.last_look.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert "Hi Jo," in data.text()
    assert data.hasHtml()
    assert ticket.desk.ticket(ticket.number).status is TicketStatus.REPLIED


def test_a_way_out_has_a_key(ticket: Ticket) -> None:
    """Enter keeps editing, so that none leaves by itself; Alt and the first letter let it go."""
    ticket.book.run("last-look")
    page = ticket.place.last_look
    ticket.until(page.isVisible)
    ticket.until(page.keep.hasFocus)
    assert [way.shortcut().toString() for way in (page.copy, page.write, page.open_mail)] == [
        "Alt+C",
        "Alt+W",
        "Alt+O",
    ]
    said = [label.text() for label in page.findChildren(QLabel) if "not answered" in label.text()]
    assert said == ["2 questions are not answered yet."]


def test_writing_the_reply(ticket: Ticket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ``.eml`` reads back as an answer to the mail; a folder that is not there is said."""
    target = tmp_path / "nowhere" / "reply.eml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    look = ticket.place.last_look
    with ticket.qtbot.waitSignal(look.shown):
        ticket.book.run("last-look")
    look.write.click()
    ticket.until(lambda: look.news.count())
    assert ticket.desk.replies(ticket.number) == ()
    target.parent.mkdir()
    with ticket.qtbot.waitSignal(ticket.place.replied):
        look.write.click()
    assert parse_message(target.read_bytes()).in_reply_to == "a@example.org"


def test_attaching_and_copies(ticket: Ticket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file leaves with the reply until it is pressed again; copies are typed."""
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"%PDF-1.4 guide")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    ticket.book.run("attach-file")
    ticket.until(lambda: ticket.open.attachments)
    (file,) = ticket.open.attachments
    assert (file.name, file.data) == ("guide.pdf", b"%PDF-1.4 guide")
    ticket.place.reply.envelope.detach_wanted.emit(file.id)
    assert ticket.open.attachments == ()
    envelope = ticket.place.reply.envelope
    envelope.add_cc.click()
    ticket.qtbot.keyClicks(envelope.cc, "a@example.org; b@example.org")
    ticket.qtbot.keyClick(envelope.cc, Qt.Key.Key_Return)
    assert ticket.open.cc == ("a@example.org", "b@example.org")


def test_the_right_column_becomes_a_drawer(ticket: Ticket) -> None:
    """Below 1,180 px it opens by F6 over the draft, and F6 from within closes it."""
    ticket.place.window().resize(1000, 700)
    ticket.until(lambda: ticket.place.columns.is_narrow)
    assert not ticket.place.columns.right_is_open
    ticket.book.run("show-knowledge")
    assert ticket.place.columns.right_is_open
    ticket.book.run("show-knowledge")
    assert not ticket.place.columns.right_is_open
    ticket.book.run("show-knowledge")
    ticket.qtbot.keyClick(ticket.place.knowledge.open_questions.badges[0], Qt.Key.Key_Escape)
    assert not ticket.place.columns.right_is_open
    assert ticket.editor.hasFocus()
    ticket.place.window().resize(1280, 800)
    ticket.until(lambda: ticket.place.columns.right_is_open)


def test_dragged_widths_are_remembered(ticket: Ticket) -> None:
    """Once the drag has settled, and kept when the window changes its size."""
    columns = ticket.place.columns
    with ticket.qtbot.waitSignal(columns.widths_changed) as told:
        columns.splitter.moveSplitter(500, 1)
    assert abs(told.args[0][0] - 500) <= 2
    ticket.place.window().resize(1281, 800)
    ticket.until(lambda: abs(columns.splitter.sizes()[0] - 500) <= 2)


def test_both_themes_are_worn_live(ticket: Ticket, themes: ThemeSwitcher) -> None:
    """The text stays what it is; nothing is drawn from the theme before."""
    before = ticket.editor.text()
    in_light = answer_ink("#186DEC").lightness()
    with ticket.qtbot.waitSignal(themes.changed):
        themes.choose("dark")
    assert answer_ink("#186DEC").lightness() > in_light
    assert ticket.editor.answer_ink_now().lightness() > in_light
    assert ticket.editor.text() == before
    assert ticket.place.grab().toImage().pixelColor(700, 500).lightness() < 60


def test_everything_is_reached_by_tab(ticket: Ticket) -> None:
    """From the draft, Tab goes round and comes back to it."""
    seen = []
    ticket.editor.setFocus()
    for _ in range(60):
        ticket.qtbot.keyClick(ticket.place.focusWidget(), Qt.Key.Key_Tab)
        focused = ticket.place.window().focusWidget()
        seen.append(focused)
        if focused is ticket.editor:
            break
    assert seen[-1] is ticket.editor
    assert ticket.place.mail.text in seen
    assert ticket.place.reply.strip.finish in seen
    assert ticket.place.knowledge.open_questions.badges[0] in seen


def test_few_findings_show_their_whole_sentence(ticket: Ticket) -> None:
    """Nothing is cut where there is room; with more than a handful, only the one in hand is whole."""
    ticket.editor.replace_all("Hi Jo,\n\nPlease do not hesitate to ask. I will come back to you soon.\n")
    ticket.until(lambda: len(ticket.place.knowledge.cards) > 1)
    cards = list(ticket.place.knowledge.cards.values())
    assert len(cards) <= 4
    assert all(card.message.isVisibleTo(card) and not card.short.isVisibleTo(card) for card in cards)


def test_closing_saves(ticket: Ticket) -> None:
    """Leaving the ticket keeps the last words."""
    ticket.behind("Hi Jo,")
    ticket.keys(" bye")
    text = ticket.editor.text()
    ticket.place.close_ticket()
    ticket.lanes.wait_idle()
    assert ticket.desk.draft(ticket.number).text == text


def slip(ticket: Ticket) -> FindingCardView:
    """Type a misspelt word and return its card, in hand."""
    ticket.behind("Hi Jo,")
    ticket.keys(" you will recieve it.")
    ticket.until(lambda: any(v.card.rule == "spelling" for v in ticket.place.knowledge.cards.values()))
    card = next(v for v in ticket.place.knowledge.cards.values() if v.card.rule == "spelling")
    ticket.editor.go_to(ticket.editor.text().index("recieve") + 2)
    ticket.place.knowledge.findings.go_to(card.card.anchor)
    return ticket.place.knowledge.cards[card.card.anchor]


def test_a_slip_is_put_right_by_keyboard(ticket: Ticket) -> None:
    """Ctrl+. puts the likeliest word in its place, as one step of undo."""
    slip(ticket)
    ticket.book.run("fix-finding")
    assert "you will receive it." in ticket.editor.text()
    ticket.editor.undo()
    assert "you will recieve it." in ticket.editor.text()


def test_a_word_is_added_to_the_dictionary(ticket: Ticket) -> None:
    """Its finding goes, the list below has it with a way back."""
    card = slip(ticket)
    next(b for b in card.findChildren(QPushButton) if b.text() == "Add to dictionary").click()
    knowledge = ticket.place.knowledge
    ticket.until(lambda: all(view.card.rule != "spelling" for view in knowledge.cards.values()))
    assert knowledge.dismissed.toggle.text() == "1 set aside"
    undo = next(b for b in knowledge.dismissed.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    ticket.until(lambda: any(view.card.rule == "spelling" for view in knowledge.cards.values()))


@pytest.mark.parametrize("way", ["card", "key", "command"])
def test_a_finding_leads_to_its_rules_page(ticket: Ticket, way: str) -> None:
    """One click, the question mark on the card, or a command: the page that the command line prints."""
    card = slip(ticket)
    seen: list[str] = []

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RuleHelp)
        seen.append(dialog.text.toPlainText())
        dialog.close()

    QTimer.singleShot(0, read_and_close)
    if way == "card":
        next(b for b in card.findChildren(QPushButton) if b.text() == "About this rule").click()
    elif way == "key":
        ticket.qtbot.keyClicks(card, "?")
    else:
        ticket.book.run("explain-finding")
    rule = built_in_rules()["spelling"]
    assert len(seen) == 1
    assert rule.why in seen[0]
    assert 'extends = "spelling"' in seen[0]


def test_what_is_typed_before_a_quote_stands_above_it(ticket: Ticket) -> None:
    """A reply to nobody starts with the quote: no letter comes to stand before its marks."""
    ticket.editor.replace_all("> How do I pay?\n> Thanks\n")
    ticket.editor.go_to(0)
    ticket.keys("Hi Jo,")
    assert ticket.editor.text() == "Hi Jo,\n\n> How do I pay?\n> Thanks\n"
    ticket.editor.replace_all("Hi\n\n> How do I pay?\n> Thanks\n")
    ticket.editor.go_to(ticket.editor.text().index("> Thanks"))
    QApplication.clipboard().setText("By card.")
    ticket.editor.paste()
    assert ticket.editor.text() == "Hi\n\n> How do I pay?\n\nBy card.\n\n> Thanks\n"


def test_knowledge_is_fetched_from_within_a_quote(ticket: Ticket) -> None:
    """The marks would be words of the customer's there: an answer is opened for them."""
    ticket.editor.replace_all("Hi Jo,\n\n> How do I pay?\n\nKim\n")
    ticket.behind("How do I pay?")
    ticket.book.run("insert-knowledge")
    assert ticket.editor.text() == "Hi Jo,\n\n> How do I pay?\n\n??\n\nKim\n"
    ticket.until(ticket.place.reply.fetch.isVisible)


def test_letters_behind_a_question_open_its_answer(ticket: Ticket) -> None:
    """Alt+1 and writing: the customer's quote gets none of it, whoever types or pastes."""
    ticket.editor.replace_all("Hi Jo,\n\n> How do I pay? By card?\n\nKim\n")
    ticket.behind("pay?")
    ticket.keys("By card.")
    assert ticket.editor.text() == "Hi Jo,\n\n> How do I pay?\n\nBy card.\n\n> By card?\n\nKim\n"
    ticket.behind("> By card?")
    QApplication.clipboard().setText("Yes.")
    ticket.editor.paste()
    assert ticket.editor.text().endswith("> By card?\n\nYes.\n\nKim\n")


def test_a_quote_marked_by_hand_takes_words(ticket: Ticket) -> None:
    """Whoever types the mark means the words behind it."""
    ticket.editor.replace_all("")
    ticket.keys("> You wrote this")
    assert ticket.editor.text() == "> You wrote this"


def test_a_page_and_a_picture_are_pasted(ticket: Ticket) -> None:
    """A page keeps its list, one undo gives the plain words; a picture is attached."""
    ticket.editor.replace_all("Hi Jo,\n\n")
    page = QMimeData()
    page.setHtml("<ul><li>one</li><li>two</li></ul>")
    page.setText("one\ntwo")
    ticket.editor.insertFromMimeData(page)
    ticket.until(lambda: ticket.editor.text() == "Hi Jo,\n\n- one\n- two")
    ticket.editor.undo()
    assert ticket.editor.text() == "Hi Jo,\n\none\ntwo"
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert ticket.editor.canInsertFromMimeData(picture)
    ticket.editor.insertFromMimeData(picture)
    ticket.until(lambda: ticket.open.attachments)
    assert ticket.open.attachments[0].data.startswith(b"\x89PNG")


def test_an_open_question_is_a_number_that_leads_there(ticket: Ticket) -> None:
    """Pressed, it goes to the question and shows its card; what needs no answer can be taken up again."""
    knowledge, told = ticket.place.knowledge, []
    ticket.place.told.connect(lambda *values: told.append(values))
    _, second = knowledge.open_questions.badges
    assert second.accessibleName().startswith("Question 2 has no answer yet")
    ticket.qtbot.keyClick(second, Qt.Key.Key_Space)
    assert ticket.editor.hasFocus()
    (card,) = knowledge.cards.values()
    assert card.is_open
    assert card.card.number == 2
    ticket.book.run("dismiss-finding")
    ticket.until(lambda: ticket.state(2) is State.DISMISSED and len(knowledge.open_questions.badges) == 1)
    (_, act, take_back), *_ = told
    assert act == "Take it up again"
    take_back()
    ticket.until(lambda: len(knowledge.open_questions.badges) == 2)


def test_one_enter_or_two_behind_the_greeting(ticket: Ticket) -> None:
    """Either way a paragraph opens, and the third makes a line."""
    for enters, lines in ((1, ""), (2, ""), (3, "\n")):
        ticket.editor.replace_all("Hi Jo,\n\n> How do I pay?\n")
        ticket.behind("Hi Jo,")
        for _ in range(enters):
            ticket.press(Qt.Key.Key_Return)
        ticket.keys("Thanks.")
        assert ticket.editor.text() == f"Hi Jo,\n\n{lines}Thanks.\n\n> How do I pay?\n"


def test_a_key_that_does_nothing_says_why(ticket: Ticket) -> None:
    """Nobody is left to wonder whether the program heard."""
    told: list[str] = []
    ticket.place.told.connect(lambda said, act, run: told.append(said))
    ticket.book.run("question-7")
    ticket.book.run("mark-question")
    ticket.editor.replace_all("Hi Jo,\n\nyes.\n")
    ticket.until(lambda: ticket.open.review.states)
    ticket.book.run("fix-finding")
    assert told == [
        "The mail has 2 questions.",
        "Select the question's words in their mail first; Alt+0 leads there.",
        "No finding is at the cursor; F8 goes to the next one.",
    ]
