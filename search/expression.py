"""Groups of words as expressions of FTS5. Every term is quoted, so that none is an operator."""

from collections.abc import Sequence

from search.asker import Asked
from search.wanted import Group

_COLUMNS = {"title": "{title names} : ", "heading": "heading : ", "body": "body : "}


def any_word(groups: Sequence[Group], *, loose: bool = True) -> str:
    """Return an expression for passages with any of the groups."""
    return " OR ".join(_ways(group, loose=loose) for group in groups)


def every_word(groups: Sequence[Group]) -> str:
    """Return an expression for passages with all of the groups."""
    return " AND ".join(_ways(group, loose=False) for group in groups)


def names_only(match: str) -> str:
    """Return an expression narrowed to titles and names."""
    return f"{{title names}} : ({match})"


def within(some: str, asked: Asked) -> str:
    """Return an expression narrowed to what a query demands and without what it excludes."""
    must = every_word(asked.demanded)
    match = f"(({must}) AND ({some})) OR ({must})" if must and some else must or some
    if match and asked.excluded:
        return f"({match}) NOT ({any_word(asked.excluded)})"
    return match


def _ways(group: Group, *, loose: bool) -> str:
    ways = [way for way in group.alternatives if loose or not way.loose] or group.alternatives
    quoted = " OR ".join('"' + " ".join(way.terms).replace('"', '""') + '"' for way in ways)
    return f"({_COLUMNS.get(group.field, '')}({quoted}))"
