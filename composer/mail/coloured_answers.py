"""Answers that a customer wrote into our quoted mail and set apart by their colour alone.

Outlook quotes without marks, and many of its users answer in red between our lines. Where the HTML
shows that clearly, its readable text gets the marks that are missing: ``> `` before what is quoted,
none before the answers. When in doubt nothing is marked, and the quote stays one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from composer.mail.colours import is_grey, parse_colour, parse_legacy_colour
from composer.mail.html import Page
from composer.mail.html_caps import SIZE_CAP
from composer.mail.html_writer import InkedSpan
from composer.mail.lines import Role
from composer.mail.quote_marks import without_marks
from composer.mail.quoting import Whose, whose_lines
from composer.style_colours import StyleColours

_COLOUR = re.compile(r"color\s*[:=]\s*[\"']?([^;\"'<>{}]{1,60})")
_QUOTES = ("<blockquote", "_quote", "border-top:", "divrplyfwdmsg", "appendonsend", "olk_src_body", "-----")
# What stands above such a quote says where the answers are, unless it is a greeting alone.
_SAYS_WHERE = re.compile(
    r"\b(?:below|in-?line|in line|interspersed|comments?|(?:my|our) (?:answers?|repl(?:y|ies)|responses?)"
    r"|(?:in|marked) (?:red|blue|green|purple|orange|pink|colou?r)|see (?:under|red|blue|green)"
    r"|unten|im text|dazwischen|farbig|(?:meine|unsere) antworten|in (?:rot|blau|grün|lila)"
    r"|ci-dessous|plus bas|dans le texte|(?:mes|nos) réponses|en (?:rouge|bleu|vert|couleur)"
    r"|abajo|(?:mis|nuestras) respuestas|en (?:rojo|azul|verde|color)"
    r"|hieronder|(?:mijn|onze) antwoorden|in (?:het )?(?:rood|blauw|groen)"
    r"|abaixo|(?:minhas|nossas) respostas|em (?:vermelho|azul|verde)"
    r"|qui sotto|in (?:rosso|blu|verde))\b",
    re.IGNORECASE,
)
_GREETING_WORDS = 3
_LINK = re.compile(r"<?(?:https?://|www\.|mailto:)\S*|\S+@\S+")
_COVERED = 0.8


def answered_text(page: Page) -> str:
    """Return the readable text of a page whose quote is answered in colour alone; empty for all others."""
    if not _may_show_answers(page.source):
        return ""
    text, spans = page.inked_text(StyleColours(page.source))
    return _with_answers_marked(text, spans)


def _may_show_answers(html: str) -> bool:
    """Tell at a glance whether a page quotes something and sets a colour that is no grey."""
    lowered = html[:SIZE_CAP].lower()
    if "color" not in lowered or not any(sign in lowered for sign in _QUOTES):
        return False
    return any(_vivid(value) for value in set(_COLOUR.findall(lowered)))


def _with_answers_marked(text: str, spans: Sequence[InkedSpan]) -> str:
    """Return readable text with its quote marked and the coloured answers in it not; empty if it has none.

    An answer is a stretch of whole lines in one colour, below a line of the newest quoted mail that has
    the default one; what stands above the quote only greets, or says where the answers are.
    """
    lines = text.split("\n")
    whose = whose_lines(lines)
    first = next((number for number, entry in enumerate(whose) if entry.role is Role.QUOTED), -1)
    if first < 0 or not _announced(lines, whose, first):
        return ""
    answers = _answers(lines, _newest(whose, first), _line_inks(lines, spans))
    return _written(lines, first, answers) if answers else ""


def _announced(lines: list[str], whose: list[Whose], first: int) -> bool:
    above = [lines[number].strip() for number in range(first) if whose[number].role is Role.OWN]
    words = [line for line in above if line]
    return bool(words) and (
        all(_only_greets(line) for line in words) or _SAYS_WHERE.search(" ".join(words)) is not None
    )


def _only_greets(line: str) -> bool:
    return len(line.split()) <= _GREETING_WORDS and not line.endswith((".", "?"))


def _newest(whose: list[Whose], first: int) -> list[int]:
    """Return the lines of the mail that is quoted first, without the older ones in it."""
    found = []
    for number in range(first, len(whose)):
        if whose[number].role is Role.HEADER:
            break
        if whose[number] == whose[first]:
            found.append(number)
    return found


def _line_inks(lines: list[str], spans: Sequence[InkedSpan]) -> list[str]:
    """Return the colour of each line that is in one as a whole, an empty string for the others."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    counts: dict[int, Counter[str]] = {}
    for span in spans:
        if ink := _vivid(span.ink):
            number = bisect_right(starts, span.start) - 1
            counts.setdefault(number, Counter())[ink] += span.end - span.start
    inks = [""] * len(lines)
    for number, count in counts.items():
        ink, covered = count.most_common(1)[0]
        words = without_marks(lines[number]).strip()
        if covered >= _COVERED * len(words) and re.search(r"[^\W_]", _LINK.sub("", words)):
            inks[number] = ink
    return inks


def _answers(lines: list[str], quoted: list[int], inks: list[str]) -> set[int]:
    """Return the lines of answers: each stretch of one colour that stands right below a line without."""
    answers: set[int] = set()
    inside = set(quoted)
    answering, below_default = "", False
    for number in range(quoted[0], quoted[-1] + 1):
        if not without_marks(lines[number]).strip():
            continue
        ink = inks[number] if number in inside else ""
        if ink and (below_default or ink == answering):
            answers.add(number)
            answering = ink
        else:
            answering = ""
        below_default = number in inside and not ink
    return answers


def _written(lines: list[str], first: int, answers: set[int]) -> str:
    """Return the text with ``> `` before all lines from ``first`` on but the answers, which stand apart."""
    marked = lines[first].startswith(">")
    written = lines[:first]
    answering = False
    for number in range(first, len(lines)):
        line = lines[number]
        bare = without_marks(line) if marked else line
        if bare.strip() and (number in answers) is not answering:
            answering = not answering
            written.append("")
        if number in answers:
            written.append(bare)
        elif answering or marked:
            written.append("" if answering else line)
        else:
            written.append(f"> {line}".rstrip())
    return "\n".join(written)


@lru_cache(maxsize=256)
def _vivid(value: str) -> str:
    """Return a colour as ``#rrggbb``, an empty string for black, white, greys and what is no colour."""
    colour = parse_colour(value) or (parse_legacy_colour(value) if value.strip().isalnum() else None)
    return colour.hex if colour and not is_grey(colour) else ""
