"""What belongs to other tickets of the desk, and must not stand in this one's reply."""

import re
from collections.abc import Iterable

from composer.mail.message import Address
from composer.tickets.ticket import Ticket, TicketStatus
from kb_content.team import Team

MOST = 2_000
_NUMBER = re.compile(r"(?<![\w.,:/-])\d{5,12}(?![\w:/]|[.,-]\d)")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)+")
_ANYBODYS = re.compile(
    r"(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|email|proton"
    r"|protonmail|pm|fastmail|zoho|yandex|t-online|freenet|posteo|mailbox|orange|wanadoo|free|laposte|sfr"
    r"|libero|virgilio|tiscali|telefonica|terra|uol|bol|ziggo|kpnmail|planet|comcast|verizon|att|sbcglobal"
    r"|btinternet|sky|qq|163|126|naver|hey|tutanota|tuta)\.[a-z.]{2,7}"
)
"""Providers whose domain says nothing about a customer."""


def others_on(tickets: Iterable[Ticket], *, this: Ticket, agent: Address, team: Team) -> tuple[str, ...]:
    """Return names, domains and numbers of the tickets that are not closed and of another customer.

    Left out is what says little: single names, domains of mail providers, the team's own people and
    domains. The newest tickets come first, as far as there is room.
    """
    ours = _own_words(agent, team)
    found: dict[str, None] = {}
    for ticket in sorted(tickets, key=lambda one: one.received, reverse=True):
        if ticket.status is TicketStatus.CLOSED or _is_same_customer(ticket, this):
            continue
        found.update((one, None) for one in _marks_of(ticket) if one.lower() not in ours)
        if len(found) >= MOST:
            break
    return tuple(found)[:MOST]


def _marks_of(ticket: Ticket) -> Iterable[str]:
    """Yield what tells a ticket from others: its customer's full name and domain, numbers of its subject."""
    name = " ".join(ticket.customer.name.split())
    if _NAME.fullmatch(name):
        yield name
    domain = _domain(ticket.customer.mail)
    if domain and not _ANYBODYS.fullmatch(domain):
        yield domain
    yield from _NUMBER.findall(ticket.subject)


def _own_words(agent: Address, team: Team) -> frozenset[str]:
    people = [(agent.name, agent.mail), *((person.name, person.mail) for person in team.people)]
    words = {name.lower() for name, _ in people} | {_domain(mail) for _, mail in people}
    return frozenset(words | {team.name.lower(), *(product.name.lower() for product in team.products)})


def _is_same_customer(ticket: Ticket, this: Ticket) -> bool:
    return ticket.id == this.id or ticket.customer.mail.lower() == this.customer.mail.lower()


def _domain(mail: str) -> str:
    return mail.rpartition("@")[2].strip().lower() if "@" in mail else ""
