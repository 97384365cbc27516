"""Where a draft quotes the customer's questions, and which question is meant at a place of it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from composer.draft import BlockKind, Draft, unquoted
from composer.questions.answer_state import QuestionState
from composer.questions.question import Question

_OWN_NUMBER = re.compile(r"\s{0,8}\(?\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class QuotedQuestion:
    """A question as quoted in a draft: offsets in code points of the draft's text."""

    question: Question
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftBadge:
    """A numbered badge in the draft's margin, at the line in which ``at`` stands."""

    at: int
    state: QuestionState


def quoted_questions(draft: Draft, questions: tuple[Question, ...]) -> tuple[QuotedQuestion, ...]:
    """Find the questions in the quotes of a draft, in the order of the draft.

    White space and quote marks don't count, so a question that was wrapped or split over two quoted
    lines is found all the same. A question that stands twice is taken where the order wants it.
    """
    words, offsets = _quoted_words(draft)
    found: list[QuotedQuestion] = []
    after = 0
    for question in questions:
        wanted = _squeezed(question.text)
        if not wanted or question.in_subject:
            continue
        at = words.find(wanted, after)
        if at < 0:
            at = words.find(wanted)
        if at < 0:
            continue
        after = at + len(wanted)
        found.append(QuotedQuestion(question, offsets[at], offsets[after - 1] + 1))
    return tuple(sorted(found, key=lambda quoted: quoted.start))


def question_at(
    draft: Draft, position: int, states: tuple[QuestionState, ...], quoted: tuple[QuotedQuestion, ...]
) -> Question | None:
    """Return the question that a place in the draft is about, or the first open one, or None."""
    for state in states:
        if state.answer and state.answer.start <= position <= state.answer.end:
            return state.question
    above = [found for found in quoted if found.start <= position]
    if above:
        return above[-1].question
    unanswered = [state.question for state in states if state.state == "unanswered"]
    return next(iter(unanswered), states[0].question if states else None)


def draft_badges(
    draft: Draft, states: tuple[QuestionState, ...], quoted: tuple[QuotedQuestion, ...]
) -> tuple[DraftBadge, ...]:
    """Return one badge for each question seen in the draft: at its answer, else at its quote."""
    quotes = {found.question.id: found for found in quoted}
    badges = []
    for state in states:
        if state.answer is not None:
            badges.append(DraftBadge(_first_word(draft.text, state.answer.start), state))
        elif state.question.id in quotes:
            badges.append(DraftBadge(quotes[state.question.id].start, state))
    return tuple(badges)


def answered_by_block(draft: Draft, states: tuple[QuestionState, ...]) -> dict[int, list[int]]:
    """Return the numbers of the questions that each of the agent's blocks answers, by the block's start.

    None where the customer numbered the questions: "2" below their "1." would be read as another one.
    """
    if _is_numbered(draft):
        return {}
    numbers: dict[int, list[int]] = {}
    for block in draft.own_blocks():
        found = [
            state.question.number
            for state in states
            if state.answer is not None and block.start <= state.answer.start < block.end
        ]
        if found:
            numbers[block.start] = found
    return numbers


def _is_numbered(draft: Draft) -> bool:
    quoted = (
        line for block in draft.blocks if block.kind is BlockKind.QUOTE for line in block.text.split("\n")
    )
    return sum(_OWN_NUMBER.match(unquoted(line)) is not None for line in quoted) > 1


def _first_word(text: str, start: int) -> int:
    while start < len(text) - 1 and text[start].isspace():
        start += 1
    return start


def _squeezed(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c != ">")


def _quoted_words(draft: Draft) -> tuple[str, list[int]]:
    """Return the quoted characters without white space and marks, and the offset of each."""
    words: list[str] = []
    offsets: list[int] = []
    for block in draft.blocks:
        if block.kind is not BlockKind.QUOTE:
            continue
        start = block.start
        for line in block.text.split("\n"):
            squeezed, places = _squeezed_line(line)
            words.append(squeezed)
            offsets += [start + place for place in places]
            start += len(line) + 1
    return "".join(words), offsets


@lru_cache(maxsize=4096)
def _squeezed_line(line: str) -> tuple[str, tuple[int, ...]]:
    """Return a quoted line without marks and white space; at a key only one line is new."""
    words = unquoted(line)
    begin = len(line) - len(words)
    kept = [(c, begin + at) for at, c in enumerate(words) if not c.isspace() and c != ">"]
    return "".join(c for c, _ in kept), tuple(place for _, place in kept)
