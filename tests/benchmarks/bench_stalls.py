"""How long the window stands still over hostile input, and while somebody types.

The real program, offscreen, is fed every hostile mail, page and article of ``../shared/hostile`` (or
``THRICE_SHARED``), then somebody types 12 keys a second into a reply of 1,000 words and into the
search of the library. What the columns mean stands in ``driven_program.py``.

    python3 dev.py bench bench_stalls                   (THRICE_STALLS=eml/e23,typing for some)
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from driven_program import Driven, print_heading  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

SHARED = Path(os.environ.get("THRICE_SHARED", ROOT.parent / "shared"))
KEYS = 240
WORDS = "we have shipped the parcel today and will tell you on Friday when the fix is out, as promised. "


class Hostile(Driven):
    """The running program, and how to feed it what is hostile."""

    def mail(self, file: Path) -> None:
        """Import a mail, open it, scroll it, leave it."""
        assert self.program.queue is not None
        with self.measured(f"import {file.parent.name}/{file.name}"):
            self.program.queue.files_chosen([file])
            self.settle()
        self.newest_ticket(f"open   {file.parent.name}/{file.name}")

    def paste(self, text: str, html: str, name: str) -> None:
        """Paste something into the queue and open it."""
        assert self.program.queue is not None
        with self.measured(f"paste  {name}"):
            self.program.queue.pasted(text, html)
            self.settle()
        self.newest_ticket(f"open   {name}")

    def newest_ticket(self, name: str) -> None:
        """Open the ticket that came last, if one came, go through it, and close it."""
        desk, ticket = self.program.desk, self.program.ticket
        assert desk is not None
        assert ticket is not None
        tickets = desk.tickets()
        if not tickets:
            return
        newest = max(tickets, key=lambda one: one.id)
        with self.measured(name):
            self.program.open_ticket(newest.id)
            self.settle()
            bar = ticket.mail.text.verticalScrollBar()
            for at in range(11):
                bar.setValue(bar.maximum() * at // 10)
                self.rest(30)
            self.program.leave_ticket()
            self.settle()
        desk.close_ticket(newest.id)

    def article(self, file: Path) -> None:
        """Add a file to the library from outside, then read it in the library, where it can be read."""
        shutil.copyfile(file, self.library / "articles" / file.name)
        before = len(self.program.library.library().articles), len(self.program.library.library().problems)
        with self.measured(f"add    md/{file.name}"):
            self.program.library.refresh()
            self.settle()
        library = self.program.library.library()
        after = len(library.articles), len(library.problems)
        path = f"articles/{file.name}"
        found = [one.id for one in library.articles.values() if one.path == path]
        if not found:
            print(f"  not loaded; problems {before[1]} -> {after[1]}")
            return
        with self.measured(f"read   md/{file.name}"):
            self.program.record_wanted.emit("article", found[0])
            self.settle()

    def typing(self) -> None:
        """Type into a reply of 1,000 words, and into the search of the library."""
        assert self.program.ticket is not None
        self.program.open_ticket(self.add_mail(ROOT / "resources/demo/01-subscription-questions.eml"))
        self.settle()
        editor = self.program.ticket.reply.editor
        long = (WORDS * 56)[: 1000 * 6]
        with self.measured("paste 1,000 words into the reply"):
            cursor = editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            paragraphs = [long[at : at + 400] for at in range(0, len(long), 400)]
            cursor.insertText("\n\n".join(paragraphs))
            editor.setTextCursor(cursor)
            self.settle()
        self.type_into(editor, "type in a reply of 1,000 words", (WORDS * 9)[:KEYS])
        self.program.leave_ticket()
        self.settle()
        self.program.window.book.run("go-library")
        self.settle()
        self.program.window.book.run("search-here")
        field = self.app.focusWidget()
        self.type_into(field, "type in the library's search", "how do I renew a licence for two shops ")


def inputs(bench: Hostile) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what can be fed, by name."""
    hostile = SHARED / "hostile"
    for file in sorted((hostile / "eml").glob("*.eml")):
        yield f"eml/{file.name}", lambda file=file: bench.mail(file)  # type: ignore[misc]
    for file in sorted((hostile / "html").glob("*.html")):
        text = file.read_text(encoding="utf-8", errors="replace")
        yield f"html/{file.name}", lambda file=file: bench.mail(file)  # type: ignore[misc]
        yield f"paste/{file.name}", lambda text=text, n=file.name: bench.paste("", text, n)  # type: ignore[misc]
    for file in sorted((hostile / "text").glob("*.txt")):
        text = file.read_text(encoding="utf-8", errors="replace")
        yield f"paste/{file.name}", lambda text=text, n=file.name: bench.paste(text, "", n)  # type: ignore[misc]
    for file in sorted((hostile / "md").glob("*.md")):
        yield f"md/{file.name}", lambda file=file: bench.article(file)  # type: ignore[misc]
    yield "typing", bench.typing


def main() -> None:
    """Print a table: input, longest gap, the window's own part of it, seconds in all."""
    wanted = tuple(filter(None, os.environ.get("THRICE_STALLS", "").split(",")))
    if not (SHARED / "hostile").is_dir():
        print("the folder ../shared/hostile is missing: only typing is measured")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["thrice"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "kb_content" / "starter", folder / "library")
        bench = Hostile(app, folder, folder / "library")
        print_heading("input")
        for name, feed in inputs(bench):
            if not wanted or name.startswith(wanted):
                feed()
        bench.program.close()


if __name__ == "__main__":
    main()
