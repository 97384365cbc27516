"""What the presenter of findings works with: the desk, the dictionary, the mail's questions, its view."""

from collections.abc import Callable, Mapping
from typing import Protocol

from composer.lint.usage import Standing, Usage
from composer.tickets.ticket import Dismissal, DismissalScope
from desktop.reply.draft.edits import Edit
from desktop.reply.readings import CardGroup, StripPart, Underline


class DismissalKeeper(Protocol):
    """The part of the desk that keeps dismissals."""

    def dismiss(
        self,
        ticket_id: int,
        *,
        anchor: str,
        scope: DismissalScope,
        rule: str,
        words: str = "",
        reason: str = "",
    ) -> int:
        """Keep a dismissal and return its number."""

    def undismiss(self, dismissal_id: int) -> None:
        """Take a dismissal back."""

    def dismissals(self, ticket_id: int) -> tuple[Dismissal, ...]:
        """Return the dismissals that hold for a ticket."""

    def count_usage(self, counts: Mapping[str, Usage], ticket_id: int = 0) -> None:
        """Add to the counts of rules, and remember in which ticket it was."""

    def rule_usage(self) -> Mapping[str, Usage]:
        """Return how often each rule was shown, fixed, dismissed."""

    def soften(self, rule: str, softened: bool = True) -> None:
        """Let a rule weigh less, or as much as before."""

    def softened(self) -> frozenset[str]:
        """Return the rules that weigh less."""


class WordKeeper(Protocol):
    """Keeps the words that this person added to the dictionary."""

    def add(self, word: str) -> None:
        """Add a word; raises Failure when it can't be kept."""

    def remove(self, word: str) -> None:
        """Take a word back."""


class QuestionDecider(Protocol):
    """Takes decisions about the mail's questions."""

    def drop_question(self, question_id: str) -> None:
        """Say that a question needs no answer, or that it needs one after all."""

    def link_answer(self, question_id: str, start: int, end: int) -> None:
        """Say that the words of a stretch of the draft answer a question."""

    def undo_decision(self) -> None:
        """Take the last decision back."""


class FindingsView(Protocol):
    """What is shown of the findings."""

    def show_strip(self, parts: tuple[StripPart, ...]) -> None:
        """Show the three readings below the draft."""

    def show_underlines(self, underlines: tuple[Underline, ...]) -> None:
        """Underline these stretches of the draft."""

    def show_cards(self, groups: tuple[CardGroup, ...]) -> None:
        """Show the findings as cards, by reading."""

    def show_unread(self) -> None:
        """Show that the draft is being read for the first time."""

    def show_dismissals(self, dismissals: tuple[Dismissal, ...]) -> None:
        """List what was dismissed."""

    def show_standing(self, standing: Standing) -> None:
        """Offer rules for demotion, and list those that weigh less already."""

    def show_added_words(self, words: tuple[str, ...]) -> None:
        """List what was added to the dictionary while this ticket is open."""

    def show_rule(self, title: str, page: str) -> None:
        """Show the help of a rule (Markdown)."""

    def show_set_aside(self, sentence: str, act: str, take_back: Callable[[], None]) -> None:
        """Say what was set aside, with the act that takes it back."""

    def show_told(self, sentence: str) -> None:
        """Say for a moment why a key did nothing."""

    def show_problem(self, sentence: str) -> None:
        """Say what could not be kept."""

    def show_place(self, start: int, end: int) -> None:
        """Select a stretch of the draft and bring it into view."""

    def point_at_card(self, anchor: str) -> None:
        """Bring a finding's card into view and mark it as the one in hand."""

    def apply_edit(self, edit: Edit) -> None:
        """Carry out an edit of the draft as one undo step."""
