"""The asker: what a query wants of this library, given its words, its languages, its synonyms."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from search.language import Language, language
from search.postings import Postings
from search.query import Leaf, Query
from search.ranking import Statistics
from search.related import Related
from search.spelling import TWO_SLIPS, Correction, corrections, likelihood
from search.vocabulary import vocabulary
from search.wanted import (
    MOST_COMPLETIONS,
    MOST_CORRECTIONS,
    MOST_ENDINGS,
    TEAM_WEIGHT,
    Alternative,
    Group,
    Synonyms,
    forms,
    general_synonyms,
    groups_of,
    settled,
)
from search.words import fold

_COMPLETED_WEIGHT = 0.8
MOST_NEAREST = 4
_WORD = re.compile(r"[\w']+")
_LAST = "\U0010ffff"
_MOST_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as this library understands it, and how common its words are here."""

    wanted: list[Group]
    demanded: list[Group]
    excluded: list[Group]
    statistics: Statistics

    @property
    def groups(self) -> list[Group]:
        """All groups that count for the rank."""
        return [*self.wanted, *self.demanded]

    def held(self, group: Group, *, loose: bool = True) -> int:
        """Return about how many passages hold a group; not ``loose``: by the word itself, if it occurs."""
        counts = self.statistics.holding
        ways = [
            (min((counts.get(term, 0) for term in way.terms), default=0), way.loose)
            for way in group.alternatives
        ]
        own = sum(count for count, is_loose in ways if not is_loose)
        return own if own and not loose else sum(count for count, _ in ways)


class Asker:
    """Reads queries; remembers what only changes with the index."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._generation = (-1, -1)
        self.languages: tuple[Language, ...] = ()
        self._related = Related(postings)
        self._team: dict[str, Synonyms] = {}
        self._sizes = (0, 1.0)
        self._completions: dict[str, tuple[Alternative, ...]] = {}
        self._corrections: dict[str, tuple[Correction, ...]] = {}
        self._used: tuple[str, frozenset[str]] = ("", frozenset())

    def refresh(self) -> None:
        """Forget what is remembered of an index that has changed since."""
        generation = self._postings.generation()
        if generation == self._generation:
            return
        self._generation = generation
        self.languages = tuple(map(language, json.loads(self._postings.setting("languages") or '["en"]')))
        self._team = {
            known.code: _team(self._postings.setting("synonyms"), known) for known in self.languages
        }
        self._related.forget()
        self._sizes = self._postings.sizes()
        self._completions.clear()
        self._corrections.clear()
        self._used = ("", frozenset())

    def used_since(self, day: str) -> frozenset[str]:
        """Return the keys of the records that the agent has inserted since an ISO date."""
        if self._used[0] != day:
            self._used = day, self._postings.cited_since(day)
        return self._used[1]

    def asked(self, query: Query, context: Sequence[Group] = ()) -> Asked:
        """Return the groups of a query, with equals, endings and corrections."""
        spoken = self.spoken(query.text)
        first = spoken[0]
        wanted = self.groups(query.wanted, spoken)
        for synonyms in (forms(first), general_synonyms(first), self._team[first.code]):
            wanted = synonyms.widen(wanted)
        wanted = self._related.joined(wanted, first)
        if query.open_end and wanted:
            wanted[-1] = self._completed(wanted[-1], MOST_COMPLETIONS)
        wanted = [self._completed(group, MOST_ENDINGS) if group.prefix else group for group in wanted]
        demanded = self.groups(query.demanded, spoken)
        holding = self._postings.holding(terms_of([*wanted, *demanded, *context]))
        wanted = [self._found(group, holding, first) for group in wanted]
        wanted = [group if group.corrected else self._related.family(group, first) for group in wanted]
        holding |= self._postings.holding(terms_of(wanted) - holding.keys())
        wanted = [settled(group, holding, self._sizes[0]) for group in wanted]
        return Asked(
            [*wanted, *context],
            demanded,
            self.groups(((leaf,) for leaf in query.excluded), spoken),
            Statistics(*self._sizes, holding),
        )

    def statistics(self, groups: Iterable[Group]) -> Statistics:
        """Return how common the words of the groups are in this library."""
        return Statistics(*self._sizes, self._postings.holding(terms_of(groups)))

    def spoken(self, text: str) -> tuple[Language, ...]:
        """Return the library's languages, the one that a query seems to be in first."""
        if len(self.languages) == 1:
            return self.languages
        words = set(fold(text).split())

        def known(spoken: Language) -> int:
            return len(words & spoken.stop_words) + len(words & vocabulary(spoken.code).weak)

        return tuple(sorted(self.languages, key=known, reverse=True))

    def says_little(self, text: str) -> bool:
        """Tell whether a text holds only words that any question holds, in the language it seems to be in."""
        spoken = self.spoken(text)[0]
        return set(_WORD.findall(fold(text))) <= spoken.stop_words | vocabulary(spoken.code).weak

    def groups(self, places: Iterable[Sequence[Leaf]], spoken: Sequence[Language]) -> list[Group]:
        """Return the groups of places in a query, just as they are written."""
        return [group for leaves in places for group in groups_of(leaves, spoken)]

    def nearest(self, query: Query) -> list[Group]:
        """Return, for words that nothing was found for, the commonest words that begin alike."""
        groups = []
        groups_asked = self.groups(query.wanted or query.demanded, self.spoken(query.text))
        for group in groups_asked[:MOST_NEAREST]:
            word = fold(group.word)
            for length in (4, 3, 2):
                rows = self._postings.words_between(word[:length], word[:length] + _LAST)
                if rows and len(word) >= length:
                    rows.sort(key=lambda row: (-row[2], row[0]))
                    ways = dict.fromkeys(Alternative((term,)) for _, term, _ in rows[:MOST_NEAREST])
                    groups.append(replace(group, alternatives=tuple(ways)))
                    break
        return groups

    def _completed(self, group: Group, most: int) -> Group:
        """Return the group of a half-typed word with the words that it may become."""
        start = fold(group.word)
        if start not in self._completions:
            rows = self._postings.words_between(start, start + _LAST)
            rows.sort(key=lambda row: (row[0] != start, -row[2], len(row[0])))
            own = {way.terms[0] for way in group.alternatives if way.terms}
            terms = dict.fromkeys(term for _, term, _ in rows if term not in own)
            likely = list(terms)[:MOST_ENDINGS]
            self._completions[start] = tuple(Alternative((term,), _COMPLETED_WEIGHT) for term in likely)
        ways = self._completions[start][:most]
        return replace(group, alternatives=(*group.alternatives, *ways), stop=group.stop and not ways)

    def _found(self, group: Group, holding: Mapping[str, int], first: Language) -> Group:
        """Return a group that can be found: one whose word stands in no record is corrected or split.

        One slip is likelier than two words in one, and that is likelier than two slips.
        """
        near = self._near(group, holding, first)
        if near and near[0].slips < TWO_SLIPS:
            return _corrected(group, near)
        split = self._related.split(group, holding, first)
        return split if split is not group or not near else _corrected(group, near)

    def _near(self, group: Group, holding: Mapping[str, int], first: Language) -> list[Correction]:
        """Return the words that one may have been meant to be that stands nowhere and that we do not know."""
        known = any(holding.get(term) for way in group.alternatives for term in way.terms)
        is_word = group.stop or any(way.loose for way in group.alternatives)
        if known or is_word or group.part or not group.counts:
            return []
        word, postings = fold(group.word), self._postings
        if word not in self._corrections:
            # Whoever goes on typing asks for the same slip at each key.
            if len(self._corrections) >= _MOST_REMEMBERED:
                self._corrections.clear()
            self._corrections[word] = corrections(
                word, postings.words_among, postings.words_between, MOST_CORRECTIONS
            )
        return [one for one in self._corrections[word] if one.word not in first.stop_words]


def _corrected(group: Group, near: Sequence[Correction]) -> Group:
    """Return a group that the corrections of its word find, too."""
    ways = tuple(Alternative((one.term,), likelihood(group.word, one)) for one in near)
    return replace(group, alternatives=(*group.alternatives, *ways), corrected=near[0].word)


@lru_cache(maxsize=16)
def _team(synonyms: str, language: Language) -> Synonyms:
    """Return the team's synonyms, as the index keeps them, in a language."""
    return Synonyms(json.loads(synonyms or "[]"), language, TEAM_WEIGHT)


def terms_of(groups: Iterable[Group]) -> frozenset[str]:
    """Return every term by which the groups can match."""
    return frozenset(term for group in groups for way in group.alternatives for term in way.terms)
