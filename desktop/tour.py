"""The tour: the real window does the main job on the demo mail, and leaves a picture of every step.

It is what the README's first command runs where there is no screen, what a frozen build proves
itself with, and where the pictures of the README come from. Nothing is faked: the program is built
as for an agent, keys are typed into the focused widget, and only the clock stands still.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from desktop.paths import data_paths
from desktop.program import Program
from kb_content.failure import Failure
from kb_content.resource import demo_mails, resource, starter_library

if TYPE_CHECKING:
    from desktop.reply.draft.reply_editor import ReplyEditor

SIZE = (1440, 900)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
AGENT_NAME, AGENT_MAIL = "Ines Halvorsen", "ines@lantern.example"

_PATIENCE_S = 60.0


class TourFailure(Failure):
    """The tour could not go on: a step did not come to what it should show."""


def take_tour(out: Path) -> Iterator[Path]:
    """Take the tour; yield each file as it is left in ``out``: two PNGs a step, then the ``.eml``.

    Raises TourFailure when a step never comes to rest, and Failure when ``out`` can't be written.
    """
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TourFailure(f"The pictures can't be put there: {error.strerror}.", path=str(out)) from error
    app = QApplication.instance() or QApplication(["thrice"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="thrice-tour-") as folder:
        guide = _Guide(app, Path(folder), out)
        try:
            yield from guide.walk()
        finally:
            guide.leave()


class _Guide:
    """Leads the program through the steps and takes the pictures."""

    def __init__(self, app: QApplication, folder: Path, out: Path) -> None:
        self._app, self._out = app, out
        paths = data_paths(folder / "data")
        paths.prepare()
        library = folder / "library"
        shutil.copytree(starter_library(), library)
        self._program = Program(app, paths=paths, clock=lambda: NOW, library_folder=library, theme="light")
        self._program.settings.change(agent_name=AGENT_NAME, agent_mail=AGENT_MAIL, sign_off="Ines")
        self._window = self._program.window
        self._steps = 0

    def walk(self) -> Iterator[Path]:
        """Go through the steps."""
        self._window.resize(*SIZE)
        self._window.show()
        self._program.start()
        self._until(lambda: self._program.ticket is not None)
        yield from self._pictures("empty-queue")
        self._command("demo-mails")
        self._until(lambda: len(self._desk_tickets()) == len(demo_mails()))
        yield from self._pictures("queue")
        # A notice goes by itself after a while; the tour is quicker than that.
        self._window.notices.hide()
        self._program.open_ticket(self._tour_ticket())
        yield from self._pictures("ticket")
        yield from self._answer()
        yield from self._look_around()
        yield from self._finish()

    def leave(self) -> None:
        """Close what was opened."""
        self._program.close()
        self._app.processEvents()

    # --- the steps --------------------------------------------------------------

    def _answer(self) -> Iterator[Path]:
        """Write the reply: first as one should not, then as one should."""
        self._answer_first_question(
            "We will look into this as soon as possible. Please do not hesitate to ask."
        )
        yield from self._pictures("findings")
        self._type_whole_reply()
        yield from self._pictures("reply")
        self._command("preview-reply")
        yield from self._pictures("preview")
        self._command("preview-reply")

    def _look_around(self) -> Iterator[Path]:
        """Search the library, see the known issues, ask for a command."""
        if "library" in self._window.place_ids():
            self._command("go-library")
            self._rest()
            self._type("webhook signature")
            yield from self._pictures("library")
        if "known-issues" in self._window.place_ids():
            self._command("go-known-issues")
            yield from self._pictures("known-issues")
        self._command("go-queue")
        self._command("palette")
        self._rest()
        self._type("fin")
        yield from self._pictures("palette")
        self._key(Qt.Key.Key_Escape)

    def _finish(self) -> Iterator[Path]:
        """Take the last look and write the reply."""
        self._command("last-look")
        yield from self._pictures("last-look")
        reply = self._out / "reply.eml"
        self._program.tickets.write_reply(reply)
        self._until(reply.exists)
        yield reply
        self._rest()
        yield from self._pictures("replied")
        self._command("go-promises")
        yield from self._pictures("promises")
        self._command("go-report")
        yield from self._pictures("report")

    # --- hands ------------------------------------------------------------------

    def _answer_first_question(self, words: str) -> None:
        """Put the cursor behind the first quoted question, split the quote there, and type."""
        editor = self._editor()
        question = editor.text().index("How do I let customers pause")
        editor.go_to(editor.text().index("\n", question))
        editor.setFocus()
        self._key(Qt.Key.Key_Return)
        self._type(words)

    def _editor(self) -> "ReplyEditor":
        assert self._program.ticket is not None
        return self._program.ticket.reply.editor

    def _type_whole_reply(self) -> None:
        editor = self._editor()
        editor.replace_all(resource("demo/tour-reply.md").read_text(encoding="utf-8"))

    def _type(self, words: str) -> None:
        """Press the keys of some words in whatever has the focus."""
        for character in words:
            self._press(0, character)

    def _key(self, key: Qt.Key) -> None:
        self._press(key, QKeySequence(key).toString() if key == Qt.Key.Key_Space else "")

    def _press(self, key: int, text: str) -> None:
        target = self._app.focusWidget() or self._window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._app.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def _command(self, id: str) -> None:
        """Give a command as the palette does."""
        self._window.book.action(id).trigger()
        self._app.processEvents()

    # --- waiting and looking ----------------------------------------------------

    def _pictures(self, name: str) -> Iterator[Path]:
        """Let everything come to rest, then take the window in light and in dark."""
        self._rest()
        self._steps += 1
        for theme in ("dark", "light"):
            self._program.themes.choose(theme)
            self._rest(0.1)
            path = self._out / f"{self._steps:02}-{name}-{theme}.png"
            if not self._window.grab().save(str(path)):
                raise TourFailure("The picture could not be written; is the disk full?", path=str(path))
            yield path

    def _rest(self, seconds: float = 0.6) -> None:
        """Wait until nothing is under way, longer than every pause that the program makes by itself."""
        quiet_since = time.monotonic()
        deadline = quiet_since + _PATIENCE_S
        while time.monotonic() - quiet_since < seconds:
            self._app.processEvents()
            lanes = self._program.lanes
            if not (lanes.reads.idle and lanes.writes.idle):
                quiet_since = time.monotonic()
            if time.monotonic() > deadline:
                raise TourFailure("The window never came to rest; see the log for what kept it busy.")
            time.sleep(0.005)

    def _until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while not true():
            self._rest(0.05)
            if time.monotonic() > deadline:
                raise TourFailure("A step of the tour did not end; see the log for what kept it.")

    def _desk_tickets(self) -> tuple[object, ...]:
        return tuple(self._program.desk.tickets()) if self._program.desk else ()

    def _tour_ticket(self) -> int:
        """Return the number of the ticket that the first demo mail became."""
        from composer.mail.parse import open_mail

        subject = open_mail(demo_mails()[0]).subject
        assert self._program.desk is not None
        return next(ticket.id for ticket in self._program.desk.tickets() if ticket.subject == subject)
