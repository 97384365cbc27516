"""How a rule fares: how often it was shown, fixed, dismissed; and which rule nobody wants."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from composer.lint.finding import Finding, Severity

LEAST_SHOWN = 20
MOST_DISMISSED = 0.6
_SOFTER = {Severity.STOP: Severity.WARNING, Severity.WARNING: Severity.HINT}


@dataclass(frozen=True, slots=True)
class Usage:
    """How often findings of one rule were shown, fixed and dismissed."""

    shown: int = 0
    fixed: int = 0
    dismissed: int = 0

    def __add__(self, more: "Usage") -> "Usage":
        return Usage(self.shown + more.shown, self.fixed + more.fixed, self.dismissed + more.dismissed)

    @property
    def is_unwanted(self) -> bool:
        """Whether the rule is dismissed so often that it should weigh less."""
        return self.shown >= LEAST_SHOWN and self.dismissed > MOST_DISMISSED * self.shown


def unwanted(usages: Mapping[str, Usage]) -> tuple[str, ...]:
    """Return the rules to offer for demotion, the least wanted first."""
    found = [rule for rule, usage in usages.items() if usage.is_unwanted]
    return tuple(sorted(found, key=lambda rule: -usages[rule].dismissed / usages[rule].shown))


@dataclass(frozen=True, slots=True)
class Standing:
    """How the rules stand with one agent: those offered for demotion with their counts, those softened."""

    unwanted: tuple[tuple[str, Usage], ...] = ()
    softened: tuple[str, ...] = ()


def standing_of(usages: Mapping[str, Usage], softened: frozenset[str]) -> Standing:
    """Return how the rules stand; a softened one is not offered again."""
    offered = tuple((rule, usages[rule]) for rule in unwanted(usages) if rule not in softened)
    return Standing(offered, tuple(sorted(softened)))


def softer(findings: Iterable[Finding], softened: frozenset[str]) -> Iterator[Finding]:
    """Yield findings, those of softened rules one step lighter; what is a hint already is left out."""
    for finding in findings:
        if finding.rule not in softened:
            yield finding
        elif finding.severity in _SOFTER:
            yield replace(finding, severity=_SOFTER[finding.severity])


class UsageCounter:
    """Counts what becomes of the findings of one draft while it is open.

    A finding that comes back with every keystroke is shown once: a rule was shown as often as it had
    findings at the same time, those fixed or dismissed before counted in.
    """

    def __init__(self) -> None:
        self._shown: Counter[str] = Counter()
        self._settled: Counter[str] = Counter()
        self._waiting: dict[str, Usage] = {}

    def reviewed(self, findings: Iterable[Finding]) -> None:
        """Take the findings of a review."""
        for rule, count in Counter(finding.rule for finding in findings).items():
            more = count + self._settled[rule] - self._shown[rule]
            if more > 0:
                self._shown[rule] += more
                self._add(rule, Usage(shown=more))

    def fixed(self, rule: str) -> None:
        """A finding of this rule was put right with one of its fixes."""
        self._settled[rule] += 1
        self._add(rule, Usage(fixed=1))

    def dismissed(self, rule: str) -> None:
        """A finding of this rule was dismissed."""
        self._settled[rule] += 1
        self._add(rule, Usage(dismissed=1))

    def undismissed(self, rule: str) -> None:
        """A dismissal was taken back."""
        self._settled[rule] -= 1
        self._add(rule, Usage(dismissed=-1))

    def taken(self) -> dict[str, Usage]:
        """Return what was counted since it was last asked, to be kept."""
        taken, self._waiting = self._waiting, {}
        return taken

    def _add(self, rule: str, more: Usage) -> None:
        self._waiting[rule] = self._waiting.get(rule, Usage()) + more
