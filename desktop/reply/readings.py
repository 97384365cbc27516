"""The three readings as they are shown: the strip below the draft, and the findings as cards."""

from collections.abc import Mapping
from dataclasses import dataclass

from composer.lint.finding import Finding, Reading, Severity
from composer.questions.answer_state import QuestionState, State
from composer.review import Review
from desktop.widgets.tone import Tone

_TITLES = {Reading.QUESTIONS: "Questions", Reading.PROMISES: "Promises", Reading.TONE: "Tone"}
_LONGEST_WORDS = 90
_SPELLING = "spelling"
_UNANSWERED = "unanswered-question"


@dataclass(frozen=True, slots=True)
class StripPart:
    """One reading in the strip: ``Questions 3/4``; ``words`` is empty when all is well."""

    reading: Reading
    number: int
    title: str
    words: str
    tone: Tone
    spoken: str


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding as a card. ``words`` are the flagged ones, shortened.

    ``can_be_learned`` says that its word may go into the dictionary; ``number`` is that of the question
    which it is about, if there is one.
    """

    anchor: str
    rule: str
    reading: Reading
    severity: Severity
    message: str
    words: str
    fixes: tuple[str, ...]
    why: str
    can_be_learned: bool = False
    number: int = 0

    @property
    def is_absence(self) -> bool:
        """Whether it says that a question has no answer at all."""
        return self.is_about_an_answer and self.severity is Severity.STOP

    @property
    def is_about_an_answer(self) -> bool:
        """Whether it misses the answer to a question, or asks whether something is meant as one."""
        return misses_an_answer(self.rule)


@dataclass(frozen=True, slots=True)
class CardGroup:
    """The findings of one reading: what must not leave first, else in the order of the draft."""

    reading: Reading
    title: str
    cards: tuple[FindingCard, ...]


@dataclass(frozen=True, slots=True)
class Underline:
    """A stretch of the draft to underline: offsets in code points, and what its finding says."""

    start: int
    end: int
    reading: Reading
    severity: Severity
    anchor: str
    message: str = ""
    fixes: tuple[str, ...] = ()


def strip_of(review: Review) -> tuple[StripPart, ...]:
    """Return the three parts of the strip."""
    return tuple(_part(number, reading, review) for number, reading in enumerate(Reading, start=1))


def unread_strip() -> tuple[StripPart, ...]:
    """Return the strip of a draft that no reading has seen yet: it claims nothing."""
    parts = []
    for number, reading in enumerate(Reading, start=1):
        title = _TITLES[reading]
        spoken = f"Reading {number}, {title}: not read yet."
        parts.append(StripPart(reading, number, title, "", Tone.OPEN, spoken))
    return tuple(parts)


def nothing_to_mend(reading: Reading | None) -> str:
    """Return what is said when there is no finding to go to."""
    return f"{_TITLES[reading]}: nothing to mend." if reading else "There is nothing to mend."


def card_groups(
    findings: tuple[Finding, ...], states: tuple[QuestionState, ...] = ()
) -> tuple[CardGroup, ...]:
    """Return the findings by reading, as cards; readings without any are left out.

    ``states`` know the numbers of the questions that the findings are about.
    """
    numbers = {state.question.id: state.question.number for state in states}
    groups = []
    for reading in Reading:
        found = [finding for finding in in_order(findings) if finding.reading is reading]
        # There may be more findings than room for cards, and none of these may be left out.
        found.sort(key=lambda finding: finding.severity is not Severity.STOP)
        if found:
            groups.append(CardGroup(reading, _TITLES[reading], tuple(_card(one, numbers) for one in found)))
    return tuple(groups)


def first_anchors(groups: tuple[CardGroup, ...], most: int) -> frozenset[str]:
    """Return the anchors of the first cards, those of what must not leave before all others.

    A question without an answer has its number in a row, and a card only when it is in hand: a mail of
    twelve would fill the column before a word is written.
    """
    cards = [card for group in groups for card in group.cards if not card.is_absence]
    cards.sort(key=lambda card: card.severity is not Severity.STOP)
    return frozenset(card.anchor for card in cards[:most])


def underlines_of(findings: tuple[Finding, ...]) -> tuple[Underline, ...]:
    """Return what is underlined: every finding with a place."""
    return tuple(
        Underline(f.start, f.end, f.reading, f.severity, f.anchor, f.message, f.fixes)
        for f in findings
        if f.start is not None and f.end is not None and f.end > f.start
    )


def misses_an_answer(rule: str) -> bool:
    """Tell whether a rule's findings are about answers that are missing, or in doubt."""
    return rule == _UNANSWERED


def in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return findings in the order of the draft, absences first."""
    return sorted(findings, key=lambda f: (-1 if f.start is None else f.start, f.end or 0, f.rule))


def _part(number: int, reading: Reading, review: Review) -> StripPart:
    found = [finding for finding in review.findings if finding.reading is reading]
    title = _TITLES[reading]
    words = _question_words(review.states) if reading is Reading.QUESTIONS else _count_words(reading, found)
    if reading is Reading.QUESTIONS and not words and found:
        words = _count_words(reading, found)
    tone = _tone(found, is_open=bool(words))
    count = len(found)
    detail = words or "nothing to mend"
    spoken = f"Reading {number}, {title}: {detail}. {count} finding{'' if count == 1 else 's'}."
    return StripPart(reading, number, title, words, tone, spoken)


def _question_words(states: tuple[QuestionState, ...]) -> str:
    asked = [state for state in states if state.state is not State.DISMISSED]
    handled = sum(state.state is not State.UNANSWERED for state in asked)
    return f"{handled}/{len(asked)}" if handled < len(asked) else ""


def _count_words(reading: Reading, found: list[Finding]) -> str:
    if not found:
        return ""
    return f"{len(found)} open" if reading is Reading.PROMISES else str(len(found))


def _tone(found: list[Finding], *, is_open: bool) -> Tone:
    if any(finding.severity is Severity.STOP for finding in found):
        return Tone.STOP
    if any(finding.severity is Severity.WARNING for finding in found):
        return Tone.WARN
    return Tone.OPEN if is_open or found else Tone.OK


def _card(finding: Finding, numbers: Mapping[str, int]) -> FindingCard:
    return FindingCard(
        anchor=finding.anchor,
        rule=finding.rule,
        reading=finding.reading,
        severity=finding.severity,
        message=finding.message,
        words="" if _says(finding.message, finding.text) else shortened(finding.text),
        fixes=finding.fixes,
        why=finding.why,
        can_be_learned=finding.rule == _SPELLING,
        number=numbers.get(finding.question, 0),
    )


def _says(message: str, words: str) -> bool:
    """Tell whether a message holds the flagged words already."""
    return " ".join(words.split()) in " ".join(message.split())


def shortened(text: str, most: int = _LONGEST_WORDS) -> str:
    """Return a text on one line, cut at a word with an ellipsis when it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0]
    return f"{cut.rstrip(',.;: ')}…"
