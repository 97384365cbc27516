"""Whether a rule does what its examples say: the test of every rule, ours and the team's."""

from collections.abc import Iterator
from dataclasses import dataclass

from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of, unmarked
from composer.lint.finding import Finding
from composer.lint.rule import Example, Rule, RuleSet

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """An example that does not hold: a sentence for people, and words to find it by."""

    sentence: str
    near: str


def fault_of(rule: Rule) -> Fault | None:
    """Return the first example of a rule that does not hold, or None when all do."""
    return next(faults_of(rule), None)


def faults_of(rule: Rule) -> Iterator[Fault]:
    """Yield the examples of a rule that do not hold.

    Bad examples are flagged exactly where they are marked; the first fix of each, where there is
    one, gives the good example of the same place; good and quiet ones are silent. Fixes are looked
    at once all that is right.
    """
    engine = Engine(RuleSet([rule]))
    holds = True
    for fault in (*_bad_faults(engine, rule), *_silence_faults(engine, rule)):
        holds = False
        yield fault
    if holds:
        yield from _fix_faults(engine, rule)


def fixed(text: str, findings: tuple[Finding, ...]) -> str:
    """Return a text with the first fix of each finding put in, from the end to the start."""
    for finding in sorted(findings, key=lambda f: -(f.start or 0)):
        if finding.fixes and finding.start is not None and finding.end is not None:
            text = text[: finding.start] + finding.fixes[0] + text[finding.end :]
    return text


def _bad_faults(engine: Engine, rule: Rule) -> Iterator[Fault]:
    for example in rule.bad:
        fault = _bad_fault(engine, example)
        if fault is not None:
            yield fault


def _silence_faults(engine: Engine, rule: Rule) -> Iterator[Fault]:
    for kind, examples in (("good", rule.good), ("quiet", rule.quiet)):
        for example in examples:
            found = engine.findings(reply_of(example), Dismissed())
            if found:
                said = f"The {kind} example “{_short(example)}” is flagged: “{_words(found[0])}”."
                yield Fault(said, _near(example))


def _bad_fault(engine: Engine, example: Example) -> Fault | None:
    marked = unmarked(example.draft)
    found = engine.findings(reply_of(example), Dismissed())
    spans = [(f.start, f.end) for f in found if f.start is not None]
    absent = any(f.start is None for f in found)
    if spans == list(marked.spans) and absent == marked.absent:
        return None
    flagged = ", ".join(f"“{_words(f)}”" for f in found) or "nothing"
    return Fault(
        f"In the bad example “{_short(example)}” {flagged} is flagged, not what is marked.", _near(example)
    )


def _fix_faults(engine: Engine, rule: Rule) -> Iterator[Fault]:
    for bad, good in zip(rule.bad, rule.good, strict=False):
        found = engine.findings(reply_of(bad), Dismissed())
        if not found or not all(finding.fixes for finding in found):
            continue
        put_right = fixed(unmarked(bad.draft).text, found)
        if put_right != good.draft:
            yield Fault(
                f"The fix of “{_short(bad)}” gives “{put_right.strip()}”, not the good example.", _near(bad)
            )


def _words(finding: Finding) -> str:
    return finding.text or finding.message


def _short(example: Example) -> str:
    words = " ".join(example.draft.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _near(example: Example) -> str:
    return example.draft.split("\n")[0][:_SHOWN]
