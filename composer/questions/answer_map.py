"""Maps a draft onto the questions of a mail: which passage answers which question, and how far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from composer.draft import Draft
from composer.questions.alignment import aligned
from composer.questions.answer_state import NO_DECISIONS, Decisions, Passage, QuestionState, State
from composer.questions.answer_strength import answer_strength
from composer.questions.decisions import anchored, question_at
from composer.questions.draft_units import DraftUnits, Unit, reading_of, units_of
from composer.questions.evidence import (
    Asked,
    Weights,
    asked_of,
    pair_evidence,
    quoted_questions,
    size_of,
    weighed,
    weights,
)
from composer.questions.question import AnswerType, Question
from composer.questions.segments import Segment, segments_of
from composer.questions.understood import UnderstoodMail

# How far a quote still speaks for the second and later paragraphs below it.
_LATER = 0.25
_MOST_KEPT = 4096

__all__ = ["answer_strength", "map_answers"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft's segments with their evidence for each question, before it is weighed."""

    segments: tuple[Segment, ...]
    evidence: tuple[tuple[tuple[float, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """Segments, the weighed evidence for each of their questions (idleness last), the way through them."""

    segments: Sequence[Segment]
    scores: Sequence[Sequence[float]]
    path: Sequence[int]


def map_answers(
    draft: Draft, mail: UnderstoodMail, decisions: Decisions = NO_DECISIONS
) -> tuple[QuestionState, ...]:
    """Return one state per question of the mail, in its order.

    A question that the draft names without answering it ("no idea about this one") is unanswered and
    has the passage; so is one for whose likeliest passage too little speaks. The agent's own links
    and dismissals outrank everything that was found.
    """
    if not mail.questions:
        return ()
    states = states_of(prepared(draft, mail), draft, mail, weights())
    return tuple(_decided(state, draft, mail, decisions) for state in states)


def prepared(draft: Draft, mail: UnderstoodMail) -> Prepared:
    """Return the segments of a draft and the evidence for each as the answer to each question."""
    read = units_of(draft)
    asked = asked_of(mail)
    under = quoted_questions(read, asked)
    segments = segments_of(read, [[index for index, _ in each] for each in under], len(asked))
    inline = _quoted_inline(read, under)
    kept = _kept(mail.message.text, mail.questions)
    evidence = tuple(
        _evidence_of(each, asked, under[each.quote] if each.quote >= 0 else [], inline, kept)
        for each in segments
    )
    return Prepared(segments, evidence)


def states_of(read: Prepared, draft: Draft, mail: UnderstoodMail, weight: Weights) -> list[QuestionState]:
    """Return the states of a mail's questions under given weights, without the agent's decisions."""
    scores = [
        _scores_of(segment, each, weight) for segment, each in zip(read.segments, read.evidence, strict=True)
    ]
    laid = Laid(read.segments, scores, aligned(read.segments, scores, weight))
    states = [_state(question, index, laid, draft, weight) for index, question in enumerate(mail.questions)]
    promise = _promise_for_all(read, asked_of(mail))
    if promise is None:
        return states
    return [
        replace(each, state=State.PROMISED, answer=promise) if _is_open(each) else each for each in states
    ]


def _is_open(state: QuestionState) -> bool:
    return state.state is State.UNANSWERED and not (state.answer and reading_of(state.answer.text).unknown)


def _promise_for_all(read: Prepared, asked: Sequence[Asked]) -> Passage | None:
    """Return a dated promise that names no question of its own: it holds for all that are open."""
    for segment in read.segments:
        for unit in segment.units:
            reading = unit.reading
            if segment.quote < 0 and reading.dated and reading.promises:
                words = frozenset(reading.words)
                if all(words.isdisjoint(each.words) and words.isdisjoint(each.before) for each in asked):
                    return Passage(unit.start, unit.end, unit.text)
    return None


def _quoted_inline(read: DraftUnits, under: Sequence[Sequence[tuple[int, float]]]) -> frozenset[int]:
    """Return the questions that the draft quotes one by one, so that their answers stand right below.

    A whole mail quoted below the reply says nothing about where the answers stand.
    """
    below = any(unit.quote == len(read.quotes) - 1 for unit in read.units)
    top_posted = len(read.quotes) == 1 and bool(read.units) and not below
    return frozenset() if top_posted else frozenset(index for each in under for index, _ in each)


def _evidence_of(
    segment: Segment,
    asked: Sequence[Asked],
    under: Sequence[tuple[int, float]],
    inline: frozenset[int],
    kept: dict[Any, tuple[tuple[float, ...], ...]],
) -> tuple[tuple[float, ...], ...]:
    """Return a segment's evidence for each question; what was not changed since the last key is kept."""
    nearness = dict(under)
    last = under[-1][0] if under else -1
    quoted = tuple(_quoted_as(index, last, nearness, inline) for index in range(len(asked)))
    key = (tuple(unit.text for unit in segment.units), segment.first, segment.number, quoted)
    if key not in kept:
        if len(kept) > _MOST_KEPT:
            kept.clear()
        size = size_of(segment)
        fading = 1.0 if segment.first else _LATER
        kept[key] = tuple(
            pair_evidence(
                segment, each, (place[0] * fading, place[1] * fading, place[2], place[3] * fading), size
            )
            for each, place in zip(asked, quoted, strict=True)
        )
    return kept[key]


@lru_cache(maxsize=16)
def _kept(text: str, questions: tuple[Question, ...]) -> dict[Any, tuple[tuple[float, ...], ...]]:
    """Return the evidence that is kept for a mail."""
    return {}


def _quoted_as(
    index: int, last: int, nearness: Mapping[int, float], inline: frozenset[int]
) -> tuple[float, float, float, float]:
    """Return where a question is quoted: at the end of the quote above, before it, elsewhere, nowhere."""
    if index == last:
        return 1.0, 0.0, 0.0, 0.0
    if index in nearness:
        return 0.0, nearness[index], 0.0, 0.0
    return 0.0, 0.0, float(index in inline), float(index not in inline and last >= 0)


def _scores_of(segment: Segment, evidence: Sequence[Sequence[float]], weight: Weights) -> list[float]:
    against = weight["asks"] if segment.asks else 0.0
    scores = [weighed(each, weight) + against for each in evidence]
    return [*scores, weight["greets"] if segment.idle else weight["idle"]]


def _state(question: Question, index: int, laid: Laid, draft: Draft, weight: Weights) -> QuestionState:
    run = _best_run(index, laid)
    if not run or _strength(run, index, laid) < weight["enough"]:
        run = _alone(index, laid, weight)
    if not run:
        return QuestionState(question, State.UNANSWERED)
    units = [unit for at in run for unit in laid.segments[at].units]
    start, end = units[0].start, units[-1].end
    state = _state_of(units, question)
    if state is State.ANSWERED and _strength(run, index, laid) < weight["sure"]:
        state = State.UNANSWERED
    return QuestionState(question, state, Passage(start, end, draft.text[start:end]))


def _strength(run: Sequence[int], index: int, laid: Laid) -> float:
    """Return how much speaks for consecutive segments as the answer to a question."""
    return sum(laid.scores[at][index] for at in run)


def _best_run(index: int, laid: Laid) -> list[int]:
    """Return the consecutive segments with the most evidence among those laid along a question."""
    runs: list[list[int]] = []
    for at, question in enumerate(laid.path):
        if question != index:
            continue
        if runs and runs[-1][-1] == at - 1 and laid.segments[at].quote == laid.segments[at - 1].quote:
            runs[-1].append(at)
        else:
            runs.append([at])
    return max(runs, key=lambda run: sum(laid.scores[at][index] for at in run), default=[])


def _alone(index: int, laid: Laid, weight: Weights) -> list[int]:
    """Return what answers a question beside another: a segment with strong evidence of its own.

    Under a quote, what goes on from there belongs to it.
    """
    telling = [at for at, segment in enumerate(laid.segments) if not segment.idle]
    best = max(telling, key=lambda at: laid.scores[at][index], default=-1)
    if best < 0 or laid.scores[best][index] < weight["also"]:
        return []
    stop = best + 1
    while stop < len(laid.path) and laid.path[stop] == laid.path[best] >= 0 and _same_place(laid, best, stop):
        stop += 1
    return list(range(best, stop))


def _same_place(laid: Laid, one: int, other: int) -> bool:
    return laid.segments[one].quote == laid.segments[other].quote >= 0


def _state_of(units: Sequence[Unit], question: Question) -> State:
    """Return what a passage does: a real sentence answers; else a promise, a counter-question, or nothing.

    To a request, "we will refund it by Friday" is a promise; to a question it is the answer.
    """
    telling = [unit.reading for unit in units if not unit.reading.is_idle]
    request = question.answer_type is AnswerType.ACTION
    dated = [reading for reading in telling if reading.dated and (reading.promises or request)]
    answering = [
        reading
        for reading in telling
        if not (reading.asks or reading.unknown or reading.promises or reading in dated)
    ]
    if dated and (not answering or any(reading.unknown for reading in telling)):
        return State.PROMISED
    if answering:
        return State.ANSWERED
    if any(reading.asks for reading in telling):
        return State.ASKED_BACK
    return State.UNANSWERED


def _decided(state: QuestionState, draft: Draft, mail: UnderstoodMail, decisions: Decisions) -> QuestionState:
    question = state.question
    if question.id in anchored(decisions.dismissed, mail):
        return QuestionState(question, State.DISMISSED)
    for anchor, words in decisions.linked:
        start = draft.text.find(words)
        if question_at(anchor, mail) is question and words and start >= 0:
            return QuestionState(question, State.ANSWERED, Passage(start, start + len(words), words))
    return state
