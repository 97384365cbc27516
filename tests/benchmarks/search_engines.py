"""The search engines that are measured side by side: ours, plain FTS5, Whoosh's own index, tantivy.

Each is filled with the same documents and asked with the customer's words as they are, any word being
enough. Whoosh and tantivy are used as their documentation shows, with stemming and, in Whoosh, stop words.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from search_sets import Document

from kb_content.library import Library
from search.index import Index

_WORD = re.compile(r"\w+")


class Engine(Protocol):
    """Something that finds documents."""

    name: str

    def fill(self, documents: Sequence[Document], folder: Path) -> None:
        """Index the documents; files may be kept in the (empty) folder."""

    def find(self, query: str, limit: int) -> list[str]:
        """Return the ids of documents, best first."""


def write_library(documents: Iterable[Document], folder: Path) -> dict[str, str]:
    """Write documents as a folder of Markdown articles; return their ids by the ids of the articles."""
    ids = {}
    for at, document in enumerate(documents):
        name = f"d{at:06}"
        ids[name] = document.id
        part = folder / f"{at // 1000:03}"
        part.mkdir(parents=True, exist_ok=True)
        title = f"title: {json.dumps(document.title, ensure_ascii=False)}\n" if document.title else ""
        (part / f"{name}.md").write_text(f"---\nid: {name}\n{title}---\n{document.body}\n", encoding="utf-8")
    return ids


class Ours:
    """Thrice's own index, filled from a folder of Markdown as a team's library is."""

    name = "Thrice"

    def fill(self, documents: Sequence[Document], folder: Path) -> None:
        self.ids = write_library(documents, folder / "library")
        self.index = Index.open(folder / "index.sqlite")
        self.counts = self.index.sync(Library.open(folder / "library"))

    def find(self, query: str, limit: int) -> list[str]:
        return [self.ids[hit.id] for hit in self.index.search(query, limit=limit).hits]


class PlainFts5:
    """SQLite's full-text index with its Porter stemmer and its BM25."""

    name = "FTS5 porter"

    def fill(self, documents: Sequence[Document], folder: Path) -> None:
        self._ids = [document.id for document in documents]
        self._run = sqlite3.connect(folder / "plain.sqlite").execute
        self._run("CREATE VIRTUAL TABLE page USING fts5(title, body, tokenize = 'porter unicode61')")
        self._run("BEGIN")
        for at, document in enumerate(documents):
            self._run(
                "INSERT INTO page(rowid, title, body) VALUES (?, ?, ?)", (at, document.title, document.body)
            )
        self._run("COMMIT")

    def find(self, query: str, limit: int) -> list[str]:
        match = " OR ".join(f'"{word}"' for word in _WORD.findall(query.lower()))
        if not match:
            return []
        rows = self._run("SELECT rowid FROM page WHERE page MATCH ? ORDER BY rank LIMIT ?", (match, limit))
        return [self._ids[at] for (at,) in rows]


class WhooshOwn:
    """Whoosh's own index with BM25F, Snowball stemmer and stop words."""

    name = "Whoosh BM25F"

    def fill(self, documents: Sequence[Document], folder: Path) -> None:
        from whoosh import analysis, fields, index, lang

        spoken = analysis.StemmingAnalyzer(stemfn=lang.stemmer_for_language("en"), cachesize=-1)
        schema = fields.Schema(
            id=fields.ID(stored=True), title=fields.TEXT(spoken), body=fields.TEXT(spoken, stored=True)
        )
        (folder / "whoosh").mkdir()
        writer = index.create_in(folder / "whoosh", schema).writer(limitmb=256)
        for document in documents:
            writer.add_document(id=document.id, title=document.title, body=document.body)
        writer.commit()
        self.open(folder)

    def open(self, folder: Path) -> None:
        """Open what was filled before."""
        from whoosh import index, qparser

        self._index = index.open_dir(folder / "whoosh")
        self._searcher = self._index.searcher()
        self._parser = qparser.MultifieldParser(
            ["title", "body"],
            self._index.schema,
            plugins=[qparser.WhitespacePlugin()],
            group=qparser.OrGroup,
        )

    def find(self, query: str, limit: int) -> list[str]:
        return [hit["id"] for hit in self.results(query, limit)]

    def results(self, query: str, limit: int) -> Any:
        """Return Whoosh's own results, which can make highlights."""
        words = " ".join(_WORD.findall(query.lower()))
        return self._searcher.search(self._parser.parse(words), limit=limit)


class Tantivy:
    """Tantivy's index with its English stemmer and its BM25."""

    name = "tantivy"

    def fill(self, documents: Sequence[Document], folder: Path) -> None:
        import tantivy

        build = tantivy.SchemaBuilder()
        build.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in ("title", "body"):
            build.add_text_field(name, stored=name == "body", tokenizer_name="en_stem")
        (folder / "tantivy").mkdir()
        writer = tantivy.Index(build.build(), path=str(folder / "tantivy")).writer(128_000_000)
        for document in documents:
            writer.add_document(tantivy.Document(id=document.id, title=document.title, body=document.body))
        writer.commit()
        writer.wait_merging_threads()
        self.open(folder)

    def open(self, folder: Path) -> None:
        """Open what was filled before."""
        import tantivy

        self._tantivy: Any = tantivy
        self._index = tantivy.Index.open(str(folder / "tantivy"))
        self._searcher = self._index.searcher()

    def find(self, query: str, limit: int) -> list[str]:
        return [document["id"][0] for document in self._documents(self._parsed(query), limit)]

    def snippets(self, query: str, limit: int) -> list[str]:
        """Return tantivy's own excerpts of the hits."""
        parsed = self._parsed(query)
        maker = self._tantivy.SnippetGenerator.create(self._searcher, parsed, self._index.schema, "body")
        return [maker.snippet_from_doc(document).to_html() for document in self._documents(parsed, limit)]

    def _parsed(self, query: str) -> Any:
        words = " ".join(_WORD.findall(query.lower()))
        return self._index.parse_query(words, ["title", "body"])

    def _documents(self, parsed: Any, limit: int) -> list[Any]:
        return [self._searcher.doc(address) for _, address in self._searcher.search(parsed, limit).hits]


def engines() -> list[Callable[[], Engine]]:
    """Return the makers of the engines that are installed, ours first."""
    makers: list[Callable[[], Engine]] = [Ours, PlainFts5, WhooshOwn]
    try:
        import tantivy  # noqa: F401
    except ImportError:
        print("tantivy is not installed (pip install tantivy): left out")
        return makers
    return [*makers, Tantivy]
