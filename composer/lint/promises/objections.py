"""What speaks against a promise: it waits for the reader, is denied, doubted, reported, wished for, asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from composer.lint.promises import words as w
from composer.lint.promises.actors import Actor
from composer.lint.promises.clauses import Clause, asks
from composer.lint.promises.tokens import kinds_of

_QUOTES = ('"', "“", "„", "«", "‘")
_ASKING = w.CAN | w.WILL | w.WOULD
_OURS = (Actor.US, Actor.STAFF)
_NEAR = 4
"""So many words behind the verb a *not* still denies it."""


@dataclass(frozen=True)
class Sentence:
    """A sentence cut into clauses, with who acts in each."""

    text: str
    clauses: Sequence[Clause]
    actors: Sequence[Actor]

    @cached_property
    def kinds(self) -> int:
        """All classes in it."""
        found = 0
        for clause in self.clauses:
            found |= clause.kinds
        return found

    def __len__(self) -> int:
        return sum(len(clause.tokens) for clause in self.clauses)

    def before(self, at: int) -> Clause | None:
        """Return the clause before one, if any."""
        return self.clauses[at - 1] if at else None

    def behind(self, at: int) -> Clause | None:
        """Return the clause behind one, if any."""
        return self.clauses[at + 1] if at + 1 < len(self.clauses) else None


def objection_to(sentence: Sentence, at: int) -> str:
    """Return what speaks against a promise in a clause, in a word or two; empty if nothing does."""
    return next((name for name, speaks in _OBJECTIONS if speaks(sentence, at)), "")


def _is_offered(sentence: Sentence, at: int) -> bool:
    """*We could send it on Friday if you like*."""
    return bool(sentence.kinds & w.CHOICE)


def _is_condition(sentence: Sentence, at: int) -> bool:
    return bool(sentence.clauses[at].opener & w.IF)


def _is_quoted(sentence: Sentence, at: int) -> bool:
    start = sentence.clauses[at].start
    return bool(at and start and sentence.text[start - 1] in _QUOTES)


def _is_event(sentence: Sentence, at: int) -> bool:
    return bool(sentence.clauses[at].opener & (w.WHEN | w.UNTIL))


def _is_so(sentence: Sentence, at: int) -> bool:
    """*There is a way round it today*; *there is a loan bike waiting for you on Friday* binds."""
    clause = sentence.clauses[at]
    if clause.verb < 0 or not clause.tokens[clause.verb].kinds & w.BE:
        return False
    exists = bool(clause.subject) and bool(clause.subject[-1].kinds & w.THERE)
    return exists and not kinds_of(clause.tokens[clause.verb + 1 :]) & (w.YOU | w.YOUR | w.DOING)


def _is_done(sentence: Sentence, at: int) -> bool:
    """*We have shipped it this morning*; *I've booked you in for Friday* arranges what is to come."""
    clause = sentence.clauses[at]
    if clause.verb < 0 or not clause.tokens[clause.verb].kinds & w.HAVE:
        return False
    behind = [t.kinds for t in clause.tokens[clause.verb + 1 :] if not t.kinds & w.ADVERB or t.kinds & w.DONE]
    did = next((kinds for kinds in behind if not kinds & w.BECOME), 0)
    return bool(did & w.DONE) and not did & (w.SET | w.STATE)


def _is_purpose(sentence: Sentence, at: int) -> bool:
    """*Send me the address so that I can mail it*."""
    clause = sentence.clauses[at]
    can = clause.verb >= 0 and clause.tokens[clause.verb].kinds & w.CAN
    return bool(can and kinds_of(clause.subject) & w.PURPOSE and at)


def _is_request(sentence: Sentence, at: int) -> bool:
    """*Can you let them know …*, with or without its mark."""
    tokens = [t for clause in sentence.clauses for t in clause.tokens if not t.kinds & (w.ADVERB | w.TIME)]
    if len(tokens) > 1 and tokens[0].kinds & _ASKING and tokens[1].kinds & w.US and tokens[0].kinds ^ w.US:
        return not tokens[0].kinds & w.US
    return any(
        one.kinds & _ASKING and not one.kinds & w.US and other.kinds & w.YOU
        for one, other in pairwise(tokens)
    )


def _hangs_on(kind: int, sentence: Sentence, at: int) -> bool:
    """Tell whether a class of words stands in a clause, or in the one before that it hangs on."""
    clause, before = sentence.clauses[at], sentence.before(at)
    return bool(clause.kinds & kind or (before and before.kinds & kind and not clause.opener & w.AND))


def _is_wished(sentence: Sentence, at: int) -> bool:
    return _hangs_on(w.WISH, sentence, at)


def _is_advice(sentence: Sentence, at: int) -> bool:
    return bool(sentence.clauses[at].kinds & w.RULE)


def _is_doubted(sentence: Sentence, at: int) -> bool:
    """*I doubt that it will …*, *I am not saying that we will …*."""
    clause, before = sentence.clauses[at], sentence.before(at)
    denied = before is not None and _has_not(before) and not clause.opener & (w.AND | w.IF | w.WHEN)
    hangs = denied and before is not None and not sentence.text[before.end : clause.start].strip()
    return _hangs_on(w.DOUBT, sentence, at) or bool(hangs)


def _is_reported(sentence: Sentence, at: int) -> bool:
    clause, before = sentence.clauses[at], sentence.before(at)
    if before and before.kinds & w.SAID and not clause.opener & w.AND and sentence.actors[at - 1] != Actor.US:
        return True
    return bool(clause.kinds & w.SAID) and sentence.actors[at] not in _OURS


def _is_for_us(sentence: Sentence, at: int) -> bool:
    """*He will call to let us know*."""
    return bool(sentence.clauses[at].kinds & w.TO_US) and sentence.actors[at] != Actor.US


def _is_denied(sentence: Sentence, at: int) -> bool:
    return _has_not(sentence.clauses[at]) and not holds_out(sentence, at)


def _has_not(clause: Clause) -> bool:
    near = clause.tokens[: clause.verb + _NEAR] if clause.verb >= 0 else clause.tokens
    return bool(kinds_of(near) & w.NOT)


def holds_out(sentence: Sentence, at: int) -> bool:
    """Tell whether something is not done until an event: *I won't leave before it is booked*."""
    clause, behind = sentence.clauses[at], sentence.behind(at)
    until = clause.kinds & w.UNTIL or (behind and behind.opener & w.UNTIL)
    is_meant = clause.kinds & w.HOLD_OUT and clause.kinds & w.WILL
    return bool(until and is_meant and sentence.kinds & (w.US | w.OUR | w.ME))


def _depends_on_them(sentence: Sentence, at: int) -> bool:
    """*If the light is red, it will …*, *once you have logged in, …*; *I'll ring if he is out* binds."""
    ours = _is_ours(sentence, at)
    for other, actor in _others(sentence, at):
        opener = sentence.clauses[other].opener
        if opener & w.IF and (not ours or actor is Actor.READER or (other < at and actor is Actor.YOURS)):
            return True
        if actor is Actor.READER and opener & w.WHEN:
            return True
    return False


def _others(sentence: Sentence, at: int) -> Iterator[tuple[int, Actor]]:
    return ((other, actor) for other, actor in enumerate(sentence.actors) if other != at)


def _is_ours(sentence: Sentence, at: int) -> bool:
    return sentence.actors[at] in _OURS or bool(kinds_of(sentence.clauses[at].subject) & w.OUR)


def _is_asked(sentence: Sentence, at: int) -> bool:
    return _asks(sentence.clauses[at])


def _follows_their_act(sentence: Sentence, at: int) -> bool:
    """*Restart it and it will …*; *please wait, our driver will …* binds."""
    joined = sentence.clauses[at].opener & w.AND
    free = _is_ours(sentence, at)
    return any(
        _asks(clause) and (not free or (joined and other == at - 1))
        for other, clause in enumerate(sentence.clauses[:at])
    )


def _asks(clause: Clause) -> bool:
    """Tell whether a clause asks the reader to do something."""
    if clause.kinds & w.ASSURED or clause.opener & (w.IF | w.WHEN | w.UNTIL):
        return False
    return asks([token for token in clause.tokens if not token.kinds & w.AND])


REFUSALS = frozenset(("offered", "doubted", "reported", "quoted"))
"""Objections that hold however the clause is read otherwise."""
HABITS_OF_PROGRAMS = frozenset(("depends on them", "follows their act"))
"""Objections that hold so unless we act: *restart it and it will be back*."""
_OBJECTIONS = (
    ("offered", _is_offered),
    ("a condition", _is_condition),
    ("quoted", _is_quoted),
    ("an event", _is_event),
    ("is so", _is_so),
    ("done already", _is_done),
    ("a purpose", _is_purpose),
    ("a request", _is_request),
    ("wished for", _is_wished),
    ("advice", _is_advice),
    ("doubted", _is_doubted),
    ("reported", _is_reported),
    ("done for us", _is_for_us),
    ("denied", _is_denied),
    ("depends on them", _depends_on_them),
    ("asked of them", _is_asked),
    ("follows their act", _follows_their_act),
)
