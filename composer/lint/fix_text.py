"""Make a fix final text: the case of what stood there, *a* or *an* before it, nothing doubled."""

import re
from dataclasses import dataclass

_VOWEL_SOUND = re.compile(
    r"(?!(?:uni(?!n)|use|usu|eu|one\b|once|ubiq|util))[aeiou]|hour|honest|heir|honou?r", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"(?:\s*,)?(\s+)([^\W\d_]+(?:['’]\w+)*)")


@dataclass(frozen=True, slots=True)
class Fix:
    """A span of the text and the final texts that may stand there instead."""

    start: int
    end: int
    texts: tuple[str, ...]


def fitted(text: str, start: int, end: int, alternatives: tuple[str, ...]) -> Fix:
    """Return alternatives for ``text[start:end]`` as final text.

    An empty alternative leaves the words out: the span then takes the next word with it, which gets
    the capital where the words began a sentence. The span takes *a* or *an* before it when the
    alternative needs the other one.
    """
    words = text[start:end]
    if "" in alternatives:
        return _left_out(text, start, end)
    cased = tuple(with_case_of(words, alternative) for alternative in alternatives)
    article = _ARTICLE.search(text[max(0, start - 4) : start])
    if article is None or all(_article_for(one) == article.group(1).lower() for one in cased):
        return Fix(start, end, cased)
    texts = tuple(with_case_of(article.group(1), _article_for(one)) + article.group(2) + one for one in cased)
    return Fix(start - len(article.group()), end, texts)


def with_case_of(model: str, text: str) -> str:
    """Return a text in the case of a model: ALL CAPITALS, a first capital, or as it is."""
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return text.upper()
    if letters and letters[0].isupper():
        return text[:1].upper() + text[1:]
    return text


def _article_for(word: str) -> str:
    return "an" if _VOWEL_SOUND.match(word.lstrip('*_"“')) else "a"


def _left_out(text: str, start: int, end: int) -> Fix:
    after = _NEXT_WORD.match(text, end)
    if after is None:
        return _left_out_at_end(text, start, end)
    following = after.group(2)
    first = text[start : start + 1]
    if first.isupper() and not following[:1].isupper():
        following = following[:1].upper() + following[1:]
    return Fix(start, after.end(), (following,))


def _left_out_at_end(text: str, start: int, end: int) -> Fix:
    """Leave out words before a full stop: the word before them stands in for the span."""
    before = re.search(r"([^\W_]+(?:['’]\w+)*),?\s+$", text[max(0, start - 60) : start])
    if before is None:
        return Fix(start, end, ())
    return Fix(start - (len(before.group())), end, (before.group(1),))
