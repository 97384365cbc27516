"""The rows that records become in the index file, and how many passages hold each term of them."""

from collections import Counter
from collections.abc import Iterable

from search.entry import Entry
from search.gather import analysed, name_key
from search.words import fold


class Batch:
    """The rows of records that are written together."""

    def __init__(self, record: int, passage: int) -> None:
        self._record = record
        self._passage = passage
        self._known: set[str] = set()
        self.records: list[tuple[object, ...]] = []
        self.names: list[tuple[str, int]] = []
        self.passages: list[tuple[object, ...]] = []
        self.postings: list[tuple[object, ...]] = []
        self.words: dict[str, str] = {}
        self.holding: Counter[str] = Counter()
        self.length = 0

    def add(self, entry: Entry) -> None:
        """Take in a record with its passages."""
        record = self._record + len(self.records)
        self.records.append(
            (
                *(record, entry.key, entry.kind.value, entry.id, entry.title, entry.revision, entry.language),
                *(folded([entry.owner]), entry.status, folded(entry.products), folded(entry.tags)),
                *(entry.verified, entry.due, entry.updated, " ".join(entry.cites)),
            )
        )
        names = {name_key(name) for name in (entry.title, *entry.names)} - {""}
        self.names += [(name, record) for name in names]
        for part in analysed(entry, self._known):
            num = self._passage + len(self.passages)
            heading, start, text = part.passage.heading, part.passage.start, part.passage.text
            self.passages.append((num, record, heading, start, text, part.plain))
            self.postings.append((num, *part.columns))
            self.words.update(part.words)
            terms = " ".join(part.columns).split()
            self.holding.update(set(terms))
            self.length += len(terms)


def folded(values: Iterable[str]) -> str:
    """Return values as one column between bars, folded, so that a filter finds each by its beginning."""
    return "".join(f"|{fold(value)}" for value in values if value) + "|"
