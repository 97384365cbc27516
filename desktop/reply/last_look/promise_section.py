"""The part of the last look about promises: what this reply promises, and what was promised before."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.measures import grown
from desktop.record_editor.fields import ChoiceInput
from desktop.reply.last_look.last_look import LastLook
from desktop.reply.last_look.look_lines import look_line, section
from desktop.reply.last_look.promises_seen import USUAL_DAY, LookDay, OwedBefore, PromiseSeen
from desktop.reply.readings import shortened
from desktop.team_time import short_moment
from desktop.text import Label


class PromiseSections(QWidget):
    """Shows promises; ``day_chosen`` carries words and the moment to look again, ``kept_chosen`` a number and
    whether this reply keeps that promise."""

    day_chosen = Signal(str, object)
    kept_chosen = Signal(int, bool)

    def __init__(self, look: LastLook) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(20)
        rows.addWidget(self._made(look))
        if look.owed:
            rows.addWidget(self._owed(look.owed))

    def _made(self, look: LastLook) -> QWidget:
        box, rows = section("What it promises")
        if not look.promises:
            rows.addWidget(look_line("No date is promised.", icon="promise", token="muted"))
        for promise in look.promises:
            waits = not promise.due and bool(promise.event)
            line = look_line(
                shortened(promise.words, 140),
                icon="clock" if waits else "promise",
                token="promises",
                detail=_when(promise),
            )
            if waits and look.days:
                line.lines.addLayout(self._days(promise, look.days))
            rows.addWidget(line)
        return box

    def _days(self, promise: PromiseSeen, days: tuple[LookDay, ...]) -> QHBoxLayout:
        """A promise without a day gets one of our own: it is brought to mind then."""
        choice = ChoiceInput(tuple((str(place), day.words) for place, day in enumerate(days)))
        choice.setCurrentIndex(min(USUAL_DAY, len(days) - 1))
        choice.setFixedWidth(grown(124))
        choice.setAccessibleName(f"Remind me on, about: {promise.words}")
        choice.edited.connect(lambda: self.day_chosen.emit(promise.words, days[int(choice.text())].moment))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("Remind me on"))
        row.addWidget(choice)
        row.addStretch(1)
        return row

    def _owed(self, owed: tuple[OwedBefore, ...]) -> QWidget:
        box, rows = section("Promised before")
        for one in owed:
            line = look_line(one.words, icon="promise", token="muted", detail=one.when)
            kept = QCheckBox("This reply keeps it")
            kept.setChecked(one.is_fix_notice)
            kept.setAccessibleDescription(one.words)
            kept.toggled.connect(partial(self.kept_chosen.emit, one.id))
            line.lines.addWidget(kept)
            rows.addWidget(line)
        return box


def _when(promise: PromiseSeen) -> str:
    if promise.due is None:
        return f"no day: {promise.when}"
    return f"by {short_moment(promise.due, promise.due.date())}"
