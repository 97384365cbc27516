"""Filling the ``{{fields}}`` of a snippet with what is known of the ticket."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from composer.lint.people import is_title
from composer.mail.message import Address
from composer.questions.understood import FactKind, UnderstoodMail
from desktop.team_time import spoken_date
from kb_content.computed_date import computed_date
from kb_content.team import WorkingTime

_FIELD = re.compile(r"\{\{ ?([a-z0-9_-]{1,40}|date ?\+ ?\d{1,3} ?w?d) ?\}\}")
_GREETING = re.compile(r"[^\n{}]{0,40}\{\{ ?(?:name|first-name|full-name) ?\}\}\s?[,:!]")
_NAMES_TOO = ("don",)
"""Titles that are as often somebody's first name."""
_OFFICES = frozenset(
    {"accounting", "accounts", "admin", "bestellung", "billing", "buchhaltung", "contact", "einkauf", "hello"}
    | {"help", "info", "kontakt", "mail", "marketing", "noreply", "no-reply", "office", "orders", "sales"}
    | {"service", "shop", "support", "team", "verkauf"}
)
"""What stands before the @ of an address that several people read."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A snippet's text with its fields filled; ``first_open`` is the span of the first empty one."""

    text: str
    first_open: tuple[int, int] | None = None


class FieldValues(dict[str, str]):
    """What the fields of a snippet stand for, by name, and the dates that work themselves out.

    ``values["date+2wd"]`` is two working days after ``today``, by the team's days and holidays; see
    ``docs/library-format.md``.
    """

    def __init__(self, values: Mapping[str, str], *, today: date, working_time: WorkingTime) -> None:
        super().__init__(values)
        self._today, self._working_time = today, working_time

    def __missing__(self, field: str) -> str:
        """Return the date that a field works out; raises KeyError for any other field."""
        day = computed_date(field, today=self._today, working_time=self._working_time)
        if day is None:
            raise KeyError(field)
        return spoken_date(day)


def fill(body: str, values: Mapping[str, str]) -> Filled:
    """Fill the fields that are known; the others stay as they are, for the agent to type over."""
    text = _FIELD.sub(lambda found: _value(values, found[1]) or found[0], body.strip("\n"))
    left = _FIELD.search(text)
    return Filled(text, left.span() if left else None)


def without_greeting(body: str) -> str:
    """Return a snippet without the line that greets by name, for a draft that greets already."""
    first, _, rest = body.strip("\n").partition("\n\n")
    return rest if rest and _GREETING.fullmatch(first) else body


def next_open_field(text: str, start: int) -> tuple[int, int] | None:
    """Return the span of the first field behind an offset that is still to be filled."""
    found = _FIELD.search(text, start)
    return found.span() if found else None


def field_values(
    mail: UnderstoodMail,
    *,
    agent: Address,
    now: datetime,
    working_time: WorkingTime = WorkingTime(),  # noqa: B008 (frozen)
) -> FieldValues:
    """Return what the fields of a snippet stand for in this ticket; unknown ones are missing.

    ``now`` is the time where the team works, so that its day is the team's today.
    """
    customer = mail.message.sender.name
    first = first_name(mail.message.sender)
    values = {
        "name": first,
        "first-name": first,
        "customer": first,
        "customer-name": customer,
        "customer-mail": mail.message.sender.mail,
        "agent": agent.name,
        "agent-name": agent.name,
        "my-name": agent.name,
        "agent-mail": agent.mail,
        "subject": mail.message.subject,
        "today": spoken_date(now.date()),
        "date": spoken_date(now.date()),
    }
    kinds = {
        FactKind.PRODUCT: ("product",),
        FactKind.VERSION: ("version",),
        FactKind.ORDER: ("order", "order-number"),
        FactKind.INVOICE: ("invoice", "invoice-number"),
    }
    for fact in mail.facts:
        for key in kinds.get(fact.kind, ()):
            values.setdefault(key, fact.value)
    known = {key: value for key, value in values.items() if value}
    return FieldValues(known, today=now.date(), working_time=working_time)


def first_name(sender: Address) -> str:
    """Return the name by which a person is greeted, or nothing when there is none to be sure of.

    It is the first word behind a title, of what follows a comma in ``Lee, Ann, Example Ltd``. An
    address in the name's place is no name, and that of ``Dunmore Garden <orders@dunmore-garden.example>``
    is a company's.
    """
    name = "" if _is_company(sender) else sender.name
    last, _, rest = name.partition(",")
    words = (rest if rest.strip(" ,") else last).replace(",", " ").split()
    greeted = next((word for word in words if word.lower() in _NAMES_TOO or not is_title(word)), "")
    return "" if "@" in greeted else greeted.strip("\"'()<>")


def full_name(sender: Address) -> str:
    """Return a person's names in the order of speech: ``Ann Lee`` for ``Lee, Ann, Example Ltd``."""
    last, _, rest = sender.name.partition(",")
    first = rest.partition(",")[0].strip()
    return f"{first} {last.strip()}" if first else last.strip()


def _is_company(sender: Address) -> bool:
    """Tell whether an office writes in its company's name: its domain begins with the name's first word."""
    office, _, domain = sender.mail.lower().partition("@")
    words = sender.name.lower().split()
    return office in _OFFICES and len(words) > 0 and domain.startswith(words[0])


def _value(values: Mapping[str, str], field: str) -> str:
    try:
        return values[field.replace("_", "-")]
    except KeyError:
        return ""
