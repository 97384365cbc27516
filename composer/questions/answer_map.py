"""Maps a draft onto the questions of a mail: which passage answers which question, and how far."""

from collections.abc import Sequence
from dataclasses import dataclass

from composer.draft import Draft
from composer.questions.alignment import aligned
from composer.questions.answer_state import NO_DECISIONS, Decisions, Passage, QuestionState, State
from composer.questions.decisions import anchored, question_at
from composer.questions.draft_units import DraftUnits, Unit, units_of
from composer.questions.evidence import (
    Asked,
    Weights,
    answer_strength,
    asked_of,
    pair_evidence,
    quoted_questions,
    weighed,
    weights,
)
from composer.questions.question import AnswerType, Question
from composer.questions.understood import UnderstoodMail

__all__ = ["answer_strength", "map_answers"]


@dataclass(frozen=True, slots=True)
class _Scored:
    units: Sequence[Unit]
    scores: list[list[float]]
    quoted: list[list[int]]


def map_answers(
    draft: Draft, mail: UnderstoodMail, decisions: Decisions = NO_DECISIONS
) -> tuple[QuestionState, ...]:
    """Return one state per question of the mail, in its order.

    A question that the draft names without answering it ("no idea about this one") is unanswered and
    has the passage. The agent's own links and dismissals outrank everything that was found.
    """
    if not mail.questions:
        return ()
    read = units_of(draft)
    asked = asked_of(mail)
    weight = weights()
    scored = _scores(read, asked, weight)
    path = aligned(scored.units, scored.scores, weight)
    return tuple(
        _decided(question, _state(question, index, path, scored, draft, weight), draft, mail, decisions)
        for index, question in enumerate(mail.questions)
    )


def _scores(read: DraftUnits, asked: Sequence[Asked], weight: Weights) -> _Scored:
    quoted = quoted_questions(read, asked)
    scores = []
    for unit in read.units:
        above = quoted[unit.quote] if unit.quote >= 0 else []
        against = weight["asks"] if unit.reading.asks else 0.0
        scores.append(
            [
                weighed(pair_evidence(unit, each, _quoted_as(index, above)), weight) - against
                for index, each in enumerate(asked)
            ]
        )
    return _Scored(read.units, scores, quoted)


def _quoted_as(index: int, above: Sequence[int]) -> str:
    if not above:
        return "none"
    if above[-1] == index:
        return "last"
    return "inner" if index in above else "other"


def _state(
    question: Question, index: int, path: Sequence[int], scored: _Scored, draft: Draft, weight: Weights
) -> QuestionState:
    run = _best_run(index, path, scored)
    if not run or sum(scored.scores[at][index] for at in run) < weight["enough"]:
        run = _alone(index, scored, weight)
    if not run:
        return QuestionState(question, State.UNANSWERED)
    units = [scored.units[at] for at in run]
    start, end = units[0].start, units[-1].end
    return QuestionState(question, _state_of(units, question), Passage(start, end, draft.text[start:end]))


def _best_run(index: int, path: Sequence[int], scored: _Scored) -> list[int]:
    """Return the consecutive units with the most evidence among those laid along a question."""
    runs: list[list[int]] = []
    for at, question in enumerate(path):
        if question != index:
            continue
        if runs and runs[-1][-1] == at - 1 and scored.units[at].quote == scored.units[at - 1].quote:
            runs[-1].append(at)
        else:
            runs.append([at])
    return max(runs, key=lambda run: sum(scored.scores[at][index] for at in run), default=[])


def _alone(index: int, scored: _Scored, weight: Weights) -> list[int]:
    """Return the one unit that answers a question beside another, if its own evidence is strong."""
    best = max(range(len(scored.units)), key=lambda at: scored.scores[at][index], default=-1)
    return [best] if best >= 0 and scored.scores[best][index] >= weight["also"] else []


def _state_of(units: Sequence[Unit], question: Question) -> State:
    """Return what a passage does: a real sentence answers; else a promise, a counter-question, or nothing."""
    telling = [
        unit for unit in units if not (unit.reading.greets or unit.reading.closes or unit.reading.thanks)
    ]
    dated = [unit for unit in telling if unit.reading.promises and "when" in unit.reading.fits]
    plain = [
        unit
        for unit in telling
        if not (unit.reading.asks or unit.reading.unknown or unit.reading.promises)
        or (
            unit.reading.promises
            and not dated
            and question.answer_type is AnswerType.WHEN
            and "when" in unit.reading.fits
        )
    ]
    if dated and (not plain or any(unit.reading.unknown for unit in telling)):
        return State.PROMISED
    if plain:
        return State.ANSWERED
    if any(unit.reading.asks for unit in telling):
        return State.ASKED_BACK
    return State.UNANSWERED


def _decided(
    question: Question, state: QuestionState, draft: Draft, mail: UnderstoodMail, decisions: Decisions
) -> QuestionState:
    if question.id in anchored(decisions.dismissed, mail):
        return QuestionState(question, State.DISMISSED)
    for anchor, words in decisions.linked:
        start = draft.text.find(words)
        if question_at(anchor, mail) is question and words and start >= 0:
            return QuestionState(question, State.ANSWERED, Passage(start, start + len(words), words))
    return state
