"""What several parts of a ticket ask for: who answers, what time it is there, the reply as it leaves."""

from collections.abc import Callable
from datetime import datetime

from composer.draft import Draft
from composer.mail.message import Address, Message
from composer.mail.outgoing import compose_reply
from composer.questions.understood import UnderstoodMail
from composer.when.calendar import calendar_of
from composer.when.eta import find_times
from composer.when.time_expression import TimeExpression
from composer.when.working_days import as_counted_by
from desktop.reply.draft.quoted_questions import answered_by_block
from desktop.reply.fetch.snippet_fields import field_values
from desktop.reply.last_look.composed_reply import ComposedReply
from desktop.reply.open_ticket import OpenTicket
from desktop.settings import Settings
from desktop.team_time import local_time
from desktop.work.collaborators import Clock
from kb_content.library import Library


class ReplyServices:
    """Answers from the library, the settings and the clock as they are now."""

    def __init__(
        self, *, library: Callable[[], Library], settings: Callable[[], Settings], clock: Clock
    ) -> None:
        self.library, self.settings, self.clock = library, settings, clock

    def agent(self) -> Address:
        """Return who answers."""
        settings = self.settings()
        return Address(settings.agent_name, settings.agent_mail)

    def agent_name(self) -> str:
        """Return the name of who answers."""
        return self.settings().agent_name

    def colour(self) -> str:
        """Return the colour of inline answers when none is picked for a draft."""
        return self.settings().answer_colour or self.library().team.answer_colour

    def field_values(self, ticket: OpenTicket) -> dict[str, str]:
        """Return what the fields of snippets stand for."""
        working_time = self.library().team.working_time
        return field_values(ticket.mail, agent=self.agent(), now=self.local_now(), working_time=working_time)

    def time_zone(self) -> str:
        """Return the zone in which the team works."""
        return self.library().team.working_time.time_zone

    def local_now(self) -> datetime:
        """Return the time where the team works."""
        return local_time(self.clock(), self.time_zone())

    def compose(self, ticket: OpenTicket) -> ComposedReply:
        """Return the reply as it would leave now; raises Failure for what can't leave."""
        return compose_reply(
            ticket.draft,
            ticket.mail.message,
            sender=self.agent(),
            answer_colour=ticket.colour,
            attachments=[(file.name, "", file.data) for file in ticket.attachments],
            now=self.local_now(),
            badges=answered_by_block(ticket.draft, ticket.review.states),
        )

    def recipient(self, message: Message) -> str:
        """Return whom a reply goes to, as its header will have it; nothing when there is nobody."""
        empty = compose_reply(Draft(""), message, sender=Address(), answer_colour=self.colour())
        return ", ".join(empty.to)

    def recipient_named(self, customer: Address) -> str:
        """Return how a header would name somebody; nothing when their address is none."""
        return self.recipient(Message(subject="", sender=customer, text=""))

    def find_times(self, text: str, language: str) -> tuple[TimeExpression, ...]:
        """Return the time expressions of a text, as the team's clock, zone and holidays resolve them."""
        now = self.clock()
        times = find_times(text, now=now, time_zone=self.time_zone(), language=language)
        return as_counted_by(calendar_of(self.library().team.working_time), times, now=now)

    def spoken_time(self, mail: UnderstoodMail) -> str:
        """Return when a mail was sent, short, where the team works."""
        return self.spoken_moment(mail.message.sent) if mail.message.sent else ""

    def spoken_moment(self, moment: datetime) -> str:
        """Return a moment of these days, short, where the team works."""
        local = local_time(moment, self.time_zone())
        today = local.date() == self.local_now().date()
        return f"{'today' if today else f'{local:%a} {local.day} {local:%b}'}, {local:%H:%M}"
