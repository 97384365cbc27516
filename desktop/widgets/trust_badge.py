"""How far a record of the library can be trusted, as the words and the tone of a badge."""

from desktop.team_time import short_day
from desktop.widgets.tone import Tone
from search.hit import Hit, Trust


def trust_badge(hit: Hit) -> tuple[str, Tone]:
    """Return how far a hit can be trusted, in a word or two."""
    if hit.trust is Trust.VERIFIED:
        return f"verified {short_day(hit.trusted_since)}".rstrip(), Tone.OK
    words = {
        Trust.UNVERIFIED: ("not verified", Tone.OPEN),
        Trust.OVERDUE: ("check is overdue", Tone.WARN),
        Trust.RETIRED: ("retired", Tone.STOP),
        Trust.DRAFT: ("draft", Tone.WARN),
        Trust.OPEN_ISSUE: ("open issue", Tone.WARN),
        Trust.RESOLVED_ISSUE: ("resolved", Tone.OK),
        Trust.PAST_ANSWER: ("past answer", Tone.OPEN),
    }
    return words[hit.trust]
