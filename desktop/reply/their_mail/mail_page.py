"""The customer's mail as a page: every line, what is dimmed, what can be folded, where questions stand.

Lines that a mail program wrapped because they were full are joined to paragraphs; the column has a
width of its own.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from composer.mail.lines import Line, Role
from composer.mail.wrapping import wrapped_ends
from composer.questions.answer_state import QuestionState, State
from composer.questions.plan import Plan
from composer.questions.question import Question
from composer.questions.understood import Fact, FactKind, Mood, UnderstoodMail

FOLDABLE_FROM = 6
"""A run of quoted, forwarded or log lines of at least this many can be folded."""

LONGEST_ROW = 4_000
"""Characters of a row; a longer line goes on in the next one: a word of a megabyte stalls Qt for 40 s."""

MOST_ROWS = 5_000
"""Rows that are shown before one asks for the rest."""

MOST_CHARACTERS = 200_000
"""Characters that are shown before one asks for the rest: Qt lays them out in steps of up to half as many."""

REST = -1
"""The number of the run that stands for what is behind ``MOST_ROWS``."""

_FOLDED_ROLES = (Role.QUOTED, Role.FORWARDED, Role.LOG, Role.DISCLAIMER)
_ROLE_WORDS = {
    Role.OWN: "",
    Role.QUOTED: "quoted",
    Role.FORWARDED: "forwarded",
    Role.SIGNATURE: "signature",
    Role.DISCLAIMER: "disclaimer",
    Role.LOG: "log",
    Role.HEADER: "header",
}
_MOOD_WORDS = {
    Mood.CALM: "",
    Mood.HAPPY: "sounds happy",
    Mood.WORRIED: "sounds worried",
    Mood.FRUSTRATED: "sounds frustrated",
    Mood.ANGRY: "sounds angry",
}
_FACT_WORDS = {
    FactKind.PRODUCT: "",
    FactKind.VERSION: "version",
    FactKind.ORDER: "order",
    FactKind.INVOICE: "invoice",
    FactKind.SYSTEM: "",
    FactKind.URL: "",
    FactKind.ERROR: "error",
    FactKind.AMOUNT: "",
    FactKind.DATE: "",
}
_STATE_WORDS = {
    State.ANSWERED: "answered",
    State.PROMISED: "promised with a date",
    State.ASKED_BACK: "asked back",
    State.UNANSWERED: "open",
    State.DISMISSED: "set aside",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive lines of one role: ``first`` and ``last`` are indexes of rows of the page."""

    number: int
    role: Role
    words: str
    first: int
    last: int
    lines: int
    foldable: bool
    folded: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the page. ``start`` is its offset in the mail, ``at`` in the page's text."""

    text: str
    dim: bool
    start: int
    at: int
    run: int
    stands_for: int = 1


@dataclass(frozen=True)
class MailPage:
    """The page: ``text`` is what is shown, a row a line; folded runs are one row that counts them."""

    text: str
    rows: tuple[Row, ...]
    runs: tuple[Run, ...]

    def to_page(self, offset: int) -> int:
        """Return where an offset of the mail stands on the page (a folded one at its fold)."""
        row = self.rows[max(0, bisect_right(self.rows, offset, key=lambda row: row.start) - 1)]
        within = 0 if row.stands_for > 1 else min(offset - row.start, len(row.text))
        return row.at + max(0, within)

    def to_mail(self, position: int) -> int:
        """Return the offset in the mail for a place on the page."""
        row = self.rows[max(0, bisect_right(self.rows, position, key=lambda row: row.at) - 1)]
        within = 0 if row.stands_for > 1 else min(position - row.at, len(row.text))
        return row.start + max(0, within)


@dataclass(frozen=True, slots=True)
class QuestionBadge:
    """A question's number in the margin of the mail: ``at`` and ``end`` are its place on the page."""

    question: Question
    state: State
    at: int
    end: int
    spoken: str


def mail_page(lines: tuple[Line, ...], folded: frozenset[int] = frozenset()) -> MailPage:
    """Lay a mail out as a page; ``folded`` names the runs (by number) that are folded.

    Of a very long mail the first ``MOST_ROWS`` rows, or ``MOST_CHARACTERS``, are shown and a last row
    counts the other lines, until ``REST`` is in ``folded`` (then all are shown).
    """
    rows: list[Row] = []
    runs: list[Run] = []
    at = 0
    for number, (role, group) in enumerate(groupby(lines, key=lambda line: line.role)):
        of_run = list(group)
        room = len(of_run) if REST in folded else _room(of_run, len(rows), at)
        if not room:
            left = [line for line in lines if line.start >= of_run[0].start]
            return _page(*_with_rest(rows, runs, left, at))
        foldable = role in _FOLDED_ROLES and len(of_run) >= FOLDABLE_FROM
        is_folded = foldable and number in folded
        first = len(rows)
        new = [_fold_row(of_run, role, at, number)] if is_folded else _line_rows(of_run[:room], at, number)
        rows += new
        at = rows[-1].at + len(rows[-1].text) + 1
        words = _ROLE_WORDS[role]
        runs.append(Run(number, role, words, first, len(rows) - 1, len(of_run), foldable, is_folded))
        if len(of_run) > room and not is_folded:
            left = [line for line in lines if line.start >= of_run[room].start]
            return _page(*_with_rest(rows, runs, left, at))
    return _page(rows, runs)


def _room(lines: list[Line], rows: int, at: int) -> int:
    """Return how many of some lines still fit on a page; the very first line always does."""
    count = 0
    for line in lines:
        at += len(line.text) + 1
        if rows + count >= MOST_ROWS or at > MOST_CHARACTERS:
            break
        count += 1
    return count or int(rows == 0)


def _page(rows: list[Row], runs: list[Run]) -> MailPage:
    rows = rows or [Row("", False, 0, 0, 0)]
    return MailPage("\n".join(row.text for row in rows), tuple(rows), tuple(runs))


def _with_rest(rows: list[Row], runs: list[Run], left: list[Line], at: int) -> tuple[list[Row], list[Run]]:
    """Add the row that counts the lines that are not shown yet."""
    words = f"{len(left):,} more lines: press the arrow to show them"
    rest = Row(words, True, left[0].start, at, REST, max(2, len(left)))
    run = Run(REST, left[0].role, "more", len(rows), len(rows), len(left), True, True)
    return [*rows, rest], [*runs, run]


def question_badges(page: MailPage, states: tuple[QuestionState, ...]) -> tuple[QuestionBadge, ...]:
    """Return the badges of the questions that stand in the mail's text."""
    return tuple(
        QuestionBadge(
            state.question,
            state.state,
            page.to_page(state.question.start),
            page.to_page(state.question.end),
            spoken_state(state),
        )
        for state in states
        if not state.question.in_subject
    )


def spoken_state(state: QuestionState) -> str:
    """Return a question and how far it is, in words."""
    return f"Question {state.question.number}: {_STATE_WORDS[state.state]}"


def fact_words(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """Return the facts as short words for chips, each once."""
    words = (f"{_FACT_WORDS[fact.kind]} {' '.join(fact.value.split())}".strip() for fact in facts)
    return tuple(dict.fromkeys(words))


def plan_words(plans: tuple[Plan, ...]) -> tuple[str, ...]:
    """Return what the customer announces, each behind what it is: "Will do: I'll send you the log"."""
    return tuple(f"{plan.kind.value.capitalize()}: {' '.join(plan.text.split())}" for plan in plans)


def mood_words(mail: UnderstoodMail) -> str:
    """Return how the customer sounds, or nothing when calm; ``urgent`` is always said."""
    words = [_MOOD_WORDS[mail.mood], "urgent" if mail.urgent else ""]
    return ", ".join(word for word in words if word)


def _line_rows(lines: list[Line], at: int, run: int) -> list[Row]:
    rows = []
    for start, words, role in _paragraphs(lines):
        for begin in range(0, max(1, len(words)), LONGEST_ROW):
            text = words[begin : begin + LONGEST_ROW]
            rows.append(Row(text, role is not Role.OWN, start + begin, at, run))
            at += len(text) + 1
    return rows


def _paragraphs(lines: list[Line]) -> Iterator[tuple[int, str, Role]]:
    """Yield where each row begins in the mail, and its words: a wrapped line end is a space, so that
    offsets stay what they are in the mail."""
    wrapped = wrapped_ends(lines)
    texts: list[str] = []
    for number, line in enumerate(lines):
        texts.append(line.text)
        if number not in wrapped:
            words = " ".join(texts)
            yield line.start + len(line.text) - len(words), words, line.role
            texts = []


def _fold_row(lines: list[Line], role: Role, at: int, run: int) -> Row:
    word = _ROLE_WORDS[role]
    return Row(f"{len(lines)} {word} lines", True, lines[0].start, at, run, len(lines))
