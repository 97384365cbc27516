"""The finder: from a query to ranked hits with excerpts; never an exception, never an empty page."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from search.asker import Asked, Asker, terms_of
from search.entry import trust_of
from search.excerpt import excerpt_for
from search.expression import any_word, every_word, names_only, within
from search.filters import Condition, condition_of
from search.gather import name_key
from search.hit import Answer, Hit, Kind, Trust
from search.language import Language, language
from search.matching import Matcher, Row
from search.postings import Postings, Record, Text
from search.query import LONGEST_QUESTION, Leaf, Query, parse
from search.ranking import Ranker, Scored
from search.suggest import (
    CONTEXT_WEIGHT,
    FOR_THE_TEAM,
    NOTHING_FITS,
    TEAM_TAG,
    VOTE,
    question_words,
)
from search.wanted import Group

CANDIDATES = 64
BUDGET = 3_000  # passages that one query may rank by BM25: some 2 µs each
NEAREST = 5
EXACT = 10.0
USED = 1.02  # what the agent has inserted of late stands above its equals
RECENT = timedelta(days=90)
_TRUST = {
    Trust.VERIFIED: 1.03,
    Trust.OVERDUE: 0.98,
    Trust.DRAFT: 0.85,
    Trust.RESOLVED_ISSUE: 0.8,
    Trust.RETIRED: 0.6,
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A record with its best passage."""

    record: Record
    scored: Scored
    score: float
    exact: bool = False
    voted: bool = False

    @property
    def fit(self) -> float:
        """How likely it is that this answers at all, whatever else there is."""
        return EXACT if self.exact else self.scored.fit


class Finder:
    """Answers queries from the postings."""

    def __init__(self, postings: Postings, *, today: Callable[[], date]) -> None:
        self._postings = postings
        self._asker = Asker(postings)
        self._today = today

    def prepare(self) -> None:
        """Load what the first search needs (word lists, stemmers), so that it is as fast as the others."""
        self._asker.refresh()

    def search(self, text: str, *, limit: int, typing: bool, kinds: frozenset[Kind] | None) -> Answer:
        """Return the answer to a query."""
        started = time.perf_counter()
        self._asker.refresh()
        query = parse(text, typing=typing)
        where = condition_of(query.filters, kinds, self._today())
        asked = self._asker.asked(query)
        if asked.groups:
            hits = self._as_hits(self._found(query, asked, where)[:limit], asked.groups)
        else:
            hits = _because("its fields", self._latest(where, limit)) if query.filters else ()
        nearest = () if hits else self._nearest(query, where)
        spent = (time.perf_counter() - started) * 1000.0
        return Answer(text, hits, _did_you_mean(query.text, asked.groups), nearest, spent)

    def _nearest(self, query: Query, where: Condition) -> tuple[Hit, ...]:
        """Return what to show instead of an empty page: words that begin alike, else what is latest."""
        groups = self._asker.nearest(query)
        rows = self._postings.matching(any_word(groups), where, CANDIDATES)
        asked = Asked(groups, [], [], self._asker.statistics(groups))
        found = self._ranked(rows, asked, set())[:NEAREST]
        if found:
            return _because("words that begin alike", self._as_hits(found, groups))
        return self._latest(where, NEAREST) or self._latest(Condition(), NEAREST)

    def suggest(self, question: str, *, context: str, limit: int) -> tuple[Hit, ...]:
        """Return what fits a customer's question, or nothing; the best first."""
        self._asker.refresh()
        words = question_words(question)
        if context and self._asker.says_little(words):
            # "Is it possible?" asks about what stands around it.
            words = question_words(context)
        query = parse(words, longest=LONGEST_QUESTION)
        asked = self._asker.asked(query, self._context(context, query))
        if not asked.groups:
            return ()
        named = self._postings.products_are_named()
        found = [
            _for_customers(one, products_are_named=named) for one in self._found(query, asked, Condition())
        ]
        found = sorted((one for one in found if one.fit >= NOTHING_FITS), key=lambda one: -one.score)
        return self._as_hits(self._voted(found)[:limit], asked.groups)

    def _context(self, context: str, query: Query) -> list[Group]:
        """Return the words of the rest of the mail as groups that may weigh between hits."""
        if not context:
            return []
        leaves = parse(question_words(context), longest=LONGEST_QUESTION).wanted[:24]
        known = {leaf.text.lower() for place in query.wanted for leaf in place}
        places = [(Leaf(leaf.text),) for (leaf, *_) in leaves if leaf.text.lower() not in known]
        groups = self._asker.groups(places, self._asker.spoken(context))
        return [replace(group, weight=CONTEXT_WEIGHT, counts=False) for group in groups if not group.stop]

    def _voted(self, found: list[_Found]) -> list[_Found]:
        """Return the hits with those lifted that the agent once inserted for a question like this one."""
        votes: dict[str, float] = {}
        for one in found:
            for key in one.record.cites.split():
                votes[key] = max(votes.get(key, 0.0), one.score * VOTE)
        if not votes:
            return found
        lifted = [
            replace(one, score=one.score + vote, voted=True)
            if (vote := votes.get(f"{one.record.kind}:{one.record.id}", 0.0))
            else one
            for one in found
        ]
        return sorted(lifted, key=lambda one: -one.score)

    # --- what is found ---------------------------------------------------------------------------

    def _found(self, query: Query, asked: Asked, where: Condition) -> list[_Found]:
        """Return the records that a query finds, each by its best passage, the best first."""
        rows = self._rows(asked, where)
        if not rows and asked.demanded:
            rows = self._rows(replace(asked, wanted=asked.groups, demanded=[]), where)
        exact: set[int] = set()
        if query.is_plain and (key := name_key(query.text)):
            exact = set(self._postings.named(key))
            named = {*exact, *(self._postings.named(key, beginning=True) if query.open_end else ())}
            missing = sorted(named - {row.record for row in rows})
            rows += self._postings.rows(self._postings.first_passages(missing, where))
        return self._ranked(rows, asked, exact)

    def _ranked(self, rows: Iterable[Row], asked: Asked, exact: set[int]) -> list[_Found]:
        matcher = Matcher(asked.groups)
        ranker = Ranker(asked.groups, asked.statistics)
        return self._best([ranker.score(row, matcher.matches(row)) for row in rows], exact)

    def _rows(self, asked: Asked, where: Condition) -> list[Row]:
        """Return the likeliest passages, in a time that hardly grows with how common the words are.

        Where few passages hold any of the words, all are ranked. Else those that hold every word come
        first, then those that hold the rarest words, then those that the words name, then any.
        """
        postings = self._postings
        telling = [group for group in asked.wanted if group.counts and not group.stop]
        telling = telling or [group for group in asked.wanted if group.counts] or asked.wanted
        budget = max(BUDGET, asked.statistics.passages // 25)
        if sum(asked.held(group) for group in telling) <= budget or not telling:
            return postings.matching(within(any_word(telling), asked), where, CANDIDATES)
        nums: dict[int, None] = {}
        for ranked, match in _asks(telling, asked, budget):
            if len(nums) < CANDIDATES:
                ask = postings.likeliest if ranked else postings.some
                nums |= dict.fromkeys(ask(within(match, asked), where, CANDIDATES))
        return postings.rows(list(nums)[: CANDIDATES * 3 // 2])

    def _best(self, scored: Iterable[Scored], exact: set[int]) -> list[_Found]:
        best: dict[int, Scored] = {}
        for one in scored:
            if one.record not in best or one.score > best[one.record].score:
                best[one.record] = one
        found = []
        used = self._asker.used_since((self._today() - RECENT).isoformat())
        for num, record in self._postings.records(list(best)).items():
            score = best[num].score * _TRUST.get(self._trust(record), 1.0)
            score *= USED if f"{record.kind}:{record.id}" in used else 1.0
            found.append(_Found(record, best[num], score + EXACT * (num in exact), num in exact))
        found.sort(key=lambda one: (-one.score, one.record.title, one.record.id))
        return found

    def _latest(self, where: Condition, limit: int) -> tuple[Hit, ...]:
        """Return the latest records that meet a condition, as hits without marks or reasons."""
        rows = self._postings.rows(self._postings.latest(where, limit))
        records = self._postings.records([row.record for row in rows])
        found = [_Found(records[row.record], Scored(row.num, row.record, 0.0), 0.0) for row in rows]
        return _because("", self._as_hits(found, []))

    # --- what is shown ---------------------------------------------------------------------------

    def _as_hits(self, found: Sequence[_Found], groups: Sequence[Group]) -> tuple[Hit, ...]:
        texts = self._postings.texts([one.scored.num for one in found])
        terms = _marked([group for group in groups if not group.stop] or groups, self._asker.languages)
        corrected = any(group.corrected for group in groups)
        hits = (self._hit(one, texts[one.scored.num], terms) for one in found)
        if corrected:
            return tuple(replace(hit, reason=f"{hit.reason}, spelling corrected") for hit in hits)
        return tuple(hits)

    def _hit(self, one: _Found, text: Text, terms: frozenset[str]) -> Hit:
        record = one.record
        lines = text.plain.split("\n")
        excerpt, marks = excerpt_for(lines, one.scored.best_unit, terms, language(record.language))
        return Hit(
            record.id,
            Kind(record.kind),
            record.title,
            round(one.score, 4),
            excerpt,
            marks,
            section=text.heading,
            passage=text.text,
            passage_start=text.start,
            revision=record.revision,
            trust=self._trust(record),
            trusted_since=record.verified,
            reason=_reason(one),
            fit=round(one.fit, 4),
        )

    def _trust(self, record: Record) -> Trust:
        return trust_of(Kind(record.kind), record.status, record.verified, record.due, self._today())


def _for_customers(one: _Found, *, products_are_named: bool) -> _Found:
    """Return a hit with less worth if it is meant for the team: a playbook, an article of no product."""
    record = one.record
    unnamed = products_are_named and not record.products.strip("|")
    if record.kind == Kind.ARTICLE and (TEAM_TAG in record.tags or unnamed):
        scored = replace(one.scored, fit=one.scored.fit * FOR_THE_TEAM)
        return replace(one, scored=scored, score=one.score * FOR_THE_TEAM)
    return one


def _asks(groups: Sequence[Group], asked: Asked, budget: int) -> Iterator[tuple[bool, str]]:
    """Yield what to ask of the postings for groups too common to rank all they are in: ranked, expression.

    To rank by BM25 costs 2 µs for each passage that matches, and 0.2 µs for each that holds a word of
    the expression; so the most common words are left to the ranking of what the others bring.
    """
    bearable = [group for group in groups if asked.held(group, loose=False) <= budget * 3]
    if len(bearable) > 1:
        yield True, every_word(bearable)
    rare: list[Group] = []
    spent = 0
    for group in sorted(bearable, key=lambda group: asked.held(group, loose=False)):
        spent += asked.held(group, loose=False)
        if spent <= budget:
            rare.append(group)
    if rare:
        yield True, any_word(rare, loose=False)
    if len(groups) > 1:
        yield False, names_only(every_word(groups))
        yield False, every_word(groups)
    yield False, names_only(any_word(groups, loose=False))
    yield False, any_word(groups, loose=False)


def _marked(groups: Sequence[Group], languages: Sequence[Language]) -> frozenset[str]:
    """Return the terms that an excerpt marks: of synonyms of several words only those that say something."""
    stop_words = frozenset().union(*(known.stop_words for known in languages))
    alone = {
        way.terms for group in groups for way in group.alternatives if len(way.terms) == 1 or not way.loose
    }
    return terms_of(groups) - (stop_words - {term for terms in alone for term in terms})


def _did_you_mean(text: str, groups: Sequence[Group]) -> str:
    corrected = text
    for group in groups:
        if group.corrected:
            corrected = corrected.replace(group.word, group.corrected)
    return corrected if corrected != text else ""


def _because(reason: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(replace(hit, reason=reason) for hit in hits)


def _reason(one: _Found) -> str:
    if one.exact:
        return "exact title"
    if one.voted:
        return "inserted before for a question like this"
    if one.scored.in_title:
        return "all words in the title"
    return "all words" if one.scored.all_words else "some of the words"
