"""Rows that are made when they are looked at."""

import pytest

from desktop.library.row_sequence import RowSequence


def test_a_row_is_made_when_it_is_looked_at_and_kept() -> None:
    """Keys and length need none of them."""
    made: list[int] = []

    def make(place: int) -> str:
        made.append(place)
        return f"row {place}"

    rows = RowSequence(["a", "b", "c"], make)
    assert (len(rows), rows.place_of("b"), rows.place_of("z"), made) == (3, 1, -1, [])
    assert (rows[1], rows[1], rows[-1]) == ("row 1", "row 1", "row 2")
    assert made == [1, 2]
    assert list(rows) == rows[:] == ["row 0", "row 1", "row 2"]
    with pytest.raises(IndexError):
        rows[3]


def test_only_the_last_rows_are_kept() -> None:
    """Whoever scrolls through everything does not have everything made at once."""
    made: list[int] = []

    def make(place: int) -> int:
        made.append(place)
        return place

    rows = RowSequence([str(place) for place in range(2_000)], make)
    assert list(rows) == list(range(2_000))
    assert rows[0] == 0
    assert made == [*range(2_000), 0]
