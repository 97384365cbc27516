"""The words that this person added to the dictionary, kept in the settings."""

from composer.spelling.word_forms import plain
from desktop.settings import SettingsStore


class OwnDictionary:
    """Adds words and takes them back; raises WriteFailure where the settings can't be written."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    @property
    def words(self) -> frozenset[str]:
        """The words, in small letters."""
        return frozenset(map(plain, self._settings.current.own_words))

    def add(self, word: str) -> None:
        """Add a word."""
        self._settings.change(own_words=tuple(sorted({*self._settings.current.own_words, plain(word)})))

    def remove(self, word: str) -> None:
        """Take a word back."""
        kept = (one for one in self._settings.current.own_words if plain(one) != plain(word))
        self._settings.change(own_words=tuple(kept))
