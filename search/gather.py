"""What is to be indexed: the entries of a library, and the terms of an entry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from search.entry import Entry, of_article, of_known_issue, of_snippet
from search.language import Language, language
from search.passages import Passage, passages, plain, units
from search.words import Word

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
    wanted = None if only is None else only.added | only.changed

    def is_wanted(kind: str, record_id: str) -> bool:
        return wanted is None or f"{kind}:{record_id}" in wanted

    def updated(path: str) -> str:
        try:
            stamp = (library.folder / path).stat().st_mtime
        except OSError:
            return ""
        return datetime.fromtimestamp(stamp, UTC).date().isoformat()

    return [
        *(
            of_article(a, updated=updated(a.path))
            for a in library.articles.values()
            if is_wanted("article", a.id)
        ),
        *(
            of_known_issue(i, updated=updated(i.path))
            for i in library.known_issues.values()
            if is_wanted("known-issue", i.id)
        ),
        *(
            of_snippet(s, updated=updated(s.path))
            for s in library.snippets.values()
            if is_wanted("snippet", s.id)
        ),
    ]


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
    labels = reader.column([entry.summary, " ".join(entry.tags), " ".join(entry.products)])
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
        self._fresh: dict[str, Word] = {}
        self.extras: list[str] = []

    def column(self, lines: Iterable[str]) -> str:
        terms, extras, words = self._spoken.column(lines)
        self.extras += extras
        self._fresh.update((raw, words[raw]) for raw in words.keys() - self._known)
        return terms

    def fresh(self) -> dict[str, str]:
        """Return the surfaces, with their terms, of the words that were not known; they are from now on."""
        found: dict[str, str] = {}
        for terms, _, surfaces in self._fresh.values():
            one_each = len(terms) == len(surfaces)
            found.update(zip(surfaces, terms if one_each else map(self._spoken.stem, surfaces), strict=True))
        self._known.update(self._fresh)
        self._fresh.clear()
        return found
