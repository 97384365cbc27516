"""What the agent did not write gives no finding, whatever stands in it; the same words typed give one.

Walks the registry, so that a new rule is held to it without being named here.
"""

import pytest

from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of, unmarked
from composer.lint.registry import built_in_rules
from composer.lint.rule import Example, Rule, RuleSet, WholeReply

RULES = tuple(built_in_rules())
DISCLAIMER = "This message is confidential and only for the intended recipient."


def looks_everywhere(rule: Rule) -> bool:
    """Whether a rule says in its signature that it looks into quotes too."""
    return isinstance(rule.reads, WholeReply) and rule.reads.quotes_too


def triggers_of(rule: Rule) -> list[tuple[Example, str]]:
    """Return the bad examples of a rule with their words, those about something absent left out."""
    marked = ((example, unmarked(example.draft)) for example in rule.bad)
    return [(example, one.text) for example, one in marked if not one.absent]


def own_lines(text: str) -> str:
    """Return a text on single lines without quotes and empty lines, as a signature would hold it."""
    return "\n".join(line for line in text.splitlines() if line.strip() and not line.startswith(">"))


def around(text: str) -> str:
    """Return a draft of ours with a text in its quote, its code, its signature and its disclaimer."""
    quote = "\n".join(f"> {line}" for line in text.splitlines())
    lines = own_lines(text)
    return f"{quote}\n\nHere it is.\n\n```\n{lines}\n```\n\n-- \n{lines}\n\n{DISCLAIMER} {lines}\n"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_words_of_others_give_nothing_and_typed_ones_something(rule: Rule) -> None:
    """In the circumstances of each bad example, so that rules that need a mail or a team are walked too."""
    if looks_everywhere(rule):
        pytest.skip("it looks everywhere on purpose")
    for example, text in triggers_of(rule):
        engine = Engine(RuleSet([rule]))
        typed = engine.findings(reply_of(example), Dismissed())
        assert any(one.start is not None for one in typed)
        others = engine.findings(reply_of(example, text=around(text)), Dismissed())
        assert [one.text for one in others if one.start is not None] == []


def test_every_rule_has_a_trigger_or_is_about_something_absent() -> None:
    """None slips through the walk above for want of an example with a place."""
    without = {rule.id for rule in RULES if not triggers_of(rule)}
    absent = {rule.id for rule in RULES if any(unmarked(example.draft).absent for example in rule.bad)}
    assert without <= absent


def test_all_triggers_at_once_give_nothing() -> None:
    """A mail whose quote, code, signature and disclaimer hold the triggers of all rules, read by all."""
    rules = [rule for rule in RULES if not looks_everywhere(rule)]
    texts = [text for rule in rules for example, text in triggers_of(rule) if not example.circumstances]
    found = Engine(RuleSet(rules)).findings(
        reply_of(Example(""), text=around("\n\n".join(texts))), Dismissed()
    )
    assert [(one.rule, one.text) for one in found] == []
