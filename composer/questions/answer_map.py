"""Maps a draft onto the questions of a mail: which passage answers which question, and how far."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from composer.draft import Draft
from composer.questions.answer_shapes import lacks_shape
from composer.questions.answer_signs import answered_by
from composer.questions.answer_state import NO_DECISIONS, Decisions, Passage, QuestionState, State
from composer.questions.answer_strength import answer_strength
from composer.questions.answer_trust import is_placed, trust
from composer.questions.decisions import anchored, question_at
from composer.questions.draft_units import Unit
from composer.questions.evidence import Asked, Weights, asked_of, weights
from composer.questions.passages import Laid, laid_along, passage_for, strength
from composer.questions.prepared_draft import Prepared, prepared
from composer.questions.question import AnswerType, Question
from composer.questions.reading import Reading, reading_of
from composer.questions.understood import UnderstoodMail

__all__ = ["answer_strength", "map_answers", "states_of"]

# Content words: passages that are shorter or longer are not asked for their shape.
_SHORT = 4
_REMARK = 6
_LONG = 24
_VALUES = (AnswerType.WHEN, AnswerType.HOW_MANY)


def map_answers(
    draft: Draft, mail: UnderstoodMail, decisions: Decisions = NO_DECISIONS
) -> tuple[QuestionState, ...]:
    """Return one state per question of the mail, in its order.

    A question that the draft names without answering it ("no idea about this one") is unanswered, and so
    is one for whose likeliest passage too little speaks (``perhaps``); neither has an answer. The agent's own
    links and dismissals outrank everything that was found.
    """
    if not mail.questions:
        return ()
    states = states_of(prepared(draft, mail), draft, mail, weights())
    return _decided(states, draft, mail, decisions)


def states_of(read: Prepared, draft: Draft, mail: UnderstoodMail, weight: Weights) -> list[QuestionState]:
    """Return the states of a mail's questions under given weights, without the agent's decisions.

    Here an unanswered question keeps its likeliest passage, if it has one.
    """
    laid = laid_along(read, weight)
    asked = asked_of(mail)
    states = [
        _state(question, index, laid, asked, draft, weight) for index, question in enumerate(mail.questions)
    ]
    promise = _promise_for_all(read, asked)
    if promise is None:
        return states
    return [
        replace(each, state=State.PROMISED, answer=promise, perhaps=None) if _is_open(each) else each
        for each in states
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
                if not any(each.is_named_by(words) for each in asked):
                    return Passage(unit.start, unit.end, unit.text)
    return None


def _state(
    question: Question, index: int, laid: Laid, asked: Sequence[Asked], draft: Draft, weight: Weights
) -> QuestionState:
    """Return a question's state; what is said to one that stands alone in its mail needs less evidence."""
    alone = len(asked) == 1
    run = passage_for(index, laid, weight)
    if not run:
        return QuestionState(question, State.UNANSWERED, None, _elsewhere(index, laid, asked, weight))
    units = [unit for at in run for unit in laid.segments[at].units]
    start, end = units[0].start, units[-1].end
    deciding = units if units[0].quote >= 0 else _told(run, index, laid)
    state = _state_of(deciding, question)
    if state is State.ANSWERED and not (
        _is_sure(run, index, laid, weight, question, alone=alone)
        and _is_trusted(run, index, laid, asked, weight)
    ):
        state = State.UNANSWERED
    passage = Passage(start, end, draft.text[start:end])
    thin = state is State.UNANSWERED and any(
        _answers(unit.reading, question.answer_type) for unit in deciding if not unit.reading.is_idle
    )
    return QuestionState(question, state, passage, passage if thin else None)


def _elsewhere(index: int, laid: Laid, asked: Sequence[Asked], weight: Weights) -> Passage | None:
    """Return what deals with other questions and may be meant as the answer to one that has none of its own.

    What stands below a quote or behind a number is meant for what is named there.
    """
    free = [
        at
        for at, segment in enumerate(laid.segments)
        if not segment.idle and not is_placed([at], laid) and _is_trusted([at], index, laid, asked, weight)
    ]
    if not free or not laid.courteous:
        return None
    units = laid.segments[max(free, key=lambda at: laid.scores[at][index])].units
    return Passage(units[0].start, units[-1].end, " ".join(unit.text for unit in units))


def _told(run: Sequence[int], index: int, laid: Laid) -> list[Unit]:
    """Return the sentences of a passage that decide; where nothing is quoted, from the likeliest on.

    "I'm not sure what the insurance covers" is not helped by a sentence before it, on another thing.
    """
    best = max(run, key=lambda at: laid.scores[at][index])
    tells_nothing = all(each.reading.unknown or each.reading.passes_on for each in laid.segments[best].units)
    deciding = [at for at in run if at >= best] if tells_nothing else run
    return [unit for at in deciding for unit in laid.segments[at].units]


def _is_sure(
    run: Sequence[int], index: int, laid: Laid, weight: Weights, question: Question, *, alone: bool
) -> bool:
    """Tell whether enough speaks for a passage, or nothing else explains it as well."""
    favour = weight["marked"] * len(run) if question.text.rstrip().endswith("?") else 0.0
    missing = _sure_from(laid, weight, alone=alone) - strength(run, index, laid) + favour
    if missing <= 0.0:
        return True
    on_the_way = any(laid.path[at] == index for at in run)
    return on_the_way and weight["needed"] * laid.worth(index) >= missing


def _is_trusted(run: Sequence[int], index: int, laid: Laid, asked: Sequence[Asked], weight: Weights) -> bool:
    """Tell whether a passage carries an answer; a bare one without a place is for `_is_sure` alone."""
    if not laid.courteous and not is_placed(run, laid):
        return True
    return trust(run, index, laid, asked[index], weight) >= weight["trusted"]


def _sure_from(laid: Laid, weight: Weights, *, alone: bool) -> float:
    """Return from how much on a question counts as answered: less in a reply that is greeted or closed."""
    if alone:
        return weight["enough"]
    return weight["sure"] - (weight["courteous"] if laid.courteous else 0.0)


def _state_of(units: Sequence[Unit], question: Question) -> State:
    """Return what a passage does: a real sentence answers; else a promise, a counter-question, or nothing.

    To a request, "we will refund it by Friday" is a promise; to a question it is the answer. A date for
    news under a "when" is a promise unless the thing itself has a time.
    """
    telling = [unit.reading for unit in units if not unit.reading.is_idle]
    wanted = question.answer_type
    request = wanted is AnswerType.ACTION
    dated = [reading for reading in telling if reading.dated and (reading.promises or request)]
    answering = [reading for reading in telling if reading not in dated and _answers(reading, wanted)]
    if telling and telling[0].asks and not dated and _is_remark(answering, wanted):
        return State.ASKED_BACK
    if dated and not any(_is_enough(reading, wanted) for reading in answering):
        return State.PROMISED
    quoted = units[0].quote >= 0
    if answering and _holds_enough(answering, wanted, quoted=quoted):
        return State.ANSWERED
    if any(reading.asks for reading in telling):
        return State.ASKED_BACK
    return State.UNANSWERED


def _is_remark(answering: Sequence[Reading], wanted: AnswerType) -> bool:
    """Tell whether what stands beside a counter-question is too little to answer by itself."""
    told = sum(len(each.words) for each in answering)
    return told <= _REMARK and not any(wanted.value in each.shapes for each in answering)


def _holds_enough(answering: Sequence[Reading], wanted: AnswerType, *, quoted: bool) -> bool:
    """Tell whether sentences hold what an answer type insists on.

    A long passage will have its reasons; two words tell steps or a deed without a verb ("Settings, Look").
    Below its question steps and deeds have many more ways, and the place speaks for them.
    """
    if quoted and wanted not in _VALUES:
        return True
    length = sum(len(each.words) for each in answering)
    fewest, most = (0, _LONG) if wanted in _VALUES else (_SHORT, _LONG // 2)
    if not fewest <= length <= most:
        return True
    if any(wanted.value in answered_by(each.signs) for each in answering):
        return True
    return not lacks_shape(frozenset(name for each in answering for name in each.shapes), wanted)


def _answers(reading: Reading, wanted: AnswerType) -> bool:
    """Tell whether a sentence says something to a question; handing it on is something for a request only."""
    if reading.asks or reading.unknown or reading.promises:
        return False
    if reading.passes_on and wanted is not AnswerType.ACTION:
        return False
    return not (reading.vague and wanted is AnswerType.WHEN)


def _is_enough(reading: Reading, wanted: AnswerType) -> bool:
    """Tell whether a sentence beside a promise answers so far that the promise is an extra."""
    return wanted not in (AnswerType.WHEN, AnswerType.HOW_MANY) or wanted.value in reading.fits


def _decided(
    states: Sequence[QuestionState], draft: Draft, mail: UnderstoodMail, decisions: Decisions
) -> tuple[QuestionState, ...]:
    """Return states with the agent's links and dismissals in place of what was found."""
    dismissed = anchored(decisions.dismissed, mail)
    links = {
        question.id: words
        for anchor, words in decisions.linked
        if (question := question_at(anchor, mail)) is not None and words and words in draft.text
    }
    return tuple(_one_decided(state, draft, dismissed, links) for state in states)


def _one_decided(
    state: QuestionState, draft: Draft, dismissed: Mapping[str, str], links: Mapping[str, str]
) -> QuestionState:
    question = state.question
    if question.id in dismissed:
        return QuestionState(question, State.DISMISSED)
    if question.id in links:
        words = links[question.id]
        start = draft.text.index(words)
        return QuestionState(question, State.ANSWERED, Passage(start, start + len(words), words))
    return replace(state, answer=None) if state.state is State.UNANSWERED else state
