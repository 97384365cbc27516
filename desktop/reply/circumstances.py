"""What the rules may know beside draft and mail: today, the team, the people, the known issues."""

from collections.abc import Callable

from composer.lint.context import Context, IssueBrief
from composer.mail.message import Address
from desktop.reply.collaborators import Clock
from desktop.reply.open_ticket import OpenTicket
from desktop.team_time import local_time
from kb_content.library import Library


class Circumstances:
    """Builds the context of a review from the library, the agent and the clock."""

    def __init__(self, *, library: Callable[[], Library], agent: Callable[[], Address], clock: Clock) -> None:
        self._library, self._agent, self._clock = library, agent, clock

    def of(self, ticket: OpenTicket) -> Context:
        """Return the circumstances of a reply, as they are now."""
        library, agent = self._library(), self._agent()
        working = library.team.working_time
        now = self._clock()
        return Context(
            today=local_time(now, working.time_zone).date(),
            now=now,
            time_zone=working.time_zone,
            working_days=working.days,
            holidays=frozenset(working.holidays),
            agent=agent if agent.name or agent.mail else None,
            customer=ticket.mail.message.sender,
            cc=ticket.cc,
            attachments=tuple(path.name for path in ticket.attachments),
            known_issues=tuple(
                IssueBrief(issue.id, issue.title, issue.status.value, issue.eta, issue.workaround)
                for issue in library.known_issues.values()
            ),
            team=library.team,
            snippets={snippet.id: snippet.body for snippet in library.snippets.values()},
        )
