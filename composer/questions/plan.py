"""A plan: what the customer says they will do, agree to or offer. It asks nothing, but wants to be seen."""

from dataclasses import dataclass
from enum import StrEnum


class PlanKind(StrEnum):
    """What a plan says of its writer."""

    WILL_DO = "will do"
    WILL_TALK = "will call or meet"
    AGREES = "agrees"
    OFFERS = "offers"


@dataclass(frozen=True, slots=True)
class Plan:
    """A sentence in which the customer announces something ("I'll send you the log tomorrow").

    ``text`` is verbatim; ``start`` and ``end`` are offsets in ``Message.text`` in code points.
    """

    kind: PlanKind
    text: str
    start: int
    end: int
