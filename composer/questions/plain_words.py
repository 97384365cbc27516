"""Makes a sentence plain for matching: lower case, no accents, straight quotes, addresses and code masked."""

import re
import unicodedata
from functools import lru_cache

_MASKED = re.compile(
    r"```[^`]*```|`[^`\n]*`|<[^<>\s]*[@/:][^<>\s]*>|\b(?:https?|ftp|file)://\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+",
    re.IGNORECASE,
)
# Two words and more in quotation marks; inches have a number before them.
_QUOTED = re.compile(r"(?:(?<![\w\"])[\"“„](?=\w)[^\"“”„]{0,200}\s[^\"“”„]{0,200}[\"“”]|«\s?[^«»\n]{3,300}»)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FEWEST_AROUND = 2
# No sentence is longer; the words around each quotation are looked at.
_LONGEST_WITH_QUOTES = 5_000
# Without one of these a text holds nothing to mask.
_SIGNS = ("://", "@", "`", "www.", "<", "WWW.")
_TYPOGRAPHIC = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " "}
)
# "whats" for "what's", as many people type it.
_JOINED = {f"{word}s ": f"{word}'s " for word in ("what", "where", "when", "who", "how", "why")}

_FOLD = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x180), 0x1E9E)
    if unicodedata.decomposition(chr(code))
}
_FOLD |= {
    ord(letter): plain_letter for letter, plain_letter in zip("ßøØœŒæÆłŁđĐ", "soOoOaAlLdD", strict=True)
}


def folded(text: str) -> str:
    """Return a text of the same length without accents; RE2's word borders know ASCII letters only."""
    return text if text.isascii() else text.translate(_FOLD)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a sentence in lower case, single spaces, no accents; addresses become ``url``, code ``code``.

    Kept for a while: the same sentence is asked for questions, for what was tried, and for problems.
    """
    words = _MASKED.sub(_word_for, text) if any(sign in text for sign in _SIGNS) else text
    words = words if words.isascii() else words.translate(_TYPOGRAPHIC).translate(_FOLD)
    words = " ".join(words.split()).strip("*_\"'> ").lower()
    for joined, apart in _JOINED.items():
        if joined in words:
            words = f" {words}".replace(f" {joined}", f" {apart}")[1:]
    return words


def unquoted(text: str) -> str:
    """Return a text of the same length in which words in quotation marks, another's, have no meaning.

    Words after a colon, and those that stand for the whole text, are the writer's own.
    """
    if '"' not in text and (text.isascii() or not any(sign in text for sign in "“„«")):
        return text
    for start, end in quoted_spans(text):
        text = f"{text[: start + 1]}{'x' * (end - start - 2)}{text[end - 1 :]}"
    return text


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text in quotation marks that are another's words, with the marks."""
    if len(text) > _LONGEST_WITH_QUOTES:
        return []
    return [match.span() for match in _QUOTED.finditer(text) if _is_anothers(match, text)]


def _is_anothers(match: re.Match[str], text: str) -> bool:
    ends = not text[match.end() :].strip(" .!\n")
    if ends and text[: match.start()].rstrip().endswith(":"):
        return False
    around = text[: match.start()] + text[match.end() :]
    return len(_LETTERS.findall(around)) >= _FEWEST_AROUND


def masked(text: str) -> str:
    """Return a text of the same length in which addresses and code are letters without meaning."""
    if not any(sign in text for sign in _SIGNS):
        return text
    return _MASKED.sub(lambda match: "x" * len(match.group()), text)


def _word_for(match: re.Match[str]) -> str:
    return "code" if match.group().startswith("`") else "url"
