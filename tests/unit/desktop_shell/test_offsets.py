"""Offsets cross between code points and UTF-16 units without a shift."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.offsets import Offsets, utf16_length

CASES = [
    ("", 0, 0),
    ("plain", 3, 3),
    ("é – ü", 4, 4),
    ("😀x", 0, 0),
    ("😀x", 1, 2),
    ("a😀b😀c", 5, 7),
    ("👩‍🚀 go", 3, 5),
]


@pytest.mark.parametrize(("text", "offset", "position"), CASES)
def test_an_offset_has_one_position(text: str, offset: int, position: int) -> None:
    """Characters beyond the BMP count twice in Qt."""
    table = Offsets(text)
    assert table.to_utf16(offset) == position
    assert table.from_utf16(position) == offset


@given(st.text(alphabet=st.sampled_from("ab\n é😀👩🚀\u200d\U0010ffff\uffff"), max_size=40))
def test_positions_are_those_of_the_encoded_text(text: str) -> None:
    """The table agrees with the encoder at every offset, and there and back is the same place."""
    table = Offsets(text)
    for offset in range(len(text) + 1):
        position = len(text[:offset].encode("utf-16-le")) // 2
        assert table.to_utf16(offset) == position
        assert table.from_utf16(position) == offset
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


def test_half_a_character_counts_as_none_of_it() -> None:
    """A position between the two units of an emoji means its start."""
    assert Offsets("a😀b").from_utf16(2) == 1


def test_a_span_converts_both_ends() -> None:
    """A span keeps its words."""
    assert Offsets("😀 two 😀").span_to_utf16(2, 5) == (3, 6)
