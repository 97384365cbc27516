"""The front matter of a record as a form: which fields, what stands in them, what is wrong. Without Qt.

Every field is text while it is edited (items of lists are separated by line breaks), so that what
was not touched is not written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.library.records import Record
from kb_content.article import Article, ArticleStatus, Verified
from kb_content.known_issue import IssueStatus, KnownIssue, Severity
from kb_content.snippet import Snippet
from kb_content.splice import Value
from kb_content.team import Team
from search.hit import Kind


class Control(StrEnum):
    """How a field is edited."""

    LINE = "line"
    TEXT = "text"  # a sentence that may need more than a line
    WORDS = "words"  # a list on one line, with commas
    LINES = "lines"  # a list, one item a line
    CHOICE = "choice"
    TOGGLES = "toggles"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a form. ``choices`` are values with their words; ``hint`` says what to write."""

    key: str
    label: str
    control: Control = Control.LINE
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


Values = Mapping[str, str]
_LISTS = ("products", "tags", "also_known_as", "versions", "symptoms", "fields")
MOMENTS = ("eta", "next_update")
"""Fields that are typed as one says a moment, and written as a day or a day and a time."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
_SPAN = re.compile(r"(\d{1,4}) ?(d|day|days|w|week|weeks|m|month|months|y|year|years)?")
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")
_KEYWORD = re.compile(r"[^\s/]{1,60}")
_WHEN = "3 Dec, Thu 15:00 or 2026-12-03"


def form_of(kind: Kind, team: Team, record: Record | None) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind; people and products come from the team, and from the record."""
    if kind is Kind.KNOWN_ISSUE:
        return _issue_form(team, record if isinstance(record, KnownIssue) else None)
    if kind is Kind.SNIPPET:
        return (
            FieldSpec("keyword", "Keyword", hint="typed behind //"),
            FieldSpec("fields", "Fields to fill in", Control.WORDS, "names of the {{fields}} below"),
        )
    return _article_form(team, record if isinstance(record, Article) else None)


def values_of(
    kind: Kind, record: Record | None, *, agent: str = "", today: date | None = None
) -> dict[str, str]:
    """Return what stands in the fields; a new record belongs to the agent."""
    if isinstance(record, Article):
        return _texts(
            record,
            ("summary", "products", "tags", "owner", "status", "also_known_as", "language"),
            verified=record.verified.on.isoformat() if record.verified else "",
            verified_by=record.verified.by if record.verified else "",
            review_every=_told_days(record.review_every),
        )
    if isinstance(record, KnownIssue):
        keys = ("products", "versions", "status", "severity", "owner", "tracker")
        return _texts(record, (*keys, "eta", "eta_confidence", "next_update", "symptoms"))
    if isinstance(record, Snippet):
        return _texts(record, ("keyword", "fields"))
    return _new_values(kind, agent, today)


def read_form(kind: Kind, values: Values, before: Values) -> tuple[dict[str, Value], dict[str, str]]:
    """Return the fields that were changed, and a sentence for each field that can't be saved so."""
    fields: dict[str, Value] = {}
    problems: dict[str, str] = {}
    for key, text in values.items():
        if text == before.get(key, "") or key in ("verified", "verified_by"):
            continue
        if sentence := _problem(key, text):
            problems[key] = sentence
        else:
            fields[key] = _value(key, text)
    if kind is Kind.ARTICLE:
        _read_verified(values, before, fields, problems)
    if kind is Kind.SNIPPET and not values.get("keyword", "").strip():
        problems["keyword"] = "Write the word that is typed behind //."
    return fields, problems


def _article_form(team: Team, article: Article | None) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("summary", "Summary", Control.TEXT, "one sentence"),
        FieldSpec("status", "Status", Control.CHOICE, choices=_words_of(ArticleStatus)),
        FieldSpec("owner", "Owner", Control.CHOICE, choices=_people(team, article.owner if article else "")),
        _products(team, article.products if article else ()),
        _list("tags", "Tags", article.tags if article else (), "billing, refunds"),
        FieldSpec("verified", "Verified on", Control.DAY, "2026-12-03"),
        FieldSpec(
            "verified_by",
            "Verified by",
            Control.CHOICE,
            choices=_people(team, article.verified.by if article and article.verified else ""),
        ),
        FieldSpec("review_every", "Check again every", hint="180 days, 6 months; empty for never"),
        FieldSpec(
            "also_known_as", "Also known as", Control.LINES, "old titles, customers' questions: one a line"
        ),
        FieldSpec("language", "Language", hint="en, de, fr …"),
    )


def _issue_form(team: Team, issue: KnownIssue | None) -> tuple[FieldSpec, ...]:
    sure = (("", "not said"), ("low", "Low"), ("medium", "Medium"), ("high", "High"))
    return (
        FieldSpec("status", "Status", Control.CHOICE, choices=_words_of(IssueStatus)),
        FieldSpec("severity", "Severity", Control.CHOICE, choices=_words_of(Severity)),
        FieldSpec("owner", "Owner", Control.CHOICE, choices=_people(team, issue.owner if issue else "")),
        FieldSpec("tracker", "Tracker", hint="its number there"),
        FieldSpec("eta", "ETA", hint=_WHEN),
        FieldSpec("eta_confidence", "How sure is the ETA", Control.CHOICE, choices=sure),
        FieldSpec("next_update", "Next update", hint=_WHEN),
        _products(team, issue.products if issue else ()),
        _list("versions", "Versions", issue.versions if issue else (), "4.2.0, 4.2.1"),
        FieldSpec("symptoms", "What customers say", Control.LINES, "one saying a line"),
    )


def _products(team: Team, own: tuple[str, ...]) -> FieldSpec:
    names = tuple(dict.fromkeys((*(product.name for product in team.products), *own)))
    if not names:
        return FieldSpec("products", "Products", Control.WORDS, "names, with commas between")
    return FieldSpec("products", "Products", Control.TOGGLES, choices=tuple((name, name) for name in names))


def _list(key: str, label: str, own: tuple[str, ...], hint: str) -> FieldSpec:
    """A list on one line, unless an item has a comma of its own."""
    commas = any("," in item for item in own)
    return FieldSpec(key, label, Control.LINES if commas else Control.WORDS, hint)


def _people(team: Team, own: str) -> tuple[tuple[str, str], ...]:
    names = dict.fromkeys([*(person.name for person in team.people), *([own] if own else [])])
    return (("", "nobody"), *((name, name) for name in names))


def _words_of(kind: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    return tuple((word.value, word.value.capitalize()) for word in kind)


def _texts(record: Record, keys: tuple[str, ...], **more: str) -> dict[str, str]:
    texts = {}
    for key in keys:
        value = getattr(record, key)
        texts[key] = "\n".join(value) if isinstance(value, tuple) else str(value)
    return {**texts, **more}


def _new_values(kind: Kind, agent: str, today: date | None) -> dict[str, str]:
    if kind is Kind.SNIPPET:
        return {"keyword": "", "fields": ""}
    if kind is Kind.KNOWN_ISSUE:
        keys = ("products", "versions", "tracker", "eta", "eta_confidence", "next_update", "symptoms")
        return {"status": "investigating", "severity": "medium", "owner": agent, **dict.fromkeys(keys, "")}
    return {
        **dict.fromkeys(("summary", "products", "tags", "also_known_as"), ""),
        "status": "published",
        "owner": agent,
        "verified": today.isoformat() if today and agent else "",
        "verified_by": agent if today else "",
        "review_every": _told_days(180),
        "language": "en",
    }


def _told_days(days: int) -> str:
    return {0: "", 1: "1 day"}.get(days, f"{days} days")


def _problem(key: str, text: str) -> str:
    """What is wrong with a field's text, as a sentence; nothing when it is fine."""
    text = text.strip()
    if key in MOMENTS and text and not _is_moment(text):
        return f"Write a day, or a day and a time, such as {_WHEN}."
    if key == "review_every" and text and text != "never" and not _SPAN.fullmatch(text.lower()):
        return "Write a number of days, weeks, months or years, such as 180 days."
    if key == "language" and not _LANGUAGE.fullmatch(text):
        return "Write the two letters of the language, such as en or de."
    if key == "keyword" and text and not _KEYWORD.fullmatch(text):
        return "Write one word, without spaces or slashes."
    return ""


def _value(key: str, text: str) -> Value:
    if key in _LISTS:
        return [item for line in text.split("\n") if (item := " ".join(line.split()))]
    text = " ".join(text.split())
    if key == "review_every":
        return _days(text)
    return text


def _days(text: str) -> int:
    found = _SPAN.fullmatch(text.lower())
    return int(found[1]) * _DAYS_OF[(found[2] or "d")[0]] if found else 0


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _read_verified(
    values: Values, before: Values, fields: dict[str, Value], problems: dict[str, str]
) -> None:
    day, by = values.get("verified", "").strip(), values.get("verified_by", "").strip()
    if day == before.get("verified", "") and by == before.get("verified_by", ""):
        return
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        problems["verified"] = "Write a day such as 2026-12-03, or nothing."
        return
    if on is not None and not by:
        problems["verified_by"] = "Say who verified it."
        return
    fields["verified"] = Verified(on, by) if on is not None else None
