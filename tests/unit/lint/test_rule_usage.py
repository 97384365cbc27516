"""How rules fare: what is counted, which rule is offered for demotion, what a softened one weighs."""

from composer.lint.finding import Finding, Reading, Severity
from composer.lint.usage import Usage, UsageCounter, softer, unwanted


def finding(rule: str, severity: Severity = Severity.WARNING) -> Finding:
    """Return a finding of a rule."""
    return Finding(rule, Reading.TONE, severity, 0, 1, "a", "A is said.")


def test_a_rule_dismissed_too_often_is_offered_for_demotion() -> None:
    """More than six in ten, of twenty or more; the least wanted first."""
    usages = {
        "a": Usage(20, 2, 13),
        "just six in ten": Usage(20, 0, 12),
        "too few": Usage(19, 0, 19),
        "b": Usage(30, 0, 30),
    }
    assert unwanted(usages) == ("b", "a")


def test_a_finding_that_stays_is_shown_once() -> None:
    """Reviews follow each other quickly; what was fixed or dismissed makes room for the next showing."""
    counter = UsageCounter()
    for _ in range(50):
        counter.reviewed([finding("a"), finding("a"), finding("b")])
    assert counter.taken() == {"a": Usage(shown=2), "b": Usage(shown=1)}
    counter.fixed("a")
    counter.reviewed([finding("a")])
    counter.dismissed("a")
    counter.reviewed([])
    counter.reviewed([finding("a")])
    assert counter.taken() == {"a": Usage(shown=1, fixed=1, dismissed=1)}
    assert counter.taken() == {}


def test_a_dismissal_taken_back_counts_no_more() -> None:
    """And the finding that comes back was shown before."""
    counter = UsageCounter()
    counter.reviewed([finding("a")])
    counter.dismissed("a")
    counter.undismissed("a")
    counter.reviewed([finding("a")])
    assert counter.taken() == {"a": Usage(shown=1)}


def test_a_softened_rule_weighs_a_step_less() -> None:
    """Stop becomes a warning, a warning a hint, a hint is left out; other rules stay as they are."""
    found = [finding("a", severity) for severity in Severity] + [finding("b", Severity.STOP)]
    assert [one.severity for one in softer(found, frozenset({"a"}))] == ["hint", "warning", "stop"]
