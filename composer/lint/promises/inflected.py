"""Promises in languages whose verbs say by their form who acts and when: German, Spanish, French and kin.

English says *will* and a bare verb, and its order says the rest (:mod:`composer.lint.promises.signs`).
Here the verb may stand anywhere and often has no subject (*le llamo*, *wird geprüft*): a clause is the set
of what its words say, and its first finite verb is its mode. Tables and classes are the same.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from composer.lint.promises import words as w
from composer.lint.promises.parts import FINITE, OPENS, Part, as_noun, as_verb, asks, parts_of
from composer.lint.promises.tokens import Token, kinds_of
from composer.lint.promises.words import Grammar

_ACT = w.ACT | w.SERVE | w.VOUCH | w.DOING
_FOR = frozenset(("für", "para", "pour", "voor"))
_PRESENT_OR_PAST = re.compile(r"[ai]mos$")
_MOST_WORDS = 12
"""Where no verb stands, so many words at most are an announcement: *Versand am Montag*."""


class Actor(StrEnum):
    """Who acts, as far as it matters here."""

    US = "we"
    STAFF = "somebody of ours"
    READER = "the reader"
    THING = "a thing"
    OTHER = "others"


def _is_meant_for_a_time(tokens: Sequence[Token]) -> bool:
    """Tell whether a time is what something is for: *den Monteur für Montag bestellt*."""
    return any(one.word in _FOR and other.kinds & w.TIME for one, other in pairwise(tokens))


def _is_owned(tokens: Sequence[Token], owner: int, owned: int) -> bool:
    """Tell whether somebody is said to be the reader's or ours: *Ihr Techniker*, *unser Hausmeister*."""
    return any(
        one.kinds & owner and kinds_of(tokens[at + 1 : at + 3]) & owned for at, one in enumerate(tokens)
    )


class Reading:
    """A sentence cut into clauses, and what each of them promises."""

    def __init__(self, text: str, tokens: Sequence[Token], grammar: Grammar) -> None:
        self.text = text
        tokens = [as_noun(token, before) for before, token in pairwise((None, *tokens)) if token]
        tokens = [as_verb(tokens, at, grammar) for at in range(len(tokens))]
        self.parts = parts_of(tokens)
        self.kinds = kinds_of(tokens)
        self.actors = [self._actor(at) for at in range(len(self.parts))]

    def _actor(self, at: int) -> Actor:
        part = self.parts[at]
        kinds, finite = part.kinds, part.finite
        if finite & w.YOU and not finite & w.ACTS:
            return Actor.READER
        if kinds & w.US or finite & w.WE_ACT:
            return Actor.US
        if finite & w.GET or (kinds & w.YOU and finite & w.HAVE):
            return Actor.READER
        subject = part.subject
        named = kinds_of(subject)
        if named & w.OUTSIDER and _is_owned(subject, w.OUR, w.OUTSIDER):
            return Actor.STAFF
        if named & (w.OUTSIDER | w.PEOPLE | w.OCCASION) or _is_owned(subject, w.YOUR, w.STAFF):
            return Actor.OTHER
        if kinds & w.STAFF or named & w.PERSON:
            return Actor.STAFF
        goes_on = part.opener & w.AND and at and kinds_of(part.tokens[1:2]) & w.ACT
        if goes_on and self._actor(at - 1) is Actor.US:
            return Actor.US
        if kinds & w.YOU and not finite & (w.ACTS | w.WILL & ~w.GET):
            return Actor.READER
        third = finite & w.WILL and finite & w.ACTS
        if part.opener & w.AND and at and not third and not self._has_noun(part):
            return self._actor(at - 1)
        runs_by_itself = kinds & w.PROGRAM and not kinds & (w.ME | w.YOU | w.YOUR)
        return Actor.OTHER if runs_by_itself else Actor.THING

    def _has_noun(self, part: Part) -> bool:
        for token in part.tokens:
            if token.kinds & FINITE:
                return False
            if token.kinds & (w.DET | w.YOUR | w.OUR | w.IT | w.THEY):
                return True
        return False

    def verdicts(self) -> list[tuple[str, str, str]]:
        """Return for each clause what binds it (empty if it promises nothing), why, and the event."""
        return [self._verdict(at) for at in range(len(self.parts))]

    def _verdict(self, at: int) -> tuple[str, str, str]:
        saying = self.saying_of(at)
        if not saying:
            return "", f"nothing to come ({self.actors[at]})", ""
        objection = self.objection_to(at)
        if objection:
            return "", objection, ""
        bound, event = self.bound_by(at)
        return bound, f"{self.actors[at]}: {saying} @{bound or 'no time'}", event

    # -- what speaks against it

    def objection_to(self, at: int) -> str:
        """Return what speaks against a promise in a clause, empty if nothing does."""
        part, actor = self.parts[at], self.actors[at]
        before = self.parts[at - 1] if at else None
        told = before is not None and not part.opener & w.AND
        near = part.kinds | (before.kinds if before and told else 0)
        if self.kinds & w.CHOICE:
            return "their choice"
        if part.opener & (w.IF | w.WHEN | w.UNTIL):
            return "an event"
        if near & (w.WISH | w.DOUBT) or part.kinds & w.RULE:
            return "doubt, wish or advice"
        if self._reported(at):
            return "reported"
        if before and part.opener & w.THAT and before.kinds & (w.NOT | w.MUST):
            return "denied or asked for"
        if part.kinds & w.NOT and not self._holds_out(at):
            return "denied"
        if part.kinds & w.TO_US and actor is not Actor.US:
            return "for us"
        if asks(part):
            return "a request"
        return self._depends(at)

    def _reported(self, at: int) -> bool:
        for other in range(at + 1):
            part = self.parts[other]
            if part.kinds & w.SAID and (self.actors[other] is not Actor.US or part.kinds & w.PAST):
                return other == at or not self.parts[at].opener & w.MARK
        return False

    def _depends(self, at: int) -> str:
        ours = self.actors[at] in (Actor.US, Actor.STAFF)
        for other, part in enumerate(self.parts):
            if other == at:
                continue
            theirs = (
                self.actors[other] is Actor.READER
                or (part.kinds & w.TO_US and self.actors[other] is Actor.THING)
                or (part.opener & w.IF and kinds_of(part.tokens[1:2]) & w.YOU)
            )
            if part.opener & w.IF and (theirs or not ours):
                return "a condition"
            if part.opener & (w.WHEN | w.UNTIL) and theirs:
                return "their event"
            is_free = self.actors[other] is Actor.READER and part.finite & w.CAN
            if other < at and (asks(part) or is_free) and not (ours and not self.parts[at].opener & w.AND):
                return "after their act"
        return ""

    def _holds_out(self, at: int) -> bool:
        """Tell whether something is left alone up to an event: *no cerramos el caso hasta que …*."""
        return bool(
            self.parts[at].kinds & w.HOLD_OUT and self.kinds & w.UNTIL and self.actors[at] is Actor.US
        )

    # -- how it is said

    def saying_of(self, at: int) -> str:
        """Return how a clause says that something is to come, empty if it does not."""
        part, actor = self.parts[at], self.actors[at]
        kinds, mode = part.kinds, part.finite
        if part.opener & w.THAT and at and self._sees_to(at - 1) and not mode & w.MUST:
            return "we see to it"
        if not mode:
            return "assured" if kinds & w.ASSURED else self._announced(part)
        if actor is Actor.OTHER:
            return ""
        if kinds & w.ASSURED:
            return "assured"
        if mode & (w.WOULD | w.MUST):
            return ""
        if mode & (w.PAST | w.HAVE):
            return self._arranged(part, actor, mode)
        if actor is Actor.READER:
            return self._they_get(part, mode)
        if actor is Actor.US:
            return self._we_act(part, mode)
        return self._comes(part, actor, mode)

    def _sees_to(self, at: int) -> bool:
        """Tell whether a clause vouches or hopes for what follows: *wir sorgen dafür, dass …*."""
        if self.parts[at].kinds & w.SET:
            return True
        return bool(self.parts[at].kinds & (w.VOUCH | w.PLAN)) and self.actors[at] is Actor.US

    def _announced(self, part: Part) -> str:
        """Tell whether a clause without a verb announces something: *Versand am Montag*."""
        short = len(self.parts) == 1 and len(part.tokens) <= _MOST_WORDS
        return "announced" if short and part.kinds & (w.NEWS | w.BY) and part.kinds & w.TIME else ""

    def _arranged(self, part: Part, actor: Actor, mode: int) -> str:
        if part.kinds & w.SET and actor is not Actor.READER and mode & (w.HAVE | w.BE):
            return "arranged"
        if mode & w.HAVE and actor is Actor.US and _is_meant_for_a_time(part.tokens):
            return "arranged"
        told = part.tokens[-1].kinds & w.DONE or part.kinds & w.RULE
        told = told or any(a.kinds & w.HAVE and b.kinds & w.DONE for a, b in pairwise(part.tokens))
        if mode & w.HAVE and actor is Actor.READER and not told:
            return "they get"
        return ""

    def _they_get(self, part: Part, mode: int) -> str:
        if mode & w.CAN and not mode & w.GET:
            return "they can have it" if part.kinds & w.GET else ""
        if mode & w.GET and not part.kinds & w.HABIT:
            return "they get"
        return (
            "they are served"
            if mode & (w.BE | w.WILL) and part.kinds & (w.THERE | w.SET | w.SERVE | w.GET)
            else ""
        )

    def _we_act(self, part: Part, mode: int) -> str:
        acts = any(t.kinds & _ACT and not t.kinds & w.STATE for t in part.tokens)
        if mode & w.CAN:
            return "we can" if acts and not part.kinds & w.TALK else ""
        if mode & (w.WILL | w.PLAN | w.SHOULD):
            return "we will" if acts else ""
        if mode & w.BE:
            return "we are at it" if part.kinds & (w.SET | w.DOING | w.THERE) else ""
        if part.kinds & w.HABIT or not acts or self._tells(part):
            return ""
        return "we do"

    def _tells(self, part: Part) -> bool:
        """Tell whether *-amos*, *-imos* is past by what follows: *le ingresamos lo que faltaba*."""
        at = self.parts.index(part) + 1
        return (
            any(_PRESENT_OR_PAST.search(t.word) for t in part.tokens if t.kinds & w.WE_ACT)
            and at < len(self.parts)
            and bool(self.parts[at].opener & w.THAT and self.parts[at].kinds & w.PAST)
        )

    def _goes_at(self, part: Part) -> bool:
        """Tell whether *va* is what a thing does at a moment: *el resto va en el próximo envío*."""
        return any(
            one.kinds & w.WILL and other.kinds & (w.TIME | w.EVENT) for one, other in pairwise(part.tokens)
        )

    def _comes(self, part: Part, actor: Actor, mode: int) -> str:
        kinds = part.kinds
        if kinds & w.HABIT or (kinds & w.TIMETABLE and not kinds & w.THERE):
            return ""
        serves = any(t.kinds & (w.SERVE | w.THERE | w.SET) and not t.kinds & w.STATE for t in part.tokens)
        serves = serves or bool(kinds_of(part.subject) & w.NEWS and mode & w.ACTS and kinds & w.EVENT)
        if mode & w.CAN:
            return ""
        if mode & w.WILL:
            lone = (mode & w.ACTS and not mode & w.STATE) or self._goes_at(part)
            return f"{actor} will" if serves or lone or kinds & (w.ACT | w.DONE) else ""
        if mode & (w.SHOULD | w.PLAN):
            return f"{actor} should" if serves or kinds & (w.ACT | w.DONE) else ""
        if mode & w.BE:
            return f"{actor} is set" if kinds & (w.SET | w.THERE) else ""
        return (
            f"{actor} does" if serves or (kinds & w.STAFF and actor is Actor.STAFF and mode & w.ACTS) else ""
        )

    # -- when

    def bound_by(self, at: int) -> tuple[str, str]:
        """Return what binds a clause, empty if nothing does, and the words of the event if it is one."""
        part = self.parts[at]
        times = w.TIME | (w.PASSED if part.finite & (w.WILL | w.GET) else 0)
        for token in part.tokens:
            vague = token.kinds & w.VAGUE and self.actors[at] is Actor.THING
            if token.kinds & times and not vague:
                return "time", ""
        aside = at > 1 and not self.parts[at - 1].kinds & w.US and not self.parts[at - 1].opener & OPENS
        for other in (at - 1, at + 1, *((at - 2,) if aside else ())):
            if 0 <= other < len(self.parts) and self._names_event(self.parts[other]):
                one = self.parts[other]
                return "event", self.text[one.start : one.end]
        for token in part.tokens:
            if token.kinds & w.EVENT:
                return "event", self.text[token.start : part.end]
        beside = [part.kinds for part in self.parts[max(0, at - 1) : at + 2]]
        if part.kinds & w.VOUCH and any(kinds & (w.TIME | w.EVENT) for kinds in beside):
            return "time beside", ""
        if at and self.parts[at - 1].opener & w.IF and self.parts[at - 1].kinds & w.TIME:
            return "time before", ""
        if at and part.kinds & w.THEN and self.kinds & (w.TIME | w.WHEN):
            return "time before", ""
        if at and part.opener & w.AND and self.parts[at - 1].kinds & w.TIME and self._is_early(at - 1):
            return "time before", ""
        return "", ""

    def _is_early(self, at: int) -> bool:
        """Tell whether a clause begins with its time, which holds on: *hoy lo miro y le digo*."""
        return any(t.kinds & w.TIME for t in self.parts[at].tokens[:3])

    def _names_event(self, part: Part) -> bool:
        return bool(part.opener & (w.WHEN | w.UNTIL)) and not part.kinds & w.GONE
