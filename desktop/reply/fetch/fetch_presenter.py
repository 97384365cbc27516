"""``??`` and ``//``: searching from within the text, and putting what was chosen in its place."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from desktop.library.rows import answer_sentence, shown_query
from desktop.reply.fetch.triggers import Fetch, Trigger, trigger_before
from desktop.reply.knowledge.passages import PassageInserter
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.suggestions import SuggestionCard, suggestion_cards
from desktop.work.collaborators import Lane
from desktop.work.shared_index import SearchIndex
from search.hit import Kind

_MOST = 7
_NOT_SEARCHED = "The library can't be searched just now."
_SHORTEST_GAP = 3  # letters; less is typed by chance
_KINDS = {
    Fetch.KNOWLEDGE: frozenset({Kind.ARTICLE, Kind.KNOWN_ISSUE}),
    Fetch.SNIPPET: frozenset({Kind.SNIPPET}),
}


class SnippetChooser(Protocol):
    """Finds snippets by keyword, as the library has them."""

    def __call__(self, query: str) -> tuple[SuggestionCard, ...]:
        """Return the snippets whose keyword or title begins with the query."""


class FetchView(Protocol):
    """The list that opens at the cursor."""

    def show_choices(self, cards: tuple[SuggestionCard, ...], sentence: str) -> None:
        """Open the list, or show other choices in it, below a sentence where there is one."""

    def hide_choices(self) -> None:
        """Close the list."""


class FetchPresenter:
    """Watches what is typed for ``??`` and ``//``; ``left`` hears that the words behind them stay as text."""

    def __init__(
        self,
        *,
        view: FetchView,
        index: SearchIndex,
        snippets: SnippetChooser,
        reads: Lane,
        inserter: PassageInserter,
        left: Callable[[], object],
    ) -> None:
        self._view, self._index, self._snippets = view, index, snippets
        self._reads, self._inserter, self._left = reads, inserter, left
        self._ticket: OpenTicket | None = None
        self._trigger: Trigger | None = None
        self._waved_off = -1
        self._cards: tuple[SuggestionCard, ...] = ()
        self._missing = ""

    def opened(self, ticket: OpenTicket) -> None:
        """Watch this ticket's draft."""
        self._ticket = ticket
        self._waved_off = -1
        self._close()

    def closed(self) -> None:
        """Watch nothing."""
        self._ticket = None
        self._close()

    @property
    def is_open(self) -> bool:
        """Whether the list is offered."""
        return self._trigger is not None

    def type(self) -> None:
        """Look at what stands before the cursor, after a change of the text or the cursor."""
        if self._ticket is None:
            return
        trigger = trigger_before(self._ticket.text, self._ticket.cursor)
        if trigger is None or trigger.start == self._waved_off:
            self._close()
            if trigger is None:
                self._waved_off = -1
        elif trigger != self._trigger:
            self._trigger = trigger
            self._ticket.fetching = (trigger.start, trigger.end)
            self._ask(trigger)

    def choose(self, number: int) -> None:
        """Put a choice where the trigger stands."""
        ticket, trigger = self._ticket, self._trigger
        if ticket is None or trigger is None or number >= len(self._cards):
            return
        hit = self._cards[number].hit
        self._missing = ""
        self._close()
        self._inserter.replace(ticket, hit, start=trigger.start, end=trigger.end)

    def wave_off(self) -> None:
        """Close the list; these marks are meant as text."""
        if self._trigger is not None:
            self._waved_off = self._trigger.start
        self._close()

    def _ask(self, trigger: Trigger) -> None:
        self._reads.run(
            lambda: self._choices(trigger),
            done=lambda found: self._found(trigger, *found),
            failed=lambda _: self._found(trigger, (), _NOT_SEARCHED, ""),
            newest="fetch",
            brief=True,
        )

    def _choices(self, trigger: Trigger) -> tuple[tuple[SuggestionCard, ...], str, str]:
        """Return what to offer, a sentence to it, and the query if nothing has it."""
        if trigger.fetch is Fetch.SNIPPET:
            snippets = self._snippets(trigger.query)[:_MOST]
            return snippets, "" if snippets else _no_snippet(trigger.query), ""
        if not trigger.query:
            return (), "Type a few words to search the library.", ""
        kinds = _KINDS[trigger.fetch]
        answer = self._index.search(trigger.query, limit=_MOST, typing=True, kinds=kinds)
        # Enter inserts: what has nothing to do with the words, as the latest articles, is not offered.
        answer = replace(answer, nearest=tuple(hit for hit in answer.nearest if hit.score > 0))
        cards = suggestion_cards(answer.hits or answer.nearest)[:_MOST]
        return cards, answer_sentence(answer, kinds), "" if answer.hits else trigger.query.strip()

    def _found(
        self, trigger: Trigger, cards: tuple[SuggestionCard, ...], sentence: str, missing: str
    ) -> None:
        if trigger == self._trigger:
            self._cards, self._missing = cards, missing
            self._view.show_choices(cards, sentence)

    def _close(self) -> None:
        """Close the list; a query that had found nothing by then is one the library should answer."""
        missing, self._missing = self._missing, ""
        if len(missing) >= _SHORTEST_GAP:
            self._reads.run(
                lambda: self._index.record_failed(missing), done=lambda _: None, failed=lambda _: None
            )
        self._trigger, self._cards = None, ()
        if self._ticket is not None and self._ticket.fetching is not None:
            self._ticket.fetching = None
            self._left()
        self._view.hide_choices()


def _no_snippet(query: str) -> str:
    if not query:
        return "The library has no snippets yet."
    return f"No snippet begins with “{shown_query(query)}”."
