"""The engines of the speed benchmark: how each builds an index into a folder and answers a keystroke."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from search_engines import PlainFts5, Tantivy, WhooshOwn
from search_library import MadeLibrary

from search.index import Index

HITS = 20
Ask = Callable[[str], object]


def build_thrice(library: MadeLibrary, folder: Path) -> None:
    index = Index.open(folder / "index.sqlite")
    index.sync(library)  # type: ignore[arg-type]
    index.close()


def ask_thrice(folder: Path) -> Ask:
    """Return a search whose last word is half typed, with excerpts."""
    index = Index.open(folder / "index.sqlite")
    return lambda text: index.search(text, limit=HITS, typing=True)


def build_fts5(library: MadeLibrary, folder: Path) -> None:
    PlainFts5().fill(library.documents(), folder)


def ask_fts5(folder: Path) -> Ask:
    """Return a search of plain FTS5: the last word a prefix, an excerpt by ``snippet``."""
    run = sqlite3.connect(folder / "plain.sqlite").execute

    def ask(text: str) -> object:
        words = [f'"{word}"' for word in text.replace('"', " ").split()]
        if not words:
            return []
        match = " OR ".join([*words[:-1], words[-1] + "*"])
        return run(
            "SELECT title, snippet(page, 1, '[', ']', '…', 30) FROM page WHERE page MATCH ?"
            " ORDER BY rank LIMIT ?",
            (match, HITS),
        ).fetchall()

    return ask


def build_whoosh(library: MadeLibrary, folder: Path) -> None:
    WhooshOwn().fill(library.documents(), folder)


def ask_whoosh(folder: Path) -> Ask:
    """Return a search of Whoosh's own index with its own highlights; no prefix, which takes it seconds."""
    engine = WhooshOwn()
    engine.open(folder)
    return lambda text: [hit.highlights("body") for hit in engine.results(text, HITS)]


def build_tantivy(library: MadeLibrary, folder: Path) -> None:
    Tantivy().fill(library.documents(), folder)


def ask_tantivy(folder: Path) -> Ask:
    """Return a search of tantivy with its own snippets; no prefix, which its parser does not have."""
    engine = Tantivy()
    engine.open(folder)
    return lambda text: engine.snippets(text, HITS)


ENGINES: dict[str, tuple[str, Callable[[MadeLibrary, Path], None], Callable[[Path], Ask]]] = {
    "thrice": ("Thrice", build_thrice, ask_thrice),
    "fts5": ("FTS5 porter", build_fts5, ask_fts5),
    "whoosh": ("Whoosh BM25F (no prefix)", build_whoosh, ask_whoosh),
    "tantivy": ("tantivy (no prefix)", build_tantivy, ask_tantivy),
}
"""By its short name: the name to show, what builds its index, what opens it for asking."""
