"""How a clause says that something is to come: by its finite verb and who acts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from composer.lint.promises import words as w
from composer.lint.promises.actors import Actor
from composer.lint.promises.clauses import Clause, asks
from composer.lint.promises.objections import Sentence, holds_out
from composer.lint.promises.tokens import Token, kinds_of

_PRESENT = w.BE | w.ACT | w.ACTS
_PERSONS = (Actor.US, Actor.STAFF)
_THINGS = (Actor.THING, Actor.BARE, Actor.PROGRAM, Actor.NAME)
_NEVER_OURS = (Actor.OUTSIDER, Actor.PEOPLE)
_TO_READER = w.YOU | w.YOUR
_OBJECT = w.DET | w.IT | w.YOU | w.YOUR | w.OUR
_REACHES = ("reach", "follow", "leave", "get to")
"""What a thing does to the reader; who *sends you* something of *yours* is nobody of ours: *your doctor*."""
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
    if clause.kinds & w.NOT and holds_out(sentence, at):
        return "holds out"
    if clause.verb < 0:
        return _verbless(sentence, clause)
    said = _taken_apart(sentence, at)
    if said.kinds & w.OCCASION and said.actor is Actor.US and said.mode & _PRESENT and not said.to_reader:
        return ""
    if said.actor in (*_NEVER_OURS, Actor.NOBODY) or said.mode & (w.PAST | w.WOULD | w.MUST):
        return ""
    if said.actor is Actor.READER:
        return "they get it" if _reader_gets(said) else ""
    if said.actor is Actor.OCCASION and not (said.mode & w.WILL and said.to_reader):
        return ""
    return next((name for kind, name, holds in _MODES if said.mode & kind and holds(said)), "")


def _verbless(sentence: Sentence, clause: Clause) -> str:
    """*Details on Thursday*, *New cable: dispatched by Monday*, *reading your log now, more in an hour*."""
    others = [other for other in sentence.clauses if not other.opener & (w.WHEN | w.UNTIL)]
    if len(others) > 1 or clause.kinds & w.NOT or asks(clause.tokens):
        return ""
    if clause.kinds & w.NEWS and clause.kinds & w.ME:
        return "without a verb"
    tokens = clause.tokens
    for at in (i for i, token in enumerate(tokens) if token.kinds & w.TIME):
        is_by = kinds_of(tokens[max(0, at - 1) : at]) & w.BY
        done = kinds_of(tokens[max(0, at - 2) : at]) & w.DONE
        there = kinds_of(tokens[max(0, at - 2) : at]) & (w.DONE | w.THERE)
        colon = sentence.text.rfind(":", 0, tokens[at].start)
        named = kinds_of([t for t in tokens if t.end <= colon]) & w.NEWS
        if ":" in sentence.text and ((there and is_by) or (named and not done)):
            return "without a verb"
        if not done and _opens_with_news(sentence, tokens[:at]):
            return "without a verb"
    return ""


def _opens_with_news(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Tell whether the last stretch of words opens with something waited for: *…, more (in an hour)*."""
    start = (
        max((sentence.text.rfind(mark, 0, tokens[-1].start) for mark in ",;–—"), default=-1) if tokens else -1
    )
    named = [t for t in tokens if t.start > start and not t.kinds & (w.DET | w.OUR | w.YOUR | w.ADVERB)]
    return bool(named) and bool(named[0].kinds & w.NEWS) and len(named) <= _LONGEST_WITHOUT_VERB


def _taken_apart(sentence: Sentence, at: int) -> Said:
    clause = sentence.clauses[at]
    verb = clause.tokens[clause.verb]
    mode = verb.kinds or w.ACT
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
    asked = verb.word.startswith("plan ")
    return Actor.US if verb.kinds & (w.WILL | w.PLAN) and not asked else Actor.NOBODY


def _reader_gets(said: Said) -> bool:
    """*You'll have it*, *you should hear from us*; *you will see the button* tells of a program."""
    if said.act & w.GET and said.mode & w.CAN and said.kinds & w.ME:
        return True
    if said.kinds & w.ME and (said.mode & w.BE and said.act & w.DOING and said.act & w.BECOME):
        return True
    if said.kinds & w.ME and said.mode & w.GET:
        return True
    if not said.mode & (w.WILL | w.SHOULD) or said.kinds & (w.HABIT | w.BY_ITSELF):
        return False
    if any(
        one.kinds & w.UNTIL and other.kinds & (w.TIME | w.PASSED)
        for one, other in pairwise(said.clause.tokens)
    ):
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
        known = (
            Actor.STAFF,
            Actor.YOURS,
            Actor.THING,
            *((Actor.NAME, Actor.BARE) if act and act.kinds & w.SERVE else ()),
        )
        if any(said.sentence.actors[i] in known or said.sentence.clauses[i].kinds & w.OUR for i in earlier):
            return True
        serves = act is not None and act.kinds & (w.SERVE | w.THERE)
        return bool(serves) and Actor.US in said.sentence.actors[: said.at]
    if said.actor in (Actor.NAME, Actor.BARE):
        if said.clause.subject and said.clause.subject[0].kinds & w.NEWS and not said.mode & (w.ACT | w.ACTS):
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
    if first and first.kinds & w.TASK:
        return True
    if _is_act(said, first) or _is_had(said):
        return True
    # "I'll be back at 2 and call you"
    acts = (other for one, other in pairwise(said.group) if one.kinds & w.AND and other.kinds & w.ACT)
    return any(_is_act(said, other) for other in acts)


def _will(said: Said) -> bool:
    """*We will call*, *the part will be sent*, *your refund will arrive*."""
    if said.actor is Actor.US:
        return _we_act(said)
    if not said.group or (said.kinds & w.HABIT and said.actor is not Actor.STAFF):
        return False
    if said.actor is Actor.YOURS and said.act & w.SERVE and said.then & w.YOU and not said.act & w.TIMETABLE:
        return said.group[0].word in _REACHES
    if not any(_is_known(said, token) for token in said.group[:2]):
        return False
    if said.act & w.BECOME:
        return _will_be(said)
    if said.act & w.HAVE and (said.then & (w.DONE | w.BECOME) or _is_had(said)):
        return True
    if said.actor is Actor.STAFF:
        return not said.act & w.STATE
    if (
        said.act & (w.STATE | w.TIMETABLE | w.MUST)
        or said.kinds & w.BY_ITSELF
        or (said.actor is Actor.PROGRAM and not said.is_dated)
    ):
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
    by = any(a.kinds & w.BY and b.kinds & w.TIME for a, b in pairwise(said.clause.tokens))
    if by and said.actor is Actor.YOURS:
        return True
    return said.actor in (Actor.STAFF, Actor.THEY) and said.to_reader


def _should(said: Said) -> bool:
    """*It should arrive*, *we should know*; *all forms should be sent* is for others to do."""
    if not said.group or said.kinds & w.HABIT or not _is_known(said, said.group[0]):
        return False
    if said.actor in (Actor.NAME, Actor.BARE) and not (said.to_reader or said.act & w.BECOME):
        return False
    if said.actor is Actor.US:
        known = said.act & (w.STATE | w.HAVE | w.GET) and not said.act & w.BECOME
        return bool(known or (said.act & w.BECOME and said.then & w.DONE))
    if said.act & w.BECOME:
        if said.then & w.TO_DO and said.actor in _THINGS:
            return False
        there = said.then & (w.DONE | w.THERE | w.SET | w.DOING)
        return bool(there) or (said.actor is Actor.YOURS and len(said.group) > 1)
    return not said.act & (w.STATE | w.TIMETABLE) and _serves(said, said.group[0])


def _plans(said: Said) -> bool:
    acts = _is_act(said, said.group[0] if said.group else None) or _is_had(said)
    if said.actor is Actor.THING:
        return acts and bool(said.kinds & w.OUR)
    return said.actor is Actor.STAFF or (said.actor is Actor.US and acts)


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
    return said.actor in _PERSONS and bool(said.act & w.SET) and not said.kinds & (w.OCCASION | w.OUR)


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
        if moved and not said.group[2].kinds & (w.DONE | w.THERE):
            return False
        waited = kinds_of(said.clause.subject) & w.NEWS or kinds_of(said.group[1:]) & w.SERVE
        return bool(waited or said.to_reader) or said.actor not in _THINGS
    return bool(said.act & w.THERE) and said.actor not in (*_PERSONS, Actor.THEY, Actor.NAME)


def _is_doing(said: Said) -> bool:
    if said.then & w.NAME and not said.to_reader:
        return False
    if said.actor is not Actor.US and not kinds_of(said.group[1:]) & _OBJECT:
        return said.actor in _THINGS and bool(said.act & w.SERVE)
    if said.act & w.STATE:
        return False
    known = said.then & w.DEF and any(t.word == "we" for t in said.clause.subject)
    if not (known or said.act & w.SERVE or said.kinds & (_TO_READER | w.OUR)):
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
    if said.actor is Actor.THEY and said.verb.kinds & w.TALK:
        return False
    if said.actor is Actor.STAFF:
        return True
    if said.verb.kinds & w.TIMETABLE:
        return False
    if said.actor is Actor.US:
        if said.clause.opener & w.THAT and said.clause.tokens[0].kinds & w.THAT and not said.mode & w.STATE:
            return _is_act(said, said.verb)
        aimed = said.verb.kinds & w.SERVE or said.kinds & (_TO_READER | w.IT) or said.act & w.DET
        return bool(aimed) and _is_act(said, said.verb)
    if kinds_of(said.clause.subject) & w.OCCASION:
        return said.to_reader
    return said.is_dated or bool(said.kinds & w.YOU) or said.actor not in _THINGS


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
