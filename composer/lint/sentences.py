"""Cut running text into sentences and words, with offsets."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_END = re.compile(r"(?<![.!?…])[.!?…]{1,12}[\"'”’)\]*_\ufffc]{0,2000}(?=\s)")
_NEXT_STARTS = re.compile(r"\s+[\"'“‘(\[*_¿¡]*(?:[A-ZÀ-ÖØ-Þ0-9]|\ufffc)")
_SHORTENED = (
    "mr mrs ms dr prof st vs approx ca inc ltd co corp dept ext est fig vol jr sr tel e.g i.e eg ie "
    "cf al resp incl excl min max z.b d.h u.a bzw ggf ca nr str usw sog inkl zzgl evtl hr fr p.ej ej sra dra "
    "ud uds p.s ps jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun"
)
_ABBREVIATIONS = frozenset(_SHORTENED.split())
# After these a full stop may end the sentence or not: only a capital tells.
_HALF_DAY = frozenset({"a.m", "p.m"})
# "Am 3. Dezember", "den 30. KW": German numbers its days with a full stop.
_ORDINAL = re.compile(r"\d{1,2}$")
_ORDERED = re.compile(
    r"\s+(?:jan|feb|mär|apr|mai\b|jun|jul|aug|sep|okt|nov|dez|kalenderwoche|kw\b|quartal)", re.IGNORECASE
)
_BEFORE_NUMBERS = frozenset({"no", "nos", "fig", "vol", "nr"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a passage: ``text`` is ``passage.words[start:end]``."""

    start: int
    end: int
    text: str


def words_of(text: str) -> tuple[Stretch, ...]:
    """Return the words; an apostrophe, full stop or hyphen inside a word belongs to it."""
    return tuple(Stretch(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))


def has_words(text: str) -> bool:
    """Tell whether a text has a word."""
    return _WORD.search(text) is not None


def sentences_of(text: str) -> tuple[Stretch, ...]:
    """Return the sentences without the white space around them."""
    cuts = [end.end() for end in _END.finditer(text) if _ends_sentence(text, end)]
    return tuple(
        stretch
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
        if (stretch := _stripped(text, start, end)) is not None
    )


def _ends_sentence(text: str, mark: re.Match[str]) -> bool:
    if not _NEXT_STARTS.match(text, mark.end()):
        return False
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return True
    before = re.search(r"[\w.]{1,12}$", text[max(0, mark.start() - 12) : mark.start()])
    if before is None:
        return True
    word = before.group().lower()
    if _ORDINAL.match(word):
        return not _ORDERED.match(text, mark.end())
    if word in _HALF_DAY:
        return True
    if word in _BEFORE_NUMBERS:
        return not re.match(r"\s+\d", text[mark.end() : mark.end() + 4])
    return word not in _ABBREVIATIONS and not _is_initial(before.group())


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word.isupper() and word != "I"


def _stripped(text: str, start: int, end: int) -> Stretch | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if not stripped:
        return None
    return Stretch(start + left, start + left + len(stripped), stripped)
