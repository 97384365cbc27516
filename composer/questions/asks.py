"""Reads what a text asks, sentence by sentence: a question, an order, a wish, or the parts of one.

A sentence is made plain and run through its language's table (``patterns/*.toml``); a question mark
is evidence of its own. For a language without a table only question marks and list structure are read.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from composer.questions.answer_types import answer_type_in, answer_type_of, asked_inside
from composer.questions.ask import Ask, ask_at
from composer.questions.clauses import Clause, asks_inside_a_list, clauses_in, is_elliptical
from composer.questions.lists import is_bare, lists_in
from composer.questions.pattern_table import (
    NOTHING_HEARD,
    Cut,
    Cuts,
    Heard,
    LookAlike,
    Pattern,
    PatternTable,
    start_of,
    table_to_read,
)
from composer.questions.plain_words import folded, masked, plain, unquoted
from composer.questions.question import AnswerType, Form
from composer.questions.sentences import Sentence, sentences_of

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS_ASKING = re.compile(r"[?？؟][!?.]*[\"'”’»)\]*_]*$")
_PUNCTUATED = re.compile(r"[,;:.?!]\s")
_CODE = re.compile(r"&&|\|\||=>|\(\)\s*\?$")
_LONG = 90
_NEW_LINE = re.compile(r"[ \t]*\n[ \t]*(?=[^\W\d_a-z])(?!I\b)")
# "Do you have / any news" is one question on two lines.
_WANTS_MORE = re.compile(
    r"(?:\b(?:have|has|had|got|get|is|are|was|were|be|there|hear|see|give|need|provide|with|without|if|for|of|to|in"
    r"|on|at|and|or|but|the|a|an|my|your|that|know|tell|me|us|about|do|can|will|would|make|find|as|so|not|just|also)"
    r"|[,;:(])\s*\n$",
    re.IGNORECASE,
)
# "Review and sign the contract" is one order.
_FEWEST_BEFORE_AN_ORDER = 3
# "Please, I am in a hurry" asks for nothing without its end.
_FEWEST_LEFT = 3
# More question marks than this are letters that were lost on the way, or a drawing.
_MOST_MARKS = 6
# Up to so many words an offer to take any help names nothing of its own.
_GENERAL = 10


def asks_in(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Ask]:
    """Return what ``text[start:end]`` asks, in order; parts of one ask share a group."""
    table = table_to_read(language)
    sentences = sentences_of(text, start, end)
    asked = [
        _asks_of(sentence, text, table, language, heard)
        for sentence, heard in zip(sentences, _heard(sentences, table), strict=True)
    ]
    groups = list(range(len(sentences)))
    if table is not None:
        _take_back(sentences, asked, table)
        for lead, items, headings in lists_in(sentences):
            opens = table.lead_in(plain(sentences[lead].text))
            if opens is not None:
                for item in items:
                    span = (sentences[item].start, sentences[item].end)
                    asked[item] = asked[item] or [_led(text, span, table, language, opens.answer_type)]
                    groups[item] = lead
            else:
                _beside_what_asks(sentences, items, asked, text, table)
                if not (sentences[lead].text.endswith(":") and any(asked[item] for item in items)):
                    continue
            for quiet in (lead, *headings):
                asked[quiet] = []
    return [ask._replace(group=group) for group, asks in zip(groups, asked, strict=True) for ask in asks]


def _take_back(sentences: Sequence[Sentence], asked: list[list[Ask]], table: PatternTable) -> None:
    """Let a question ask nothing whose writer says right behind it that he has found the answer."""
    for at in range(1, len(sentences)):
        before, sentence = sentences[at - 1], sentences[at]
        if (
            asked[at - 1]
            and not asked[at]
            and before.lead == sentence.lead
            and table.takes_back(plain(sentence.text))
        ):
            asked[at - 1] = []


def _beside_what_asks(
    sentences: Sequence[Sentence],
    items: Sequence[int],
    asked: list[list[Ask]],
    text: str,
    table: PatternTable,
) -> None:
    """Let the items of a list ask where most others do: what they name, or that it fails."""
    for item in items:
        if not asked[item] and asks_inside_a_list(plain(sentences[item].text), table.language):
            asked[item] = [_led(text, (sentences[item].start, sentences[item].end), table, table.language)]
    asking = sum(1 for item in items if asked[item])
    failing = [item for item in items if not asked[item] and _fails(sentences[item].text, table)]
    bare = [
        item
        for item in items
        if not asked[item]
        and item not in failing
        and is_bare(plain(sentences[item].text).rstrip(".!"), table.language)
    ]
    if asking + len(failing) > 1:
        for item in failing:
            span = (sentences[item].start, sentences[item].end)
            asked[item] = [ask_at(text, *span, Form.DECLARATIVE, AnswerType.ACTION)]
    if asking > 1 and asking >= len(bare) and asking + len(bare) == len(items):
        for item in bare:
            span = (sentences[item].start, sentences[item].end)
            wanted = answer_type_in(sentences[item].text, Form.ELLIPTICAL, table.language)
            asked[item] = [ask_at(text, *span, Form.ELLIPTICAL, wanted)]


def _fails(text: str, table: PatternTable) -> bool:
    words = plain(text)
    return table.reports_problem(words) and not table.settles(words)


def _heard(sentences: Sequence[Sentence], table: PatternTable | None) -> list[Heard]:
    """Return what each sentence says; one table over all of them stays in the processor's cache."""
    if table is None:
        return [NOTHING_HEARD] * len(sentences)
    return [table.read(plain(unquoted(sentence.text)).rstrip("?! ")) for sentence in sentences]


def _led(
    text: str,
    span: tuple[int, int],
    table: PatternTable,
    language: str,
    answer_type: AnswerType | None = None,
) -> Ask:
    """Return what asks by the words that lead in to it ("I want to know: - which one it is")."""
    words = table.without_preamble(plain(text[span[0] : span[1]]))
    form = Form.DECLARATIVE
    found = answer_type or asked_inside(f"tell me {words}") or answer_type_of(words, form, language)
    return ask_at(text, *span, form, found)


def _asks_of(
    sentence: Sentence, text: str, table: PatternTable | None, language: str, heard: Heard
) -> list[Ask]:
    """Return what a sentence asks: itself, or its parts when two or more of them ask by themselves."""
    whole = _ask(text, sentence.start, sentence.end, table, language, heard)
    if whole is None or table is None:
        return [] if whole is None else [whole]
    words = _in_one_line(sentence)
    cuts = table.cuts(words)
    begun = _begun(sentence.text, words, cuts) if cuts else []
    clauses = clauses_in(words, language, [*begun, *_new_lines(sentence.text)])
    if len(clauses) == 1 and not (cuts and cuts.clauses):
        return [whole]
    own = unquoted(sentence.text)
    said = [_told(table.read(plain(own[each.begin : each.end]).rstrip("?! "))) for each in clauses]
    read = _Read(sentence, words, clauses, said)
    named = _named_behind_a_colon(read, text, table, language)
    if named:
        return named
    spans = _listed(read, cuts.clauses) if cuts else []
    if spans:
        first, *rest = spans
        lead = _ask(text, *first, table, language)
        return [lead, *(_led(text, span, table, language) for span in rest)] if lead else [whole]
    parts = [_trimmed(read, part) for part in _parts(read, begun)]
    asking = [ask for begin, end in parts if (ask := _ask(text, begin, end, table, language)) is not None]
    if len(asking) > 1 or len(parts) == 1:
        return asking or [whole]
    if asking and len(sentence.text) > _LONG and not _PUNCTUATED.search(sentence.text):
        return asking
    begin, end = _trimmed(read, (sentence.start, sentence.end))
    return [_ask(text, begin, end, table, language) or whole]


class _Read(NamedTuple):
    """A sentence, its words in one line, its clauses, and the pattern by which each of them asks."""

    sentence: Sentence
    words: str
    clauses: Sequence[Clause]
    said: Sequence[Pattern | None]


def _named_behind_a_colon(read: _Read, text: str, table: PatternTable, language: str) -> list[Ask]:
    """Return the things that a request names: "Please state: lead time, minimum order value."."""
    words, start = read.words.rstrip(" .!"), read.sentence.start
    colon = words.find(":")
    if colon < 0 or words.count(",", colon) < 1 or table.lead_in(words[: colon + 1].strip()) is None:
        return []
    parts = [clause for clause in read.clauses if clause.begin > colon]
    if not parts or not all(is_bare(each.words.strip(" .!"), language) for each in parts):
        return []
    return [
        ask_at(
            text,
            start + each.begin,
            start + each.end,
            Form.ELLIPTICAL,
            answer_type_in(text[start + each.begin : start + each.end], Form.ELLIPTICAL, language),
        )
        for each in parts
    ]


def _listed(read: _Read, cuts: Sequence[Cut]) -> list[tuple[int, int]]:
    """Return the parts of a request that lists what it wants to be told; none for any other sentence.

    "… tomorrow, when our sale starts" lists nothing: only where "and" closes a list do commas part it.
    """
    last = max(
        (at for at, (end, begin) in enumerate(cuts) if "," not in read.words[end:begin].strip()[-1:]),
        default=-1,
    )
    if last < 0 or asked_inside(read.sentence.text) is None:
        return []
    return [_trimmed(read, part) for part in _between(read.sentence, cuts[: last + 1])]


def _between(sentence: Sentence, cuts: Sequence[Cut]) -> list[tuple[int, int]]:
    """Return the stretches of a sentence between cuts, without the joining words."""
    begins = [0, *(begin for _, begin in cuts)]
    ends = [*(end for end, _ in cuts), len(sentence.text)]
    return [(sentence.start + begin, sentence.start + end) for begin, end in zip(begins, ends, strict=True)]


def _in_one_line(sentence: Sentence) -> str:
    """Return a sentence's words at their places; a line that the mail program wrapped cuts nothing."""
    return folded(masked(unquoted(sentence.text)).lower()).replace("\n", " ").replace("\t", " ")


def _begun(text: str, words: str, cuts: Cuts) -> list[Cut]:
    """Return where the openers of a language begin a further question."""
    openers = cuts.run_on
    if openers and (len(words) <= _LONG or _PUNCTUATED.search(words)):
        openers = [cut for cut in openers if _begins_anew(text, cut[1]) or _begins_a_line(text, cut[1])]
    return [cut for cut in (*openers, *cuts.questions) if 8 <= cut[1] <= len(words) - 8]


def _parts(read: _Read, begun: Sequence[Cut]) -> list[tuple[int, int]]:
    """Cut a sentence before each further question in it."""
    begins: dict[int, int] = {}
    only_held = True
    for at, clause in enumerate(read.clauses):
        known = any(end <= clause.before <= begin for end, begin in begun)
        # A condition is no part of its own.
        if at and not only_held and (known or (_has_asked(read, at) and _asks_anew(read, at))):
            begins[clause.begin] = clause.before
            only_held = clause.held and not read.said[at]
        else:
            only_held = only_held and clause.held and not read.said[at]
    return _between(read.sentence, [(end, begin) for begin, end in sorted(begins.items())])


def _has_asked(read: _Read, at: int) -> bool:
    """Tell whether a clause before this one asks; "please" alone does not yet."""
    earlier = zip(read.said[:at], read.clauses, strict=False)
    return any(told and len(clause.words.split()) >= _FEWEST_LEFT for told, clause in earlier)


def _asks_anew(read: _Read, at: int) -> bool:
    """Tell whether a clause begins a further question rather than going on with the one before it."""
    told, clause = read.said[at], read.clauses[at]
    if told is None:
        rest = len(read.words[clause.begin :].split()) > _FEWEST_LEFT and not any(read.said[at:])
        return rest and clause.held and clause.joined and read.words.endswith("?")
    if clause.parted:
        return True
    if clause.held:
        return clause.joined and told.form is Form.INTERROGATIVE
    if told.form is Form.INTERROGATIVE:
        return True
    if told.form is Form.IMPERATIVE:
        return clause.joined and (told.strong or _has_ordered(read, at))
    return clause.joined and not clause.goes_on


def _has_ordered(read: _Read, at: int) -> bool:
    """Tell whether the reader was asked to act before; "how can I open it and read it" is one ask."""
    earlier = next(each for each in reversed(read.said[:at]) if each)
    long = len(read.clauses[at - 1].words.split()) >= _FEWEST_BEFORE_AN_ORDER
    return long and (earlier.form is Form.IMPERATIVE or earlier.wants_act)


def _trimmed(read: _Read, part: tuple[int, int]) -> tuple[int, int]:
    """Return a part of a sentence without the clauses around its question that only tell something."""
    sentence, clauses = read.sentence, read.clauses
    begin, end = part[0] - sentence.start, part[1] - sentence.start
    inside = [at for at, each in enumerate(clauses) if begin <= each.begin < end]
    asking = [at for at in inside if read.said[at]]
    if not asking:
        return part
    first = asking[0]
    last = max(at for at in asking if at == first or not _tells(clauses[at], read.said[at]))
    lead = [at for at in inside if at < first]
    while lead and clauses[lead[-1]].held:
        first = lead.pop()
    if lead and all(clauses[at].may_go or clauses[at].held for at in lead):
        begin = clauses[first].begin
    if not sentence.text.endswith("?") or end < len(sentence.text):
        aside = next((at for at in inside if at > last and clauses[at].beside), None)
        if aside is not None and len(sentence.text[begin : clauses[aside].before].split()) >= _FEWEST_LEFT:
            end = clauses[aside].before
    return sentence.start + begin, sentence.start + end


def _tells(clause: Clause, told: Pattern | None) -> bool:
    """Tell whether a clause behind a question gives its background ("…, I have no idea how to do it")."""
    return clause.beside and told is not None and told.form is Form.DECLARATIVE


def _new_lines(text: str) -> list[Cut]:
    """Return where a line begins with a capital inside a sentence: a full stop may have been forgotten."""
    if "\n" not in text:
        return []
    cuts = [(found.start(), found.end()) for found in _NEW_LINE.finditer(text)]
    return [(end, begin) for end, begin in cuts if not _WANTS_MORE.search(text[:begin].rstrip(" "))]


def _begins_a_line(text: str, at: int) -> bool:
    """Tell whether a new line stands where a full stop was forgotten, rather than a line broken anywhere."""
    before, after = text[:at].rstrip(" "), text[at:]
    return (
        before.endswith("\n")
        and not _WANTS_MORE.search(before)
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


def _ask(
    text: str,
    begin: int,
    end: int,
    table: PatternTable | None,
    language: str,
    heard: Heard | None = None,
) -> Ask | None:
    """Return what a stretch asks, None for most; ``heard`` is what the table says of it, where known."""
    raw = text[begin:end]
    marked = not raw.isascii() or "?" in raw
    if not marked and heard is NOTHING_HEARD:
        return None
    if not _WORD.search(raw) or raw.count("?") > _MOST_MARKS:
        return None
    own = unquoted(raw)
    marked = marked and _ENDS_ASKING.search(own.rstrip()) is not None
    if table is None:
        return ask_at(text, begin, end, Form.INTERROGATIVE, AnswerType.OTHER) if marked else None
    words = plain(own)
    heard = heard or table.read(words.rstrip("?! "))
    told = _told(heard)
    if told is None and (
        not marked or _CODE.search(raw) or any(row.even_marked for row in heard.look_alikes)
    ):
        return None
    form = told.form if told else _form_of(words, language)
    forced = told.answer_type if told else None
    answer_type = answer_type_in(raw, form, language, forced=forced)
    general = told is not None and told.only_alone and len(words.split()) <= _GENERAL
    plea = told is not None and told.plea
    return ask_at(text, begin, end, form, answer_type, general=general, plea=plea)


def _told(heard: Heard) -> Pattern | None:
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


def _form_of(words: str, language: str) -> Form:
    """Return the form of what asks by its question mark alone."""
    return Form.ELLIPTICAL if is_elliptical(words, language) else Form.INTERROGATIVE
