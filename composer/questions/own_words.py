"""Which stretches of a mail are read for what its writer wants: the own words, and what they hand on."""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import resources

from composer.linear import Compiled, compiled
from composer.mail.lines import Line, Role
from composer.questions.plain_words import folded, plain
from composer.questions.sentences import sentences_of

_WORD = re.compile(r"[^\W\d_]{2,}")
_FORWARDS = re.compile(r"\s*(?:\[[^\]]{0,60}\]\s*)?(?:fwd?|wg|tr|rv|enc|doorst|vs)\s*:", re.IGNORECASE)
# Whoever only hands a mail on says so in few words.
_MOST_WORDS = 40


def own_stretches(text: str, lines: Sequence[Line], subject: str = "") -> list[tuple[int, int]]:
    """Return the stretches of a mail that its writer wrote, in order.

    The forwarded ones are read as well where the own words only hand them on ("Can you handle this one?") or
    point to them ("Please see below"), and instead of them where there are none. Outlook writes the same
    above a mail that it forwards or quotes: there the subject ("FW: …") tells.
    """
    own = _stretches(lines, _is_own)
    if not any(_WORD.search(text, start, end) for start, end in own):
        own = []
    forwarded = _stretches(lines, _is_sent_on if _FORWARDS.match(subject) else _is_forwarded)
    if own and not (forwarded and (_hands_on(text, own) or _points_on(text, own))):
        return own
    found = [each for each in forwarded if _WORD.search(text, *each)]
    return sorted([*own, *found]) if found else own


def _is_own(line: Line) -> bool:
    return line.role is Role.OWN


def _is_forwarded(line: Line) -> bool:
    return line.role is Role.FORWARDED


def _is_sent_on(line: Line) -> bool:
    return line.role is Role.FORWARDED or (line.role is Role.QUOTED and line.depth == 1)


def _stretches(lines: Sequence[Line], is_read: Callable[[Line], bool]) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    begin = -1
    for line in lines:
        if is_read(line):
            begin = line.start if begin < 0 else begin
            end = line.start + len(line.text)
        elif begin >= 0:
            stretches.append((begin, end))
            begin = -1
    if begin >= 0:
        stretches.append((begin, end))
    return stretches


def _hands_on(text: str, own: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the own words are few, hand something on, and ask nothing else."""
    if sum(len(_WORD.findall(text, start, end)) for start, end in own) > _MOST_WORDS:
        return False
    sentences = _plain_sentences(text, own)
    handing = [any(pattern.search(words) for pattern in _patterns("match")) for words in sentences]
    asking = [hands for words, hands in zip(sentences, handing, strict=True) if words.endswith("?")]
    return any(handing) and all(asking)


def _points_on(text: str, own: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the own words, which may ask as well, send the reader on ("Please see below")."""
    return any(
        pattern.search(words) for words in _plain_sentences(text, own) for pattern in _patterns("points")
    )


def _plain_sentences(text: str, stretches: Sequence[tuple[int, int]]) -> list[str]:
    return [plain(each.text) for start, end in stretches for each in sentences_of(text, start, end)]


@lru_cache(maxsize=2)
def _patterns(kind: str) -> tuple[Compiled, ...]:
    """Return the patterns of all languages: so few words seldom tell which one they are."""
    source = resources.files("composer.questions").joinpath("patterns/handed_on.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple(compiled(folded(row[kind])) for row in data.values())
