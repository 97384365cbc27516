"""From ``.eml`` to ``.eml`` through the real window, by keyboard."""

import email
import email.policy
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("THRICE_NO_MOTION", "1")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from composer.draft import Draft
from composer.mail.message import Address
from composer.mail.outgoing import compose_reply
from composer.mail.parse import parse_message
from composer.tickets.desk import Desk
from desktop.paths import DataPaths
from desktop.program import Program
from desktop.reply.draft.reply_editor import ReplyEditor
from tests.team_rule import TEAM_RULE

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.fixture
def program(qapp: QApplication, qtbot: Any, tmp_path: Path, library: Path) -> Iterator[Program]:
    """The whole program on a data folder and a library of its own, ready to open tickets."""
    paths = DataPaths(tmp_path / "data")
    paths.prepare()
    program = Program(qapp, paths=paths, clock=lambda: NOW, library_folder=library, theme="light")
    program.settings.change(agent_name="Noor Haddad", agent_mail="help@lantern.example", sign_off="Noor")
    program.window.resize(1360, 860)
    program.window.show()
    with qtbot.waitSignal(program.ticket_ready, timeout=30_000):
        program.start()
    yield program
    program.close()


def settle(program: Program, qtbot: Any) -> None:
    """Wait until nothing is under way any more."""
    qtbot.waitUntil(lambda: program.lanes.wait_idle(10_000), timeout=30_000)


def answer(editor: ReplyEditor, quoted: str, words: str, qtbot: Any) -> None:
    """Go behind some quoted words, press Enter there, and type."""
    editor.go_to(editor.text().index(quoted) + len(quoted))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, words)


def test_from_a_mail_to_a_finished_reply(program: Program, qtbot: Any, mail: Path, tmp_path: Path) -> None:
    """A mail is opened, answered inline, read three times, and leaves as an .eml in its thread."""
    assert program.desk is not None
    assert program.ticket is not None
    program.tickets.queue_screen.files_chosen.emit((mail,))
    qtbot.waitUntil(lambda: len(program.desk.tickets()) == 1, timeout=30_000)  # type: ignore[union-attr]
    ticket = program.desk.tickets()[0]
    program.open_ticket(ticket.id)
    editor = program.ticket.reply.editor
    qtbot.waitUntil(lambda: "> When does my subscription renew?" in editor.text(), timeout=30_000)

    answer(editor, "> When does my subscription renew?", "On Thursday 3 December 2026.", qtbot)
    answer(editor, "order 88213.", "I sent invoice INV-7 to ada@park.example today.", qtbot)
    answer(editor, "in December", "Yes: open Subscriptions and press Pause.", qtbot)
    settle(program, qtbot)
    qtbot.waitUntil(lambda: program.desk.draft(ticket.id).text == editor.text(), timeout=30_000)  # type: ignore[union-attr]

    program.window.book.action("last-look").trigger()
    settle(program, qtbot)
    out = tmp_path / "reply.eml"
    program.tickets.write_reply(out)
    qtbot.waitUntil(out.exists, timeout=30_000)
    settle(program, qtbot)

    reply = email.message_from_bytes(out.read_bytes(), policy=email.policy.default)
    assert reply.get_content_type() == "multipart/alternative"
    assert reply["In-Reply-To"] == "<m1@park.example>"
    assert "ada@park.example" in reply["To"]
    html = reply.get_body(("html",)).get_content()  # type: ignore[union-attr]
    plain = reply.get_body(("plain",)).get_content().replace("\r\n", "\n")  # type: ignore[union-attr]
    assert "#186dec" in html.lower()
    assert "> When does my subscription renew?\n\nOn Thursday 3 December 2026." in plain
    assert program.desk.ticket(ticket.id).status == "replied"
    assert program.desk.replies(ticket.id)[0].raw == out.read_bytes()


def test_an_article_written_outside_is_found(program: Program, qtbot: Any, library: Path) -> None:
    """A file that another editor writes into the library is read and found without a restart."""
    qtbot.waitUntil(lambda: "pause" in program.library.library().articles, timeout=30_000)
    path = library / "articles" / "vat.md"
    path.write_text(
        "---\nid: vat\ntitle: VAT on invoices\n---\n\nVAT follows the address.\n", encoding="utf-8"
    )
    qtbot.waitUntil(lambda: "vat" in program.library.library().articles, timeout=30_000)


def test_the_teams_rules_and_other_tickets_are_heard_while_writing(
    program: Program, qtbot: Any, mail: Path, library: Path
) -> None:
    """A rule that is written while a draft is open is read with; what another customer wrote is not ours."""
    assert program.desk is not None
    assert program.ticket is not None
    desk = program.desk
    desk.add_mail(
        b"From: Bo Lund <bo@lund.example>\r\nSubject: Order 77123\r\nMessage-ID: <o@x>\r\n\r\nHelp!\r\n"
    )
    ticket = desk.add_mail(mail.read_bytes())
    program.open_ticket(ticket.id)
    editor = program.ticket.reply.editor
    qtbot.waitUntil(lambda: "> When does my subscription renew?" in editor.text(), timeout=30_000)
    answer(editor, "order 88213.", "The plugin for order 77123 is new.", qtbot)

    def rules() -> set[str]:
        opened = program.ticket.presenter.ticket  # type: ignore[union-attr]
        return {finding.rule for finding in opened.review.findings} if opened else set()

    qtbot.waitUntil(lambda: "wrong-customer" in rules(), timeout=30_000)
    assert "no-plugin" not in rules()
    (library / "rules").mkdir()
    (library / "rules" / "plugin.toml").write_text(TEAM_RULE, encoding="utf-8")
    (library / "rules" / "broken.toml").write_text('extends = "no-such-rule"\n', encoding="utf-8")
    qtbot.waitUntil(lambda: "no-plugin" in rules(), timeout=30_000)
    assert [problem.path for problem in program.library.library().problems] == ["rules/broken.toml"]


def test_a_library_that_is_gone_is_told_in_the_window(
    qapp: QApplication, qtbot: Any, tmp_path: Path, library: Path
) -> None:
    """Without its library the program still opens, says so, and keeps the tickets."""
    shutil.rmtree(library)
    paths = DataPaths(tmp_path / "data")
    paths.prepare()
    program = Program(qapp, paths=paths, clock=lambda: NOW, library_folder=library)
    told: list[str] = []
    program.window.say = lambda text, *_, **__: told.append(text)  # type: ignore[method-assign]
    with qtbot.waitSignal(program.ticket_ready, timeout=30_000):
        program.start()
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "library" in told[0]
    assert program.desk is not None
    program.close()


def test_a_desk_that_is_no_database_is_told_and_kept(
    qapp: QApplication, qtbot: Any, tmp_path: Path, library: Path
) -> None:
    """A foreign file under the desk's name is not touched; the window says what to do."""
    paths = DataPaths(tmp_path / "data")
    paths.prepare()
    paths.desk.write_text("somebody's notes\n" * 100)
    before = paths.desk.read_bytes()
    program = Program(qapp, paths=paths, clock=lambda: NOW, library_folder=library)
    told: list[str] = []
    program.window.say = lambda text, *_, **__: told.append(text)  # type: ignore[method-assign]
    program.start()
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    settle(program, qtbot)
    assert "nothing was changed" in told[0]
    assert paths.desk.read_bytes() == before
    program.close()


#: What a mail can hold: no NUL, which mail forbids, and no lone carriage return, which ends a line there.
_MAILABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=300)


@given(text=_MAILABLE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_draft_survives_edit_save_load_and_export(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, mail: Path, text: str
) -> None:
    """What was typed stands to the letter in the editor, on the desk after a restart, and in the mail."""
    path = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    desk = Desk.open(path, clock=lambda: NOW)
    ticket = desk.add_mail(mail.read_bytes())
    editor = ReplyEditor()
    editor.open_draft("Hi Ada,\n", 0)
    editor.replace_all(text)
    assert editor.text() == text
    desk.save_draft(ticket.id, editor.text())
    desk.close()

    opened = Desk.open(path, clock=lambda: NOW)
    saved = opened.draft(ticket.id).text
    message = parse_message(opened.message_bytes(ticket.id))
    opened.close()
    assert saved == text
    reply = compose_reply(
        Draft(saved), message, sender=Address("Noor", "help@lantern.example"), answer_colour="#186DEC"
    )
    exported = email.message_from_bytes(reply.raw, policy=email.policy.default)
    plain = exported.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")
    editor.deleteLater()
