"""Builds the queue behind its screen: the presenter, what the screen tells it, and the commands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from desktop.queue.mail_import import MailImport, Reader
from desktop.queue.presenter import QueuePresenter
from desktop.queue.view import QueueScreen
from desktop.window.main_window import MainWindow
from desktop.work.collaborators import Clock, Lanes
from kb_content.resource import demo_mails
from kb_content.team import Team

if TYPE_CHECKING:
    from composer.tickets.desk import Desk

_ACTS = ("close-ticket", "reopen-ticket")


def build_queue(
    *,
    screen: QueueScreen,
    window: MainWindow,
    desk: "Desk",
    reader: Reader,
    team: Callable[[], Team],
    lanes: Lanes,
    clock: Clock,
    open_ticket: Callable[[int], object],
) -> QueuePresenter:
    """Bring a screen that stands in the window to life.

    ``reader`` reads foreign bytes (the mail worker), ``open_ticket`` is called with the number of the
    ticket that was chosen. The minute's tick belongs to the presenter's ``time_passed``.
    """
    queue = QueuePresenter(
        view=screen,
        desk=desk,
        mail_import=MailImport(desk=desk, reader=reader, team=team),
        writes=lanes.writes,
        reads=lanes.reads,
        clock=clock,
        opened=open_ticket,
        waiting=lambda count: window.set_badge("queue", str(count) if count else ""),
        say=window.say,
        demo_mails=demo_mails,
    )
    screen.words_changed.connect(queue.words_changed)
    screen.status_chosen.connect(queue.status_chosen)
    screen.elsewhere_chosen.connect(queue.elsewhere_chosen)
    screen.ticket_chosen.connect(queue.ticket_chosen)
    screen.files_chosen.connect(queue.files_chosen)
    screen.pasted.connect(queue.pasted)
    screen.demo_chosen.connect(queue.demo_chosen)
    screen.close_chosen.connect(queue.close_chosen)
    screen.reopen_chosen.connect(queue.reopen_chosen)
    _bind_commands(screen, queue, window)
    return queue


def _bind_commands(screen: QueueScreen, queue: QueuePresenter, window: MainWindow) -> None:
    book = window.book
    book.bind("open-mail", screen.ask_for_files)
    book.bind("paste-mail", screen.paste)
    book.bind("demo-mails", queue.demo_chosen)
    book.bind("search-here", screen.focus_filter, place="queue")
    book.bind("close-ticket", screen.close_current, enabled=screen.can_close)
    book.bind("reopen-ticket", screen.reopen_current, enabled=screen.can_reopen)

    def show_menu(place: QPoint) -> None:
        if screen.list.indexAt(place).isValid():
            book.context_menu(_ACTS, screen.list).popup(screen.list.viewport().mapToGlobal(place))

    screen.list.customContextMenuRequested.connect(show_menu)
