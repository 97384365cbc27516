"""What of an article goes to a customer; colours; the preview's page."""

from datetime import UTC, datetime

import pytest

from composer.draft import Draft
from composer.mail.message import Address
from composer.mail.outgoing import compose_reply
from desktop.look.answer_colours import SWATCHES, as_colour_blind, seen_colour_blind
from desktop.reply.draft.draft_lines import LineInk, line_inks
from desktop.reply.knowledge.customer_words import customer_words
from desktop.reply.preview.preview_page import preview_page

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
ARTICLE = "Works from 4.1.\n\n## Steps\n\n1. Open [settings](kb:settings).\n\n## Limits\n\nNone.\n"


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("", "Works from 4.1."),
        ("Steps", "1. Open settings."),
        ("Limits", "None."),
        ("Nowhere", "Works from 4.1."),
    ],
)
def test_one_section_goes_without_its_heading(section: str, words: str) -> None:
    """Links into our own library become their words."""
    assert customer_words(ARTICLE, section) == words


def test_links_to_the_web_stay() -> None:
    """Only our own articles can't be reached by a customer."""
    assert customer_words("[x](https://example.org)") == "[x](https://example.org)"


def test_no_swatch_is_seen_as_another_by_the_colour_blind() -> None:
    """All stay apart from each other, if only a little; grey stays grey."""
    seen = {seen_colour_blind(swatch.colour) for swatch in SWATCHES}
    assert len(seen) == len(SWATCHES)
    assert seen_colour_blind("#808080") in ("#808080", "#7F8080", "#80807F", "#7F7F80")
    assert as_colour_blind("color:#FF0000;x") != "color:#FF0000;x"


def test_lines_have_the_ink_of_the_finished_mail() -> None:
    """A greeting and a closing are no answers."""
    text = "Hi\n\n> q?\n\nYes.\n\nBest regards,\nKim"
    words, quote, answer = LineInk.WORDS, LineInk.QUOTE, LineInk.ANSWER
    assert line_inks(text) == [words, words, quote, answer, answer, answer, words, words]


def test_a_bare_name_below_the_last_quote_has_no_colour() -> None:
    """A draft begins that way: the quotes, and the agent's name."""
    text = "> q?\n\nInes\n"
    assert line_inks(text, "Ines Duarte")[2] is LineInk.WORDS
    assert line_inks("> Which plugin?\n\nDeposits\n", "Ines Duarte")[2] is LineInk.ANSWER


def test_the_preview_draws_bars_and_knows_the_dark_window() -> None:
    """The style sheet goes; bars, numbers and the colours of the window stay; the first quote has room."""
    draft = Draft("Hi\n\n> q\n>> r\n>>> s\n\nYes.\n\nBest,\nKim\n")
    answer = draft.text.index("\nYes")
    reply = compose_reply(
        draft, None, sender=Address("Kim"), answer_colour="#186DEC", badges={answer: (2,)}, now=NOW
    )
    for dark in (False, True):
        page = preview_page(reply.dark_html if dark else reply.html, dark=dark)
        assert "<style>" not in page
        assert ("#186dec" in page.lower()) is not dark
        assert page.count("<table") == 3
        assert page.count("<blockquote") == page.count("</blockquote>") == 1
        assert page.index("font-size:6px") < page.index("<table")
        assert "&nbsp;2&nbsp;" in page


def test_a_paragraph_that_the_file_wrapped_comes_as_one_line() -> None:
    assert customer_words("Open the settings\nand press Save.\n\nThen wait.") == (
        "Open the settings and press Save.\n\nThen wait."
    )
