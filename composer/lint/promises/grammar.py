"""Which clauses promise something: who acts, how it is said, when, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from composer.lint.promises import words as w
from composer.lint.promises.actors import Actor, actors_of
from composer.lint.promises.clauses import Clause, clauses_of
from composer.lint.promises.inflected import Reading
from composer.lint.promises.objections import HABITS_OF_PROGRAMS, REFUSALS, Sentence, objection_to
from composer.lint.promises.sayings import saying_of
from composer.lint.promises.tokens import Token, kinds_of, tokens_of
from composer.lint.promises.words import Grammar

_SURE = (Actor.US, Actor.STAFF, Actor.READER, Actor.NOBODY)
_COMING = w.WILL | w.PLAN | w.SHOULD | w.ACT | w.ACTS
_LONGEST = 26
"""In a sentence of more words clauses are cut wrongly too often: there the reader has to be named."""
_BE_BEFORE = 6
"""So far before *planned for Friday* an *is* makes it the verb: *it is now firmly planned for Friday*."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause is: whether it ``binds`` us, why or why not, and the words of the event it waits for."""

    clause: Clause
    binds: bool
    reason: str
    event: str = ""
    sentence: Sentence | None = None
    at: int = 0

    @property
    def is_refused(self) -> bool:
        """Whether nothing is promised in it however it is read: an offer, a report, what a program does."""
        if self.sentence is None or self.binds:
            return False
        objection = objection_to(self.sentence, self.at)
        by_program = objection in HABITS_OF_PROGRAMS and self.sentence.actors[self.at] is not Actor.US
        return by_program or objection in REFUSALS


def verdicts(text: str, times: Sequence[tuple[int, int, int]], grammar: Grammar) -> list[Verdict]:
    """Return a verdict on each clause of a sentence.

    ``times`` are spans in it, in order, with their classes: TIME, with WAIT or VAGUE, or GONE.
    """
    tokens = tokens_of(text, times, grammar)
    if grammar.inflected:
        return _inflected_verdicts(text, tokens, grammar)
    clauses = clauses_of(tokens)
    sentence = Sentence(text, clauses, actors_of(clauses), grammar)
    return [_verdict(sentence, at) for at in range(len(clauses))]


def _inflected_verdicts(text: str, tokens: Sequence[Token], grammar: Grammar) -> list[Verdict]:
    reading = Reading(text, tokens, grammar)
    return [
        Verdict(Clause(tuple(part.tokens), -1, part.opener), bool(bound), reason, event)
        for part, (bound, reason, event) in zip(reading.parts, reading.verdicts(), strict=True)
    ]


def _verdict(sentence: Sentence, at: int) -> Verdict:
    clause = sentence.clauses[at]
    saying = saying_of(sentence, at)
    if not saying:
        return Verdict(clause, False, f"nothing to come ({sentence.actors[at]})", "", sentence, at)
    if len(sentence) > _LONGEST and not clause.kinds & (w.YOU | w.YOUR):
        return Verdict(clause, False, "too long a sentence to be sure", "", sentence, at)
    bound, event = _bound_by(sentence, at)
    objection = objection_to(sentence, at) if bound else ""
    reason = objection or f"{sentence.actors[at]}: {saying} @{bound or 'no time'}"
    return Verdict(clause, bool(bound) and not objection, reason, event, sentence, at)


def _bound_by(sentence: Sentence, at: int) -> tuple[str, str]:
    """Return what binds a clause, empty if nothing does, and the words of the event if it is one."""
    clause, before, behind = sentence.clauses[at], sentence.before(at), sentence.behind(at)
    time = _time_of(sentence, at)
    if time is not None:
        return "time", sentence.text[time.start : time.end] if time.kinds & w.EVENT else ""
    for other in (before, behind, _past_asides(sentence, at)):
        if other and _names_event(other):
            return "event", sentence.text[other.start : other.end]
    for token, following in pairwise((*clause.tokens, None)):
        if token is not None and _is_event(token, following):
            return "event", sentence.text[token.start : clause.end]
    if before and before.kinds & w.TIME and _goes_on(sentence, at):
        return "time before", ""
    if before and clause.kinds & w.THEN and sentence.kinds & (w.TIME | w.WHEN):
        return "time before", ""
    vouched = clause.kinds & w.VOUCH and any(one.kinds & w.TIME for one in sentence.clauses[at + 1 :])
    if vouched or (behind and behind.kinds & w.TIME and behind.opener & w.IF):
        return "time behind", ""
    return "", ""


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether a clause tells what follows a state: *she is on call tonight and she'll restart it*."""
    before = sentence.clauses[at - 1]
    state = (
        before.verb >= 0 and before.tokens[before.verb].kinds & (w.BE | w.ACTS) and not before.kinds & w.PAST
    )
    ours = sentence.actors[at] in (Actor.US, Actor.STAFF, Actor.THEY)
    return (
        bool(state and ours and sentence.clauses[at].opener & w.AND) and sentence.actors[at - 1] != Actor.US
    )


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


def _time_of(sentence: Sentence, at: int) -> Token | None:
    """Return the time of a clause that is its own, and not a thing's: *the fair planned for Friday*."""
    clause = sentence.clauses[at]
    coming = sentence.clauses[at].verb >= 0 and clause.tokens[clause.verb].kinds & (
        w.WILL | w.PLAN | w.SHOULD
    )
    times = w.TIME | w.PASSED if coming else w.TIME
    takes_vague = sentence.actors[at] in _SURE or clause.kinds & w.BECOME
    for i, token in enumerate(clause.tokens):
        if not token.kinds & times or (token.kinds & w.VAGUE and not takes_vague):
            continue
        named = kinds_of(clause.tokens[max(0, i - 2) : i]) & w.SET
        if not named or kinds_of(clause.tokens[max(0, i - _BE_BEFORE) : i]) & (w.BE | w.HAVE):
            return token
    return None
