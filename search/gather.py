"""What is to be indexed: the entries of a library, and the terms of an entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from search.entry import Entry, of_article, of_known_issue, of_snippet
from search.language import Language, language
from search.passages import Passage, passages, plain, units
from search.ranking import LINE_END

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


def analysed(entry: Entry) -> Iterator[AnalysedPassage]:
    """Yield the passages of an entry with their terms; what names the record stands with each."""
    spoken = language(entry.language)
    reader = _Reader(spoken)
    title = reader.line(entry.title)
    names = reader.lines(list(entry.names))
    labels = reader.lines([entry.summary, " ".join(entry.tags), " ".join(entry.products)])
    shared_extras, shared_words = reader.extras, reader.words
    for passage in passages(entry.body):
        reader = _Reader(spoken, list(shared_extras), dict(shared_words))
        heading = reader.line(passage.heading)
        sentences = units(plain(passage.text))
        body = reader.lines(sentences)
        columns = (title, names, labels, heading, body, " ".join(reader.extras))
        lines = "\n".join(" ".join(sentence.split()) for sentence in sentences)
        yield AnalysedPassage(passage, lines, columns, reader.words)


class _Reader:
    """Collects the extras and the words as written while lines are analysed."""

    def __init__(
        self, spoken: Language, extras: list[str] | None = None, words: dict[str, str] | None = None
    ) -> None:
        self._spoken = spoken
        self.extras = extras if extras is not None else []
        self.words = words if words is not None else {}

    def line(self, text: str) -> str:
        terms, extras, surfaces = self._spoken.analyse(text)
        self.extras += extras
        if len(terms) == len(surfaces):
            self.words.update(zip(surfaces, terms, strict=True))
        else:
            self.words.update((surface, self._spoken.stem(surface)) for surface in surfaces)
        return " ".join(terms)

    def lines(self, texts: list[str]) -> str:
        return f" {LINE_END} ".join(self.line(text) for text in texts)
