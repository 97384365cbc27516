"""Words with how often each was met, in a fraction of the memory that a dictionary of them takes.

Words that begin alike stand in one text, ``\\nword:count``; a look-up searches one such text of some kB.
"""

from collections.abc import Iterable, Mapping

_ALIKE = 3


class WordCounts:
    """Words with their counts, made piece by piece; looking one up takes about a microsecond."""

    def __init__(self, pieces: Iterable[Mapping[str, int]]) -> None:
        self._texts: dict[str, str] = {}
        self.total, self.least = 0, 0
        for counts in pieces:
            self._add(counts)

    def add_missing(self, words: Iterable[str]) -> None:
        """Add the words that are not there yet, each as rare as the rarest."""
        self._add({word: self.least for word in words if word not in self})

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is among them."""
        text = self._texts.get(word[:_ALIKE]) if isinstance(word, str) else None
        return text is not None and f"\n{word}:" in text

    def count_of(self, word: str) -> int:
        """Return how often a word was met, 0 for one that is not among them."""
        text = self._texts.get(word[:_ALIKE], "")
        at = text.find(f"\n{word}:")
        if at < 0:
            return 0
        start = at + len(word) + 2
        return int(text[start : text.index("\n", start)])

    def _add(self, counts: Mapping[str, int]) -> None:
        rows: dict[str, list[str]] = {}
        for word, count in counts.items():
            rows.setdefault(word[:_ALIKE], []).append(f"{word}:{count}\n")
            self.total += count
            self.least = min(self.least or count, count)
        for start, found in rows.items():
            self._texts[start] = self._texts.get(start, "\n") + "".join(found)
