"""What each clause of a sentence promises: whether, why, and the event that it waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from composer.lint.promises import words as w
from composer.lint.promises.actors import Actor, actors_of
from composer.lint.promises.clauses import Clause, clauses_of
from composer.lint.promises.evidence import evidence
from composer.lint.promises.inflected import Reading
from composer.lint.promises.objections import HABITS_OF_PROGRAMS, REFUSALS, Sentence, objection_to
from composer.lint.promises.signs import Signs, signs_of
from composer.lint.promises.tokens import Token, tokens_of
from composer.lint.promises.words import Grammar


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause is: whether it ``binds`` us, and the words of the event it waits for.

    English has its ``sentence``, the clause's place in it and what speaks against it, other languages why.
    """

    clause: Clause
    binds: bool
    event: str = ""
    sentence: Sentence | None = None
    at: int = 0
    objection: str = ""
    known: str = ""

    @property
    def signs(self) -> Signs | None:
        """Its signs, None where they do not count: an objection settles it, or the language has none."""
        if self.sentence is None or self.objection:
            return None
        return signs_of(self.sentence, self.at)

    @property
    def reason(self) -> str:
        """Why it binds or does not: what it weighs and by which signs, or what speaks against it."""
        signs = self.signs
        return self.objection or self.known if signs is None else evidence().told(signs)

    @property
    def is_refused(self) -> bool:
        """Whether nothing is promised in it however it is read: an offer, a report, what a program does."""
        if self.sentence is None or self.binds:
            return False
        by_program = self.objection in HABITS_OF_PROGRAMS and self.sentence.actors[self.at] is not Actor.US
        return by_program or self.objection in REFUSALS


def verdicts(text: str, times: Sequence[tuple[int, int, int]], grammar: Grammar) -> list[Verdict]:
    """Return a verdict on each clause of a sentence.

    ``times`` are spans in it, in order, with their classes: TIME, with WAIT or VAGUE, or GONE.
    """
    tokens = tokens_of(text, times, grammar)
    if grammar.inflected:
        return _inflected_verdicts(text, tokens, grammar)
    clauses = clauses_of(tokens)
    sentence = Sentence(text, clauses, actors_of(clauses))
    return [_verdict(sentence, at) for at in range(len(clauses))]


def _inflected_verdicts(text: str, tokens: Sequence[Token], grammar: Grammar) -> list[Verdict]:
    reading = Reading(text, tokens, grammar)
    return [
        Verdict(Clause(tuple(part.tokens), -1, part.opener), bool(bound), event, known=reason)
        for part, (bound, reason, event) in zip(reading.parts, reading.verdicts(), strict=True)
    ]


def _verdict(sentence: Sentence, at: int) -> Verdict:
    clause, event = sentence.clauses[at], _event_of(sentence, at)
    is_dated = event or sentence.kinds & (w.TIME | w.PASSED)
    objection = objection_to(sentence, at) if is_dated else "no time"
    binds = not objection and evidence().of(signs_of(sentence, at)) >= 0
    return Verdict(clause, binds, event if binds else "", sentence, at, objection)


def _event_of(sentence: Sentence, at: int) -> str:
    """Return the words of the event that a clause waits for, empty if it has a time or no event."""
    clause = sentence.clauses[at]
    time = next((token for token in clause.tokens if token.kinds & w.TIME), None)
    if time is not None:
        return sentence.text[time.start : time.end] if time.kinds & w.EVENT else ""
    for other in (sentence.before(at), sentence.behind(at), _past_asides(sentence, at)):
        if other and _names_event(other):
            return sentence.text[other.start : other.end]
    for token, following in pairwise((*clause.tokens, None)):
        if token is not None and _is_event(token, following):
            return sentence.text[token.start : clause.end]
    return ""


def _past_asides(sentence: Sentence, at: int) -> Clause | None:
    """Return the clause before the asides: *when it is through, which takes an hour, I'll call you*."""
    for other in range(at - 1, 0, -1):
        if not sentence.clauses[other].opener & w.THAT:
            return None
        if sentence.clauses[other - 1].opener & w.WHEN:
            return sentence.clauses[other - 1]
    return None


def _names_event(clause: Clause) -> bool:
    """Tell whether a clause names an event: *when it is in*, but not *(ask) when it will be*."""
    if not clause.opener & (w.WHEN | w.UNTIL) or clause.kinds & w.WILL:
        return False
    return not any(t.kinds & w.PAST and not t.kinds & w.DONE for t in clause.tokens)


def _is_event(token: Token, following: Token | None) -> bool:
    """Tell whether a word names an event inside its clause: *after the call*, *on your next bill*."""
    if token.kinds & w.EVENT:
        return True
    if following is None or not token.kinds & (w.WHEN | w.UNTIL):
        return False
    return not following.kinds & (w.DOING | w.MUST | w.GONE | w.PASSED)
