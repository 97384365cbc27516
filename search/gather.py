"""What is to be indexed: the entries of a library, and the terms of an entry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.changed import Days
from search.entry import Entry, entry_of
from search.hit import Kind
from search.language import Language, language
from search.passages import Passage, passages, plain, units

if TYPE_CHECKING:
    from kb_content.library import Changes, Library


@dataclass(frozen=True, slots=True)
class AnalysedPassage:
    """A passage with its terms.

    ``plain`` holds its sentences and lines without Markdown, one a line; ``columns`` one text of terms
    for each column of the postings, lines as in ``plain``; ``words`` the words as written with their terms.
    """

    passage: Passage
    plain: str
    columns: tuple[str, str, str, str, str, str]
    words: dict[str, str]


def entries_of(library: "Library", only: "Changes | None") -> list[Entry]:
    """Return the entries of a library, or of those of its records that have changed."""
    kinds = (
        (Kind.ARTICLE, library.articles),
        (Kind.KNOWN_ISSUE, library.known_issues),
        (Kind.SNIPPET, library.snippets),
    )
    if only is None:
        records = [record for _, known in kinds for record in known.values()]
    else:
        by_kind = {kind.value: known for kind, known in kinds}
        keys = [key.partition(":") for key in sorted(only.added | only.changed)]
        found = [by_kind[kind].get(id) for kind, _, id in keys if kind in by_kind]
        records = [record for record in found if record is not None]
    days = Days(library.folder, [record.path for record in records])
    return [entry_of(record, updated=days.day(record)) for record in records]


def name_key(name: str, words: Language | None = None) -> str:
    """Return a title or alias as it is compared: its folded words, without punctuation."""
    return " ".join((words or language("und")).analyse(name).surfaces or [name.casefold().strip()])


def analysed(entry: Entry, known: set[str]) -> Iterator[AnalysedPassage]:
    """Yield the passages of an entry with their terms; what names the record stands with each.

    ``known`` are words whose surfaces the caller has already; those that are yielded are added.
    """
    reader = _Reader(language(entry.language), known)
    title = reader.column([entry.title])
    names = reader.column(entry.names)
    labels = reader.column(filter(None, (entry.summary, " ".join(entry.tags), " ".join(entry.products))))
    shared = reader.extras
    for passage in passages(entry.body):
        reader.extras = list(shared)
        sentences = units(plain(passage.text))
        columns = (title, names, labels, reader.column([passage.heading]), reader.column(sentences))
        lines = "\n".join([" ".join(sentence.split()) for sentence in sentences])
        yield AnalysedPassage(passage, lines, (*columns, " ".join(reader.extras)), reader.fresh())


class _Reader:
    """Collects the extras and the words as written while columns are analysed."""

    def __init__(self, spoken: Language, known: set[str]) -> None:
        self._spoken = spoken
        self._known = known
        self._fresh: set[str] = set()
        self.extras: list[str] = []

    def column(self, lines: Iterable[str]) -> str:
        terms, extras, words = self._spoken.column(lines)
        self.extras += extras
        self._fresh |= words - self._known
        return terms

    def fresh(self) -> dict[str, str]:
        """Return the surfaces, with their terms, of the words that were not known; they are from now on."""
        found: dict[str, str] = {}
        for terms, _, surfaces in map(self._spoken.word, sorted(self._fresh)):
            one_each = len(terms) == len(surfaces)
            found.update(zip(surfaces, terms if one_each else map(self._spoken.stem, surfaces), strict=True))
        self._known |= self._fresh
        self._fresh = set()
        return found
