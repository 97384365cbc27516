"""Cuts a mail's text into sentences with offsets, in one pass over it.

Customers' mail is not tidy: lines are wrapped by the mail program or end where a thought ends,
items stand in lists, the last full stop is missing, addresses and versions are full of dots. The
text is never changed; every sentence is a stretch of it.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from composer.questions.plain_words import quoted_spans

# What opens a list item: a bullet, "1." "2)" "(a)" "a)" "Q1:" at the beginning of a line.
MARKER = re.compile(
    r"[ \t]*(?:(?:and|und|y|et|en|e)[ \t]+(?=\(?\d{1,2}[.)][ \t]))?"
    r"(?:[-*•·‣◦–—+](?=[ \t])|o(?=\t|  )|\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)](?=[ \t])"
    r"|\d{1,2}/(?=[ \t])|[Qq]\d{0,2}[:.)])[ \t]*"
)
# A sign that may end a sentence, what closes behind it, and white space or the end.
_STOP = re.compile(r"[.!?…。！？؟](?:[.!?…。！？؟]*[\"'”’»)\]*_]*(?=\s|$)|(?<=[。！？]))")
_SMILEY = re.compile(r"\s[:;]-?[)(DPp](?=\s|$)")
_BEFORE_A_WORD = re.compile(r"[\s(\"'“„«]")
# "It was a zero and not an O."
_LETTER = re.compile(r"\b(?:an?|the|letter|option|plan|version|type|size|class) [A-Z]$")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}$")
# A label of a form with what was filled in behind it, and how many make a form.
_FIELD = re.compile(r"[ \t]*[^\W\d_][^:?!.,;\n]{0,38}\??[ \t]?:(?=[ \t]|$)[ \t]*")
_FEWEST_FIELDS = 4
# "71 not 74. pls adjust": no ordinal stands before these.
_OPENS_ANEW = re.compile(
    r"(?:please|pls|plz|can|could|would|is|are|do|does|did|what|whats|how|when|where|why|who|i|i'm|we|you|it|it's"
    r"|bitte|könnte|könnt|wann|wieso|warum|wieviel"
    r"|puede|pueden|podría|cuándo|cuanto|cuánto|qué|dónde|hay|pouvez|est-ce|merci|je|nous|quand|combien|comment"
    r"|kunt|kan|kunnen|wanneer|hoe|waar|ik|pode|podem|quanto|quando|como)\b(?!\.)"
)
_CLOSES = frozenset("}])")
_DASHES = ("- ", "– ", "— ")
_QUOTING = re.compile('["“„«]')
_QUOTES = frozenset('"”’»')
_CLOSING = "\"'”’»)]*_"
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "nr",
        "vs",
        "etc",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "approx",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "fig",
        "vol",
        "ext",
        "tel",
        "incl",
        "excl",
        "max",
        "min",
        "z.b",
        "u.a",
        "d.h",
        "bzw",
        "usw",
        "ca",
        "evtl",
        "ggf",
        "str",
        "hr",
        "fr",
        "sr",
        "sra",
        "srta",
        "ud",
        "uds",
        "p.ej",
        "av",
        "pág",
        "mme",
        "m",
        "mlle",
        "cf",
        "bijv",
        "o.a",
        "d.w.z",
        "a.m",
        "p.m",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "art",
        "abs",
    ]
)
_UNWRAPPED = 110
# Lines that are set in alike stand for themselves unless they are long.
_INDENTED, _SHORT_LINE = 2, 60
# A sentence goes on behind a line that ends with one of these, and before a line that begins with a
# joining word.
_OPEN_WORDS = """
    and or but the a an to of in for with by at on from as if whether is are was were be that which my our
    your und oder aber der die das den dem ein eine einen zu von mit ob dass y o pero el la los las un una de
    del con para que et ou mais le les des du une avec pour en of maar het een van met voor dat e mas os as
    um uma do da com
"""
_GOES_ON = frozenset(_OPEN_WORDS.split())
_JOINING_WORDS = "and or but und oder y o et ou mais en of maar e"
_JOINING = frozenset(_JOINING_WORDS.split())


class Sentence(NamedTuple):
    """A stretch of a text: ``text`` is ``source[start:end]``; ``item`` when it opens a list item.

    A named tuple, since a mail makes hundreds of them on every reading.

    ``paragraph`` counts from 0; ``lead`` is where the paragraph or list item began that holds it.
    """

    start: int
    end: int
    text: str
    paragraph: int
    item: bool = False
    lead: int = 0


@lru_cache(maxsize=256)
def sentences_of(source: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """Return the sentences of ``source[start:end]`` in order, without the white space between them.

    Kept for a while, since questions, facts and mood each ask for those of the same mail.
    """
    stop = len(source) if end is None else end
    found: list[Sentence] = []
    for number, lines in enumerate(_paragraphs(source, start, stop)):
        for piece_start, piece_end, item in _pieces(source, lines):
            found.extend(_sentences_in(source, piece_start, piece_end, number, item))
    return tuple(found)


def paragraphs_of(source: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the stretches of ``source[start:end]`` between empty lines."""
    paragraphs = _paragraphs(source, start, len(source) if end is None else end)
    return [(lines[0][0], lines[-1][1]) for lines in paragraphs]


def _paragraphs(source: str, start: int, end: int) -> list[list[tuple[int, int]]]:
    """Return the paragraphs, each as its lines' spans."""
    found: list[list[tuple[int, int]]] = []
    paragraph: list[tuple[int, int]] = []
    at = start
    for line in source[start:end].split("\n"):
        if line and not line.isspace():
            paragraph.append((at, at + len(line)))
        elif paragraph:
            found.append(paragraph)
            paragraph = []
        at += len(line) + 1
    return [*found, paragraph] if paragraph else found


def _pieces(source: str, lines: list[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Cut a paragraph where a line end is meant: before items, and where the next word had room."""
    filled = _filled_in(source, lines) if len(lines) >= _FEWEST_FIELDS else []
    if filled:
        return filled
    if len(lines) == 1:
        return [(*lines[0], MARKER.match(source, *lines[0]) is not None)]
    width = max(stop - begin for begin, stop in lines)
    pieces: list[tuple[int, int, bool]] = []
    begin, item = lines[0][0], False
    for index, (line_start, line_end) in enumerate(lines):
        marked = MARKER.match(source, line_start, line_end) is not None
        if index and (marked or _is_meant(source, lines[index - 1], (line_start, line_end), width)):
            pieces.append((begin, lines[index - 1][1], item))
            begin, item = line_start, False
        item = item or marked
    pieces.append((begin, lines[-1][1], item))
    return pieces


def _filled_in(source: str, lines: list[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Return what was filled in to a form, none for another paragraph: its labels ask nothing of us."""
    fields = [_FIELD.match(source, *line) for line in lines]
    if fields[0] is None or sum(1 for field in fields if field) < max(_FEWEST_FIELDS, len(lines) * 0.6):
        return []
    begins = [(field.end(), at) for at, field in enumerate(fields) if field]
    ends = [*(lines[at - 1][1] for _, at in begins[1:]), lines[-1][1]]
    return [
        (begin, end, False) for (begin, _), end in zip(begins, ends, strict=True) if source[begin:end].strip()
    ]


def _is_meant(source: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether the line end between two lines was typed on purpose rather than wrapped."""
    if width > _UNWRAPPED:
        return True
    before = source[line[0] : line[1]].rstrip()
    after = source[following[0] : following[1]].lstrip()
    if not before or not after:
        return True
    if before.isupper() and after[0].islower():
        return True
    if _indent(source, line) == _indent(source, following) >= _INDENTED and len(before) < _SHORT_LINE:
        return True
    first_word = after.split(maxsplit=1)[0]
    if before.rpartition(" ")[2] in _GOES_ON or (before[-1] not in ".?!:" and first_word in _JOINING):
        return False
    room = width - len(before) - 1 - len(first_word)
    if len(before) < 32 and before.endswith((",", ":", "!")):
        return True
    if after[0].islower():
        return room > 30 and width > 40
    return room > 12 or (len(before) < 45 and width < 60 and room > 0)


def _indent(source: str, line: tuple[int, int]) -> int:
    return line[1] - line[0] - len(source[line[0] : line[1]].lstrip())


def _sentences_in(source: str, start: int, end: int, paragraph: int, item: bool) -> list[Sentence]:
    marker = MARKER.match(source, start, end) if item else None
    begin = marker.end() if marker else start
    lead = begin
    found: list[Sentence] = []
    for stop in _stops(source, begin, end):
        sentence = _trimmed(source, begin, stop, paragraph, item and begin == lead, lead)
        if sentence is not None:
            found.append(sentence)
        begin = stop
    return found


def _stops(source: str, start: int, end: int) -> list[int]:
    stops = [match.end() for match in _STOP.finditer(source, start, end) if _ends(source, match, start, end)]
    if source.find(":", start, end) >= 0 or source.find(";", start, end) >= 0:
        stops = sorted([*stops, *(match.end() for match in _SMILEY.finditer(source, start, end))])
    if stops and stops[0] < end and _QUOTING.search(source, start, end):
        spans = [(start + first, start + last) for first, last in quoted_spans(source[start:end])]
        stops = [stop for stop in stops if not any(first < stop < last for first, last in spans)]
    return [*(stop for stop in stops if stop < end), end]


def _ends(source: str, match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a stop sign ends its sentence, rather than an abbreviation or an ordinal."""
    sign = match.group()
    if sign.strip(_CLOSING) != ".":
        # A quoted question or a pause may stand in the middle of a sentence.
        quotes = not _QUOTES.isdisjoint(sign)
        runs_on = sign.startswith("…") or sign == "..." or quotes
        if not runs_on:
            return True
        rest = source[match.end() : match.end() + 40].lstrip()
        told_on = rest[:2] in _DASHES or rest[:1] in _CLOSES
        return not (rest[:1].islower() or (quotes and told_on))
    before = source[max(start, match.start() - 30) : match.start()]
    last = _BEFORE_A_WORD.split(before)[-1].lower()
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i"):
        return _LETTER.search(before) is not None
    if (last.isdigit() and len(last) < 3) or _DAY.match(last):
        rest = source[match.end() : min(end, match.end() + 40)].lstrip()
        return _OPENS_ANEW.match(rest) is not None or not (rest[:1].islower() or is_month(rest))
    return True


def is_month(rest: str) -> bool:
    """Tell whether a text begins with the name of a month."""
    word = rest.split(maxsplit=1)[0].lower() if rest else ""
    return word[:3] in (
        "jan",
        "feb",
        "mär",
        "mar",
        "apr",
        "mai",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt",
        "nov",
        "dez",
        "dec",
        "oct",
    )


def _trimmed(source: str, start: int, end: int, paragraph: int, item: bool, lead: int) -> Sentence | None:
    text = source[start:end].lstrip()
    begin = end - len(text)
    text = text.rstrip()
    return Sentence(begin, begin + len(text), text, paragraph, item, lead) if text else None
