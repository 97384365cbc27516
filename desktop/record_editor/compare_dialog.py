"""Both versions side by side: what somebody else wrote at the left, one's own words at the right."""

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialog import Dialog
from desktop.look.measures import grown
from desktop.look.theme import current_theme
from desktop.record_editor.comparison import ComparedRow, Side
from desktop.text import Label, PageView

_LONG_WORD = re.compile(r"\S{500}")
_SIGNS = {Side.SAME: "", Side.CHANGED: "~", Side.ONLY_LEFT: "−", Side.ONLY_RIGHT: "+", Side.GAP: "⋯"}
_TOKENS = {Side.CHANGED: "warn_soft", Side.ONLY_LEFT: "stop_soft", Side.ONLY_RIGHT: "ok_soft"}


class CompareDialog(Dialog):
    """Shows two versions; the two sides scroll together."""

    def __init__(self, parent: QWidget | None, rows: tuple[ComparedRow, ...]) -> None:
        super().__init__(parent, "Both versions side by side")
        self.resize(grown(980), grown(620))
        self.left = _Version("In the file now", rows, at_left=True)
        self.right = _Version("What you wrote", rows, at_left=False)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for view in (self.left, self.right):
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(Label(view.accessibleName(), "strong"))
            column.addWidget(view, 1)
            sides.addLayout(column, 1)
        self.left.verticalScrollBar().valueChanged.connect(self.right.verticalScrollBar().setValue)
        self.right.verticalScrollBar().valueChanged.connect(self.left.verticalScrollBar().setValue)
        self.body.addLayout(sides, 1)
        self.add_button("Close", default=True)
        self.left.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class _Version(PageView):
    """One side, its lines on the theme's grounds."""

    def __init__(self, name: str, rows: tuple[ComparedRow, ...], *, at_left: bool) -> None:
        super().__init__(name)
        self._rows, self._at_left = rows, at_left
        self._draw_page()

    def _draw_page(self) -> None:
        self.show_html(_side_html(self._rows, at_left=self._at_left))


def with_breakable_words(line: str) -> str:
    """Return a line in which words of more than 500 letters have places to break."""
    return _LONG_WORD.sub("\\g<0>\u200b", line[:20_000])


def _side_html(rows: tuple[ComparedRow, ...], *, at_left: bool) -> str:
    """One side, line by line: our own HTML around escaped text; a sign says it beside the colour."""
    colour = current_theme().colour
    parts = []
    for row in rows:
        words = row.left if at_left else row.right
        here = row.side is not (Side.ONLY_RIGHT if at_left else Side.ONLY_LEFT)
        ground = f' bgcolor="{colour[_TOKENS[row.side]]}"' if here and row.side in _TOKENS else ""
        sign = _SIGNS[row.side] if here else ""
        ink = f' style="color:{colour["muted"]}"' if row.side is Side.GAP else ""
        shown = html.escape(with_breakable_words(words)) or "&nbsp;"
        parts.append(
            f"<tr><td width='{grown(16)}'{ground}>{sign}</td><td{ground}><span{ink}>{shown}</span></td></tr>"
        )
    return f"<table width='100%' cellspacing='0' cellpadding='1'>{''.join(parts)}</table>"
