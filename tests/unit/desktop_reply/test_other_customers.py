"""What of other tickets must not stand in a reply."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from composer.mail.message import Address
from composer.tickets.ticket import Ticket, TicketStatus
from desktop.reply.other_customers import MOST, others_on
from kb_content.team import Member, Team

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
THIS = Ticket(1, "Order 55555", Address("Jo Marsh", "jo@park.example"), NOON, TicketStatus.OPEN, 0, 0, "<1>")


def other(id: int, subject: str = "Help", name: str = "", mail: str = "") -> Ticket:
    """Return another open ticket."""
    moment = NOON + timedelta(minutes=id)
    return Ticket(id, subject, Address(name, mail), moment, TicketStatus.OPEN, 0, 0, f"<{id}>")


def others(*tickets: Ticket, agent: Address = Address("Kim Lee", "kim@shop.example")) -> tuple[str, ...]:  # noqa: B008
    return others_on([THIS, *tickets], this=THIS, agent=agent, team=Team(people=(Member("Noor Bell", ""),)))


def test_names_domains_and_numbers_are_told() -> None:
    """The full name, the domain, and what looks like an order or customer number in the subject."""
    assert others(other(2, "Order #88213 is late", "Ada Lund", "ada@lund.example")) == (
        "Ada Lund",
        "lund.example",
        "88213",
    )


def test_what_says_little_is_left_out() -> None:
    """A single name, a provider's domain, our own people, years, prices, dates, versions, codes."""
    tickets = (
        other(2, "Error 0x80070005, 2026-11-20, 1.20331, 10:30, E-55501, 12 345", "Ada", "ada@gmail.com"),
        other(3, name="Noor Bell", mail="noor@shop.example"),
        other(4, name="Support", mail="a@yahoo.co.uk"),
    )
    assert others(*tickets) == ()


def test_closed_tickets_and_this_customers_own_are_left_out() -> None:
    """Only what is on the desk beside this one, and belongs to somebody else."""
    closed = replace(other(2, "Order 88213", "Ada Lund", "ada@lund.example"), status=TicketStatus.CLOSED)
    mine = other(3, "Order 77777", "Jo Marsh", "JO@park.example")
    assert others(closed, mine) == ()


def test_a_full_desk_gives_the_newest() -> None:
    """There is a limit, and it cuts the oldest."""
    found = others(*(other(id, f"Order {100000 + id}") for id in range(2, MOST + 100)))
    assert len(found) == MOST
    assert found[0] == str(100000 + MOST + 99)
