"""The open questions beside the draft: a row of their numbers, each of which leads to its question."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from composer.questions.answer_state import State
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.reply.paper.badge_paint import DIAMETER, paint_badge
from desktop.reply.readings import FindingCard
from desktop.text import set_tooltip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import emptied


class OpenQuestions(QWidget):
    """Shows the numbers of questions that have no answer; ``chosen`` carries the anchor of one's finding."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[FindingCard, ...] = ()
        self.badges: list[QToolButton] = []
        self._row = FlowLayout(self, gap=2)

    def show_cards(self, cards: Sequence[FindingCard]) -> None:
        """Show these absences; a badge that stays the same is not made anew."""
        if tuple(cards) == self._cards:
            return
        self._cards = tuple(cards)
        emptied(self._row)
        self.badges = [self._badge(card) for card in cards]
        for badge in self.badges:
            self._row.addWidget(badge)

    def _badge(self, card: FindingCard) -> QToolButton:
        badge = _Badge(card.number)
        set_tooltip(badge, card.message)
        badge.setAccessibleName(card.message)
        badge.clicked.connect(partial(self.chosen.emit, card.anchor))
        return badge


class _Badge(QToolButton):
    """A number as the margins show it, to be pressed."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(grown(28), grown(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Up and Down to the column, which goes from card to card."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge over the button's ground, which shows mouse and keyboard."""
        super().paintEvent(event)
        side = grown(DIAMETER)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_badge(painter, box, self._number, State.UNANSWERED, current_theme(), self.font())
        painter.end()
