"""The judged sets on which the search is measured: documents, queries, and what is relevant to which.

The sets lie outside the repository, in ``../shared/data`` or the folder that ``THRICE_DATA`` names.
"""

import json
import os
import re
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(os.environ.get("THRICE_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
HINT3 = ("sofmattress", "curekart", "powerplay11")
CLASSIC = ("cranfield", "cacm", "cisi", "lisa", "med", "npl", "time")

_FRONT_MATTER = re.compile(r"\A\ufeff?---\s*\n.*?\n---\s*\n", re.DOTALL)
_TITLE_FIELD = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
_FIRST_HEADING = re.compile(r"^\s*#\s.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be found: its title may be empty."""

    id: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and the grade (1 and up) of each relevant document; none, if nothing fits.

    ``without`` is a document that must not count as an answer (the page the question is from).
    """

    id: str
    text: str
    relevant: dict[str, int]
    without: str = ""

    @property
    def half(self) -> str:
        """``tune`` or ``report``: which half of the development set the query belongs to."""
        return "tune" if zlib.crc32(self.id.encode()) % 2 else "report"


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """A set; ``support`` marks those that are like a support team's work."""

    name: str
    support: bool
    documents: tuple[Document, ...]
    queries: tuple[Judged, ...]


def available() -> bool:
    """Return whether the data is on this machine."""
    return (DATA / "stackfaq").is_dir()


def support_sets() -> Iterator[JudgedSet]:
    """Yield the six sets of FAQ entries and help articles."""
    documents = [
        Document(d["id"], d["title"], "\n\n".join(d["answers"])) for d in _lines("stackfaq/corpus.jsonl")
    ]
    yield JudgedSet("stackfaq", True, tuple(documents), _queries("stackfaq/queries.dev.jsonl"))
    for bot in HINT3:
        queries = _queries(f"hint3/{bot}.queries.dev.jsonl")
        yield JudgedSet(f"hint3 {bot}", True, _intents(f"hint3/{bot}.corpus.jsonl"), queries)
    yield JudgedSet(
        "banking77", True, _intents("banking77/corpus.jsonl"), _queries("banking77/queries.dev.jsonl")
    )
    yield JudgedSet("bitwarden", True, tuple(_bitwarden()), _queries("kb_docs/bitwarden.q2article.dev.jsonl"))


def other_sets(*, large: bool = False) -> Iterator[JudgedSet]:
    """Yield the classic collections and, if ``large``, the two product references with 44,000 pages."""
    for name in CLASSIC:
        documents = tuple(
            Document(d["id"], d["title"], d["text"]) for d in _lines(f"ir_classic/{name}.corpus.jsonl")
        )
        yield JudgedSet(name, False, documents, _queries(f"ir_classic/{name}.queries.dev.jsonl"))
    for name in ("office-dev", "vba") if large else ():
        yield JudgedSet(name, False, tuple(untitled(name)), _queries(f"kb_docs/{name}.known_item.dev.jsonl"))


def untitled(name: str) -> Iterator[Document]:
    """Yield the pages of a product reference without front matter and first heading."""
    with tarfile.open(DATA / f"kb_docs/{name}.tar.gz") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is not None:
                text = _FRONT_MATTER.sub("", stream.read().decode("utf-8", "replace"))
                yield Document(member.name[len(name) + 1 :], "", _FIRST_HEADING.sub("", text, count=1))


def help_pages(folder: str) -> Iterator[Document]:
    """Yield the Markdown pages of a product's help, with the titles of their front matter."""
    root = DATA / "kb_docs" / folder
    for path in sorted(root.rglob("*.m*")):
        text = path.read_text(encoding="utf-8", errors="replace")
        title = _TITLE_FIELD.search(text[:2_000])
        name = title.group(1).strip(" \"'") if title else path.stem.replace("-", " ")
        yield Document(path.relative_to(root).as_posix(), name, _FRONT_MATTER.sub("", text))


def _bitwarden() -> Iterator[Document]:
    yield from (page for page in help_pages("bitwarden") if "/faqs/" not in page.id)


def _intents(path: str) -> tuple[Document, ...]:
    return tuple(Document(d["id"], d["title"], "\n\n".join(d["examples"])) for d in _lines(path))


def _lines(path: str) -> Iterator[dict[str, Any]]:
    with (DATA / path).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _queries(path: str) -> tuple[Judged, ...]:
    return tuple(
        Judged(str(q.get("id", at)), q["text"], _grades(q["relevant"]), q.get("from", ""))
        for at, q in enumerate(_lines(path))
    )


def _grades(relevant: dict[str, int] | Iterable[str]) -> dict[str, int]:
    return relevant if isinstance(relevant, dict) else dict.fromkeys(relevant, 1)
