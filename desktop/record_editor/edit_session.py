"""One record while it is edited: where it began, and how changes carry over to a newer version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from desktop.library.records import Record, kind_of
from desktop.record_editor.form import FieldSpec, form_of, values_of
from kb_content.team import Team
from search.hit import Kind

NEW_ISSUE_BODY = "## What happens\n\n\n\n## Workaround\n\n\n\n## Updates\n\n"


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in the editor: the title, the fields as text, the body."""

    title: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    body: str = ""


@dataclass(frozen=True, slots=True)
class EditSession:
    """What is edited: ``record`` (None: a new one), its form, and what stood there at first."""

    kind: Kind
    record: Record | None
    form: tuple[FieldSpec, ...]
    start: Content

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet."""
        return self.record is None


def session_of(record: Record, team: Team) -> EditSession:
    """Return a session that edits a record."""
    kind = kind_of(record)
    return EditSession(kind, record, form_of(kind, team, record), content_of(record))


def new_session(
    kind: Kind, team: Team, *, title: str, agent: str, today: date, known_as: str = ""
) -> EditSession:
    """Return a session that writes a new record, which belongs to the agent.

    ``known_as`` is how customers ask for it: a question that an article answers, an issue's symptom.
    """
    body = NEW_ISSUE_BODY if kind is Kind.KNOWN_ISSUE else ""
    values = values_of(kind, None, agent=agent, today=today)
    if known_as:
        values["symptoms" if kind is Kind.KNOWN_ISSUE else "also_known_as"] = known_as
    return EditSession(kind, None, form_of(kind, team, None), Content(title, values, body))


def content_of(record: Record) -> Content:
    """Return what stands in the editor when a record is opened."""
    return Content(record.title, values_of(kind_of(record), record), record.body)


def carried(base: Content, mine: Content, theirs: Content) -> Content:
    """Return their version with what I changed since the base put over it."""
    values = {
        key: mine.values.get(key, text) if mine.values.get(key) != base.values.get(key) else text
        for key, text in theirs.values.items()
    }
    return Content(
        title=mine.title if mine.title != base.title else theirs.title,
        values=values,
        body=mine.body if mine.body != base.body else theirs.body,
    )


def differs(one: Content, other: Content) -> bool:
    """Tell whether something is different between two contents."""
    return (
        one.title != other.title
        or one.body != other.body
        or any(one.values.get(key, "") != text for key, text in other.values.items())
    )
