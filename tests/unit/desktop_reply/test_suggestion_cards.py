"""A suggestion says why it is there, how far to trust it, and where it is read."""

import pytest

from desktop.reply.suggestions import reading_address, suggestion_cards
from search.hit import Hit, Kind, Trust


@pytest.mark.parametrize(
    ("section", "address"),
    [("Late refunds", "refunds#late-refunds"), ("Refunds", "refunds"), ("", "refunds")],
)
def test_a_suggestion_is_read_at_its_heading(section: str, address: str) -> None:
    """A passage at the top of its article has none."""
    assert reading_address(Hit("refunds", Kind.ARTICLE, "Refunds", 1.0, "", section=section)) == address


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
