"""How a clause says that something is to come: by its finite verb and who acts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from composer.lint import promise_words as w
from composer.lint.promise_actors import Actor
from composer.lint.promise_clauses import Clause, Token, asks, kinds_of
from composer.lint.promise_objections import Sentence, holds_out

_PERSONS = (Actor.US, Actor.STAFF)
_THINGS = (Actor.THING, Actor.BARE, Actor.PROGRAM, Actor.NAME)
_NEVER_OURS = (Actor.OUTSIDER, Actor.PEOPLE)
_TO_READER = w.YOU | w.YOUR
_LONGEST_WITHOUT_VERB = 10


@dataclass(frozen=True, slots=True)
class Said:
    """A clause with a finite verb, taken apart: ``group`` are the words behind that, ``act`` the first."""

    sentence: Sentence
    at: int
    clause: Clause
    actor: Actor
    verb: Token
    mode: int
    group: Sequence[Token]

    @property
    def act(self) -> int:
        """The classes of the verb behind the auxiliary, 0 if none."""
        return self.group[0].kinds if self.group else 0

    @property
    def then(self) -> int:
        """The classes of the word behind that."""
        return self.group[1].kinds if len(self.group) > 1 else 0

    @property
    def kinds(self) -> int:
        """All classes in the clause."""
        return self.clause.kinds

    @property
    def to_reader(self) -> bool:
        """Whether the reader or something of his stands in the clause."""
        return bool(self.kinds & _TO_READER)

    @property
    def is_dated(self) -> bool:
        """Whether it names a time that is no mere duration."""
        return bool(self.kinds & w.TIME and not self.kinds & w.WAIT)


def saying_of(sentence: Sentence, at: int) -> str:
    """Return how a clause promises, in a word or two; empty if it does not. Its time is another matter."""
    clause, actor = sentence.clauses[at], sentence.actors[at]
    if clause.kinds & w.ASSURED:
        return "assured" if actor not in (*_NEVER_OURS, Actor.THEY) else ""
    if clause.verb < 0:
        return _verbless(sentence, clause)
    said = _taken_apart(sentence, at)
    if said.actor in (*_NEVER_OURS, Actor.NOBODY) or said.mode & (w.PAST | w.WOULD | w.MUST):
        return ""
    if said.actor is Actor.READER:
        return "they get it" if _reader_gets(said) else ""
    if said.actor is Actor.OCCASION and not (said.mode & w.WILL and said.to_reader):
        return ""
    return next((name for kind, name, holds in _MODES if said.mode & kind and holds(said)), "")


def _verbless(sentence: Sentence, clause: Clause) -> str:
    """*Details on Thursday*, *New cable: dispatched by Monday*."""
    if not clause.kinds & w.TIME or len(sentence.clauses) > 1 or len(clause.tokens) > _LONGEST_WITHOUT_VERB:
        return ""
    skipped = w.DET | w.OUR | w.YOUR | w.ADVERB | w.TIME
    first = next((t for t in clause.tokens if not t.kinds & skipped), clause.tokens[0])
    if not first.kinds & w.NEWS or asks(clause.tokens) or clause.kinds & w.NOT:
        return ""
    return "without a verb" if not clause.kinds & w.DONE or clause.kinds & w.BY else ""


def _taken_apart(sentence: Sentence, at: int) -> Said:
    clause = sentence.clauses[at]
    verb = clause.tokens[clause.verb]
    mode = verb.kinds
    group = [t for t in clause.tokens[clause.verb + 1 :] if _counts(t)]
    for kind, led in ((w.WILL, w.BE | w.MUST), (w.PLAN, w.BE)):
        if mode & led and group and group[0].kinds & kind:
            mode, group = kind, group[1:]
    actor = sentence.actors[at]
    if actor is Actor.NOBODY:
        actor = _left_out(verb, group)
    return Said(sentence, at, clause, actor, verb, mode, group)


def _counts(token: Token) -> bool:
    return not token.kinds & w.ADVERB or bool(token.kinds & (w.STATE | w.THERE))


def _left_out(verb: Token, group: Sequence[Token]) -> Actor:
    """Return who acts where no subject stands: *will do*, *should be fixed*, *hoping to send it*."""
    if verb.kinds & (w.WILL | w.SHOULD) and group and group[0].kinds & w.BECOME:
        return Actor.THING
    return Actor.US if verb.kinds & (w.WILL | w.PLAN) else Actor.NOBODY


def _reader_gets(said: Said) -> bool:
    """*You'll have it*, *you should hear from us*; *you will see the button* tells of a program."""
    if not said.mode & (w.WILL | w.SHOULD) or said.kinds & (w.HABIT | w.BY_ITSELF):
        return False
    if any(one.kinds & w.UNTIL and other.kinds & w.TIME for one, other in pairwise(said.clause.tokens)):
        return holds_out(said.sentence, said.at)
    if said.act & w.SEE and not said.kinds & (w.YOUR | w.OUR | w.DONE | w.NEWS):
        return False
    return bool(said.act & w.GET) or holds_out(said.sentence, said.at)


def _is_known(said: Said, act: Token | None) -> bool:
    """Tell whether somebody only named acts for the reader: *Ben will call you*, *they'll ring*."""
    if said.actor in (*_PERSONS, Actor.YOURS) or said.kinds & (_TO_READER | w.ME):
        return True
    earlier = range(said.at)
    if said.actor is Actor.THEY:
        known = (Actor.STAFF, Actor.YOURS, Actor.THING)
        if any(said.sentence.actors[i] in known or said.sentence.clauses[i].kinds & w.OUR for i in earlier):
            return True
        serves = act is not None and act.kinds & (w.SERVE | w.THERE)
        return bool(serves) and Actor.US in said.sentence.actors[: said.at]
    if said.actor in (Actor.NAME, Actor.BARE):
        if said.clause.subject and said.clause.subject[0].kinds & w.NEWS:
            return True
        return bool(act and act.kinds & w.SERVE and _object_of(said, act) & (w.IT | w.THEY))
    return True


def _object_of(said: Said, act: Token) -> int:
    return next((behind.kinds for one, behind in pairwise(said.clause.tokens) if one is act), 0)


def _is_act(said: Said, act: Token | None) -> bool:
    """Tell whether we do something by it that somebody could hold us to."""
    if act is None or act.kinds & w.VOUCH:
        return act is not None
    fits = said.sentence.grammar.act
    if fits is None:
        return not act.kinds & w.STATE
    return fits.match(said.sentence.text, act.start) is not None


def _is_had(said: Said) -> bool:
    """*(We will) have news for you*, *have it done*."""
    return bool(said.act & w.HAVE and kinds_of(said.group[1:]) & (w.DONE | w.THERE | _TO_READER))


def _we_act(said: Said) -> bool:
    first = said.group[0] if said.group else None
    if _is_act(said, first) or _is_had(said):
        return True
    # "I'll be back at 2 and call you"
    acts = (other for one, other in pairwise(said.group) if one.kinds & w.AND and other.kinds & w.ACT)
    return any(_is_act(said, other) for other in acts)


def _will(said: Said) -> bool:
    """*We will call*, *the part will be sent*, *your refund will arrive*."""
    if said.actor is Actor.US:
        return _we_act(said)
    if not said.group or said.kinds & w.HABIT:
        return False
    if not any(_is_known(said, token) for token in said.group[:2]):
        return False
    if said.act & w.BECOME:
        return _will_be(said)
    if said.act & w.HAVE and said.then & (w.DONE | w.BECOME):
        return True
    if said.actor is Actor.STAFF:
        return not said.act & w.STATE
    if said.act & (w.STATE | w.TIMETABLE) or (said.actor is Actor.PROGRAM and not said.is_dated):
        return False
    return _serves(said, said.group[0])


def _serves(said: Said, act: Token) -> bool:
    """Tell whether what a thing does is done for the reader: *it will reach you*, *our page will show it*."""
    if said.actor in (Actor.YOURS, Actor.THEY) or kinds_of(said.clause.subject) & w.OUR:
        return True
    return bool(act.kinds & w.SERVE or said.kinds & (_TO_READER | w.ME))


def _will_be(said: Said) -> bool:
    """*It will be sent*, *the shop will be back*; *it will be hot*, *it will be reviewed* bind nobody."""
    if said.act & w.THERE:
        return said.actor not in (Actor.THEY, Actor.NAME)
    told = said.kinds & (_TO_READER | w.OUR | w.ME)
    if said.then & w.DOING:
        return bool(said.then & w.SERVE or said.to_reader)
    if said.then & w.TALK:
        return bool(told or said.kinds & w.IT)
    if said.then & w.DONE and not said.then & (w.SERVE | w.THERE):
        return bool(told) or said.actor is Actor.THING
    if said.then & (w.DONE | w.SET | w.THERE):
        return True
    return said.actor in (Actor.STAFF, Actor.THEY) and said.to_reader


def _should(said: Said) -> bool:
    """*It should arrive*, *we should know*; *all forms should be sent* is for others to do."""
    if not said.group or said.kinds & w.HABIT or not _is_known(said, said.group[0]):
        return False
    if said.actor is Actor.US:
        known = said.act & (w.STATE | w.HAVE | w.GET) and not said.act & w.BECOME
        return bool(known or (said.act & w.BECOME and said.then & w.DONE))
    if said.act & w.BECOME:
        if said.then & w.TO_DO and said.actor in _THINGS:
            return False
        return bool(said.then & (w.DONE | w.THERE | w.SET | w.DOING))
    return not said.act & (w.STATE | w.TIMETABLE) and _serves(said, said.group[0])


def _plans(said: Said) -> bool:
    if said.actor is Actor.US:
        return _is_act(said, said.group[0] if said.group else None) or _is_had(said)
    return said.actor is Actor.STAFF or (said.actor is Actor.THING and bool(said.kinds & w.OUR))


def _can(said: Said) -> bool:
    """*We can ship it today*: the customer counts on it; *we can talk on Friday* is proposed."""
    if said.actor is not Actor.US or not said.group:
        return False
    if said.act & w.HAVE:
        return bool(said.kinds & w.YOU)
    if said.act & w.TALK:
        return bool(_object_of(said, said.group[0]) & w.YOU)
    return bool(said.act & w.ACT and not said.act & w.STATE)


def _has_arranged(said: Said) -> bool:
    return said.actor in _PERSONS and bool(said.act & w.SET) and not said.kinds & w.OCCASION


def _is(said: Said) -> bool:
    """*We are sending it*, *the part is booked for Friday*, *the money is back with you by Friday*."""
    if not said.group or said.kinds & w.HABIT or not _is_known(said, said.group[0]):
        return False
    if said.actor not in _PERSONS and said.kinds & w.OCCASION:
        return False
    if said.act & w.BECOME and said.then & w.DONE:
        return said.actor is not Actor.US
    if said.act & w.DONE and not said.act & w.SET:
        told = said.kinds & (_TO_READER | w.OUR)
        return bool(told and said.act & w.SERVE) and said.actor not in _PERSONS
    if said.act & w.DOING:
        return _is_doing(said)
    if said.act & w.SET:
        moved = len(said.group) > 2 and said.then & w.BECOME
        return not moved or bool(said.group[2].kinds & (w.DONE | w.THERE))
    return bool(said.act & w.THERE) and said.actor not in (*_PERSONS, Actor.THEY, Actor.NAME)


def _is_doing(said: Said) -> bool:
    if said.then & w.NAME and not said.to_reader:
        return False
    if not (said.act & w.SERVE or said.to_reader):
        return False
    fits = said.sentence.grammar.doing
    if said.actor is not Actor.US or fits is None:
        return True
    return fits.match(said.sentence.text, said.group[0].start) is not None


def _gets_done(said: Said) -> bool:
    """*The difference gets credited by Friday*."""
    return bool(said.mode & w.ACTS and said.act & w.DONE) and not said.kinds & w.HABIT


def _does(said: Said) -> bool:
    """The present tense: *I write to you on Friday*, *the parts ship on Monday*."""
    if said.kinds & w.HABIT or said.verb.kinds & w.STATE or not _is_known(said, said.verb):
        return False
    if said.actor is Actor.STAFF:
        return True
    if said.verb.kinds & w.TIMETABLE:
        return False
    if said.actor is Actor.US:
        aimed = said.verb.kinds & w.SERVE or said.kinds & (_TO_READER | w.IT)
        return bool(aimed) and _is_act(said, said.verb)
    return said.is_dated or said.actor not in _THINGS


_MODES: tuple[tuple[int, str, Callable[[Said], bool]], ...] = (
    (w.CAN, "can", _can),
    (w.WILL, "will", _will),
    (w.SHOULD, "should", _should),
    (w.PLAN, "plans", _plans),
    (w.HAVE, "has arranged", _has_arranged),
    (w.BE, "is", _is),
    (w.BECOME, "gets done", _gets_done),
    (w.ACT | w.ACTS | w.WE_ACT, "does", _does),
)
"""The verb's classes, the first that fits and holds; what it is called."""
