"""Parts a sentence that asks: where a further question begins, and what only tells something beside one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from composer.questions.answer_types import asked_inside
from composer.questions.clauses import Clause, clauses_in, opens_like_a_question
from composer.questions.pattern_table import Cut, Cuts, Heard, LookAlike, Pattern, PatternTable, start_of
from composer.questions.plain_words import folded, masked, unquoted
from composer.questions.question import Form
from composer.questions.sentences import Sentence
from composer.questions.typed_lines import WANTS_MORE, new_lines

_PUNCTUATED = re.compile(r"[,;:.?!]\s")
LONG = 90
_LEADS_ON = re.compile(r"\b(?:since|as|because|that|which|if|when|where|what|who|how|so|than)$")
# What is longer is no sentence; each clause is compared with the others.
_LONGEST_PARTED = 5_000
# "Review and sign the contract" is one order.
_FEWEST_BEFORE_AN_ORDER = 3
# "Please, I am in a hurry" asks for nothing without its end.
_FEWEST_LEFT = 3
# What goes on with the things that a request wants to be told.
_WHETHER = re.compile(r"(?:also |auch )?(?:whether|ob)\b")
_IF = re.compile(r"(?:if|si|s'il|se|of)\b")
_IF_SO = re.compile(
    r"(?:if|si|se|of) (?:so|not|yes|no|possible|you|oui|non|possible|vous|usted|puede|fuera|es|asi|nee|ja)\b"
)
_TELLS = re.compile(
    r"\b(?:dire|dites|savoir|indiquer|indiquez|preciser|precisez|confirmer|communiquer|decir\w*|diga\w*|saber|indi\w+"
    r"|confirm\w*|avis\w+|zeggen|weten|laat|dizer|diga|sagen|mitteilen|wissen|tell|know|explain|advise|hear)\b"
)
_KNOWS_WHAT = re.compile(
    r"\b(?:know|ask|hear|wissen|erfahren|savoir|saber|weten),? "
    r"(?:if|whether|how|what|when|where|why|which|who|ob|wie|was|wann|wo|wer|si|quand|comment|cuando|como|of|wanneer)\b"
)
# "Go ahead and ship it", "check it and get back to us" are one order.
_GOES_AHEAD = re.compile(r"\b(?:go ahead|come (?:in|over|by|round)|stop by|be so kind|try|wait)$")
_GETS_BACK = re.compile(r"(?:get|come) back (?:to|with)\b")
_ASKS_WITH = re.compile(r"(?:what|which|how|when|where|why|who|please|pls|plz|also|any)\b")
_ASKED_BEFORE = re.compile(r"\b(?:what|which|how|when|where|why|who|whose|whom)\b(?: [^ ]+){0,5} ?$")
# "Dites-moi c'est combien", "Indíquenme cuánto cuesta": what stands behind these is no question of its own.
_LEADS_TO_ASKED = re.compile(
    r"\b(?:dire|savoir|demand\w+|indiqu\w+|precis\w+|si|s'il|que|qu'|et|ou|pas|sais|comprends|moi|nous|sagen|wissen"
    r"|frag\w+|weiss|ob|und|oder|nicht|mir|uns|mitteilen|erklaren|dass|wenn|decir\w*|saber|sabe[ns]?|dig\w+|preg\w+"
    r"|y|o|no|se|entiendo|confirm\w+|expli\w+|inform\w+|[a-z]+(?:me|nos)|wat|of|en|zeggen|weten|e|dizer)\s*$"
)
# "Is this normal for her, or should I worry?" is one choice.
_OR = ("or ", "oder ", "o ", "ou ", "of ")


class CutSentence(NamedTuple):
    """A sentence, its words in one line, and its clauses.

    ``begun`` are the cuts before which the openers of a language see a further question, ``listed`` those
    between the things that a request wants to be told.
    """

    sentence: Sentence
    words: str
    begun: list[Cut]
    listed: list[Cut]
    clauses: list[Clause]


class ReadSentence(NamedTuple):
    """A cut sentence, and the pattern by which each of its clauses asks."""

    sentence: Sentence
    words: str
    begun: Sequence[Cut]
    clauses: Sequence[Clause]
    said: Sequence[Pattern | None]
    language: str = "en"


def cut_sentence(sentence: Sentence, table: PatternTable) -> CutSentence | None:
    """Return a sentence cut into clauses, None for one that has a single clause or is far too long."""
    if len(sentence.text) > _LONGEST_PARTED:
        return None
    words = _in_one_line(sentence)
    cuts = table.cuts(words)
    begun = _begun(sentence.text, words, cuts) if cuts else []
    clauses = clauses_in(words, table.language, [*begun, *new_lines(sentence.text)])
    listed = _listed(words, cuts.clauses) if cuts else []
    return CutSentence(sentence, words, begun, listed, clauses) if clauses or listed else None


def parts_of(read: ReadSentence) -> list[tuple[int, int]]:
    """Return the parts of a sentence that may ask, without what only tells something beside a question."""
    return [trimmed(read, part) for part in _parts(read)]


def listed_parts(read: ReadSentence, cuts: Sequence[Cut]) -> list[tuple[int, int]]:
    """Return the parts of a request that lists what it wants to be told."""
    return [trimmed(read, part) for part in _between(read.sentence, cuts)]


def is_punctuated(text: str) -> bool:
    """Tell whether a text has punctuation inside it."""
    return _PUNCTUATED.search(text) is not None


def told_by(heard: Heard) -> Pattern | None:
    """Return the pattern that tells that a sentence asks, or None."""
    patterns = heard.patterns
    for row in heard.look_alikes:
        patterns = [each for each in patterns if not _silences(row, each)]
    if len(patterns) < 2:
        return patterns[0] if patterns else None
    return min(patterns, key=lambda row: start_of(row.match, heard.core))


def _silences(row: LookAlike, pattern: Pattern) -> bool:
    if row.only:
        return pattern.id in row.only
    return pattern.id not in row.unless and (row.final or not pattern.strong)


def _listed(words: str, cuts: Sequence[Cut]) -> list[Cut]:
    """Return the cuts of a list; none for any other sentence.

    "… tomorrow, when our sale starts" lists nothing: only where "and" closes a list do commas part it.
    """
    last = max(
        (at for at, (end, begin) in enumerate(cuts) if "," not in words[end:begin].strip()[-1:]), default=-1
    )
    return list(cuts[: last + 1])


def _between(sentence: Sentence, cuts: Sequence[Cut]) -> list[tuple[int, int]]:
    """Return the stretches of a sentence between cuts, without the joining words."""
    begins = [0, *(begin for _, begin in cuts)]
    ends = [*(end for end, _ in cuts), len(sentence.text)]
    return [(sentence.start + begin, sentence.start + end) for begin, end in zip(begins, ends, strict=True)]


def _in_one_line(sentence: Sentence) -> str:
    """Return a sentence's words at their places; a line that the mail program wrapped cuts nothing.

    The Portuguese verb "é" becomes "x", since without its accent it would join clauses as "e" does.
    """
    words = masked(unquoted(sentence.text)).lower().replace("\n", " ").replace("\t", " ")
    return folded(words.replace(" é ", " x "))


def _begun(text: str, words: str, cuts: Cuts) -> list[Cut]:
    """Return where the openers of a language begin a further question."""
    openers = cuts.run_on
    if openers and (len(words) <= LONG or _PUNCTUATED.search(words)):
        openers = [cut for cut in openers if _begins_anew(text, cut[1]) or _begins_a_line(text, cut[1])]
    openers = [
        cut for cut in openers if words[cut[1] :][:4] != "any " or not WANTS_MORE.search(words[: cut[1]])
    ]
    anew = cuts.anew if cuts.anew and not _PUNCTUATED.search(words) else []
    openers += [
        cut
        for cut in anew
        if cut not in openers and not _wants_more(words[: cut[1]]) and not _goes_on_asking(words, cut[1])
    ]
    return [cut for cut in (*openers, *cuts.questions) if 8 <= cut[1] <= len(words) - 8]


def _goes_on_asking(words: str, at: int) -> bool:
    """Tell whether a verb belongs to the question word before it ("what sort of gain do you see")."""
    return _ASKED_BEFORE.search(words[:at]) is not None and _ASKS_WITH.match(words, at) is None


def _wants_more(words: str) -> bool:
    """Tell whether words want what stands behind them, as those of an indirect question do."""
    return any(pattern.search(words) for pattern in (WANTS_MORE, _LEADS_TO_ASKED))


def _parts(read: ReadSentence) -> list[tuple[int, int]]:
    """Cut a sentence before each further question in it."""
    begins: dict[int, int] = {}
    only_held = True
    held = _held(read)
    for at, clause in enumerate(read.clauses):
        known = any(end <= clause.before <= begin for end, begin in read.begun)
        # A condition is no part of its own.
        if (
            at
            and not only_held
            and (known or _ends_bare(read, at) or (_has_asked(read, at) and _asks_anew(read, at)))
        ):
            begins[clause.begin] = clause.before
            only_held = True
        only_held = only_held and held[at] and not read.said[at]
    return _between(read.sentence, [(end, begin) for begin, end in sorted(begins.items())])


def _held(read: ReadSentence) -> list[bool]:
    """Tell of each clause whether it belongs to the next; "and" joins a clause to a condition before it."""
    held: list[bool] = []
    for clause, told in zip(read.clauses, read.said, strict=True):
        held.append(clause.held or bool(held and held[-1] and clause.joined and told is None))
    return held


def _has_asked(read: ReadSentence, at: int) -> bool:
    """Tell whether a clause before this one asks; "please" alone does not yet."""
    earlier = zip(read.said[:at], read.clauses, strict=False)
    return any(told and len(clause.words.split()) >= _FEWEST_LEFT for told, clause in earlier)


def _asks_anew(read: ReadSentence, at: int) -> bool:
    """Tell whether a clause begins a further question rather than going on with the one before it."""
    told, clause = read.said[at], read.clauses[at]
    if clause.gives_cause:
        return False
    if told is None:
        if asks_along(read, at):
            return True
        rest = len(read.words[clause.begin :].split()) > _FEWEST_LEFT
        later = any(read.said[last] and not _is_bare(read, last) for last in range(at, len(read.said)))
        return rest and not later and clause.held and clause.joined and read.words.endswith("?")
    if clause.parted or "\n" in read.sentence.text[clause.before : clause.begin]:
        return True
    if clause.held:
        verbless = told.form is Form.ELLIPTICAL and len(clause.words.split()) > _FEWEST_LEFT
        return clause.joined and (verbless or told.form is Form.INTERROGATIVE)
    if told.form is Form.INTERROGATIVE:
        return True
    if told.form is Form.IMPERATIVE:
        if _GOES_AHEAD.search(read.words[: clause.before]) or _GETS_BACK.match(clause.words):
            return False
        chained = _orders(read, at - 1) and _orders(read, at)
        return chained or (clause.joined and (told.strong or _has_ordered(read, at)))
    return clause.joined and (not clause.goes_on or _KNOWS_WHAT.search(clause.words) is not None)


def _ends_bare(read: ReadSentence, at: int) -> bool:
    """Tell whether a clause adds a mere question word to a question ("who is coming and when")."""
    earlier = read.said[at - 1]
    if earlier is None or not _is_bare(read, at):
        return False
    return earlier.form is Form.INTERROGATIVE and not earlier.wants_act


def _is_bare(read: ReadSentence, at: int) -> bool:
    told = read.said[at]
    few = len(read.clauses[at].words.split()) < _FEWEST_LEFT
    return few and told is not None and told.form is Form.ELLIPTICAL


def asks_along(read: ReadSentence, at: int) -> bool:
    """Tell whether a clause goes on with what a request wants to be told ("… and whether it fits")."""
    clause = read.clauses[at]
    if not (clause.joined and read.said[at] is None and len(clause.words.split()) >= _FEWEST_LEFT):
        return False
    if _WHETHER.match(clause.words):
        return True
    begins = _IF.match(clause.words) is not None or opens_like_a_question(clause.words, read.language)
    return begins and not _IF_SO.match(clause.words) and _wants_told(read.words[: clause.before])


def _wants_told(words: str) -> bool:
    return asked_inside(words) is not None or _TELLS.search(words) is not None


def _orders(read: ReadSentence, at: int) -> bool:
    """Tell whether a clause is an order by itself, and long enough to be one of its own."""
    told, clause = read.said[at], read.clauses[at]
    return told is not None and told.form is Form.IMPERATIVE and len(clause.words.split()) >= _FEWEST_LEFT


def _has_ordered(read: ReadSentence, at: int) -> bool:
    """Tell whether the reader was asked to act before; "how can I open it and read it" is one ask."""
    earlier = next(each for each in reversed(read.said[:at]) if each)
    long = len(read.clauses[at - 1].words.split()) >= _FEWEST_BEFORE_AN_ORDER
    return long and (earlier.form is Form.IMPERATIVE or earlier.wants_act)


def trimmed(read: ReadSentence, part: tuple[int, int]) -> tuple[int, int]:
    """Return a part of a sentence without the clauses around its question that only tell something."""
    sentence, clauses = read.sentence, read.clauses
    begin, end = part[0] - sentence.start, part[1] - sentence.start
    inside = [at for at, each in enumerate(clauses) if begin <= each.begin < end]
    asking = [at for at in inside if read.said[at] and not (at and clauses[at].gives_cause)]
    if not asking:
        return part
    first = asking[0]
    last = max(at for at in asking if at == first or not _tells(clauses[at], read.said[at]))
    held = _held(read)
    lead = [at for at in inside if at < first]
    while lead and held[lead[-1]]:
        first = lead.pop()
    goes = lead and not _is_bare(read, first) and not clauses[first].words.startswith(_OR)
    if goes and all(clauses[at].may_go or held[at] for at in lead):
        begin = clauses[first].begin
    if not sentence.text.endswith("?") or end < len(sentence.text):
        if _is_bare(read, first) and first + 1 in inside and clauses[first + 1].beside:
            return sentence.start + begin, sentence.start + clauses[first + 1].before
        aside = next((at for at in inside if at > last and _is_aside(read, at)), None)
        if aside is not None and len(sentence.text[begin : clauses[aside].before].split()) >= _FEWEST_LEFT:
            end = clauses[aside].before
    return sentence.start + begin, sentence.start + end


def _is_aside(read: ReadSentence, at: int) -> bool:
    """Tell whether a clause states something by itself; "since nobody came" does not without its "since"."""
    return read.clauses[at].beside and _LEADS_ON.search(read.clauses[at - 1].words) is None


def _tells(clause: Clause, told: Pattern | None) -> bool:
    """Tell whether a clause behind a question gives its background ("…, I have no idea how to do it")."""
    return clause.beside and told is not None and told.form is Form.DECLARATIVE


def _begins_a_line(text: str, at: int) -> bool:
    """Tell whether a new line stands where a full stop was forgotten, rather than a line broken anywhere."""
    before, after = text[:at].rstrip(" "), text[at:]
    return (
        before.endswith("\n")
        and not WANTS_MORE.search(before)
        and not after.startswith(("i ", "I ", "we ", "We "))
    )


def _begins_anew(text: str, at: int) -> bool:
    """Tell whether a capital in mid-sentence shows that a full stop was forgotten before it."""
    return (
        at > 1
        and text[at].isupper()
        and text[at : at + 2] not in ("I ", "I'")
        and text[at - 2 : at - 1].isalnum()
    )
