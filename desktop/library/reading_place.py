"""Where a record is read: at which heading, with which words marked; written as an address."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from kb_content.links import anchor_of
from search.hit import Hit

_MARK, _BETWEEN = "?mark=", ","


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """A record's id, the anchor of a heading (empty: its top), and the words to mark in its text."""

    id: str
    anchor: str = ""
    words: tuple[str, ...] = ()


def address_of(hit: Hit) -> str:
    """Return where a hit is read, such as ``refunds#late-refunds?mark=banks,take``."""
    anchor = f"#{anchor_of(hit.section)}" if hit.section and hit.section != hit.title else ""
    words = dict.fromkeys(hit.excerpt[start:end].casefold() for start, end in hit.marks)
    marked = _BETWEEN.join(quote(word, safe="") for word in words if word.strip())
    return f"{hit.id}{anchor}{_MARK if marked else ''}{marked}"


def reading_place(address: str) -> ReadingPlace:
    """Return what an address says; an id alone is one, too."""
    place, _, marked = address.partition(_MARK)
    id, _, anchor = place.partition("#")
    return ReadingPlace(id, anchor, tuple(unquote(word) for word in marked.split(_BETWEEN) if word))
