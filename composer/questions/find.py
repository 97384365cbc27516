"""Finds the questions in a mail: everything that wants an answer or an action from us.

Quoted lines, signatures, logs and code ask nothing; a mail that asks nothing in words may report a problem.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from composer.mail.lines import Line
from composer.questions.ask import Ask, ask_at
from composer.questions.asks import asks_in
from composer.questions.clauses import clauses_in
from composer.questions.own_words import own_stretches
from composer.questions.pattern_table import PatternTable, table_to_read
from composer.questions.plain_words import plain
from composer.questions.question import AnswerType, Form, Question
from composer.questions.sentences import Sentence, paragraphs_of, sentences_of
from composer.questions.subject import subject_asks

# A question that goes on with the one before it.
_CONTINUES = re.compile(
    r"(?:and )?(?:if (?:so|yes|not|no)|otherwise|(?:falls|wenn) (?:ja|nein|nicht)|si (?:es asi|no|oui|non)"
    r"|zo (?:ja|nee|niet)|se (?:sim|nao))\b|(?:and )?(?:how|when|why|where|which one|how much)\?$"
)

_IN_SUBJECT = -9
# In mid-paragraph "moreover" mostly goes on with the same matter, unless that is asked about; "also" with
# another.
_MOREOVER = ("Moreover", "Furthermore", "Besides", "In addition", "Additionally", "On top of that")
_ALSO = (
    "Also",
    "also",
    "Außerdem",
    "Auch",
    "Además",
    "También",
    "En plus",
    "Ook",
    "Daarnaast",
    "Também",
    "Além",
)
_ADDING = (*_ALSO, *_MOREOVER)
_AFTERTHOUGHT = re.compile(r"\s*(?:P\.?){1,3}\s?S\.?\s*[:,!-]?\s", re.IGNORECASE)


def find_questions(
    text: str,
    lines: Sequence[Line],
    *,
    subject: str = "",
    language: str = "en",
    own: Sequence[tuple[int, int]] | None = None,
) -> tuple[Question, ...]:
    """Return the questions of a mail in its order, numbered; one from the subject comes first.

    ``lines`` are the labelled lines of ``text``, ``own`` its ``own_stretches`` where they are known. A
    question of the subject that the text asks again is left out.
    """
    stretches = own_stretches(text, lines, subject) if own is None else own
    in_text = [ask for start, end in stretches for ask in asks_in(text, language, start, end)]
    said = "\n".join(text[start:end] for start, end in stretches)
    asks = [*subject_asks(subject, language, said, in_text), *in_text]
    asks = _with_other_problems(asks, text, stretches, language) or _reported_problem(
        text, stretches, language
    )
    if not all(ask.general for ask in asks):
        asks = [ask for ask in asks if not ask.general]
    asks = _without_pleas(asks, text)
    return tuple(
        Question(f"q{number}", ask.text, ask.form, ask.answer_type, group, ask.start, ask.end)
        for number, (ask, group) in enumerate(zip(asks, _groups(asks), strict=True), start=1)
    )


def _without_pleas(asks: list[Ask], text: str) -> list[Ask]:
    """Return the asks without "please advise" behind or before what it is about."""
    if not any(ask.plea for ask in asks) or all(ask.plea for ask in asks):
        return asks
    paragraphs = paragraphs_of(text)
    places = [_paragraph_at(paragraphs, ask.start) for ask in asks]
    asking = {place for ask, place in zip(asks, places, strict=True) if not ask.plea}
    asking.add(_IN_SUBJECT)
    return [
        ask
        for ask, place in zip(asks, places, strict=True)
        if not (ask.plea and asking.intersection((place, place - 1)))
    ]


def _paragraph_at(paragraphs: Sequence[tuple[int, int]], start: int) -> int:
    return bisect_right(paragraphs, start, key=lambda span: span[0]) if start >= 0 else _IN_SUBJECT


def _reported_problem(text: str, stretches: Sequence[tuple[int, int]], language: str) -> list[Ask]:
    """Return the first sentence that reports a problem, for a mail that asks nothing in words.

    Whoever writes to support that something is broken wants it mended.
    """
    table = table_to_read(language)
    if table is None:
        return []
    sentences = [sentence for start, end in stretches for sentence in sentences_of(text, start, end)]
    words = [plain(sentence.text) for sentence in sentences]
    if any(table.settles(each) for each in words):
        return []
    for sentence, each in zip(sentences, words, strict=True):
        if table.reports_problem(each):
            return [
                ask_at(text, begin, end, Form.DECLARATIVE, AnswerType.ACTION)._replace(group=sentence.start)
                for begin, end in _failures(sentence, table)
            ]
    return []


def _failures(sentence: Sentence, table: PatternTable) -> list[tuple[int, int]]:
    """Return the parts of a sentence that report a problem each, joined by "and"; else the whole of it."""
    clauses = clauses_in(sentence.text.lower().replace("\n", " "), table.language)
    begins = [0]
    for clause in clauses[1:]:
        first, second = sentence.text[begins[-1] : clause.before], sentence.text[clause.begin : clause.end]
        if clause.joined and table.reports_problem(plain(first)) and table.reports_problem(plain(second)):
            begins.append(clause.begin)
    ends = [next(each.before for each in clauses if each.begin == begin) for begin in begins[1:]]
    return [
        (sentence.start + begin, sentence.start + end)
        for begin, end in zip(begins, [*ends, len(sentence.text)], strict=True)
    ]


def _with_other_problems(
    asks: list[Ask], text: str, stretches: Sequence[tuple[int, int]], language: str
) -> list[Ask]:
    """Return the asks with each paragraph or PS that turns to another matter that fails and asks nothing.

    "Can you refund me? … Also, the export hangs." wants two answers.
    """
    table = table_to_read(language)
    if table is None or not asks:
        return asks
    found: list[Ask] = []
    for stretch in stretches:
        for _, each in groupby(sentences_of(text, *stretch), key=lambda each: each.paragraph):
            first, *others = each
            end = others[-1].end if others else first.end
            turns = [(first, end)] if table.reports_another_problem(plain(first.text)) else []
            turns += [
                (sentence, sentence.end)
                for sentence in (first, *others)
                if sentence.text[0] in "pP" and _adds_failure(sentence, table)
            ]
            adding = [sentence for sentence in others if sentence.text.startswith(_ADDING)]
            if adding:
                asked = any(first.start <= ask.start < end for ask in asks)
                also = _ADDING if asked else _ALSO
                turns += [(sentence, end) for sentence in adding if _also_fails(sentence, table, also)]
            for sentence, end in turns:
                if not any(sentence.start <= ask.start < end for ask in (*asks, *found)):
                    ask = ask_at(text, sentence.start, sentence.end, Form.DECLARATIVE, AnswerType.ACTION)
                    found.append(ask._replace(group=-1 - sentence.start))
    return sorted([*asks, *found], key=lambda ask: ask.start) if found else asks


def _also_fails(sentence: Sentence, table: PatternTable, also: tuple[str, ...]) -> bool:
    """Tell whether a sentence inside a paragraph adds a failure ("Also the number is missing")."""
    return sentence.text.startswith(also) and table.reports_another_problem(plain(sentence.text))


def _adds_failure(sentence: Sentence, table: PatternTable) -> bool:
    """Tell whether a sentence is an afterthought ("PS: …") that reports a problem."""
    if not _AFTERTHOUGHT.match(sentence.text):
        return False
    words = plain(sentence.text)
    return table.reports_problem(words) and not table.settles(words)


def _groups(asks: Sequence[Ask]) -> list[int]:
    """Number the asks: parts of one sentence, and "if so, when?" behind another, share a number."""
    groups: list[int] = []
    number = 0
    last: int | None = None
    for ask in asks:
        if ask.group != last and not (groups and _CONTINUES.match(plain(ask.text))):
            number += 1
        groups.append(number)
        last = ask.group
    return groups
