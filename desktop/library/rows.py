"""The rows of the library's list: what is there, or what a search found. Without Qt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.library.records import KIND_WORDS, Record, all_records, area_of, kind_of, record_named
from desktop.library.row_sequence import RowSequence
from desktop.library.trust import Badge, badge_of
from desktop.widgets.trust_badge import trust_badge
from kb_content.article import Article
from kb_content.known_issue import KnownIssue
from kb_content.library import Library
from kb_content.markdown import plain
from search.hit import Answer, Hit, Kind

_LAST_AREAS = ("Known issues", "Snippets")
_LEAD_LENGTH = 160
_READ_FOR_LEAD = (800, 2_000)
"""Letters of a body that are read for its lead: more of it, where the first are links and tables."""
_OTHER_SPELLING = "Not every word is there as typed; these fit the nearest spelling."


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as a row. ``marks`` are spans of ``excerpt`` in code points; ``hit`` is what found it."""

    kind: Kind
    id: str
    title: str
    excerpt: str
    badge: Badge
    marks: tuple[tuple[int, int], ...] = ()
    hit: Hit | None = None

    @property
    def key(self) -> str:
        """The record's key, ``kind:id``."""
        return f"{self.kind.value}:{self.id}"

    @property
    def why(self) -> str:
        """Why a search shows it; empty where none does."""
        return why_found(self.hit) if self.hit is not None else ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.title, KIND_WORDS.get(self.kind, ""), self.badge.told, self.excerpt, self.why)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A heading between rows: an area of the library and how many records it has."""

    title: str
    count: int = 0

    @property
    def key(self) -> str:
        """What tells it from other rows."""
        return f"area:{self.title}"


Row = RecordRow | AreaRow


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows: its rows, a sentence above them, and a corrected query to offer.

    ``found`` counts the records that were asked for; with none of them the rows are what comes nearest.
    """

    rows: Sequence[Row] = ()
    sentence: str = ""
    did_you_mean: str = ""
    found: int = 0

    def record(self, key: str) -> RecordRow | None:
        """Return the row of a record by its key, or None."""
        if isinstance(self.rows, RowSequence):
            place = self.rows.place_of(key)
            row = self.rows[place] if place >= 0 else None
        else:
            row = next((row for row in self.rows if row.key == key), None)
        return row if isinstance(row, RecordRow) else None

    @property
    def first_key(self) -> str:
        """The key of the first record, empty where there is none."""
        return next((row.key for row in self.rows if isinstance(row, RecordRow)), "")


def browse(library: Library, kinds: frozenset[Kind], today: date) -> Listing:
    """Return everything of the wanted kinds, grouped by area, articles first.

    What a row says is read out of its record when the row is looked at.
    """
    areas: dict[str, list[Record]] = {}
    for record in all_records(library):
        if kind_of(record) in kinds:
            areas.setdefault(area_of(record), []).append(record)
    sources: list[AreaRow | Record] = []
    keys: list[str] = []
    for area in sorted(areas, key=_area_order):
        heading = AreaRow(area, len(areas[area]))
        sources.append(heading)
        keys.append(heading.key)
        for record in _by_title(areas[area]):
            sources.append(record)
            keys.append(f"{kind_of(record).value}:{record.id}")

    def made(place: int) -> Row:
        source = sources[place]
        return source if isinstance(source, AreaRow) else row_of(source, today)

    return Listing(RowSequence(keys, made), found=len(sources) - len(areas))


def _by_title(records: Iterable[Record]) -> Iterator[Record]:
    """Yield records by title.

    By their beginnings first: one sort of 100,000 would keep the window's thread out as long as it lasts.
    """
    beginnings: dict[str, list[tuple[str, int, Record]]] = {}
    for number, record in enumerate(records):
        title = record.title.casefold()
        beginnings.setdefault(title[:2], []).append((title, number, record))
    for beginning in sorted(beginnings):
        yield from (record for _, _, record in sorted(beginnings[beginning]))


def found(answer: Answer, library: Library, kinds: frozenset[Kind], today: date) -> Listing:
    """Return what a search found; with nothing found the nearest titles, or all there is."""
    told = answer_sentence(answer, kinds)
    hits = _rows_of(answer.hits, library, today)
    if hits:
        return Listing(hits, told, answer.did_you_mean, len(hits))
    nearest = _rows_of(answer.nearest, library, today)
    if not nearest:
        everything = browse(library, kinds, today).rows
        return Listing(everything, f"{told} This is what there is.", answer.did_you_mean)
    return Listing(nearest, told, answer.did_you_mean)


def answer_sentence(answer: Answer, kinds: frozenset[Kind]) -> str:
    """Return what has to be said above what a search found, or nothing: that it is not what was asked for."""
    if answer.hits:
        return _OTHER_SPELLING if answer.did_you_mean else ""
    nothing = f"{_none_of(kinds)} “{shown_query(answer.query)}”."
    if not answer.nearest:
        return nothing
    alike = any(hit.score > 0 for hit in answer.nearest)
    told = "These come nearest." if alike else "No title comes near either; these are the latest."
    return f"{nothing} {told}"


def why_found(hit: Hit) -> str:
    """Return why a hit is there, in some words: ``Found by all words, under “Set up”``."""
    if not hit.reason:
        return ""
    place = f", under “{hit.section}”" if hit.section and hit.section != hit.title else ""
    return f"Found by {hit.reason}{place}"


def row_of(record: Record, today: date) -> RecordRow:
    """Return a record as a row, with the first words of what it says."""
    return RecordRow(kind_of(record), record.id, record.title, lead_of(record), badge_of(record, today))


def lead_of(record: Record) -> str:
    """Return what a record says first, on one line: its summary, its symptoms or its first words."""
    if isinstance(record, Article) and record.summary:
        return record.summary
    if isinstance(record, KnownIssue) and record.symptoms:
        return " · ".join(record.symptoms)[:_LEAD_LENGTH]
    lead = ""
    for most in _READ_FOR_LEAD:
        lines = (line for line in record.body[:most].split("\n") if not line.lstrip().startswith("#"))
        lead = " ".join(plain("\n".join(lines)).split())
        if len(lead) > 2 * _LEAD_LENGTH:  # far enough from where it was cut
            break
    return lead[:_LEAD_LENGTH]


def _rows_of(hits: Iterable[Hit], library: Library, today: date) -> tuple[RecordRow, ...]:
    return tuple(_row_of_hit(hit, library, today) for hit in hits if hit.kind is not Kind.PAST_ANSWER)


def _row_of_hit(hit: Hit, library: Library, today: date) -> RecordRow:
    record = record_named(library, hit.kind, hit.id)
    if record is None:  # the index is a moment behind the library
        words, tone = trust_badge(hit)
        return RecordRow(
            hit.kind, hit.id, hit.title, hit.excerpt, Badge(words, words, tone, ""), hit.marks, hit
        )
    excerpt, marks = (hit.excerpt, hit.marks) if hit.excerpt.strip() else (lead_of(record), ())
    return RecordRow(hit.kind, hit.id, record.title, excerpt, badge_of(record, today), marks, hit)


def marked_words(listing: Listing, query: str, key: str) -> tuple[str, ...]:
    """Return the words to mark on a record's page, as they stand in texts.

    Its own excerpt says which; what other excerpts say counts where it is a form of a typed word
    (their synonyms would mark what nobody looks for).
    """
    if isinstance(listing.rows, RowSequence):  # everything there is: no search marked it
        return ()
    typed = tuple(word[:4] for word in query.casefold().split() if len(word) > 2)
    words: set[str] = set()
    for row in listing.rows:
        if not isinstance(row, RecordRow):
            continue
        marked = {row.excerpt[start:end].casefold() for start, end in row.marks}
        words |= marked if row.key == key else {word for word in marked if word.startswith(typed)}
    return tuple(sorted(word for word in words if len(word) > 1))[:200]


def _none_of(kinds: frozenset[Kind]) -> str:
    """The words before a query that nothing has."""
    if len(kinds) == 1:
        return f"No {KIND_WORDS[next(iter(kinds))]} has"
    return "Nothing has"


def _area_order(area: str) -> tuple[int, str]:
    if area == "Playbook":
        return 0, area
    return (2 + _LAST_AREAS.index(area), area) if area in _LAST_AREAS else (1, area.casefold())


def shown_query(query: str) -> str:
    """Return a query for a sentence: on one line, at most 60 letters."""
    flat = " ".join(query.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
