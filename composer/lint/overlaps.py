"""Settle findings that lie on one another: one place, one thing to do."""

from collections.abc import Collection, Iterable

from composer.lint.finding import Finding, Severity

_FORMULAS = frozenset(["canned-opening", "canned-closing", "hollow-apology"])
_WEIGHT = {Severity.STOP: 2, Severity.WARNING: 1, Severity.HINT: 0}


def settled(findings: Iterable[Finding], *, about_wording: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return findings in the order of the text, absences first, without doubles.

    Two findings of rules about wording that cover mostly the same words are one to the agent: the
    heavier stays, then the longer, then the one that has a fix. A finding within a much longer one is
    something else and stays, and so do two faults of one place: red, and not the first answer's colour.
    Only a formula, whose advice is to leave it out, takes in the phrases that it is made of.
    """
    absent: dict[str, Finding] = {}
    placed: list[Finding] = []
    for finding in findings:
        if finding.start is None:
            absent.setdefault(f"{finding.anchor} {finding.question}", finding)
        else:
            placed.append(finding)
    return (*absent.values(), *_without_doubles(placed, about_wording))


def _without_doubles(findings: list[Finding], about_wording: Collection[str]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in sorted(findings, key=_place):
        rivals = _rivals(kept, finding, about_wording)
        if any(_outweighs(rival, finding) for rival in rivals):
            continue
        for rival in rivals:
            kept.remove(rival)
        kept.append(finding)
    return kept


def _rivals(kept: list[Finding], finding: Finding, about_wording: Collection[str]) -> list[Finding]:
    rivals = []
    for other in reversed(kept[-12:]):
        if _same_place(other, finding, about_wording):
            rivals.append(other)
    return rivals


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.start or 0, -(finding.end or 0))


def _same_place(one: Finding, other: Finding, about_wording: Collection[str]) -> bool:
    (a, b), (c, d) = _span(one), _span(other)
    shared = min(b, d) - max(a, c)
    if shared <= 0:
        return False
    if one.rule == other.rule:
        return True
    if one.rule not in about_wording or other.rule not in about_wording:
        return False
    outer = one if b - a >= d - c else other
    if outer.rule in _FORMULAS and shared == min(b - a, d - c):
        return True
    return shared * 10 >= 6 * max(b - a, d - c)


def _outweighs(one: Finding, other: Finding) -> bool:
    return _worth(one) >= _worth(other)


def _worth(finding: Finding) -> tuple[int, int, int]:
    start, end = _span(finding)
    return (_WEIGHT[finding.severity], end - start, len(finding.fixes) > 0)


def _span(finding: Finding) -> tuple[int, int]:
    return (finding.start or 0, finding.end or 0)
