"""A suggestion says why it is there, how far to trust it, and where it is read."""

from datetime import UTC, datetime

import pytest

from desktop.library.reading_place import ReadingPlace, address_of, reading_place
from desktop.reply.suggestions import issue_status, suggestion_cards
from kb_content.known_issue import KnownIssue
from search.hit import Hit, Kind, Trust


@pytest.mark.parametrize(
    ("hit", "place"),
    [
        (
            Hit(
                "refunds",
                Kind.ARTICLE,
                "Refunds",
                1.0,
                "Banks, they take",
                ((0, 5), (12, 16)),
                "Late refunds",
            ),
            ReadingPlace("refunds", "late-refunds", ("banks", "take")),
        ),
        (Hit("refunds", Kind.ARTICLE, "Refunds", 1.0, "", section="Refunds"), ReadingPlace("refunds")),
        (
            Hit("7", Kind.PAST_ANSWER, "Re: a?mark=b", 1.0, "a,b ?mark=c", ((0, 3), (4, 11))),
            ReadingPlace("7", "", ("a,b", "?mark=c")),
        ),
    ],
)
def test_a_suggestion_is_read_at_its_place(hit: Hit, place: ReadingPlace) -> None:
    """At its heading, with its words; signs that an address is made of are words, too."""
    assert reading_place(address_of(hit)) == place


@pytest.mark.parametrize(
    ("trust", "badge"),
    [
        (Trust.VERIFIED, "verified 12 Sep"),
        (Trust.OVERDUE, "check is overdue"),
        (Trust.RETIRED, "retired"),
        (Trust.PAST_ANSWER, "past answer"),
        (Trust.DRAFT, "draft"),
    ],
)
def test_a_card_says_trust_and_reason_in_words(trust: Trust, badge: str) -> None:
    """No colour is needed to read it."""
    hit = Hit(
        "refunds",
        Kind.ARTICLE,
        "Refunds",
        1.0,
        "",
        trust=trust,
        trusted_since="2026-09-12",
        section="Late refunds",
        reason="all words",
    )
    (card,) = suggestion_cards((hit,))
    assert (card.badge, card.why) == (badge, "Found by all words, under “Late refunds”")


ETAS = [
    (KnownIssue("a", "A", "", "", "r", eta="2026-12-04", eta_confidence="low"), "ETA 4 Dec, low confidence"),
    (KnownIssue("a", "A", "", "", "r", eta="2026-11-20"), "ETA 20 Nov"),
    (KnownIssue("a", "A", "", "", "r", eta="2026-11-20 09:00"), "ETA 20 Nov is past"),
    (
        KnownIssue("a", "A", "", "", "r", eta="2026-11-17", owner="Tom Okafor"),
        "ETA 17 Nov is past: ask Tom Okafor for a new one",
    ),
    (KnownIssue("a", "A", "", "", "r", next_update="2026-11-23 12:00"), "next update 23 Nov"),
]


@pytest.mark.parametrize(("issue", "words"), ETAS)
def test_an_eta_that_is_past_is_no_date_for_a_customer(issue: KnownIssue, words: str) -> None:
    """Beside the draft one reads a date as one to pass on."""
    now = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    assert issue_status(issue, now) == f"investigating · {words}"
