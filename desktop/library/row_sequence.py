"""Rows that are made when somebody looks at them: a list of 100,000 titles costs what is seen of it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")

_MOST_KEPT = 512


class RowSequence(Sequence[T], Generic[T]):
    """Rows by their place; ``keys`` are those of all rows, known before any of them is made.

    ``make`` gives the row at a place; the rows that were asked for last are kept.
    """

    def __init__(self, keys: Sequence[str], make: Callable[[int], T]) -> None:
        self.keys = list(keys)
        self._make = make
        self._places = {key: place for place, key in enumerate(self.keys)}
        self._made: dict[int, T] = {}

    def place_of(self, key: str) -> int:
        """Return the place of the row with a key, -1 where there is none."""
        return self._places.get(key, -1)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        if place not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            self._made[place] = self._make(place)
        return self._made[place]
