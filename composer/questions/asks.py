"""Reads what a text asks, sentence by sentence: a question, an order, a wish, or the parts of one.

A sentence is made plain and run through its language's table (``patterns/*.toml``); a question mark
is evidence of its own. For a language without a table only question marks and list structure are read.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from composer.questions.answer_types import answer_type_in, answer_type_of, asked_inside
from composer.questions.ask import Ask, ask_at
from composer.questions.clauses import asks_inside_a_list, is_elliptical, opens_like_a_question
from composer.questions.lists import is_bare, lists_in
from composer.questions.parts import (
    LONG,
    CutSentence,
    ReadSentence,
    asks_along,
    cut_sentence,
    is_punctuated,
    listed_parts,
    parts_of,
    told_by,
    trimmed,
)
from composer.questions.pattern_table import (
    NOTHING_HEARD,
    Heard,
    Pattern,
    PatternTable,
    table_to_read,
)
from composer.questions.plain_words import plain, unquoted
from composer.questions.question import AnswerType, Form
from composer.questions.sentences import Sentence, sentences_of
from composer.questions.typed_lines import typed_lines

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS_ASKING = re.compile(r"[?？؟][!?.]*[\"'”’»)\]*_]*$")
_CODE = re.compile(r"&&|\|\||=>|\(\)\s*\?$")
# More question marks than this are letters that were lost on the way, or a drawing.
_MOST_MARKS = 6
# Up to so many words an offer to take any help names nothing of its own.
_GENERAL = 10


class _Sign(NamedTuple):
    """How it is known that a stretch asks: the pattern if there is one, and its plain words."""

    told: Pattern | None
    words: str


def asks_in(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Ask]:
    """Return what ``text[start:end]`` asks, in order; parts of one ask share a group."""
    table = table_to_read(language)
    sentences, heard = _heard_by_lines(sentences_of(text, start, end), table)
    signs = [
        None if _is_quiet(each, said) else _asks(text, each.start, each.end, table, said)
        for each, said in zip(sentences, heard, strict=True)
    ]
    cuts = [
        cut_sentence(each, table) if table and sign else None
        for each, sign in zip(sentences, signs, strict=True)
    ]
    clauses = _clauses_heard(cuts, table) if table else [[] for _ in sentences]
    asked = [
        _asks_of(each, sign, cut, said, text, table) if sign else []
        for each, sign, cut, said in zip(sentences, signs, cuts, clauses, strict=True)
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
        and is_bare(words := plain(sentences[item].text).rstrip(".!"), table.language)
        and not table.settles(words)
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


def _heard_by_lines(
    sentences: Sequence[Sentence], table: PatternTable | None
) -> tuple[Sequence[Sentence], Sequence[Heard]]:
    """Return the sentences and what each says, cut where a line asks that was typed without a full stop."""
    heard = _heard(sentences, table)
    if table is None or not any("\n" in each.text for each in sentences):
        return sentences, heard
    found: list[tuple[Sentence, Heard]] = []
    for sentence, said in zip(sentences, heard, strict=True):
        first, *lines = typed_lines(sentence)
        if not lines:
            found.append((sentence, said))
            continue
        heard_lines = _heard([first, *lines], table)
        asking = [told_by(each) is not None for each in heard_lines]
        if any(asking[1:]) or (asking[0] and told_by(said) is None):
            found += _joined_again(sentence, [first, *lines], heard_lines, asking, table)
        else:
            found.append((sentence, said))
    return [each for each, _ in found], [said for _, said in found]


def _joined_again(
    sentence: Sentence,
    lines: Sequence[Sentence],
    heard: Sequence[Heard],
    asking: Sequence[bool],
    table: PatternTable,
) -> list[tuple[Sentence, Heard]]:
    """Return lines of a sentence, each that asks with those behind it unless it asks without them only."""
    begins = [0, *(at for at in range(1, len(lines)) if asking[at])]
    ends = [*(lines[at].start for at in begins[1:]), sentence.end]
    found: list[tuple[Sentence, Heard]] = []
    for at, end in zip(begins, ends, strict=True):
        text = sentence.text[lines[at].start - sentence.start : end - sentence.start].rstrip()
        part = lines[at]._replace(end=lines[at].start + len(text), text=text)
        said = _heard([part], table)[0]
        alone = asking[at] and told_by(said) is None
        found.append((lines[at], heard[at]) if alone else (part, said))
    return found


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
    sentence: Sentence,
    sign: _Sign,
    cut: CutSentence | None,
    heard: Sequence[Heard],
    text: str,
    table: PatternTable | None,
) -> list[Ask]:
    """Return what a sentence asks: itself, or its parts when two or more of them ask by themselves."""
    if table is None or cut is None:
        return [_asked(text, sentence.start, sentence.end, sign, table)]
    return _parted(cut, heard, text, table) or [_asked(text, sentence.start, sentence.end, sign, table)]


def _parted(cut: CutSentence, heard: Sequence[Heard], text: str, table: PatternTable) -> list[Ask]:
    """Return what the parts of a sentence ask, nothing where it asks as a whole."""
    language = table.language
    read = ReadSentence(
        cut.sentence, cut.words, cut.begun, cut.clauses, [told_by(each) for each in heard], language
    )
    named = _named_behind_a_colon(read, text, table)
    if named:
        return named
    if cut.listed and asked_inside(cut.sentence.text) is not None:
        first, *rest = listed_parts(read, cut.listed)
        lead = _ask(text, *first, table)
        return [lead, *(_led(text, span, table, language) for span in rest)] if lead and rest else []
    spans = parts_of(read)
    if spans == [(cut.sentence.start, cut.sentence.end)]:
        return []
    asking = [ask for span in spans if (ask := _part(text, span, read, heard, table)) is not None]
    if len(asking) > 1 or len(spans) == 1:
        return asking
    if asking and len(cut.sentence.text) > LONG and not is_punctuated(cut.sentence.text):
        return asking
    ask = _part(text, trimmed(read, (cut.sentence.start, cut.sentence.end)), read, heard, table)
    return [ask] if ask else []


def _part(
    text: str, span: tuple[int, int], read: ReadSentence, heard: Sequence[Heard], table: PatternTable
) -> Ask | None:
    """Return what a part of a sentence asks; what a single clause says is known."""
    begin, end = span[0] - read.sentence.start, span[1] - read.sentence.start
    inside = [
        (each, said, told)
        for each, said, told in zip(read.clauses, heard, read.said, strict=True)
        if begin <= each.begin and each.end <= end
    ]
    known = (said for each, said, _ in inside if (each.begin, each.end) == (begin, end))
    ask = _ask(text, *span, table, next(known, None))
    if ask is not None:
        return ask
    first = next((at for at, each in enumerate(read.clauses) if each.begin == begin), 0)
    if first and asks_along(read, first):
        return _led(text, span, table, table.language)
    # "If I am: how much is it": its words ask behind a colon or a condition only.
    words = plain(text[slice(*span)])
    told = next((told for *_, told in inside if told is not None), None)
    silent = told is None or table.look_alikes_of(words.rstrip("?! "))
    return None if silent else _asked(text, *span, _Sign(told, words), table)


def _clauses_heard(cuts: Sequence[CutSentence | None], table: PatternTable) -> list[list[Heard]]:
    """Return what each clause of each sentence that asks says, for all sentences at one go."""
    heard = []
    for cut in cuts:
        own = unquoted(cut.sentence.text) if cut else ""
        clauses = cut.clauses if cut else ()
        heard.append([table.read(plain(own[each.begin : each.end]).rstrip("?! ")) for each in clauses])
    return heard


def _named_behind_a_colon(read: ReadSentence, text: str, table: PatternTable) -> list[Ask]:
    """Return the things that a request names: "Please state: lead time, minimum order value."."""
    language = table.language
    words, start = read.words.rstrip(" .!"), read.sentence.start
    colon = words.find(":")
    parts = [clause for clause in read.clauses if clause.begin > colon >= 0]
    indirect = all(opens_like_a_question(each.words, language) for each in parts)
    if indirect and len(parts) > 1 and not any(read.said[-len(parts) :]):
        return [_led(text, (start + each.begin, start + each.end), table, language) for each in parts]
    if colon < 0 or words.count(",", colon) < 1 or table.lead_in(words[: colon + 1].strip()) is None:
        return []
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


def _ask(text: str, begin: int, end: int, table: PatternTable, heard: Heard | None = None) -> Ask | None:
    """Return what a stretch asks, None for most; ``heard`` is what the table says of it, where known."""
    sign = _asks(text, begin, end, table, heard)
    return _asked(text, begin, end, sign, table) if sign else None


def _is_quiet(sentence: Sentence, heard: Heard) -> bool:
    """Tell whether nothing in a sentence asks, as in most."""
    return heard is NOTHING_HEARD and sentence.text.isascii() and "?" not in sentence.text


def _asks(
    text: str, begin: int, end: int, table: PatternTable | None, heard: Heard | None = None
) -> _Sign | None:
    """Return how it is known that a stretch asks, None for most."""
    raw = text[begin:end]
    marked = not raw.isascii() or "?" in raw
    if not marked and heard is NOTHING_HEARD:
        return None
    if not _WORD.search(raw) or raw.count("?") > _MOST_MARKS:
        return None
    own = unquoted(raw)
    marked = marked and _ENDS_ASKING.search(own.rstrip()) is not None
    if table is None:
        return _Sign(None, "") if marked else None
    words = plain(own)
    heard = heard or table.read(words.rstrip("?! "))
    told = told_by(heard)
    if told is None and (
        not marked
        or _CODE.search(raw)
        or any(row.even_marked for row in table.look_alikes_of(words.rstrip("?! ")))
    ):
        return None
    return _Sign(told, words)


def _asked(text: str, begin: int, end: int, sign: _Sign, table: PatternTable | None) -> Ask:
    """Return the ask that a stretch is."""
    if table is None:
        return ask_at(text, begin, end, Form.INTERROGATIVE, AnswerType.OTHER)
    told = sign.told
    form = told.form if told else _form_of(sign.words, table.language)
    forced = told.answer_type if told else None
    answer_type = answer_type_in(text[begin:end], form, table.language, forced=forced)
    general = told is not None and told.only_alone and len(sign.words.split()) <= _GENERAL
    plea = told is not None and told.plea and not sign.words.endswith("?")
    return ask_at(text, begin, end, form, answer_type, general=general, plea=plea)


def _form_of(words: str, language: str) -> Form:
    """Return the form of what asks by its question mark alone."""
    return Form.ELLIPTICAL if is_elliptical(words, language) else Form.INTERROGATIVE
