"""What code the places beside the queue take, in the order in which it is loaded while the queue is shown.

Lists of names instead of imports: what defines classes of Qt may not be loaded in a lane
(``desktop.work.staged_loading``), and at once it would hold up the window.
"""

PLACES_WITHOUT_QT = (
    "desktop.promises.presenter",
    "desktop.known_issues.presenter",
    "desktop.library.presenter",
    "desktop.library.reading_place",
    "desktop.library.index_progress",
    "desktop.library.gaps.gaps_presenter",
    "desktop.library.gaps.gap_rows",
    "desktop.library.gaps.owner_mail",
    "desktop.record_editor.presenter",
    "desktop.record_editor.links",
    "desktop.record_editor.from_reply",
    "desktop.past_answers",
)
PLACES = (
    "desktop.promises.row_delegate",
    "desktop.promises.place",
    "desktop.record_editor.fields",
    "desktop.known_issues.issue_delegate",
    "desktop.library.reading_view",
    "desktop.known_issues.view",
    "desktop.known_issues.issue_commands",
    "desktop.library.gaps.gap_list",
    "desktop.library.list_foot",
    "desktop.library.view",
    "desktop.library.place",
    "desktop.record_editor.form_view",
    "desktop.record_editor.link_list",
    "desktop.record_editor.view",
    "desktop.record_places",
)
TICKET_WITHOUT_QT = (
    "composer.lint.registry",
    "composer.review",
    "composer.mail.outgoing",
    "composer.mail.reply_start",
    "composer.tickets.desk",
    "desktop.reply.circumstances",
    "desktop.reply.ticket_presenter",
    "desktop.reply.ticket_loader",
    "desktop.reply.reply_services",
    "desktop.reply.earlier.earlier_mails",
    "desktop.reply.fetch.snippet_choices",
    "desktop.reply.findings.own_dictionary",
    "desktop.reply.preview.preview_presenter",
    "desktop.reply.their_mail.mail_presenter",
)
TICKET = (
    "desktop.reply.draft.envelope_row",
    "desktop.reply.draft.editor_menu",
    "desktop.reply.paper.measured_text",
    "desktop.reply.draft.reply_editor",
    "desktop.reply.draft.swatch_button",
    "desktop.reply.knowledge.suggestion_card",
    "desktop.reply.fetch.fetch_list",
    "desktop.reply.preview.mail_page_view",
    "desktop.reply.draft.reply_view",
    "desktop.reply.findings.finding_card",
    "desktop.reply.knowledge.knowledge_view",
    "desktop.reply.their_mail.mail_text",
    "desktop.reply.their_mail.mail_view",
    "desktop.reply.place",
    "desktop.reply.build",
)
