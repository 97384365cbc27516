"""The signs of a clause: what it shows of who acts, how it is said, when, and what stands around it.

A sign is a *view* and what is seen there: ``actor`` *we*, ``subject`` *our*, ``sequence`` *will act*. Three
kinds of views: word classes (all the bits of :mod:`composer.lint.promises.words` in some words), names, and
the sequence of the clause's words, two by two. What a sign weighs says
:mod:`composer.lint.promises.evidence`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from composer.lint.promises import words as w
from composer.lint.promises.actors import Actor
from composer.lint.promises.acts import ACT, AWAY
from composer.lint.promises.clauses import Clause
from composer.lint.promises.objections import Sentence
from composer.lint.promises.said import Said, taken_apart
from composer.lint.promises.tokens import Token, kinds_of

CLASS_VIEWS = (
    "clause",
    "sentence",
    "opens",
    "first",
    "subject",
    "verb",
    "mode",
    "act",
    "rest",
    "before opener",
    "behind",
    "behind opener",
    "behind time",
)
"""Whose word classes are seen: of the clause, the sentence, the word that opens the sentence or the clause,
the subject, the finite verb, its mode, the word behind it, those further behind, the neighbours, the word
behind the time."""
SEQUENCE = "sequence"

_Bits = tuple[int | None, ...]
_KEPT = 4096
_A_TIME = w.TIME | w.PASSED | w.GONE
_MARK = re.compile('["“”„«»]')
_NEAR, _FAR = 3, 6
"""So many words behind its verb a time is near, or far."""
_MANY_CLAUSES, _WORDS_A_STEP = 4, 7

# The first class that a word has stands for it in a sequence.
_STANDS_FOR = (
    "TIME PASSED GONE US YOU YOUR OUR ME THEY IT NOT WILL SHOULD CAN WOULD PLAN MUST BE HAVE IF WHEN UNTIL "
    "BY THAT AND PLEASE SAID DOUBT WISH CHOICE HABIT RULE ASSURED LET VOUCH STAFF OUTSIDER PEOPLE OCCASION "
    "PROGRAM SET THERE BECOME DONE DOING ACTS ACT PAST NEWS EVENT NAME PREP MARK"
)
_CLASSES = tuple((getattr(w, name), name.lower()) for name in _STANDS_FOR.split())
_LEFT_OUT = w.ADVERB | w.DET | w.COMMA
_NAMES = {
    value: name.lower()
    for name, value in vars(w).items()
    if name.isupper() and isinstance(value, int) and value and not value & (value - 1)
}
_ACT = re.compile(ACT, re.IGNORECASE)
_DOING = re.compile(rf"(?!{AWAY})", re.IGNORECASE)
_LEADS_ACT = w.AUXILIARY | w.PLAN
_LEADS = {
    word: name
    for name, listed in (
        ("by", "by before within no_later not_later inside"),
        ("until", "until till"),
        ("on", "on"),
        ("in", "in into"),
        ("at", "at around about"),
        ("for", "for"),
        ("from", "from starting as"),
        ("of", "of"),
        ("the", "the a an this that your our my"),
        ("with", "with"),
        ("next", "next coming every each"),
    )
    for word in listed.split()
}
_SORTS = (
    ("span", re.compile(r"(?:day|days|mon|tue|wed|thu|fri|sat|sun|am|pm|\d) (?:to|through|thru) ")),
    (
        "today",
        re.compile(
            r"today|tonight|tomorrow|this (?:morning|afternoon|evening)|now|in the morning|"
            r"eod|end of (?:the )?day|close of|cob"
        ),
    ),
    ("weekday", re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)")),
    ("date", re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d(?:st|nd|rd|th)")),
    ("clock", re.compile(r"\d\s*(?:am|pm|:)|noon|midnight|o.clock|\bat \d")),
    ("duration", re.compile(r"(?:second|minute|min|hour|hr|day|week|month|year|fortnight)s?\b")),
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What is seen in a clause.

    ``classes`` go with :data:`CLASS_VIEWS`, None where there is nothing to see; 0 is a word of no class.
    """

    classes: _Bits
    named: Sequence[tuple[str, str]]
    sequence: Sequence[tuple[int, int]]
    """The classes of each word and the next, 0 for a word of no class and -1 for either end."""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield the view and name of each sign once."""
        for view, kinds in zip(CLASS_VIEWS, self.classes, strict=True):
            if kinds is not None:
                yield from ((view, name) for name in names_of(kinds))
        yield from self.named
        yield from dict.fromkeys((SEQUENCE, names_in_sequence(*two)) for two in self.sequence)


@lru_cache(_KEPT)
def names_of(kinds: int) -> tuple[str, ...]:
    """Return the names of word classes, *unknown* for none."""
    return tuple(name for bit, name in _NAMES.items() if kinds & bit) or ("unknown",)


@lru_cache(_KEPT)
def names_in_sequence(one: int, other: int) -> str:
    """Return how two words that follow each other are called: *will act*."""
    return f"{_stands_for(one)} {_stands_for(other)}"


@lru_cache(_KEPT)
def _stands_for(kinds: int) -> str:
    if kinds < 0:
        return "-"
    return next((name for bit, name in _CLASSES if kinds & bit), "other")


def signs_of(sentence: Sentence, at: int) -> Signs:
    """Return what is seen in a clause of a sentence."""
    clause = sentence.clauses[at]
    before, behind = sentence.before(at), sentence.behind(at)
    first = clause.tokens[0].kinds
    named: list[tuple[str, str]] = []
    subject = verb = mode = act = rest = None
    actor = sentence.actors[at]
    if clause.verb >= 0:
        said = taken_apart(clause, actor)
        actor, mode = said.actor, said.mode
        subject, verb = kinds_of(clause.subject) or None, clause.tokens[clause.verb].kinds
        act = said.act if said.group else None
        rest = kinds_of(said.group[1:]) or None
        if actor is Actor.US:
            act_of_ours = _our_act(sentence, clause, said)
            named += [("our act", act_of_ours), ("our act", f"{_stands_for(said.mode)}, {act_of_ours}")]
        if not clause.subject:
            named.append(("subject", "left out"))
        if not said.group:
            named.append(("act", "left out"))
    else:
        named.append(("mode", "no verb"))
        named += dict.fromkeys(("no verb", _stands_for(token.kinds)) for token in clause.tokens[:3])
    named.append(("actor", actor.value))
    named += _size(sentence, at)
    named += _quoted(sentence.text, clause.start)
    when, behind_time = _time_of(clause)
    named += when
    for name in names_of(mode) if mode is not None else ("no verb",):
        named += [("mode and time", f"{name}, {what}") for view, what in when if view != "sort of time"]
    bits = (
        clause.kinds,
        sentence.kinds,
        None if at else first,
        first,
        subject,
        verb,
        mode,
        act,
        rest,
        before.opener or None if before else None,
        behind.kinds if behind else None,
        behind.opener or None if behind else None,
        behind_time,
    )
    return Signs(bits, named, _sequence_of(clause))


def _our_act(sentence: Sentence, clause: Clause, said: Said) -> str:
    """Return *one* for an act we could be held to, *over*, or *none*: a way, a state, a private plan."""
    act = said.group[0] if said.group and said.mode & _LEADS_ACT else clause.tokens[clause.verb]
    if said.mode & w.HAVE and act.kinds & w.DONE:
        return "over"
    pattern = _DOING if act.kinds & w.DOING else _ACT
    return "one" if pattern.match(sentence.text, act.start) else "none"


def _size(sentence: Sentence, at: int) -> list[tuple[str, str]]:
    words = len(sentence) // _WORDS_A_STEP
    return [
        ("clauses", str(min(_MANY_CLAUSES, len(sentence.clauses)))),
        ("place", str(min(2, at))),
        ("words", f"{min(_MANY_CLAUSES, words) * _WORDS_A_STEP} and more"),
    ]


def _quoted(text: str, start: int) -> list[tuple[str, str]]:
    found = [("quote", "cited")] if text.startswith(">") else []
    if _MARK.search(text):
        marks = [mark.start() for mark in _MARK.finditer(text)]
        if len(marks) > 1:
            found.append(("quote", "beside"))
        if sum(at < start for at in marks) % 2:
            found.append(("quote", "inside"))
    return found


def _time_of(clause: Clause) -> tuple[list[tuple[str, str]], int | None]:
    """Return what is seen of the first time of a clause, and the classes of the word behind it."""
    tokens = clause.tokens
    at = next((i for i, token in enumerate(tokens) if token.kinds & _A_TIME), -1)
    if at < 0:
        return [("time", "none")], None
    found = [
        ("time", _lead(tokens, at)),
        ("place of time", _place(clause, at)),
        ("sort of time", sort_of(tokens[at].word)),
    ]
    if any(token.kinds & _A_TIME for token in tokens[at + 1 :]):
        found.append(("time", "several"))
    if at + 1 < len(tokens):
        return found, tokens[at + 1].kinds
    found.append(("place of time", "last"))
    return found, None


def _lead(tokens: Sequence[Token], at: int) -> str:
    own = _LEADS.get(tokens[at].word.split()[0])
    ahead = tokens[at - 1].word.split()[-1] if at else ""
    return own or _LEADS.get(ahead) or ("bare" if at else "at the start")


def _place(clause: Clause, at: int) -> str:
    if not at or (at == 1 and not clause.tokens[0].kinds & w.AND):
        return "opens"
    if clause.verb < 0:
        return "without a verb"
    far = at - clause.verb
    if far < 0:
        return "before the verb"
    return "near" if far <= _NEAR else "behind" if far <= _FAR else "far"


@lru_cache(_KEPT)
def sort_of(time: str) -> str:
    """Return what sort of time some words name: *span*, *today*, *weekday* and so on, or *other*."""
    return next((name for name, pattern in _SORTS if pattern.search(time)), "other")


def _sequence_of(clause: Clause) -> list[tuple[int, int]]:
    kinds = [token.kinds for token in clause.tokens if not _is_left_out(token.kinds)]
    return list(pairwise((-1, *kinds, -1)))


@lru_cache(_KEPT)
def _is_left_out(kinds: int) -> bool:
    """Tell whether a word is only an adverb, an article or a comma."""
    return bool(kinds & _LEFT_OUT) and _stands_for(kinds) == "other"
