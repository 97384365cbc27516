"""Walking, mending and silencing findings: one method for each thing an agent does with them."""

from collections.abc import Callable

from composer.lint.finding import Finding, Reading
from composer.lint.rule import RuleSet
from composer.lint.rule_page import page_of
from composer.lint.usage import Standing, UsageCounter, standing_of
from composer.questions.answer_state import Passage
from composer.tickets.ticket import Dismissal, DismissalScope
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.draft.edits import Edit
from desktop.reply.findings.partners import DismissalKeeper, FindingsView, QuestionDecider, WordKeeper
from desktop.reply.findings.unfinished import Writing
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.readings import (
    CardGroup,
    card_groups,
    in_order,
    misses_an_answer,
    nothing_to_mend,
    strip_of,
    underlines_of,
    unread_strip,
)
from desktop.work.collaborators import Timers
from kb_content.failure import Failure

_ASIDE = {
    DismissalScope.HERE: "The finding is set aside here.",
    DismissalScope.DRAFT: "The rule is silent in this draft.",
    DismissalScope.RULE: "The rule is silent everywhere.",
}

_NONE_HERE = "No finding is at the cursor; F8 goes to the next one."


class FindingsPresenter:
    """Shows the findings of the open ticket and does what the agent decides about them."""

    def __init__(
        self,
        *,
        view: FindingsView,
        desk: DismissalKeeper,
        writes: DeskWrites,
        read_again: Callable[[], None],
        go_to_question: Callable[[str], bool],
        questions: QuestionDecider,
        rules: Callable[[], RuleSet],
        words: WordKeeper,
        timers: Timers,
    ) -> None:
        self._view, self._desk, self._writes = view, desk, writes
        self._rules, self._words = rules, words
        # Read again, not shown again: of words that were edited, the newest review at hand may know nothing.
        self._writing = Writing(timers, over=read_again)
        self._added: tuple[str, ...] = ()
        self._read_again, self._go_to_question = read_again, go_to_question
        self._questions = questions
        self._ticket: OpenTicket | None = None
        self._in_hand = ""
        self._cursor_then = -1
        self._shown_cards: tuple[CardGroup, ...] | None = None
        self._counter = UsageCounter()

    def opened(self, ticket: OpenTicket) -> None:
        """Take this ticket; its findings are shown with its first review."""
        self._ticket, self._in_hand, self._shown_cards = ticket, "", None
        self._writing.stop()
        self._counter = UsageCounter()
        self._view.show_dismissals(ticket.dismissals)
        self._view.show_standing(ticket.standing)
        self._show_added(())
        self._view.show_strip(unread_strip())
        self._view.show_underlines(())
        self._view.show_unread()

    def closed(self) -> None:
        """Show none, and keep what was counted."""
        self._writing.stop()
        ticket, self._ticket = self._ticket, None
        counts = self._counter.taken()
        if counts and ticket is not None:
            self._writes.run(lambda: self._desk.count_usage(counts, ticket.id))

    def reviewed(self) -> None:
        """Show the newest review. Cards that stay the same are not drawn again."""
        if self._ticket is None:
            return
        review = self._writing.settled(self._ticket)
        self._counter.reviewed(review.findings)
        self._view.show_strip(strip_of(review))
        self._view.show_underlines(underlines_of(review.findings))
        groups = card_groups(review.findings, review.states)
        if groups != self._shown_cards:
            self._shown_cards = groups
            self._view.show_cards(groups)

    def text_changed(self) -> None:
        """Move the underlines along with the typing; cards wait for the next review."""
        if self._ticket is not None:
            self._writing.go_on()
            self._view.show_underlines(underlines_of(self._writing.settled(self._ticket).findings))

    def typing_over(self) -> None:
        """Show what waited for the words at the cursor: whoever wrote them pauses, or went elsewhere."""
        self._writing.pause()

    def walk(self, *, forward: bool = True, reading: Reading | None = None) -> None:
        """Go to the next finding behind the cursor (or the one before it), round and round."""
        found = [f for f in self._findings() if reading is None or f.reading is reading]
        if not found:
            self._view.show_told(nothing_to_mend(reading))
            return
        self._show(self._neighbour(found, forward=forward))

    def go_to(self, anchor: str) -> None:
        """Go to the place of one finding."""
        finding = self._finding(anchor)
        if finding is not None:
            self._show(finding)

    def fix(self, anchor: str, number: int = 0) -> None:
        """Put a finding right with one of its fixes."""
        finding = self._finding(anchor)
        if finding is None or finding.start is None or finding.end is None or number >= len(finding.fixes):
            return
        words = finding.fixes[number]
        self._counter.fixed(finding.rule)
        self._view.apply_edit(Edit(finding.start, finding.end, words, finding.start + len(words)))
        self._writing.stop()

    def fix_here(self) -> None:
        """Put the finding at the cursor right with its first fix; what is in doubt is an answer."""
        finding = self._here()
        if finding is None:
            self._view.show_told(_NONE_HERE)
        elif not finding.fixes and self._in_doubt(finding) is None:
            self._view.show_told("Nobody but you can put this right: it has no ready words.")
        else:
            self.fix(finding.anchor)
            self.accept_answer(finding.anchor)

    def dismiss_here(self) -> None:
        """Dismiss the finding at the cursor, in this place only."""
        finding = self._here()
        if finding is None:
            self._view.show_told(_NONE_HERE)
        else:
            self.dismiss(finding.anchor, DismissalScope.HERE)

    def dismiss(self, anchor: str, scope: DismissalScope = DismissalScope.HERE, reason: str = "") -> None:
        """Silence a finding here, its rule in this draft, or its rule everywhere.

        Here, a question without an answer is one that needs none.
        """
        ticket, finding = self._ticket, self._finding(anchor)
        if ticket is None or finding is None:
            return
        if misses_an_answer(finding.rule) and scope is DismissalScope.HERE:
            self._needs_no_answer(finding.question)
            return
        rule, words = finding.rule, finding.text
        self._counter.dismissed(rule)

        def change() -> Callable[[], None]:
            number = self._desk.dismiss(
                ticket.id, anchor=anchor, scope=scope, rule=rule, words=words, reason=reason
            )
            return lambda: self._told_aside(_ASIDE[scope], lambda: self.undismiss(number))

        self._keep(ticket, change)

    def accept_answer(self, anchor: str) -> None:
        """Say that the words in doubt do answer the question that a finding is about."""
        finding = self._finding(anchor)
        passage = self._in_doubt(finding)
        if finding is not None and passage is not None:
            self._questions.link_answer(finding.question, passage.start, passage.end)
            self._told_aside("These words answer the question.", self._questions.undo_decision)

    def _needs_no_answer(self, question: str) -> None:
        self._questions.drop_question(question)
        self._view.show_set_aside(
            "The question needs no answer.",
            "Take it up again",
            lambda: self._questions.drop_question(question),
        )

    def _in_doubt(self, finding: Finding | None) -> Passage | None:
        """Return the passage of which a finding asks whether it is an answer."""
        if finding is None or self._ticket is None or not misses_an_answer(finding.rule):
            return None
        states = self._ticket.review.states
        return next((state.perhaps for state in states if state.question.id == finding.question), None)

    def _told_aside(self, sentence: str, take_back: Callable[[], None]) -> None:
        self._view.show_set_aside(sentence, "Take it back", take_back)

    def undismiss(self, dismissal_id: int) -> None:
        """Take a dismissal back; its finding is heard again."""
        if self._ticket is None:
            return
        for dismissal in self._ticket.dismissals:
            if dismissal.id == dismissal_id:
                self._counter.undismissed(dismissal.rule)
        self._keep(self._ticket, lambda: self._desk.undismiss(dismissal_id))

    def soften(self, rule: str, *, softened: bool = True) -> None:
        """Let a rule weigh a step less in every ticket, or as much as before."""
        if self._ticket is not None:
            self._keep(self._ticket, lambda: self._desk.soften(rule, softened))

    def explain(self, anchor: str) -> None:
        """Show the help of a finding's rule: the page that ``thrice rules show`` prints."""
        finding, rules = self._finding(anchor), self._rules()
        if finding is not None and finding.rule in rules:
            rule = rules[finding.rule]
            self._view.show_rule(rule.title, page_of(rule))

    def explain_here(self) -> None:
        """Show the help of the rule whose finding is at the cursor, or was walked to."""
        finding = self._here()
        if finding is not None:
            self.explain(finding.anchor)

    def add_word(self, anchor: str) -> None:
        """Add the word of a finding to the dictionary."""
        finding = self._finding(anchor)
        if finding is not None and self._is_kept(lambda: self._words.add(finding.text)):
            self._counter.dismissed(finding.rule)
            self._show_added((*self._added, finding.text))
            self._read_again()

    def forget_word(self, word: str) -> None:
        """Take a word out of the dictionary again."""
        if self._is_kept(lambda: self._words.remove(word)):
            self._show_added(tuple(one for one in self._added if one != word))
            self._read_again()

    def _is_kept(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except Failure as failure:
            self._view.show_problem(str(failure))
            return False
        return True

    def _show_added(self, words: tuple[str, ...]) -> None:
        self._added = words
        self._view.show_added_words(words)

    def _keep(self, ticket: OpenTicket, change: Callable[[], Callable[[], None] | None]) -> None:
        """Keep a change of what is silenced; what ``change`` returns is said afterwards."""
        counts = self._counter.taken()

        def work() -> tuple[tuple[Dismissal, ...], Standing, Callable[[], None] | None]:
            said = change()
            self._desk.count_usage(counts, ticket.id)
            standing = standing_of(self._desk.rule_usage(), self._desk.softened())
            return self._desk.dismissals(ticket.id), standing, said

        self._writes.run(work, lambda kept: self._kept(ticket, *kept))

    def _kept(
        self,
        ticket: OpenTicket,
        dismissals: tuple[Dismissal, ...],
        standing: Standing,
        said: Callable[[], None] | None,
    ) -> None:
        ticket.dismissals, ticket.standing = dismissals, standing
        if ticket is self._ticket:
            self._view.show_dismissals(dismissals)
            self._view.show_standing(standing)
            self._read_again()
            if said is not None:
                said()

    def _show(self, finding: Finding) -> None:
        self._in_hand = finding.anchor
        self._view.point_at_card(finding.anchor)
        passage = self._in_doubt(finding)
        if finding.start is not None and finding.end is not None:
            self._view.show_place(finding.start, finding.end)
        elif passage is not None:
            self._view.show_place(passage.start, passage.end)
        elif finding.question:
            self._go_to_question(finding.question)
        self._cursor_then = self._ticket.cursor if self._ticket else -1

    def _findings(self) -> list[Finding]:
        return in_order(self._ticket.review.findings) if self._ticket else []

    def _finding(self, anchor: str) -> Finding | None:
        return next((f for f in self._findings() if f.anchor == anchor), None)

    def _here(self) -> Finding | None:
        """Return the finding at the cursor, or the one that was walked to."""
        cursor = self._ticket.cursor if self._ticket else 0
        in_hand = self._finding(self._in_hand)
        if in_hand is not None and in_hand.start is None and cursor == self._cursor_then:
            return in_hand
        at = [f for f in self._findings() if f.start is not None and f.start <= cursor <= (f.end or 0)]
        walked = [f for f in at if f.anchor == self._in_hand]
        return next(iter(walked or at), None)

    def _neighbour(self, found: list[Finding], *, forward: bool) -> Finding:
        anchors = [finding.anchor for finding in found]
        here = self._here()
        if here is not None and here.anchor in anchors:
            step = 1 if forward else -1
            return found[(anchors.index(here.anchor) + step) % len(found)]
        cursor = self._ticket.cursor if self._ticket else 0
        if forward:
            return next((f for f in found if f.start is not None and f.start >= cursor), found[0])
        return next((f for f in reversed(found) if f.start is not None and f.start < cursor), found[-1])
