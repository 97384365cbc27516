"""Cut a sentence into words with their classes, by the tables of its language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from composer.lint.promises.words import (
    ACT,
    ADVERB,
    AND,
    ASSURED,
    BE,
    BECOME,
    COMMA,
    DET,
    DOING,
    IT,
    MARK,
    ME,
    NAME,
    NEWS,
    OUR,
    PERSON,
    PLAN,
    PREP,
    SAID,
    SET,
    THAT,
    THERE,
    THEY,
    TIME,
    US,
    WILL,
    YOU,
    YOUR,
    Grammar,
)

MOST_TOKENS = 300
"""What stands behind so many words of one sentence is not read: no mail has such sentences."""
_SUBJECT = US | YOU | THEY | IT
_NOT_OWNED = PREP | DOING | ADVERB | DET | WILL | BECOME | THERE | SET | PLAN
_OF_A_ROW = ("next", "first", "last", "own")
_IS_SO = THERE | SET | DOING | PREP | ADVERB
_GIVES = ("give", "allow", "grant")
_MARKS = frozenset(';:–—()…"“”„«»')


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a word of several parts, a time or a mark; offsets in the sentence."""

    start: int
    end: int
    word: str
    kinds: int


def kinds_of(tokens: Sequence[Token]) -> int:
    """Return all classes of some words."""
    found = 0
    for token in tokens:
        found |= token.kinds
    return found


def tokens_of(text: str, times: Iterable[tuple[int, int, int]], grammar: Grammar) -> list[Token]:
    """Return the words of a sentence with their classes.

    ``times`` are the spans of the times in it, in order, each with its classes: TIME, with WAIT or VAGUE,
    or GONE.
    """
    spans = iter(times)
    time = next(spans, None)
    raw: list[tuple[int, int, str]] = []
    placed: list[Token] = []
    for match in grammar.token.finditer(text):
        start, end = match.span()
        while time is not None and time[1] <= start:
            time = next(spans, None)
        if time is not None and start >= time[0]:
            if placed and placed[-1].start == time[0] and not raw:
                continue
            placed += _tagged(raw, text, grammar)
            raw = []
            placed.append(Token(time[0], time[1], text[time[0] : time[1]].lower(), time[2]))
            continue
        raw.append((start, end, match.group()))
        if len(raw) + len(placed) > MOST_TOKENS:
            break
    placed += _tagged(raw, text, grammar)
    return placed if grammar.inflected else [_settled(placed, at) for at in range(len(placed))]


def _settled(tokens: Sequence[Token], at: int) -> Token:
    """Say what an ambiguous English word is by its neighbours: *give us three days*, *its on the van*."""
    token = tokens[at]
    kinds = token.kinds
    ahead = tokens[at - 1].kinds if at else 0
    if token.word in _GIVES and at + 2 < len(tokens):
        person, time = tokens[at + 1].kinds, tokens[at + 2].kinds
        if time & TIME and person & (ME | US | IT | THEY):
            kinds |= ASSURED
    elif token.word == "its" and at + 1 < len(tokens) and tokens[at + 1].kinds & _IS_SO:
        kinds = IT | BE
    elif token.word == "were" and not ahead & ~(COMMA | AND) and _does(tokens, at + 1):
        kinds = US | BE
    elif kinds & SAID and token.word.endswith("s") and ahead & (PREP | DET | OUR | YOUR):
        kinds &= ~SAID
    return token if kinds == token.kinds else Token(token.start, token.end, token.word, kinds)


def _does(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and bool(tokens[at].kinds & DOING)


def _tagged(raw: list[tuple[int, int, str]], text: str, grammar: Grammar) -> list[Token]:
    words = [word.lower().replace("’", "'") for _, _, word in raw]
    found: list[Token] = []
    at = 0
    while at < len(raw):
        length, kinds = _longest(words, at, grammar)
        start, end, as_written = raw[at][0], raw[at + length - 1][1], raw[at][2]
        word = " ".join(words[at : at + length])
        if word == "'s" and _owns(found, words, at, grammar):
            kinds = 0
        elif not kinds and len(word) == 1 and not word.isalnum():
            kinds = _mark(text, start, word)
        elif as_written[0].isupper() and length == 1 and not kinds & (US | DET):
            kinds = _named(word, kinds, grammar, opens=not start)
        found.append(Token(start, end, word, kinds))
        at += length
    return found


def _named(word: str, kinds: int, grammar: Grammar, *, opens: bool) -> int:
    """Return the classes of a word with a capital: a first name is one at the start of a sentence, too."""
    if word in grammar.names():
        return NAME | PERSON
    return kinds if opens else kinds | NAME


def _owns(found: list[Token], words: list[str], at: int, grammar: Grammar) -> bool:
    """Tell whether *'s* makes an owner of the word before: *Anna's desk*, but not *Anna's sending it*."""
    if found and found[-1].kinds & (_SUBJECT | THAT):
        return False
    if not found or at + 1 >= len(words):
        return True
    kinds = _longest(words, at + 1, grammar)[1]
    if words[at + 1] in _OF_A_ROW:
        return True
    return not kinds & _NOT_OWNED or bool(kinds & (ACT | NEWS))


def _longest(words: list[str], at: int, grammar: Grammar) -> tuple[int, int]:
    if at + 1 < len(words) and words[at] in grammar.phrase_starts:
        for parts, kinds in grammar.phrases_from(words[at], words[at + 1]):
            if tuple(words[at : at + len(parts)]) == parts:
                return len(parts), kinds
    return 1, grammar.classes_of(words[at])


def _mark(text: str, at: int, word: str) -> int:
    if word == ",":
        return COMMA
    if word == "." and text[at - 1 : at].isdigit() and text[at + 1 : at + 3].strip().islower():
        return 0
    if word in _MARKS or (word == "-" and text[max(0, at - 1) : at + 2].strip() == "-") or word in ".!?":
        return MARK
    return 0
