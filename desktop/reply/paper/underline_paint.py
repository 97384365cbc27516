"""Wavy underlines and quote bars, painted over a document: they are no part of its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from composer.draft import is_quote_line
from composer.lint.finding import Severity
from desktop.look.measures import growth
from desktop.look.theme import Theme

_WAVE, _HEIGHT = 3.0, 1.4
_TALL, _TILE = 6.0, 60.0
"""Height and length of the picture of a wave that is repeated, in px: whole waves, room for the pen."""
_BELOW = 3.5
"""How far below the letters the middle of a wave stands."""
_THICK = {Severity.HINT: 1.0, Severity.WARNING: 1.2, Severity.STOP: 2.0}


@dataclass(frozen=True, slots=True)
class PlacedUnderline:
    """An underline at Qt's positions. ``token`` names the reading's hue in the theme."""

    start: int
    end: int
    token: str
    severity: Severity
    anchor: str
    message: str = ""
    fixes: tuple[str, ...] = ()


def paint_underlines(
    painter: QPainter, text: QTextEdit, marks: tuple[PlacedUnderline, ...], theme: Theme
) -> None:
    """Paint the underlines that can be seen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block, top_left in visible_blocks(text):
        first, last = block.position(), block.position() + block.length()
        for mark in marks:
            if mark.start < last and first < mark.end:
                start, end = max(mark.start, first) - first, min(mark.end, last - 1) - first
                _underline(painter, block, top_left, start, end, mark, theme)


def visible_blocks(text: QTextEdit) -> Iterator[tuple[QTextBlock, QPointF]]:
    """Yield the blocks in view, with where their layout starts in the viewport."""
    layout = text.document().documentLayout()
    scrolled = QPointF(text.horizontalScrollBar().value(), text.verticalScrollBar().value())
    block = text.cursorForPosition(QPointF(0, 0).toPoint()).block()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() - scrolled.y() > text.viewport().height():
            return
        yield block, box.topLeft() - scrolled
        block = block.next()


def paint_quote_bar(
    painter: QPainter, block: QTextBlock, top_left: QPointF, left: float, depth: int, colour: QColor
) -> None:
    """Paint one thin bar for each level of a quoted line, down to the next line when that is quoted too."""
    height = block.layout().boundingRect().height()
    following = block.next()
    if following.isValid() and is_quote_line(following.text()):
        layout = block.document().documentLayout()
        height = layout.blockBoundingRect(following).top() - layout.blockBoundingRect(block).top()
    for level in range(min(depth, 4)):
        painter.fillRect(QRectF(left + level * 4, top_left.y(), 2, height), colour)


def _underline(
    painter: QPainter,
    block: QTextBlock,
    top_left: QPointF,
    start: int,
    end: int,
    mark: PlacedUnderline,
    theme: Theme,
) -> None:
    layout = block.layout()
    wave = _wave(theme.qcolor(mark.token).name(), _THICK[mark.severity], painter.device().devicePixelRatioF())
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        left, right = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if left < right:
            x, width = x_of(line, left), x_of(line, right) - x_of(line, left)
            top = top_left.y() + line.y() + line.ascent() + _BELOW * growth() - _TALL / 2
            painter.drawTiledPixmap(
                QRectF(round(top_left.x() + x), round(top), width, _TALL), wave, QPointF()
            )


@lru_cache(maxsize=64)
def _wave(colour: str, thick: float, scale: float) -> QPixmap:
    """Return waves as a picture to repeat: drawn stroke by stroke, a page of findings took 30 ms a key."""
    picture = QPixmap(round(_TILE * scale), round(_TALL * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(-2 * _WAVE, _TALL / 2))
    for number in range(round(_TILE / _WAVE) + 4):
        x = (number - 2) * _WAVE
        peak = _TALL / 2 + (_HEIGHT if number % 2 else -_HEIGHT)
        path.quadTo(QPointF(x + _WAVE / 2, peak), QPointF(x + _WAVE, _TALL / 2))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), thick))
    painter.drawPath(path)
    painter.end()
    return picture


def x_of(line: QTextLine, position: int) -> float:
    """Return where a position of a line stands, in px from the line's left."""
    # PySide gives the pair (x, position) where C++ gives x alone.
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
