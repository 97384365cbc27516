"""Where the agent's own words end and a signature, a disclaimer or an old mail begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from composer.closing import closing_of, ends_in_names, is_delimiter, is_goodbye, is_postscript
from composer.lint.cue import Cue, small_letters

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})")
_DISCLAIMER = re.compile(
    r"confidential(?:ity)? (?:and|notice|information|to the)|intended (?:recipient|only for|solely for)|"
    r"(?:this|the) (?:e-?mail|message|communication)[^.\n]{0,60} (?:is|are|may be|contains?|may contain)"
    r"[^.\n]{0,40}(?:confidential|privileged)|received this (?:e-?mail|message|communication) in error|"
    r"consider the environment|before printing this|registered (?:in england|office)|"
    r"(?:diese|dieses) (?:e-?mail|nachricht)[^.\n]{0,60}vertraulich|handelsregister|amtsgericht|"
    r"ce (?:message|courriel|mail)[^.\n]{0,60}confidentiel|"
    r"este (?:correo|mensaje|e-?mail)[^.\n]{0,60}confidencial|no part of this (?:e-?mail|message)|"
    r"^disclaimer\b|opt out of (?:these|future)|unsubscribe",
    re.IGNORECASE | re.MULTILINE,
)
_DISCLAIMER_CUE = Cue(
    "confidential|confidentiel|confidencial|vertraulich|privileged|intended |received this |"
    "consider the environment|before printing this|registered |handelsregister|amtsgericht|"
    "no part of this |disclaimer|opt out of |unsubscribe"
)
"""One of these stands in every disclaimer."""
_OLD_MAIL = re.compile(
    r"^\W{0,3}-{2,}\s*(?:original|forwarded|urspr[üu]ngliche|mensaje original|message d)[^\n]{0,40}-{2,}\s*$"
    r"|^_{20,}\s*$",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"^\W{0,3}(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum|de|enviado|para|asunto|fecha|"
    r"envoy[ée]|[àa]|objet)\s?:\s?\S",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"^(?:on|am|le|el|op|il|em)\b[^\n]{4,160}(?:wrote|schrieb|[ée]crit|escribi[óo]|schreef|scritto|escreveu)"
    r"[^\n]{0,80}:\s*$",
    re.IGNORECASE,
)
_ATTRIBUTION_END = re.compile(
    r"^[^\n]{0,120}(?:wrote|schrieb|[ée]crit|escribi[óo]|schreef|scritto|escreveu)\s?:\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a block: own words, a closing line (own too), or something never read."""

    start: int
    end: int
    is_own: bool = True
    closing: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def regions_of(text: str, *, is_last: bool = False) -> tuple[Region, ...]:
    """Cut an own block of a draft into what is read and what is not, covering all of it.

    ``is_last`` says that the draft's closing stands in it: there a bare name is a signature.
    """
    lines = _lines_of(text)
    signed_at = closing_of(text).sign_off if is_last else len(text)
    regions: list[Region] = []
    index, fenced = 0, False
    while index < len(lines):
        fenced ^= bool(_FENCE.match(lines[index].text))
        reach, region_kind = (index, "") if fenced else _special_from(lines, index, signed_at)
        if reach == index:
            regions.append(Region(lines[index].start, lines[index].end))
            index += 1
            continue
        regions += _regions_from(lines, index, reach, region_kind)
        index = reach
    return tuple(_joined(regions))


def _lines_of(text: str) -> list[_Line]:
    return [_Line(match.start(), match.group()) for match in _LINE.finditer(text)]


def _special_from(lines: list[_Line], index: int, signed_at: int) -> tuple[int, str]:
    """Return up to which line something never read reaches from here, and what it is."""
    line = lines[index].text
    if not line.strip():
        return index, ""
    if _OLD_MAIL.match(line) or _starts_header_block(lines, index):
        return len(lines), "old mail"
    if _ATTRIBUTION.match(line):
        return index + 1, "attribution"
    if (
        index + 1 < len(lines)
        and re.match(r"(?:On|Am|Le|El) ", line)
        and _ATTRIBUTION_END.match(lines[index + 1].text)
    ):
        return index + 2, "attribution"
    if is_delimiter(line) or (lines[index].start == signed_at and not is_goodbye(line)):
        return _signature_end(lines, index + 1), "signature"
    if is_goodbye(line) and ends_in_names([each.text for each in lines[index + 1 :] if each.text.strip()]):
        return _signature_end(lines, index + 1), "closing"
    if (index == 0 or not lines[index - 1].text.strip()) and _disclaims(_paragraph(lines, index)):
        return _paragraph_end(lines, index), "disclaimer"
    return index, ""


def _disclaims(paragraph: str) -> bool:
    return _DISCLAIMER_CUE.stands_in(small_letters(paragraph)) and _DISCLAIMER.search(paragraph) is not None


def _regions_from(lines: list[_Line], index: int, reach: int, kind: str) -> Iterator[Region]:
    start = lines[index].start
    if kind == "closing":
        yield Region(start, lines[index].end, closing=True)
        start = lines[index].end
        index += 1
    if reach > index:
        yield Region(start, lines[reach - 1].end, is_own=False)


def _starts_header_block(lines: list[_Line], index: int) -> bool:
    near = lines[index : index + 5]
    return sum(1 for line in near if _HEADER.match(line.text)) >= 3 and bool(_HEADER.match(near[0].text))


def _signature_end(lines: list[_Line], index: int) -> int:
    """Return the line at which a signature ends: at a postscript, or with the block."""
    for number in range(index, len(lines)):
        if is_postscript(lines[number].text):
            return number
    return len(lines)


def _paragraph(lines: list[_Line], index: int) -> str:
    return "".join(line.text for line in lines[index : _paragraph_end(lines, index)])


def _paragraph_end(lines: list[_Line], index: int) -> int:
    while index < len(lines) and lines[index].text.strip():
        index += 1
    return index


def _joined(regions: list[Region]) -> Iterator[Region]:
    """Join neighbours of one kind, so that a paragraph stays in one piece."""
    current: Region | None = None
    for region in regions:
        if current is None:
            current = region
        elif (current.is_own, current.closing) == (region.is_own, region.closing) and not region.closing:
            current = Region(current.start, region.end, current.is_own)
        else:
            yield current
            current = region
    if current is not None:
        yield current
