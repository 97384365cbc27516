"""Cut a sentence into clauses, by the tables of its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from composer.lint.promises.finite_verbs import finite_in, resumes
from composer.lint.promises.tokens import Token, kinds_of
from composer.lint.promises.words import (
    ACT,
    ACTS,
    ADVERB,
    AND,
    ASSURED,
    AUXILIARY,
    BECOME,
    COMMA,
    DET,
    DOING,
    DONE,
    FINITE,
    GET,
    GONE,
    HAVE,
    IF,
    IT,
    LET,
    MARK,
    NAME,
    NEWS,
    OUR,
    PASSED,
    PAST,
    PLEASE,
    SAID,
    SHOULD,
    STATE,
    THAT,
    THEY,
    TIME,
    UNTIL,
    US,
    VOUCH,
    WHEN,
    WILL,
    YOU,
    YOUR,
)

_SUBJECT = US | YOU | THEY | IT
_NOUN_FOLLOWS = DET | OUR | YOUR
_MAY_BE_VERB = FINITE | ACT | ACTS | STATE | SAID
_OPENS = IF | WHEN | UNTIL | THAT
_EVENT_IN_WORDS = 2
"""So many words name an event and are no clause: *before your call* we will …"""


@dataclass(frozen=True)
class Clause:
    """Words of a sentence with one finite verb, if any: ``verb`` is its index in ``tokens``, or -1.

    ``opener`` are the classes of the word that opens it (*if*, *as soon as*, *and*).
    """

    tokens: tuple[Token, ...]
    verb: int
    opener: int = 0
    begin: int = 0

    @cached_property
    def kinds(self) -> int:
        """All classes in it."""
        return kinds_of(self.tokens)

    @property
    def start(self) -> int:
        """Where it starts in the sentence."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return self.tokens[-1].end

    @property
    def subject(self) -> tuple[Token, ...]:
        """The words before its verb."""
        if self.verb < 0:
            return self.tokens
        if self.begin < self.verb:
            own = self.tokens[self.begin : self.verb]
            relative = self.opener & THAT and all(t.kinds & THAT for t in own)
            return self.tokens[: self.begin] if relative and self.begin else own
        trails = _trails(self.tokens) and self.tokens[self.verb].kinds & (WILL | SHOULD)
        return () if trails else self.tokens[: self.verb]


def _trails(tokens: Sequence[Token]) -> bool:
    """Tell whether words open with what somebody is doing, and name nobody: *just finishing the call, …*."""
    return bool(next((t.kinds for t in tokens if not t.kinds & ADVERB), 0) & DOING)


def clauses_of(tokens: list[Token]) -> list[Clause]:
    """Return the clauses of a sentence in order; what has no verb belongs to a neighbour."""
    pieces = _joined(_pieces(tokens))
    return [_clause(piece) for piece in pieces]


@dataclass(slots=True)
class _Piece:
    tokens: list[Token]
    opener: int
    parted: bool = False
    """Whether punctuation stands behind it."""
    strong: bool = False

    begin: int = 0
    """Where its own words begin, behind those that were put before it."""
    verb: int = -1
    """Where its finite verb stands, once that is looked for; -1 for none."""

    @property
    def is_full(self) -> bool:
        """Whether it stands by itself: it has a verb, or asks the reader for something."""
        if self.verb >= 0:
            return True
        first = next((t.kinds for t in self.tokens if not t.kinds & AND), 0)
        return bool(first & ASSURED) or asks(self.tokens)


def _pieces(tokens: list[Token]) -> list[_Piece]:
    pieces: list[_Piece] = [_Piece([], 0)]
    has_verb = False
    for index, token in enumerate(tokens):
        kinds = token.kinds
        piece = pieces[-1]
        following = tokens[index + 1].kinds if index + 1 < len(tokens) else 0
        if kinds & (COMMA | MARK):
            if piece.tokens:
                piece.parted, piece.strong = True, bool(kinds & MARK)
                pieces.append(_Piece([], 0))
                has_verb = False
            continue
        if (kinds & AND and not (kinds & ADVERB and piece.tokens)) or (
            kinds & _OPENS and _is_opener(token, following, piece)
        ):
            if piece.tokens:
                pieces.append(_Piece([], kinds & (_OPENS | AND)))
            else:
                piece.opener |= kinds & (_OPENS | AND)
            pieces[-1].tokens.append(token)
            has_verb = False
            continue
        if _begins_clause(kinds, following, piece, has_verb=has_verb):
            pieces.append(_Piece([], 0))
            has_verb = False
        elif has_verb and kinds & AUXILIARY and not _goes_on(piece.tokens, kinds):
            moved = _noun_before(piece.tokens)
            if moved:
                pieces.append(_Piece(moved, 0))
        pieces[-1].tokens.append(token)
        if not has_verb and (kinds & _MAY_BE_VERB or not kinds):
            has_verb = finite_in(pieces[-1].tokens) >= 0
        has_verb = has_verb or bool(kinds & FINITE)
    kept = [piece for piece in pieces if piece.tokens]
    has_verb = False
    for at, piece in enumerate(kept):
        piece.verb = finite_in(piece.tokens)
        piece.begin = 0
        if piece.verb < 0 and at and (not has_verb or kept[at - 1].opener & THAT) and resumes(piece.tokens):
            piece.verb = 0
        has_verb = has_verb or (piece.verb >= 0 and not piece.opener & _OPENS)
    return kept


def _is_opener(token: Token, following: int, piece: _Piece) -> bool:
    if token.kinds & (WHEN | UNTIL) and following & (TIME | GONE | PASSED):
        return False
    if token.kinds & THAT and token.kinds & (IT | DET):
        return bool(following & (_SUBJECT | _NOUN_FOLLOWS | AUXILIARY | NAME)) and bool(piece.tokens)
    return True


def _begins_clause(kinds: int, following: int, piece: _Piece, *, has_verb: bool) -> bool:
    """Tell whether a word is the subject of a clause that nothing else opens: *I think* we will …"""
    finite = following & AUXILIARY or (following & PAST and not following & DONE)
    if kinds & _SUBJECT and has_verb and (kinds & US or finite):
        return True
    later = piece.opener & (WHEN | UNTIL | IF) and len(piece.tokens) > _EVENT_IN_WORDS
    if later and kinds & _SUBJECT and following & (AUXILIARY | ACTS):
        return True
    if kinds & US and piece.opener & (WHEN | UNTIL) and len(piece.tokens) > _EVENT_IN_WORDS:
        return True
    return bool(kinds & (_SUBJECT | _NOUN_FOLLOWS | NAME)) and bool(piece.tokens) and _supposes(piece.tokens)


def _supposes(tokens: list[Token]) -> bool:
    """Tell whether what follows is a clause of its own: *I hope* you get it, *make sure* it fits."""
    last = tokens[-1].kinds
    if last & VOUCH:
        return True
    return (
        bool(last & (STATE | SAID) and not last & (GET | BECOME | HAVE))
        and finite_in(tokens) == len(tokens) - 1
    )


def _goes_on(tokens: list[Token], kinds: int) -> bool:
    """Tell whether an auxiliary belongs to the verb before it: *will be*, *should have*."""
    for token in reversed(tokens):
        if token.kinds & (ADVERB | TIME) and not token.kinds & FINITE:
            continue
        return bool(token.kinds & FINITE) or not token.kinds
    return False


def _noun_before(tokens: list[Token]) -> list[Token]:
    """Take the noun with its article off the end, as the subject of what follows."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at].kinds & (_NOUN_FOLLOWS | _SUBJECT) or tokens[at].kinds == NAME:
            moved = tokens[at:]
            del tokens[at:]
            return moved
        if tokens[at].kinds & FINITE:
            break
    return []


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Give pieces without a verb to the clause before or behind them."""
    kept: list[_Piece] = []
    leading: list[Token] = []
    opener = 0
    for index, piece in enumerate(pieces):
        last = index + 1 == len(pieces)
        if piece.is_full:
            piece.tokens[:0] = leading
            piece.verb += len(leading) if piece.verb >= 0 else 0
            piece.begin = len(leading)
            piece.opener |= opener
            leading, opener = [], 0
            kept.append(piece)
            continue
        forward = not piece.parted and not last
        if not kept or forward:
            if last:
                kept.append(_Piece(leading + piece.tokens, piece.opener))
                return kept
            leading += piece.tokens
        else:
            kept[-1].tokens += leading + piece.tokens
            leading = []
    if leading:
        kept.append(_Piece(leading, 0))
    return kept


def asks(tokens: Sequence[Token]) -> bool:
    """Tell whether words ask the reader to do something: *please wait*, *restart the box*."""
    first = [t for t in tokens[:4] if not t.kinds & (ADVERB | TIME)]
    if not first or first[0].kinds & (ASSURED | AND | LET):
        return False
    if first[0].kinds & PLEASE or (len(first) > 1 and first[1].kinds & PLEASE):
        return True
    if len(first) > 1 and not first[0].kinds and first[0].word.isalpha() and first[1].kinds & YOUR:
        return True
    if first[0].kinds & _OPENS or not first[0].kinds & ACT:
        return False
    if len(first) == 1:
        return not first[0].kinds & NEWS
    if first[1].kinds & (ACTS | AUXILIARY) and not first[1].kinds & (ACT | NAME):
        return False
    return bool(first[1].kinds & (DET | OUR | YOUR | IT | YOU)) or not first[0].kinds & NEWS


def _clause(piece: _Piece) -> Clause:
    return Clause(tuple(piece.tokens), piece.verb, piece.opener, piece.begin)
