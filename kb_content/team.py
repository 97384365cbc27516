"""The team, as ``library.toml`` says it: people, products, working times, colours, policy."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the team. ``time_zone`` is an IANA name; ``role`` is agent, doc-owner or lead."""

    name: str
    mail: str
    role: str = "agent"
    team: str = ""
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Product:
    """A product with its versions, newest last, and the other names that customers use for it."""

    name: str
    versions: tuple[str, ...] = ()
    also_known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """One thing that the team does not do, the words that show it, and who does it instead."""

    id: str
    what: str
    instead: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When the team works: weekday names (``Mon``), local times (``09:00``), days off.

    ``holidays_file`` names an ``.ics`` file beside ``library.toml``, whose days ``holidays`` holds too.
    """

    time_zone: str = "UTC"
    days: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")
    start: str = "09:00"
    end: str = "17:00"
    holidays: tuple[date, ...] = ()
    holidays_file: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    """All of ``library.toml``. ``answer_colour`` is ``#RRGGBB``; ``synonyms`` are groups of equals.

    ``must_cc`` holds the mail addresses that are in copy of every reply.
    """

    name: str = "Library"
    people: tuple[Member, ...] = ()
    products: tuple[Product, ...] = ()
    working_time: WorkingTime = field(default_factory=WorkingTime)
    answer_colour: str = "#186DEC"
    policies: tuple[Policy, ...] = ()
    internal_words: tuple[str, ...] = ()
    must_cc: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    first_reply_hours: int = 0
    next_reply_hours: int = 0
    resolution_hours: int = 0
