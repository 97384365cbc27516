"""Keeps what the agent decided about a mail's questions, anchored to words and not to offsets.

An anchor is the words of a question between « », with a few words before and behind it, all plain.
When a mail is read again, after a restart or by a better program, an anchor finds its question by
its words; the neighbours decide between equal ones.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from composer.questions.answer_state import Decisions
from composer.questions.answer_types import answer_type_of
from composer.questions.plain_words import plain
from composer.questions.question import Form, Question
from composer.questions.understood import UnderstoodMail

_WORD = re.compile(r"[\w']+")
_NEIGHBOURS = 3
_NEAR = 120


def anchor_of(question: Question, mail: UnderstoodMail) -> str:
    """Return the anchor of a question: its words between « », with its neighbours."""
    if question.in_subject:
        return f"subject « {_words(question.text)} »"
    return anchor_for(mail.message.text, question.start, question.end)


def anchor_for(text: str, start: int, end: int) -> str:
    """Return the anchor of ``text[start:end]``."""
    before = _WORD.findall(plain(text[max(0, start - _NEAR) : start]))[-_NEIGHBOURS:]
    after = _WORD.findall(plain(text[end : end + _NEAR]))[:_NEIGHBOURS]
    return " ".join([*before, "«", _words(text[start:end]), "»", *after])


def dismissed(decisions: Decisions, question: Question, mail: UnderstoodMail) -> Decisions:
    """Return decisions in which a question needs no answer."""
    return replace(decisions, dismissed=decisions.dismissed | {anchor_of(question, mail)})


def restored(decisions: Decisions, question: Question, mail: UnderstoodMail) -> Decisions:
    """Return decisions in which a dismissed question counts again."""
    return replace(decisions, dismissed=decisions.dismissed - {anchor_of(question, mail)})


def added(decisions: Decisions, mail: UnderstoodMail, start: int, end: int) -> Decisions:
    """Return decisions in which ``mail.message.text[start:end]`` is a question."""
    anchor = anchor_for(mail.message.text, start, end)
    return decisions if anchor in decisions.added else replace(decisions, added=(*decisions.added, anchor))


def merged(decisions: Decisions, first: Question, second: Question, mail: UnderstoodMail) -> Decisions:
    """Return decisions in which two neighbouring questions are one."""
    pair = (anchor_of(first, mail), anchor_of(second, mail))
    return replace(decisions, merged=(*decisions.merged, pair))


def split(decisions: Decisions, question: Question, at: int, mail: UnderstoodMail) -> Decisions:
    """Return decisions in which a question is cut ``at`` that many code points into its text.

    One that was merged falls into the two that it was made of, wherever it is cut.
    """
    words = _words(question.text)
    pairs = [pair for pair in decisions.merged if all(anchor_words(anchor) in words for anchor in pair)]
    if pairs:
        return replace(decisions, merged=tuple(pair for pair in decisions.merged if pair != pairs[-1]))
    return replace(decisions, split=(*decisions.split, (anchor_of(question, mail), at)))


def linked(decisions: Decisions, question: Question, mail: UnderstoodMail, words: str) -> Decisions:
    """Return decisions in which the draft's ``words`` answer a question; empty words take the link back."""
    anchor = anchor_of(question, mail)
    others = tuple(pair for pair in decisions.linked if pair[0] != anchor)
    return replace(decisions, linked=(*others, (anchor, words)) if words else others)


def decided(mail: UnderstoodMail, decisions: Decisions) -> UnderstoodMail:
    """Return a mail whose questions are added, merged and split as the agent decided.

    Dismissed questions stay in the mail: the answer map shows them as dismissed.
    """
    if not (decisions.added or decisions.merged or decisions.split):
        return mail
    for anchor, at in decisions.split:
        mail = _with(mail, _after_split(mail, anchor, at))
    for first, second in decisions.merged:
        mail = _with(mail, _after_merge(mail, first, second))
    for anchor in decisions.added:
        mail = _with(mail, _after_adding(mail, anchor))
    return mail


def question_at(anchor: str, mail: UnderstoodMail) -> Question | None:
    """Return the question that an anchor means, or None when the mail has it no more."""
    words = anchor_words(anchor)
    exact = [question for question in mail.questions if _words(question.text) == words]
    near = exact or [question for question in mail.questions if _holds(_words(question.text), words)]
    return max(near, key=lambda question: _likeness(anchor_of(question, mail), anchor), default=None)


def anchored(anchors: Iterable[str], mail: UnderstoodMail) -> dict[str, str]:
    """Return the anchors that still mean a question, by the question's id."""
    return {question.id: anchor for anchor in anchors if (question := question_at(anchor, mail)) is not None}


def anchor_words(anchor: str) -> str:
    """Return the question's own words in an anchor."""
    return anchor.partition("« ")[2].rpartition(" »")[0]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(plain(text)))


def _holds(longer: str, shorter: str) -> bool:
    first, second = sorted((longer, shorter), key=len)
    return bool(first) and len(first) >= 0.5 * len(second) and f" {first} " in f" {second} "


def _likeness(one: str, other: str) -> float:
    """Return how like two anchors are: equal, then by the words around, the same side counting more."""
    if one == other:
        return float("inf")
    sides = [
        (anchor.partition("« ")[0].split(), anchor.rpartition(" »")[2].split()) for anchor in (one, other)
    ]
    (before, after), (others_before, others_after) = sides
    same = len(set(before) & set(others_before)) + len(set(after) & set(others_after))
    return same + 0.5 * (len(before) == len(others_before)) + 0.5 * (len(after) == len(others_after))


def _with(mail: UnderstoodMail, questions: list[Question]) -> UnderstoodMail:
    """Number questions anew in the order of the mail."""
    ordered = sorted(questions, key=lambda question: (question.start, question.end))
    numbered = (replace(question, id=f"q{number}") for number, question in enumerate(ordered, start=1))
    return replace(mail, questions=tuple(numbered))


def _after_split(mail: UnderstoodMail, anchor: str, at: int) -> list[Question]:
    question = question_at(anchor, mail)
    if question is None or not 0 < at < len(question.text):
        return list(mail.questions)
    return [
        part
        for each in mail.questions
        for part in (_halves(each, at, mail.language) if each is question else (each,))
    ]


def _halves(question: Question, at: int, language: str) -> tuple[Question, ...]:
    head, tail = question.text[:at].rstrip(), question.text[at:].lstrip()
    if not head or not tail:
        return (question,)
    shift = len(question.text) - len(tail)
    start = question.start if question.in_subject else question.start + shift
    end = question.end if question.in_subject else question.start + len(head)
    first = replace(question, text=head, end=end, answer_type=answer_type_of(head, question.form, language))
    second = replace(
        question, text=tail, start=start, answer_type=answer_type_of(tail, question.form, language)
    )
    return (first, second)


def _after_merge(mail: UnderstoodMail, first: str, second: str) -> list[Question]:
    one, other = question_at(first, mail), question_at(second, mail)
    if one is None or other is None or one is other or one.in_subject or other.in_subject:
        return list(mail.questions)
    start, end = min(one.start, other.start), max(one.end, other.end)
    joined = replace(one, text=mail.message.text[start:end], start=start, end=end)
    return [joined if each is one else each for each in mail.questions if each is not other]


def _after_adding(mail: UnderstoodMail, anchor: str) -> list[Question]:
    span = _found(mail.message.text, anchor)
    if span is None:
        return list(mail.questions)
    start, end = span
    if any(question.start == start and question.end == end for question in mail.questions):
        return list(mail.questions)
    text = mail.message.text[start:end]
    group = max((question.group for question in mail.questions), default=0) + 1
    answer_type = answer_type_of(text, Form.DECLARATIVE, mail.language)
    made = Question("q0", text, Form.DECLARATIVE, answer_type, group, start, end, added=True)
    return [*mail.questions, made]


def _found(text: str, anchor: str) -> tuple[int, int] | None:
    words = anchor_words(anchor).split()
    if not words:
        return None
    pattern = r"\b" + r"\W+".join(re.escape(word).replace("'", "['’‘´`]") for word in words) + r"[?!.]*"
    spans = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    return max(spans, key=lambda span: _likeness(anchor_for(text, *span), anchor), default=None)
