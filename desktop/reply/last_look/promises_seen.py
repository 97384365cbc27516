"""What a reply promises, and what was promised before: as the last look shows it and the desk files it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time

from composer.draft import Draft
from composer.lint.own_words import OwnWordsReader, Placed
from composer.lint.promises.commitments import Commitment
from composer.lint.promises.dated_promises import dates_promise
from composer.lint.promises.times import promises_of
from composer.lint.sentences import Stretch
from composer.mail.language import language_of
from composer.questions.answer_state import Passage, QuestionState, State
from composer.tickets.ticket import NewPromise, Promise
from composer.when.time_expression import TimeExpression
from desktop.reply.readings import shortened
from desktop.team_time import clock_of, local_time, short_moment
from kb_content.computed_date import computed_date
from kb_content.team import WorkingTime

FindTimes = Callable[[str, str], tuple[TimeExpression, ...]]
"""Finds the times of a text, given with its language."""

_DAYS_AWAY = (1, 2, 5, 10)
USUAL_DAY = 1
"""Which of the days to look again is chosen until somebody chooses another: the second working day."""


@dataclass(frozen=True, slots=True)
class PromiseSeen:
    """A commitment found in the draft: its sentence, and by when or after what.

    ``due`` is None where it waits for an ``event``; ``when`` are the words for either.
    """

    words: str
    when: str
    due: datetime | None
    event: str = ""


@dataclass(frozen=True, slots=True)
class LookDay:
    """A moment at which we look again at what waits for an event, and how it is called."""

    moment: datetime
    words: str


@dataclass(frozen=True, slots=True)
class OwedBefore:
    """A promise of an earlier reply, or a fix that the customer is to hear of; ``when`` tells its state."""

    id: int
    words: str
    when: str
    is_fix_notice: bool = False


def promises_in(
    draft: Draft, states: tuple[QuestionState, ...], *, find_times: FindTimes, now: datetime
) -> tuple[PromiseSeen, ...]:
    """Return what the agent's own words commit to, by a moment that is to come or after an event.

    A sentence with a moment counts when it speaks of what we will do, or when it is the promise that
    a question got; one without a moment counts when it names what it waits for.
    """
    promised = [s.answer for s in states if s.state is State.PROMISED and s.answer]
    found: dict[str, PromiseSeen] = {}
    passages = OwnWordsReader().read(draft).passages
    language = language_of(" ".join(placed.passage.words for placed in passages))
    for placed in passages:
        times = find_times(placed.passage.words, language)
        ours = promises_of(placed.passage, times, now=now, language="" if language == "und" else language)
        coming = [time for time in times if time.is_dated and not time.is_past(now)]
        for sentence, seen in sorted(
            (*_dated(placed, coming, ours, promised), *_waiting(ours, coming)), key=lambda pair: pair[0].start
        ):
            whole = draft.text[placed.start + sentence.start : placed.start + sentence.end]
            words = " ".join(whole.split())
            found.setdefault(words, replace(seen, words=shortened(words, 160)))
    return tuple(found.values())


def look_days(now: datetime, working_time: WorkingTime) -> tuple[LookDay, ...]:
    """Return the days to choose from for looking again, each at its start, as of a local time."""
    days = (
        computed_date(f"date+{away}wd", today=now.date(), working_time=working_time) for away in _DAYS_AWAY
    )
    start = clock_of(working_time.start, time(9))
    moments = (datetime.combine(day, start, now.tzinfo) for day in days if day is not None)
    return tuple(LookDay(moment, f"{moment:%a} {moment.day} {moment:%b}") for moment in moments)


def owed_before(promises: Iterable[Promise], *, now: datetime, time_zone: str) -> tuple[OwedBefore, ...]:
    """Return what the customer was promised before and is still open, as of ``now`` (aware)."""
    return tuple(
        OwedBefore(one.id, shortened(one.words, 160), _standing(one, now, time_zone), bool(one.issue_id))
        for one in promises
    )


def new_promises(
    seen: Iterable[PromiseSeen], *, owner: str, days: Mapping[str, datetime], otherwise: datetime | None
) -> tuple[NewPromise, ...]:
    """Return promises as the desk files them.

    ``days`` are the moments chosen to look again, by the words of what waits; ``otherwise`` is the usual one.
    """
    return tuple(
        NewPromise(
            one.words,
            one.due,
            owner,
            one.event,
            days.get(one.words, otherwise) if one.event else None,
        )
        for one in seen
    )


def _dated(
    placed: Placed,
    coming: list[TimeExpression],
    ours: tuple[Commitment, ...],
    promised: list[Passage],
) -> Iterator[tuple[Stretch, PromiseSeen]]:
    """Yield the sentences with a moment that binds us."""
    for time_named in coming:
        sentence = placed.passage.sentence_at(time_named.start)
        start, end = placed.start + sentence.start, placed.start + sentence.end
        is_ours = any(c.sentence.start == sentence.start and dates_promise(c, time_named) for c in ours)
        if is_ours or any(p.start < end and start < p.end for p in promised):
            yield sentence, PromiseSeen("", time_named.text, time_named.end_instant)


def _waiting(
    ours: tuple[Commitment, ...], coming: list[TimeExpression]
) -> Iterator[tuple[Stretch, PromiseSeen]]:
    """Yield the sentences that promise something after an event, and name no moment for it."""
    for one in ours:
        if one.event and not any(
            one.sentence.start <= named.start < one.sentence.end and dates_promise(one, named)
            for named in coming
        ):
            event = one.event[:1].lower() + one.event[1:]
            yield one.sentence, PromiseSeen("", event, None, event)


def _standing(promise: Promise, now: datetime, time_zone: str) -> str:
    """Say how a promise stands: due when, or waiting for what."""
    if promise.issue_id:
        return "it is fixed; the customer is not told yet"
    if promise.due is None:
        return f"waits: {promise.event}" if promise.event else "no date"
    moment = short_moment(local_time(promise.due, time_zone), local_time(now, time_zone).date())
    told = "" if promise.told else "; the customer is not told yet"
    return f"{'was due' if promise.due < now else 'by'} {moment}{told}"
