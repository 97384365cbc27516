"""The one converter between Python's offsets (code points) and Qt's positions (UTF-16 units)."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts offsets of one text, both ways, in O(log n) of its characters beyond the BMP.

    Qt counts UTF-16 units, so every emoji shifts all positions behind it by one. Build one table
    per version of the text and ask it for every span.
    """

    def __init__(self, text: str) -> None:
        self.length = len(text)
        # isascii is O(1), so the usual draft costs nothing.
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._astral_utf16 = [offset + before for before, offset in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """Return Qt's position for an offset in code points."""
        return offset + bisect_left(self._astral, offset)

    def from_utf16(self, position: int) -> int:
        """Return the offset in code points for Qt's position; half a character counts as none of it."""
        behind = bisect_left(self._astral_utf16, position)
        inside = behind > 0 and position == self._astral_utf16[behind - 1] + 1
        return self._astral[behind - 1] if inside else position - behind

    def span_to_utf16(self, start: int, end: int) -> tuple[int, int]:
        """Return both ends of a span as Qt's positions."""
        return self.to_utf16(start), self.to_utf16(end)


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units Qt counts in a text."""
    return Offsets(text).to_utf16(len(text))
