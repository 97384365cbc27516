"""Cut a sentence of an inflected language into clauses, and find their verbs by form and place."""

from collections.abc import Sequence
from dataclasses import dataclass

from composer.lint.promises import words as w
from composer.lint.promises.tokens import Token, kinds_of
from composer.lint.promises.words import Grammar

OPENS = w.IF | w.WHEN | w.UNTIL | w.THAT
_PARTS = w.MARK | w.COMMA
FINITE = (
    w.WILL | w.SHOULD | w.CAN | w.WOULD | w.PLAN | w.MUST | w.BE | w.HAVE | w.PAST | w.WE_ACT | w.ACTS | w.GET
)
_VERB = FINITE | w.ACT | w.STATE | w.SAID | w.WISH | w.DOUBT | w.TIMETABLE
_EVENT_WORDS = 3
_SKIPPED = w.TIME | w.ADVERB | w.AND | w.EVENT | w.ME | w.THEN


_PREPOSITIONS = frozenset(
    (
        *(
            "in",
            "im",
            "an",
            "am",
            "auf",
            "bei",
            "beim",
            "mit",
            "von",
            "vom",
            "zu",
            "zum",
            "zur",
            "für",
            "aus",
        ),
        *(
            "en",
            "con",
            "para",
            "por",
            "sin",
            "sobre",
            "desde",
            "hasta",
            "entre",
            "dans",
            "chez",
            "sur",
            "avec",
        ),
        *(
            "pour",
            "par",
            "op",
            "bij",
            "met",
            "van",
            "voor",
            "naar",
            "uit",
            "aan",
            "em",
            "no",
            "na",
            "com",
            "ao",
        ),
    )
)
"""What stands behind these, behind the verb, is not who acts."""
_ARTICLES_TOO = frozenset(("le", "la", "les", "l'", "o", "a", "os", "as"))
_REFLEXIVE = frozenset(("se", "s'", "sich"))
_OURSELVES = frozenset(("mich", "mir", "uns"))


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
    def subject(self) -> list[Token]:
        """The words before its finite verb; up to a preposition behind it if only a time stands there."""
        at = next((i for i, t in enumerate(self.tokens) if t.kinds & FINITE and not t.kinds & w.DONE), -1)
        ahead = self.tokens[: max(at, 0)]
        if any(not t.kinds & (_SKIPPED | OPENS) for t in ahead):
            return ahead
        behind = self.tokens[at + 1 :]
        led = next((i for i, t in enumerate(behind) if i and t.word in _PREPOSITIONS), len(behind))
        return self.tokens[: at + 1] + behind[:led]

    @property
    def finite(self) -> int:
        """The classes of its finite verb, 0 for none: the first that can be one and nothing else, if any."""
        sure = next((t.kinds for t in self.tokens if t.kinds & FINITE and not t.kinds & w.DONE), 0)
        return sure or next((t.kinds for t in self.tokens if t.kinds & (w.ACT | w.STATE)), 0)


def as_noun(token: Token, before: Token | None) -> Token:
    """Leave the classes of verbs off what is a noun: written large, or behind *my*, *your*, *a*."""
    noun = token.kinds & w.NAME or (before is not None and before.kinds & (w.DET | w.OUR | w.YOUR))
    if not noun or token.kinds & (w.TIME | w.YOU) or not token.kinds & _VERB:
        return token
    return Token(token.start, token.end, token.word, token.kinds & ~(_VERB | w.SERVE))


def as_verb(tokens: Sequence[Token], at: int, grammar: Grammar) -> Token:
    """Take a word that no table has for a verb where only a verb can stand: *ich räume*, *se lo monto*."""
    token = tokens[at]
    before = tokens[at - 1].kinds if at else w.COMMA
    if before & w.US and token.kinds & w.PLEASE and " " in token.word:
        # "Wir rufen Sie": the words of a request, but ours
        return Token(token.start, token.end, token.word, w.WE_ACT | w.ACT | w.SERVE)
    if token.kinds or not token.word.isalpha():
        return token
    behind = tokens[at + 1].kinds if at + 1 < len(tokens) else w.COMMA
    led = before & (w.ME | w.YOU) and not _is_article(tokens, at - 1)
    goes_on = before & w.AND and at + 1 < len(tokens) and tokens[at + 1].word in _OURSELVES
    kinds = 0
    if (before | behind) & w.US or (led and at > 1 and tokens[at - 2].kinds & w.US):
        kinds = w.WE_ACT | w.ACT | w.SERVE if grammar.ours.match(token.word) else 0
    elif goes_on:
        kinds = w.WE_ACT | w.ACT | w.SERVE
    elif grammar.others.match(token.word) and led:
        kinds = w.ACTS if tokens[at - 1].word in _REFLEXIVE else w.ACTS | w.SERVE
    elif grammar.drops_subject and grammar.ours.match(token.word):
        opens = before & (w.TIME | _PARTS | w.AND | w.ADVERB)
        leads = behind & (w.IT | w.DET | w.YOUR | w.OUR | w.ME)
        kinds = w.WE_ACT | w.ACT | w.SERVE if led or (opens and leads) else 0
    return Token(token.start, token.end, token.word, kinds) if kinds else token


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether *la*, *le*, *os* before a word is its article and no pronoun: *dès que la peinture …*."""
    if tokens[at].word not in _ARTICLES_TOO:
        return False
    ahead = tokens[at - 1].kinds if at else 0
    return not ahead & (w.US | w.YOU | w.THEY | w.ME | w.PERSON | w.STAFF | w.NOT)


def _resumes(tokens: Sequence[Token], at: int, part: Part) -> bool:
    """Tell whether the main clause begins without a comma: *dès que c'est sec on vous livre*."""
    if not part.opener & OPENS & ~w.THAT or len(part.tokens) < _EVENT_WORDS:
        return False
    here, following = tokens[at].kinds, tokens[at + 1].kinds if at + 1 < len(tokens) else 0
    if not kinds_of(part.tokens[1:]) & (_VERB | w.THERE) and not here & w.ME:
        return False
    if here & w.US and not part.tokens[-1].kinds & (w.WHEN | w.UNTIL | w.ACT | FINITE):
        return bool(following & (w.YOU | w.ME | FINITE | w.ACT | w.ACTS) or not following)
    if following & w.US and here & (w.ACT | w.WE_ACT | w.WILL):
        return True
    clitics = here & w.ME and not part.tokens[-1].kinds & (w.ME | w.WHEN)
    acts = [t.kinds for t in tokens[at + 1 : at + 3] if not t.kinds & (w.ME | w.IT)]
    return bool(clitics and acts and acts[0] & w.WE_ACT)


def parts_of(tokens: Sequence[Token]) -> list[Part]:
    """Cut a sentence into clauses; what has no verb belongs to the clause before it, or else behind."""
    raw: list[Part] = [Part([])]
    for at, token in enumerate(tokens):
        if token.kinds & _PARTS:
            raw.append(Part([], w.MARK if token.kinds & w.MARK else w.COMMA))
            continue
        following = tokens[at + 1].kinds if at + 1 < len(tokens) else 0
        leads_time = token.kinds & (w.WHEN | w.UNTIL) and following & w.TIME
        if token.kinds & (w.AND | OPENS) and not leads_time:
            if raw[-1].tokens:
                raw.append(Part([], 0))
            raw[-1].opener |= token.kinds & (w.AND | OPENS)
        elif _resumes(tokens, at, raw[-1]):
            raw.append(Part([], w.COMMA))
        raw[-1].tokens.append(token)
    return _joined([part for part in raw if part.tokens])


def _joined(raw: list[Part]) -> list[Part]:
    kept: list[Part] = []
    waiting: list[Token] = []
    for part in raw:
        part.kinds = kinds_of(part.tokens)
        stands_alone = part.kinds & (_VERB | w.ASSURED | w.PLEASE) or part.opener & OPENS
        goes_with_last = not stands_alone or (
            part.kinds & w.TO_DO and not part.kinds & (FINITE & ~w.HAVE) and not part.opener & OPENS
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


def asks(part: Part) -> bool:
    """Tell whether a clause asks the reader for something: *bitte …*, *reinicie …*, *merci de …*."""
    if part.opener & OPENS:
        return False
    first = [t for t in part.tokens[:5] if not t.kinds & (w.ADVERB | w.AND | w.TIME)][:3]
    if any(t.kinds & w.PLEASE for t in part.tokens[:6]):
        return True
    if len(first) > 1 and first[0] is part.tokens[0] and first[0].kinds & w.ACT:
        return bool((first[0].kinds | first[1].kinds) & w.YOU) and not first[0].kinds & w.GET
    return False
