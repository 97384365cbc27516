"""The editor of the draft: Markdown with quotes, inline answers, underlines and numbered answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from composer.draft import is_quote_line, unquoted
from desktop.look.answer_colours import SWATCHES
from desktop.look.theme import current_theme
from desktop.reply.draft.draft_ink import DraftInk
from desktop.reply.draft.editor_menu import finding_acts, link_acts
from desktop.reply.draft.edits import Edit, quote_marks
from desktop.reply.draft.quoted_questions import DraftBadge
from desktop.reply.draft.within_quotes import answers_within_quote
from desktop.reply.paper.margin import MarginMark
from desktop.reply.paper.measured_text import MeasuredText
from desktop.reply.paper.underline_paint import (
    PlacedUnderline,
    paint_quote_bar,
    paint_underlines,
    visible_blocks,
)
from desktop.reply.readings import Underline
from desktop.reply.their_mail.mail_page import spoken_state
from desktop.text import tooltip_text

_BAR_ROOM = 14
_BAR_LEFT = 1.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class ReplyEditor(MeasuredText):
    """Edits a draft and says what was typed: ``typed`` carries text and cursor, in code points.

    ``pasted`` carries the draft before, where the pasted words begin and end, and their HTML.

    ``enter_in_text`` and ``soft_enter_in_text`` are asked before Enter does what it always does;
    ``list_key`` is asked first for the keys that an open list at the cursor takes, ``next_field``
    before Tab leaves.
    """

    typed = Signal(str, int)
    cursor_moved = Signal(int)
    badge_pressed = Signal(str)
    files_dropped = Signal(list)
    picture_pasted = Signal(QImage)
    pasted = Signal(str, int, int, str)
    left_it = Signal()
    fix_wanted = Signal(str, int)
    dismiss_wanted = Signal(str)
    link_wanted = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, indent=_BAR_ROOM)
        self.setAccessibleName("Your reply")
        self.setPlaceholderText("Write your reply here. ?? finds knowledge, // a snippet.")
        self.enter_in_text: Callable[[int], bool] = lambda _: False
        self.soft_enter_in_text: Callable[[int], bool] = lambda _: False
        self.list_key: Callable[[int], bool] = lambda _: False
        self.next_field: Callable[[int], bool] = lambda _: False
        self.questions_to_link: Callable[[], Sequence[tuple[str, int]]] = tuple
        self.agent_name: Callable[[], str] = str
        self._colour = SWATCHES[0].colour
        self._last_text = ""
        self._quoting = -1
        self._opening = False
        self._underlines: tuple[PlacedUnderline, ...] = ()
        self._ink = DraftInk(self.document())
        self._ink.theme_changed()
        self.textChanged.connect(self._tell_typed)
        self.cursorPositionChanged.connect(self._tell_cursor)
        self.margin_area.pressed.connect(self.badge_pressed)

    def open_draft(self, text: str, cursor: int) -> None:
        """Open a draft with a new undo history and put the cursor into it."""
        self._opening = True
        self._quoting = -1
        self._last_text = text
        self._underlines = ()
        self.open_text(text)
        self._ink.text_changed(text, self.agent_name())
        self.setTextCursor(self.cursor_on(cursor, cursor))
        self._opening = False

    def apply_edit(self, edit: Edit) -> None:
        """Carry out an edit as one undo step."""
        cursor = self.cursor_on(edit.start, edit.end)
        cursor.beginEditBlock()
        cursor.insertText(self._verbatim.inward(edit.text))
        cursor.endEditBlock()
        self.select(edit.cursor, max(edit.cursor, edit.selected_to))

    def replace_all(self, text: str) -> None:
        """Put another text in place of the whole draft, as one undo step."""
        self.apply_edit(Edit(0, len(self.text()), text, len(text)))

    def go_to(self, offset: int) -> None:
        """Put the cursor at an offset and bring it into view."""
        self.select(offset, offset)

    def select(self, start: int, end: int) -> None:
        """Select a span, bring it into view and put the keyboard there."""
        self.setTextCursor(self.cursor_on(start, end))
        self.bring_into_view(start, end)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_underlines(self, underlines: tuple[Underline, ...]) -> None:
        """Underline these spans, heavier ones on top."""
        offsets = self.offsets()
        self._underlines = tuple(
            PlacedUnderline(
                *offsets.span_to_utf16(u.start, u.end),
                u.reading.value,
                u.severity,
                u.anchor,
                u.message,
                u.fixes,
            )
            for u in underlines
        )
        self.viewport().update()

    @property
    def underlines(self) -> tuple[PlacedUnderline, ...]:
        """What is underlined now."""
        return self._underlines

    def show_badges(self, badges: tuple[DraftBadge, ...]) -> None:
        """Show the questions' numbers beside their answers and quotes."""
        offsets = self.offsets()
        self.margin_area.show_marks(
            tuple(
                MarginMark(
                    offsets.to_utf16(badge.at),
                    badge.state.question.id,
                    spoken_state(badge.state),
                    badge.state.question.number,
                    badge.state.state,
                )
                for badge in badges
            )
        )

    def show_answer_colour(self, colour: str) -> None:
        """Write inline answers in this colour, lightened where the page is dark."""
        self._colour = colour
        self._ink.show_answers_in(answer_ink(colour))

    def answer_ink_now(self) -> QColor:
        """Return the ink in which inline answers stand."""
        return self._ink.answer_ink

    def theme_changed(self) -> None:
        """Take the theme's inks anew."""
        self._ink.show_answers_in(answer_ink(self._colour))
        self.margin_area.update()

    def cursor_box(self) -> QPoint:
        """Return the point below the cursor, in the window's coordinates."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def finding_at(self, point: QPoint) -> PlacedUnderline | None:
        """Return the underlined finding under a point of the viewport."""
        position = self.cursorForPosition(point).position()
        return next((u for u in self._underlines if u.start <= position <= u.end), None)

    def menu_at(self, point: QPoint) -> QMenu:
        """Return what can be done at a point: fixes first, then what any editor offers."""
        menu = self.createStandardContextMenu()
        first = menu.actions()[0]
        finding, span = self.finding_at(point), self.selected_span()
        acts = []
        if finding is not None:
            acts += finding_acts(menu, finding, fix=self.fix_wanted, dismiss=self.dismiss_wanted)
        if span[1] > span[0]:
            acts += link_acts(menu, self.questions_to_link(), span, link=self.link_wanted)
        for act in acts:
            menu.insertAction(first, act)
        if acts:
            menu.insertSeparator(first)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu; it goes with its closing."""
        menu = self.menu_at(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a finding says when the mouse rests on its words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            finding = self.finding_at(event.pos())
            self.viewport().setToolTip(tooltip_text(finding.message) if finding else "")
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a quote opens an answer there; Shift+Enter breaks the quoted line."""
        if self.list_key(event.key()):
            return
        if event.key() in _ENTER and not self._enter(event):
            return
        if event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDING:
            self._open_answer(event.text())
            super().keyPressEvent(event)
            self._notice_own_quote()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that are composed of several keys open an answer, too."""
        typed = event.commitString() or event.preeditString()
        if typed:
            self._open_answer(typed)
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Let an open list take Tab, or the next open field of a snippet, before the keyboard goes on."""
        if following and (self.list_key(Qt.Key.Key_Tab) or self.next_field(self._behind_selection())):
            return True
        return super().focusNextPrevChild(following)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.left_it.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint quote bars, the text, and the underlines over it."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        for block, top_left in visible_blocks(self):
            if is_quote_line(block.text()):
                depth = quote_marks(block.text()).count(">")
                paint_quote_bar(painter, block, top_left, _BAR_LEFT, depth, theme.qcolor("border_strong"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_underlines(painter, self, self._underlines, theme)
        painter.end()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, and files and pictures to attach."""
        return source.hasText() or source.hasUrls() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text; files that are dropped and pictures leave with the reply."""
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif source.hasImage() and not source.hasText():
            self.picture_pasted.emit(QImage(source.imageData()))
        else:
            before = self.text()
            self._open_answer(source.text())
            start = self.selected_span()[0]
            super().insertFromMimeData(source)
            html = source.html() if source.hasHtml() else ""
            self.pasted.emit(before, start, self.cursor_offset(), html)

    def _open_answer(self, typed: str) -> None:
        """Open an answer for what is typed into a quote: nobody's words are put into the customer's mouth."""
        cursor = self.textCursor()
        if cursor.blockNumber() == self._quoting or not is_quote_line(cursor.block().text()):
            return
        if cursor.hasSelection():
            if cursor.document().findBlock(cursor.anchor()) != cursor.block():
                return
            cursor.removeSelectedText()
        at = self.cursor_offset()
        if answers_within_quote(self.text(), at, typed):
            self.enter_in_text(at)

    def _notice_own_quote(self) -> None:
        """Remember a quote that the agent marks by hand: what follows belongs to it."""
        block = self.textCursor().block()
        if is_quote_line(block.text()) and not unquoted(block.text()).strip():
            self._quoting = block.blockNumber()

    def _behind_selection(self) -> int:
        return self.offsets().from_utf16(self.textCursor().selectionEnd())

    def _enter(self, event: QKeyEvent) -> bool:
        """Return whether Enter is still to do what it always does."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.textCursor().hasSelection():
            return modifiers == Qt.KeyboardModifier.NoModifier
        if modifiers == Qt.KeyboardModifier.NoModifier:
            if not self.enter_in_text(self.cursor_offset()):
                # Qt's own Enter sometimes does nothing on an empty line.
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            return False
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            if not self.soft_enter_in_text(self.cursor_offset()):
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            else:
                self._quoting = self.textCursor().blockNumber()
            return False
        return False

    def _tell_typed(self) -> None:
        if self._opening:
            return
        text = self.text()
        if text != self._last_text:
            self._last_text = text
            self._ink.text_changed(text, self.agent_name())
            self.typed.emit(text, self.cursor_offset())

    def _tell_cursor(self) -> None:
        if self.textCursor().blockNumber() != self._quoting:
            self._quoting = -1
        # While a key is worked off, the cursor moves before the change is told: typed carries it then.
        if not self._opening and self.text() == self._last_text:
            self.cursor_moved.emit(self.cursor_offset())


def answer_ink(colour: str) -> QColor:
    """Return the answer colour as it reads on the theme's page: lighter on a dark one."""
    ink = QColor(colour)
    if current_theme().dark:
        lightness = max(ink.lightnessF(), 0.68)
        ink = QColor.fromHslF(max(ink.hslHueF(), 0.0), ink.hslSaturationF() * 0.9, lightness)
    return ink
