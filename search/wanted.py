"""What a query wants of the postings: groups of terms, each group one word of the query and its equals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from search.language import Language
from search.query import Form, Leaf
from search.vocabulary import vocabulary
from search.words import Word

MOST_COMPLETIONS = 12  # of a word that is being typed
MOST_ENDINGS = 64  # of a word with an asterisk
MOST_CORRECTIONS = 3
EXTRA_WEIGHT = 0.35  # of the further forms of a word, beside the word itself
FAMILIARITY = 1.5  # how fast a general synonym loses its worth as the word itself is used more
LEAST_WEIGHT = 0.05
TEAM_WEIGHT = 0.9  # what a match through a synonym of the team is worth
GENERAL_WEIGHT = 0.4  # and through one that only most people would call equal
WEAK_WEIGHT = 0.6  # of a word like *need*, which customers write in any question
NEGATION_WEIGHT = 2.5  # of a word like *not*, beside other stop words: *cannot sign in* is no *sign in*
FORM_WEIGHT = 0.8  # what a match through another form of the word is worth
OTHER_NEGATION = 0.4  # what a match through another such word is worth


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to find a word: a term, or several in a row; ``weight`` 1.0 is the word itself.

    A ``loose`` way is one of the general synonyms, the less wanted the more the library uses the word.
    """

    terms: tuple[str, ...]
    weight: float = 1.0
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A word of the query and what stands for it.

    ``word`` is as typed; ``weight`` scales what a match is worth (a bonus form weighs less than a word);
    ``counts`` says whether the group is one of "all words"; ``stop`` marks a word that says little.
    ``corrected`` holds the word that was meant, if ``word`` stands in no record; a ``part`` of a code
    or a compound is never corrected.
    """

    word: str
    alternatives: tuple[Alternative, ...]
    weight: float = 1.0
    counts: bool = True
    stop: bool = False
    corrected: str = ""
    field: str = ""
    prefix: bool = False
    part: bool = False


class Synonyms:
    """Words that mean the same, by their terms: the team's groups and the general ones."""

    def __init__(
        self, groups: Iterable[Sequence[str]], language: Language, weight: float, *, loose: bool = False
    ) -> None:
        self._equals: dict[tuple[str, ...], tuple[Alternative, ...]] = {}
        self._longest = 1
        for words in groups:
            terms = [tuple(language.analyse(word).terms) for word in words]
            for own in terms:
                others = [Alternative(other, weight, loose) for other in terms if other != own and other]
                self._equals[own] = (*self._equals.get(own, ()), *others)
                self._longest = max(self._longest, len(own))

    def widen(self, groups: Sequence[Group]) -> list[Group]:
        """Return the groups with the equals of each word, and of several in a row, added."""
        widened = list(groups)
        terms = [group.alternatives[0].terms[:1] for group in groups]
        for length in range(1, self._longest + 1):
            for start in range(len(groups) - length + 1):
                own = tuple(term for part in terms[start : start + length] for term in part)
                equals = self._equals.get(own)
                if equals:
                    for at in range(start, start + length):
                        widened[at] = _with(widened[at], equals)
        return widened


def _with(group: Group, more: Iterable[Alternative]) -> Group:
    best: dict[tuple[str, ...], Alternative] = {}
    for way in (*group.alternatives, *more):
        if way.terms not in best or best[way.terms].weight < way.weight:
            best[way.terms] = way
    return replace(group, alternatives=tuple(best.values()))


def groups_of(leaves: Sequence[Leaf], languages: Sequence[Language]) -> list[Group]:
    """Return the groups of the alternatives of one place in the query, usually one word."""
    if len(leaves) > 1:
        alternatives = [
            alternative
            for leaf in leaves
            for group in _leaf(leaf, languages)
            for alternative in group.alternatives
        ]
        if not alternatives:
            return []
        return [Group(leaves[0].text, tuple(dict.fromkeys(alternatives)), field=leaves[0].field)]
    return _leaf(leaves[0], languages)


def _leaf(leaf: Leaf, languages: Sequence[Language]) -> list[Group]:
    if leaf.form is Form.PHRASE:
        ways = [tuple(language.analyse(leaf.text).terms) for language in languages]
        alternatives = tuple(dict.fromkeys(Alternative(way) for way in ways if way))
        return [Group(leaf.text, alternatives, field=leaf.field)] if alternatives else []
    groups: list[Group] = []
    first = languages[0]
    for start, end, word in first.tokens(leaf.text):
        raw = leaf.text[start:end]
        words = [word, *(other.word(raw) for other in languages[1:])]
        groups += _token(raw, words, first, leaf.field)
    if groups and leaf.form is Form.PREFIX:
        groups[-1] = replace(groups[-1], prefix=True)
    return groups


def _token(raw: str, words: Sequence[Word], language: Language, field: str) -> list[Group]:
    """Return a group for each part of a token, and one for its whole and its joined forms."""
    token = words[0]
    groups = []
    for at, term in enumerate(token.terms):
        ways = [word.terms[at] for word in words if len(word.terms) == len(token.terms)]
        surface = token.surfaces[at] if len(token.surfaces) == len(token.terms) else term
        alternatives = tuple(Alternative((way,)) for way in dict.fromkeys(ways))
        group = Group(surface, alternatives, field=field, part=len(token.terms) > 1)
        groups.append(_weighed(group, surface, language))
    if token.extras:
        alternatives = tuple(Alternative((extra,)) for extra in dict.fromkeys(token.extras))
        groups.append(Group(raw, alternatives, weight=EXTRA_WEIGHT, counts=False, field=field))
    return groups


def _weighed(group: Group, surface: str, language: Language) -> Group:
    """Return a group with what its word says in this language: little, a no, or all that it may."""
    known = vocabulary(language.code)
    if surface in known.negations:
        others = (Alternative((language.stem(word),), OTHER_NEGATION) for word in known.negations)
        return replace(_with(group, others), weight=NEGATION_WEIGHT, stop=True)
    if surface in language.stop_words:
        return replace(group, stop=True)
    return replace(group, weight=WEAK_WEIGHT) if surface in known.weak else group


def settled(group: Group, holding: Mapping[str, int], passages: int) -> Group:
    """Return a group with its loose ways weighed by how much the library needs them.

    Where it uses the word itself, its equals are often something else (in a bank, a *transfer* is no
    *payment*); where it does not, they are all there is.
    """
    if not any(way.loose for way in group.alternatives):
        return group
    held = max((holding.get(way.terms[0], 0) for way in group.alternatives if way.weight >= 1.0), default=0)
    need = 1.0 - FAMILIARITY * sqrt(held / max(passages, 1))
    ways = (replace(way, weight=way.weight * need) if way.loose else way for way in group.alternatives)
    return replace(group, alternatives=tuple(way for way in ways if way.weight > LEAST_WEIGHT))


@lru_cache(maxsize=16)
def forms(language: Language) -> Synonyms:
    """Return the forms that no stemmer brings together, as equals."""
    return Synonyms(vocabulary(language.code).forms, language, FORM_WEIGHT, loose=True)


@lru_cache(maxsize=16)
def general_synonyms(language: Language) -> Synonyms:
    """Return the synonyms of support work in general, none for a language without a list."""
    return Synonyms(vocabulary(language.code).synonyms, language, GENERAL_WEIGHT, loose=True)
