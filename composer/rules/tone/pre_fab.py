"""pre-fab: a snippet or an earlier reply sent as it is, without a word for this customer."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage, PassageKind
from composer.lint.reply import Reply
from composer.lint.reply_text import customers_words
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_LEAST_WORDS = 25
# A longer reply is no copy of a snippet; and each keystroke compares anew.
_MOST_WORDS = 1500
_LEAST_PARTICULAR = 4
_MOST_ALIKE = 0.85
_ROW = 4


_Rows = frozenset[tuple[str, ...]]


def _check(reply: Reply) -> Iterator[Hit]:
    context = reply.context
    if not (context.snippets or context.recent_replies):
        return
    placed = [p for p in reply.passages if p.passage.kind not in (PassageKind.GREETING, PassageKind.CLOSING)]
    words = [word for p in placed for word in p.passage.once("words", None, partial(_words_of, p.passage))]
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        return
    rows = _rows(words)
    source = _source(reply, rows)
    if source is not None and not (frozenset(words) - source.words) & _particular(reply):
        message = f"This is {source.name} almost word for word: add what is particular to this customer."
        yield Hit(None, None, message, about=source.about)


@dataclass(frozen=True, slots=True)
class _Source:
    """A text that a reply may be a copy of: how it is called, and its words."""

    name: str
    about: str
    words: frozenset[str]


def _source(reply: Reply, rows: _Rows) -> _Source | None:
    """Return the snippet, else the recent reply, of which a draft is nearly a copy."""
    for name, body in reply.context.snippets.items():
        if _is_copy(rows, body):
            return _Source(f"the snippet “{name}”", name, _word_set(body))
    for text in reply.context.recent_replies:
        if _is_copy(rows, text):
            return _Source("an earlier reply to somebody else", " ".join(text.split())[:60], _word_set(text))
    return None


def _is_copy(rows: _Rows, text: str) -> bool:
    return len(rows & _rows_of(text)) >= _MOST_ALIKE * len(rows)


def _particular(reply: Reply) -> frozenset[str]:
    """Return the words that only this customer's mail has: numbers, names, what a small word is not."""
    words = frozenset(_words(customers_words(reply)))
    return frozenset(word for word in words if len(word) >= _LEAST_PARTICULAR or any(map(str.isdigit, word)))


def _words_of(passage: Passage) -> tuple[str, ...]:
    return tuple(_words(passage.words))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _rows(words: list[str]) -> _Rows:
    """Return all rows of four words, so that order counts and single changes do not hide a copy."""
    return frozenset(tuple(words[n : n + _ROW]) for n in range(len(words) - _ROW + 1))


@lru_cache(maxsize=500)
def _rows_of(text: str) -> _Rows:
    return _rows(_words(text))


@lru_cache(maxsize=500)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(_words(text))


_BODY = (
    "To reset your password, open the sign-in page and choose Forgot password. You get a mail with a link that is good for "
    "one hour. Open it, enter a new password twice and choose Save. Then sign in with the new one."
)
_WITH = Example("", circumstances={"snippets": {"reset-password": _BODY}})
_SENT = Example("", circumstances={"recent_replies": [f"Hi Petra,\n\n{_BODY}\n"]})
_ASKED = Example("", mail="How do I sign in to the shop in Bergen?", circumstances=_WITH.circumstances)
_OWN = " As you sign in from two shops, John, do it in the Oslo one first: the Bergen one follows by itself within the hour."

RULE = Rule(
    id="pre-fab",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="A snippet, and nothing else",
    finds=(
        "A reply of 25 words or more that is a snippet, or one of your last replies to others, nearly word "
        "for word (85 %), and holds nothing of this customer's mail."
    ),
    why="The customer reads that the answer was written for them, with the one sentence that only they need.",
    reads=WholeReply(_check),
    bad=(
        *drafts(f"«»Hi John,\n\n{_BODY}\n", f"«»{_BODY}\n\nKind regards,\nAnna\n", like=_WITH),
        *drafts(f"«»Hi John,\n\n{_BODY}\n", like=_SENT),
    ),
    good=(
        *drafts(f"Hi John,\n\n{_BODY}{_OWN}\n", f"{_BODY}{_OWN}\n\nKind regards,\nAnna\n", like=_WITH),
        *drafts(f"Hi John,\n\n{_BODY}{_OWN}\n", like=_SENT),
    ),
    quiet=(
        *drafts("Choose Forgot password.\n", like=_WITH),
        *drafts(f"{_BODY}\n"),
        *drafts(f"{_BODY} That holds for Bergen too.\n", like=_ASKED),
    ),
)
