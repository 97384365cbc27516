"""What the editor's menu offers beyond any editor's: fixes where one points, and linking answers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.reply.paper.underline_paint import PlacedUnderline
from desktop.reply.readings import shortened
from desktop.text import no_mnemonic

_MOST_FIXES = 4
_MOST_LINKS = 3


def finding_acts(
    menu: QMenu, finding: PlacedUnderline, *, fix: SignalInstance, dismiss: SignalInstance
) -> list[QAction]:
    """Return an act for each fix of a finding, and one that dismisses it here."""
    acts = [
        _act(menu, _fix_words(words), fix, finding.anchor, number)
        for number, words in enumerate(finding.fixes[:_MOST_FIXES])
    ]
    return [*acts, _act(menu, "Dismiss the finding here", dismiss, finding.anchor)]


def link_acts(
    menu: QMenu, questions: Sequence[tuple[str, int]], span: tuple[int, int], *, link: SignalInstance
) -> list[QAction]:
    """Return acts that say which question (id and number) the words of a span answer.

    Of many, they are one act with a menu of its own.
    """
    if len(questions) <= _MOST_LINKS:
        return [
            _act(menu, f"These words answer question {number}", link, question_id, *span)
            for question_id, number in questions
        ]
    more = QMenu("These words answer question", menu)
    for question_id, number in questions:
        more.addAction(_act(more, str(number), link, question_id, *span))
    return [more.menuAction()]


def _fix_words(words: str) -> str:
    return f"Change to “{shortened(words, 50)}”" if words else "Remove the words"


def _act(menu: QMenu, words: str, signal: SignalInstance, *values: object) -> QAction:
    act = QAction(no_mnemonic(words), menu)
    act.triggered.connect(partial(signal.emit, *values))
    return act
