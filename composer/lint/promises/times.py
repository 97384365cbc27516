"""The times of a passage and the promises they belong to, read once for all rules."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from composer.lint.context import Context
from composer.lint.own_words import Passage
from composer.lint.promises.act_patterns import NAMED_ACTS, WE_ACT
from composer.lint.promises.clause_reading import clauses_read
from composer.lint.promises.commitments import FOREIGN, PATTERNS, Commitment, Sign, commitments_in
from composer.lint.promises.dated_promises import dated_promises, dates_promise
from composer.lint.promises.grammars import GRAMMARS
from composer.lint.promises.phrases import PHRASES
from composer.lint.reply import Reply, moment_of
from composer.lint.team_calendar import calendar_for
from composer.when import eta
from composer.when.eta import TimeExpression, find_times
from composer.when.working_days import as_counted_by

# More times or promises than this in one paragraph are no mail.
MOST_READ = 120


@dataclass(frozen=True, slots=True)
class Timed:
    """What a passage commits to and which times it names (offsets in the passage)."""

    commitments: tuple[Commitment, ...]
    times: tuple[TimeExpression, ...]

    def times_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """Return the times that begin within a stretch."""
        return tuple(time for time in self.times if start <= time.start < end)

    def times_of(self, one: Commitment) -> tuple[TimeExpression, ...]:
        """Return the times by which a commitment is to be kept."""
        return tuple(
            time for time in self.times_in(one.sentence.start, one.sentence.end) if dates_promise(one, time)
        )


def make_ready(language: str) -> None:
    """Compile what reading times and promises needs, which takes tenths of a second once."""
    eta.make_ready(language)
    for table in (PATTERNS, FOREIGN, WE_ACT, NAMED_ACTS, PHRASES):
        table.compile()
    for grammar in GRAMMARS.values():
        grammar.make_ready()


def timed(passage: Passage, context: Context, language: str) -> Timed:
    """Return commitments and times of a passage.

    Kept with the passage by day, zone, calendar and language, so that several rules and many
    keystrokes cost one reading.
    """
    return _timed(passage, context, language, _circumstances(context, language))


_Circumstances = tuple[object, ...]


def _circumstances(context: Context, language: str) -> _Circumstances:
    now = rounded(moment_of(context))
    return (
        now,
        context.time_zone,
        context.working_days,
        context.holidays,
        language,
        context.customer is None,
    )


def _timed(passage: Passage, context: Context, language: str, key: _Circumstances) -> Timed:
    return passage.once("timed", key, lambda: _read(passage, context, language))


def _read(passage: Passage, context: Context, language: str) -> Timed:
    now = rounded(moment_of(context))
    times = find_times(passage.words, now=now, time_zone=context.time_zone, language=language)
    if any(time.working for time in times):
        times = as_counted_by(calendar_for(context), times, now=now)
    answers = context.customer is not None
    promises = promises_of(passage, times, now=now, language=language, answers_customer=answers)
    return Timed(promises[:MOST_READ], times[:MOST_READ])


def promises_of(
    passage: Passage,
    times: Iterable[TimeExpression],
    *,
    now: datetime,
    language: str = "",
    answers_customer: bool = True,
) -> tuple[Commitment, ...]:
    """Return what a passage commits to, in order and one a sentence, by verb, time or event.

    English is always read; ``language`` says which other is, without it the words tell. In a text that
    answers no customer, English counts by its phrases alone: there the grammar would take notices and
    private plans for promises.
    """
    times = tuple(times)
    coming = [time for time in times if not time.is_past(now)]
    read = clauses_read(passage, times, now=now, language=language)
    found = {at: one for at, one in read.promises.items() if answers_customer or at not in read.english}
    for one in (*commitments_in(passage), *dated_promises(passage, coming)):
        if not (answers_customer and read.refuses(one)):
            known = found.get(one.sentence.start)
            found[one.sentence.start] = _joined(known, one)
    return tuple(found[start] for start in sorted(found))


def _joined(known: Commitment | None, one: Commitment) -> Commitment:
    """Return what two readings make of a sentence: a promise known by its verb stays so, an event is kept."""
    if known is None:
        return one
    kept = known if known.sign is Sign.VERB else one
    return replace(kept, event=one.event or known.event)


def rounded(moment: datetime) -> datetime:
    """Return a moment to the quarter of an hour, so that what was read is good for a while."""
    return moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)


def timed_passages(reply: Reply) -> tuple[Timed, ...]:
    """Return commitments and times of each own passage of a reply, in order; read once for all rules."""
    known = reply.kept.get("timed")
    if known is None:
        key = _circumstances(reply.context, reply.language)
        known = reply.kept["timed"] = tuple(
            _timed(placed.passage, reply.context, reply.language, key) for placed in reply.passages
        )
    return cast("tuple[Timed, ...]", known)
