"""The lines of the report, decided without Qt: figures at the left, what each counts at the right."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from composer.tickets.report import Report
from composer.tickets.report_record import TicketRecord
from desktop.team_time import local_time
from desktop.widgets.tone import Tone


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list.

    ``key`` says what it leads to (``ticket:12``, ``article:refunds``, ``gap:gift cards``; a figure's is
    its name), ``value`` stands at the right with ``remark`` below it, ``note`` below the title. ``tone``
    and ``icon`` say the same as the remark or the note. ``heading`` is what it stands under.
    """

    key: str
    title: str
    value: str = ""
    note: str = ""
    remark: str = ""
    tone: Tone = Tone.OPEN
    icon: str = ""
    heading: str = ""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.value, self.remark, self.note) if part)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what it counts. ``told`` says how it is counted, ``record`` is what it is about.

    ``record`` is a key as in ``Line``, or nothing; ``line.heading`` is the part of the report.
    """

    line: Line
    told: str
    behind: tuple[Line, ...]
    record: str = ""

    @property
    def tickets(self) -> tuple[int, ...]:
        """The numbers of the tickets behind it, in order."""
        keys = (line.key.partition(":") for line in self.behind)
        return tuple(sorted({int(number) for kind, _, number in keys if kind == "ticket"}))


def under(heading: str, *figures: Figure | None) -> tuple[Figure, ...]:
    """Return figures under a heading; one that counts nothing is left out."""
    return tuple(
        replace(figure, line=replace(figure.line, heading=heading))
        for figure in figures
        if figure is not None and figure.behind
    )


class Teller:
    """Says moments in the team's zone as of now, and tickets by subject, number and customer."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._zone = report.period.zone.key
        self._year = self._local(report.now).year

    def moment(self, moment: datetime) -> str:
        """Return a moment in few letters: ``Mon 16 Nov, 09:12``."""
        local = self._local(moment)
        year = f" {local.year}" if local.year != self._year else ""
        return f"{local:%a} {local.day} {local:%b}{year}, {local:%H:%M}"

    def ticket(
        self,
        ticket_id: int,
        *more: str,
        value: str = "",
        remark: str = "",
        tone: Tone = Tone.OPEN,
        icon: str = "mail",
        heading: str = "",
    ) -> Line:
        """Return a ticket as a line; ``more`` follows its number and its customer."""
        ticket = self.report.tickets[ticket_id]
        note = " · ".join([f"#{ticket_id}", customer_of(ticket), *filter(None, more)])
        title = ticket.subject.strip() or "No subject"
        return Line(f"ticket:{ticket_id}", title, value, note, remark, tone, icon, heading)

    def _local(self, moment: datetime) -> datetime:
        try:
            return local_time(moment, self._zone)
        except OverflowError:  # a mail of the first day of the year one
            return moment


def customer_of(ticket: TicketRecord) -> str:
    """Return how a ticket's customer is called."""
    return ticket.customer.name or ticket.customer.mail or "Unknown sender"


def hours(worked: timedelta) -> str:
    """Return working time as one says it: ``40 min``, ``5 h 12 min``, ``112 h``."""
    minutes = int(worked.total_seconds()) // 60
    if minutes < 60:
        return f"{minutes} min"
    whole, rest = divmod(minutes, 60)
    return f"{whole} h {rest} min" if rest and whole < 100 else f"{whole} h"


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: ``1 ticket``, ``2 tickets``."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"
