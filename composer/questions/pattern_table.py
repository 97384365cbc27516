"""Reads the tables in ``patterns/``: how people ask, as rows that a person can read and extend.

A table is a TOML file for one language. Its patterns run on RE2, so no text can make one slow, and
all patterns of a language run over a sentence in one pass.
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from typing import Any, NamedTuple

from composer.linear import Compiled, PatternFilter, PatternSet, compiled
from composer.questions.plain_words import folded
from composer.questions.question import AnswerType, Form
from kb_content.failure import Failure

# Matches in no text.
_NEVER = r"[^\s\S]"
# Where one part of a sentence ends, and where the next begins behind the joining word.
Cut = tuple[int, int]
LANGUAGES = ("en", "de", "es", "fr", "nl", "pt")
_NAME = re.compile(r"\{([a-z_]+)\}")


class PatternFailure(Failure):
    """A table of patterns that cannot be used."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to ask. ``strong`` patterns also count where a look-alike is recognised beside them.

    A short ``only_alone`` one ("any help is welcome") counts in a mail that asks nothing else, a ``plea``
    ("please advise") without a question mark where nothing beside it asks. One that ``wants_act`` asks the
    reader to do something.

    ``answer_type`` is None where the words decide. ``examples`` are found in this form, ``quiet``
    are not found at all: both are the pattern's tests.
    """

    id: str
    form: Form
    match: str
    strong: bool = False
    only_alone: bool = False
    plea: bool = False
    wants_act: bool = False
    answer_type: AnswerType | None = None
    examples: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Words that look like a question and want no answer; ``final`` ones outrank every pattern.

    ``unless`` names the patterns that outrank it all the same, ``only`` those that it silences alone; an
    ``even_marked`` one asks nothing even with a question mark ("How are you?").
    """

    id: str
    match: str
    final: bool = False
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    even_marked: bool = False
    examples: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What opens a list whose items ask; ``answer_type`` is None where an item's words decide."""

    id: str
    match: str
    answer_type: AnswerType | None = None
    examples: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Openers:
    """Patterns for cutting: what may precede a question, and what opens a new one in mid-sentence.

    ``told`` begins what a request goes on to be told ("… and tell me when"), ``clause`` a further clause of
    one that lists what it wants to be told. ``anew`` opens one even in a short text without
    punctuation. ``further`` turns to another matter ("Also, the export hangs"), ``takes_back`` says that the
    question before needs no answer any more ("ah, found it").
    """

    preamble: str = ""
    split: str = ""
    run_on: str = ""
    anew: str = ""
    clause: str = ""
    told: str = ""
    further: str = ""
    takes_back: str = ""


class Heard(NamedTuple):
    """The core of a plain sentence, and the rows that match it in the table's order."""

    core: str
    patterns: Sequence[Pattern]
    look_alikes: Sequence[LookAlike]


@dataclass(frozen=True, slots=True)
class Cuts:
    """Cuts before further ``questions``, before those of ``run_on`` text, between listed ``clauses``.

    Those of ``anew`` need neither a long text nor a capital.
    """

    questions: list[Cut]
    run_on: list[Cut]
    clauses: list[Cut]
    anew: list[Cut]


NOTHING_HEARD = Heard("", (), ())


class PatternTable:
    """All patterns of one language, ready to run over a sentence that was made plain."""

    def __init__(
        self,
        language: str,
        patterns: Sequence[Pattern],
        look_alikes: Sequence[LookAlike],
        openers: Openers,
        problems: Sequence[LookAlike] = (),
        not_problems: Sequence[LookAlike] = (),
        lead_ins: Sequence[LeadIn] = (),
    ) -> None:
        self.language = language
        self.patterns = tuple(patterns)
        self.look_alikes = tuple(look_alikes)
        self.openers = openers
        # The preamble stands last, so that the one pass over most sentences also tells that they have none.
        rows = [row.match for row in patterns]
        self._asks = PatternFilter([*rows, f"^(?:{openers.preamble})"] if openers.preamble else rows)
        # Most sentences ask nothing, so these are not asked about them.
        self._silences = PatternFilter([row.match for row in look_alikes])
        self.problems = tuple(problems)
        self.not_problems = tuple(not_problems)
        self._reports = PatternSet([row.match for row in problems])
        self._settles = PatternSet([row.match for row in not_problems])
        self.lead_ins = tuple(lead_ins)
        self._leads = PatternSet([row.match for row in lead_ins])
        self._preamble = _optional(openers.preamble and f"(?:{openers.preamble})+")
        self._split = _optional(openers.split)
        self._run_on = _optional(openers.run_on)
        # Most sentences hold neither, which a set tells sooner.
        self._clause = _optional(openers.clause)
        self._told = _optional(openers.told)
        self._anew = _optional(openers.anew)
        self._further = _optional(openers.further)
        self._takes_back = _optional(openers.takes_back)
        cutting = (openers.split, openers.run_on, openers.clause, openers.told, openers.anew)
        self._cuts = PatternSet([pattern or _NEVER for pattern in cutting])

    def read(self, plain: str) -> Heard:
        """Return what a plain sentence says when its greetings and connecting words are cut off.

        Of one that no pattern matches nothing is heard; ``look_alikes_of`` tells of it.
        """
        hits = self._asks.matching(plain)
        core = plain
        if hits and hits[-1] == len(self.patterns):
            core = self.without_preamble(plain)
            hits = self._asks.matching(core) if core != plain else hits
        patterns = [self.patterns[hit] for hit in hits if hit < len(self.patterns)]
        return Heard(core, patterns, self._look_alikes_in(core)) if patterns else NOTHING_HEARD

    def look_alikes_of(self, plain: str) -> Sequence[LookAlike]:
        """Return what a plain sentence, asking or not, merely looks like."""
        return self._look_alikes_in(self.without_preamble(plain))

    def _look_alikes_in(self, core: str) -> Sequence[LookAlike]:
        return [self.look_alikes[hit] for hit in self._silences.matching(core)]

    def reports_problem(self, plain: str) -> bool:
        """Tell whether a plain sentence reports something that does not work."""
        return bool(self._reports.matching(plain))

    def reports_another_problem(self, plain: str) -> bool:
        """Tell whether a plain sentence turns to another matter, which does not work."""
        if self._further is None or self._further.search(plain) is None:
            return False
        return self.reports_problem(plain) and not self.settles(plain)

    def takes_back(self, plain: str) -> bool:
        """Tell whether a plain sentence takes back the question before it."""
        return self._takes_back is not None and self._takes_back.search(plain) is not None

    def settles(self, plain: str) -> bool:
        """Tell whether a plain sentence says that a problem is over, or none."""
        return bool(self._settles.matching(plain))

    def lead_in(self, plain: str) -> LeadIn | None:
        """Return what tells that a plain sentence opens a list of questions ("I want to know:"), or None."""
        hits = self._leads.matching(plain)
        return self.lead_ins[hits[0]] if hits else None

    def cuts(self, words: str) -> Cuts | None:
        """Return where a sentence may be cut, None for most."""
        hits = self._cuts.matching(words)
        if not hits:
            return None
        told = _cuts_at(self._told, words) if 3 in hits else []
        return Cuts(
            questions=[*(_cuts_at(self._split, words) if 0 in hits else []), *told],
            run_on=_cuts_at(self._run_on, words) if 1 in hits else [],
            clauses=_cuts_at(self._clause, words) if 2 in hits else [],
            anew=_cuts_at(self._anew, words) if 4 in hits else [],
        )

    def without_preamble(self, plain: str) -> str:
        """Return a plain sentence without the greeting and the connecting words at its beginning."""
        if self._preamble is None:
            return plain
        lead = self._preamble.match(plain)
        rest = plain[lead.end() :] if lead is not None else plain
        return rest or plain


@lru_cache(maxsize=16)
def table_for(language: str) -> PatternTable | None:
    """Return the table of a language (ISO 639-1), or None for a language without one."""
    if language not in LANGUAGES:
        return None
    source = resources.files("composer.questions").joinpath(f"patterns/{language}.toml")
    return read_table(source.read_text(encoding="utf-8"), path=f"patterns/{language}.toml")


def table_to_read(language: str) -> PatternTable | None:
    """Return the table that reads a mail: a language that was not recognised is read as English."""
    return table_for("en" if language == "und" else language)


@lru_cache(maxsize=4096)
def start_of(match: str, plain: str) -> int:
    """Return where a pattern's words begin in a plain sentence (its length when nowhere)."""
    found = compiled(match).search(plain)
    return found.start() if found else len(plain)


def read_table(text: str, *, path: str = "") -> PatternTable:
    """Return the table that a TOML text holds; raises PatternFailure with what is wrong and where."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PatternFailure(f"This is not valid TOML ({error}).", path=path) from error
    words = {name: str(value) for name, value in data.get("words", {}).items()}
    spellings = str.maketrans(data.get("spellings", {}))
    fill = partial(_filled, words=words, spellings=spellings, path=path)
    patterns = [_pattern(row, fill, path) for row in data.get("pattern", ())]
    look_alikes = [_look_alike(row, fill, path) for row in data.get("not_a_question", ())]
    openers = Openers(**{name: fill(str(value)) for name, value in data.get("openers", {}).items()})
    problems = [_look_alike(row, fill, path) for row in data.get("problem", ())]
    not_problems = [_look_alike(row, fill, path) for row in data.get("not_a_problem", ())]
    lead_ins = [_lead_in(row, fill, path) for row in data.get("lead_in", ())]
    language = str(data.get("language", ""))
    return PatternTable(language, patterns, look_alikes, openers, problems, not_problems, lead_ins)


def _pattern(row: Mapping[str, Any], fill: Callable[[str], str], path: str) -> Pattern:
    answer_type = row.get("answer_type")
    return Pattern(
        id=row["id"],
        form=Form(row["form"]),
        match=_checked(fill(row["match"]), row["id"], path),
        strong=bool(row.get("strong", False)),
        only_alone=bool(row.get("only_alone", False)),
        plea=bool(row.get("plea", False)),
        wants_act=bool(row.get("wants_act", False)),
        answer_type=AnswerType(answer_type) if answer_type else None,
        examples=tuple(row.get("examples", ())),
        quiet=tuple(row.get("quiet", ())),
    )


def _look_alike(row: Mapping[str, Any], fill: Callable[[str], str], path: str) -> LookAlike:
    return LookAlike(
        id=row["id"],
        match=_checked(fill(row["match"]), row["id"], path),
        final=bool(row.get("final", False)),
        unless=tuple(row.get("unless", ())),
        only=tuple(row.get("only", ())),
        even_marked=bool(row.get("even_marked", False)),
        examples=tuple(row.get("examples", ())),
        quiet=tuple(row.get("quiet", ())),
    )


def _lead_in(row: Mapping[str, Any], fill: Callable[[str], str], path: str) -> LeadIn:
    answer_type = row.get("answer_type")
    return LeadIn(
        id=row["id"],
        match=_checked(fill(row["match"]), row["id"], path),
        answer_type=AnswerType(answer_type) if answer_type else None,
        examples=tuple(row.get("examples", ())),
        quiet=tuple(row.get("quiet", ())),
    )


def _filled(match: str, *, words: Mapping[str, str], spellings: Mapping[int, str], path: str) -> str:
    """Return a pattern with the words that it names, in every spelling of its letters ("ü" also as "ue")."""

    def word(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in words:
            raise PatternFailure(f"The pattern names {{{name}}}, which [words] does not hold.", path=path)
        return words[name]

    return folded(_NAME.sub(word, match).translate(spellings))


def _checked(match: str, name: str, path: str) -> str:
    try:
        compiled(match)
    except ValueError as error:
        raise PatternFailure(f"The pattern “{name}” does not compile: {error}.", path=path) from error
    return match


def _cuts_at(pattern: Compiled | None, words: str) -> list[Cut]:
    return [(found.start(), found.start(1)) for found in pattern.finditer(words)] if pattern else []


def _optional(pattern: str) -> Compiled | None:
    return compiled(pattern) if pattern else None
