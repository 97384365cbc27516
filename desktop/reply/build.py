"""Builds the place of the open ticket: every part made once, and handed over by keyword."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from composer.review import Reviewer
from composer.tickets.desk import Desk
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.reply.circumstances import Circumstances
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.draft.autosave import Autosave, SaveNews
from desktop.reply.draft.draft_presenter import DraftPresenter
from desktop.reply.draft.envelope_presenter import EnvelopePresenter
from desktop.reply.draft.pasted import PageReader, PastePresenter
from desktop.reply.draft.start_draft import start_another, start_draft
from desktop.reply.earlier.earlier_mails import EarlierMails
from desktop.reply.fetch.fetch_presenter import FetchPresenter
from desktop.reply.fetch.snippet_choices import snippet_choices
from desktop.reply.findings.findings_presenter import FindingsPresenter
from desktop.reply.findings.live_review import LiveReview
from desktop.reply.findings.own_dictionary import OwnDictionary
from desktop.reply.knowledge.knowledge_presenter import KnowledgePresenter
from desktop.reply.knowledge.passages import PassageInserter
from desktop.reply.last_look.last_look_presenter import LastLookPresenter, Outlets
from desktop.reply.last_look.outlets import SystemOutlets
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.place import ReplyPlace
from desktop.reply.place_acts import PlaceActs
from desktop.reply.preview.preview_presenter import PreviewPresenter
from desktop.reply.reply_services import ReplyServices
from desktop.reply.their_mail.mail_presenter import MailPresenter
from desktop.reply.ticket_loader import MailReader, TicketLoader
from desktop.reply.ticket_presenter import Columns, TicketPresenter
from desktop.reply.wiring import connect
from desktop.settings import SettingsStore
from desktop.window.commands import CommandBook
from desktop.work.background import Lanes
from desktop.work.collaborators import Clock
from desktop.work.qt_timers import QtTimers
from desktop.work.shared_index import SearchIndex, SharedIndex
from kb_content.library import Library


class ForeignReader(MailReader, PageReader, Protocol):
    """Reads foreign bytes and pages, within limits: the mail worker."""


def build_reply_place(
    *,
    desk: Desk,
    library: Callable[[], Library],
    index_opener: Callable[[], SearchIndex],
    reviewer: Reviewer,
    reader: ForeignReader,
    lanes: Lanes,
    settings: SettingsStore,
    clock: Clock,
    themes: ThemeSwitcher,
    book: CommandBook | None = None,
    outlets: Outlets | None = None,
) -> ReplyPlace:
    """Build the place of the open ticket; ``place.open_ticket(number)`` opens one.

    ``library`` returns the library as it is now; ``index_opener`` is called in the lane of reads, at
    the first search; ``reader`` reads foreign bytes (the mail worker). ``book`` gets the commands of
    the place ``ticket``. ``outlets`` stands in for clipboard and mail program in tests.
    """
    place = ReplyPlace(widths=settings.current.column_widths, knowledge_open=settings.current.knowledge_open)
    services = ReplyServices(library=library, settings=lambda: settings.current, clock=clock)
    ground = _Ground(
        place=place,
        desk=desk,
        lanes=lanes,
        services=services,
        index=SharedIndex(index_opener),
        timers=QtTimers(place),
        writes=DeskWrites(lane=lanes.writes, told=place.show_problem),
    )
    ticket = _ticket_presenter(ground, reader)
    place.reply.editor.agent_name = services.agent_name
    columns, preview = _join(ground, ticket, reviewer, outlets or SystemOutlets(), OwnDictionary(settings))
    earlier = EarlierMails(
        view=place,
        desk=desk,
        reader=reader,
        reads=lanes.reads,
        ticket=lambda: ticket.ticket,
        spoken_moment=services.spoken_moment,
    )
    acts = PlaceActs(
        place=place,
        earlier=earlier,
        ticket=ticket,
        columns=columns,
        preview=preview,
        writes=ground.writes,
        settings=settings,
    )
    connect(place, ticket, columns, preview, acts)
    place.pastes = PastePresenter(
        view=place,
        ticket=lambda: ticket.ticket,
        reads=lanes.reads,
        reader=reader,
    )
    place.reply.editor.pasted.connect(place.pastes.pasted)
    themes.changed.connect(place.wear)
    settings.on_change(lambda changed: place.show_text_size(changed.text_size))
    place.show_text_size(settings.current.text_size)
    if book is not None:
        acts.bind_commands(book)
    place.acts = acts
    return place


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every part stands on."""

    place: ReplyPlace
    desk: Desk
    lanes: Lanes
    services: ReplyServices
    index: SearchIndex
    timers: QtTimers
    writes: DeskWrites


def _ticket_presenter(ground: _Ground, reader: MailReader) -> TicketPresenter:
    services = ground.services
    loader = TicketLoader(
        desk=ground.desk,
        reader=reader,
        team=lambda: services.library().team,
        agent=services.agent,
        colour=services.colour,
        start_draft=lambda mail: start_draft(mail, services.settings()),
        recipient=services.recipient,
        spoken_time=services.spoken_time,
    )
    return TicketPresenter(
        view=ground.place,
        load=loader.load,
        desk=ground.desk,
        reads=ground.lanes.reads,
        writes=ground.writes,
        spoken_moment=services.spoken_moment,
        start_another=lambda mail: start_another(mail, services.settings()),
    )


def _join(
    ground: _Ground,
    ticket: TicketPresenter,
    reviewer: Reviewer,
    outlets: Outlets,
    own_dictionary: OwnDictionary,
) -> tuple[Columns, PreviewPresenter]:
    """Make the presenters of the parts and let the ticket's know them."""
    services = ground.services
    circumstances = Circumstances(
        library=services.library,
        agent=services.agent,
        clock=services.clock,
        own_words=lambda: own_dictionary.words,
    )
    review = LiveReview(
        reviewer=reviewer,
        lane=ground.lanes.reads,
        timers=ground.timers,
        context=circumstances.of,
        reviewed=ticket.reviewed,
    )
    draft = DraftPresenter(
        view=ground.place.reply,
        autosave=partial(_autosave, ground),
        text_changed=ticket.text_changed,
        question_changed=ticket.question_changed,
    )
    inserter = PassageInserter(
        desk=ground.desk,
        writes=ground.writes,
        field_values=services.field_values,
        apply_edit=ground.place.apply_edit,
    )
    columns = Columns(
        mail=MailPresenter(
            view=ground.place.mail,
            decided=ticket.decide,
            go_to_draft=draft.go_to_question,
            spoken_time=services.spoken_time,
        ),
        draft=draft,
        envelope=EnvelopePresenter(
            view=ground.place,
            desk=ground.desk,
            writes=ground.writes,
            recipient=services.recipient_named,
            changed=ticket.draft_circumstances_changed,
            reload=ticket.reload,
        ),
        findings=FindingsPresenter(
            view=ground.place,
            desk=ground.desk,
            writes=ground.writes,
            read_again=review.read_now,
            go_to_question=draft.go_to_question,
            questions=ticket,
            rules=lambda: reviewer.rules,
            words=own_dictionary,
            timers=ground.timers,
        ),
        knowledge=_knowledge(ground, inserter),
        fetch=_fetch(ground, inserter, left=review.changed),
        last_look=_last_look(ground, outlets, ticket),
    )
    ticket.join(columns, review)
    preview = PreviewPresenter(
        view=ground.place.reply.preview,
        reads=ground.lanes.reads,
        compose=services.compose,
        ticket=lambda: ticket.ticket,
        told=ground.place.show_problem,
    )
    return columns, preview


def _knowledge(ground: _Ground, inserter: PassageInserter) -> KnowledgePresenter:
    return KnowledgePresenter(
        view=ground.place,
        index=ground.index,
        issues=lambda: ground.services.library().known_issues,
        desk=ground.desk,
        reads=ground.lanes.reads,
        writes=ground.writes,
        inserter=inserter,
        now=ground.services.local_now,
    )


def _fetch(ground: _Ground, inserter: PassageInserter, left: Callable[[], object]) -> FetchPresenter:
    return FetchPresenter(
        view=ground.place.reply,
        index=ground.index,
        snippets=lambda query: snippet_choices(ground.services.library().snippets, query),
        reads=ground.lanes.reads,
        inserter=inserter,
        left=left,
    )


def _last_look(ground: _Ground, outlets: Outlets, ticket: TicketPresenter) -> LastLookPresenter:
    services = ground.services

    def left(opened: OpenTicket) -> None:
        ticket.reply_left(opened)
        ground.place.replied.emit(opened.id)

    return LastLookPresenter(
        view=ground.place.last_look,
        desk=ground.desk,
        lanes=ground.lanes,
        clock=services.clock,
        outlets=outlets,
        compose=services.compose,
        find_times=services.find_times,
        working_time=lambda: services.library().team.working_time,
        agent=services.agent,
        left=left,
        refused=ground.place.show_problem,
    )


def _autosave(ground: _Ground, ticket: OpenTicket, told: Callable[[SaveNews], None]) -> Autosave:
    return Autosave(
        name=f"draft-{ticket.id}",
        save=lambda text: ground.desk.save_draft(ticket.id, text),
        lane=ground.lanes.writes,
        timers=ground.timers,
        told=told,
    )
