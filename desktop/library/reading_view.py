"""The reading pane: what one can do above, the record's head, its text; both places have one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.library.page import RecordPage
from desktop.library.problem_strip import ProblemStrip
from desktop.library.reading_text import ReadingText
from desktop.library.record_delegate import TONE_TOKENS
from desktop.library.trust import Badge
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import current_theme, set_look
from desktop.text import Label, no_mnemonic, set_tooltip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import chip, icon_button, small_button
from desktop.widgets.tone import Tone
from desktop.window.empty_state import EmptyState

_BAR_HEIGHT = 48
_SIDE = 28
_LEAST_AREA, _LEAST_WORDS, _BAR_END = 120, 64, 16
_FOCUS_LINE, _BESIDE = 2, 8


class ReadingPane(QFrame):
    """Shows one record; ``left`` wants the keyboard back in the search."""

    link_activated = Signal(str)
    left = Signal()

    def __init__(self, empty_icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.page: RecordPage | None = None
        self._why = self._area = ""
        self._shown_facts: object = None
        self._acts: list[QWidget] = []
        self._shrinking: dict[QPushButton, str] = {}
        self.area = Label("", "label", elide=True)
        self.bar = QHBoxLayout()
        self.problem = ProblemStrip()
        self.title = Label("", "page", wrap=True, selectable=True)
        self.lead = Label("", "muted", wrap=True, selectable=True)
        self._badges_box = QWidget()
        self._badges = FlowLayout(self._badges_box, gap=6)
        self.text = ReadingText()
        self.text.link_activated.connect(self.link_activated)
        self.text.installEventFilter(self)
        self._focus_line = _FocusLine(self.text)
        self.empty = EmptyState(empty_icon)
        self.stack = QStackedWidget()
        self._lay_out()
        self.show_nothing("")

    # Acts --------------------------------------------------------------------------------------------

    def add_button(
        self,
        words: str,
        act: Callable[[], object],
        *,
        icon: str = "",
        tip: str = "",
        shrinks: bool = False,
    ) -> QPushButton:
        """Add an act to the bar, with words; ``shrinks``: only its icon where there is little room.

        Those that were added first lose their words first.
        """
        button = small_button(words, act, look="quiet", icon=icon)
        if shrinks:
            self.rename(button, words)
        if tip:
            set_tooltip(button, tip)
        self._add_to_bar(button)
        return button

    def rename(self, button: QPushButton, words: str) -> None:
        """Give an act that shrinks other words."""
        self._shrinking[button] = words
        button.setAccessibleName(words)
        self._fit_bar()

    def show_act(self, button: QPushButton, *, shown: bool) -> None:
        """Offer an act, or don't."""
        button.setVisible(shown)
        self._fit_bar()

    def add_icon(self, icon: str, spoken: str, act: Callable[[], object]) -> QWidget:
        """Add an act to the bar, as an icon."""
        button = icon_button(icon, spoken, act)
        self._add_to_bar(button)
        return button

    def _add_to_bar(self, button: QWidget) -> None:
        """Put an act behind the others, for Tab too: the text comes last."""
        self.bar.addWidget(button)
        if self._acts:
            self.setTabOrder(self._acts[-1], button)
        self._acts.append(button)
        self.setTabOrder(button, self.text)

    # What is shown -------------------------------------------------------------------------------------

    def show_page(
        self, page: RecordPage, *, words: tuple[str, ...], section: str, again: bool, why: str = ""
    ) -> None:
        """Show a record and why it was found; ``again`` keeps the place where one was reading."""
        place = self.text.verticalScrollBar().value()
        if not again or self.page is None or self.page.key != page.key:
            self.problem.say("")
        self.page, self._why = page, why
        self._show_head(page)
        self.stack.setCurrentIndex(0)
        self.stack.currentWidget().layout().activate()  # type: ignore[union-attr]
        self.text.show_page(page.html, words)
        if again:
            self.text.verticalScrollBar().setValue(place)
        else:
            self.text.go_to(section)

    def show_nothing(self, sentence: str, *, first: str = "", second: str = "", more: str = "") -> None:
        """Show that no record is open, and up to two things to do about it."""
        self.page = None
        self.empty.say(sentence, first, second, more)
        self.empty.picture.setVisible(bool(sentence))
        self.stack.setCurrentIndex(1)

    def wear(self, _: object = None) -> None:
        """Draw the head's badges in the theme's inks; the text follows by itself."""
        self._shown_facts = None
        if self.page is not None:
            self._show_head(self.page)

    def focus_text(self) -> None:
        """Put the keyboard into the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leads back to the search."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.left.emit()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons that shrink lose their words where there is little room."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Take the words from one button after the other, until all acts have room beside the area."""
        for button, words in self._shrinking.items():
            button.setText(no_mnemonic(words))
        for button in self._shrinking:
            if self._bar_width() <= self.width():
                break
            button.setText("")
        self._fit_area()

    def _fit_area(self) -> None:
        """Say where the record belongs, unless there is room for some letters of it only."""
        room = self.width() - self._bar_width() + grown(_LEAST_AREA)
        self.area.setText(self._area if room >= grown(_LEAST_WORDS) else "")

    def _bar_width(self) -> int:
        """Return the width in px that the bar needs."""
        shown = [act.sizeHint().width() + self.bar.spacing() for act in self._acts if not act.isHidden()]
        return _SIDE + grown(_LEAST_AREA) + sum(shown) + _BAR_END

    def _show_head(self, page: RecordPage) -> None:
        self._area = " · ".join(part for part in (page.area, self._why) if part)
        self._fit_area()
        self.title.setText(page.title)
        self.lead.setText(page.lead)
        self.lead.setVisible(bool(page.lead))
        facts = (page.badges, page.facts, page.chips)
        if facts != self._shown_facts:
            self._shown_facts = facts
            self._show_facts(page)

    def _show_facts(self, page: RecordPage) -> None:
        self._badges.clear()
        for badge in page.badges:
            self._badges.addWidget(badge_label(badge))
        for fact in page.facts:
            self._badges.addWidget(_fact(fact))
        for words in page.chips:
            self._badges.addWidget(chip(words))
        self._badges_box.updateGeometry()

    def _lay_out(self) -> None:
        bar = QFrame()
        set_look(bar, "bar")
        bar.setFixedHeight(grown(_BAR_HEIGHT))
        row = QHBoxLayout(bar)
        row.setContentsMargins(_SIDE, 0, _BAR_END, 0)
        row.setSpacing(8)
        row.addWidget(self.area, 1)
        self.bar.setSpacing(4)
        row.addLayout(self.bar)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 20, _SIDE, 12)
        head.setSpacing(8)
        for widget in (self.title, self.lead, self._badges_box):
            head.addWidget(widget)
        text = QHBoxLayout()
        text.setContentsMargins(_SIDE - _FOCUS_LINE - _BESIDE, 4, 2, 0)
        text.setSpacing(_BESIDE)
        text.addWidget(self._focus_line)
        text.addWidget(self.text)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.problem)
        column.addLayout(head)
        column.addLayout(text, 1)
        self.stack.addWidget(page)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)


class _FocusLine(QWidget):
    """A line beside a text, in the accent while the text has the keyboard."""

    def __init__(self, text: QWidget) -> None:
        super().__init__()
        self._text = text
        self.setFixedWidth(_FOCUS_LINE)
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, or nothing."""
        if self._text.hasFocus():
            QPainter(self).fillRect(self.rect(), current_theme().qcolor("accent"))


_BADGE_LOOKS = {
    Tone.OK: "badge-ok",
    Tone.OPEN: "badge",
    Tone.WARN: "badge-warn",
    Tone.STOP: "badge-stop",
}


def badge_label(badge: Badge) -> QWidget:
    """Return a badge for a page: an icon and its words in full, on a soft ground."""
    frame = QFrame()
    set_look(frame, f"{_BADGE_LOOKS[badge.tone]}-frame")
    row = QHBoxLayout(frame)
    row.setContentsMargins(7, 2, 8, 2)
    row.setSpacing(5)
    if badge.icon:
        sign = Label()
        set_icon(sign, badge.icon, TONE_TOKENS[badge.tone], 14)
        row.addWidget(sign)
    words = Label(badge.told, _LABEL_ROLES[badge.tone])
    row.addWidget(words)
    return frame


_LABEL_ROLES = {Tone.OK: "ok-label", Tone.OPEN: "label", Tone.WARN: "warn-label", Tone.STOP: "stop-label"}


def _fact(words: str) -> Label:
    label = Label(words, "label")
    label.setContentsMargins(4, 3, 4, 3)
    return label
