"""What the rules may know beside draft and mail: today, the team, the people, the library, other tickets."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from composer.lint.context import Context
from composer.lint.inserted_passages import out_of_date
from composer.lint.library_context import with_library
from composer.mail.message import Address
from desktop.reply.open_ticket import OpenTicket
from desktop.team_time import local_time
from desktop.work.collaborators import Clock
from kb_content.library import Library


class Circumstances:
    """Builds the context of a review from the library, the agent, the clock and the ticket."""

    def __init__(
        self,
        *,
        library: Callable[[], Library],
        agent: Callable[[], Address],
        clock: Clock,
        own_words: Callable[[], frozenset[str]],
    ) -> None:
        self._library, self._agent, self._clock = library, agent, clock
        self._own_words = own_words
        self._of_library = Context()
        self._known: Any = None

    def of(self, ticket: OpenTicket) -> Context:
        """Return the circumstances of a reply, as they are now."""
        agent, now = self._agent(), self._clock()
        known = self._library_part()
        today = local_time(now, known.time_zone).date()
        insertions = ((one.record_id, one.revision, one.inserted_at.date()) for one in ticket.insertions)
        return replace(
            known,
            today=today,
            now=now,
            agent=agent if agent.name or agent.mail else None,
            customer=ticket.mail.message.sender,
            cc=ticket.cc,
            attachments=tuple(file.name for file in ticket.attachments),
            others=ticket.others,
            own_words=self._own_words(),
            recent_replies=ticket.recent_replies,
            inserted=out_of_date(self._library(), insertions, today),
        )

    def _library_part(self) -> Context:
        """Return what the library says; made once for each of its states, since reviews are many."""
        library = self._library()
        if self._known is not library.articles:  # a library replaces its maps with every change
            self._known, self._of_library = library.articles, with_library(Context(), library)
        return self._of_library
