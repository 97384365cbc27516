"""Putting what the library has into the draft: at the question in hand, noted with its version."""

from collections.abc import Callable
from typing import Protocol

from composer.tickets.ticket import Insertion
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.draft.edits import Edit, answer_place, greets, insert_passage, replace_with_passage
from desktop.reply.fetch.snippet_fields import fill, without_greeting
from desktop.reply.knowledge.customer_words import customer_words
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.suggestions import record_key
from search.hit import Hit, Kind


class InsertionKeeper(Protocol):
    """The part of the desk that remembers what went into a draft."""

    def note_insert(self, ticket_id: int, record_id: str, revision: str) -> None:
        """Note a record and its version."""

    def insertions(self, ticket_id: int) -> tuple[Insertion, ...]:
        """Return what went into a ticket's draft."""


class PassageInserter:
    """Inserts passages and snippets, and notes on the desk which version they came from."""

    def __init__(
        self,
        *,
        desk: InsertionKeeper,
        writes: DeskWrites,
        field_values: Callable[[OpenTicket], dict[str, str]],
        apply_edit: Callable[[Edit], None],
    ) -> None:
        self._desk, self._writes = desk, writes
        self._field_values, self._apply_edit = field_values, apply_edit

    def insert(self, ticket: OpenTicket, hit: Hit) -> None:
        """Insert a hit as the answer to the question at the cursor."""
        at = insertion_point(ticket)
        self._put(ticket, hit, lambda words: insert_passage(ticket.text, at, words))

    def replace(self, ticket: OpenTicket, hit: Hit, *, start: int, end: int) -> None:
        """Insert a hit where ``?? words`` or ``//keyword`` stands."""
        self._put(ticket, hit, lambda words: replace_with_passage(ticket.text, start, end, words))

    def insert_text(self, ticket: OpenTicket, words: str, *, key: str, revision: str) -> None:
        """Insert given words of a record, such as the workaround of a known issue.

        They are about the mail as a whole: above the quotes they stay where the cursor is.
        """
        at = insertion_point(ticket) if _quote_above(ticket) else ticket.cursor
        self._apply_edit(insert_passage(ticket.text, at, customer_words(words)))
        self._note(ticket, key, revision)

    def _put(self, ticket: OpenTicket, hit: Hit, edit_for: Callable[[str], Edit]) -> None:
        words = hit.passage or hit.excerpt
        if hit.kind is Kind.SNIPPET and greets(ticket.text):
            words = without_greeting(words)
        filled = fill(words, self._field_values(ticket)) if hit.kind is Kind.SNIPPET else None
        edit = edit_for(filled.text if filled else customer_words(words, hit.section))
        if filled and filled.first_open:
            begin = edit.start + edit.text.index(filled.text)
            start, end = filled.first_open
            edit = Edit(edit.start, edit.end, edit.text, begin + start, begin + end)
        self._apply_edit(edit)
        self._note(ticket, record_key(hit), hit.revision)

    def _note(self, ticket: OpenTicket, key: str, revision: str) -> None:
        def work() -> tuple[Insertion, ...]:
            self._desk.note_insert(ticket.id, key, revision)
            return self._desk.insertions(ticket.id)

        def done(insertions: tuple[Insertion, ...]) -> None:
            ticket.insertions = insertions

        self._writes.run(work, done)


def insertion_point(ticket: OpenTicket) -> int:
    """Return where a passage for the question at the cursor goes.

    The cursor when it stands on an own line below a quote; in a quote, or in the greeting above all
    of them, the answer to the question in hand.
    """
    text, cursor = ticket.text, ticket.cursor
    in_quote = any(
        block.kind == "quote" and block.start <= cursor < block.end for block in ticket.draft.blocks
    )
    if not in_quote and _quote_above(ticket):
        return cursor
    question = ticket.question_at_cursor()
    opening = ticket.answer_opening(question.id) if question else None
    return answer_place(text, opening)[0] if opening is not None else cursor


def _quote_above(ticket: OpenTicket) -> bool:
    """Tell whether the cursor stands in a quote or below one."""
    return any(block.kind == "quote" and block.start <= ticket.cursor for block in ticket.draft.blocks)
