"""What the reading pane shows of a record: a head of facts and the text, decided without Qt."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from composer.tickets.ticket import Ticket
from desktop.customer_name import spoken_customer
from desktop.library.records import KIND_ICONS, Record, area_of, kind_of, short_day, told_moment
from desktop.library.trust import Badge, badge_of, is_past, severity_badge
from desktop.widgets.tone import Tone
from kb_content.article import Article
from kb_content.known_issue import IssueStatus, KnownIssue
from kb_content.library import Library
from kb_content.markdown import render
from kb_content.snippet import Snippet
from kb_content.verification import due_on, is_overdue
from search.hit import Kind

_TOLD = {True: ", told of the fix", False: ", still to be told of the fix"}


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A record as a page. ``html`` is sanitised; ``facts`` are quiet words beside the badges."""

    kind: Kind
    id: str
    revision: str
    icon: str
    area: str
    title: str
    lead: str
    badges: tuple[Badge, ...]
    facts: tuple[str, ...]
    chips: tuple[str, ...]
    html: str
    record: Record

    @property
    def key(self) -> str:
        """The record's key, ``kind:id``."""
        return f"{self.kind.value}:{self.id}"


def page_of(
    record: Record,
    library: Library,
    now: datetime,
    *,
    tickets: tuple[Ticket, ...] | None = None,
    told: Mapping[int, bool] | None = None,
) -> RecordPage:
    """Return a record's page; ``now`` is the local time where the team works.

    ``tickets`` are those linked to a known issue (None: not known); ``told`` says by number which
    have a notice of its fix, and whether it was given.
    """
    return RecordPage(
        kind=kind_of(record),
        id=record.id,
        revision=record.revision,
        icon=KIND_ICONS[kind_of(record)],
        area=area_of(record),
        title=record.title,
        lead=record.summary if isinstance(record, Article) else "",
        badges=_badges(record, now),
        facts=_facts(record, now.date()),
        chips=_chips(record),
        html=_html(record, library, tickets, told or {}),
        record=record,
    )


def _badges(record: Record, now: datetime) -> tuple[Badge, ...]:
    today = now.date()
    if isinstance(record, Article) and is_overdue(record, today):
        since = f"Check due since {short_day(due_on(record) or today, today)}"
        return (Badge(since, since, Tone.WARN, "clock"),)
    first = badge_of(record, today)
    if not isinstance(record, KnownIssue):
        return (first,)
    return (first, severity_badge(record.severity), *_dates(record, now))


def _dates(issue: KnownIssue, now: datetime) -> Iterable[Badge]:
    """When it will be gone and when customers hear next; what is past says so."""
    if not issue.is_open:
        return
    if issue.eta:
        past, is_out = is_past(issue.eta, now), issue.status is IssueStatus.MONITORING
        sure = f", {issue.eta_confidence} confidence" if issue.eta_confidence and not past else ""
        words = f"{'ETA was' if past else 'ETA'} {told_moment(issue.eta, now.date())}{sure}"
        late = past and not is_out
        yield Badge(words, words, Tone.STOP if late else Tone.OPEN, "warning" if late else "clock")
    else:
        yield Badge("no ETA", "No ETA yet", Tone.OPEN, "clock")
    if issue.next_update:
        late = is_past(issue.next_update, now)
        told = told_moment(issue.next_update, now.date())
        words = f"{'Update overdue since' if late else 'Next update'} {told}"
        yield Badge(words, words, Tone.STOP if late else Tone.OPEN, "warning" if late else "")


def _facts(record: Record, today: date) -> tuple[str, ...]:
    if isinstance(record, Snippet):
        return (f"Fields: {', '.join(record.fields)}",) if record.fields else ()
    facts = [f"Owner {record.owner}" if record.owner else "No owner"]
    if isinstance(record, Article):
        facts += _checks(record, today)
    if isinstance(record, KnownIssue) and record.tracker:
        facts.append(record.tracker)
    if isinstance(record, Article) and record.language != "en":
        facts.append(f"Language {record.language}")
    return tuple(facts)


def _checks(article: Article, today: date) -> Iterable[str]:
    """When it was verified, where the badge tells that its check is due; else when that will be."""
    due, verified = due_on(article), article.verified
    if due is None or verified is None:
        return
    if is_overdue(article, today):
        by = f" by {verified.by}" if verified.by else ""
        yield f"Verified {short_day(verified.on, today)}{by}"
    else:
        yield f"Next check {short_day(due, today)}"


def _chips(record: Record) -> tuple[str, ...]:
    if isinstance(record, Article):
        return (*record.products, *record.tags)
    if isinstance(record, KnownIssue):
        return (*record.products, *record.versions)
    return ()


def _html(
    record: Record, library: Library, tickets: tuple[Ticket, ...] | None, told: Mapping[int, bool]
) -> str:
    parts = [render(record.body)]
    if isinstance(record, Snippet):
        parts = [render(record.body, keep_lines=True)]
    if isinstance(record, KnownIssue) and record.symptoms:
        items = "".join(f"<li>{html.escape(symptom)}</li>" for symptom in record.symptoms)
        parts.append(f"<h2>What customers say</h2><ul>{items}</ul>")
    if isinstance(record, Article) and record.also_known_as:
        names = ", ".join(html.escape(name) for name in record.also_known_as)
        parts.append(f"<h2>Also found as</h2><p>{names}</p>")
    parts.append(_linked_from(record, library))
    if tickets is not None:
        parts.append(_linked_tickets(tickets, told))
    return "".join(parts)


def _linked_from(record: Record, library: Library) -> str:
    sources = library.linked_from(record.id)
    items = "".join(f'<li><a href="kb:{other.id}">{html.escape(other.title)}</a></li>' for other in sources)
    return f"<h2>Linked from</h2><ul>{items}</ul>" if items else ""


def _linked_tickets(tickets: tuple[Ticket, ...], told: Mapping[int, bool]) -> str:
    if not tickets:
        return "<h2>Tickets</h2><p>No ticket is linked to it.</p>"
    items = "".join(
        f'<li><a href="ticket:{ticket.id}">#{ticket.id} {html.escape(ticket.subject or "(no subject)")}</a>,'
        f" {html.escape(spoken_customer(ticket.customer))}, {ticket.status.value}"
        f"{_TOLD[told[ticket.id]] if ticket.id in told else ''}</li>"
        for ticket in tickets[:50]
    )
    more = f"<p>and {len(tickets) - 50} more</p>" if len(tickets) > 50 else ""
    count = "1 ticket is" if len(tickets) == 1 else f"{len(tickets)} tickets are"
    return f"<h2>Tickets</h2><p>{count} linked to it.</p><ul>{items}</ul>{more}"
