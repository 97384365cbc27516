"""Figures about tickets: how many, how long customers waited, what was promised, what was asked."""

from collections.abc import Iterable
from dataclasses import replace

from composer.tickets.report import Asked, Report, Waiting
from composer.tickets.report_promises import Eta, Fate
from composer.tickets.report_waits import Clock, ClockFigure, Wait
from desktop.queue.rows import age
from desktop.report.lines import Figure, Line, Teller, counted, hours, under
from desktop.widgets.tone import Tone

TICKETS, WAITS, PROMISES, QUESTIONS = "Tickets", "How long customers waited", "Promises", "Questions"

_CLOCKS = {
    Clock.FIRST: (
        "First reply",
        "From the customer's first mail to your first reply, in working hours. A ticket that still waits "
        "counts as soon as it is over the target.",
    ),
    Clock.NEXT: (
        "Next reply",
        "From the first mail that came after a reply to the next reply, in working hours. A ticket that "
        "still waits counts as soon as it is over the target.",
    ),
    Clock.RESOLUTION: (
        "Resolution",
        "From the first mail until nothing was left open: every question answered and every promise kept, "
        "or the ticket closed. In working hours.",
    ),
}
_STILL = {Clock.FIRST: "waiting", Clock.NEXT: "waiting", Clock.RESOLUTION: "open"}
_ENDED = {Clock.FIRST: "Replied", Clock.NEXT: "Replied", Clock.RESOLUTION: "Nothing left open"}
_FATES = {
    Fate.KEPT: ("Kept in time", Tone.OK, "check"),
    Fate.MOVED: ("A new ETA before it was missed", Tone.OK, "clock"),
    Fate.KEPT_LATE: ("Kept late", Tone.WARN, "warning"),
    Fate.MOVED_LATE: ("A new ETA after it was missed", Tone.WARN, "warning"),
    Fate.MISSED: ("Missed and still open", Tone.STOP, "stop"),
}


def ticket_figures(report: Report, tell: Teller) -> tuple[Figure, ...]:
    """Return how many tickets came, were answered or closed, and what waits."""
    return under(
        TICKETS,
        _tickets(report.came, "came", "Came in", "Tickets whose first mail came in this period.", tell),
        _tickets(report.answered, "answered", "Answered", "Tickets that got a reply in this period.", tell),
        _tickets(
            report.closed,
            "closed",
            "Closed without a reply",
            "Tickets that were taken out of the queue in this period, and nothing was ever sent.",
            tell,
        ),
        _waiting(report.waiting, tell),
    )


def wait_figures(report: Report, tell: Teller) -> tuple[Figure, ...]:
    """Return the three clocks."""
    return under(WAITS, *(_clock(figure, tell) for figure in report.clocks))


def promise_figures(report: Report, tell: Teller) -> tuple[Figure, ...]:
    """Return what became of the promised moments."""
    etas = report.etas
    asked = [eta for eta in etas if eta.asked is not None]
    return under(
        PROMISES,
        _all_etas(etas, tell),
        *(_etas_of(fate, etas, tell) for fate in (Fate.MOVED, Fate.KEPT_LATE, Fate.MOVED_LATE, Fate.MISSED)),
        Figure(
            Line("asked-first", "The customer had to ask", str(len(asked)), tone=Tone.STOP, icon="stop"),
            "The promised moment passed, and the customer wrote before it was kept or got a new ETA.",
            tuple(_eta(eta, tell) for eta in asked),
        ),
        Figure(
            Line("undated", "Without a date", str(len(report.undated)), tone=Tone.WARN, icon="question"),
            "Promises that are open now and name no moment; they can't be missed, only forgotten.",
            tuple(tell.ticket(one.ticket_id, one.words, icon="question") for one in report.undated),
        ),
    )


def question_figures(report: Report, tell: Teller) -> tuple[Figure, ...]:
    """Return how many questions the replies answered."""
    firsts, left = report.first_replies, report.left_open
    asked, missing = sum(one.total for one in firsts), sum(one.open for one in firsts)
    return under(
        QUESTIONS,
        Figure(
            Line(
                "first-answers",
                "Answered in the first reply",
                f"{asked - missing} of {asked}",
                f"in {counted(len(firsts), 'first reply', 'first replies')}",
                icon="question",
            ),
            "Questions of the mail that were answered, promised or asked back when the first reply left. "
            "Those that left some open stand on top.",
            tuple(_asked(one, tell) for one in sorted(firsts, key=lambda one: (-one.open, one.sent))),
        ),
        Figure(
            Line(
                "left-open",
                "Left open by the last reply",
                str(sum(one.open for one in left)),
                f"in {counted(len(left), 'ticket')}",
                tone=Tone.WARN,
                icon="question",
            ),
            "Questions that had no answer when the last reply left, in tickets where nobody wrote since.",
            tuple(_asked(one, tell) for one in left),
        ),
    )


def _tickets(tickets: Iterable[int], key: str, title: str, told: str, tell: Teller) -> Figure:
    came = ((one, tell.moment(tell.report.tickets[one].came)) for one in tickets)
    behind = tuple(tell.ticket(one, f"came {moment}") for one, moment in came)
    return Figure(Line(key, title, str(len(behind)), icon="mail"), told, behind)


def _waiting(waiting: tuple[Waiting, ...], tell: Teller) -> Figure | None:
    if not waiting:
        return None
    longest = f"longest since {tell.moment(waiting[0].since)}"
    return Figure(
        Line("waiting", "Still waiting", str(len(waiting)), longest, icon="clock"),
        "Tickets that wait in the queue now and came before the end of this period, the longest first. "
        "Working hours since the mail that waits.",
        tuple(
            tell.ticket(wait.ticket_id, f"since {tell.moment(wait.since)}", value=hours(wait.worked))
            for wait in waiting
        ),
    )


def _clock(figure: ClockFigure, tell: Teller) -> Figure:
    title, told = _CLOCKS[figure.clock]
    ended, running = figure.ended, figure.running
    notes = [
        f"{len(running)} overdue" if running else "",
        f"median of {len(ended)}" if len(ended) > 1 else "",
        f"slowest {hours(ended[0].worked)}" if len(ended) > 1 else "",
    ]
    over, remark = figure.all - figure.within, ""
    if figure.target is not None:
        target = hours(figure.target)
        remark = f"{figure.within} of {figure.all} within {target}"
        told = f"{told} The target is {target}."
    line = Line(
        figure.clock.value,
        title,
        hours(figure.median) if figure.median is not None else "none yet",
        " · ".join(filter(None, notes)),
        remark,
        Tone.WARN if over else Tone.OK if remark else Tone.OPEN,
        "warning" if over else "check" if remark else "clock",
    )
    return Figure(line, told, tuple(_wait(figure, wait, tell) for wait in (*running, *ended)))


def _wait(figure: ClockFigure, wait: Wait, tell: Teller) -> Line:
    over = f"over {hours(figure.target)}" if figure.target is not None and figure.is_over(wait) else ""
    headings = (
        (f"Overdue and still {_STILL[figure.clock]}", _ENDED[figure.clock]) if figure.running else ("", "")
    )
    return tell.ticket(
        wait.ticket_id,
        f"from {tell.moment(wait.began)}",
        f"until {tell.moment(wait.ended)}" if wait.ended is not None else "",
        value=hours(wait.worked),
        remark=over,
        tone=Tone.WARN if over else Tone.OK,
        icon="warning" if over else "check" if figure.target is not None else "mail",
        heading=headings[wait.ended is not None],
    )


def _all_etas(etas: tuple[Eta, ...], tell: Teller) -> Figure:
    kept = sum(eta.fate is Fate.KEPT for eta in etas)
    behind = tuple(
        _eta(eta, tell, heading=_FATES[fate][0]) for fate in Fate for eta in etas if eta.fate is fate
    )
    missed = any(eta.fate.was_missed for eta in etas)
    return Figure(
        Line(
            "etas",
            "Kept in time",
            f"{kept} of {len(etas)}",
            icon="warning" if missed else "check",
            tone=Tone.WARN if missed else Tone.OK,
        ),
        "Each moment that was promised counts once: when it was kept or got a new ETA in time, else when it "
        "was due.",
        behind,
    )


def _etas_of(fate: Fate, etas: tuple[Eta, ...], tell: Teller) -> Figure:
    title, tone, icon = _FATES[fate]
    found = [eta for eta in etas if eta.fate is fate]
    told = {
        Fate.MOVED: "The customer could be told before the promised moment passed.",
        Fate.KEPT_LATE: "Kept, and the promised moment had passed.",
        Fate.MOVED_LATE: "The promised moment passed before the new one was set.",
        Fate.MISSED: "The promised moment passed, and the promise is neither kept nor has it a new ETA.",
    }[fate]
    return Figure(
        Line(fate.value, title, str(len(found)), tone=tone, icon=icon),
        told,
        tuple(_eta(eta, tell) for eta in found),
    )


def _eta(eta: Eta, tell: Teller, heading: str = "") -> Line:
    _, tone, icon = _FATES[eta.fate]
    asked = f"the customer wrote {tell.moment(eta.asked)}" if eta.asked is not None else ""
    verb = "new ETA" if eta.fate in (Fate.MOVED, Fate.MOVED_LATE) else "kept"
    settled = f"{verb} {tell.moment(eta.settled)}" if eta.settled is not None else ""
    late = f"{age(eta.due, eta.settled or tell.report.now)} late" if eta.fate.was_missed else ""
    line = tell.ticket(
        eta.ticket_id,
        f"due {tell.moment(eta.due)}",
        settled,
        asked,
        value=late,
        tone=tone,
        icon=icon,
        heading=heading,
    )
    return replace(line, title=eta.words or line.title)


def _asked(asked: Asked, tell: Teller) -> Line:
    return tell.ticket(
        asked.ticket_id,
        f"replied {tell.moment(asked.sent)}",
        value=f"{asked.total - asked.open} of {asked.total}",
        remark=f"{asked.open} left open" if asked.open else "",
        tone=Tone.WARN if asked.open else Tone.OK,
        icon="question" if asked.open else "check",
    )
