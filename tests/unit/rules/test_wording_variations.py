"""Other ways to say what a rule's examples say, in four languages, and look-alikes from good writing.

One file a rule in ``variations/``: a draft a line, the look-alikes below *Not these:*. Where a rule reads
the mail along, it stands before the draft, with ``=>`` between.
"""

from pathlib import Path

import pytest

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of
from composer.lint.finding import Finding
from composer.lint.registry import built_in_rules
from composer.lint.rule import Example, RuleSet
from composer.mail.message import Address, Message
from composer.questions.understand import understand
from composer.review import Reviewer

FOLDER = Path(__file__).with_name("variations")
RULES = built_in_rules()


def cases(part: int) -> list[tuple[str, str]]:
    """Return rule and draft: of the faults (0) or of the look-alikes (1)."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n\nNot these:\n")[part].splitlines()
        found += [(path.stem, line.replace("\\n", "\n") + "\n") for line in lines if line]
    return found


def findings(rule: str, line: str) -> tuple[Finding, ...]:
    mail, arrow, draft = line.partition(" => ")
    if arrow:
        read = understand(Message("question", Address("Jo Hartigan", "jo@hartigan.example"), f"{mail}\n"))
        return Reviewer(RuleSet([RULES[rule]])).review(Draft(draft), read, Context()).findings
    draft = line
    return Engine(RuleSet([RULES[rule]])).findings(reply_of(Example(draft)), Dismissed())


@pytest.mark.parametrize(("rule", "draft"), cases(0))
def test_a_fault_is_found_however_it_is_said(rule: str, draft: str) -> None:
    """The rule finds it, and its message is a sentence about this text."""
    found = findings(rule, draft)
    assert found
    assert all(one.message.endswith(".") and "{" not in one.message.replace("{{", "") for one in found)


@pytest.mark.parametrize(("rule", "draft"), cases(1))
def test_what_only_looks_like_it_passes(rule: str, draft: str) -> None:
    """Good writing with the same words gives no finding."""
    assert not findings(rule, draft)
