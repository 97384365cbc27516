"""What a day of work costs in memory: 200 mails, one after the other in one window.

Each mail is imported, opened, answered with a few sentences, its preview and last look are shown, an
article is read, and the ticket is closed. Printed are the resident memory of the window's process (MB)
after every 20 mails, the objects that the collector knows, and how much the second hundred added.

    python3 dev.py bench bench_day          (some four minutes; THRICE_DAY_MAILS=40 for fewer)
"""

import gc
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from driven_program import Driven, own_mb, resident_mb  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QObject  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

MAILS = int(os.environ.get("THRICE_DAY_MAILS", "200"))
EVERY = 20
ANSWER = (
    "Hello, thank you for writing. We have corrected the invoice today; the new one is attached. "
    "The licence for the second shop will be active on Friday. Please tell us if anything is missing. "
)


class Day:
    """One day at the desk."""

    def __init__(self, driven: Driven, folder: Path) -> None:
        self.driven, self.program, self._folder = driven, driven.program, folder
        self._demos = sorted((ROOT / "resources" / "demo").glob("*.eml"))
        self._articles = sorted(self.program.library.library().articles)

    def work(self, number: int) -> None:
        """Do everything once with one mail."""
        ticket_id = self.driven.add_mail(self._mail(number), rest_ms=30)
        self.program.open_ticket(ticket_id)
        self.driven.settle(rest_ms=130)
        ticket = self.program.ticket
        assert ticket is not None
        editor = ticket.reply.editor
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        for word in ANSWER.split(" "):
            cursor.insertText(f"{word} ")
            self.driven.rest(5)
        self.driven.settle(rest_ms=130)
        for command in ("preview-reply", "preview-reply"):
            self.program.window.book.run(command)
            self.driven.settle(rest_ms=30)
        self.program.record_wanted.emit("article", self._articles[number % len(self._articles)])
        self.driven.settle(rest_ms=100)
        self.program.leave_ticket()
        assert self.program.desk is not None
        self.program.desk.close_ticket(ticket_id)
        self.driven.settle(rest_ms=30)
        # What was let go outside of an event is only deleted by a loop that runs; here none does.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _mail(self, number: int) -> Path:
        """Return a mail nobody imported before: a demo mail under an id and a subject of its own."""
        text = self._demos[number % len(self._demos)].read_text(encoding="utf-8", errors="replace")
        head, separator, body = text.partition("\n\n")
        kept = [line for line in head.split("\n") if not line.lower().startswith("message-id:")]
        file = self._folder / f"mail-{number}.eml"
        identity = f"Message-ID: <day-{number}@example.com>"
        file.write_text(
            "\n".join([identity, *kept]) + separator + f"{body}\nCase {number}.\n", encoding="utf-8"
        )
        return file


def objects() -> Counter[str]:
    """Return how many objects of each kind the collector knows, after it collected."""
    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects())


def main() -> None:
    """Print the memory after every 20 mails, and what was left behind."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["thrice"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library"
        shutil.copytree(ROOT / "kb_content" / "starter", library)
        driven = Driven(app, folder, library)
        day, started = Day(driven, folder), time.monotonic()
        print(f"{'mails':>6} {'resident MB':>12} {'own MB':>7} {'objects':>9} {'QObjects':>9} {'seconds':>8}")
        marks: dict[int, tuple[float, Counter[str]]] = {}
        for number in range(MAILS + 1):
            if number % EVERY == 0:
                known = objects()
                qobjects = len(driven.program.window.findChildren(QObject))
                marks[number] = resident_mb(), known
                memory, seconds = f"{resident_mb():>12.0f} {own_mb():>7.0f}", time.monotonic() - started
                print(f"{number:>6} {memory} {known.total():>9,} {qobjects:>9,} {seconds:>8.0f}", flush=True)
            if number < MAILS:
                day.work(number)
        half = MAILS // 2 // EVERY * EVERY
        grown = marks[MAILS // EVERY * EVERY][1] - marks[half][1]
        added = marks[MAILS // EVERY * EVERY][0] - marks[half][0]
        print(f"from {half} to {MAILS}: {added:+.0f} MB; most new objects: {grown.most_common(8)}")
        driven.program.close()


if __name__ == "__main__":
    main()
