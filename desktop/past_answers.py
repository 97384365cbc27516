"""What the sent replies said to which question, given to the index as past answers. Without Qt."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from composer.closing import closing_block, closing_of
from composer.draft import BlockKind, Draft, unquoted
from composer.tickets.ticket import Insertion, SentText
from desktop.work.collaborators import Lane
from kb_content.article import Article
from kb_content.known_issue import KnownIssue
from kb_content.library import Library
from kb_content.snippet import Snippet
from search.entry import PastAnswer

LEAST_WORDS = 3
LONGEST_QUESTION = 400
"""Code points of the quote right above an answer: what stands further up is seldom what it answers."""
LEAST_LINE = 25
"""A line of a record, so long and word for word in an answer, was inserted into it."""

_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class SentReplies(Protocol):
    """The part of the desk that knows what was sent."""

    def sent_texts(self) -> tuple[SentText, ...]:
        """Return the text of every reply that left."""

    def insertions(self, ticket_id: int) -> tuple[Insertion, ...]:
        """Return what of the library went into a ticket's draft."""


class PastAnswerIndex(Protocol):
    """The part of the index that keeps past answers."""

    def sync_past_answers(self, answers: Iterable[PastAnswer]) -> bool:
        """Bring the past answers up to date, and tell whether anything was new."""

    def close(self) -> None:
        """Close it."""


class PastAnswers:
    """Keeps the index's past answers as the desk has them; ``changed`` hears when there are new ones.

    The desk is read in ``writes``, which owns it; the index is written in ``reads``. An index that
    cannot be written is told of by whoever syncs the library with it.
    """

    def __init__(
        self,
        *,
        desk: SentReplies,
        library: Callable[[], Library],
        opener: Callable[[], PastAnswerIndex],
        agent_name: Callable[[], str],
        writes: Lane,
        reads: Lane,
        changed: Callable[[], object],
    ) -> None:
        self._desk, self._library, self._opener, self._agent_name = desk, library, opener, agent_name
        self._writes, self._reads, self._changed = writes, reads, changed

    def refresh(self) -> None:
        """Read the desk again, and let the index know."""
        self._writes.run(self._sent, done=self._sync, failed=lambda _: None)

    def _sent(self) -> tuple[tuple[SentText, ...], Mapping[int, tuple[Insertion, ...]]]:
        texts = self._desk.sent_texts()
        return texts, {ticket: self._desk.insertions(ticket) for ticket in {t.ticket_id for t in texts}}

    def _sync(self, sent: tuple[tuple[SentText, ...], Mapping[int, tuple[Insertion, ...]]]) -> None:
        texts, insertions = sent
        library, agent = self._library(), self._agent_name()

        def work() -> bool:
            answers = [
                answer
                for text in texts
                for answer in past_answers(text, insertions[text.ticket_id], library, agent=agent)
            ]
            index = self._opener()
            try:
                return index.sync_past_answers(answers)
            finally:
                index.close()

        self._reads.run(work, done=self._synced, failed=lambda _: None, newest="past-answers")

    def _synced(self, is_new: bool) -> None:
        if is_new:
            self._changed()


def past_answers(
    sent: SentText, insertions: Iterable[Insertion], library: Library, *, agent: str = ""
) -> Iterator[PastAnswer]:
    """Yield what a reply said to each question that it quotes; ``id`` begins with the ticket's number."""
    keys = dict.fromkeys(insertion.record_id for insertion in insertions)
    lines = {key: _lines_of(key, library) for key in keys}
    for number, (question, answer) in enumerate(_pairs(Draft(sent.text), agent), 1):
        yield PastAnswer(
            f"{sent.ticket_id}.{sent.id}.{number}",
            question,
            answer,
            sent.sent_at.date().isoformat(),
            tuple(key for key in keys if any(line in answer for line in lines[key])),
        )


def ticket_of(past_answer_id: str) -> int:
    """Return the ticket in which a past answer was given (0: the id is not one of ours)."""
    number = past_answer_id.partition(".")[0]
    return int(number) if number.isdecimal() else 0


def _pairs(draft: Draft, agent: str) -> Iterator[tuple[str, str]]:
    """Yield the quotes of a reply with the own words right below them, the closing left out."""
    closing = closing_block(draft)
    for above, below in zip(draft.blocks, draft.blocks[1:], strict=False):
        if above.kind is not BlockKind.QUOTE or below.kind is not BlockKind.OWN:
            continue
        end = closing_of(below.text, agent=agent).start if below == closing else len(below.text)
        question, answer = _question_in(above.text), below.text[:end].strip()
        if min(len(_WORD.findall(question)), len(_WORD.findall(answer))) >= LEAST_WORDS:
            yield question, answer


def _question_in(quote: str) -> str:
    """Return the last paragraph of a quote, or its last sentences if it is long."""
    text = "\n".join(unquoted(line) for line in quote.split("\n")).strip()
    words = " ".join(_PARAGRAPH.split(text)[-1].split())
    sentences = _SENTENCE_END.split(words)
    while len(sentences) > 1 and sum(map(len, sentences)) > LONGEST_QUESTION:
        sentences.pop(0)
    return " ".join(sentences)[-LONGEST_QUESTION:]


def _lines_of(key: str, library: Library) -> tuple[str, ...]:
    kind, _, record_id = key.partition(":")
    shelves: dict[str, Mapping[str, Article] | Mapping[str, KnownIssue] | Mapping[str, Snippet]]
    shelves = {"article": library.articles, "known-issue": library.known_issues, "snippet": library.snippets}
    record = shelves.get(kind, {}).get(record_id)
    lines = (line.strip() for line in record.body.split("\n")) if record is not None else ()
    return tuple(line for line in lines if len(line) >= LEAST_LINE)
