"""How a rule fares: how often it was shown, fixed, dismissed; and which rule nobody wants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

LEAST_SHOWN = 20
MOST_DISMISSED = 0.6


class Act(StrEnum):
    """What became of a finding."""

    SHOWN = "shown"
    FIXED = "fixed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Usage:
    """How often findings of one rule were shown, fixed and dismissed."""

    shown: int = 0
    fixed: int = 0
    dismissed: int = 0

    def after(self, act: Act) -> "Usage":
        """Return the counts after one more act."""
        return replace(self, **{act.value: getattr(self, act.value) + 1})

    @property
    def is_unwanted(self) -> bool:
        """Whether the rule is dismissed so often that it should weigh less."""
        return self.shown >= LEAST_SHOWN and self.dismissed > MOST_DISMISSED * self.shown


def usage_of(acts: Iterable[tuple[str, Act]]) -> dict[str, Usage]:
    """Count acts (rule id and what happened) by rule."""
    found: dict[str, Usage] = {}
    for rule, act in acts:
        found[rule] = found.get(rule, Usage()).after(act)
    return found


def unwanted(usages: Mapping[str, Usage]) -> tuple[str, ...]:
    """Return the rules to offer for demotion, the least wanted first."""
    found = [rule for rule, usage in usages.items() if usage.is_unwanted]
    return tuple(sorted(found, key=lambda rule: -usages[rule].dismissed / usages[rule].shown))
