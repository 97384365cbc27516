"""Whether words are meant to be in a dictionary's language: in another one, in code and in logs are no slips.

A word that the dictionary lacks may be foreign or misspelt. A slip of a common word of the language speaks
for it, as a known word does; what is neither speaks against.
"""

from collections.abc import Sequence

from composer.mail.language import language_of
from composer.spelling.corrections import corrections
from composer.spelling.dictionary import Dictionary
from composer.spelling.word_forms import plain

# Chosen on texts in 19 languages that are not the dictionary's, and on texts in its own with slips in a
# third and in two thirds of their words.
_FEW_UNKNOWN = 0.3
_LEAST_KNOWN = 0.25
_MOST_FOREIGN = 0.2
# Shorter words are near to a common one of any language.
_LEAST_LETTERS = 4
# Looking for a correction takes a millisecond or two: so many words tell about the rest.
_SAMPLE = 24


def is_in_language(text: str, read: int, unknown: Sequence[str], dictionary: Dictionary) -> bool:
    """Tell whether a text is in a dictionary's language, by its small words and by those it lacks.

    ``read`` counts the words of the text that were looked up, ``unknown`` are those the dictionary lacks.
    A single one says nothing.
    """
    if len(unknown) <= 1:
        return True
    if len(unknown) > _FEW_UNKNOWN * read and _is_foreign(read, unknown, dictionary):
        return False
    return language_of(text) in (dictionary.language, "und")


def _is_foreign(read: int, unknown: Sequence[str], dictionary: Dictionary) -> bool:
    if read - len(unknown) < _LEAST_KNOWN * read:
        return True
    sample = unknown[:_SAMPLE]
    slips = sum(_is_slip(word, dictionary) for word in sample)
    foreign = len(unknown) * (len(sample) - slips) / len(sample)
    return foreign > max(1, _MOST_FOREIGN * read)


def _is_slip(word: str, dictionary: Dictionary) -> bool:
    return len(word) >= _LEAST_LETTERS and bool(corrections(plain(word), dictionary))
