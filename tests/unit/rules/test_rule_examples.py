"""One harness for every rule: span, silence, fix, own words, and the shape of its speed."""

import pytest

from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of, unmarked
from composer.lint.examples_hold import fault_of, fixed
from composer.lint.registry import built_in_rules
from composer.lint.rule import Example, Rule, RuleSet, WholeReply

RULES = tuple(built_in_rules())


@pytest.fixture(params=RULES, ids=lambda rule: rule.id)
def rule(request: pytest.FixtureRequest) -> Rule:
    return request.param


def findings(rule: Rule, example: Example, text: str | None = None):
    return Engine(RuleSet([rule])).findings(reply_of(example, text=text), Dismissed())


def looks_into_quotes(rule: Rule) -> bool:
    return isinstance(rule.reads, WholeReply) and rule.reads.quotes_too


def test_few_rules_look_into_quotes() -> None:
    """Only what must not leave at all is looked for outside the agent's own words."""
    assert {rule.id for rule in RULES if looks_into_quotes(rule)} <= {
        "secret-left",
        "colour-only-answer",
        "broken-quote",
    }


def without_quotes(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith(">"))


def test_examples_hold(rule: Rule) -> None:
    """Bad examples are flagged where they are marked, good and quiet ones are silent, fixes give the good."""
    fault = fault_of(rule)
    assert fault is None, fault


def test_a_rule_explains_itself(rule: Rule) -> None:
    """Each rule has a title, a reason, two bad and two good examples, and look-alikes that pass."""
    assert rule.title
    assert rule.why.endswith(".")
    assert len(rule.bad) >= 2
    assert len(rule.good) == len(rule.bad)
    assert len(rule.quiet) >= 2
    assert rule.source


def test_messages_are_one_plain_sentence(rule: Rule) -> None:
    """A message is a sentence without braces or line ends left in it."""
    for example in rule.bad:
        for finding in findings(rule, example):
            assert finding.message
            assert "\n" not in finding.message
            assert "{words}" not in finding.message
            assert "{instead}" not in finding.message


def test_fixes_bring_back_no_finding_of_their_rule(rule: Rule) -> None:
    """Putting in the first fix leaves the rule silent."""
    for example in rule.bad:
        found = findings(rule, example)
        if found and all(finding.fixes for finding in found):
            text = fixed(unmarked(example.draft).text, found)
            assert not findings(rule, example, text)


def test_quoted_words_are_never_flagged(rule: Rule) -> None:
    """The same words in a quote give no finding, unless the rule is about something absent."""
    if looks_into_quotes(rule):
        pytest.skip("it looks into quotes on purpose")
    for example in rule.bad:
        marked = unmarked(example.draft)
        if marked.absent:
            continue
        quoted = "".join(f"> {line}\n" for line in marked.text.splitlines())
        assert not [f for f in findings(rule, example, quoted) if f.start is not None]


def test_code_is_never_flagged(rule: Rule) -> None:
    """The same words in fenced code give no finding."""
    if looks_into_quotes(rule):
        pytest.skip("it looks into code on purpose")
    for example in rule.bad:
        marked = unmarked(example.draft)
        if marked.absent:
            continue
        fenced = f"```\n{without_quotes(marked.text)}\n```\n"
        assert not [f for f in findings(rule, example, fenced) if f.start is not None]


def test_a_signature_is_never_flagged(rule: Rule) -> None:
    """The same words below a signature mark or within a disclaimer give no finding."""
    if looks_into_quotes(rule):
        pytest.skip("it looks everywhere on purpose")
    for example in rule.bad:
        marked = unmarked(example.draft)
        if marked.absent:
            continue
        signed = "Here it is.\n\n-- \n" + without_quotes(marked.text)
        assert not [f for f in findings(rule, example, signed) if f.start is not None]


def test_spans_lie_inside_the_text(rule: Rule) -> None:
    """With emoji and line ends of all kinds before it, a finding still spans the same words."""
    for example in rule.bad:
        marked = unmarked(example.draft)
        text = "\U0001f600 Ok.\u2028\n\n" + marked.text
        for finding in findings(rule, example, text):
            if finding.start is not None:
                assert text[finding.start : finding.end] == finding.text


HOSTILE = (
    "a" * 5000,
    " " * 5000,
    "!" * 5000,
    "(" * 2000 + "[" * 2000 + "{{" * 500 + "<span " * 500,
    "I'll look into " * 400,
    "soon " * 1000,
    "may 5 " * 800,
    "Mon " * 1000 + "1-" * 1000,
    "a@" * 2000 + "https://" * 300,
    "Thanks,\n" * 500 + "From: a\n" * 300 + "- a\n" * 300,
    "I've forwarded this a b c d " * 200,
    "password: " * 400 + "\U0001f600" * 500,
)


def test_hostile_words_switch_no_rule_off(rule: Rule) -> None:
    """Words that make careless patterns explode are read like any others: the rule ends and stays on."""
    engine = Engine(RuleSet([rule]), rule_seconds=5)
    for text in HOSTILE:
        engine.findings(reply_of(rule.bad[0], text=text), Dismissed())
    assert engine.troubles == ()
