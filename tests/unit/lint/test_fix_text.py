"""Fixes are final text: case, article and capitals are right."""

import pytest

from composer.lint.fix_text import fitted
from composer.lint.promises.verb_forms import ing, past_forms, third


@pytest.mark.parametrize(
    ("text", "words", "alternative", "expected"),
    [
        ("Prior to that", "Prior to", "before", "Before that"),
        ("PRIOR TO THAT", "PRIOR TO", "before", "BEFORE THAT"),
        ("it is prior to that", "prior to", "before", "it is before that"),
        ("Please note that your key", "Please note that", "", "Your key"),
        ("ask, please note that your key", "please note that", "", "ask, your key"),
        ("in an expeditious way", "expeditious", "quick", "in a quick way"),
        ("a requisite step", "requisite", "important", "an important step"),
        ("An optimum size", "optimum", "best", "A best size"),
        ("a subsequent hour", "subsequent", "hourly", "an hourly hour"),
        ("we did it hereby.", "hereby", "", "we did it."),
    ],
)
def test_a_fix_is_final_text(text: str, words: str, alternative: str, expected: str) -> None:
    """What stands there after the fix needs no second thought."""
    at = text.index(words)
    fix = fitted(text, at, at + len(words), (alternative,))
    assert text[: fix.start] + fix.texts[0] + text[fix.end :] == expected


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("use", ("uses", "using", "used", "used")),
        ("try", ("tries", "trying", "tried", "tried")),
        ("begin", ("begins", "beginning", "began", "begun")),
        ("find out", ("finds out", "finding out", "found out", "found out")),
        ("stop", ("stops", "stopping", "stopped", "stopped")),
        ("give", ("gives", "giving", "gave", "given")),
        ("fix", ("fixes", "fixing", "fixed", "fixed")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, str, str, str]) -> None:
    """The first word of a verb is inflected, irregular verbs are known."""
    assert (third(verb), ing(verb), *past_forms(verb)) == forms
