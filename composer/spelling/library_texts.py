"""Whether a library writes a word: looked for only when it is asked about, so that nothing is built ahead."""

import re
from collections.abc import Callable, Iterable


class LibraryTexts:
    """The texts of one state of a library, read when a word is looked for; answers are kept."""

    def __init__(self, texts: Callable[[], Iterable[str]]) -> None:
        self._read = texts
        self._texts: tuple[str, ...] | None = None
        self._known: dict[str, bool] = {}

    def hold(self, word: str) -> bool:
        """Tell whether a word stands in them as written, in small letters, or with a capital."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._holds(word)
        return known

    def _holds(self, word: str) -> bool:
        if self._texts is None:
            self._texts = tuple(self._read())
        forms = {word, word.lower(), word.capitalize()}
        alone = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms)))})(?!\w)")
        return any(form in text and alone.search(text) is not None for text in self._texts for form in forms)
