"""Which clauses promise something: who acts, how it is said, when, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from composer.lint import promise_words as w
from composer.lint.promise_actors import Actor, actors_of
from composer.lint.promise_clauses import Clause, Token, clauses_of, kinds_of, tokens_of
from composer.lint.promise_objections import Sentence, objection_to
from composer.lint.promise_sayings import saying_of
from composer.lint.promise_words import Grammar

_SURE = (Actor.US, Actor.STAFF, Actor.READER, Actor.NOBODY)
_BE_BEFORE = 6
"""So far before *planned for Friday* an *is* makes it the verb: *it is now firmly planned for Friday*."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause is: whether it ``binds`` us, why or why not, and the words of the event it waits for."""

    clause: Clause
    binds: bool
    reason: str
    event: str = ""


def verdicts(text: str, times: Sequence[tuple[int, int, int]], grammar: Grammar) -> list[Verdict]:
    """Return a verdict on each clause of a sentence.

    ``times`` are spans in it, in order, with their classes: TIME, with WAIT or VAGUE, or GONE.
    """
    clauses = clauses_of(tokens_of(text, times, grammar))
    sentence = Sentence(text, clauses, actors_of(clauses, grammar), grammar)
    return [_verdict(sentence, at) for at in range(len(clauses))]


def _verdict(sentence: Sentence, at: int) -> Verdict:
    clause = sentence.clauses[at]
    saying = saying_of(sentence, at)
    if not saying:
        return Verdict(clause, False, f"nothing to come ({sentence.actors[at]})")
    objection = objection_to(sentence, at)
    if objection:
        return Verdict(clause, False, objection)
    bound, event = _bound_by(sentence, at)
    return Verdict(clause, bool(bound), f"{sentence.actors[at]}: {saying} @{bound or 'no time'}", event)


def _bound_by(sentence: Sentence, at: int) -> tuple[str, str]:
    """Return what binds a clause, empty if nothing does, and the words of the event if it is one."""
    clause, before, behind = sentence.clauses[at], sentence.before(at), sentence.behind(at)
    if _has_time(sentence, at):
        return "time", ""
    for other in (before, behind):
        if other and _names_event(other):
            return "event", sentence.text[other.start : other.end]
    for token, following in pairwise((*clause.tokens, None)):
        if token is not None and _is_event(token, following):
            return "event", sentence.text[token.start : clause.end]
    if before and clause.kinds & w.THEN and sentence.kinds & (w.TIME | w.WHEN):
        return "time before", ""
    vouched = clause.kinds & w.VOUCH and any(one.kinds & w.TIME for one in sentence.clauses[at + 1 :])
    if vouched or (behind and behind.kinds & w.TIME and behind.opener & w.IF):
        return "time behind", ""
    return "", ""


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
    return not following.kinds & (w.DOING | w.MUST | w.GONE)


def _has_time(sentence: Sentence, at: int) -> bool:
    """Tell whether a time in a clause is its own, and not a thing's: *the fair planned for Friday*."""
    clause = sentence.clauses[at]
    takes_vague = sentence.actors[at] in _SURE or clause.kinds & w.BECOME
    for i, token in enumerate(clause.tokens):
        if not token.kinds & w.TIME or (token.kinds & w.VAGUE and not takes_vague):
            continue
        if not kinds_of(clause.tokens[max(0, i - 2) : i]) & w.SET:
            return True
        if kinds_of(clause.tokens[max(0, i - _BE_BEFORE) : i]) & (w.BE | w.HAVE):
            return True
    return False
