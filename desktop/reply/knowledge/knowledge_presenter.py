"""What the library knows about the question in hand, and the known issue that it may be about."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from composer.questions.question import Question
from composer.questions.understood import UnderstoodMail
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.knowledge.issue_match import issues_of_mail
from desktop.reply.knowledge.passages import PassageInserter
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.readings import shortened
from desktop.reply.suggestions import (
    IssueNotice,
    SuggestionCard,
    issue_status,
    suggestion_cards,
)
from desktop.work.collaborators import Lane
from desktop.work.shared_index import SearchIndex
from kb_content.known_issue import KnownIssue

_SUGGESTIONS = 5
_CONTEXT = 400
_LONGEST_GAP = 120


class KnowledgeDesk(Protocol):
    """The part of the desk that keeps which ticket is about which known issue, and what nobody found."""

    def link_issue(self, ticket_id: int, issue_id: str) -> None:
        """Note that a ticket is about a known issue."""

    def unlink_issue(self, ticket_id: int, issue_id: str) -> None:
        """Take that back."""

    def note_gap(self, query: str, *, by_hand: bool = False) -> None:
        """Note what the library does not answer."""


class KnowledgeView(Protocol):
    """What is shown of the library's knowledge."""

    def show_searching(self, about: str) -> None:
        """Say which question is being looked up."""

    def show_suggestions(self, about: str, cards: tuple[SuggestionCard, ...]) -> None:
        """Show what was found for a question."""

    def show_search_failed(self, sentence: str) -> None:
        """Say why nothing could be searched."""

    def show_issues(self, notices: tuple[IssueNotice, ...]) -> None:
        """Say which open known issues the mail seems to be about."""


class KnowledgePresenter:
    """Looks up the question at the cursor, and watches for known issues.

    ``now`` gives the local time where the team works.
    """

    def __init__(
        self,
        *,
        view: KnowledgeView,
        index: SearchIndex,
        issues: Callable[[], Mapping[str, KnownIssue]],
        desk: KnowledgeDesk,
        reads: Lane,
        writes: DeskWrites,
        inserter: PassageInserter,
        now: Callable[[], datetime],
    ) -> None:
        self._view, self._index, self._issues_known = view, index, issues
        self._desk, self._inserter, self._now = desk, inserter, now
        self._reads, self._writes = reads, writes
        self._ticket: OpenTicket | None = None
        self._cards: tuple[SuggestionCard, ...] = ()
        self._issues: tuple[KnownIssue, ...] = ()
        self._waved_off: set[str] = set()
        self._question: Question | None = None

    def opened(self, ticket: OpenTicket) -> None:
        """Look for known issues that the mail may be about."""
        self._ticket, self._cards, self._issues = ticket, (), ()
        self._waved_off = set()
        self._question = None
        self._view.show_issues(())
        self._found(ticket, "", ())
        self._find_issues(ticket)

    def library_changed(self) -> None:
        """Look again: the library or its index has changed."""
        if self._ticket is not None:
            self._find_issues(self._ticket)
            self.look_up(self._question)

    def _find_issues(self, ticket: OpenTicket) -> None:
        known = tuple(self._issues_known().values())
        self._reads.run(
            lambda: issues_of_mail(ticket.mail, known),
            done=lambda found: self._issues_found(ticket, found),
            newest="issues",
            brief=True,
        )

    def closed(self) -> None:
        """Look up nothing more."""
        self._ticket = None

    def look_up(self, question: Question | None) -> None:
        """Search for the question in hand; None shows that there is none."""
        ticket = self._ticket
        if ticket is None:
            return
        self._question = question
        if question is None:
            self._found(ticket, "", ())
            return
        about = f"{question.number} · {shortened(question.text, 60)}"
        self._view.show_searching(about)
        context = surroundings(question, ticket.mail)
        self._reads.run(
            lambda: suggestion_cards(self._index.suggest(question.text, context=context, limit=_SUGGESTIONS)),
            done=lambda cards: self._found(ticket, about, cards),
            failed=lambda error: self._view.show_search_failed(str(error)),
            newest="suggestions",
            brief=True,
        )

    def insert(self, number: int) -> None:
        """Insert the passage of a card (counted from 0)."""
        if self._ticket is not None and number < len(self._cards):
            self._inserter.insert(self._ticket, self._cards[number].hit)

    def note_gap(self) -> None:
        """Note that the library does not answer the question in hand."""
        question = self._question
        if question is not None:
            words = shortened(question.text, _LONGEST_GAP)
            self._writes.run(lambda: self._desk.note_gap(words, by_hand=True))

    def insert_workaround(self, issue_id: str) -> None:
        """Insert what customers can do until a known issue is gone, and link it to the ticket."""
        issue = self._issue_named(issue_id)
        if self._ticket is None or issue is None or not issue.workaround.strip():
            return
        self._inserter.insert_text(
            self._ticket, issue.workaround.strip(), key=f"known-issue:{issue.id}", revision=issue.revision
        )
        self.link_issue(issue_id)

    def link_issue(self, issue_id: str) -> None:
        """Link a known issue to the open ticket."""
        ticket = self._ticket
        if ticket is None or issue_id in ticket.linked_issues:
            return
        self._writes.run(
            lambda: self._desk.link_issue(ticket.id, issue_id),
            lambda _: self._linked(ticket, (*ticket.linked_issues, issue_id)),
        )

    def unlink_issue(self, issue_id: str) -> None:
        """Take the link to a known issue back."""
        ticket = self._ticket
        if ticket is None:
            return
        self._writes.run(
            lambda: self._desk.unlink_issue(ticket.id, issue_id),
            lambda _: self._linked(ticket, tuple(i for i in ticket.linked_issues if i != issue_id)),
        )

    def wave_off(self, issue_id: str) -> None:
        """Stop saying that the mail may be about a known issue."""
        self._waved_off.add(issue_id)
        self._show_issues()

    def _issue_named(self, issue_id: str) -> KnownIssue | None:
        return self._issues_known().get(issue_id)

    def _issues_found(self, ticket: OpenTicket, issues: tuple[KnownIssue, ...]) -> None:
        if ticket is self._ticket:
            linked = (self._issue_named(issue_id) for issue_id in ticket.linked_issues)
            known = {issue.id: issue for issue in linked if issue is not None}
            known.update({issue.id: issue for issue in issues})
            self._issues = tuple(known.values())
            self._show_issues()

    def _linked(self, ticket: OpenTicket, linked: tuple[str, ...]) -> None:
        ticket.linked_issues = linked
        if ticket is self._ticket:
            new = [i for i in linked if i not in {issue.id for issue in self._issues}]
            added = tuple(issue for i in new if (issue := self._issue_named(i)) is not None)
            self._issues = (*self._issues, *added)
            self._show_issues()

    def _show_issues(self) -> None:
        linked, now = self._ticket.linked_issues if self._ticket else (), self._now()
        shown = [i for i in self._issues if i.id in linked or i.id not in self._waved_off]
        self._view.show_issues(
            tuple(
                IssueNotice(
                    issue, issue_status(issue, now), bool(issue.workaround.strip()), issue.id in linked
                )
                for issue in shown
            )
        )

    def _found(self, ticket: OpenTicket, about: str, cards: tuple[SuggestionCard, ...]) -> None:
        if ticket is self._ticket:
            self._cards = cards
            self._view.show_suggestions(about, cards)


def surroundings(question: Question, mail: UnderstoodMail) -> str:
    """Return what a question stands in: the subject and its paragraph ("When will that be fixed?")."""
    subject, text = mail.message.subject, mail.message.text
    if question.in_subject:
        return subject
    begin = text.rfind("\n\n", 0, question.start)
    end = text.find("\n\n", question.end)
    paragraph = text[max(0, begin) : len(text) if end < 0 else end]
    return f"{subject} {' '.join(paragraph.split())[:_CONTEXT]}"
