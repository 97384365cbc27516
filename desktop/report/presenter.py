"""The presenter of Report: one method per act of the reader, without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from composer.tickets.report import Report, report_on
from composer.tickets.report_period import Period, periods
from composer.tickets.report_record import DeskRecord
from composer.when.calendar import calendar_of
from desktop.queue.presenter import Say
from desktop.report.figures import figures_of, told_moment, told_period
from desktop.report.lines import Figure
from desktop.report.pattern_report import figures_as_csv, figures_as_markdown, pattern_report
from desktop.work.collaborators import Lane
from kb_content.atomic_file import write_atomically
from kb_content.failure import Failure
from kb_content.library import Library

_WHAT_FOR = "How your desk is doing, with the tickets behind every figure."
_HOW_IT_FILLS = (
    "It begins with the first mails: how long customers wait, what became of promises, which known issues "
    "they meet, what no article answers."
)
_FIRST_PERIOD = "this-week"


@dataclass(frozen=True, slots=True)
class _Counted:
    report: Report
    figures: tuple[Figure, ...]


class ReportView(Protocol):
    """What the presenter tells the screen."""

    def show_periods(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these periods, by id and title."""

    def show_summary(self, sentence: str) -> None:
        """Show which days are counted, as of when."""

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures under their headings, keeping the chosen one."""

    def show_behind(self, figure: Figure) -> None:
        """Show what a figure counts, keeping the choice in it."""

    def show_nothing(self, sentence: str, more: str = "") -> None:
        """Show why there is no figure; ``more`` says how the first one comes."""


class ReportDesk(Protocol):
    """The part of the desk that is reported on."""

    def changes(self) -> int:
        """Return a number that grows with every change."""

    def desk_record(self) -> DeskRecord:
        """Return what is counted of it."""


class ReportPresenter:
    """Decides what Report shows.

    The desk is read in the lane ``writes``, counted in ``reads``; what was counted is kept until the
    desk, the library or the minute changes. ``in_front`` tells whether somebody looks. ``opened`` is called
    with a ticket's number, ``read`` with kind and id of a record, ``searched`` with a query, ``copy``
    with Markdown for the clipboard.
    """

    def __init__(
        self,
        *,
        view: ReportView,
        desk: ReportDesk,
        library: Callable[[], Library],
        writes: Lane,
        reads: Lane,
        clock: Callable[[], datetime],
        in_front: Callable[[], bool],
        opened: Callable[[int], object],
        read: Callable[[str, str], object],
        searched: Callable[[str], object],
        say: Say,
        copy: Callable[[str], object],
    ) -> None:
        self._view, self._desk, self._library = view, desk, library
        self._writes, self._reads, self._clock = writes, reads, clock
        self._opened, self._read, self._searched = opened, read, searched
        self._in_front, self._say, self._copy = in_front, say, copy
        self._record: DeskRecord | None = None
        self._period_id = _FIRST_PERIOD
        self._kept: dict[Period, _Counted] = {}
        self._kept_as_of: tuple[int, datetime] | None = None
        self._shown: _Counted | None = None
        self._figure = ""

    # What the reader does ----------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the figures as they are now."""
        self._writes.run(self._read_desk, done=self._count, failed=self._failed, newest="report-desk")

    def library_changed(self) -> None:
        """Count anew with the library as it is now, once somebody looks."""
        self._kept_as_of = None
        self.time_passed()

    def time_passed(self) -> None:
        """Show the figures as of now, when they are in front."""
        if self._in_front():
            self.refresh()

    def period_chosen(self, period_id: str) -> None:
        """Show the figures of another period."""
        if period_id != self._period_id:
            self._period_id = period_id
            self.refresh()

    def figure_chosen(self, key: str) -> None:
        """Show what a figure counts."""
        self._figure = key
        figure = self.figure
        if figure is not None:
            self._view.show_behind(figure)

    def line_opened(self, key: str) -> None:
        """Open what a line behind a figure leads to: a ticket, a record, a search."""
        kind, _, name = key.partition(":")
        if kind == "ticket":
            self._opened(int(name))
        elif kind == "gap":
            self._searched(name)
        elif name:
            self._read(kind, name)

    def record_chosen(self) -> None:
        """Read the known issue or the article that the figure is about."""
        if self.figure is not None:
            self.line_opened(self.figure.record)

    def copy_patterns(self) -> None:
        """Put what the product team should know on the clipboard."""
        if self._shown is not None:
            self._copy(pattern_report(self._shown.report, self._library()))
            self._say("The patterns are on the clipboard, without any customer's name, address or words.")

    def save(self, path: Path) -> None:
        """Write the figures to a file: as a table where its name ends with ``.csv``, else as Markdown."""
        if self._shown is None:
            return
        report, figures, library = self._shown.report, self._shown.figures, self._library()

        def work() -> None:
            if path.suffix.lower() == ".csv":
                # With the mark at its start, spreadsheets read it as UTF-8.
                write_atomically(path, figures_as_csv(report, figures).encode("utf-8-sig"))
            else:
                write_atomically(path, figures_as_markdown(report, figures, library).encode())

        def done(_: object) -> None:
            self._say(f"Saved as “{path.name}”, without any customer's name, address or words.")

        self._reads.run(work, done=done, failed=self._failed)

    # What is asked of it -------------------------------------------------------------------------

    @property
    def has_report(self) -> bool:
        """Whether there is anything to copy or to save."""
        return self._shown is not None and bool(self._shown.report.tickets)

    @property
    def figure(self) -> Figure | None:
        """The chosen figure."""
        figures = self._shown.figures if self._shown is not None else ()
        return next((figure for figure in figures if figure.line.key == self._figure), None)

    @property
    def file_name(self) -> str:
        """How the saved report is called first."""
        if self._shown is None:
            return "report.md"
        period = self._shown.report.period
        return f"report-{period.first}-to-{period.last}.md"

    # Inside --------------------------------------------------------------------------------------

    def _read_desk(self) -> DeskRecord:
        """In the lane that owns the desk: read it, unless it is as it was."""
        if self._record is not None and self._record.changes == self._desk.changes():
            return self._record
        return self._desk.desk_record()

    def _count(self, record: DeskRecord) -> None:
        library, now = self._library(), self._clock()
        self._record = record
        period = self._chosen_period(record, library, now)
        as_of = (record.changes, now.replace(second=0, microsecond=0))
        if as_of != self._kept_as_of:
            self._kept, self._kept_as_of = {}, as_of
        kept = self._kept

        def work() -> _Counted:
            if period not in kept:
                report = report_on(record, period, library.team, now)
                kept[period] = _Counted(report, figures_of(report, library))
            return kept[period]

        # What is kept goes the same way: it must overtake what is being counted for another period.
        self._reads.run(work, done=self._show, failed=self._failed, newest="report")

    def _chosen_period(self, record: DeskRecord, library: Library, now: datetime) -> Period:
        offered = periods(now, calendar_of(library.team.working_time).zone, oldest=record.oldest)
        chosen = next((one for one in offered if one.id == self._period_id), offered[0])
        self._period_id = chosen.id
        self._view.show_periods([(one.id, one.title) for one in offered], chosen.id)
        return chosen

    def _show(self, counted: _Counted) -> None:
        self._shown = counted
        if not counted.report.tickets:
            self._view.show_summary("")
            self._view.show_nothing(_WHAT_FOR, _HOW_IT_FILLS)
            return
        self._view.show_summary(f"{told_period(counted.report)} · {told_moment(counted.report)}")
        if counted.figures:
            self._view.show_figures(counted.figures)
        else:
            self._view.show_nothing("Nothing came in, left or fell due in this period.")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._say(str(error), "stop")
