"""Filters of the query language as conditions on the index's records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from search.hit import Kind
from search.query import Filter
from search.words import fold

_KINDS = {
    "article": Kind.ARTICLE,
    "known-issue": Kind.KNOWN_ISSUE,
    "issue": Kind.KNOWN_ISSUE,
    "snippet": Kind.SNIPPET,
    "past-answer": Kind.PAST_ANSWER,
    "answer": Kind.PAST_ANSWER,
}
_OVERDUE = "due != '' AND due <= ?"
_YES = frozenset({"yes", "true", "ok"})
_NO = frozenset({"no", "false", "never"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL over the columns of ``records``, and its values; empty SQL is no condition."""

    sql: str = ""
    values: tuple[object, ...] = ()


def condition_of(filters: Iterable[Filter], kinds: frozenset[Kind] | None, today: date) -> Condition:
    """Return one condition for all filters of a query and the kinds that the asker wants."""
    parts = [_either(wanted, today) for wanted in filters]
    if kinds is not None:
        names = sorted(kind.value for kind in kinds)
        parts.append(Condition(f"kind IN ({','.join('?' * len(names))})", tuple(names)))
    parts = [part for part in parts if part.sql]
    return Condition(
        " AND ".join(f"({part.sql})" for part in parts),
        tuple(value for part in parts for value in part.values),
    )


def _either(wanted: Filter, today: date) -> Condition:
    """Return the condition of a filter and of those that will do as well."""
    ways = [_READERS[one.field](one, today) for one in (wanted, *wanted.others)]
    return Condition(
        " OR ".join(way.sql for way in ways), tuple(value for way in ways for value in way.values)
    )


def _negated(wanted: Filter, part: Condition) -> Condition:
    return Condition(f"NOT ({part.sql})", part.values) if wanted.negated else part


def _kind(wanted: Filter, today: date) -> Condition:
    value = wanted.value.lower().replace("_", "-").removesuffix("s")
    kinds = sorted({kind.value for name, kind in _KINDS.items() if name.startswith(value)})
    return _negated(wanted, Condition(f"kind IN ({','.join('?' * len(kinds))})", tuple(kinds)))


def _status(wanted: Filter, today: date) -> Condition:
    value = fold(wanted.value)
    if value in {"open", "fixed"}:
        sign = "!=" if value == "open" else "="
        return _negated(wanted, Condition(f"kind = 'known-issue' AND status {sign} 'resolved'"))
    return _negated(wanted, Condition("status LIKE ? ESCAPE '\\'", (_like(value) + "%",)))


def _listed(column: str) -> Callable[[Filter, date], Condition]:
    """Return a reader for a column of folded values between bars: any value that begins so."""

    def read(wanted: Filter, today: date) -> Condition:
        return _negated(
            wanted, Condition(f"{column} LIKE ? ESCAPE '\\'", (f"%|{_like(fold(wanted.value))}%",))
        )

    return read


def _date(column: str) -> Callable[[Filter, date], Condition]:
    def read(wanted: Filter, today: date) -> Condition:
        value = wanted.value
        if wanted.operator in {"", "="}:
            return _negated(wanted, Condition(f"{column} LIKE ? ESCAPE '\\'", (_like(value) + "%",)))
        end = value + "\U0010ffff"  # "2026-01" as an upper bound takes in the whole month
        bound = {"<": value, ">=": value}.get(wanted.operator, end)
        return _negated(wanted, Condition(f"{column} != '' AND {column} {wanted.operator} ?", (bound,)))

    return read


def _verified(wanted: Filter, today: date) -> Condition:
    value = fold(wanted.value)
    if value and "overdue".startswith(value):
        return _negated(wanted, Condition(_OVERDUE, (today.isoformat(),)))
    if value in _YES:
        return _negated(wanted, Condition("verified != ''"))
    if value in _NO:
        return _negated(wanted, Condition("kind = 'article' AND verified = ''"))
    return _date("verified")(wanted, today)


def _like(value: str) -> str:
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_READERS: dict[str, Callable[[Filter, date], Condition]] = {
    "kind": _kind,
    "status": _status,
    "owner": _listed("owner"),
    "product": _listed("products"),
    "tag": _listed("tags"),
    "updated": _date("updated"),
    "verified": _verified,
}
