"""Names of people: who a mail is from, how a greeting addresses them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from composer.lint.name_likeness import plain_name
from composer.lint.name_words import NO_NAMES, PARTICLES, TITLES
from composer.mail.lines import Role
from composer.mail.message import Address
from composer.questions.understood import UnderstoodMail

_GREETS = re.compile(
    r"\W*(?:hi|hello|hey|dear|good \w+|hallo|liebe[rs]?|sehr geehrte[rs]?|hola|bonjour|ciao|beste)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]+(?:['’\-.][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name at its place in a text."""

    start: int
    end: int
    text: str


def is_title(word: str) -> bool:
    """Tell whether a word before a name is a form of address: ``Dr.``, ``Señora``."""
    return word.lower().rstrip(".") in TITLES


def names_in(text: str, *, offset: int = 0) -> Iterator[NameAt]:
    """Yield the names of a greeting or a signature line, without titles and greeting words."""
    for match in _NAME.finditer(text):
        word = match.group()
        plain = word.lower().rstrip(".")
        if plain in NO_NAMES or is_title(word) or not word[0].isupper() or len(plain) < 2:
            continue
        yield NameAt(match.start() + offset, match.end() + offset, word)


def names_of(address: Address) -> tuple[str, ...]:
    """Return the names in an address: of its display name, else of what stands before the @."""
    shown = address.name if "@" not in address.name else ""
    names = tuple(name.text for name in names_in(_capitals(shown)))
    if names:
        return names
    local = address.mail.partition("@")[0]
    return tuple(
        part.capitalize()
        for part in re.split(r"[._\-+\d]+", local)
        if len(part) > 1 and part.lower() not in NO_NAMES
    )


def signed_names(mail: UnderstoodMail) -> tuple[str, ...]:
    """Return the names with which a mail is signed: short lines of names at its end."""
    own = [line for line in mail.lines if line.role in (Role.OWN, Role.SIGNATURE) and line.text.strip()]
    names: list[str] = []
    for line in own[-6:]:
        if _GREETS.match(line.text):
            continue
        if _is_name_line(line.text.strip(" ,-–—*_!")):
            names += [name.text for name in names_in(_capitals(line.text))]
    return tuple(names)


def greeted_names(mail: UnderstoodMail) -> frozenset[str]:
    """Return whom the customer greets: one of ours, as a rule."""
    for line in mail.lines:
        if line.role is Role.OWN and line.text.strip():
            if _GREETS.match(line.text):
                return frozenset(plain_name(name.text) for name in names_in(line.text[:60]))
            break
    return frozenset()


def _is_name_line(line: str) -> bool:
    """Tell whether a line is a name: up to four capitalised words, or one small one (*john*)."""
    words = line.split()
    if not 1 <= len(words) <= 4 or (line.rstrip().endswith((".", "?", "!", ":")) and len(words) > 1):
        return False
    if not all(_NAME.fullmatch(word.strip("().,\"'*_-–—!")) for word in words):
        return False
    return len(words) == 1 or all(
        word.lstrip("(*_\"'-–—")[:1].isupper() or word in PARTICLES for word in words
    )


def _capitals(text: str) -> str:
    return " ".join(
        word[:1].upper() + (word[1:].lower() if word.isupper() else word[1:])
        for word in text.replace(",", " ").split()
    )
