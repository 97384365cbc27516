"""Patterns beside phrases, hints, messages without a fix, and silence for words that the customer uses."""

import pytest

from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Example, RuleSet
from composer.lint.rule_file import rule_from
from composer.lint.rule_text import RuleFailure, RuleText

RULE = """
id = "house-words"
title = "House words"
why = "Plain."
shape = "substitutions"
message = "“{words}” is ours; “{instead}” is theirs."
message_alone = "“{words}” is ours."
phrases = ["quux"]
patterns = ['''\\b(so {much} füße)[.!]''']
hints = ["plugin"]
except = ["quux again"]
bad = ["The «plugin» is new.", "A «quux» is new."]
good = ["The add-on is new.", "A thing is new."]
[words]
much = ["many", "viele"]
[swap]
"plugin" = "add-on"
"""


def findings(text: str, example: Example, rule: str = RULE) -> tuple[Finding, ...]:
    made, _ = rule_from(RuleText("house.toml", rule))
    return Engine(RuleSet([made])).findings(reply_of(example, text=text), Dismissed())


def found_in(text: str, rule: str = RULE, mail: str = "") -> list[tuple[str, str]]:
    return [(one.text, one.message) for one in findings(text, Example("", mail=mail), rule)]


def test_a_pattern_marks_its_first_group_across_lines_and_accents() -> None:
    """It reads the passage as one line, without accents; named words are filled in."""
    assert found_in("Das sind so\nviele Füße!\n") == [("so\nviele Füße", "“so viele Füße” is ours.")]


def test_a_phrase_without_a_fix_has_a_message_of_its_own() -> None:
    """Where there is nothing to say instead, nothing is offered."""
    assert found_in("A quux is new.\n") == [("quux", "“quux” is ours.")]
    assert found_in("A quux again.\n") == []


def test_a_hint_weighs_less_than_its_rule() -> None:
    """A phrase that plain writers use at times is a hint."""
    severities = [one.severity for one in findings("The plugin and a quux.\n", Example(""))]
    assert severities == [Severity.HINT, Severity.WARNING]


def test_customers_who_use_such_words_may_read_them() -> None:
    """With unless_theirs one word of the customer's is enough."""
    rule = RULE.replace('shape = "', 'unless_theirs = true\nshape = "')
    assert found_in("The plugin is new.\n", rule, mail="Where is the box?")
    assert not found_in("The plugin is new.\n", rule, mail="Where is the quux?")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('hints = ["nothing"]', "is no phrase of this rule"),
        ("patterns = ['''(?<=a)b''']", "look-around"),
    ],
)
def test_a_rule_that_does_not_hold_together_is_refused(line: str, said: str) -> None:
    """A hint that is no phrase, and a pattern that RE2 does not know, name their line."""
    key = line.split(" ")[0]
    lines = [line if one.startswith(f"{key} =") else one for one in RULE.splitlines()]
    with pytest.raises(RuleFailure, match=said):
        rule_from(RuleText("house.toml", "\n".join(lines)))
