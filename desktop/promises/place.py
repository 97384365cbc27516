"""The place Promises: its screen, its presenter and its commands, put together once."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from composer.when.time_expression import TimeExpression
from desktop.promises.presenter import PromisesDesk, PromisesPresenter
from desktop.promises.view import PromisesScreen
from desktop.window.main_window import MainWindow, Place
from desktop.work.collaborators import Lane
from kb_content.team import WorkingTime

_ACTS = ("open-promise", "keep-promise", "move-promise", "look-again")


def add_promises_place(
    *,
    desk: PromisesDesk,
    window: MainWindow,
    writes: Lane,
    clock: Callable[[], datetime],
    working_time: Callable[[], WorkingTime],
    open_ticket: Callable[[int], object],
) -> PromisesPresenter:
    """Put the place into the window's rail, with its commands, and read what was promised.

    The minute's tick belongs to the presenter's ``time_passed``.
    """
    screen = PromisesScreen()
    window.add_place(Place("promises", "Promises", "promise", screen, screen.focus_work))
    presenter = PromisesPresenter(
        view=screen,
        desk=desk,
        writes=writes,
        clock=clock,
        working_time=working_time,
        find_times=_find_times,
        opened=open_ticket,
        pressing=lambda count: window.set_badge("promises", str(count) if count else ""),
        say=window.say,
        copy=lambda words: QApplication.clipboard().setText(words),
        show_place=lambda: window.show_place("promises"),
    )
    screen.words_changed.connect(presenter.words_changed)
    screen.promise_chosen.connect(presenter.promise_chosen)
    screen.kept_chosen.connect(presenter.kept_chosen)
    screen.move_chosen.connect(presenter.move_chosen)
    screen.eta_given.connect(presenter.eta_given)
    screen.put_off_chosen.connect(presenter.put_off_chosen)
    screen.day_given.connect(presenter.day_given)
    screen.queue_chosen.connect(lambda: window.show_place("queue"))
    window.place_changed.connect(lambda id: presenter.refresh() if id == "promises" else None)
    _bind_commands(screen, window)
    presenter.refresh()
    return presenter


def _bind_commands(screen: PromisesScreen, window: MainWindow) -> None:
    book = window.book
    book.bind("search-here", screen.focus_filter, place="promises")
    book.bind("open-promise", screen.open_current, enabled=screen.has_choice)
    book.bind("keep-promise", screen.keep_current, enabled=screen.has_choice)
    book.bind("move-promise", screen.move_current, enabled=screen.has_choice)
    book.bind("look-again", screen.put_off_current, enabled=screen.waits)

    def show_menu(place: QPoint) -> None:
        if screen.model.row(screen.list.indexAt(place)) is not None:
            book.context_menu(_ACTS, screen.list).popup(screen.list.viewport().mapToGlobal(place))

    screen.list.customContextMenuRequested.connect(show_menu)


def _find_times(text: str, now: datetime, time_zone: str) -> tuple[TimeExpression, ...]:
    from composer.when.eta import find_times  # its patterns take their time: not before the window stands

    return find_times(text, now=now, time_zone=time_zone)
