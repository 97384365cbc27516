"""The presenter of Report, with a desk that is a record and a screen that is a list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from composer.tickets.gap_table import Gap
from composer.tickets.report_record import DeskRecord, Use
from desktop.report.lines import Figure
from desktop.report.pattern_report import WITHOUT_CUSTOMERS
from desktop.report.presenter import ReportPresenter
from kb_content.failure import Failure
from kb_content.library import Library
from tests.by_hand import AtOnce, LaneByHand
from tests.unit.tickets.report_desks import at, desk, reply, ticket

WHOLE = replace(
    desk(
        ticket(1, "09 09:00", replies=(reply("09 10:00"),)),
        ticket(2, "17 09:00", replies=(reply("17 10:00"),), issues=(Use("export-stops", at("17 10:00")),)),
        ticket(3, "19 09:00"),
    ),
    gaps=(Gap("gift cards", 1, at("17 09:00"), at("17 09:00")),),
)


class FakeDesk:
    """A desk in memory that counts how often it is read."""

    def __init__(self, record: DeskRecord) -> None:
        self.record = record
        self.read = 0
        self.broken = False

    def changes(self) -> int:
        return self.record.changes

    def desk_record(self) -> DeskRecord:
        if self.broken:
            raise Failure("The desk is locked.")
        self.read += 1
        return self.record


class FakeView:
    """A screen that remembers what it was told."""

    def __init__(self) -> None:
        self.periods: list[tuple[str, str]] = []
        self.chosen = self.summary = ""
        self.figures: dict[str, Figure] = {}
        self.behind: Figure | None = None
        self.nothing: tuple[str, str] | None = None

    def show_periods(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        self.periods, self.chosen = list(choices), chosen

    def show_summary(self, sentence: str) -> None:
        self.summary = sentence

    def show_figures(self, figures: Sequence[Figure]) -> None:
        self.figures, self.nothing = {figure.line.key: figure for figure in figures}, None

    def show_behind(self, figure: Figure) -> None:
        self.behind = figure

    def show_nothing(self, sentence: str, more: str = "") -> None:
        self.figures, self.nothing = {}, (sentence, more)


class Scene:
    """The presenter and everything around it."""

    def __init__(self, library: Library, record: DeskRecord = WHOLE) -> None:
        self.desk, self.view, self.reads = FakeDesk(record), FakeView(), LaneByHand()
        self.now = at("20 09:30")
        self.in_front = True
        self.opened: list[object] = []
        self.said: list[tuple[str, str]] = []
        self.copied: list[str] = []
        self.presenter = ReportPresenter(
            view=self.view,
            desk=self.desk,
            library=lambda: library,
            writes=AtOnce(),
            reads=self.reads,
            clock=self._clock,
            in_front=lambda: self.in_front,
            opened=self.opened.append,
            read=lambda kind, id: self.opened.append((kind, id)),
            searched=lambda query: self.opened.append(f"?{query}"),
            say=self._say,
            copy=self.copied.append,
        )

    def _clock(self) -> datetime:
        return self.now

    def _say(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self.said.append((text, kind))

    def show(self) -> None:
        """Come to the place, and let it count."""
        self.presenter.refresh()
        self.reads.work()


@pytest.fixture
def scene(library: Library) -> Scene:
    """Report in front, counted."""
    scene = Scene(library)
    scene.show()
    return scene


def test_a_new_desk_says_what_will_be_here(library: Library) -> None:
    """And has nothing to copy."""
    scene = Scene(library, DeskRecord())
    scene.show()
    assert scene.view.nothing is not None
    sentence, more = scene.view.nothing
    assert sentence == "How your desk is doing, with the tickets behind every figure."
    assert more.startswith("It begins with the first mails")
    assert (scene.view.summary, scene.presenter.has_report) == ("", False)


def test_this_week_comes_first(scene: Scene) -> None:
    """With its days, and the moment as of which it was counted."""
    assert scene.view.chosen == "this-week"
    assert scene.view.summary == "Mon 16 to Sun 22 Nov 2026 · as of Fri 20 Nov, 09:30 UTC"
    assert scene.view.figures["came"].tickets == (2, 3)


def test_another_period_is_counted_and_kept(scene: Scene) -> None:
    """Going back to the first one counts nothing; the desk is read once."""
    first = scene.view.figures["came"]
    scene.presenter.period_chosen("last-week")
    scene.reads.work()
    assert scene.view.figures["came"].tickets == (1,)
    scene.presenter.period_chosen("this-week")
    scene.reads.work()
    assert scene.view.figures["came"] is first
    assert scene.desk.read == 1


def test_a_period_without_anything_says_so(library: Library) -> None:
    """There are tickets, and none of them takes part."""
    scene = Scene(library, desk(ticket(1, "09 09:00", replies=(reply("09 10:00"),))))
    scene.show()
    assert scene.view.nothing == ("Nothing came in, left or fell due in this period.", "")
    assert scene.view.summary.startswith("Mon 16 to Sun 22")


def test_a_change_of_the_desk_is_counted(scene: Scene) -> None:
    """Also when the same minute goes on."""
    scene.desk.record = replace(desk(ticket(9, "18 09:00")), changes=1)
    scene.show()
    assert scene.view.figures["came"].tickets == (9,)
    assert scene.desk.read == 2


def test_time_passes_only_where_somebody_looks(scene: Scene) -> None:
    """A minute later what waits is older."""
    scene.now = at("20 09:31")
    scene.in_front = False
    scene.presenter.time_passed()
    assert scene.reads.waiting == []
    scene.in_front = True
    scene.presenter.time_passed()
    scene.reads.work()
    assert scene.view.summary.endswith("09:31 UTC")
    assert scene.view.figures["waiting"].behind[0].value == "8 h 31 min"


def test_a_changed_library_is_counted_anew(scene: Scene) -> None:
    """In front at once, else when somebody comes."""
    scene.in_front = False
    scene.presenter.library_changed()
    assert scene.reads.waiting == []
    before = scene.view.figures["came"]
    scene.show()
    assert scene.view.figures["came"] is not before


def test_of_two_periods_chosen_quickly_the_last_is_shown(scene: Scene) -> None:
    """What was counted for the other comes to nothing."""
    scene.presenter.period_chosen("last-week")
    scene.presenter.period_chosen("last-30-days")
    scene.reads.work()
    assert (scene.view.chosen, scene.view.figures["came"].tickets) == ("last-30-days", (1, 2, 3))


def test_a_figure_shows_what_it_counts_and_its_lines_lead_there(scene: Scene) -> None:
    """Tickets, records and searches."""
    scene.presenter.figure_chosen("came")
    assert scene.view.behind is scene.view.figures["came"]
    for key in ("ticket:2", "known-issue:export-stops", "article:refunds", "gap:gift: cards", ""):
        scene.presenter.line_opened(key)
    assert scene.opened == [2, ("known-issue", "export-stops"), ("article", "refunds"), "?gift: cards"]


def test_a_figure_about_a_record_leads_to_it(scene: Scene) -> None:
    """One that is about none leads nowhere."""
    scene.presenter.figure_chosen("came")
    scene.presenter.record_chosen()
    scene.presenter.figure_chosen("met:export-stops")
    scene.presenter.record_chosen()
    assert scene.opened == [("known-issue", "export-stops")]


def test_the_patterns_are_copied(scene: Scene) -> None:
    """And it is said that nothing of a customer is in them."""
    scene.presenter.copy_patterns()
    assert WITHOUT_CUSTOMERS in scene.copied[0]
    assert "The export stops" in scene.copied[0]
    assert scene.said == [
        ("The patterns are on the clipboard, without any customer's name, address or words.", "ok")
    ]


@pytest.mark.parametrize(("name", "start"), [("r.md", "# Patterns"), ("r.csv", "\ufeffFirst day,")])
def test_the_report_is_saved_as_its_name_says(scene: Scene, tmp_path: Path, name: str, start: str) -> None:
    """As Markdown, or as a table."""
    assert scene.presenter.file_name == "report-2026-11-16-to-2026-11-22.md"
    scene.presenter.save(tmp_path / name)
    scene.reads.work()
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert scene.said[-1][0].startswith(f"Saved as “{name}”, without any customer's")


def test_what_cannot_be_written_or_read_is_said(scene: Scene, tmp_path: Path) -> None:
    """In one sentence, and the figures stay."""
    scene.presenter.save(tmp_path / "missing" / "r.md")
    scene.reads.work()
    scene.desk.broken, scene.desk.record = True, replace(WHOLE, changes=5)
    scene.presenter.refresh()
    assert [kind for _, kind in scene.said] == ["stop", "stop"]
    assert scene.said[-1][0] == "The desk is locked."
    assert scene.view.figures
