"""What is typed to fetch something: ``??`` and words for knowledge, ``//`` and a keyword for a snippet."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.reply.draft.edits import line_at

_LONGEST_QUERY = 80


class Fetch(StrEnum):
    """What a trigger fetches."""

    KNOWLEDGE = "??"
    SNIPPET = "//"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in the text: ``start`` is where its marks stand, ``end`` the cursor behind the query."""

    fetch: Fetch
    start: int
    end: int
    query: str


def trigger_before(text: str, cursor: int) -> Trigger | None:
    """Return the trigger that the cursor stands behind, or None.

    Its marks stand at the start of a line or after a space (``https://`` and ``Really??`` are none),
    on a line of one's own; the words after ``//`` end at the first space.
    """
    line = line_at(text, cursor)
    if line.is_quote:
        return None
    before = text[line.start : cursor]
    found = [trigger for fetch in Fetch if (trigger := _trigger(fetch, before, line.start, cursor))]
    return max(found, key=lambda trigger: trigger.start, default=None)


def _trigger(fetch: Fetch, before: str, offset: int, cursor: int) -> Trigger | None:
    at = before.rfind(fetch.value)
    if at < 0 or (at and not before[at - 1].isspace()):
        return None
    query = before[at + len(fetch.value) :]
    if len(query) > _LONGEST_QUERY or query.startswith(("?", "/")):
        return None
    if fetch is Fetch.SNIPPET and any(c.isspace() for c in query):
        return None
    return Trigger(fetch, offset + at, cursor, query.strip())
