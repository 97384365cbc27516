"""What counts as ``??`` and ``//``, and how snippets are filled."""

from datetime import UTC, datetime

import pytest

from composer.mail.message import Address, Message
from composer.questions.understood import Fact, FactKind, UnderstoodMail
from desktop.reply.fetch.snippet_fields import Filled, field_values, fill, first_name, without_greeting
from desktop.reply.fetch.triggers import Fetch, Trigger, trigger_before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("??", Trigger(Fetch.KNOWLEDGE, 0, 2, "")),
        ("See ?? refund time", Trigger(Fetch.KNOWLEDGE, 4, 18, "refund time")),
        ("a\n//thanks", Trigger(Fetch.SNIPPET, 2, 10, "thanks")),
        ("Really??", None),
        ("Really ???", None),
        ("https://example.org", None),
        ("//thanks a lot", None),
        ("> quoted ??", None),
        ("", None),
    ],
)
def test_what_fetches(text: str, expected: Trigger | None) -> None:
    """Only marks that stand free on an own line fetch something."""
    assert trigger_before(text, len(text)) == expected


def test_fields_are_filled_and_the_first_open_one_is_found() -> None:
    """Known fields become words; an unknown one stays to be typed over."""
    filled = fill(
        "Hi {{ name }}, order {{order_number}} by {{when}}.\n", {"name": "Jo", "order-number": "A7"}
    )
    assert filled == Filled("Hi Jo, order A7 by {{when}}.", (19, 27))


def test_values_come_from_the_mail() -> None:
    """The customer's first name, the first fact of a kind, the agent."""
    mail = UnderstoodMail(
        Message("Help", Address("Doe, Jane", "jane@example.org"), ""),
        (),
        "en",
        (),
        (Fact(FactKind.VERSION, "3.10"), Fact(FactKind.VERSION, "4.0")),
    )
    values = field_values(mail, agent=Address("Kim Lee", ""), now=datetime(2026, 12, 4, tzinfo=UTC))
    assert (values["name"], values["version"], values["agent"]) == ("Jane", "3.10", "Kim Lee")
    assert values["today"] == "Friday, 4 December"
    assert "agent-mail" not in values


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ann Lee", "Ann"),
        ("Lee, Ann", "Ann"),
        ("Lee, Ann, Example Ltd", "Ann"),
        ("Dr. Ann Lee", "Ann"),
        ("Prof. Dr. Ann Lee", "Ann"),
        ("ann@shop.example", ""),
        ("Señora Ann Lee", "Ann"),
        ("Don Lee", "Don"),
        ("Dr.", ""),
        ("", ""),
        ("Lee,", "Lee"),
    ],
)
def test_first_names(name: str, first: str) -> None:
    """A name is greeted by its first word behind titles; an address is none."""
    assert first_name(Address(name, "ann@shop.example")) == first


@pytest.mark.parametrize(
    ("name", "mail", "first"),
    [
        ("Dunmore Garden Supplies", "orders@dunmore-garden.example", ""),
        ("Dunmore", "info@dunmore.example", ""),
        ("Ann Lee", "info@dunmore.example", "Ann"),
        ("Dunmore Garden", "dunmore@dunmore-garden.example", "Dunmore"),
        ("", "info@dunmore.example", ""),
    ],
)
def test_a_company_has_no_first_name(name: str, mail: str, first: str) -> None:
    """Where its office writes in its name; a person who uses the office's address has one."""
    assert first_name(Address(name, mail)) == first


def test_a_snippet_greets_only_where_nobody_did() -> None:
    """A line that greets by name goes; a sentence that holds the name stays."""
    assert without_greeting("Hello {{name}},\n\nit works.") == "it works."
    for body in ("{{name}}, it works.\n\nAnna", "Hello {{name}},", "It is mended,\n\n{{what}}."):
        assert without_greeting(body) == body
