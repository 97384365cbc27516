"""Connects what the views of a ticket say with what its presenters do, in one table."""

from functools import partial
from pathlib import Path

from composer.lint.finding import Reading
from desktop.reply.draft.picture import png_bytes
from desktop.reply.place import ReplyPlace
from desktop.reply.place_acts import PlaceActs
from desktop.reply.preview.preview_presenter import PreviewPresenter
from desktop.reply.ticket_presenter import Columns, TicketPresenter

_MAIL_FILES = (".eml", ".msg")


def connect(
    place: ReplyPlace,
    ticket: TicketPresenter,
    columns: Columns,
    preview: PreviewPresenter,
    acts: PlaceActs,
) -> None:
    """Connect everything."""
    _connect_editor(place, ticket, columns)
    _connect_reply(place, ticket, columns, preview, acts)
    _connect_issues(place, columns)
    place.presenter = ticket
    place.envelope = columns.envelope
    place.mail.presenter = columns.mail
    place.knowledge.findings = columns.findings
    place.knowledge.knowledge = columns.knowledge
    place.last_look.presenter = columns.last_look
    place.last_look.finding_wanted.connect(acts.go_to_finding)
    place.last_look.question_wanted.connect(acts.go_to_open_question)
    place.last_look.next_wanted.connect(place.next_wanted)
    place.knowledge.open_wanted.connect(place.record_wanted)
    place.mail.text.escaped.connect(place.reply.editor.setFocus)
    place.mail.attachment_wanted.connect(acts.save_attachment)
    place.mail.earlier_wanted.connect(acts.earlier.show)
    place.columns.widths_changed.connect(acts.keep_widths)
    place.columns.drawer_changed.connect(acts.keep_drawer)


def _connect_editor(place: ReplyPlace, ticket: TicketPresenter, columns: Columns) -> None:
    editor, fetch = place.reply.editor, place.reply.fetch
    editor.enter_in_text = columns.draft.press_enter
    editor.soft_enter_in_text = columns.draft.press_enter_within_quote
    editor.list_key = fetch.take_key
    editor.next_field = columns.draft.next_field
    editor.typed.connect(columns.draft.type)
    editor.cursor_moved.connect(columns.draft.move_cursor)
    editor.cursor_moved.connect(lambda _: columns.fetch.type())
    editor.cursor_moved.connect(lambda _: columns.findings.typing_over())
    editor.badge_pressed.connect(columns.mail.go_to)
    editor.left_it.connect(columns.fetch.wave_off)
    editor.left_it.connect(columns.findings.typing_over)
    editor.questions_to_link = columns.mail.numbers
    editor.fix_wanted.connect(columns.findings.fix)
    editor.dismiss_wanted.connect(columns.findings.dismiss)
    editor.link_wanted.connect(columns.mail.link_answer)
    editor.files_dropped.connect(partial(_take_files, place, columns))
    editor.picture_pasted.connect(
        lambda picture: columns.envelope.attach_picture(partial(png_bytes, picture))
    )
    fetch.chosen.connect(columns.fetch.choose)
    fetch.waved_off.connect(columns.fetch.wave_off)


def _take_files(place: ReplyPlace, columns: Columns, names: list[str]) -> None:
    """Attach files that were dropped on the draft; of mails, ask whether they are tickets."""
    paths = tuple(map(Path, names))
    columns.envelope.attach(paths)
    mails = [path for path in paths if path.suffix.lower() in _MAIL_FILES]
    if mails:
        place.mails_dropped.emit(mails)


def _connect_reply(
    place: ReplyPlace,
    ticket: TicketPresenter,
    columns: Columns,
    preview: PreviewPresenter,
    acts: PlaceActs,
) -> None:
    reply = place.reply
    reply.strip.reading_pressed.connect(lambda name: columns.findings.walk(reading=Reading(name)))
    reply.strip.finish_pressed.connect(acts.look)
    reply.swatches.colour_chosen.connect(ticket.choose_colour)
    reply.attach_wanted.connect(acts.ask_for_files)
    reply.preview_wanted.connect(acts.toggle_preview)
    reply.preview.left.connect(acts.toggle_preview)
    reply.preview.kind_chosen.connect(preview.show)
    reply.knowledge_button.clicked.connect(place.show_knowledge)
    reply.another_wanted.connect(ticket.start_another)
    reply.envelope.customer_named.connect(columns.envelope.name_customer)
    reply.envelope.cc_changed.connect(lambda addresses: columns.envelope.change_cc(tuple(addresses)))
    reply.envelope.detach_wanted.connect(columns.envelope.detach)


def _connect_issues(place: ReplyPlace, columns: Columns) -> None:
    issues, knowledge = place.reply.issues, columns.knowledge
    issues.workaround_wanted.connect(knowledge.insert_workaround)
    issues.link_wanted.connect(knowledge.link_issue)
    issues.unlink_wanted.connect(knowledge.unlink_issue)
    issues.waved_off.connect(knowledge.wave_off)
    issues.open_wanted.connect(lambda id: place.record_wanted.emit("known-issue", id))
