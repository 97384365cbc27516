"""Promises in languages whose verbs say by their form who acts and when: German, Spanish, French and their kin.

English says *will* and a bare verb, and its order says the rest (:mod:`composer.lint.promise_sayings`). Here the
verb may stand anywhere and often has no subject (*le llamo*, *wird geprüft*, *je vous rappelle*): a clause is the
set of what its words say, and its first finite verb is its mode. Tables and classes are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from composer.lint import promise_words as w
from composer.lint.promise_clauses import Token, kinds_of

_OPENS = w.IF | w.WHEN | w.UNTIL | w.THAT
_PARTS = w.MARK | w.COMMA
_FINITE = (
    w.WILL | w.SHOULD | w.CAN | w.WOULD | w.PLAN | w.MUST | w.BE | w.HAVE | w.PAST | w.WE_ACT | w.ACTS | w.GET
)
_VERB = _FINITE | w.ACT | w.STATE | w.SAID | w.WISH | w.DOUBT | w.TIMETABLE
_ACT = w.ACT | w.SERVE | w.VOUCH | w.DOING
_MOST_WORDS = 12
"""Where no verb stands, so many words at most are an announcement: *Versand am Montag*."""


class Actor(StrEnum):
    """Who acts, as far as it matters here."""

    US = "we"
    STAFF = "somebody of ours"
    READER = "the reader"
    THING = "a thing"
    OTHER = "others"


@dataclass(slots=True)
class Part:
    """A clause: its words and the classes of the word that opens it."""

    tokens: list[Token]
    opener: int = 0
    kinds: int = 0

    @property
    def start(self) -> int:
        """Where it starts in the sentence."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return self.tokens[-1].end

    @property
    def finite(self) -> int:
        """The classes of its finite verb, 0 for none: the first that can be one and nothing else, if any."""
        sure = next((t.kinds for t in self.tokens if t.kinds & _FINITE and not t.kinds & w.DONE), 0)
        return sure or next((t.kinds for t in self.tokens if t.kinds & (w.ACT | w.STATE)), 0)


def _as_noun(token: Token, before: Token | None) -> Token:
    """Leave the classes of verbs off what is a noun: written large, or behind *my*, *your*, *a*."""
    noun = token.kinds & w.NAME or (before is not None and before.kinds & (w.DET | w.OUR | w.YOUR))
    if not noun or token.kinds & (w.TIME | w.YOU) or not token.kinds & _VERB:
        return token
    return Token(token.start, token.end, token.word, token.kinds & ~(_VERB | w.SERVE))


def parts_of(tokens: Sequence[Token]) -> list[Part]:
    """Cut a sentence into clauses; what has no verb belongs to the clause before it, or else behind."""
    raw: list[Part] = [Part([])]
    for at, token in enumerate(tokens):
        if token.kinds & _PARTS:
            raw.append(Part([], w.MARK if token.kinds & w.MARK else w.COMMA))
            continue
        following = tokens[at + 1].kinds if at + 1 < len(tokens) else 0
        leads_time = token.kinds & (w.WHEN | w.UNTIL) and following & w.TIME
        if token.kinds & (w.AND | _OPENS) and not leads_time:
            if raw[-1].tokens:
                raw.append(Part([], 0))
            raw[-1].opener |= token.kinds & (w.AND | _OPENS)
        raw[-1].tokens.append(token)
    return _joined([part for part in raw if part.tokens])


def _joined(raw: list[Part]) -> list[Part]:
    kept: list[Part] = []
    waiting: list[Token] = []
    for part in raw:
        part.kinds = kinds_of(part.tokens)
        stands_alone = part.kinds & (_VERB | w.ASSURED | w.PLEASE) or part.opener & _OPENS
        goes_with_last = not stands_alone or (
            part.kinds & w.TO_DO and not part.kinds & (_FINITE & ~w.HAVE) and not part.opener & _OPENS
        )
        if not goes_with_last:
            part.tokens[:0] = waiting
            waiting = []
            kept.append(part)
        elif kept and not part.opener & w.MARK and not waiting:
            kept[-1].tokens += part.tokens
        else:
            waiting += part.tokens
    if waiting:
        kept.append(Part(waiting))
    for part in kept:
        part.kinds = kinds_of(part.tokens)
    return kept


class Reading:
    """A sentence cut into clauses, and what each of them promises."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        tokens = [_as_noun(token, before) for before, token in pairwise((None, *tokens)) if token]
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
        if kinds & (w.OUTSIDER | w.PEOPLE | w.OCCASION):
            return Actor.OTHER
        if kinds & w.STAFF:
            return Actor.STAFF
        if kinds & w.YOU and not finite & (w.ACTS | w.WILL & ~w.GET):
            return Actor.READER
        if part.opener & w.AND and at and not self._has_noun(part):
            return self.actors_before(at)
        return Actor.OTHER if kinds & w.PROGRAM else Actor.THING

    def actors_before(self, at: int) -> Actor:
        """Return who acts in the clause before: *wir prüfen das und melden uns*."""
        return self._actor(at - 1)

    def _has_noun(self, part: Part) -> bool:
        for token in part.tokens:
            if token.kinds & _FINITE:
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
            theirs = self.actors[other] is Actor.READER or (
                part.kinds & w.TO_US and self.actors[other] is Actor.THING
            )
            if part.opener & w.IF and (theirs or not ours):
                return "a condition"
            if part.opener & (w.WHEN | w.UNTIL) and theirs:
                return "their event"
            if other < at and asks(part) and not (ours and not self.parts[at].opener & w.AND):
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
        if mode & w.HAVE and actor is Actor.READER and not part.kinds & (w.DONE | w.RULE):
            return "they get"
        return ""

    def _they_get(self, part: Part, mode: int) -> str:
        if mode & w.CAN and not mode & w.GET:
            return ""
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
        if part.kinds & w.HABIT or not acts:
            return ""
        return "we do"

    def _comes(self, part: Part, actor: Actor, mode: int) -> str:
        kinds = part.kinds
        if kinds & w.HABIT or (kinds & w.TIMETABLE and not kinds & w.THERE):
            return ""
        serves = any(t.kinds & (w.SERVE | w.THERE | w.SET) and not t.kinds & w.STATE for t in part.tokens)
        if mode & w.CAN:
            return ""
        if mode & w.WILL:
            lone = mode & w.ACTS and not mode & w.STATE
            return f"{actor} will" if serves or lone or kinds & (w.ACT | w.DONE) else ""
        if mode & (w.SHOULD | w.PLAN):
            return f"{actor} should" if serves or kinds & (w.ACT | w.DONE) else ""
        if mode & w.BE:
            return f"{actor} is set" if kinds & (w.SET | w.THERE) else ""
        return f"{actor} does" if serves else ""

    # -- when

    def bound_by(self, at: int) -> tuple[str, str]:
        """Return what binds a clause, empty if nothing does, and the words of the event if it is one."""
        part = self.parts[at]
        for token in part.tokens:
            vague = token.kinds & w.VAGUE and self.actors[at] is Actor.THING
            if token.kinds & w.TIME and not token.kinds & w.GONE and not vague:
                return "time", ""
        for other in (at - 1, at + 1):
            if 0 <= other < len(self.parts) and self._names_event(self.parts[other]):
                one = self.parts[other]
                return "event", self.text[one.start : one.end]
        for token in part.tokens:
            if token.kinds & w.EVENT:
                return "event", self.text[token.start : part.end]
        if at and self.parts[at - 1].opener & w.IF and self.parts[at - 1].kinds & w.TIME:
            return "time before", ""
        if at and part.kinds & w.THEN and self.kinds & (w.TIME | w.WHEN):
            return "time before", ""
        if at and part.opener & w.AND and self.parts[at - 1].kinds & w.TIME and self._is_early(at - 1):
            return "time before", ""
        return "", ""

    def _is_early(self, at: int) -> bool:
        """Tell whether a clause begins with its time, which then holds for the next: *mañana lo miro y le digo*."""
        return any(t.kinds & w.TIME for t in self.parts[at].tokens[:3])

    def _names_event(self, part: Part) -> bool:
        return bool(part.opener & (w.WHEN | w.UNTIL)) and not part.kinds & w.GONE


def asks(part: Part) -> bool:
    """Tell whether a clause asks the reader for something: *bitte …*, *reinicie …*, *merci de …*."""
    if part.opener & _OPENS:
        return False
    first = [t for t in part.tokens[:5] if not t.kinds & (w.ADVERB | w.AND | w.TIME)][:3]
    if any(t.kinds & w.PLEASE for t in part.tokens[:6]):
        return True
    if len(first) > 1 and first[0] is part.tokens[0] and first[0].kinds & w.ACT:
        return bool((first[0].kinds | first[1].kinds) & w.YOU) and not first[0].kinds & w.GET
    return False
