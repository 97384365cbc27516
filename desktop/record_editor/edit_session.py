"""One record while it is edited: where it began, and how changes carry over to a newer version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop.library.records import Record
from desktop.record_editor.form import FieldSpec
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
