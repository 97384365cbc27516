"""Reads the numbers by which a draft says which question it answers: "1) …", "Ad 2:", "Re question 3:".

A numbered list may as well be steps to follow. Numbers without a name ("1)") count when their list stands
behind nothing, a courtesy, or a sentence that speaks of questions or answers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from composer.questions.sentences import is_month

_NAMES = r"questions?|q|points?|items?|answers?|no|nr|number|frage|punkt|pregunta|punto|vraag|pergunta|ponto"
_LABEL = re.compile(
    r"^[ \t]*(?:[-*•][ \t]+)?(?:\*\*|__)?"
    r"(?P<name>(?:(?:re|ad|to|zu|on|for|as for|regarding|concerning|about|sobre)[ :.]{1,2})?"
    rf"(?:your |the |ihrer? |deiner? )?(?:{_NAMES})[ :.#]{{0,2}}|(?:re|ad|to|zu)[ :.]{{1,2}}|\#)?"
    r"\(?(?P<numbers>\d{1,2}(?:(?: ?[,+&/] ?| (?:and|und|et|y|en|e) )\d{1,2}){0,3})"
    r"(?P<sign>[.:)\]]?\*\*[.:)]?(?=\s)|[.:)\]](?=\s)| ?[-–—](?= )|,?(?= ))[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_ORDINAL = re.compile(
    r"^[ \t]*(?:(?:on|as for|as to|regarding|concerning|about|re|to|for)[ :])?(?:your |the )?"
    r"(?P<ordinal>first|second|third|fourth|fifth|sixth)(?:ly)?"
    r"(?: (?:question|point|one|item|thing))?(?P<sign>[:,] ?|(?= (?:question|point)))",
    re.IGNORECASE | re.MULTILINE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_LETTER = re.compile(r"^[ \t]*\(?(?P<letter>[a-h])(?P<sign>[.)])(?=\s)[ \t]*", re.MULTILINE | re.IGNORECASE)
_MOST_LABELS = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the beginning of an answer, with its offsets; ``named`` when it says what it numbers.

    Labels of one list share a ``style``.
    """

    start: int
    end: int
    numbers: frozenset[int]
    style: str
    named: bool


def labels_in(text: str, start: int, end: int) -> list[Label]:
    """Return the labels of ``text[start:end]`` in order, those in mid-line behind a first one too."""
    found = [
        label for match in _LABEL.finditer(text, start, end) if (label := _made(match, text)) is not None
    ]
    found += [
        Label(
            match.start(),
            match.end(),
            frozenset((_ORDINALS.index(match["ordinal"].lower()) + 1,)),
            "1st",
            True,
        )
        for match in _ORDINAL.finditer(text, start, end)
    ]
    found += _lettered(text, start, end)
    found += [inner for label in found for inner in _in_line(label, text, end)]
    found = sorted(found, key=lambda label: label.start)[:_MOST_LABELS]
    return [label for at, label in enumerate(found) if not _is_range(label, found[:at], text)]


def _lettered(text: str, start: int, end: int) -> list[Label]:
    """Return the letters before the items of a list that begins with an "a" and goes on with a "b"."""
    found = [
        Label(
            match.start(),
            match.end(),
            frozenset((letter_number(match["letter"]),)),
            f"a{match['sign']}",
            False,
        )
        for match in _LETTER.finditer(text, start, end)
    ]
    return found if {1, 2} <= {number for label in found for number in label.numbers} else []


def letter_number(letter: str) -> int:
    """Return a letter's place in the alphabet: 1 for "a"."""
    return ord(letter.lower()) - ord("a") + 1


def _is_range(label: Label, before: Sequence[Label], text: str) -> bool:
    """Tell whether a dash stands between two numbers ("2 - 3 days") rather than behind a label."""
    if label.style[-1] not in "-–—" or not text[label.end : label.end + 1].isdigit():
        return False
    return not any(number + 1 in label.numbers for each in before for number in each.numbers)


def _made(match: re.Match[str], text: str) -> Label | None:
    name, sign = (match["name"] or "").strip(), match["sign"].strip()
    if not sign.strip(",") and not name:
        return None
    if sign == "." and is_month(text[match.end() : match.end() + 40].lstrip()):
        return None
    numbers = frozenset(int(digits) for digits in re.findall(r"\d+", match["numbers"]))
    return Label(match.start(), match.end(), numbers, f"{name.lower()}1{sign}", bool(name))


def _in_line(label: Label, text: str, end: int) -> Iterator[Label]:
    """Yield the labels that go on counting in the line of a first one: "1) Yes. 2) On Monday."."""
    line_end = text.find("\n", label.end, end)
    stop = end if line_end < 0 else line_end
    sign = label.style[-1:]
    if label.numbers != {1} or sign not in ".):":
        return
    at, number = label.end, 2
    before = r"(?<=[\s(])" if sign == ")" else r"(?<=[.!?;,] )"
    name = re.escape(label.style[:-2])
    while match := re.compile(
        rf"{before}(?:{name})[ :.#]{{0,2}}\(?{number}{re.escape(sign)}(?= )", re.I
    ).search(text, at, stop):
        yield Label(match.start(), match.end(), frozenset((number,)), label.style, label.named)
        at, number = match.end(), number + 1
