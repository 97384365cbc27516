"""How long the window stands still over a library of 100,000 articles while somebody types 12 keys a second.

The articles are made of passages of the data's documents and kept between runs (``big_library.py`` says
where); the first run makes them and their index, which takes some minutes, the others take about three.
What the columns mean stands in ``driven_program.py``; the aim is a gap of at most 50 ms.

    python3 dev.py bench bench_big_library          (THRICE_ARTICLES=10000 for another size)
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from big_library import big_library  # noqa: E402
from driven_program import Driven, own_mb, print_heading, resident_mb  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from search_sets import available  # noqa: E402

from desktop.paths import DataPaths  # noqa: E402

ARTICLES = int(os.environ.get("THRICE_ARTICLES", "100000"))
MAIL = ROOT / "resources/demo/01-subscription-questions.eml"
REPLY = (
    "Hello Maria, thank you for your patience. We have shipped the licence for the second shop today and "
    "will tell you on Friday when the invoice is corrected. You can renew the subscription in the account "
    "page; the old key stays valid until the end of the month. "
)
QUERIES = (
    "how do I renew a licence for two shops",
    "reset the master password of an organisation",
    "error 403 when the calendar is shared",
    "export all items to a csv file",
)


class BigLibrary:
    """What is done with the big library, one measured row after the other."""

    def __init__(self, driven: Driven) -> None:
        self.driven, self.program = driven, driven.program

    def start(self) -> None:
        """Wait until the library is read, the index looked through, and a ticket can be opened."""
        library = self.program.library
        with self.driven.measured("start: library read, index looked through"):
            self.driven.until(
                lambda: self.driven.ticket_ready and library.loaded and library.unindexed() is None, 180
            )
            self.driven.settle()

    def library_place(self) -> None:
        """Go to the library, type in its search, empty it again so that every title is shown."""
        book = self.program.window.book
        with self.driven.measured("open the library's place"):
            book.run("go-library")
            self.driven.settle()
        book.run("search-here")
        field = self.driven.app.focusWidget()
        for query in QUERIES:
            self.driven.type_into(field, f"search: {query}", query)
            with self.driven.measured("empty the search (all titles)"):
                field.clear()
                self.driven.settle()

    def reply(self) -> None:
        """Open a ticket, write a reply, fetch knowledge while writing."""
        ticket = self.driven.add_mail(MAIL)
        with self.driven.measured("open a ticket"):
            self.program.open_ticket(ticket)
            self.driven.settle()
        assert self.program.ticket is not None
        editor = self.program.ticket.reply.editor
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        editor.setTextCursor(cursor)
        self.driven.type_into(editor, "write a reply", f"\n\n{REPLY}\n\n")
        self.driven.type_into(editor, "fetch knowledge in the reply", f"??{QUERIES[0]}")
        self.program.leave_ticket()
        self.driven.settle()

    def outside(self) -> None:
        """Type in the search while an article is changed outside, which is read and indexed."""
        file = next((self.driven.library / "articles").rglob("*.md"))
        text = file.read_text(encoding="utf-8")
        self.program.window.book.run("go-library")
        self.driven.settle()
        self.program.window.book.run("search-here")
        field = self.driven.app.focusWidget()
        file.write_text(f"{text}\nOne more line.\n", encoding="utf-8", newline="")
        try:
            self.driven.type_into(field, "search while an article is changed outside", QUERIES[1])
        finally:
            file.write_text(text, encoding="utf-8", newline="")
        with self.driven.measured("and changed back"):
            self.driven.rest(1_000)
            self.driven.settle()


def main() -> None:
    """Print a table: what was done, longest gap, processor time in it, seconds in all."""
    if not available():
        print("skipped: the documents to make the library of are missing (THRICE_DATA)")
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = big_library(ARTICLES)

    def take_index(paths: DataPaths) -> None:
        """The window works on a copy of the index, so that the next run finds it as it was."""
        for file in made.glob("index.sqlite*"):
            shutil.copyfile(
                file, paths.index.with_name(paths.index.name + file.name.removeprefix("index.sqlite"))
            )

    app = QApplication(["thrice"])
    with tempfile.TemporaryDirectory() as folder:
        print_heading(f"{ARTICLES:,} articles")
        driven = Driven(app, Path(folder), made / "library", prepare=take_index, settle=False)
        acts = BigLibrary(driven)
        acts.start()
        acts.library_place()
        acts.reply()
        acts.outside()
        print(f"resident: {resident_mb():.0f} MB, of it {own_mb():.0f} MB without what is mapped from files")
        driven.program.close()


if __name__ == "__main__":
    main()
