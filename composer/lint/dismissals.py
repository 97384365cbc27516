"""Anchors: how a finding is known again after the text around it has changed.

An anchor holds the rule, the flagged words and the words next to them, each word as four hex digits
(so that the desk's list of dismissals repeats nothing of a mail):
``vague-eta:8d1f02aa:1f2e.99ab.03c4|7a6b.1100.5e5e``. A finding counts as the dismissed one when rule and
words are the same and a third of the neighbours still stand there; moving it, or editing the
sentence before it, does not bring it back.
"""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

_WORD = re.compile(r"\w+")
_NEIGHBOURS = 4
_NEAR = 120


def anchor_of(rule: str, words: str, text: str, start: int | None, end: int | None) -> str:
    """Return the anchor of a finding on ``text[start:end]``; for an absence only the words count."""
    left: list[str] = []
    right: list[str] = []
    if start is not None and end is not None:
        left = _WORD.findall(text[max(0, start - _NEAR) : start])[-_NEIGHBOURS:]
        right = _WORD.findall(text[end : end + _NEAR])[:_NEIGHBOURS]
    return f"{rule}:{_hash(' '.join(_WORD.findall(words.lower())), 8)}:{_row(left)}|{_row(right)}"


def for_whole_draft(anchor: str) -> str:
    """Return the anchor that silences the same words everywhere in this draft."""
    rule, words, _ = _parts(anchor)
    return f"{rule}:{words}:*"


@dataclass(frozen=True)
class Dismissed:
    """The dismissals that hold for a draft.

    Made of anchors, anchors for a whole draft, and bare rule ids (a rule that is silent in it).
    """

    anchors: frozenset[str] = frozenset()
    _known: dict[tuple[str, str], list[str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        known: dict[tuple[str, str], list[str]] = {}
        for anchor in self.anchors:
            rule, words, near = _parts(anchor)
            known.setdefault((rule, words), []).append(near)
        object.__setattr__(self, "_known", known)

    def silences(self, rule: str) -> bool:
        """Tell whether a whole rule was dismissed."""
        return (rule, "") in self._known

    def covers(self, anchor: str) -> bool:
        """Tell whether the finding with this anchor was dismissed."""
        if not self.anchors:
            return False
        rule, words, near = _parts(anchor)
        if anchor in self.anchors or (rule, "") in self._known:
            return True
        return any(_is_near(near, other) for other in self._known.get((rule, words), ()))


def dismissed_by(anchors: Iterable[str]) -> Dismissed:
    """Return the dismissals made of these anchors."""
    return Dismissed(frozenset(anchors))


def _parts(anchor: str) -> tuple[str, str, str]:
    rule, _, rest = anchor.partition(":")
    words, _, near = rest.partition(":")
    return rule, words, near


def _is_near(near: str, other: str) -> bool:
    if other == "*" or near == other:
        return True
    (left, right), (other_left, other_right) = _sides(near), _sides(other)
    most = max(len(left) + len(right), len(other_left) + len(other_right))
    shared = len(left & other_left) + len(right & other_right)
    return shared * 3 >= most if most else True


def _sides(near: str) -> tuple[set[str], set[str]]:
    left, _, right = near.partition("|")
    return set(filter(None, left.split("."))), set(filter(None, right.split(".")))


def _row(words: list[str]) -> str:
    return ".".join(_hash(word.lower(), 4) for word in words)


def _hash(text: str, digits: int) -> str:
    return f"{zlib.crc32(text.encode()):08x}"[:digits]
