"""Anchors: how a finding is known again after the text around it, or a long one itself, has changed.

An anchor holds the rule, the flagged words and the words next to them, each word as four hex digits
(so that the desk's list of dismissals repeats nothing of a mail):
``vague-eta:8d1f02aa:1f2e.99ab.03c4|7a6b.1100.5e5e``. A finding counts as the dismissed one when rule and
words are the same and a third of the neighbours still stand there; moving it, or editing the
sentence before it, does not bring it back. A flagged sentence is anchored to its single words, too
(``long-sentence:8d1f02aa~03c4.1f2e.99ab:…``), so that a comma set right in it does not either.
"""

import re
import zlib
from dataclasses import dataclass, field

_WORD = re.compile(r"\w+")
_NEIGHBOURS = 4
_NEAR = 120
# Fewer words are a phrase: another one of them is another phrase.
_SENTENCE = 6
# So many of a long text's words tell it; which ones, their hashes say, so that it is the same ones next time.
_MOST_KEPT = 24


def anchor_of(rule: str, words: str, text: str, start: int | None, end: int | None) -> str:
    """Return the anchor of a finding on ``text[start:end]``; for an absence only the words count."""
    left: list[str] = []
    right: list[str] = []
    said = _WORD.findall(words.lower())
    name = _hash(" ".join(said), 8)
    if start is not None and end is not None:
        left = _WORD.findall(text[max(0, start - _NEAR) : start])[-_NEIGHBOURS:]
        right = _WORD.findall(text[end : end + _NEAR])[:_NEIGHBOURS]
        if len(said) >= _SENTENCE:
            name += "~" + ".".join(sorted({_hash(word, 4) for word in said})[:_MOST_KEPT])
    return f"{rule}:{name}:{_row(left)}|{_row(right)}"


@dataclass(frozen=True, slots=True)
class _Place:
    """What an anchor says beside its rule: the words as one, single ones of a sentence, the neighbours."""

    words: str
    kept: frozenset[str]
    left: frozenset[str]
    right: frozenset[str]

    def is_like(self, other: "_Place") -> bool:
        """Tell whether both speak of the same words at the same place."""
        shared = len(self.kept & other.kept)
        same = self.words == other.words or shared * 2 > max(len(self.kept), len(other.kept))
        return same and self._is_near(other)

    def _is_near(self, other: "_Place") -> bool:
        most = max(len(self.left) + len(self.right), len(other.left) + len(other.right))
        shared = len(self.left & other.left) + len(self.right & other.right)
        return shared * 3 >= most


@dataclass(frozen=True)
class Dismissed:
    """The dismissals that hold for a draft: anchors, and bare ids of rules that are silent in it."""

    anchors: frozenset[str] = frozenset()
    _known: dict[str, list[_Place]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        known: dict[str, list[_Place]] = {}
        for anchor in self.anchors:
            rule, place = _parts(anchor)
            known.setdefault(rule, []).append(place)
        object.__setattr__(self, "_known", known)

    def silences(self, rule: str) -> bool:
        """Tell whether a whole rule was dismissed."""
        return rule in self.anchors

    def covers(self, anchor: str) -> bool:
        """Tell whether the finding with this anchor was dismissed."""
        if not self.anchors:
            return False
        rule, place = _parts(anchor)
        if anchor in self.anchors or rule in self.anchors:
            return True
        return any(place.is_like(other) for other in self._known.get(rule, ()))


def _parts(anchor: str) -> tuple[str, _Place]:
    rule, _, rest = anchor.partition(":")
    name, _, near = rest.partition(":")
    words, _, kept = name.partition("~")
    left, _, right = near.partition("|")
    return rule, _Place(words, _set(kept), _set(left), _set(right))


def _set(row: str) -> frozenset[str]:
    return frozenset(filter(None, row.split(".")))


def _row(words: list[str]) -> str:
    return ".".join(_hash(word.lower(), 4) for word in words)


def _hash(text: str, digits: int) -> str:
    return f"{zlib.crc32(text.encode()):08x}"[:digits]
