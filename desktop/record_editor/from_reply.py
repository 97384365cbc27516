"""An article out of a reply: the question as customers ask it, and what the agent answered. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from composer.draft import Draft
from composer.lint.own_words import OwnWordsReader, PassageKind
from composer.questions.answer_state import QuestionState

TAKE_OUT = "This was a reply to one customer: take out names, numbers and what is theirs alone, then save."
_NOT_FOR_OTHERS = (PassageKind.GREETING, PassageKind.CLOSING)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question in the customer's words, and the answer in Markdown; either may be empty."""

    question: str = ""
    answer: str = ""


def answered(draft: Draft, states: Sequence[QuestionState], question_id: str) -> Answered:
    """Return a question with its answer; where none is meant or answered, all that the agent wrote."""
    state = next((one for one in states if one.question.id == question_id), None)
    if state is None and len(states) == 1:
        state = states[0]
    if state is None or state.answer is None:
        question = state.question.text if state is not None else ""
        return Answered(_on_one_line(question), _own_words(draft, 0, len(draft.text)))
    return Answered(
        _on_one_line(state.question.text), _own_words(draft, state.answer.start, state.answer.end)
    )


def _own_words(draft: Draft, start: int, end: int) -> str:
    """The agent's words between two places, without greeting and closing, as they stand."""
    parts = []
    for placed in OwnWordsReader().read(draft).passages:
        first, last = max(start, placed.start), min(end, placed.end)
        if first < last and placed.passage.kind not in _NOT_FOR_OTHERS:
            parts.append(draft.text[first:last].strip())
    return "\n\n".join(filter(None, parts)) + "\n" if any(parts) else ""


def _on_one_line(words: str) -> str:
    flat = " ".join(words.split())
    return flat[:1].upper() + flat[1:]
