"""The queue's place in the window: the list, and the ticket that was opened from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.queue.view import QueueScreen


class QueuePlace(QStackedWidget):
    """Shows the list or the open ticket; ``scope_changed`` says that other commands hold now."""

    scope_changed = Signal()

    def __init__(self, screen: QueueScreen) -> None:
        super().__init__()
        self.tickets = screen
        self._ticket_screen: QWidget | None = None
        self.addWidget(screen)

    def set_ticket_screen(self, screen: QWidget) -> None:
        """Take the screen of the open ticket, which is made after the window stands."""
        self._ticket_screen = screen
        self.addWidget(screen)

    @property
    def scope(self) -> str:
        """The set of commands that holds: ``ticket`` while one is open, else ``queue``."""
        return "ticket" if self.ticket_open else "queue"

    @property
    def ticket_open(self) -> bool:
        """Whether a ticket is in front."""
        return self._ticket_screen is not None and self.currentWidget() is self._ticket_screen

    def show_ticket(self) -> None:
        """Bring the open ticket to the front."""
        if self._ticket_screen is not None:
            self.setCurrentWidget(self._ticket_screen)
            self._ticket_screen.setFocus()
            self.scope_changed.emit()

    def show_list(self) -> None:
        """Bring the list to the front."""
        self.setCurrentWidget(self.tickets)
        self.scope_changed.emit()
        self.tickets.focus_list()

    def focus_work(self) -> None:
        """Put the cursor where work starts."""
        if self.ticket_open and self._ticket_screen is not None:
            self._ticket_screen.setFocus()
        else:
            self.tickets.focus_list()
