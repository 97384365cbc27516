"""How long Report takes over a desk of 2,000 tickets, and how long the window stands still meanwhile.

The desk is invented: 2,000 tickets over 120 days with mails, replies, promises, known issues, insertions
and findings. First the processor time of each step alone (medians of 7), then the real program,
offscreen: coming to the place, other periods, every figure in turn. What the columns mean stands in
``driven_program.py``.

    python3 dev.py bench bench_report                   (THRICE_TICKETS=500 for another desk)
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from driven_program import Driven, print_heading  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from composer.lint.usage import Usage  # noqa: E402
from composer.tickets.desk import Desk  # noqa: E402
from composer.tickets.report import report_on  # noqa: E402
from composer.tickets.report_period import periods  # noqa: E402
from composer.tickets.ticket import NewPromise  # noqa: E402
from desktop.report.figures import figures_of  # noqa: E402
from desktop.report.view import ReportScreen  # noqa: E402
from kb_content.library import Library  # noqa: E402
from kb_content.resource import starter_library  # noqa: E402

T = TypeVar("T")
TICKETS = int(os.environ.get("THRICE_TICKETS", "2000"))
DAYS = 120


class _Clock:
    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.now


def fill(path: Path, library: Library) -> None:
    """Put the invented tickets on a desk, the last of them today."""
    clock, dice = _Clock(), random.Random(7)
    end = clock.now
    desk = Desk.open(path, clock=clock)
    for number in range(TICKETS):
        clock.now = end - timedelta(days=DAYS * (1 - number / TICKETS))
        _live(desk, clock, dice, number, library, end)
    desk.close()


def _live(
    desk: Desk, clock: _Clock, dice: random.Random, number: int, library: Library, end: datetime
) -> None:
    """Let one ticket come, be read and mostly be answered, with a promise or a second mail."""
    head = f"From: Customer {number} <c{number}@shop.example>\r\nSubject: Matter {number}\r\n"
    body = f"\r\n\r\nHow do I do this?\r\n{'It does not work. ' * 200}\r\n"
    ticket = desk.add_mail(f"{head}Message-ID: <m{number}@shop.example>{body}".encode())
    asked = dice.randint(1, 4)
    if dice.random() < 0.4:
        desk.link_issue(ticket.id, dice.choice(sorted(library.known_issues)))
    clock.now += timedelta(hours=dice.choice((1, 2, 5, 20, 60)))
    if clock.now > end:
        return
    desk.note_insert(ticket.id, f"article:{dice.choice(sorted(library.articles))}", "r")
    desk.count_usage({"vague-eta": Usage(1, 1, 0), "stuffy-phrase": Usage(2, 1, 1)}, ticket.id)
    desk.save_question_counts(ticket.id, open_questions=dice.random() < 0.1, total_questions=asked)
    promises = (
        [NewPromise("You hear from me.", clock.now + timedelta(hours=24))] if dice.random() < 0.4 else []
    )
    desk.file_reply(ticket.id, b"raw", text="Hello.", message_id=f"<r{number}@l.example>", promises=promises)
    if dice.random() < 0.3:
        clock.now += timedelta(hours=9)
        desk.add_mail(
            f"{head}Message-ID: <n{number}@shop.example>\r\nIn-Reply-To: <r{number}@l.example>{body}".encode()
        )


def taken(what: str, act: Callable[[], T]) -> T:
    """Do something seven times and print the median of its processor time."""
    times = []
    for _ in range(7):
        began = time.process_time()
        result = act()
        times.append((time.process_time() - began) * 1000)
    print(f"{what:<44} {statistics.median(times):>7.0f} ms")
    return result


def steps(path: Path, library: Library) -> None:
    """Measure reading, counting and putting into words."""
    desk = Desk.open(path)
    record = taken("read the desk", desk.desk_record)
    now = datetime.now(UTC)
    for period in periods(now, ZoneInfo("Europe/Berlin"), oldest=record.oldest)[:3]:
        report = taken(
            f"count: {period.title}", lambda period=period: report_on(record, period, library.team, now)
        )
        figures = taken(f"words: {period.title}", lambda report=report: figures_of(report, library))
        print(f"{len(figures)} figures with {sum(len(figure.behind) for figure in figures)} lines")
    desk.close()


def in_the_window(path: Path, app: QApplication, folder: Path) -> None:
    """Measure how long the window stands still."""
    shutil.copytree(starter_library(), folder / "library")
    driven = Driven(app, folder, folder / "library", prepare=lambda paths: shutil.copyfile(path, paths.desk))
    window = driven.program.window
    print_heading(f"{TICKETS:,} tickets, the window")
    with driven.measured("come to Report (its screen is made)"):
        window.book.run("go-report")
        driven.settle()
    screen = window.findChild(ReportScreen)
    assert isinstance(screen, ReportScreen)
    for at in range(1, 4):
        with driven.measured(f"choose: {screen.period.itemText(at)}"):
            screen.period.setCurrentIndex(at)
            driven.settle()
    model = screen.figures.lines
    with driven.measured("go through every figure"):
        for row in range(model.rowCount()):
            if model.line(model.index(row, 0)) is not None:
                screen.figures.setCurrentIndex(model.index(row, 0))
                driven.rest(30)
    with driven.measured("copy for the product team"):
        window.book.run("copy-patterns")
        driven.settle()
    window.book.run("go-queue")
    driven.settle()
    with driven.measured("come back"):
        window.book.run("go-report")
        driven.settle()
    driven.program.close()


def main() -> None:
    """Print both tables."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    library = Library.open(starter_library())
    app = QApplication(["thrice"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "filled.sqlite", library)
        steps(folder / "filled.sqlite", library)
        in_the_window(folder / "filled.sqlite", app, folder)


if __name__ == "__main__":
    main()
