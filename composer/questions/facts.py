"""Collects what the customer told us: product, version, order, system, error, amount, date, tried."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import accumulate
from typing import Any

from composer.linear import Compiled, compiled
from composer.mail.lines import Line, Role
from composer.questions.own_words import own_stretches
from composer.questions.plain_words import folded, plain
from composer.questions.sentences import sentences_of
from composer.questions.understood import Fact, FactKind
from kb_content.team import Team

_MOST_FACTS = 60
# "Bookings 2.4.1", "Bookings v3"
_VERSION_BEHIND = re.compile(
    r"\s{1,3}(?:version |v\.? ?)?(\d{1,3}(?:\.\d{1,5}){1,3}|(?<=v)\d{1,3})\b", re.IGNORECASE
)
_MOST_TRIED = 12
_TOLD = (Role.OWN, Role.FORWARDED, Role.LOG)


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: FactKind
    pattern: Compiled


@lru_cache(maxsize=1)
def _kinds() -> tuple[_Kind, ...]:
    data = _table()
    made = []
    for row in data["fact"]:
        match = row["match"]
        for name, words in data["words"].items():
            match = match.replace(f"{{{name}}}", words)
        made.append(_Kind(FactKind(row["kind"]), compiled(match)))
    return tuple(made)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    source = resources.files("composer.questions").joinpath("patterns/facts.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def facts_in(
    text: str, lines: Sequence[Line], *, subject: str = "", team: Team | None = None
) -> tuple[Fact, ...]:
    """Return the facts of a mail in its order, each value once a kind; at most 60.

    The writer's own, forwarded and log lines are read, then the subject (offsets -1). Products are
    found by the team's names for them, each once under whichever name; without a team none are.
    """
    called = _called(team)
    products = _products(frozenset(called))
    found: list[Fact] = []
    for start, end in _told(text, lines, subject):
        found.extend(_facts(text[start:end], start, products))
    found.extend(Fact(fact.kind, fact.value) for fact in _facts(subject, 0, products))
    return tuple(_once(found, called))[:_MOST_FACTS]


def tried_in(text: str, stretches: Iterable[tuple[int, int]], language: str = "en") -> tuple[str, ...]:
    """Return the verbatim sentences in which the customer says what was tried already."""
    sentences = [sentence for start, end in stretches for sentence in sentences_of(text, start, end)]
    words = [plain(sentence.text) for sentence in sentences]
    found = [
        sentences[at].text
        for at in _matched(_tried(language)[0], words)
        if not sentences[at].text.endswith("?") and _says_tried(words[at], language)
    ]
    return tuple(dict.fromkeys(found))[:_MOST_TRIED]


def _matched(pattern: Compiled, texts: Sequence[str]) -> list[int]:
    """Return which of several one-line texts a pattern matches in, by one pass over all of them."""
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found = {bisect_right(starts, match.start()) - 1 for match in pattern.finditer("\n".join(texts))}
    return sorted(found)


def _says_tried(words: str, language: str) -> bool:
    """Tell whether a plain sentence says that something was tried, apart from when the trouble began."""
    tried, dated = _tried(language)
    return tried.search(dated.sub(" ", words)) is not None


@lru_cache(maxsize=16)
def _tried(language: str) -> tuple[Compiled, Compiled]:
    """Return what tells that something was tried, and what only dates the trouble."""
    tried, dated = _table()["tried"], _table()["not_tried"]
    return (
        compiled(folded(tried.get(language, tried["en"]))),
        compiled(folded(dated.get(language, dated["en"]))),
    )


def _told(text: str, lines: Sequence[Line], subject: str) -> list[tuple[int, int]]:
    own = own_stretches(text, lines, subject)
    logs = [(line.start, line.start + len(line.text)) for line in lines if line.role is Role.LOG]
    return sorted([*own, *logs])


def _facts(text: str, offset: int, products: Compiled | None) -> list[Fact]:
    found: list[Fact] = []
    taken: list[tuple[int, int]] = []
    if products is not None:
        for match in products.finditer(text):
            found.append(Fact(FactKind.PRODUCT, match.group(), offset + match.start(), offset + match.end()))
            version = _VERSION_BEHIND.match(text, match.end())
            if version is not None:
                taken.append(version.span(1))
                start, end = version.span(1)
                found.append(Fact(FactKind.VERSION, version.group(1), offset + start, offset + end))
    for kind in _kinds():
        for match in kind.pattern.finditer(text):
            start, end = match.span(kind.pattern.groupindex["value"])
            if start < 0 or any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            found.append(Fact(kind.kind, text[start:end], offset + start, offset + end))
    return sorted(found, key=lambda fact: fact.start)


def _called(team: Team | None) -> dict[str, str]:
    """Return the name of each product by each word for it, both as the team writes them."""
    products = team.products if team else ()
    return {name: product.name for product in products for name in (product.name, *product.also_known_as)}


@lru_cache(maxsize=8)
def _products(names: frozenset[str]) -> Compiled | None:
    """Return what finds products; a name of one capitalised word counts with its capital only."""
    if not names:
        return None
    words = "|".join(
        f"{re.escape(name[0])}(?i:{re.escape(name[1:])})"
        if name[0].isupper() and " " not in name
        else f"(?i:{re.escape(name)})"
        for name in sorted(names, key=len, reverse=True)
    )
    return compiled(rf"\b(?:{words})\b")


def _once(facts: Iterable[Fact], called: Mapping[str, str]) -> list[Fact]:
    """Return each fact once; the names of one product are one fact."""
    product = {word.lower(): name for word, name in called.items()}
    seen: dict[tuple[FactKind, str], Fact] = {}
    for fact in facts:
        value = fact.value.lower()
        seen.setdefault(
            (fact.kind, product.get(value, value) if fact.kind is FactKind.PRODUCT else value), fact
        )
    return list(seen.values())
