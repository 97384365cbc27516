"""The page of the last look. Its focused button is *Keep editing*; Enter and Escape go back."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.look.measures import grown
from desktop.look.theme import current_theme, set_look
from desktop.reply.last_look.last_look import LastLook, OpenPoint
from desktop.reply.last_look.last_look_presenter import LastLookPresenter
from desktop.reply.last_look.look_lines import look_line, section
from desktop.reply.last_look.promise_section import PromiseSections
from desktop.reply.preview.mail_page_view import MailPageView
from desktop.reply.preview.preview_page import preview_page
from desktop.text import Label, set_tooltip
from desktop.widgets.pieces import QuietNotice, TallColumn, column, emptied, small_button
from desktop.widgets.reading_order import ReadingOrder

_WIDTH = 680
_BEHIND_SIGN = re.compile(r"(?<=[@._/+-])(?=\w)")
"""Where a long address may go on in the next line."""


class LastLookPage(QWidget):
    """Shows the last look.

    ``shown`` and ``left`` say that it came to the front or goes; ``finding_wanted`` carries a finding's
    anchor, ``next_wanted`` asks for the next ticket, ``article_wanted`` for an article out of the reply.
    """

    shown = Signal()
    left = Signal()
    finding_wanted = Signal(str)
    question_wanted = Signal(str)
    next_wanted = Signal()
    article_wanted = Signal()
    presenter: LastLookPresenter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.keep = small_button("Keep editing", lambda: self.presenter.keep_editing(), look="primary")
        self.copy = _way_out("Copy", lambda: self.presenter.copy(), "copy")
        self.write = _way_out("Write .eml…", self._write, "save")
        self.open_mail = _way_out(
            "Open in mail program", lambda: self.presenter.open_in_mail_program(), "send"
        )
        self.next = small_button("Next ticket", self.next_wanted.emit, look="primary")
        self.article = small_button(
            "Write an article from it", self.article_wanted.emit, look="quiet", icon="edit"
        )
        set_tooltip(self.article, "For the next one who asks: nothing of the library was used (Ctrl+Shift+E)")
        self.next.hide()
        self.article.hide()
        self.folder = Path.home()
        self._pages = {False: "", True: ""}
        self.page = MailPageView()
        self.page.setAccessibleName("The reply as it will arrive")
        self.news = QVBoxLayout()
        self._box, self._sections = column(20, (24, 32, 24, 24))
        self._lay_out()
        self._reading_order = ReadingOrder(self)

    def show_look(self, look: LastLook) -> None:
        """Show what is still open and what leaves."""
        emptied(self.news)
        emptied(self._sections)
        self.next.hide()
        self.article.hide()
        set_look(self.keep, "primary")
        self._pages = {False: look.page, True: look.dark_page}
        self._sections.addWidget(_head(look))
        if look.stops:
            self._sections.addWidget(self._stops(look))
        self._sections.addWidget(self._open_points(look.open_points))
        self._sections.addWidget(_leaving(look))
        promises = PromiseSections(look)
        promises.day_chosen.connect(self.presenter.choose_day)
        promises.kept_chosen.connect(lambda number, kept: self.presenter.choose_kept(number, kept=kept))
        self._sections.addWidget(promises)
        self._sections.addStretch(1)
        self.theme_changed()
        self.scroller.verticalScrollBar().setValue(0)
        self._reading_order.soon()
        self.shown.emit()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def theme_changed(self) -> None:
        """Show the reply as a mail window of this theme shows it."""
        dark = current_theme().dark
        self.page.show_page(preview_page(self._pages[dark], dark=dark), dark=dark)

    def show_left(self, sentence: str, *, unaided: bool) -> None:
        """Say how the reply left; offer an article where the library had nothing for it."""
        emptied(self.news)
        self.news.addWidget(QuietNotice(sentence, icon="check", token="ok", look="notice-ok"))
        self.news.addSpacing(8)
        self.next.show()
        self.article.setVisible(unaided)
        # What is done is done: the next Enter goes on.
        set_look(self.keep, "")
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failed(self, sentence: str) -> None:
        """Say why it could not leave."""
        emptied(self.news)
        self.news.addWidget(QuietNotice(sentence, icon="stop", token="stop", look="notice-stop"))
        self.news.addSpacing(8)

    def hide_look(self) -> None:
        """Go back to the draft."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, Enter presses the focused button: at first *Keep editing*."""
        if event.key() == Qt.Key.Key_Escape:
            self.presenter.keep_editing()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Ctrl+Enter again must not send: only a plain Enter presses anything.
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return
            focused = self.focusWidget()
            button = focused if isinstance(focused, QPushButton) and focused.hasFocus() else self.keep
            button.click()
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        suggested = self.folder / self.presenter.suggested_name
        path, _ = QFileDialog.getSaveFileName(self, "Write the reply", str(suggested), "Mail (*.eml)")
        if path:
            chosen = Path(path)
            self.folder = chosen.parent
            self.presenter.write(chosen if chosen.suffix else chosen.with_suffix(".eml"))

    def _stops(self, look: LastLook) -> QWidget:
        box, rows = section("Must not leave like this")
        for finding in look.stops:
            words = finding.message
            notice = QuietNotice(words, icon="stop", token="stop", look="notice-stop")
            go = small_button("Go there", partial(self.finding_wanted.emit, finding.anchor))
            go.setAccessibleName(f"Go there: {words}")
            notice.row.addWidget(go)
            rows.addWidget(notice)
        return box

    def _open_points(self, points: tuple[OpenPoint, ...]) -> QWidget:
        box, rows = section("Still open")
        if not points:
            rows.addWidget(look_line("Nothing: every question has its answer.", icon="check", token="ok"))
        unanswered = sum(point.is_unanswered for point in points)
        if unanswered:
            count = "One question is" if unanswered == 1 else f"{unanswered} questions are"
            rows.addWidget(Label(f"{count} not answered yet.", "muted"))
        # Said once for all of them, so that what leaves stays in sight below a long list.
        for point in sorted(points, key=lambda point: not point.is_unanswered):
            icon, token = ("circle", "stop") if point.is_unanswered else ("half", "warn")
            detail = "" if point.is_unanswered else point.how
            line = look_line(f"{point.number}  {point.words}", icon=icon, token=token, detail=detail)
            go = small_button("Go there", partial(self.question_wanted.emit, point.question_id), look="quiet")
            go.setAccessibleName(f"Go to question {point.number}, {point.how}")
            line.add_act(go)
            rows.addWidget(line)
        rows.setSpacing(0 if points else rows.spacing())
        return box

    def _lay_out(self) -> None:
        centre = TallColumn()
        set_look(centre, "page")
        centre.rows.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        centre.rows.addLayout(across)
        self._box.setMaximumWidth(grown(_WIDTH))
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across.addStretch(1)
        across.addWidget(self._box, 100)
        across.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(centre)
        foot = QFrame()
        set_look(foot, "strip")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        row.addWidget(self.keep)
        row.addWidget(self.next)
        row.addWidget(self.article)
        row.addStretch(1)
        for button in (self.copy, self.write, self.open_mail):
            row.addWidget(button)
        self.news.setContentsMargins(24, 0, 24, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.scroller, 5)
        rule = QFrame()
        set_look(rule, "rule")
        sides.addWidget(rule)
        sides.addWidget(self.page, 6)
        outer.addLayout(sides, 1)
        outer.addLayout(self.news)
        outer.addWidget(foot)


def _way_out(words: str, act: Callable[[], object], icon: str) -> QPushButton:
    """Return the button of a way out; its first letter with Alt presses it: Enter keeps editing."""
    button = small_button(words, act, icon=icon)
    button.setText(f"&{words}")
    button.setAccessibleName(words)
    set_tooltip(button, f"Alt+{words[0]}")
    return button


def _head(look: LastLook) -> QWidget:
    box, rows = column(4)
    rows.addWidget(Label("Last look", "page"))
    if look.is_clear:
        words = "Every question is taken care of. Read it once again, then let it go."
    else:
        words = "Read it once again: something here still asks for you."
    if look.others:
        words += f" {look.others} smaller finding{'' if look.others == 1 else 's'} can wait."
    rows.addWidget(Label(words, "muted", wrap=True))
    return box


def _leaving(look: LastLook) -> QWidget:
    box, rows = section("What leaves")
    if look.sender:
        rows.addWidget(_pair("From", look.sender))
    else:
        words = (
            "Your name and address are not in the settings yet (Ctrl+,): the mail leaves without a sender."
        )
        rows.addWidget(QuietNotice(words, icon="warning", token="warn", look="notice-warn"))
    rows.addWidget(_pair("To", look.to or "nobody yet: the mail has no address to answer to"))
    if look.cc:
        rows.addWidget(_pair("Cc", ", ".join(look.cc)))
    rows.addWidget(_pair("Subject", look.subject))
    rows.addWidget(_pair("Attached", ", ".join(look.attachments) or "nothing"))
    count = "one word" if look.words == 1 else f"{look.words:,} words"
    rows.addWidget(_pair("Length", f"{count} of yours"))
    for warning in look.warnings:
        rows.addWidget(QuietNotice(warning, icon="warning", token="warn", look="notice-warn"))
    return box


def _pair(name: str, value: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label = Label(name, "muted")
    label.setFixedWidth(grown(72))
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    # Not to be selected: what is copied would have the break chances in it.
    row.addWidget(Label(_BEHIND_SIGN.sub("\u200b", value), wrap=True), 1)
    return box
