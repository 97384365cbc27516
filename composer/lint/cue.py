"""A look ahead of a pattern: words of which one stands in everything that it can find."""

import re


class Cue:
    """Words of which one stands in every hit of a pattern; where none stands, the pattern need not be tried.

    They are looked for as they are, inside of other words too, in a text in small letters: 40 of them cost a
    twentieth of a pattern that tries as many without regard to case at every letter. ``pattern`` (for small
    letters too) has the last word where one of them stands.
    """

    def __init__(self, words: str, pattern: str = "") -> None:
        """Take words in small letters, parted by ``|``."""
        self.words = tuple(words.split("|"))
        self._pattern = re.compile(pattern) if pattern else None

    def stands_in(self, small: str) -> bool:
        """Tell whether a cue stands in a text in small letters (``Passage.small``)."""
        if not any(map(small.__contains__, self.words)):
            return False
        return self._pattern is None or self._pattern.search(small) is not None


# Letters that a pattern without regard to case takes for others, and that have no small form of their own.
_ALIKE = str.maketrans("\u0131\u0130\u017f", "iis")


def small_letters(text: str) -> str:
    """Return a text in small letters, in those that patterns without regard to case take for the same."""
    return text.lower() if text.isascii() else text.translate(_ALIKE).lower()
