"""The report on a desk: figures over a period, each with the tickets that it counts. Pure functions.

The figures are of the desk, not of persons. What is waiting, missed or undated is as of ``now``; all
else happened within the period.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from composer.tickets.gap_table import Gap
from composer.tickets.report_period import Period
from composer.tickets.report_promises import Eta, Undated, etas_in, undated
from composer.tickets.report_record import DeskRecord, FiledReply, TicketRecord, Use
from composer.tickets.report_waits import Clock, ClockFigure, clock_figures, unanswered_since
from composer.tickets.ticket import TicketStatus
from composer.tickets.worked_time import WorkedTime
from composer.when.calendar import Calendar, calendar_of
from kb_content.team import Team


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket that waits in the queue: since when, and how much working time that is."""

    ticket_id: int
    since: datetime
    worked: timedelta


@dataclass(frozen=True, slots=True)
class Asked:
    """What one reply left of its ticket's questions."""

    ticket_id: int
    sent: datetime
    open: int
    total: int


@dataclass(frozen=True, slots=True)
class UseFigure:
    """How often a known issue was linked or a record inserted in a period, and in which tickets.

    ``tickets`` are in the order of their numbers; ``ever`` counts the tickets of all time.
    """

    key: str
    times: int
    tickets: tuple[int, ...]
    ever: int


@dataclass(frozen=True, slots=True)
class RuleFigure:
    """What became of the findings of a rule, by ticket: ``(ticket, fixed, dismissed)``."""

    rule: str
    tickets: tuple[tuple[int, int, int], ...]

    @property
    def fixed(self) -> int:
        """How many were put right."""
        return sum(fixed for _, fixed, _ in self.tickets)

    @property
    def dismissed(self) -> int:
        """How many were set aside."""
        return sum(dismissed for _, _, dismissed in self.tickets)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is counted over a period, as of ``now``; ``tickets`` by number.

    ``came``, ``answered``, ``closed`` (without a reply) and ``unaided`` (answered, and nothing of the
    library was put in or linked) are numbers of tickets.
    """

    period: Period
    now: datetime
    tickets: Mapping[int, TicketRecord]
    came: tuple[int, ...] = ()
    answered: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    clocks: tuple[ClockFigure, ...] = ()
    first_replies: tuple[Asked, ...] = ()
    left_open: tuple[Asked, ...] = ()
    etas: tuple[Eta, ...] = ()
    undated: tuple[Undated, ...] = ()
    issues: tuple[UseFigure, ...] = ()
    inserted: tuple[UseFigure, ...] = ()
    unaided: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()
    rules: tuple[RuleFigure, ...] = ()

    @property
    def is_present(self) -> bool:
        """Whether the period goes on; what is overdue or undated now belongs to no other."""
        return self.period.holds(self.now)


def report_on(desk: DeskRecord, period: Period, team: Team, now: datetime) -> Report:
    """Count a desk over a period, in the team's working time and against its clock targets."""
    tickets = desk.tickets
    worked = worked_time_for(desk, calendar_of(team.working_time), now)
    answered = [ticket for ticket in tickets if any(period.holds(reply.sent) for reply in ticket.replies)]
    return Report(
        period=period,
        now=now,
        tickets={ticket.id: ticket for ticket in tickets},
        came=tuple(ticket.id for ticket in tickets if period.holds(ticket.came)),
        answered=tuple(ticket.id for ticket in answered),
        closed=tuple(ticket.id for ticket in tickets if _closed_unanswered(ticket, period)),
        waiting=tuple(_waiting(tickets, period, worked, now)),
        clocks=clock_figures(tickets, period, now=now, worked=worked, targets=targets_of(team)),
        first_replies=tuple(_first_replies(tickets, period)),
        left_open=tuple(_left_open(tickets, period)),
        etas=etas_in(tickets, period, now),
        undated=undated(tickets) if period.holds(now) else (),
        issues=_uses(((ticket.id, ticket.issues) for ticket in tickets), period),
        inserted=_uses(((ticket.id, ticket.inserted) for ticket in tickets), period),
        unaided=tuple(ticket.id for ticket in answered if not ticket.issues and not ticket.inserted),
        gaps=tuple(gap for gap in desk.gaps if period.holds(gap.last)),
        rules=_rules(tickets, period),
    )


def targets_of(team: Team) -> dict[Clock, timedelta]:
    """Return a team's clock targets, in working time; a clock without one is left out."""
    hours = {
        Clock.FIRST: team.first_reply_hours,
        Clock.NEXT: team.next_reply_hours,
        Clock.RESOLUTION: team.resolution_hours,
    }
    return {clock: timedelta(hours=amount) for clock, amount in hours.items() if amount}


def worked_time_for(desk: DeskRecord, calendar: Calendar, now: datetime) -> WorkedTime:
    """Return what counts the working time between any moments of a desk."""
    return WorkedTime(calendar, since=min(desk.oldest or now, now), until=now)


def _closed_unanswered(ticket: TicketRecord, period: Period) -> bool:
    return ticket.closed is not None and not ticket.replies and period.holds(ticket.closed)


def _waiting(
    tickets: Iterable[TicketRecord], period: Period, worked: WorkedTime, now: datetime
) -> Iterator[Waiting]:
    """Yield what the queue says is waiting, of all that came before the period's end; longest first."""
    waits = []
    for ticket in tickets:
        if ticket.status is TicketStatus.OPEN and ticket.came < period.end:
            since = unanswered_since(ticket) or (ticket.mails[-1] if ticket.mails else ticket.received)
            waits.append(Waiting(ticket.id, since, worked.between(since, now)))
    yield from sorted(waits, key=lambda wait: (wait.since, wait.ticket_id))


def _first_replies(tickets: Iterable[TicketRecord], period: Period) -> Iterator[Asked]:
    for ticket in tickets:
        if ticket.replies and period.holds(ticket.replies[0].sent):
            yield from _asked(ticket.id, ticket.replies[0])


def _left_open(tickets: Iterable[TicketRecord], period: Period) -> Iterator[Asked]:
    """Yield the last replies that left questions open, of tickets where nothing came since."""
    for ticket in tickets:
        last = ticket.replies[-1] if ticket.replies and ticket.status is TicketStatus.REPLIED else None
        if last is not None and last.open_questions and period.holds(last.sent):
            yield from _asked(ticket.id, last)


def _asked(ticket_id: int, reply: FiledReply) -> Iterator[Asked]:
    if reply.total_questions:
        yield Asked(ticket_id, reply.sent, reply.open_questions or 0, reply.total_questions)


def _uses(uses: Iterable[tuple[int, tuple[Use, ...]]], period: Period) -> tuple[UseFigure, ...]:
    """Return the known issues or records by the number of tickets in the period, the most first."""
    times: Counter[str] = Counter()
    here: dict[str, list[int]] = defaultdict(list)
    ever: dict[str, set[int]] = defaultdict(set)
    for ticket_id, used in uses:
        for use in used:
            ever[use.key].add(ticket_id)
            if period.holds(use.at):
                times[use.key] += 1
                here[use.key].append(ticket_id)
    figures = [
        UseFigure(key, times[key], tuple(sorted(set(tickets))), len(ever[key]))
        for key, tickets in here.items()
    ]
    return tuple(sorted(figures, key=lambda figure: (-len(figure.tickets), -figure.times, figure.key)))


def _rules(tickets: Iterable[TicketRecord], period: Period) -> tuple[RuleFigure, ...]:
    counts: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for ticket in tickets:
        for settled in ticket.findings:
            if period.holds(settled.at):
                count = counts[settled.rule][ticket.id]
                count[0] += settled.fixed
                count[1] += settled.dismissed
    figures = [RuleFigure(rule, tuple(_settled(found))) for rule, found in counts.items()]
    found = [figure for figure in figures if figure.tickets]
    return tuple(sorted(found, key=lambda figure: (-figure.fixed - figure.dismissed, figure.rule)))


def _settled(counts: Mapping[int, list[int]]) -> Iterator[tuple[int, int, int]]:
    """Yield tickets with what is left once what was taken back is taken off."""
    for ticket_id, (fixed, dismissed) in sorted(counts.items()):
        if fixed > 0 or dismissed > 0:
            yield ticket_id, max(fixed, 0), max(dismissed, 0)
