"""Hostile mails, pages and articles go through the real window: nothing breaks, nothing is fetched.

The inputs lie outside of the repository (``THRICE_SHARED`` or ``../shared``); without them the tests
skip. What a machine can judge of each stands beside them in ``EXPECT.jsonl``.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.paths import DataPaths
from desktop.program import Program
from desktop.record_places import RecordPlaces
from desktop.work.collaborators import Clock
from kb_content.article import Article
from tests.gui.running_program import running, settle, write_files

SHARED = Path(os.environ.get("THRICE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
HOSTILE = SHARED / "hostile"

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile inputs are not at hand"),
]

CANARIES = ("HOSTILE_CANARY", "canary.example", "attacker.example", "evil.example")
_FORBIDDEN_EVENTS = ("socket.connect", "socket.getaddrinfo", "os.system", "urllib.Request")


def expectations(kind: str) -> dict[str, dict[str, Any]]:
    """Return what is expected of the inputs of one kind, by file."""
    if not HOSTILE.is_dir():
        return {}
    rows = (json.loads(line) for line in (HOSTILE / "EXPECT.jsonl").read_text("utf-8").splitlines() if line)
    return {row["file"]: row for row in rows if row["kind"] == kind}


MAILS, PAGES, ARTICLES = expectations("eml"), expectations("html"), expectations("md")


class Heard:
    """What Python was asked to open or to call while a test ran."""

    def __init__(self) -> None:
        self.on = False
        self.bad: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Note an act that no input may cause."""
        if not self.on:
            return
        words = " ".join(map(str, arguments[:2])) if event in ("open", "os.listdir", "os.scandir") else ""
        if event in _FORBIDDEN_EVENTS or any(canary in words for canary in CANARIES):
            self.bad.append(f"{event} {words}")


HEARD = Heard()
sys.addaudithook(HEARD)


@pytest.fixture
def program(qapp: QApplication, paths: DataPaths, clock: Clock, tmp_path: Path) -> Iterator[Program]:
    """The whole program with an empty desk and a library of one article."""
    page = "---\nid: renew\ntitle: Renew\n---\n\nGo on.\n"
    library = write_files(tmp_path / "library", {"articles/renew.md": page})
    with running(qapp, paths=paths, clock=clock, library=library) as program:
        HEARD.bad.clear()
        HEARD.on = True
        try:
            yield program
        finally:
            HEARD.on = False
    assert HEARD.bad == []


def bring(program: Program, file: Path) -> None:
    """Import a file and open the ticket that it made, if it made one."""
    assert program.queue is not None
    assert program.desk is not None
    program.queue.files_chosen([file])
    settle(program)
    open_only_ticket(program)


def open_only_ticket(program: Program) -> None:
    """Open the only ticket that there is."""
    assert program.desk is not None
    tickets = program.desk.tickets()
    if tickets:
        program.open_ticket(tickets[-1].id)
        settle(program)


def open_all_folds(program: Program) -> str:
    """Return the mail's whole text as it is shown, with everything that is folded opened."""
    assert program.ticket is not None
    mail = program.ticket.mail
    for _ in range(200):
        folded = [run for run in mail.text._page.runs if run.foldable and run.folded]
        if not folded:
            break
        mail.text.fold_pressed.emit(folded[0].number)
    return mail.text.text()


def seen_texts(root: QWidget) -> str:
    """Return every text that the widgets of a window show, one after the other."""
    texts: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        texts += [widget.windowTitle(), widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
            texts.append(widget.text())
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            texts.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            texts += [str(model.index(row, 0).data() or "") for row in range(min(50, model.rowCount()))]
    return "\n".join(texts)


def check_shown(program: Program, checks: dict[str, Any]) -> None:
    """Check what a machine can judge of an input that is shown as a ticket."""
    assert program.ticket is not None
    head = program.ticket.mail.subject.text()
    text = open_all_folds(program)
    for words in checks.get("text_has", ()):
        assert words in f"{head}\n{text}"
    if checks.get("max_token"):
        assert max(map(len, re.split(r"\s", text))) <= 4_000
    if "attachments" in checks:
        assert len(attachments(program)) == checks["attachments"]
    if checks.get("safe_names"):
        names = [one.name for one in attachments(program)]
        assert len({name.casefold() for name in names}) == len(names)
        assert not any(set(name) & set("/\\\0\u202e") or name.startswith((".", "-")) for name in names)
    if checks.get("utf8_clean"):
        text.encode("utf-8")
        assert "\0" not in text


def attachments(program: Program) -> tuple[Any, ...]:
    """Return the open ticket's attachments."""
    assert program.ticket is not None
    ticket = program.ticket.presenter.ticket
    assert ticket is not None
    return ticket.mail.message.attachments


@pytest.mark.parametrize("name", MAILS)
def test_a_hostile_mail_is_read_or_refused(program: Program, name: str) -> None:
    """It opens as text, a reply can be written and looked at, and the desk keeps its bytes."""
    file = HOSTILE / name
    bring(program, file)
    assert program.desk is not None
    assert program.ticket is not None
    tickets = program.desk.tickets()
    if not tickets:
        assert program.window.notices.text.text().startswith(file.name)
        return
    ticket = program.ticket.presenter.ticket
    assert ticket is not None, program.window.notices.text.text()
    assert program.desk.message_bytes(ticket.id) == file.read_bytes()
    check_shown(program, MAILS[name]["checks"])
    program.window.book.run("last-look")
    settle(program)
    program.leave_ticket()
    settle(program)
    assert "\n" not in tickets[0].subject


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_taken_as_a_file_and_pasted(program: Program, name: str) -> None:
    """Both ways end in a ticket with its words."""
    file = HOSTILE / name
    bring(program, file)
    check_shown(program, PAGES[name]["checks"])
    program.leave_ticket()
    settle(program)
    assert program.desk is not None
    assert program.queue is not None
    program.desk.close_ticket(program.desk.tickets()[-1].id)
    program.queue.pasted("", file.read_text(encoding="utf-8", errors="replace"))
    settle(program)
    program.open_ticket(max(ticket.id for ticket in program.desk.tickets()))
    settle(program)
    check_shown(program, PAGES[name]["checks"])


@pytest.mark.parametrize("name", ARTICLES)
def test_a_hostile_article_is_shown_or_named_as_a_problem(
    program: Program, tmp_path: Path, name: str
) -> None:
    """The file stays as it is, the good ones beside it are there, and what is shown fetches nothing."""
    library = tmp_path / "library"
    shutil.copyfile(HOSTILE / name, library / "articles" / Path(name).name)
    before = (HOSTILE / name).read_bytes()
    program.library.refresh()
    settle(program)
    opened = program.library.library()
    path = f"articles/{Path(name).name}"
    assert "renew" in opened.articles
    found = [article for article in opened.articles.values() if article.path == path]
    told = [problem for problem in opened.problems if problem.path == path]
    assert found or told
    wanted = ARTICLES[name]["checks"]
    if wanted.get("load") == "reject":
        assert told
    for article in found:
        read_edit_and_leave(program, article, wanted)
    assert (library / path).read_bytes() == before


def read_edit_and_leave(program: Program, article: Article, checks: dict[str, Any]) -> None:
    """Read an article in the library, open its editor, leave it unchanged."""
    program.record_wanted.emit("article", article.id)
    settle(program)
    places = program.window.findChild(RecordPlaces)
    assert isinstance(places, RecordPlaces)
    pane = places.library_screen.pane
    for words in checks.get("text_has", ()):
        assert words in pane.text.toPlainText()
    html = pane.text.toHtml()
    hrefs = re.findall(r'href="([a-zA-Z0-9+.-]*):', html)
    assert set(map(str.lower, hrefs)) <= set(
        checks.get("hrefs_only", ("http", "https", "mailto", "tel", "kb"))
    )
    assert "<img" not in html
    program.window.book.run("edit-record")
    settle(program)
    QTest.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_Escape)
    settle(program)
