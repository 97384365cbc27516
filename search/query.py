"""The query language: words, "phrases", -not, OR, prefix*, fields; whatever is typed is understood somehow.

A query with signs, of at most 256 characters and 32 words, is read by Whoosh's parser; words alone need
none. What the parser raises on, or loses a word of, is searched as plain words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from search.query_tree import Part, parsed

LONGEST_QUERY = 256
LONGEST_QUESTION = 2_000
MOST_WORDS = 32
SENTENCE = 4  # bare words from which on a query is a sentence, and its quotation marks are quotation
TEXT_FIELDS = frozenset({"title", "heading", "body"})
FILTER_FIELDS = frozenset({"kind", "status", "owner", "product", "tag", "updated", "verified"})

_FIELDS = tuple(sorted(TEXT_FIELDS | FILTER_FIELDS))
_BARE = re.compile(r"[^\s\"()]+")
_SIGN = re.compile(
    r"[\"*]|(?<![^\s(])[-+](?=[^\s+-])|(?<=\s)(?:\|\|?|&&?)(?=\s)"
    rf"|(?<![^\s(+-])(?i:{'|'.join(_FIELDS)}):(?=\S)"
)
_OPERATOR = re.compile(r"(?:^|(?<=[\s(]))(?:OR|AND|NOT)(?=\s)")
_LEADING_WILDCARD = re.compile(r"(?<![^\s(:+\"-])\*+")
_SYMBOLS = frozenset({"|", "&", "&&", "||"})
_GRAMMAR = frozenset({"or", "and", "not", "to", *_FIELDS})  # words that a query may use up

CHEAT_SHEET = (
    ("refund late", "these words in any form: refunds, refunded; first what has them all"),
    ('"late refund"', "these words side by side"),
    ("refund OR chargeback", "one of them is enough"),
    ("refund -subscription", "without this word"),
    ("+refund late", "only with this word"),
    ("subscri*", "words that begin so"),
    ("title:refund", "only in the title"),
    ("tag:billing", "with this tag"),
    ("product:bookings", "about this product"),
    ("owner:lena", "kept by this person"),
    ("kind:issue", "article, issue or snippet"),
    ("status:draft", "draft, published, retired; for issues also open, monitoring, …"),
    ("updated:>2026-01", "changed after January 2026; also updated:[2026-01 TO 2026-03]"),
    ("verified:overdue", "whose check is due; also verified:no, verified:>2026-01"),
)
"""An example and what it finds, for the window's cheat sheet."""


class Form(Enum):
    """How a piece of text is meant."""

    WORD = auto()
    PHRASE = auto()
    PREFIX = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word, a phrase or the beginning of a word, wanted anywhere or in one field."""

    text: str
    form: Form = Form.WORD
    field: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on a record's fields: ``updated`` ``>`` ``2026-01``, or not so (``negated``).

    One of the filters in ``others`` will do as well.
    """

    field: str
    operator: str
    value: str
    negated: bool = False
    others: tuple["Filter", ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it is understood.

    ``wanted`` groups alternatives: of ``a OR b`` one is enough. Words in ``wanted`` count for the rank
    and none is demanded; of each group in ``demanded`` one must be there (phrases, ``+word``, fields);
    nothing in ``excluded`` may. ``open_end`` says that the last word may be half typed.
    """

    text: str
    wanted: tuple[tuple[Leaf, ...], ...] = ()
    demanded: tuple[tuple[Leaf, ...], ...] = ()
    excluded: tuple[Leaf, ...] = ()
    filters: tuple[Filter, ...] = ()
    open_end: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is words only, so that it may be somebody's title or question."""
        return not (self.demanded or self.excluded or self.filters)


class _Garbled(Exception):
    """The parser's tree means something that the postings cannot be asked, or lacks words of the query."""


@dataclass(slots=True)
class _Reader:
    """Collects what a parsed query wants; ``ends`` tells where each place of ``wanted`` ends in the text."""

    wanted: list[tuple[Leaf, ...]] = field(default_factory=list)
    demanded: list[tuple[Leaf, ...]] = field(default_factory=list)
    excluded: list[Leaf] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def read(self, part: Part, *, must: bool = False) -> None:
        """Take in a part of the tree and what is below it."""
        if part.kind == "not":
            self._exclude(part)
        elif part.kind == "or" and all(not below.parts for below in part.parts):
            self._either(part.parts, must=must)
        elif part.parts:
            for below in part.parts:
                self.read(below, must=must or part.kind == "must")
        elif part.kind not in {"and", "or", "must"}:
            self._either((part,), must=must)

    def unquote(self) -> None:
        """Take phrases in a sentence as something quoted, which need not be there word for word."""
        quoted = [place for place in self.demanded if len(place) == 1 and place[0].form is Form.PHRASE]
        words = [(Leaf(word),) for (phrase,) in quoted if not phrase.field for word in phrase.text.split()]
        self.wanted += words
        self.ends += [-1] * len(words)
        self.demanded = [place for place in self.demanded if place not in quoted or place[0].field]

    def words(self) -> Iterator[str]:
        """Yield every text that was taken in."""
        for leaf in (*(leaf for place in (*self.wanted, *self.demanded) for leaf in place), *self.excluded):
            yield leaf.text
        for condition in self.filters:
            yield from (one.value for one in (condition, *condition.others))

    def _exclude(self, part: Part) -> None:
        for below in _leaves(part):
            if below.field in FILTER_FIELDS:
                self.filters += [replace(one, negated=not one.negated) for one in _filters(below)]
            elif leaf := _leaf(below):
                self.excluded.append(leaf)

    def _either(self, parts: tuple[Part, ...], *, must: bool) -> None:
        """Take in pieces of text of which one is enough."""
        if any(part.field in FILTER_FIELDS for part in parts):
            self._filter(parts)
            return
        leaves = tuple(leaf for leaf in map(_leaf, parts) if leaf)
        if len({leaf.field for leaf in leaves}) > 1:
            leaves = tuple(replace(leaf, field="") for leaf in leaves)
        if not leaves:
            return
        if must or any(leaf.form is Form.PHRASE or leaf.field for leaf in leaves):
            self.demanded.append(leaves)
        else:
            self.wanted.append(leaves)
            self.ends.append(parts[-1].end if len(leaves) == 1 else -1)

    def _filter(self, parts: tuple[Part, ...]) -> None:
        if len(parts) == 1:
            self.filters += _filters(parts[0])
            return
        if any(part.field not in FILTER_FIELDS or part.kind == "range" for part in parts):
            raise _Garbled
        first, *others = (one for part in parts for one in _filters(part))
        self.filters.append(replace(first, others=tuple(others)))


def _leaves(part: Part) -> Iterator[Part]:
    if not part.parts and part.kind not in {"and", "or", "not", "must"}:
        yield part
    for below in part.parts:
        yield from _leaves(below)


_FORMS = {"word": Form.WORD, "phrase": Form.PHRASE, "prefix": Form.PREFIX}


def _leaf(part: Part) -> Leaf | None:
    """Return a piece of text; a field that does not exist is a word like others (as in a URL)."""
    if part.kind not in _FORMS:
        raise _Garbled
    if part.text[-1:] == ":" and part.text[:-1].lower() in _FIELDS:
        return None
    form = _FORMS[part.kind]
    text = part.text if form is Form.PHRASE else part.text.replace("*", " ").replace(":", " ").strip(' "()')
    return Leaf(text, form, part.field) if any(letter.isalnum() for letter in text) else None


def _filters(part: Part) -> list[Filter]:
    if part.kind == "range":
        return [Filter(part.field, operator, value.strip("\"'")) for operator, value in part.bounds]
    operator = "=" if part.text.startswith("=") else ""
    value = part.text.removeprefix("=").strip().strip("*,;")
    return [Filter(part.field, operator, value)] if value else []


def parse(text: str, *, typing: bool = False, longest: int = LONGEST_QUERY) -> Query:
    """Understand a query; every text gives one, and none raises.

    With ``typing``, the last word is open at its end, unless a space follows it.
    """
    text = text[:longest].replace("\x00", " ").encode("utf-8", "ignore").decode("utf-8")
    signed = _LEADING_WILDCARD.sub("", " ".join(text.split()))
    reader = _signed(signed) if _has_signs(signed) else None
    if reader is None:
        reader = _plain(text)
    open_end = typing and bool(text) and (text[-1].isalnum() or text[-1] == "_")
    return Query(
        text,
        tuple(reader.wanted[: MOST_WORDS * 4]),
        tuple(reader.demanded[:MOST_WORDS]),
        tuple(reader.excluded[:MOST_WORDS]),
        tuple(reader.filters[:MOST_WORDS]),
        open_end and bool(reader.wanted) and reader.ends[-1] in {len(signed), _OPEN},
    )


def _shouted(text: str) -> bool:
    """Return whether a text is all in capitals, so that OR and NOT in it are words."""
    return text == text.upper() and " " in text


def _has_signs(text: str) -> bool:
    """Return whether a text is for the parser: it has signs, and is no longer than a query is."""
    if len(text) > LONGEST_QUERY or text.count(" ") >= MOST_WORDS:
        return False
    return bool(_SIGN.search(text) or (not _shouted(text) and _OPERATOR.search(text)))


def _signed(text: str) -> _Reader | None:
    """Read a query with the parser; nothing if it fails, or if words of the query are lost."""
    reader = _Reader()
    balanced = text + '"' if text.count('"') % 2 else text
    try:
        reader.read(parsed(balanced, _FIELDS, words_as_operators=not _shouted(text)))
    except Exception:  # documented: Whoosh raises anything (IndexError on ``NOT OR x``)
        return None
    if len(reader.wanted) >= SENTENCE:
        reader.unquote()
    kept = set(re.findall(r"\w+", " ".join(reader.words())))
    lost = {word for word in re.findall(r"\w+", text) if word not in kept and word.lower() not in _GRAMMAR}
    return None if lost or not (kept or reader.filters) else reader


_OPEN = -2  # where the last of plain words ends: wherever the text does


def _plain(text: str) -> _Reader:
    """Read a text as words and nothing else."""
    bare = [Part("word", word) for word in _BARE.findall(text) if word not in _SYMBOLS]
    words: list[tuple[Leaf, ...]] = [(leaf,) for leaf in map(_leaf, bare[: MOST_WORDS * 8]) if leaf]
    words = words or [(Leaf(word),) for word in re.findall(r"\w+", text)[:MOST_WORDS]]
    return _Reader(wanted=words, ends=[_OPEN] * len(words))
