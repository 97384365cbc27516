"""A process that does an agent's work on a mail and an article that want things from the network.

``python -m tests.end_to_end.window_with_remote_mail FOLDER`` exits with 0 once all is done;
``test_no_network.py`` watches it from outside.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("THRICE_NO_MOTION", "1")

from PySide6.QtWidgets import QApplication

from desktop.instance_lock import listen_for_second_start
from desktop.paths import DataPaths
from desktop.program import Program
from tests.gui.running_program import running, settle, write_files

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
# An address that no network routes: nothing is bothered, should the test ever fail.
REMOTE = "http://192.0.2.1"
MAIL = (
    "From: Ada Park <ada@park.example>\r\nTo: help@lantern.example\r\nSubject: Renewal\r\n"
    "Message-ID: <m1@park.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    f'<html><head><base href="{REMOTE}/"><link rel="stylesheet" href="{REMOTE}/a.css">'
    f'<link rel="dns-prefetch" href="//remote.example"><link rel="preload" as="image" href="{REMOTE}/p.png">'
    f'<meta http-equiv="refresh" content="0;url={REMOTE}/go"><style>@import url({REMOTE}/b.css);'
    f"p {{ background: url({REMOTE}/c.png) }}</style></head>"
    f'<body background="{REMOTE}/d.png"><p>When does my licence renew?</p>'
    f'<img src="{REMOTE}/e.png" srcset="{REMOTE}/f.png 2x"><iframe src="{REMOTE}/g"></iframe>'
    f'<object data="{REMOTE}/h"></object><video poster="{REMOTE}/i.png" src="{REMOTE}/j"></video>'
    f'<svg><image href="{REMOTE}/k.svg"/></svg><script src="{REMOTE}/l.js"></script>'
    '<img src="file://remote.example/share/m.png"><img src="//remote.example/n.png"></body></html>\r\n'
)
PAGE = (
    f"---\nid: renew\ntitle: Renew a licence\n---\n\nGo on. ![]({REMOTE}/o.png)\n\n"
    f'<img src="{REMOTE}/p.png">\n\n![x](//remote.example/q.png) <{REMOTE}/r>\n'
)


def work(program: Program, mail: Path) -> None:
    """Read, answer, preview, take the last look, write the reply; read and edit the article."""
    assert program.queue is not None
    program.queue.files_chosen([mail])
    settle(program)
    program.open_ticket(1)
    settle(program)
    assert program.ticket is not None
    assert "When does my licence renew?" in program.ticket.mail.text.text()
    program.ticket.reply.editor.insertPlainText(f"It renews today. ![]({REMOTE}/s.png) {REMOTE}/t\n")
    settle(program)
    for command in ("preview-reply", "preview-reply", "last-look"):
        program.window.book.run(command)
        settle(program)
    program.tickets.write_reply(mail.with_name("reply.eml"))
    settle(program)
    program.leave_ticket()
    program.record_wanted.emit("article", "renew")
    settle(program)
    program.window.book.run("edit-record")
    settle(program)


def main(folder: Path) -> None:
    """Do the work in a folder."""
    app = QApplication(["thrice"])
    paths = DataPaths(folder / "data")
    paths.prepare()
    library = write_files(folder / "library", {"articles/renew.md": PAGE})
    mail = folder / "mail.eml"
    mail.write_text(MAIL, encoding="utf-8", newline="")
    with running(app, paths=paths, library=library, clock=lambda: NOW, agent_name="Noor Haddad") as program:
        # A second start is heard through a socket of this machine's own.
        listener = listen_for_second_start(paths.data_dir, program.window.come_forward)
        work(program, mail)
        listener.close()
    assert (folder / "reply.eml").exists()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
