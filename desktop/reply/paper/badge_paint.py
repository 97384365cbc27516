"""A question's number as a round badge; how far it is shows by shape, not by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from composer.questions.answer_state import State
from desktop.look.fonts import sized
from desktop.look.measures import grown
from desktop.look.theme import Theme

DIAMETER = 20
_RING = 1.5
_FILLING = 6.0


def paint_badge(painter: QPainter, box: QRectF, number: int, state: State, theme: Theme, font: QFont) -> None:
    """Paint a badge: hollow open, half promised, filled answered, dashed asked back, struck set aside."""
    ink = theme.qcolor("questions")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sized(font, 11, bold=True))
    ring = box.adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
    if state is State.ANSWERED:
        _disc(painter, ring, ink)
        _number(painter, box, number, theme.qcolor("on_accent"))
    elif state is State.PROMISED:
        _half(painter, ring, box, number, ink, theme)
    elif state is State.DISMISSED:
        _struck(painter, box, number, theme.qcolor("muted"))
    else:
        _hollow(painter, ring, ink, theme.qcolor("page"), dashed=state is State.ASKED_BACK)
        _number(painter, box, number, ink)
    painter.restore()


def _disc(painter: QPainter, ring: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, _RING))
    painter.setBrush(ink)
    painter.drawEllipse(ring)


def _hollow(painter: QPainter, ring: QRectF, ink: QColor, page: QColor, *, dashed: bool) -> None:
    pen = QPen(ink, _RING)
    if dashed:
        pen.setDashPattern([2.2, 1.8])
    painter.setPen(pen)
    painter.setBrush(page)
    painter.drawEllipse(ring)


def _half(painter: QPainter, ring: QRectF, box: QRectF, number: int, ink: QColor, theme: Theme) -> None:
    """Filled from below like a glass; the number stands above the filling, so that it can be read."""
    filling = grown(_FILLING)
    _hollow(painter, ring, ink, theme.qcolor("page"), dashed=False)
    painter.save()
    painter.setClipRect(QRectF(box.left(), box.bottom() - filling, box.width(), filling))
    _disc(painter, ring, ink)
    painter.restore()
    _number(painter, box.translated(0, -filling / 2 + 0.5), number, ink)


def _struck(painter: QPainter, box: QRectF, number: int, ink: QColor) -> None:
    _number(painter, box, number, ink)
    painter.setPen(QPen(ink, 1.2))
    middle = box.center().y()
    painter.drawLine(QPointF(box.left() + 4, middle), QPointF(box.right() - 4, middle))


def _number(painter: QPainter, box: QRectF, number: int, ink: QColor) -> None:
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
