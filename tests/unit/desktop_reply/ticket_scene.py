"""A ticket without a window: all its presenters on a real desk, with views that only remember."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from composer.lint.context import Context
from composer.lint.registry import built_in_rules
from composer.mail.message import Address, Message
from composer.mail.parse import parse_message
from composer.mail.reply_start import quoted_reply
from composer.questions.answer_state import Decisions, State
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail
from composer.review import Reviewer
from composer.tickets.desk import Desk
from composer.when.eta import find_times
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.draft.autosave import Autosave
from desktop.reply.draft.draft_presenter import DraftPresenter
from desktop.reply.draft.envelope_presenter import EnvelopePresenter
from desktop.reply.fetch.fetch_presenter import FetchPresenter
from desktop.reply.fetch.snippet_choices import snippet_choices
from desktop.reply.fetch.snippet_fields import field_values
from desktop.reply.findings.findings_presenter import FindingsPresenter
from desktop.reply.findings.live_review import PAUSE_MS, LiveReview
from desktop.reply.knowledge.knowledge_presenter import KnowledgePresenter
from desktop.reply.knowledge.passages import PassageInserter
from desktop.reply.last_look.last_look_presenter import LastLookPresenter
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.their_mail.mail_presenter import MailPresenter
from desktop.reply.ticket_loader import TicketLoader
from desktop.reply.ticket_presenter import Columns, TicketPresenter
from kb_content.failure import Failure
from kb_content.known_issue import KnownIssue
from kb_content.snippet import Snippet
from kb_content.team import Team, WorkingTime
from search.hit import Answer, Hit, Kind

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
MAIL = (
    b"From: Jo Marsh <jo@example.org>\r\nTo: help@shop.example\r\nCc: boss@example.org, kim@shop.example\r\n"
    b"Subject: Blank invoices\r\nMessage-ID: <a@example.org>\r\nDate: Thu, 19 Nov 2026 09:00:00 +0000\r\n\r\n"
    b"Hello,\r\n\r\nthe invoice PDF has an empty page. When will that be fixed?\r\n\r\n"
    b"How do I change my address?\r\n\r\nJo\r\n"
)
ISSUE = KnownIssue(
    "blank", "Invoice PDFs come out blank", "", "", "r9", workaround="Print it twice.", eta="2026-12-04"
)
SNIPPET = Snippet("thanks", "Say thanks", "thx", "Thank you, {{name}}, for {{what}}.", "", "r2")
ARTICLE = Hit("address", Kind.ARTICLE, "Addresses", 1.0, "Open it", passage="Open *Settings*.", revision="r1")


class Words:
    """A dictionary that nobody adds to."""

    def add(self, word: str) -> None:
        raise AssertionError(word)

    def remove(self, word: str) -> None:
        raise AssertionError(word)


class View:
    """Remembers everything it is shown; edits go the way they go in the editor."""

    def __init__(self) -> None:
        self.shown: dict[str, tuple[Any, ...]] = {}
        self.said: list[str] = []
        self.text = ""
        self.typed: Any = None

    def show_text(self, text: str, *, cursor: int) -> None:
        self.text = text

    def apply_edit(self, edit: Any) -> None:
        self.text = edit.applied(self.text)
        self.typed(self.text, edit.cursor)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith(("show_", "hide_", "point_")):
            raise AttributeError(name)

        def keep(*values: Any, **named: Any) -> None:
            self.shown[name] = (*values, *named.values())
            self.said.append(name)

        return keep


class Index:
    """Finds one article, or breaks."""

    def __init__(self) -> None:
        self.broken = False
        self.failed: list[str] = []

    def record_failed(self, query: str) -> None:
        self.failed.append(query)

    def search(self, query: str, **_: Any) -> Answer:
        return Answer(query, (ARTICLE,) if "addr" in query else ())

    def suggest(self, question: str, **_: Any) -> tuple[Hit, ...]:
        if self.broken:
            raise Failure("The index can't be read.")
        return (ARTICLE,) if "address" in question else ()


class Reader:
    """Reads mails here and now."""

    def read(self, raw: bytes) -> Message:
        return parse_message(raw)

    def understand(self, message: Message, team: Team | None, decisions: Decisions) -> UnderstoodMail:
        return understand(message, team=team, decisions=decisions)


class Outlets:
    """Remembers what left."""

    def __init__(self) -> None:
        self.left: list[Any] = []
        self.no_program = False

    def to_clipboard(self, html: str, plain: str) -> None:
        self.left.append(("clipboard", plain))

    def to_file(self, path: Path, raw: bytes) -> None:
        self.left.append((path.name, raw))

    def to_mail_program(self, name: str, raw: bytes) -> None:
        if self.no_program:
            raise Failure("No program opens mails.")
        self.left.append((name, raw))


class Scene:
    """All presenters of a ticket, joined as in the window."""

    def __init__(self, desk: Desk, lanes: Any, timers: Any) -> None:
        self.desk, self.lanes, self.timers = desk, lanes, timers
        self.view, self.index, self.outlets = View(), Index(), Outlets()
        self.issues: Mapping[str, KnownIssue] = {"blank": ISSUE}
        self.agent = Address("Kim Lee", "kim@shop.example")
        self.problems: list[str] = []
        self.left: list[int] = []
        writes = DeskWrites(lane=lanes.writes, told=self.problems.append)
        loader = TicketLoader(
            desk=desk,
            reader=Reader(),
            team=Team,
            agent=lambda: Address("Kim Lee", "kim@shop.example"),
            colour=lambda: "#186DEC",
            start_draft=lambda mail: f"Hi Jo,\n\n{quoted_reply(mail)}",
            spoken_time=lambda mail: "today",
            recipient=lambda message: message.sender.mail,
        )
        self.ticket = TicketPresenter(
            view=self.view,
            load=loader.load,
            desk=desk,
            reads=lanes.reads,
            writes=writes,
            spoken_moment=lambda moment: f"{moment.day} {moment:%b}",
            start_another=lambda mail: ("Hi Jo,\n\n\n\nKim\n", 8),
        )
        self.review = LiveReview(
            reviewer=Reviewer(built_in_rules()),
            lane=lanes.reads,
            timers=timers,
            context=lambda ticket: Context(today=NOW.date(), now=NOW),
            reviewed=self.ticket.reviewed,
        )
        self.columns = self._columns(writes)
        self.ticket.join(self.columns, self.review)
        self.view.typed = self.columns.draft.type

    def _columns(self, writes: DeskWrites) -> Columns:
        view, lanes = self.view, self.lanes
        inserter = PassageInserter(
            desk=self.desk,
            writes=writes,
            field_values=lambda t: field_values(t.mail, agent=Address("Kim Lee"), now=NOW),
            apply_edit=view.apply_edit,
        )
        draft = DraftPresenter(
            view=view,
            autosave=self._autosave,
            text_changed=self.ticket.text_changed,
            question_changed=self.ticket.question_changed,
        )
        return Columns(
            mail=MailPresenter(
                view=view,
                decided=self.ticket.decide,
                go_to_draft=draft.go_to_question,
                spoken_time=lambda mail: "today",
            ),
            draft=draft,
            envelope=EnvelopePresenter(
                view=view,
                desk=self.desk,
                writes=writes,
                recipient=lambda customer: customer.mail if "@" in customer.mail else "",
                changed=self.ticket.draft_circumstances_changed,
                reload=self.ticket.reload,
            ),
            findings=FindingsPresenter(
                view=view,
                desk=self.desk,
                writes=writes,
                read_again=self.review.read_now,
                go_to_question=draft.go_to_question,
                questions=self.ticket,
                rules=built_in_rules,
                words=Words(),
                timers=self.timers,
            ),
            knowledge=KnowledgePresenter(
                view=view,
                index=self.index,
                issues=lambda: self.issues,
                desk=self.desk,
                reads=lanes.reads,
                writes=writes,
                inserter=inserter,
                now=lambda: NOW,
            ),
            fetch=FetchPresenter(
                view=view,
                index=self.index,
                snippets=lambda query: snippet_choices({"thanks": SNIPPET}, query),
                reads=lanes.reads,
                inserter=inserter,
                left=self.review.changed,
            ),
            last_look=LastLookPresenter(
                view=view,
                desk=self.desk,
                lanes=lanes,
                clock=lambda: NOW,
                outlets=self.outlets,
                compose=self._compose,
                find_times=lambda text, language: find_times(text, now=NOW, language=language),
                working_time=WorkingTime,
                agent=lambda: self.agent,
                left=self._left,
                refused=self.problems.append,
            ),
        )

    def _autosave(self, ticket: OpenTicket, told: Any) -> Autosave:
        return Autosave(
            name="draft",
            save=lambda text: self.desk.save_draft(ticket.id, text),
            lane=self.lanes.writes,
            timers=self.timers,
            told=told,
        )

    def _left(self, ticket: OpenTicket) -> None:
        self.ticket.reply_left(ticket)
        self.left.append(ticket.id)

    def _compose(self, ticket: OpenTicket) -> Any:
        from composer.mail.outgoing import compose_reply

        return compose_reply(
            ticket.draft,
            ticket.mail.message,
            sender=Address("Kim Lee", "kim@shop.example"),
            answer_colour=ticket.colour,
            now=NOW,
        )

    @property
    def open(self) -> OpenTicket:
        """The open ticket."""
        assert self.ticket.ticket is not None
        return self.ticket.ticket

    def type(self, text: str, cursor: int = -1) -> None:
        """Make the draft this text, and let everything that follows happen."""
        self.view.text = text
        self.columns.draft.type(text, len(text) if cursor < 0 else cursor)
        self.settle()

    def move_to(self, words: str) -> None:
        """Put the cursor behind some words of the draft."""
        self.columns.draft.move_cursor(self.open.text.index(words) + len(words))
        self.settle()

    def settle(self) -> None:
        """Let timers and lanes do what waits."""
        self.timers.pass_time(PAUSE_MS)
        self.lanes.work()

    def states(self) -> list[State]:
        """Return the states of the questions."""
        return [state.state for state in self.open.review.states]
