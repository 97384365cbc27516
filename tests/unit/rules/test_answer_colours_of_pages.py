"""Answers that are hard to read, by day, by night, and on the ground that they bring."""

import pytest

from composer.draft_source import draft_from_html
from composer.lint.context import Context
from composer.lint.registry import built_in_rules
from composer.lint.rule import RuleSet
from composer.mail.parse import message_from_text
from composer.questions.understand import understand
from composer.review import Reviewer

NIGHT = (
    "<style>.a{{color:{day}}} @media (prefers-color-scheme: dark){{.a{{color:{night} !important}}}}</style>"
)


def told(html: str, *rules: str) -> list[str]:
    mail = understand(message_from_text("Does it ship?"))
    draft = draft_from_html(f"<blockquote>Does it ship?</blockquote>{html}")
    chosen = RuleSet(built_in_rules()[rule] for rule in rules)
    return [one.message for one in Reviewer(chosen).review(draft, mail, Context()).findings]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p style='color:#ddd'>Yes.</p>", "on white"),
        ("<p style='color:navy'>Yes.</p>", "in a dark mail window"),
        (NIGHT.format(day="blue", night="#8bf") + "<p class=a>Yes.</p>", ""),
        (NIGHT.format(day="#186DEC", night="#333") + "<p class=a>Yes.</p>", "in a dark mail window"),
        (
            "<style>@media (prefers-color-scheme: dark){p{color:#222}}</style><p>Yes.</p>",
            "in a dark mail window",
        ),
        ("<div style='background:#111;color:#eee'>Yes.</div>", ""),
        ("<div style='background:#fc0'><p style='color:#fff'>Yes.</p></div>", "on its background"),
        ("<body style='color:#ddd'><p>Yes.</p></body>", "on white"),
    ],
)
def test_contrast_is_measured_where_the_words_stand(html: str, words: str) -> None:
    """On white, in a dark window with what the draft sets for it, on a background of its own."""
    messages = told(html, "low-contrast-answer")
    assert len(messages) == bool(words)
    assert all(words in one for one in messages)


@pytest.mark.parametrize(
    "colour",
    [
        "oklch(63.7% 0.237 25.331)",
        "oklab(0.63 0.21 0.1)",
        "lab(54.3% 80.8 69.9)",
        "lch(54% 107 41)",
        "color(srgb 0.9 0.1 0.1)",
        "color(display-p3 1 0.1 0)",
        "light-dark(#c00, #f88)",
        "var(--mine, crimson)",
        "hwb(0 0% 20%)",
        "rgb(100% 5% 5% / 90%)",
    ],
)
def test_red_is_red_however_it_is_written(colour: str) -> None:
    """By lightness and hue, by a name of its own, in any space."""
    assert len(told(f"<p style='color:{colour}'>Yes.</p>", "red-answer")) == 1


@pytest.mark.parametrize(
    "colour",
    ["oklch(55% 0.2 260)", "lab(45% 10 -60)", "color(srgb 0.1 0.4 0.9)", "oklch(1)", "color(x 1 0 0)"],
)
def test_other_colours_are_not(colour: str) -> None:
    """Blues, and what is no colour."""
    assert told(f"<p style='color:{colour}'>Yes.</p>", "red-answer") == []
