"""What the commands of :mod:`desktop.window.command_table` do: bound here, run from key, menu or palette.

:class:`CommandBook` binds a row of the table to what it does. A command may do different things in
different places (``Ctrl+F`` searches where one is): bind it once per place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.window.command_table import BY_ID, COMMANDS, MENUS, Command

__all__ = ["BY_ID", "COMMANDS", "MENUS", "Command", "CommandBook", "shown_keys"]


@dataclass(frozen=True, slots=True)
class _Binding:
    act: Callable[[], object]
    enabled: Callable[[], bool] | None


class CommandBook(QObject):
    """Binds the commands of the table to what they do, and knows where one is.

    ``enter`` names the place that is in front; the same key then means that place's act.
    ``changed`` says that what is offered may have changed.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._bindings: dict[tuple[str, str], _Binding] = {}
        self._actions: dict[str, QAction] = {}
        self._window = window
        self.place = ""

    def bind(
        self,
        id: str,
        act: Callable[[], object],
        *,
        enabled: Callable[[], bool] | None = None,
        place: str = "",
    ) -> None:
        """Say what a command does: in its own place, in ``place`` only, or everywhere."""
        command = BY_ID[id]
        self._bindings[(id, place or command.place)] = _Binding(act, enabled)
        if id not in self._actions:
            self._actions[id] = self._new_action(command)
        self._refresh(id)
        self.changed.emit()

    def enter(self, place: str) -> None:
        """Say which place is in front; its commands get their keys, those of others lose them."""
        self.place = place
        for id in self._actions:
            self._refresh(id)
        self.changed.emit()

    def action(self, id: str) -> QAction:
        """Return the action of a bound command, for a menu or a tool button."""
        return self._actions[id]

    def bound(self) -> tuple[Command, ...]:
        """Return all commands that do something somewhere, in the order of the table."""
        return tuple(command for command in COMMANDS if command.id in self._actions)

    def offered(self) -> tuple[Command, ...]:
        """Return the commands that can be used here and now, in the order of the table."""
        return tuple(command for command in self.bound() if self.can_run(command.id))

    def only_here(self) -> frozenset[str]:
        """Return the ids of the commands that mean something of their own where one is."""
        return frozenset(id for id, place in self._bindings if place and place == self.place)

    def can_run(self, id: str) -> bool:
        """Tell whether a command would do something here and now."""
        binding = self._binding(id)
        return binding is not None and (binding.enabled is None or binding.enabled())

    def run(self, id: str) -> None:
        """Do a command, as if its key was pressed; nothing where it isn't offered."""
        binding = self._binding(id)
        if binding is not None and (binding.enabled is None or binding.enabled()):
            binding.act()

    def attach(self, menu: QMenu) -> None:
        """Grey out what can't be used now, as long as a menu with our actions is shown."""
        menu.aboutToShow.connect(self._grey_out)
        # A greyed action has no key: what can't be used now may be usable a moment later.
        menu.aboutToHide.connect(lambda: self.enter(self.place))

    def context_menu(self, ids: Sequence[str], parent: QWidget) -> QMenu:
        """Return a menu with some commands, for a right click; it deletes itself."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in ids:
            menu.addAction(self.action(id))
        self.attach(menu)
        return menu

    def _grey_out(self) -> None:
        for id, action in self._actions.items():
            action.setEnabled(self.can_run(id))

    def _binding(self, id: str) -> _Binding | None:
        return self._bindings.get((id, self.place)) or self._bindings.get((id, ""))

    def _refresh(self, id: str) -> None:
        # Shortcuts of actions that can't run here would be ambiguous with those that can.
        self._actions[id].setEnabled(self._binding(id) is not None)

    def _new_action(self, command: Command) -> QAction:
        action = QAction(command.title, self)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setStatusTip(command.help)
        action.triggered.connect(lambda: self.run(command.id))
        self._window.addAction(action)
        return action


def shown_keys(command: Command) -> str:
    """Return a command's first keys as this system writes them, or an empty string."""
    if not command.keys:
        return ""
    return QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
