"""Words that stand for another in an index: parts of compounds, compounds of neighbours, words of one family.

A library that writes *backup* is found by *back up*, one that knows *work* and *out* by *workout*, one that
says *delivery* by *deliver*. Such ways to match weigh less than the word itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from search.language import Language
from search.postings import Postings
from search.vocabulary import vocabulary
from search.wanted import Alternative, Group
from search.words import fold

JOINED_WEIGHT = 0.6
SPLIT_WEIGHT = 0.8
FAMILY_WEIGHT = 0.4
_SHORTEST_ROOT = 4
_SHORTEST_PART = 3
_MOST_OF_A_FAMILY = 8
_LAST = "\U0010ffff"


class Related:
    """Finds, for the words of a query, words of the index that are made of the same parts."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._families: dict[tuple[str, str], tuple[str, ...]] = {}

    def forget(self) -> None:
        """Forget what is remembered of an index that has changed since."""
        self._families.clear()

    def joined(self, groups: Sequence[Group], language: Language) -> list[Group]:
        """Return the groups; neighbours that the index writes as one word are found by that one too."""
        pairs = {
            at: language.stem(fold(one.word + other.word))
            for at, (one, other) in enumerate(pairwise(groups))
            if _is_word(one) and _is_word(other) and not (one.stop and other.stop)
        }
        known = self._postings.holding(pairs.values())
        found = list(groups)
        for at, term in pairs.items():
            for place in (at, at + 1) if term in known else ():
                found[place] = _with(found[place], (Alternative((term,), JOINED_WEIGHT),))
        return found

    def family(self, group: Group, language: Language) -> Group:
        """Return a group with the words that differ from it by an ending that stemmers leave."""
        term = group.alternatives[0].terms[0] if group.alternatives else ""
        if group.stop or not _is_word(group) or len(term) < _SHORTEST_ROOT:
            return group
        key = language.code, term
        if key not in self._families:
            self._families[key] = self._relatives(term, language)
        return _with(group, [Alternative((one,), FAMILY_WEIGHT, loose=True) for one in self._families[key]])

    def split(self, group: Group, holding: Mapping[str, int], language: Language) -> Group:
        """Return a group whose word no record holds with the two words that it may be made of."""
        word = fold(group.word)
        if group.stop or not _is_word(group) or _held(group, holding):
            return group
        ways = [
            (language.stem(word[:at]), language.stem(word[at + len(link) :]))
            for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
            for link in vocabulary(language.code).links
            if word[at:].startswith(link) and len(word) - at - len(link) >= _SHORTEST_PART
        ]
        known = self._postings.holding({term for way in ways for term in way})
        likely = [
            (min(known[one], known[other]), (one, other))
            for one, other in ways
            if {one, other} <= known.keys()
        ]
        return _with(group, [Alternative(max(likely)[1], SPLIT_WEIGHT)]) if likely else group

    def _relatives(self, term: str, language: Language) -> tuple[str, ...]:
        endings = vocabulary(language.code).endings
        root = _root(term, endings)
        if not endings or len(root) < _SHORTEST_ROOT:
            return ()
        rows = self._postings.words_between(root, root + _LAST)
        rows.sort(key=lambda row: (-row[2], row[1]))
        found = dict.fromkeys(near for _, near, _ in rows if near != term and _root(near, endings) == root)
        return tuple(found)[:_MOST_OF_A_FAMILY]


def _root(term: str, endings: Sequence[str]) -> str:
    for ending in endings:
        if term.endswith(ending) and len(term) - len(ending) >= _SHORTEST_ROOT:
            return term[: -len(ending)]
    return term


def _is_word(group: Group) -> bool:
    return (
        group.counts and not group.part and not group.field and group.word.isalpha() and len(group.word) > 1
    )


def _held(group: Group, holding: Mapping[str, int]) -> bool:
    return any(holding.get(term) for way in group.alternatives for term in way.terms)


def _with(group: Group, more: Sequence[Alternative]) -> Group:
    own = {way.terms for way in group.alternatives}
    more = [way for way in more if way.terms not in own]
    return replace(group, alternatives=(*group.alternatives, *more)) if more else group
