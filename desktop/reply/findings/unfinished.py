"""Which findings wait: those about words that somebody is just writing, and that the next key may settle."""

from collections.abc import Callable
from dataclasses import replace

from composer.lint.finding import Finding, Reading
from composer.lint.sentences import sentences_of
from composer.review import Review
from desktop.reply.open_ticket import OpenTicket
from desktop.work.collaborators import Timers

SETTLE_MS = 1_500
"""Whoever stops for so long wants to hear what was found so far."""

_SETTLE = "findings:settle"
_ENDS = (".", "!", "?", "…")
_WORD_RULE = "spelling"


class Writing:
    """Whether somebody is writing, and what is shown of a review meanwhile; ``over`` hears of a pause."""

    def __init__(self, timers: Timers, *, over: Callable[[], object]) -> None:
        self._timers, self._over = timers, over
        self._is_under_way = False

    def go_on(self) -> None:
        """Take notice of a change of the text."""
        self._is_under_way = True
        self._timers.start(_SETTLE, SETTLE_MS, self.pause)

    def pause(self) -> None:
        """End it, since whoever wrote has stopped or went elsewhere."""
        if self._is_under_way:
            self.stop()
            self._over()

    def stop(self) -> None:
        """End it without a word."""
        self._is_under_way = False
        self._timers.stop(_SETTLE)

    def settled(self, ticket: OpenTicket) -> Review:
        """Return the newest review without what waits."""
        review = ticket.review
        if not self._is_under_way:
            return review
        return replace(review, findings=without_unfinished(review.findings, ticket.text, ticket.cursor))


def without_unfinished(findings: tuple[Finding, ...], text: str, cursor: int) -> tuple[Finding, ...]:
    """Return the findings that hold whatever is typed next at the cursor (all offsets in code points).

    What reaches up to the cursor waits (``I will tell you by Tu``), and so does what a promise lacks that
    its sentence may still bring. A word is read once there is something behind it.
    """
    line = text[text.rfind("\n", 0, cursor) + 1 : cursor]
    written = line.rstrip()
    if not written or written.endswith(_ENDS):
        return findings
    begin = cursor - len(line)
    sentence = begin + sentences_of(line)[-1].start
    return tuple(f for f in findings if not _waits(f, cursor, begin + len(written), sentence))


def _waits(finding: Finding, cursor: int, written: int, sentence: int) -> bool:
    if finding.start is None or finding.end is None or finding.start > cursor:
        return False
    if finding.reading is Reading.PROMISES and finding.start >= sentence:
        return True
    return finding.end >= (cursor if finding.rule == _WORD_RULE else written)
