"""The tables of a desk, as migrations that are applied in order and never edited once released."""

from sqlite_utils import Database, Migrations

#: Raised by one with every migration; a desk with a higher number comes from a newer Thrice.
VERSION = 8

#: Marks an SQLite file as a desk ("Thrc" in ASCII).
APPLICATION_ID = 0x54687263

migrations = Migrations("desk")


@migrations()
def m001_tickets(db: Database) -> None:
    """Create everything that the first release keeps."""
    for statement in _FIRST.split(";"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m002_reminders(db: Database) -> None:
    """Remember which promise was brought to mind, so that each reminder is fired once."""
    db.execute("ALTER TABLE promises ADD COLUMN reminded_at TEXT")


@migrations()
def m003_envelopes(db: Database) -> None:
    """Keep who gets a copy of a draft and what is attached to it, the files with their bytes."""
    db.execute(
        "CREATE TABLE draft_copies ("
        "ticket_id INTEGER PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE, cc TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE draft_files (id INTEGER PRIMARY KEY, "
        "ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE, "
        "name TEXT NOT NULL, data BLOB NOT NULL)"
    )
    db.execute("CREATE INDEX draft_files_of_ticket ON draft_files (ticket_id)")


@migrations()
def m004_rule_usage(db: Database) -> None:
    """Count how often findings of each rule were shown, fixed and dismissed, and which weighs less."""
    db.execute(
        "CREATE TABLE rule_usage (rule TEXT PRIMARY KEY, shown INTEGER NOT NULL DEFAULT 0, "
        "fixed INTEGER NOT NULL DEFAULT 0, dismissed INTEGER NOT NULL DEFAULT 0, "
        "softened INTEGER NOT NULL DEFAULT 0)"
    )


@migrations()
def m005_records_in_hand(db: Database) -> None:
    """Keep what is being written about records, and what nobody could find in the library."""
    db.execute(
        "CREATE TABLE record_drafts (id INTEGER PRIMARY KEY, library TEXT NOT NULL, kind TEXT NOT NULL, "
        "record_id TEXT NOT NULL, revision TEXT NOT NULL, start TEXT NOT NULL, content TEXT NOT NULL, "
        "saved_at TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE gaps (query TEXT PRIMARY KEY COLLATE NOCASE, times INTEGER NOT NULL, "
        "first_at TEXT NOT NULL, last_at TEXT NOT NULL, noted INTEGER NOT NULL DEFAULT 0)"
    )


@migrations()
def m006_names_of_libraries(db: Database) -> None:
    """Keep whose unsaved texts are by the library's name, too: its folder may be moved."""
    db.execute("ALTER TABLE record_drafts ADD COLUMN library_name TEXT NOT NULL DEFAULT ''")


@migrations()
def m007_what_reports_count(db: Database) -> None:
    """Keep what a report counts and later changes would write over.

    A promise's earlier ETAs, when a ticket was closed, what a reply left open, what went into replies
    that were answered since, and in which ticket findings were fixed or dismissed.
    """
    db.execute("ALTER TABLE tickets ADD COLUMN closed_at TEXT")
    db.execute("ALTER TABLE replies ADD COLUMN open_questions INTEGER")
    db.execute("ALTER TABLE replies ADD COLUMN total_questions INTEGER")
    db.execute("ALTER TABLE insertions ADD COLUMN put_away INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "CREATE TABLE promise_moves (id INTEGER PRIMARY KEY, "
        "promise_id INTEGER NOT NULL REFERENCES promises (id) ON DELETE CASCADE, "
        "due_at TEXT, moved_at TEXT NOT NULL)"
    )
    db.execute("CREATE INDEX moves_of_promise ON promise_moves (promise_id)")
    db.execute(
        "CREATE TABLE settled_findings (id INTEGER PRIMARY KEY, "
        "ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE, "
        "rule TEXT NOT NULL, settled_at TEXT NOT NULL, fixed INTEGER NOT NULL, dismissed INTEGER NOT NULL)"
    )
    db.execute("CREATE INDEX findings_of_ticket ON settled_findings (ticket_id)")


@migrations()
def m008_promises_without_a_day(db: Database) -> None:
    """Keep what a promise waits for, when we look at it again, and of which issue it tells the fix."""
    db.execute("ALTER TABLE promises ADD COLUMN event TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE promises ADD COLUMN look_at TEXT")
    db.execute("ALTER TABLE promises ADD COLUMN issue_id TEXT NOT NULL DEFAULT ''")


_FIRST = """
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    customer_name TEXT NOT NULL,
    customer_mail TEXT NOT NULL,
    received_at TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'open',
    open_questions INTEGER NOT NULL DEFAULT 0,
    total_questions INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX tickets_in_order ON tickets (status, received_at);
CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    message_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    received_at TEXT NOT NULL,
    raw BLOB NOT NULL
);
CREATE INDEX messages_of_ticket ON messages (ticket_id);
CREATE UNIQUE INDEX messages_by_bytes ON messages (sha256);
CREATE INDEX messages_by_message_id ON messages (message_id);
CREATE TABLE drafts (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    answer_colour TEXT NOT NULL DEFAULT ''
);
CREATE TABLE draft_revisions (
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (ticket_id, revision)
);
CREATE TABLE question_decisions (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE,
    decisions TEXT NOT NULL
);
CREATE TABLE dismissals (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER REFERENCES tickets (id) ON DELETE CASCADE,
    scope TEXT NOT NULL,
    rule TEXT NOT NULL,
    anchor TEXT NOT NULL,
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX dismissals_of_ticket ON dismissals (ticket_id);
CREATE TABLE linked_issues (
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    issue_id TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    PRIMARY KEY (ticket_id, issue_id)
);
CREATE TABLE insertions (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    record_id TEXT NOT NULL,
    revision TEXT NOT NULL,
    inserted_at TEXT NOT NULL
);
CREATE INDEX insertions_of_ticket ON insertions (ticket_id);
CREATE TABLE replies (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    message_id TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    text TEXT NOT NULL,
    raw BLOB NOT NULL
);
CREATE INDEX replies_of_ticket ON replies (ticket_id);
CREATE INDEX replies_by_message_id ON replies (message_id);
CREATE TABLE promises (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    reply_id INTEGER REFERENCES replies (id) ON DELETE SET NULL,
    words TEXT NOT NULL,
    due_at TEXT,
    owner TEXT NOT NULL,
    kept_at TEXT
);
CREATE INDEX promises_by_due ON promises (kept_at, due_at)
"""
