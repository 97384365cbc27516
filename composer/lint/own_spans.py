"""Whether a stretch of a draft lies in the agent's own words."""

from composer.lint.own_words import Placed
from composer.lint.reply import Reply


def is_own(reply: Reply, start: int, end: int) -> bool:
    """Tell whether a stretch of the draft touches the agent's own words."""
    return any(placed.start < end and start < placed.end for placed in reply.passages)


def own_part(reply: Reply, start: int, end: int) -> int:
    """Return how many characters of a stretch are the agent's own words."""
    return sum(max(0, min(end, placed.end) - max(start, placed.start)) for placed in reply.passages)


def passage_at(reply: Reply, offset: int) -> Placed | None:
    """Return the own passage that holds an offset of the draft."""
    return next((placed for placed in reply.passages if placed.start <= offset < placed.end), None)
