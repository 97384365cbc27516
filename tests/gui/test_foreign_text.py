"""Foreign words are shown as they are in every widget: no markup, no mnemonic, no placeholder."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.dialog import Dialog
from desktop.paths import DataPaths
from desktop.program import Program
from desktop.work.collaborators import Clock
from tests.gui.running_program import running, settle, write_files

PROBES = (
    '<b>bold?</b> <img src="file:///canary/x.png"> a < b > c',
    '<html>x <a href="file:///etc/passwd">x</a> <table><tr><td>x',
    "<qt>x</qt> <!-- x -->y &lt;b&gt; &copy; <br/>",
    "%s %1 %n {0} {x.__class__} &File &Accelerator [*]",
)
ACCELERATOR = "&Accelerator"
"""What a probe makes of the keyboard if nobody hinders it; our own menus have others."""

PAGE = (
    "---\nid: {id}\ntitle: '{title}'\nalso_known_as: ['{title}']\nowner: '{title}'\n"
    "summary: '{title}'\n---\n\nHow do I {title} again?\n\n## {title}\n\nGo on: {title}\n"
)
ISSUE = "---\nid: {id}\ntitle: '{title}'\nstatus: identified\n---\n\n## Workaround\n\n{title}\n"
SNIPPET = "---\nid: {id}\nkeyword: {id}\ntitle: '{title}'\n---\n\n{title}\n"


def probe_mail(probe: str) -> bytes:
    """Return a mail that says a probe wherever a mail can say something."""
    mail = EmailMessage()
    mail["Subject"] = probe
    mail["From"] = '"' + probe.replace('"', "'") + '" <a@shop.example>'
    mail["Cc"] = '"' + probe.replace('"', "'") + '" <b@shop.example>'
    mail["Message-ID"] = "<1@shop.example>"
    body = f"Hello,\n\nerror: {probe}\n\nHow do I use {probe} with version 3.2? I tried {probe}.\n\n{probe}\n"
    mail.set_content(body)
    mail.add_attachment(b"x", maintype="text", subtype="plain", filename=f"{probe}.txt")
    return bytes(mail)


@pytest.fixture(params=PROBES, ids=("tags", "table", "entities", "formats"))
def probe(request: pytest.FixtureRequest) -> str:
    """One of the probes."""
    return str(request.param)


@pytest.fixture
def program(
    qapp: QApplication, paths: DataPaths, clock: Clock, tmp_path: Path, probe: str
) -> Iterator[Program]:
    """The program, with a ticket and a library that are full of the probe."""
    forms = {"articles": PAGE, "known-issues": ISSUE, "snippets": SNIPPET}
    title = probe.replace("'", "''")
    files = {f"{id}/{id}.md": form.format(id=id, title=title) for id, form in forms.items()}
    library = write_files(tmp_path / "library", files)
    with running(qapp, paths=paths, clock=clock, library=library) as program:
        yield program


def faults(program: Program, probe: str) -> list[str]:
    """Return each widget of each window that would not show the probe as it is."""
    found = []
    for top in QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QWidget)]:
            found += [f"{type(widget).__name__}: {fault}" for fault in widget_faults(widget, probe)]
    return found


def is_unsafe_tip(tip: str) -> bool:
    """Tell whether a tooltip has markup besides our own frame and line breaks."""
    if not tip.startswith("<qt>"):
        return "<" in tip
    inside = tip.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")
    return "<" in inside


def widget_faults(widget: QWidget, probe: str) -> list[str]:
    """Return what is wrong with one widget."""
    found = [f"tooltip {widget.toolTip()[:80]}"] if is_unsafe_tip(widget.toolTip()) else []
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        found.append(f"label {widget.text()[:80]}")
    if isinstance(widget, QAbstractButton | QGroupBox):
        words = widget.text() if isinstance(widget, QAbstractButton) else widget.title()
        found += [f"button {words[:80]}"] if ACCELERATOR in words.replace("&&", "") else []
    if isinstance(widget, QMenu):
        found += [a.text() for a in widget.actions() if ACCELERATOR in a.text().replace("&&", "")]
    if isinstance(widget, QTabBar):
        found += [t for t in map(widget.tabText, range(widget.count())) if ACCELERATOR in t.replace("&&", "")]
    if widget.isWindow() and "[*]" in probe and "[*]" in widget.windowTitle().replace("[*][*]", ""):
        found.append(f"title {widget.windowTitle()[:80]}")
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        tips = [
            str(widget.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")
            for row in range(min(20, widget.model().rowCount()))
        ]
        found += [f"row's tooltip {tip[:80]}" for tip in tips if is_unsafe_tip(tip)]
    return found


def test_a_ticket_full_of_markup_is_shown_as_it_is(program: Program, probe: str) -> None:
    """Queue, columns, suggestions, findings, last look."""
    assert program.desk is not None
    assert program.ticket is not None
    assert program.queue is not None
    ticket = program.desk.add_mail(probe_mail(probe))
    program.queue.refresh()
    settle(program)
    assert faults(program, probe) == []
    program.open_ticket(ticket.id)
    settle(program)
    mail = program.ticket.mail
    assert mail.subject.text() == probe
    assert probe in mail.text.text()
    editor = program.ticket.reply.editor
    editor.insertPlainText(f"Dear {probe}, we utilize {probe} in due course.\n")
    settle(program)
    assert faults(program, probe) == []
    program.window.book.run("last-look")
    settle(program)
    assert faults(program, probe) == []
    program.window.say(probe, "warn", action=probe)
    program.ticket.show_problem(probe)
    program.ticket.show_failed(probe)
    assert program.window.notices.text.text() == probe
    assert faults(program, probe) == []


@pytest.mark.parametrize("kind", ["articles", "known-issues"])
def test_records_full_of_markup_are_shown_as_they_are(program: Program, probe: str, kind: str) -> None:
    """Lists, pages, the editor."""
    place = "go-library" if kind == "articles" else "go-known-issues"
    program.window.book.run(place)
    settle(program)
    program.record_wanted.emit("article" if kind == "articles" else "known-issue", kind)
    settle(program)
    assert faults(program, probe) == []
    shown = [edit.toPlainText() for edit in program.window.findChildren(QTextEdit) if edit.isVisible()]
    # Markdown has its own reading of some signs; what it shows as words must have no tag left to Qt.
    assert any("Go on" in text or "Workaround" in text for text in shown)
    program.window.book.run("edit-record")
    settle(program)
    assert faults(program, probe) == []


def test_a_dialog_shows_markup_as_it_is(program: Program, probe: str) -> None:
    """Title, text, buttons."""
    dialog = Dialog(program.window, probe, probe)
    dialog.add_button(probe)
    dialog.show()
    assert faults(program, probe) == []
    assert [label.text() for label in dialog.findChildren(QLabel)] == [probe, probe]
    dialog.close()
    dialog.deleteLater()
