"""Cuts a sentence into clauses: where one may end, which belong to the next, which only tell something.

"My cat ate the brush, so can I get a new one, I will pay of course" asks in its middle. The words stand in
``patterns/clauses.toml``; a language without a table is not cut.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from composer.linear import Compiled, Found, PatternSet, compiled
from composer.questions.plain_words import folded

# Fewer words than these before an ask may be what it is about ("The export, does it include tax?").
_FEWEST_OF_A_CLAUSE = 4
_SHORT, _LONGEST_ELLIPSIS = 5, 14
# The verbs of other languages have too many endings to be listed: what is longer mostly has one.
_LONGEST_INFLECTED = 4
# The rows that tell of what kind a clause is.
_BESIDE, _HELD, _GOES_ON, _CAUSE = range(4)
_PARTS = re.compile(r"[;–—]| - |…|\.\.")
_NEVER = r"[^\s\S]"


class Clause(NamedTuple):
    """A clause of a sentence by offsets in it; the one before it ends at ``before``.

    ``joined`` when "and" or the like stands before it, ``parted`` when a dash or semicolon does. ``held``
    when it belongs to the clause behind it, ``beside`` when it states something, ``goes_on`` when it shares
    the subject of the one before it, ``gives_cause`` when it begins with a word that may also ask why.
    """

    before: int
    begin: int
    end: int
    words: str
    joined: bool
    parted: bool
    held: bool
    beside: bool
    goes_on: bool
    gives_cause: bool = False

    @property
    def may_go(self) -> bool:
        """Whether the question behind it is complete without it."""
        count = len(self.words.split())
        if count == 1:
            return not (self.held or self.beside)
        return not self.held and (self.beside or count >= _FEWEST_OF_A_CLAUSE)


def is_elliptical(words: str, language: str) -> bool:
    """Tell whether a question in lower case without accents lacks a finite verb, as far as a table tells."""
    table = _words(language)
    count = len(words.split())
    if table is None:
        return count <= _SHORT
    longest = _LONGEST_ELLIPSIS if language in ("en", "und") else _LONGEST_INFLECTED
    return count <= longest and not table.finite.search(words)


def asks_inside_a_list(words: str, language: str) -> bool:
    """Tell whether a list item in lower case without accents begins like an indirect question."""
    table = _words(language)
    return table is not None and table.asked.match(words) is not None


def opens_like_a_question(words: str, language: str) -> bool:
    """Tell whether a clause in lower case without accents begins with a question word, whatever its verb."""
    table = _words(language)
    return table is not None and table.asking.match(words) is not None


class _Words(NamedTuple):
    joint: Compiled
    kinds: PatternSet
    adding: Compiled
    finite: Compiled
    asked: Compiled
    asking: Compiled


def clauses_in(words: str, language: str, cuts: Sequence[tuple[int, int]] = ()) -> list[Clause]:
    """Return the clauses of a sentence in lower case without accents, in one line, none of a single clause.

    ``cuts`` are further places where one ends and the next begins, where no joint stands.
    """
    table = _words(language)
    found = table.joint.finditer(words) if table else ()
    joints = [(each.start(), _begin_behind(each)) for each in found]
    joints = [(before, begin) for before, begin in joints if before > 0 and begin < len(words)]
    if cuts:
        own = [
            cut
            for cut in cuts
            if not any(cut[0] <= before <= cut[1] or begin == cut[1] for before, begin in joints)
        ]
        joints = sorted([*joints, *own])
    if table is None or not joints:
        return []
    ends = [*(before for before, _ in joints), len(words)]
    return [
        _clause(table, words, before, begin, end)
        for (before, begin), end in zip([(0, 0), *joints], ends, strict=True)
    ]


def _begin_behind(joint: Found) -> int:
    """Return where the clause behind a joint begins: at a word that its pattern had to see, or behind it."""
    seen = max(joint.start(1), joint.start(2))
    return seen if seen >= 0 else joint.end()


def _clause(table: _Words, words: str, before: int, begin: int, end: int) -> Clause:
    part = words[begin:end]
    kinds = table.kinds.matching(f"{part} ")
    joint = words[before:begin]
    beside = _BESIDE in kinds
    return Clause(
        before,
        begin,
        end,
        part,
        joined=begin > 0 and table.adding.search(joint) is not None,
        parted=begin > 0 and _PARTS.search(joint) is not None,
        held=not beside and _HELD in kinds,
        beside=beside,
        goes_on=_GOES_ON in kinds,
        gives_cause=_CAUSE in kinds,
    )


@lru_cache(maxsize=16)
def _words(language: str) -> _Words | None:
    source = resources.files("composer.questions").joinpath("patterns/clauses.toml")
    row = tomllib.loads(source.read_text(encoding="utf-8")).get("en" if language == "und" else language)
    if row is None:
        return None
    words = {name: folded(value) for name, value in row.items()}
    aside = f"{words['reason']}|{words['run_on']}"
    joint = (
        rf"(?:[,;:] +|[.…]{{2,}} *| [-–—] +)(?:(?:{words['behind']}),? +)*"
        rf"| (?:(?:{words['joining']}),? +)(?:(?:{words['behind']}),? +)*| ((?:{aside}) \S)"
        rf"| (?:{words.get('hence', '(' + _NEVER + ')')})"
    )
    return _Words(
        compiled(joint),
        PatternSet(
            [
                rf"^(?:(?:{aside})\b|{words['beside']})",
                rf"^(?:{words['held']})\b",
                rf"^(?:{words.get('goes_on', _NEVER)})\b",
                rf"^(?:{words.get('cause', _NEVER)})\b",
            ]
        ),
        compiled(rf"\b(?:{words['adding']})\b|&"),
        compiled(rf"\b(?:{words['finite']})\b"),
        compiled(rf"(?:{words['asked']})\b .*\b(?:{words['finite']})\b"),
        compiled(rf"(?:{words['asked']})\b [a-z0-9]"),
    )
