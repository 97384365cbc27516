"""Sentences are stretches of the text, whatever the text looks like."""

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


@given(st.text(alphabet=st.sampled_from(list('ab .?!\n-1)*\u00e9\u3002:("')), max_size=200))
def test_sentences_are_verbatim_and_in_order(text):
    """Every sentence is cut out of the text at its offsets; none overlap; nothing but space is between."""
    end = 0
    for sentence in sentences_of(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= end
        end = sentence.end
