"""Find the finite verb of English words: an auxiliary, or the word that stands where only a verb can."""

from collections.abc import Sequence

from composer.lint.promises.tokens import Token
from composer.lint.promises.words import (
    ACT,
    ACTS,
    ADVERB,
    AND,
    AUXILIARY,
    BECOME,
    DET,
    DOING,
    DONE,
    FINITE,
    IF,
    IT,
    NOT,
    OUR,
    PAST,
    PERSON,
    PREP,
    SAID,
    STAFF,
    STATE,
    THAT,
    THERE,
    THEY,
    TIME,
    UNTIL,
    US,
    WHEN,
    WILL,
    YOU,
    YOUR,
)

_SUBJECT = US | YOU | THEY | IT
_NOUN_FOLLOWS = DET | OUR | YOUR
_OPENS = IF | WHEN | UNTIL | THAT
_RELATIVE = ("who", "which")
_DENIES = ("do", "does")
_LEADS_ON = ("to", "back", "out", "up", "down", "over", "through", "off")


def finite_in(tokens: Sequence[Token]) -> int:
    """Return where the finite verb stands, -1 for none: an auxiliary before a verb that may be a noun."""
    for at, token in enumerate(tokens):
        other_form = token.kinds & (DONE | DOING) and not token.kinds & WILL
        if token.kinds & FINITE and not other_form and _is_finite(token.kinds):
            return at
    for at, token in enumerate(tokens):
        if (token.kinds & (ACT | ACTS | STATE | SAID | PAST) or not token.kinds) and _is_verb(tokens, at):
            return at
    for at, token in enumerate(tokens):
        if at and token.kinds & PAST and not tokens[at - 1].kinds & (_NOUN_FOLLOWS | AND | ADVERB):
            return at
    return -1


def _is_finite(kinds: int) -> bool:
    return not kinds & BECOME or bool(kinds & ACTS)


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word that may be a noun is the verb: *I call*, *the box ships*, but not *your call*."""
    kinds = tokens[at].kinds
    before = at - 1
    while before >= 0 and (tokens[before].kinds & (ADVERB | NOT) or tokens[before].word in _DENIES):
        before -= 1
    if before < 0:
        return False
    ahead = tokens[before].kinds
    if not kinds:
        return _may_be_unknown_verb(tokens[at].word, ahead)
    if kinds & PAST:
        return bool(ahead & _SUBJECT)
    if ahead & US or (kinds & (STATE | SAID | ACT) and ahead & (THEY | YOU)):
        return True
    if kinds & (STATE | SAID) and ahead & PERSON and tokens[at].word.endswith("s"):
        return True
    if kinds & ACTS and (ahead & (THEY | IT) or (ahead & YOUR and ahead & THERE)):
        return True
    if kinds & ACTS and tokens[before].word in _RELATIVE:
        return True
    if kinds & ACTS and before == 0 and ahead & AND and resumes(tokens[at:]):
        return True
    if ahead & (_NOUN_FOLLOWS | AND | _OPENS):
        return False
    if kinds & ACTS:
        return at + 1 == len(tokens) or not tokens[at + 1].kinds & AUXILIARY
    return (
        bool(kinds & ACT) and tokens[before].word.endswith("s") and (not before or not ahead & (ACTS | ACT))
    )


def _may_be_unknown_verb(word: str, ahead: int) -> bool:
    """Tell whether a word of no table is what somebody does: *we grease*, *the roaster fires up*."""
    if ahead & US:
        return word[:1].isalpha()
    return (
        bool(ahead & (STAFF | PERSON | THEY))
        and word.endswith("s")
        and word.isalpha()
        and not word.endswith("ss")
    )


def resumes(tokens: Sequence[Token]) -> bool:
    """Tell whether words say what a subject before them does: *…, gets to you today*, not *…, screws*."""
    if not tokens or not tokens[0].kinds & ACTS:
        return False
    if " " in tokens[0].word:
        return True
    if len(tokens) == 1:
        return False
    behind = tokens[1]
    object_follows = behind.kinds & (YOU | YOUR | IT | DET | OUR | THEY | TIME | PREP | ADVERB)
    return bool(object_follows) or behind.word in _LEADS_ON
