"""The query language: words, "phrases", -not, OR, prefix*, fields; whatever is typed is understood somehow.

Read by one pass of a linear regular expression over at most 256 characters and 32 words. A half-typed or
broken query loses its broken piece, never its words.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

LONGEST_QUERY = 256
LONGEST_QUESTION = 2_000
MOST_WORDS = 32
SENTENCE = 4  # bare words from which on a query is a sentence, and its quotation marks are quotation
TEXT_FIELDS = frozenset({"title", "heading", "body"})
FILTER_FIELDS = frozenset({"kind", "status", "owner", "product", "tag", "updated", "verified"})

_PIECE = re.compile(
    r"(?P<sign>[-+])?(?:(?P<field>[A-Za-z]{2,12}):(?P<operator>[<>]=?|=)?)?"
    r"(?:\"(?P<phrase>[^\"]*)\"?|(?P<word>[^\s\"()]+))"
)
_SYMBOLS = frozenset({"|", "&", "&&", "||"})
_OPERATORS = _SYMBOLS | {"OR", "AND", "NOT"}  # words in a message all in capitals are no operators

CHEAT_SHEET = (
    ("refund late", "records with these words; with all of them first"),
    ('"five days"', "these words in this order"),
    ("refund -cheque", "without this word"),
    ("refund OR chargeback", "either word"),
    ("refund*", "words that begin so"),
    ("+refund", "only records with this word"),
    ("title:refund", "in the title"),
    ("tag:billing", "with this tag; product:, owner: likewise"),
    ("kind:known-issue", "only known issues; article, snippet, past-answer likewise"),
    ("status:open", "open known issues; draft, published, retired, resolved likewise"),
    ("updated:>2026-01", "changed after January 2026"),
    ("verified:overdue", "articles whose review is overdue; verified:no, verified:>2026-01 likewise"),
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
    """A condition on a record's fields: ``updated`` ``>`` ``2026-01``, or not so (``negated``)."""

    field: str
    operator: str
    value: str
    negated: bool = False


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


@dataclass(slots=True)
class _Reader:
    operators: frozenset[str]
    wanted: list[tuple[Leaf, ...]] = field(default_factory=list)
    demanded: list[tuple[Leaf, ...]] = field(default_factory=list)
    excluded: list[Leaf] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    negate_next: bool = False
    join_next: bool = False
    last: list[tuple[Leaf, ...]] | None = None

    def read(self, piece: re.Match[str]) -> None:
        word = piece["word"] or ""
        if word.endswith(":") and word[:-1].lower() in TEXT_FIELDS | FILTER_FIELDS:
            return
        if not piece["field"] and word in self.operators:
            self.join_next = word in {"OR", "|", "||"} and self.last is not None
            self.negate_next = word == "NOT"
            return
        negated = self.negate_next or piece["sign"] == "-"
        self.negate_next = False
        name = (piece["field"] or "").lower()
        if name in FILTER_FIELDS:
            self._filter(piece, name, negated)
        else:
            self._leaf(piece, name, negated)
        self.join_next = False

    def unquote(self) -> None:
        """Take phrases in a sentence as something quoted, which need not be there word for word."""
        quoted = [place for place in self.demanded if len(place) == 1 and place[0].form is Form.PHRASE]
        words = [(Leaf(word),) for (phrase,) in quoted if not phrase.field for word in phrase.text.split()]
        self.wanted += words
        self.demanded = [place for place in self.demanded if place not in quoted or place[0].field]

    def _filter(self, piece: re.Match[str], name: str, negated: bool) -> None:
        value = (piece["phrase"] if piece["phrase"] is not None else piece["word"]).strip().strip("*,;")
        if value:
            self.filters.append(Filter(name, piece["operator"] or "", value, negated))
        self.last = None

    def _leaf(self, piece: re.Match[str], name: str, negated: bool) -> None:
        leaf = _leaf_of(piece, name)
        if not any(letter.isalnum() for letter in leaf.text):
            return
        if negated:
            self.excluded.append(leaf)
            return
        if self.join_next and self.last:
            self.last[-1] = (*self.last[-1], leaf)
            return
        demanded = leaf.form is Form.PHRASE or bool(leaf.field) or piece["sign"] == "+"
        self.last = self.demanded if demanded else self.wanted
        self.last.append((leaf,))


def _leaf_of(piece: re.Match[str], name: str) -> Leaf:
    """Return a leaf; a field that does not exist is a word like others (``nosuchfield:x``, a URL)."""
    if piece["phrase"] is not None:
        text, form = piece["phrase"], Form.PHRASE
    else:
        text = piece["word"]
        form = Form.PREFIX if text.endswith("*") and len(text.strip("*")) > 0 else Form.WORD
    text = text.replace("*", " ").strip() if form is not Form.PHRASE else text
    if name and name not in TEXT_FIELDS:
        return Leaf(f"{name} {text}", Form.WORD)
    return Leaf(text, form, name)


def parse(text: str, *, typing: bool = False, longest: int = LONGEST_QUERY) -> Query:
    """Understand a query; every text gives one, and none raises.

    With ``typing``, the last word is open at its end, unless a space follows it.
    """
    text = text[:longest].replace("\x00", " ").encode("utf-8", "ignore").decode("utf-8")
    reader = _Reader(_SYMBOLS if text == text.upper() and " " in text else _OPERATORS)
    for count, piece in enumerate(_PIECE.finditer(text)):
        if count >= MOST_WORDS * 8:
            break
        reader.read(piece)
    if len(reader.wanted) >= SENTENCE:
        reader.unquote()
    open_end = typing and bool(text) and (text[-1].isalnum() or text[-1] in "_")
    if not (reader.wanted or reader.demanded or reader.filters or reader.excluded):
        reader.wanted = [(Leaf(word),) for word in re.findall(r"\w+", text)[:MOST_WORDS]]
    return Query(
        text,
        tuple(reader.wanted[: MOST_WORDS * 4]),
        tuple(reader.demanded[:MOST_WORDS]),
        tuple(reader.excluded[:MOST_WORDS]),
        tuple(reader.filters[:MOST_WORDS]),
        open_end and bool(reader.wanted) and reader.last is reader.wanted,
    )
