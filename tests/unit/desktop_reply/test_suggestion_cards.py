"""A suggestion says why it is there, how far to trust it, and where it is read."""

import pytest

from desktop.library.reading_place import ReadingPlace, address_of, reading_place
from desktop.reply.suggestions import suggestion_cards
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
