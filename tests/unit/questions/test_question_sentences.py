"""Sentences are stretches of the text, whatever the text looks like."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.questions.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("I use v. 2.4 e.g. on Windows. It works.", ["I use v. 2.4 e.g. on Windows.", "It works."]),
        ("A line that was wrapped by the mail\nprogram goes on here. Next.", None),
        ("Hi Sam,\nwhere is it?", ["Hi Sam,", "where is it?"]),
        ("- first thing\n- second thing?", ["first thing", "second thing?"]),
        ("1. first\n2) second", ["first", "second"]),
        ("no end\n\nnew paragraph", ["no end", "new paragraph"]),
        ("Am 3. März kam nichts. Warum?", ["Am 3. März kam nichts.", "Warum?"]),
        ("Really?! Yes…", ["Really?!", "Yes…"]),
        ("Hello :) how are you", ["Hello :)", "how are you"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    """Stops, abbreviations, ordinals, wrapped lines, items, smileys."""
    found = [sentence.text for sentence in sentences_of(text)]
    assert found == (sentences or ([text[: text.index(" Next.")], "Next."] if text else []))


@pytest.mark.parametrize("width", [24, 32, 40, 56, 72, 90])
@pytest.mark.parametrize(
    "sentence",
    [
        "And should I run the failed ones again by hand, or will that make it worse?",
        "Has it finished, or can we delete it?",
        "We moved the shop to a new server and since then the renewals stop, but the orders go through.",
        "Können wir die Rechnung noch ändern lassen, oder ist das nach der Zahlung zu spät für uns?",
    ],
)
def test_a_wrapped_line_cuts_no_sentence(sentence, width):
    """Wherever a mail program breaks the lines, the sentence stays one."""
    wrapped = "\n".join(textwrap.wrap(sentence, width))
    assert [each.text for each in sentences_of(wrapped)] == [wrapped]


@given(st.text(alphabet=st.sampled_from(list('ab .?!\n-1)*\u00e9\u3002:("')), max_size=200))
def test_sentences_are_verbatim_and_in_order(text):
    """Every sentence is cut out of the text at its offsets; none overlap; nothing but space is between."""
    end = 0
    for sentence in sentences_of(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= end
        end = sentence.end
