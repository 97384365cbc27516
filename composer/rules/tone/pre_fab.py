"""pre-fab: a snippet sent as it is, without a word for this customer."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import PassageKind
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_LEAST_WORDS = 25
_MOST_ALIKE = 0.85
_ROW = 4


def _check(reply: Reply) -> Iterator[Hit]:
    if not reply.context.snippets:
        return
    placed = [p for p in reply.passages if p.passage.kind not in (PassageKind.GREETING, PassageKind.CLOSING)]
    words = [word for p in placed for word in _words(p.passage.words)]
    rows = _rows(words)
    if len(words) < _LEAST_WORDS or not rows:
        return
    for name, body in reply.context.snippets.items():
        share = len(rows & _rows(_words(body))) / len(rows)
        if share >= _MOST_ALIKE:
            message = (
                f"This is the snippet “{name}” almost word for word: add what is particular to this customer."
            )
            yield Hit(None, None, message, about=name)
            return


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _rows(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Return all rows of four words, so that order counts and single changes do not hide a copy."""
    return frozenset(tuple(words[n : n + _ROW]) for n in range(len(words) - _ROW + 1))


_BODY = (
    "To reset your password, open the sign-in page and choose Forgot password. You get a mail with a link that is good for "
    "one hour. Open it, enter a new password twice and choose Save. Then sign in with the new one."
)
_WITH = Example("", circumstances={"snippets": {"reset-password": _BODY}})
_OWN = " As you sign in from two shops, John, do it in the Oslo one first: the Bergen one follows by itself within the hour."

RULE = Rule(
    id="pre-fab",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="A snippet, and nothing else",
    why="The customer reads that the answer was written for them, with the one sentence that only they need.",
    reads=WholeReply(_check),
    bad=drafts(f"«»Hi John,\n\n{_BODY}\n", f"«»{_BODY}\n\nKind regards,\nAnna\n", like=_WITH),
    good=drafts(f"Hi John,\n\n{_BODY}{_OWN}\n", f"{_BODY}{_OWN}\n\nKind regards,\nAnna\n", like=_WITH),
    quiet=(*drafts("Choose Forgot password.\n", like=_WITH), *drafts(f"{_BODY}\n")),
)
