"""Every command of the window in one table: menus, palette, the shortcut page and the keys follow from it."""

from dataclasses import dataclass

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
    Command(
        "go-queue",
        "Queue",
        ("Ctrl+1",),
        "Go",
        "Shows the tickets that wait, oldest first; from a ticket, leads back.",
    ),
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
        "search-here",
        "Search here",
        ("Ctrl+F",),
        "Go",
        "Puts the cursor into the search of this place; in a ticket, finds words in it.",
    ),
    Command(
        "search-everywhere",
        "Search everything",
        ("Ctrl+Shift+F",),
        "Go",
        "Searches the whole library, for the words that are selected.",
    ),
    Command(
        "take-notice",
        "Do what the notice offers",
        ("Alt+N",),
        "Go",
        "Takes back, reopens or opens: whatever the notice at the foot offers.",
    ),
    Command("close-notice", "Close the notice", ("Alt+Shift+N",), "Go", "Takes the notice at the foot away."),
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
    Command(
        "look-again",
        "Look again…",
        ("L",),
        "Queue",
        "Reminds you on another day of a promise that names none; the customer hears nothing of it.",
        "promises",
    ),
    # Report
    Command(
        "choose-period",
        "Choose the period…",
        ("P",),
        "Go",
        "Opens the list of periods: weeks, 30 days, months.",
        "report",
    ),
    Command(
        "open-line",
        "Open what the figure counts",
        (),
        "Go",
        "Opens the ticket, the record or the search behind a figure; Enter does the same.",
        "report",
    ),
    Command(
        "read-figure-record",
        "Read what the figure is about",
        ("R",),
        "Go",
        "Shows the known issue, the article or the snippet that is counted.",
        "report",
    ),
    Command(
        "copy-patterns",
        "Copy for the product team",
        ("Ctrl+Shift+C",),
        "File",
        "Copies known issues by tickets and what nobody found, without anything of a customer.",
        "report",
    ),
    Command(
        "save-report",
        "Save the report as…",
        ("Ctrl+Shift+S",),
        "File",
        "Writes the figures as Markdown or as a table, without anything of a customer.",
        "report",
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
        "write-another",
        "Write another reply",
        (),
        "Reply",
        "Starts one more reply to a mail that was answered; the one that left is kept.",
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
        "explain-finding",
        "About the finding's rule",
        ("Ctrl+Alt+.",),
        "Reply",
        "Says what the rule finds, why, and how to switch it off.",
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
        "show-earlier",
        "Earlier in this ticket…",
        ("Ctrl+Shift+H",),
        "Reply",
        "Shows the customer's earlier mails and your replies to them.",
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
    Command(
        "drop-question",
        "The question needs no answer",
        ("Ctrl+Shift+N",),
        "Reply",
        "Sets the question at the cursor aside; a second time takes it up again.",
        "ticket",
    ),
    Command(
        "merge-question",
        "Merge with the next question",
        ("Ctrl+Shift+J",),
        "Reply",
        "Makes one of the question at the cursor and the one behind it.",
        "ticket",
    ),
    Command(
        "split-question",
        "Split the question at the cursor",
        (),
        "Reply",
        "Makes two questions of one, cut where the cursor stands in the mail.",
        "ticket",
    ),
    Command(
        "undo-question",
        "Undo the last change of questions",
        ("Ctrl+Alt+Z",),
        "Reply",
        "Takes back what you last said about the mail's questions.",
        "ticket",
    ),
    Command(
        "go-to-mail",
        "Go to their mail",
        ("Alt+0",),
        "Reply",
        "Puts the cursor into the customer's mail; Escape leads back to the draft.",
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
        "new-known-issue",
        "New known issue",
        ("Ctrl+N",),
        "Library",
        "Starts a known issue; from a ticket, with its subject and the question at the cursor.",
        "known-issues",
    ),
    Command(
        "article-from-reply",
        "Write an article from this reply",
        ("Ctrl+Shift+E",),
        "Library",
        "Starts an article with the question at the cursor and your answer to it.",
        "ticket",
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
        ("Ctrl+Shift+V",),
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
        "tell-customers",
        "Tell the customers of the fix",
        ("Ctrl+T",),
        "Library",
        "Puts a fix notice for each ticket of the known issue under Promises.",
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
    Command(
        "note-gap",
        "Note as a gap",
        ("Ctrl+G",),
        "Library",
        "Notes that the library does not answer what is searched for.",
        "library",
    ),
    Command(
        "ask-owner",
        "Ask the owner…",
        (),
        "Library",
        "Writes a mail to the colleague who may know, about the search or the article.",
        "library",
    ),
    Command(
        "show-gaps",
        "What nobody found…",
        ("Ctrl+Shift+G",),
        "Library",
        "Lists searches that found nothing, with the way to an article.",
        "library",
    ),
    Command(
        "show-overdue",
        "Articles whose check is due",
        ("Ctrl+Shift+D",),
        "Library",
        "Lists what its owner should read again, your own first, the longest overdue on top.",
    ),
    Command(
        "search-help",
        "What can be searched for…",
        (),
        "Help",
        "Shows the query language on one sheet.",
        "library",
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
