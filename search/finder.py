"""The finder: from a query to ranked hits with excerpts; never an exception, never an empty page."""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from search.entry import trust_of
from search.excerpt import excerpt_for
from search.filters import Condition, condition_of
from search.gather import name_key
from search.hit import Answer, Hit, Kind, Trust
from search.language import Language, fold, language
from search.passages import plain, units
from search.postings import Postings, Record, Text
from search.query import Leaf, Query, parse
from search.ranking import Matcher, Ranker, Row, Scored, Statistics
from search.spelling import corrections, likelihood
from search.wanted import (
    MOST_COMPLETIONS,
    MOST_CORRECTIONS,
    MOST_ENDINGS,
    TEAM_WEIGHT,
    Alternative,
    Group,
    Synonyms,
    general_synonyms,
    groups_of,
    settled,
)

CANDIDATES = 80
NEAREST = 5
_EXACT, _BEGINS = 1_000.0, 1.0
_TRUST = {
    Trust.VERIFIED: 1.03,
    Trust.RETIRED: 0.6,
    Trust.DRAFT: 0.85,
    Trust.RESOLVED_ISSUE: 0.8,
    Trust.OVERDUE: 0.98,
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A record with its best passage."""

    record: Record
    scored: Scored
    score: float
    exact: bool


class Finder:
    """Answers queries from the postings; remembers what only changes with the index."""

    def __init__(self, postings: Postings, *, today: Callable[[], date]) -> None:
        self._postings = postings
        self._today = today
        self._generation = (-1, -1)
        self._languages: tuple[Language, ...] = ()
        self._synonyms: tuple[Synonyms, ...] = ()
        self._sizes = (0, 1.0)
        self._completions: dict[str, tuple[Alternative, ...]] = {}

    def search(self, text: str, *, limit: int, typing: bool, kinds: frozenset[Kind] | None) -> Answer:
        """Return the answer to a query."""
        started = time.perf_counter()
        self._refresh()
        query = parse(text, typing=typing)
        where = condition_of(query.filters, kinds, self._today())
        hits, groups = self._hits(query, where, limit)
        nearest = () if hits else self._nearest(groups, where)
        return Answer(
            text, hits, _did_you_mean(query.text, groups), nearest, (time.perf_counter() - started) * 1000.0
        )

    def suggest(self, question: str, *, context: str, limit: int) -> tuple[Hit, ...]:
        """Return what fits a customer's question."""
        return self.search(question, limit=limit, typing=False, kinds=None).hits

    # --- what is asked for -----------------------------------------------------------------------

    def _refresh(self) -> None:
        generation = self._postings.generation()
        if generation == self._generation:
            return
        self._generation = generation
        codes = json.loads(self._postings.setting("languages") or '["en"]')
        self._languages = tuple(sorted(map(language, codes), key=lambda known: known.code != "en"))
        groups = json.loads(self._postings.setting("synonyms") or "[]")
        first = self._languages[0]
        self._synonyms = (general_synonyms(first), Synonyms(groups, first, TEAM_WEIGHT))
        self._sizes = self._postings.sizes()
        self._completions.clear()

    def _groups(self, query: Query) -> tuple[list[Group], list[Group], list[Group]]:
        """Return the groups that are wanted, demanded and excluded, with equals, endings, corrections."""
        wanted = self._all_groups(query.wanted)
        demanded = self._all_groups(query.demanded)
        excluded = self._all_groups([(leaf,) for leaf in query.excluded])
        for synonyms in self._synonyms:
            wanted = synonyms.widen(wanted)
        if query.open_end and wanted:
            wanted[-1] = self._completed(wanted[-1], MOST_COMPLETIONS)
        wanted = [self._completed(group, MOST_ENDINGS) if group.prefix else group for group in wanted]
        holding = self._postings.holding(_terms([*wanted, *demanded]))
        wanted = [self._corrected(settled(group, holding, self._sizes[0]), holding) for group in wanted]
        return wanted, demanded, excluded

    def _all_groups(self, places: Iterable[Sequence[Leaf]]) -> list[Group]:
        return [group for leaves in places for group in groups_of(leaves, self._languages)]

    def _completed(self, group: Group, most: int) -> Group:
        """Return the group of a half-typed word with the words that it may become."""
        start = fold(group.word)
        if start not in self._completions:
            rows = self._postings.words_between(start, start + "\U0010ffff")
            rows.sort(key=lambda row: (row[0] != start, -row[2], len(row[0])))
            terms = dict.fromkeys(term for _, term, _ in rows)
            own = {way.terms[0] for way in group.alternatives if way.terms}
            ways = [Alternative((term,), 0.8) for term in terms if term not in own]
            self._completions[start] = tuple(ways[:MOST_ENDINGS])
        return replace(
            group, alternatives=(*group.alternatives, *self._completions[start][:most]), stop=False
        )

    def _corrected(self, group: Group, holding: dict[str, int]) -> Group:
        """Return the group with corrections, if no record holds its word in any form."""
        if not group.counts or group.stop or any(holding.get(term) for way in group.alternatives for term in way.terms):
            return group
        near = corrections(
            fold(group.word), self._postings.words_among, self._postings.words_between, MOST_CORRECTIONS
        )
        if not near:
            return group
        ways = tuple(Alternative((one.term,), likelihood(group.word, one)) for one in near)
        return replace(group, alternatives=(*group.alternatives, *ways), corrected=near[0].word)

    # --- what is found ---------------------------------------------------------------------------

    def _hits(self, query: Query, where: Condition, limit: int) -> tuple[tuple[Hit, ...], list[Group]]:
        wanted, demanded, excluded = self._groups(query)
        groups = [*wanted, *demanded]
        if not groups:
            if not query.filters:
                return (), []
            return self._as_hits([self._listed(row) for row in self._latest(where, limit)], []), []
        rows = self._rows(query, wanted, demanded, excluded, where)
        if not rows and demanded:
            rows = self._rows(query, groups, [], excluded, where)
        holding = self._postings.holding(_terms(groups))
        ranker = Ranker(groups, Statistics(*self._sizes, holding))
        exact = set(self._postings.named(name_key(query.text))) if query.is_plain else set()
        matcher = Matcher(groups)
        scored = [ranker.score(row, matcher.matches(row)) for row in rows]
        found = self._best(scored, exact, ranker.total)[:limit]
        return self._as_hits(found, groups), groups

    def _rows(
        self,
        query: Query,
        wanted: list[Group],
        demanded: list[Group],
        excluded: list[Group],
        where: Condition,
    ) -> list[Row]:
        match = expression(wanted, demanded, excluded)
        rows = self._postings.matching(match, where, CANDIDATES) if match else []
        if query.is_plain:
            key = name_key(query.text)
            named = self._postings.named(key, beginning=query.open_end) if key else []
            have = {row.record for row in rows}
            more = [record for record in named if record not in have]
            rows += self._postings.rows(self._postings.first_passages(more, where)) if more else []
        return rows

    def _latest(self, where: Condition, limit: int) -> list[Row]:
        return self._postings.rows(self._postings.latest(where, limit))

    def _listed(self, row: Row) -> _Found:
        record = self._postings.records([row.record])[row.record]
        return _Found(record, Scored(row.num, row.record, 0.0), 0.0, False)

    def _best(self, scored: list[Scored], exact: set[int], total: float) -> list[_Found]:
        """Return each record once, by its best passage, the best first."""
        best: dict[int, Scored] = {}
        for one in scored:
            if one.record not in best or one.score > best[one.record].score:
                best[one.record] = one
        records = self._postings.records(list(best))
        found = []
        for num, record in records.items():
            score = best[num].score / total * _TRUST.get(self._trust(record), 1.0)
            found.append(_Found(record, best[num], score + _EXACT * (num in exact), num in exact))
        found.sort(key=lambda one: (-one.score, one.record.title, one.record.id))
        return found

    def _nearest(self, groups: Sequence[Group], where: Condition) -> tuple[Hit, ...]:
        """Return what comes nearest when nothing was found: by likeness of titles, else the latest."""
        rows = self._latest(where, NEAREST) or self._latest(Condition(), NEAREST)
        return self._as_hits([self._listed(row) for row in rows], groups)

    # --- what is shown ---------------------------------------------------------------------------

    def _as_hits(self, found: Sequence[_Found], groups: Sequence[Group]) -> tuple[Hit, ...]:
        texts = self._postings.texts([one.scored.num for one in found])
        terms = _terms([group for group in groups if not group.stop] or groups)
        return tuple(self._hit(one, texts[one.scored.num], terms) for one in found)

    def _hit(self, one: _Found, text: Text, terms: frozenset[str]) -> Hit:
        record = one.record
        pieces = units(plain(text.text))
        excerpt, marks = excerpt_for(pieces, one.scored.best_unit, terms, self._languages[0])
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
        )

    def _trust(self, record: Record) -> Trust:
        return trust_of(Kind(record.kind), record.status, record.verified, record.due, self._today())


def _terms(groups: Iterable[Group]) -> frozenset[str]:
    return frozenset(term for group in groups for way in group.alternatives for term in way.terms)


def expression(wanted: Sequence[Group], demanded: Sequence[Group], excluded: Sequence[Group]) -> str:
    """Return the FTS5 expression for groups, or nothing if there is nothing to look for."""
    telling = [group for group in wanted if not group.stop] or list(wanted)
    some = " OR ".join(_any_of(group) for group in telling)
    must = " AND ".join(_any_of(group) for group in demanded)
    match = f"(({must}) AND ({some})) OR ({must})" if must and some else must or some
    if match and excluded:
        match = f"({match}) NOT ({' OR '.join(map(_any_of, excluded))})"
    return match


def _any_of(group: Group) -> str:
    ways = " OR ".join('"' + " ".join(way.terms).replace('"', '""') + '"' for way in group.alternatives)
    columns = {"title": "{title names} : ", "heading": "heading : ", "body": "body : "}.get(group.field, "")
    return f"({columns}({ways}))" if columns else f"({ways})"


def _did_you_mean(text: str, groups: Sequence[Group]) -> str:
    corrected = text
    for group in groups:
        if group.corrected:
            corrected = corrected.replace(group.word, group.corrected).replace(
                group.word.title(), group.corrected
            )
    return corrected if corrected != text else ""


def _reason(one: _Found) -> str:
    if one.exact:
        return "exact title"
    if one.scored.in_title:
        return "all words in the title"
    if one.scored.all_words:
        return "all words"
    return "some of the words"
