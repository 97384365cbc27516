"""The whole program with a small library, for driving the library and the known issues."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.program import Program
from desktop.record_places import RecordPlaces
from desktop.work.collaborators import Clock
from tests.gui.running_program import running, settle, write_files

FILES = {
    "library.toml": 'format = 1\nname = "Support"\n[[people]]\nname = "Ana Example"\nmail = "ana@a.example"\n'
    '[[products]]\nname = "Shop Cart"\n',
    "articles/billing/refunds.md": "---\nid: refunds\ntitle: Refunds\nsummary: How money goes back.\n"
    "products: [Shop Cart]\nowner: Ana Example\nverified: {date: 2026-09-12, by: Ana Example}\n"
    "review_every: 180d\n---\n\nHow to refund an order. See [Late orders](kb:late-orders).\n\n"
    "## Late refunds\n\nBanks take five days.\n",
    "articles/billing/late-orders.md": "---\nid: late-orders\ntitle: Late orders\n---\n\nSay when.\n",
    "known-issues/export-stops.md": "---\nid: export-stops\ntitle: The export stops\nstatus: identified\n"
    "severity: high\neta: 2026-12-03\nnext_update: 2026-11-19 12:00\n---\n\n## What happens\n\nIt stops.\n\n"
    "## Workaround\n\nExport by week.\n\n## Updates\n\n- **2026-11-16 08:50, Ana Example:** Opened.\n",
    "known-issues/old-fault.md": "---\nid: old-fault\ntitle: An old fault\nstatus: resolved\n---\n\nGone.\n",
    "snippets/hello.md": "---\nid: hello\nkeyword: hi\ntitle: Hello\n---\n\nHello {{name}},\n",
}


@dataclass
class Window:
    """The running program and how to wait for it."""

    program: Program
    folder: Path

    @property
    def places(self) -> RecordPlaces:
        """The two places."""
        return self.program.window.findChild(RecordPlaces)  # type: ignore[return-value]

    def run(self, command: str) -> None:
        """Do a command as its key would, and wait for what follows."""
        self.program.window.book.run(command)
        self.settle()

    def settle(self) -> None:
        """Wait until everything that is under way is home, also what a timer starts."""
        settle(self.program)

    def text_of(self, path: str) -> str:
        """A file of the library."""
        return (self.folder / path).read_text(encoding="utf-8")

    def titles(self) -> list[str]:
        """What the library's list shows."""
        model = self.places.library_screen.list.rows
        return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]

    def issue_titles(self) -> list[str]:
        """What the known issues' list shows."""
        model = self.places.issues_screen.list.rows
        return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


@pytest.fixture
def window(
    qapp: QApplication,
    paths: DataPaths,
    clock: Clock,
    tmp_path: Path,
) -> Iterator[Window]:
    """The window with an empty desk and a library of five records."""
    folder = write_files(tmp_path / "library", FILES)
    with running(
        qapp, paths=paths, clock=clock, library=folder, size=(1280, 800), agent_name="Ana Example"
    ) as program:
        program.window.activateWindow()
        yield Window(program, folder)
        settle(program)
