"""The rows of the library's list: what is there, or what a search found. Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.library.records import KIND_WORDS, Record, all_records, area_of, kind_of, record_named
from desktop.library.trust import Badge, badge_of
from desktop.widgets.trust_badge import trust_badge
from kb_content.article import Article
from kb_content.known_issue import KnownIssue
from kb_content.library import Library
from kb_content.markdown import plain
from search.hit import Answer, Hit, Kind

_LAST_AREAS = ("Known issues", "Snippets")
_LEAD_LENGTH = 160


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
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.title, KIND_WORDS.get(self.kind, ""), self.badge.told, self.excerpt)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A heading between rows: an area of the library and how many records it has."""

    title: str
    count: int = 0


Row = RecordRow | AreaRow


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows: its rows, a sentence above them, and a corrected query to offer."""

    rows: tuple[Row, ...] = ()
    sentence: str = ""
    did_you_mean: str = ""
    found: int = 0


def browse(library: Library, kinds: frozenset[Kind], today: date) -> Listing:
    """Return everything of the wanted kinds, grouped by area, articles first."""
    areas: dict[str, list[Record]] = {}
    for record in all_records(library):
        if kind_of(record) in kinds:
            areas.setdefault(area_of(record), []).append(record)
    rows: list[Row] = []
    for area in sorted(areas, key=_area_order):
        records = sorted(areas[area], key=lambda record: record.title.casefold())
        rows.append(AreaRow(area, len(records)))
        rows.extend(row_of(record, today) for record in records)
    return Listing(tuple(rows), found=sum(map(len, areas.values())))


def found(answer: Answer, library: Library, kinds: frozenset[Kind], today: date) -> Listing:
    """Return what a search found; with nothing found the nearest titles, or all there is."""
    hits = _rows_of(answer.hits, library, today)
    if hits:
        return Listing(hits, "", answer.did_you_mean, len(hits))
    nearest = _rows_of(answer.nearest, library, today)
    if nearest:
        sentence = f"Nothing has “{_short(answer.query)}”. These titles come nearest."
        return Listing(nearest, sentence, answer.did_you_mean)
    everything = browse(library, kinds, today)
    sentence = f"Nothing has “{_short(answer.query)}”. This is what there is."
    return Listing(everything.rows, sentence, answer.did_you_mean)


def row_of(record: Record, today: date) -> RecordRow:
    """Return a record as a row, with the first words of what it says."""
    return RecordRow(kind_of(record), record.id, record.title, lead_of(record), badge_of(record, today))


def lead_of(record: Record) -> str:
    """Return what a record says first, on one line: its summary, its symptoms or its first words."""
    if isinstance(record, Article) and record.summary:
        return record.summary
    if isinstance(record, KnownIssue) and record.symptoms:
        return " · ".join(record.symptoms)[:_LEAD_LENGTH]
    lines = (line for line in record.body[:2_000].split("\n") if not line.lstrip().startswith("#"))
    return " ".join(plain("\n".join(lines)).split())[:_LEAD_LENGTH]


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
    typed = tuple(word[:4] for word in query.casefold().split() if len(word) > 2)
    words: set[str] = set()
    for row in listing.rows:
        if not isinstance(row, RecordRow):
            continue
        marked = {row.excerpt[start:end].casefold() for start, end in row.marks}
        words |= marked if row.key == key else {word for word in marked if word.startswith(typed)}
    return tuple(sorted(word for word in words if len(word) > 1))[:200]


def _area_order(area: str) -> tuple[int, str]:
    if area == "Playbook":
        return 0, area
    return (2 + _LAST_AREAS.index(area), area) if area in _LAST_AREAS else (1, area.casefold())


def _short(query: str) -> str:
    flat = " ".join(query.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
