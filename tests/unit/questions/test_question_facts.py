"""Facts are found as the customer wrote them, with offsets, each kind by its own table row."""

import tomllib
from importlib import resources

import pytest

from composer.mail.lines import Line, Role
from composer.questions.facts import facts_in, tried_in
from composer.questions.understood import FactKind
from kb_content.team import Product, Team

TABLE = tomllib.loads(
    resources.files("composer.questions").joinpath("patterns/facts.toml").read_text("utf-8")
)
ROWS = [pytest.param(row, id=f"{row['kind']}-{number}") for number, row in enumerate(TABLE["fact"])]


def lines(text: str, role: Role = Role.OWN) -> tuple[Line, ...]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Line(line, role, start))
        start += len(line) + 1
    return tuple(found)


@pytest.mark.parametrize("row", ROWS)
def test_examples_hold_their_fact_and_look_alikes_none(row):
    """The words between « » are found as a fact of the row's kind."""
    for example in row["examples"]:
        text = example.replace("«", "").replace("»", "")
        value = example.partition("«")[2].partition("»")[0]
        found = [fact.value for fact in facts_in(text, lines(text)) if fact.kind == row["kind"]]
        assert value in found, (example, found)
    for text in row["quiet"]:
        assert row["kind"] not in [fact.kind for fact in facts_in(text, lines(text))], text


def test_offsets_point_at_the_words():
    """A fact's offsets cut its value out of the mail."""
    text = "Hi,\n\norder #5512, version 3.0.2 on Windows 11, I paid $49.00 on 3 March."
    facts = facts_in(text, lines(text))
    assert len(facts) == 5
    assert all(text[fact.start : fact.end] == fact.value for fact in facts)


def test_a_product_is_known_by_the_team_s_names():
    """A product is found under any of its names, and only with a team that has it."""
    team = Team(products=(Product("Bookings", ("2.4",), ("booking plugin",)),))
    text = "The Booking Plugin is great."
    assert [(fact.kind, fact.value) for fact in facts_in(text, lines(text), team=team)] == [
        (FactKind.PRODUCT, "Booking Plugin")
    ]
    assert facts_in(text, lines(text)) == ()
    text = "We run Bookings 2.4.1 here."
    assert [(fact.kind, fact.value) for fact in facts_in(text, lines(text), team=team)] == [
        (FactKind.PRODUCT, "Bookings"),
        (FactKind.VERSION, "2.4.1"),
    ]


SHOP = Team(
    products=(
        Product("Lantern Subscriptions", ("4.2",), ("Subscriptions",)),
        Product("Lantern Bookings", ("3.7",), ("Bookings",)),
    )
)


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        (
            "Subscriptions 4.2.0: pausing",
            "We use Lantern Subscriptions 4.2.0 on Harbour 6.4.1, since 3 November. I like Subscriptions.",
            ["Lantern Subscriptions", "4.2.0", "6.4.1", "3 November"],
        ),
        ("Bookings 3.7.1", "See subject.", ["Bookings", "3.7.1"]),
        ("", "Some bookings overlap in lantern bookings.", ["lantern bookings"]),
        ("", "Some bookings overlap.", []),
    ],
)
def test_each_fact_is_told_once(subject, text, expected):
    """The names of one product are one fact, a version behind a name or alone is one, a date has no stop."""
    found = facts_in(text, lines(text), subject=subject, team=SHOP)
    assert [fact.value for fact in found] == expected


def test_quoted_lines_tell_no_facts_and_logs_do():
    """What the agent wrote before is not the customer's fact; a pasted log is."""
    assert facts_in("order #5512", lines("order #5512", Role.QUOTED)) == ()
    assert facts_in("PHP Fatal error: out of memory", lines("PHP Fatal error: out of memory", Role.LOG))


def test_a_subject_tells_facts_without_offsets():
    """A fact of the subject has offsets -1."""
    (fact,) = facts_in("hello", lines("hello"), subject="Order #5512")
    assert (fact.value, fact.start, fact.end) == ("5512", -1, -1)


@pytest.mark.parametrize(
    ("language", "text", "tried"),
    [
        ("en", "It hangs. I already cleared the cache. What else?", ("I already cleared the cache.",)),
        ("en", "Can I clear the cache?", ()),
        ("en", "I sent you the settings and the logs.", ("I sent you the settings and the logs.",)),
        ("en", "We tested the connection. It is fine.", ("We tested the connection.",)),
        ("en", "I have not even tried to restart it yet.", ()),
        ("en", "We never tried clearing the cache.", ()),
        ("en", "I was glad when I read the news.", ()),
        ("en", "I tried it without restarting.", ("I tried it without restarting.",)),
        ("en", "Since we updated on 10 November, the mails are wrong.", ()),
        ("en", "Since we updated I have cleared the cache.", ("Since we updated I have cleared the cache.",)),
        ("de", "Ich habe das Plugin neu installiert. Geht nicht.", ("Ich habe das Plugin neu installiert.",)),
        ("fr", "J'ai déjà vidé le cache.", ("J'ai déjà vidé le cache.",)),
    ],
)
def test_what_was_tried_is_kept_verbatim(language, text, tried):
    """The sentences that say what was tried come as they were written."""
    assert tried_in(text, [(0, len(text))], language) == tried
