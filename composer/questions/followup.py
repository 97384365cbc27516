"""Matches a customer's next mail against the questions that are still open."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from composer.linear import Compiled, compiled
from composer.questions.content_words import content_words
from composer.questions.own_words import own_stretches
from composer.questions.plain_words import folded, plain
from composer.questions.question import Question
from composer.questions.sentences import sentences_of
from composer.questions.understood import UnderstoodMail

_AGAIN = 0.5


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a next mail does with the open questions.

    ``withdrawn`` need no answer any more, ``words`` are the sentences that say so. ``still_open``
    are all others of the open ones; ``asked_again`` pairs those that the new mail repeats with their
    new wording. ``new`` are the new mail's other questions.
    """

    withdrawn: tuple[Question, ...]
    still_open: tuple[Question, ...]
    asked_again: tuple[tuple[Question, Question], ...]
    new: tuple[Question, ...]
    words: tuple[str, ...] = ()


def follow_up(open_questions: Sequence[Question], mail: UnderstoodMail) -> FollowUp:
    """Return which open questions a customer's new mail withdraws, leaves open or repeats, and what is new.

    A sentence that takes something back ("never mind, it works now") withdraws the questions that it
    shares words with; if it names none of them and the mail asks nothing again, all.
    """
    again = tuple(pair for question in open_questions if (pair := _repeated(question, mail)) is not None)
    repeated = {id(question) for question, _ in again}
    words = _taking_back(mail)
    left = [question for question in open_questions if id(question) not in repeated]
    withdrawn = _withdrawn(words, left, asks_more=bool(mail.questions))
    gone = {id(question) for question in withdrawn}
    known = {new.id for _, new in again}
    return FollowUp(
        withdrawn=tuple(withdrawn),
        still_open=tuple(question for question in open_questions if id(question) not in gone),
        asked_again=again,
        new=tuple(
            question
            for question in mail.questions
            if question.id not in known and not _is_in(question, words)
        ),
        words=tuple(words),
    )


def _repeated(question: Question, mail: UnderstoodMail) -> tuple[Question, Question] | None:
    best = max(mail.questions, key=lambda new: _likeness(question.text, new.text), default=None)
    if best is None or _likeness(question.text, best.text) < _AGAIN:
        return None
    return question, best


def _likeness(one: str, other: str) -> float:
    mine, theirs = set(content_words(one)), set(content_words(other))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _withdrawn(words: Sequence[str], left: Sequence[Question], *, asks_more: bool) -> list[Question]:
    if not words:
        return []
    said = {word for sentence in words for word in content_words(sentence)}
    named = [question for question in left if said & set(content_words(question.text))]
    if named:
        return named
    return [] if asks_more else list(left)


def _is_in(question: Question, sentences: Sequence[str]) -> bool:
    return any(question.text in sentence for sentence in sentences)


def _taking_back(mail: UnderstoodMail) -> list[str]:
    table = _table()
    match, silent = table.get(mail.language, table["en"])
    found = []
    for start, end in own_stretches(mail.message.text, mail.lines, mail.message.subject):
        for sentence in sentences_of(mail.message.text, start, end):
            words = plain(sentence.text)
            if match.search(words) and not silent.search(words) and not words.endswith("?"):
                found.append(sentence.text)
    return found


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Compiled, Compiled]]:
    source = resources.files("composer.questions").joinpath("patterns/withdrawn.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        language: (compiled(folded(row["match"])), compiled(folded(row["not"])))
        for language, row in data.items()
    }
