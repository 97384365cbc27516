"""Who acts in a clause: we, somebody of ours, the reader, an outsider, or a thing that somebody waits for."""

from collections.abc import Sequence
from enum import StrEnum

from composer.lint.promises import words as w
from composer.lint.promises.clauses import Clause
from composer.lint.promises.tokens import Token, kinds_of


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
    (w.PERSON, Actor.STAFF),
    (w.OUR, Actor.THING),
    (w.PROGRAM, Actor.PROGRAM),
    (w.NAME, Actor.NAME),
)
_SERVED = w.SERVE | w.THERE | w.SET | w.ASSURED | w.GET | w.YOU | w.YOUR | w.ME
"""Somebody named, and those of a shop, are ours where they do something of that kind."""
_ARTICLES = w.DET | w.OUR | w.YOUR
_SAYS_NOTHING = w.ADVERB | w.TIME | w.AND | w.THAT | w.WHEN | w.UNTIL


def actors_of(clauses: Sequence[Clause]) -> list[Actor]:
    """Return who acts in each clause."""
    actors: list[Actor] = []
    for clause in clauses:
        named = _actor_in(clause)
        actors.append(named or _taken_over(clauses, actors, clause))
    return actors


def _actor_in(clause: Clause) -> Actor | None:
    """Return the actor that a clause names, None if it leaves that to the clause before."""
    subject = clause.subject
    kinds = kinds_of(subject)
    if clause.verb >= 0:
        verb = clause.tokens[clause.verb].kinds
        if " " not in clause.tokens[clause.verb].word:
            kinds |= verb & (w.US | w.YOU | w.THEY)
        if verb & w.WE_ACT:
            return Actor.US
        if verb & w.IT and verb & w.AUXILIARY:
            return Actor.THING
    if kinds & w.US:
        return Actor.US
    head = kinds & ~kinds_of(subject) | kinds_of(_head_of(subject))
    if _is_outsider(_head_of(subject)):
        return Actor.OUTSIDER
    if head & w.PLACE and _is_at_work(clause):
        return Actor.STAFF
    if head & w.PLACE and head & w.STAFF and _is_at_home(clause):
        return Actor.OCCASION
    if head & w.PERSON and not head & (w.STAFF | w.YOUR | w.YOU) and _is_at_home(clause):
        return Actor.NAME
    for kind, actor in _BY_CLASS:
        if head & kind and not (actor is Actor.READER and head & w.YOUR):
            return Actor.THING if actor is Actor.OCCASION and head & w.OUR else actor
    return _thing_in(clause, subject)


def _is_at_work(clause: Clause) -> bool:
    """Tell whether a clause says what is done for somebody: *the shop keeps it*, not *it opens*."""
    behind = _behind_auxiliaries(clause)
    aimed = kinds_of(behind[1:]) & (_SERVED & ~w.SERVE | w.DET | w.OUR | w.IT | w.THEY)
    return bool(aimed and kinds_of(behind) & _SERVED) and not _is_at_home(clause)


def _is_at_home(clause: Clause) -> bool:
    """Tell whether a clause says how somebody is, or what runs by a calendar: *Anna likes it*, *it opens*."""
    behind = _behind_auxiliaries(clause)
    return bool(behind) and bool(behind[0].kinds & (w.TIMETABLE | w.STATE & ~w.GET))


def _behind_auxiliaries(clause: Clause) -> Sequence[Token]:
    if clause.verb < 0:
        return ()
    return [t for t in clause.tokens[clause.verb :] if not t.kinds & (w.AUXILIARY | w.ADVERB)]


def _head_of(subject: Sequence[Token]) -> Sequence[Token]:
    """Return who acts: *my office* of *at the end of the month my office*, *parcel* of *Jo's parcel*."""
    owned = next((at for at, t in enumerate(subject[:-1], 1) if t.word == "'s" and not t.kinds), 0)
    subject = subject[owned:]
    starts = _ARTICLES | w.NAME | w.PERSON | w.IT | w.THEY | w.YOU
    for at, token in enumerate(subject):
        if token.kinds & starts and not (at and subject[at - 1].kinds & w.PREP):
            end = next((i for i in range(at + 1, len(subject)) if subject[i].kinds & w.PREP), len(subject))
            return subject[at:end]
    return subject


def _is_outsider(head: Sequence[Token]) -> bool:
    """Tell whether somebody decides without us: *the bank* (not *the bank card*), *your new boss*."""
    if not head:
        return False
    if any(t.kinds & w.OUTSIDER and (" " in t.word or t is head[-1]) for t in head):
        return True
    return bool(head[0].kinds & w.YOUR) and any(t.kinds & w.THEIRS for t in head[1:])


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
        return Actor.STAFF if clauses[len(actors) - 1].kinds & (w.STAFF | w.PERSON) else Actor.BARE
    return actors[-1]
