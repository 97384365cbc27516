"""Who acts in a clause: we, somebody of ours, the reader, an outsider, or a thing that somebody waits for."""

from collections.abc import Sequence
from enum import StrEnum

from composer.lint import promise_words as w
from composer.lint.promise_clauses import Clause, Token, kinds_of
from composer.lint.promise_words import Grammar


class Actor(StrEnum):
    """Who acts, as far as a promise is concerned."""

    US = "we"
    STAFF = "somebody of ours"
    READER = "the reader"
    OUTSIDER = "an outsider"
    PEOPLE = "people"
    THEY = "they"
    OCCASION = "an occasion"
    YOURS = "a thing of the reader's"
    THING = "a thing"
    PROGRAM = "a program"
    NAME = "a name"
    BARE = "something"
    NOBODY = "nobody"


# The first class that the subject has says who acts.
_BY_CLASS = (
    (w.STAFF, Actor.STAFF),
    (w.PEOPLE, Actor.PEOPLE),
    (w.YOU, Actor.READER),
    (w.THEY, Actor.THEY),
    (w.OCCASION, Actor.OCCASION),
    (w.YOUR, Actor.YOURS),
    (w.OUR, Actor.THING),
    (w.PROGRAM, Actor.PROGRAM),
    (w.NAME, Actor.NAME),
)
_SAYS_NOTHING = w.ADVERB | w.TIME | w.AND | w.THAT | w.WHEN | w.UNTIL


def actors_of(clauses: Sequence[Clause], grammar: Grammar) -> list[Actor]:
    """Return who acts in each clause."""
    actors: list[Actor] = []
    for clause in clauses:
        named = _actor_in(clause, grammar)
        actors.append(named or _taken_over(clauses, actors, clause))
    return actors


def _actor_in(clause: Clause, grammar: Grammar) -> Actor | None:
    """Return the actor that a clause names, None if it leaves that to the clause before."""
    subject = clause.tokens if grammar.subject_anywhere else clause.subject
    kinds = kinds_of(subject)
    if clause.verb >= 0:
        verb = clause.tokens[clause.verb].kinds
        kinds |= verb & (w.US | w.YOU | w.THEY)
        if verb & w.WE_ACT:
            return Actor.US
    if kinds & w.US:
        return Actor.US
    if kinds & w.OUTSIDER or _is_theirs(subject):
        return Actor.OUTSIDER
    for kind, actor in _BY_CLASS:
        if kinds & kind and not (actor is Actor.READER and kinds & w.YOUR):
            return actor
    return _thing_in(clause, subject)


def _is_theirs(subject: Sequence[Token]) -> bool:
    """Tell whether the subject is somebody of the reader's: *your accountant*, *your new team*."""
    return any(
        one.kinds & w.YOUR and any(other.kinds & w.STAFF for other in subject[i + 1 : i + 3])
        for i, one in enumerate(subject)
    )


def _thing_in(clause: Clause, subject: Sequence[Token]) -> Actor | None:
    named = [t for t in subject if t.kinds & w.IT or not t.kinds & _SAYS_NOTHING]
    if len(named) == 1 and named[0].kinds & w.THAT and clause.opener & w.THAT:
        return None
    if not named:
        return None
    return Actor.THING if kinds_of(subject) & (w.IT | w.DET) else Actor.BARE


def _taken_over(clauses: Sequence[Clause], actors: Sequence[Actor], clause: Clause) -> Actor:
    """Return who acts where a clause has no subject: *…, who will call you*, *… and will call you*."""
    if not actors:
        return Actor.NOBODY
    if clause.opener & w.THAT:
        return Actor.STAFF if clauses[len(actors) - 1].kinds & w.STAFF else Actor.BARE
    return actors[-1]
