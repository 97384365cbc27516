"""Word classes of the promise grammar, and a language's tables of them.

A language says which of its words are pronouns, auxiliaries, conditions and so on; the reading of clauses
(:mod:`composer.lint.promises.clauses`) and what is a promise (:mod:`composer.lint.promises.grammar`) are the
same for all. A word may have several classes: each is a bit.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

_BIT = count()


def _next() -> int:
    return 1 << next(_BIT)


# Who acts
US = _next()
"""*I*, *we*: where the subject is us."""
ME = _next()
"""*me*, *us*: where something is done to us, or from us."""
TO_US = _next()
"""*let us know*: what others do for us."""
BY = _next()
"""*by*, *before*: up to a time."""
OUR = _next()
"""*our*, *my*: what belongs to us."""
YOU = _next()
"""*you*: the reader, as the subject or to whom something is done."""
YOUR = _next()
"""*your*: the reader's."""
THEY = _next()
"""*he*, *she*, *they*: somebody named before."""
IT = _next()
"""*it*, *this*, *everything*: something named before."""
STAFF = _next()
"""*colleague*, *team*, *technician*, *courier*: who works for us."""
OUTSIDER = _next()
"""*bank*, *customs*, *landlord*: who decides without us."""
PEOPLE = _next()
"""*users*, *everybody*, *whoever*: people in general."""
OCCASION = _next()
"""*meeting*, *party*, *webinar*: what takes place, whoever waits for it."""
PROGRAM = _next()
"""*watch*, *app*, *browser*: what does things by itself."""
DET = _next()
"""*the*, *a*, *these*: a noun follows."""
# How it is said
WILL = _next()
"""*will*, *going to*: it is to come."""
SHOULD = _next()
"""*should*: it is expected."""
CAN = _next()
"""*can*, *could*, *may*, *might*: it is possible."""
WOULD = _next()
"""*would*: it is not so."""
PLAN = _next()
"""*plan to*, *hope to*, *aim to*: it is meant."""
MUST = _next()
"""*must*, *need to*: somebody has to."""
BE = _next()
"""*is*, *are*: the present."""
BECOME = _next()
"""*be*, *get*, *being*: before a participle."""
HAVE = _next()
"""*have*, *has*: the perfect, or owning."""
PAST = _next()
"""*was*, *had*, *wrote*: it is over."""
ACT = _next()
"""A verb in its plain form: *send*."""
ACTS = _next()
"""A verb as others do it: *sends*."""
DOING = _next()
"""*sending*."""
DONE = _next()
"""*sent*: the participle."""
WE_ACT = _next()
"""A verb form that says *we* or *I* by itself, as Spanish ones do: *enviamos*."""
SET = _next()
"""*scheduled*, *booked*, *on its way*: settled, after *is*."""
THERE = _next()
"""*back with you*, *in your inbox*, *live*: a thing has reached the reader, after *is* or *be*."""
STATE = _next()
"""Verbs of being, feeling, knowing and needing: nobody is promised anything by them."""
TIMETABLE = _next()
"""*opens*, *ends*, *expires*: what runs by a calendar whatever we do."""
GET = _next()
"""*have*, *receive*, *hear*: what the reader does when a promise is kept."""
# What stands around it
NOT = _next()
IF = _next()
"""*if*, *in case*, *unless*."""
WHEN = _next()
"""*when*, *once*, *as soon as*, *after*: an event follows."""
UNTIL = _next()
"""*until*, *before*: an event follows that ends the act."""
THAT = _next()
"""*that*, *which*, *because*: a clause of its own follows."""
AND = _next()
"""*and*, *but*, *so*: another clause may follow."""
ADVERB = _next()
"""*also*, *now*, *hopefully*: may stand between the parts of a verb."""
PLEASE = _next()
"""*please*, *make sure*: the reader is asked."""
SAID = _next()
"""*said*, *wrote*, *according to*: somebody reports."""
DOUBT = _next()
"""*not sure*, *I doubt*, *whether*: it is open."""
WISH = _next()
"""*it would be lovely*, *I'd be grateful*."""
CHOICE = _next()
"""*if you like*, *up to you*, *just tell me*: it waits for the reader's choice."""
HABIT = _next()
"""*every*, *always*, *by default*, *on Sundays*."""
RULE = _next()
"""*best to*, *the best price*: advice."""
ASSURED = _next()
"""*rest assured*, *you can count on*, *give us until*: words that promise by themselves."""
NEWS = _next()
"""*reply*, *details*, *delivery*: with a time, promised without a verb."""
EVENT = _next()
"""*on receipt*, *the next bill*: an event in a word or two."""
SERVE = _next()
"""Any form of a verb for what one does for others: *send*, *repaired*, *painting*."""
TALK = _next()
"""*meet*, *discuss*: what one can do on a day is proposed, not promised."""
TO_DO = _next()
"""*sent*, *signed*: what *should be* done so is often for others to do."""
BY_ITSELF = _next()
"""*automatic*, *password*: what a program sends."""
PURPOSE = _next()
"""*so that*: why something is asked for."""
VAGUE = _next()
"""Beside TIME: nobody could hold the writer to it (*soon*)."""
GONE = _next()
"""Words of a time that is past."""
SEE = _next()
"""*see*: the reader sees what is his, and much else."""
LET = _next()
"""*let me*: not asked of the reader."""
PASSED = _next()
"""Words of a time that is past if nothing says otherwise; what *will* be done then is done next time."""
TASK = _next()
"""*go through*, *get rid of*: what we do by it, though its first word is a way."""
THEIRS = _next()
"""*boss*, *team*: after *your* somebody of the reader's."""
PREP = _next()
"""*of*, *at*: what follows is no subject."""
DEF = _next()
"""*the*, *this*: a thing that is known."""
THEN = _next()
"""*then*, *afterwards*: at the time or event just named."""
VOUCH = _next()
"""*make sure*, *see to it*: what follows is promised."""
HOLD_OUT = _next()
"""*leave*, *rest*, *charge*: not doing it until an event is promised, too."""
WAIT = _next()
"""Beside TIME: it is a duration (*within an hour*)."""
TIME = _next()
"""Words of a time that is to come; set by the reader of times."""
MARK = _next()
"""Punctuation that parts clauses."""
COMMA = _next()
NAME = _next()
"""A word with a capital letter that opens no sentence, or a first name that does."""
PERSON = _next()
"""A first name or a title: *Pauline*, *Mrs*; always with NAME where it is a name."""
PLACE = _next()
"""*office*, *shop*, *library*: who works there, where it does something for somebody."""

AUXILIARY = WILL | SHOULD | CAN | WOULD | MUST | BE | HAVE
FINITE = AUXILIARY | PAST | PLAN | WE_ACT
_KEPT = 20_000


_Phrase = tuple[tuple[str, ...], int]
_NEVER = re.compile(r"(?!)")


def _no_moments(text: str) -> Sequence[tuple[int, int]]:
    return ()


def _none() -> Collection[str]:
    return ()


@dataclass(frozen=True)
class Grammar:
    """The tables of a language.

    ``words`` reads the word table: classes, and the entries that have them
    (:mod:`composer.lint.promises.word_tables`); an entry of several words is read as one.
    ``token`` cuts a text into words and marks (in small letters the tables are looked up).
    ``verbs`` gives the classes of verb forms, ``endings`` those of words in no table, by the first row that
    fits. ``event`` is found in every sentence that can name an event: those and sentences with a time are
    read. ``telltale`` is found where the language may be written, and asked when nobody says which it is.
    ``moments`` returns where words are a time in a promise, though not by themselves (*by 11*);
    ``names`` returns first names.
    ``wait`` fits a time that is a duration (*within an hour*), given with the word before it. ``inflected``:
    verbs say by their form who acts and when (:mod:`composer.lint.promises.inflected`); there ``ours`` and
    ``others`` fit how verb forms look that no table has, beside *I* or *we* and behind a pronoun (ME), and
    with ``drops_subject`` the first stands alone (*monto la pieza*).
    """

    code: str
    words: Callable[[], Iterable[tuple[int, Sequence[str]]]]
    token: re.Pattern[str]
    event: re.Pattern[str]
    telltale: re.Pattern[str] = _NEVER
    moments: Callable[[str], Sequence[tuple[int, int]]] = _no_moments
    names: Callable[[], Collection[str]] = _none
    wait: re.Pattern[str] = _NEVER
    verbs: Mapping[str, int] = field(default_factory=dict)
    endings: tuple[tuple[re.Pattern[str], int], ...] = ()
    inflected: bool = False
    drops_subject: bool = False
    ours: re.Pattern[str] = _NEVER
    others: re.Pattern[str] = _NEVER
    _seen: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    def is_wait(self, lead: str, time: str) -> bool:
        """Tell whether a time is a duration."""
        return self.wait.match(f"{lead} {time}".strip()) is not None

    @cached_property
    def _tables(
        self,
    ) -> tuple[dict[str, int], dict[tuple[str, str], tuple[tuple[tuple[str, ...], int], ...]]]:
        single: dict[str, int] = {}
        phrases: dict[tuple[str, ...], int] = {}
        for kind, entries in self.words():
            for entry in entries:
                parts = tuple(m.group() for m in self.token.finditer(entry))
                if len(parts) == 1:
                    single[parts[0]] = single.get(parts[0], 0) | kind
                else:
                    phrases[parts] = phrases.get(parts, 0) | kind
        by_two: dict[tuple[str, str], list[tuple[tuple[str, ...], int]]] = {}
        for parts in phrases:
            for part in parts:
                phrases[parts] |= single.get(part, 0) & (YOU | YOUR | OUR)
        for parts, kinds in sorted(phrases.items(), key=lambda row: -len(row[0])):
            by_two.setdefault((parts[0], parts[1]), []).append((parts, kinds))
        return single, {two: tuple(rows) for two, rows in by_two.items()}

    def make_ready(self) -> None:
        """Read tables and names and compile the moments now, which takes some milliseconds once."""
        _ = self._tables
        self.moments("")
        self.names()

    @cached_property
    def phrase_starts(self) -> frozenset[str]:
        """The first words of entries of several words."""
        return frozenset(first for first, _ in self._tables[1])

    def phrases_from(self, first: str, second: str) -> tuple[tuple[tuple[str, ...], int], ...]:
        """Return the entries that begin with two words, longest first, with their classes."""
        return self._tables[1].get((first, second), ())

    def classes_of(self, word: str) -> int:
        """Return the classes of a single word in small letters."""
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > _KEPT:
                self._seen.clear()
            known = self._seen[word] = self._classes(word)
        return known

    def _classes(self, word: str) -> int:
        listed = self._tables[0].get(word, 0) | self.verbs.get(word, 0)
        if listed:
            return listed
        if "-" in word:
            return self.classes_of(word.replace("-", ""))
        return next((kinds for pattern, kinds in self.endings if pattern.search(word)), 0)
