"""Loading a ticket: the mail is read and understood, the draft taken up where it was left."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from composer.lint.usage import Usage, standing_of
from composer.mail.message import Address, Message
from composer.questions.answer_state import Decisions
from composer.questions.decisions import decided
from composer.questions.joined import joined
from composer.questions.understood import UnderstoodMail
from composer.tickets.ticket import Dismissal, DraftFile, Insertion, SavedDraft, SentReply, Ticket
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.other_customers import others_on
from desktop.reply.ticket_presenter import Loaded
from kb_content.team import Team

_MOST_RECENT = 30
"""So many of the last replies to others a draft is held against."""

_MOST_TOGETHER = 10
"""So many of the newest mails without a reply are shown and answered together."""


class TicketStore(Protocol):
    """The part of the desk that has tickets."""

    def ticket(self, ticket_id: int) -> Ticket:
        """Return one ticket."""

    def tickets(self) -> tuple[Ticket, ...]:
        """Return all tickets."""

    def insertions(self, ticket_id: int) -> tuple[Insertion, ...]:
        """Return what of the library went into its draft."""

    def rule_usage(self) -> Mapping[str, Usage]:
        """Return how often each rule was shown, fixed, dismissed."""

    def softened(self) -> frozenset[str]:
        """Return the rules that weigh less."""

    def recent_texts(self, ticket_id: int, most: int) -> tuple[str, ...]:
        """Return the last replies that left for other tickets."""

    def mails_to_answer(self, ticket_id: int) -> tuple[bytes, ...]:
        """Return its mails that came since the last reply as they came, oldest first."""

    def replies(self, ticket_id: int) -> tuple[SentReply, ...]:
        """Return the replies that left for it."""

    def draft(self, ticket_id: int) -> SavedDraft:
        """Return its draft."""

    def decisions(self, ticket_id: int) -> Decisions:
        """Return what was decided about its questions."""

    def dismissals(self, ticket_id: int) -> tuple[Dismissal, ...]:
        """Return what was dismissed."""

    def linked_issues(self, ticket_id: int) -> tuple[str, ...]:
        """Return the known issues it is about."""

    def answer_colour(self, ticket_id: int) -> str:
        """Return the colour picked for its answers, or nothing."""

    def cc(self, ticket_id: int) -> tuple[str, ...] | None:
        """Return who gets a copy, or None when nobody chose it yet."""

    def attached(self, ticket_id: int) -> tuple[DraftFile, ...]:
        """Return the files that leave with its reply."""


class MailReader(Protocol):
    """Reads foreign bytes, within limits."""

    def read(self, raw: bytes) -> Message:
        """Return the message in the bytes of a mail."""

    def understand(self, message: Message, team: Team | None, decisions: Decisions) -> UnderstoodMail:
        """Return everything that is read out of it."""


class TicketLoader:
    """Loads tickets; meant for a lane, since a mail may take its time."""

    def __init__(
        self,
        *,
        desk: TicketStore,
        reader: MailReader,
        team: Callable[[], Team],
        agent: Callable[[], Address],
        colour: Callable[[], str],
        start_draft: Callable[[UnderstoodMail], str],
        recipient: Callable[[Message], str],
        spoken_time: Callable[[UnderstoodMail], str],
    ) -> None:
        self._desk, self._reader, self._team = desk, reader, team
        self._agent, self._colour, self._start_draft = agent, colour, start_draft
        self._recipient, self._spoken_time = recipient, spoken_time

    def load(self, ticket_id: int) -> Loaded:
        """Return a ticket with all that the desk knows of it.

        Raises DeskFailure and MailFailure; a draft that was never written starts as the mail's quote.
        """
        desk = self._desk
        ticket = desk.ticket(ticket_id)
        raws = desk.mails_to_answer(ticket_id)[-_MOST_TOGETHER:]
        messages = tuple(self._reader.read(raw) for raw in raws)
        mails = tuple(self._understood(message, ticket) for message in messages)
        as_found = joined(mails, tuple(self._heading(mail) for mail in mails[1:]))
        decisions = desk.decisions(ticket_id)
        copies = desk.cc(ticket_id)
        mail = decided(as_found, decisions)
        draft, replies = desk.draft(ticket_id), desk.replies(ticket_id)
        text = draft.text if draft.revision else self._start_draft(mail)
        opened = OpenTicket(
            ticket=ticket,
            raws=tuple((raw, len(one.message.attachments)) for raw, one in zip(raws, mails, strict=True)),
            mail=mail,
            text=text,
            colour=desk.answer_colour(ticket_id) or self._colour(),
            decisions=decisions,
            dismissals=desk.dismissals(ticket_id),
            linked_issues=desk.linked_issues(ticket_id),
            cursor=_first_place(text) if not draft.revision else len(text),
            to=self._recipient(as_found.message),
            names_nobody=not self._recipient(messages[-1]),
            cc=others_of(as_found.message, self._agent()) if copies is None else copies,
            attachments=desk.attached(ticket_id),
            others=others_on(desk.tickets(), this=ticket, agent=self._agent(), team=self._team()),
            insertions=desk.insertions(ticket_id),
            left_at=replies[-1].sent_at if replies and replies[-1].text == draft.text != "" else None,
            earlier=ticket.messages - len(mails) + len(replies),
            recent_replies=desk.recent_texts(ticket_id, _MOST_RECENT),
            standing=standing_of(desk.rule_usage(), desk.softened()),
        )
        return Loaded(opened, as_found)

    def _heading(self, mail: UnderstoodMail) -> str:
        """Return the line above a mail that came while the one before still waited."""
        return f"Their next mail, {self._spoken_time(mail)}".rstrip(", ")

    def _understood(self, message: Message, ticket: Ticket) -> UnderstoodMail:
        """Return a mail as found; who wrote what was pasted is known from its ticket only."""
        if ticket.customer.mail and not self._recipient(message):
            message = replace(message, sender=ticket.customer)
        return self._reader.understand(message, self._team(), Decisions())


def others_of(message: Message, agent: Address) -> tuple[str, ...]:
    """Return who else was on the mail and gets a copy of the answer: not the sender, not the agent."""
    left_out = {message.sender.mail.lower(), agent.mail.lower(), *(a.mail.lower() for a in message.reply_to)}
    return tuple(dict.fromkeys(a.mail for a in message.cc if a.mail and a.mail.lower() not in left_out))


def _first_place(text: str) -> int:
    """Return where the first line that is no quote ends: behind the greeting, or the start."""
    for line in text.split("\n"):
        if line and not line.startswith(">"):
            return len(line) if text.startswith(line) else 0
        break
    return 0
