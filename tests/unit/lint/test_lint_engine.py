"""The engine: only what changed, no rule breaks the rest, one place one finding."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.finding import Finding, Reading, Severity
from composer.lint.overlaps import settled
from composer.lint.own_words import OwnWordsReader, Passage
from composer.lint.reply import Reply
from composer.lint.rule import EachPassage, Example, Hit, Rule, RuleSet, Setting, WholeReply


def rule(check, rule_id: str = "odd", *, whole: bool = False, severity: Severity = Severity.WARNING) -> Rule:
    reads = WholeReply(check) if whole else EachPassage(check)
    examples = (Example("a"), Example("b"))
    return Rule(rule_id, Reading.TONE, severity, "Odd", "It reads well.", reads, examples, examples)


def word(wanted: str, seen: list[str] | None = None):
    def check(passage: Passage, setting: Setting) -> Iterator[Hit]:
        if seen is not None:
            seen.append(passage.text)
        at = passage.words.find(wanted)
        if at >= 0:
            yield Hit(at, at + len(wanted), f"“{wanted}” is odd.")

    return check


class Lint:
    """An engine with its reader, as a reviewer holds them."""

    def __init__(self, *rules: Rule, **options) -> None:
        self.engine = Engine(RuleSet(rules), **options)
        self.reader = OwnWordsReader()

    def __call__(self, text: str, dismissed: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
        draft = Draft(text)
        reply = Reply(draft, self.reader.read(draft), Context())
        return self.engine.findings(reply, Dismissed(dismissed))


def test_offsets_are_of_the_draft() -> None:
    """A hit in a passage becomes a span of the draft in code points."""
    (found,) = Lint(rule(word("odd")))("> quote\n\n\U0001f600 one\n\nan odd one\n")
    assert found.text == "odd"
    assert found.start == 19


def test_only_what_changed_is_read_again() -> None:
    """After an edit in one passage the other passages are not read again."""
    seen: list[str] = []
    lint = Lint(rule(word("x", seen)))
    lint("One.\n\nTwo.\n\nThree.\n")
    seen.clear()
    lint("One.\n\nTwo more.\n\nThree.\n")
    assert seen == ["Two more."]


def test_a_rule_that_raises_is_a_finding_about_itself() -> None:
    """It is named, switched off, and the others go on."""

    def broken(passage: Passage, setting: Setting) -> Iterator[Hit]:
        raise ZeroDivisionError

    lint = Lint(rule(broken, "broken"), rule(word("odd")))
    found = lint("an odd one\n")
    assert [one.rule for one in found] == ["odd", "broken"]
    assert "off until the next start" in found[1].message
    assert [one.rule for one in lint("an odd word\n")] == ["odd", "broken"]


def test_a_rule_that_takes_too_long_is_switched_off() -> None:
    """Past its time a rule is off, and its finding says so."""
    ticks = iter(range(1000))
    lint = Lint(rule(word("odd"), "slow"), clock=lambda: next(ticks))
    lint("an odd one\n")
    assert lint.engine.troubles[0].rule.id == "slow"
    assert "250 ms" in lint.engine.troubles[0].sentence


def test_a_rule_that_was_slow_once_stays_on() -> None:
    """One slow run may be the machine's: the second one decides."""
    ticks = iter([0, 1, 1, 1])
    lint = Lint(rule(word("odd"), "slow"), clock=lambda: next(ticks))
    assert [one.rule for one in lint("an odd one\n")] == ["slow"]
    assert lint.engine.troubles == ()


def test_a_hit_outside_the_text_is_dropped() -> None:
    """Empty and foreign spans never reach the window."""

    def wild(reply: Reply) -> Iterator[Hit]:
        yield Hit(2, 2, "Empty.")
        yield Hit(3, 999, "Too far.")

    assert Lint(rule(wild, whole=True))("short\n") == ()


def test_dismissed_findings_are_silent() -> None:
    """Here, or the whole rule."""
    lint = Lint(rule(word("odd")))
    text = "This is an odd thing to say.\n\nAnother odd thing to do.\n"
    first, second = lint(text)
    assert lint(text, frozenset({first.anchor})) == (second,)
    assert lint(text, frozenset({"odd"})) == ()


def test_what_was_dismissed_brings_up_no_other_rule_on_its_words() -> None:
    """Who keeps a formula has decided about the phrases in it; a silent rule leaves them to the others."""
    whole = replace(rule(word("an odd thing"), "whole"), about_wording=True)
    part = replace(rule(word("odd thing"), "part"), about_wording=True)
    lint = Lint(replace(whole, severity=Severity.STOP), part)
    text = "This is an odd thing to say.\n"
    (found,) = lint(text)
    assert found.rule == "whole"
    assert lint(text, frozenset({found.anchor})) == ()
    assert [each.rule for each in lint(text, frozenset({"whole"}))] == ["part"]


def test_a_dismissal_survives_edits_nearby() -> None:
    """Words before, after and even next to the flagged ones may change."""
    lint = Lint(rule(word("odd")))
    (found,) = lint("We think that this is an odd thing to say to a customer.\n")
    dismissed = frozenset({found.anchor})
    for text in (
        "A new first line.\n\nWe think that this is an odd thing to say to a customer.\n",
        "We think that it is an odd thing to say to a customer.\n",
        "We think that this is an odd thing to write to a customer.\n",
        "Hi.\n\n> quote\n\nWe think that this is an odd thing to say.\n",
    ):
        assert lint(text, dismissed) == ()


def test_a_dismissed_sentence_may_be_put_right() -> None:
    """A finding on a whole sentence stays dismissed while words in it are mended."""

    def sentence(passage: Passage, setting: Setting) -> Iterator[Hit]:
        yield from (Hit(one.start, one.end, "Odd.") for one in passage.sentences if "odd" in one.text)

    lint = Lint(rule(sentence))
    before, after = "We read your mail twice.", "It is on page four."
    (found,) = lint(f"{before} The parcel was sent to an odd adress near the old harbour. {after}\n")
    dismissed = frozenset({found.anchor})
    mended = f"{before} The parcel was sent, we see, to an odd address near the harbour. {after}\n"
    assert lint(mended, dismissed) == ()
    assert lint(f"{before} An odd number of keys came back to us on Monday. {after}\n", dismissed)
    elsewhere = "The parcel was sent to an odd address near the old harbour. That was wrong, and we pay."
    assert lint(f"Hi.\n\n{elsewhere}\n", dismissed)


def test_a_finding_about_a_rule_may_be_dismissed() -> None:
    """Who has read that a rule is off need not read it on every card list."""

    def broken(passage: Passage, setting: Setting) -> Iterator[Hit]:
        raise ZeroDivisionError

    lint = Lint(rule(broken, "broken"))
    (found,) = lint("an odd one\n")
    assert lint("an odd one\n", frozenset({found.anchor})) == ()


def test_a_dismissal_does_not_spread() -> None:
    """The same word in another sentence is still found."""
    lint = Lint(rule(word("odd")))
    (found,) = lint("We think that this is an odd thing to say.\n")
    assert lint("Your invoice has an odd number of items.\n", frozenset({found.anchor}))


def finding(
    rule_id: str, start: int, end: int, severity: Severity = Severity.WARNING, fixes: tuple[str, ...] = ()
):
    return Finding(rule_id, Reading.TONE, severity, start, end, "x" * (end - start), "m", fixes)


def test_of_two_findings_on_the_same_words_the_heavier_stays() -> None:
    """One place, one thing to do, where both are about wording."""
    light, heavy = finding("a", 5, 15), finding("b", 4, 14, Severity.STOP)
    assert settled([light, heavy], about_wording={"a", "b"}) == (heavy,)
    assert len(settled([light, heavy])) == 2


def test_a_finding_within_a_long_one_stays() -> None:
    """A word within a flagged sentence is something else."""
    long, short = finding("a", 0, 60), finding("b", 10, 15)
    assert settled([short, long]) == (long, short)


def test_a_formula_takes_in_the_phrases_that_it_is_made_of() -> None:
    """Who leaves the closing out need not be told of the stuffy words in it."""
    formula, inside = finding("canned-closing", 0, 70), finding("stuffy-phrase", 40, 60)
    both = {"canned-closing", "stuffy-phrase"}
    assert settled([inside, formula], about_wording=both) == (formula,)
    assert len(settled([inside, formula, finding("shouting", 5, 9)], about_wording=both)) == 2


def test_doubles_of_one_rule_are_one() -> None:
    """A rule never marks the same words twice."""
    assert len(settled([finding("a", 0, 10), finding("a", 0, 10), finding("a", 2, 6)])) == 1


_FIRST_RULE = """
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of
from composer.lint.finding import Reading, Severity
from composer.lint.rule import EachPassage, Example, Rule, RuleSet
from composer.spelling.dictionary import dictionary
from composer.when import grammar_en

def check(passage, setting):
    print(grammar_en._vague_pattern.cache_info().currsize, dictionary.cache_info().currsize)
    return ()

reads = EachPassage(check, with_dictionary=True)
rule = Rule("odd", Reading.TONE, Severity.HINT, "Odd", "So.", reads, (), ())
Engine(RuleSet([rule])).findings(reply_of(Example("One.")), Dismissed())
"""


def test_no_rule_is_blamed_for_what_is_made_once() -> None:
    """In a new process, patterns and dictionary are there before the first rule runs."""
    told = subprocess.run([sys.executable, "-c", _FIRST_RULE], check=True, capture_output=True, text=True)
    assert told.stdout.split() == ["1", "1"]
