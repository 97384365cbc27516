"""The gaps as rows, and as a text that can be handed on: what is asked and no article answers. Without Qt."""

from collections.abc import Iterable, Sequence
from datetime import date

from composer.tickets.gap_table import Gap
from desktop.library.records import short_day
from desktop.library.rows import RecordRow
from desktop.library.trust import Badge
from desktop.widgets.tone import Tone
from search.hit import Kind


def gap_rows(gaps: Iterable[Gap], today: date) -> tuple[RecordRow, ...]:
    """Return gaps as rows; a row's id is the query."""
    return tuple(
        RecordRow(
            kind=Kind.ARTICLE,
            id=gap.query,
            title=gap.query,
            excerpt=told_gap(gap, today),
            badge=Badge("noted", "Noted by hand", Tone.WARN, "edit") if gap.noted else _NOTHING,
        )
        for gap in gaps
    )


def told_gap(gap: Gap, today: date) -> str:
    """Return how often a gap was met, and when, as a sentence without a full stop."""
    times = {1: "once", 2: "twice"}.get(gap.times, f"{gap.times} times")
    first, last = (short_day(moment.date(), today) for moment in (gap.first, gap.last))
    when = f"on {last}" if first == last else f"from {first} to {last}"
    return f"{'Asked' if gap.noted else 'Searched'} {times}, {when}"


def listed(gaps: Sequence[Gap], today: date) -> str:
    """Return the gaps as a Markdown list, for a mail or a ticket to who keeps the articles."""
    return "".join(f"- {gap.query} ({_in_a_sentence(gap, today)})\n" for gap in gaps)


def _in_a_sentence(gap: Gap, today: date) -> str:
    told = told_gap(gap, today)
    return f"{told[0].lower()}{told[1:]}{'; noted by hand' if gap.noted else ''}"


_NOTHING = Badge("", "", Tone.OPEN, "")
