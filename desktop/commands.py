"""Every command of the window in one table; menus, palette and the shortcut page follow from it.

A row says what a command is called and which keys it has; :class:`CommandBook` binds it to what it
does. A command may do different things in different places (``Ctrl+F`` searches where one is):
bind it once per place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

MENUS = ("File", "Go", "Queue", "Reply", "Library", "View", "Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    ``keys`` are sequences in Qt's portable form, the first is the one that is shown; ``menu`` is one
    of :data:`MENUS`; ``help`` is one sentence. ``place`` is where it is offered (the id of a place,
    or ``ticket`` for the open ticket); empty means everywhere.
    """

    id: str
    title: str
    keys: tuple[str, ...] = ()
    menu: str = "View"
    help: str = ""
    place: str = ""


COMMANDS: tuple[Command, ...] = (
    # File
    Command("open-mail", "Open a mail…", ("Ctrl+O",), "File", "Opens .eml files as tickets in the queue."),
    Command(
        "paste-mail", "Paste a mail", ("Ctrl+V",), "File", "Makes a ticket from copied text or HTML.", "queue"
    ),
    Command(
        "demo-mails",
        "Try the demo mails",
        (),
        "File",
        "Puts a few invented mails into the queue to try things out.",
    ),
    Command(
        "open-library", "Open another library…", (), "File", "Chooses the folder with the team's knowledge."
    ),
    Command("settings", "Settings…", ("Ctrl+,",), "File", "Your name, your colours, the library's folder."),
    Command("quit", "Quit", ("Ctrl+Q",), "File", "Saves what is open and leaves."),
    # Go
    Command(
        "palette", "Find a command…", ("Ctrl+K",), "Go", "Lists every command and finds it by a few letters."
    ),
    Command("go-queue", "Queue", ("Ctrl+1",), "Go", "Shows the tickets that wait, oldest first."),
    Command("go-library", "Library", ("Ctrl+2",), "Go", "Shows the team's articles and snippets."),
    Command(
        "go-known-issues",
        "Known issues",
        ("Ctrl+3",),
        "Go",
        "Shows what is known to be broken, and until when.",
    ),
    Command("go-promises", "Promises", ("Ctrl+4",), "Go", "Shows what was promised to whom, by when."),
    Command("go-report", "Report", ("Ctrl+5",), "Go", "Shows figures that lead back to tickets."),
    Command(
        "search-here", "Search here", ("Ctrl+F",), "Go", "Puts the cursor into the search of this place."
    ),
    Command("search-everywhere", "Search everything", ("Ctrl+Shift+F",), "Go", "Searches the whole library."),
    Command("back", "Back", ("Alt+Left",), "Go", "Returns to where you were before."),
    Command(
        "next-ticket",
        "Next ticket",
        ("Ctrl+Shift+Down",),
        "Queue",
        "Opens the next ticket of the queue.",
        "ticket",
    ),
    Command(
        "previous-ticket",
        "Previous ticket",
        ("Ctrl+Shift+Up",),
        "Queue",
        "Opens the ticket before.",
        "ticket",
    ),
    # Queue
    Command(
        "close-ticket",
        "Close the ticket",
        ("Ctrl+D",),
        "Queue",
        "Takes the ticket out of the queue without a reply.",
        "queue",
    ),
    Command(
        "reopen-ticket", "Reopen the ticket", (), "Queue", "Puts the ticket back into the queue.", "queue"
    ),
    # Promises
    Command(
        "open-promise",
        "Open the promise's ticket",
        (),
        "Queue",
        "Opens the ticket in which it was promised; Enter does the same.",
        "promises",
    ),
    Command(
        "keep-promise",
        "Kept",
        ("K", "Ctrl+Return", "Ctrl+Enter"),
        "Queue",
        "Notes that the promise was kept.",
        "promises",
    ),
    Command(
        "move-promise",
        "New ETA…",
        ("E",),
        "Queue",
        "Gives the promise a new day and time, and opens its ticket to tell the customer.",
        "promises",
    ),
    # Reply
    Command(
        "last-look",
        "Last look and send…",
        ("Ctrl+Return", "Ctrl+Enter"),
        "Reply",
        "Shows what is still open and what leaves, then finishes the reply.",
        "ticket",
    ),
    Command(
        "next-finding",
        "Next finding",
        ("F8",),
        "Reply",
        "Goes to the next place that a reading noticed.",
        "ticket",
    ),
    Command(
        "previous-finding",
        "Previous finding",
        ("Shift+F8",),
        "Reply",
        "Goes to the finding before.",
        "ticket",
    ),
    Command(
        "fix-finding",
        "Fix the finding",
        ("Ctrl+.",),
        "Reply",
        "Puts the first suggestion in place of the words.",
        "ticket",
    ),
    Command(
        "dismiss-finding",
        "Dismiss the finding…",
        ("Ctrl+Shift+.", "Ctrl+>"),
        "Reply",
        "Sets a finding aside, here, in this draft or as a rule.",
        "ticket",
    ),
    Command(
        "insert-knowledge",
        "Insert knowledge…",
        ("Ctrl+Shift+K",),
        "Reply",
        "Searches the library and inserts a passage at the cursor; ?? does the same.",
        "ticket",
    ),
    Command(
        "insert-snippet",
        "Insert a snippet…",
        ("Ctrl+Shift+S",),
        "Reply",
        "Inserts a snippet at the cursor; // does the same.",
        "ticket",
    ),
    Command(
        "preview-reply",
        "Preview the reply",
        ("Ctrl+Shift+P",),
        "Reply",
        "Shows the reply as it will arrive.",
        "ticket",
    ),
    Command(
        "attach-file",
        "Attach a file…",
        ("Ctrl+Shift+A",),
        "Reply",
        "Adds a file to what leaves with the reply.",
        "ticket",
    ),
    Command(
        "show-knowledge",
        "Show what we know",
        ("F6",),
        "Reply",
        "Goes to findings and suggestions beside the draft.",
        "ticket",
    ),
    Command(
        "link-issue",
        "Link a known issue…",
        ("Ctrl+L",),
        "Reply",
        "Links a known issue to the open ticket.",
        "ticket",
    ),
    Command(
        "mark-question",
        "Mark as a question",
        ("Ctrl+Shift+Q",),
        "Reply",
        "Takes the selected words of the mail as a question.",
        "ticket",
    ),
    *(
        Command(
            f"question-{n}",
            f"Go to question {n}",
            (f"Alt+{n}",),
            "Reply",
            f"Goes to question {n} of the mail, and to its answer.",
            "ticket",
        )
        for n in range(1, 10)
    ),
    # Library and known issues
    Command(
        "new-article", "New article", ("Ctrl+N",), "Library", "Starts an article in the library.", "library"
    ),
    Command(
        "new-known-issue", "New known issue", ("Ctrl+N",), "Library", "Starts a known issue.", "known-issues"
    ),
    Command("new-snippet", "New snippet", (), "Library", "Starts a snippet in the library.", "library"),
    Command(
        "copy-link",
        "Copy a link",
        ("Ctrl+Shift+C",),
        "Library",
        "Copies a link to what is shown, for another article.",
        "library",
    ),
    Command(
        "verify-record",
        "Verify today",
        (),
        "Library",
        "Notes that you read the article today and it is true.",
        "library",
    ),
    Command(
        "retire-record",
        "Retire or publish",
        (),
        "Library",
        "Takes the article out of use, or puts it back.",
        "library",
    ),
    Command(
        "add-update",
        "Add an update…",
        ("Ctrl+U",),
        "Library",
        "Puts a dated line on top of the known issue's history.",
        "known-issues",
    ),
    Command(
        "link-open-ticket",
        "Link to the open ticket",
        ("Ctrl+L",),
        "Library",
        "Notes that the ticket in the queue is about this known issue.",
        "known-issues",
    ),
    Command(
        "edit-record", "Edit", ("Ctrl+E",), "Library", "Edits what is shown: the article or the known issue."
    ),
    Command(
        "save-record", "Save", ("Ctrl+S",), "Library", "Saves the article or the known issue as its file."
    ),
    Command(
        "refresh-library",
        "Read the library again",
        ("F5",),
        "Library",
        "Reads what changed in the library's folder.",
    ),
    Command(
        "library-problems",
        "Problems in the library",
        (),
        "Library",
        "Lists files that could not be read, and why.",
    ),
    # View and help
    Command(
        "toggle-theme",
        "Switch between light and dark",
        ("Ctrl+Shift+L",),
        "View",
        "Changes to the other of light and dark.",
    ),
    Command("theme-system", "Theme: as the system", (), "View", "Follows the system's light or dark."),
    Command("theme-light", "Theme: light", (), "View", "Dark ink on white."),
    Command("theme-dark", "Theme: dark", (), "View", "Light ink on dark."),
    Command(
        "theme-high-contrast",
        "Theme: high contrast",
        (),
        "View",
        "The strongest contrast, drawn borders, a wide focus ring.",
    ),
    Command("shortcuts", "Keyboard shortcuts", ("F1",), "Help", "Lists every command with its keys."),
    Command("about", "About Thrice", (), "Help", "Version, folders and licences."),
)

BY_ID = {command.id: command for command in COMMANDS}


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
