"""A ticket without a window: the presenters together."""

from datetime import UTC, datetime
from pathlib import Path

from composer.mail.message import Address
from composer.mail.parse import parse_message
from composer.questions.answer_state import State
from composer.tickets.ticket import NewPromise, TicketStatus
from desktop.reply.draft.autosave import SaveState
from kb_content.failure import Failure
from search.hit import Trust
from tests.unit.desktop_reply.ticket_scene import ARTICLE, MAIL, NOW, Scene


def test_opening_shows_all_columns(scene: Scene) -> None:
    """The mail with its questions, a draft that quotes them, findings, a known issue, suggestions."""
    assert [q.text for q in scene.open.mail.questions] == [
        "When will that be fixed?",
        "How do I change my address?",
    ]
    assert scene.view.text.startswith("Hi Jo,\n\n> Hello,")
    assert scene.states() == [State.UNANSWERED, State.UNANSWERED]
    assert {"show_head", "show_page", "show_strip", "show_cards", "show_ticket"} <= set(scene.view.said)
    (notices,) = scene.view.shown["show_issues"]
    assert (notices[0].issue.id, notices[0].status) == ("blank", "investigating · ETA 4 Dec")
    assert (scene.open.to, scene.open.cc) == ("jo@example.org", ("boss@example.org",))


def test_a_start_is_not_saved_and_a_draft_is_taken_up(scene: Scene) -> None:
    """What nobody typed is not in the desk; what was typed comes back."""
    ticket = scene.open.id
    assert scene.desk.draft(ticket).revision == 0
    scene.type("Hi Jo, soon")
    scene.ticket.close_ticket()
    scene.lanes.work()
    assert scene.desk.draft(ticket).text == "Hi Jo, soon"
    scene.ticket.open_ticket(ticket)
    scene.settle()
    assert scene.view.text == "Hi Jo, soon"
    assert scene.view.shown["show_saved"][0].state is SaveState.SAVED


def test_answering_inline(scene: Scene) -> None:
    """Enter behind the quoted question opens its answer; the state follows, the queue's counts too."""
    place = scene.open.text.index("change my address?") + len("change my address?")
    assert scene.columns.draft.press_enter(place)
    at = scene.open.cursor
    scene.type(scene.open.text[:at] + "Open *Settings* and press *Change address*." + scene.open.text[at:])
    assert scene.states()[1] is State.ANSWERED
    assert scene.desk.ticket(scene.open.id).open_questions == 1


def test_suggestions_follow_the_cursor(scene: Scene) -> None:
    """The question in hand is looked up, and its passage goes below it with its version noted."""
    scene.move_to("change my address?")
    about, cards = scene.view.shown["show_suggestions"]
    assert about == "2 · How do I change my address?"
    scene.columns.knowledge.insert(0)
    scene.settle()
    assert "address?\n\nOpen *Settings*." in scene.open.text
    (insertion,) = scene.desk.insertions(scene.open.id)
    assert (insertion.record_id, insertion.revision) == ("article:address", "r1")
    assert cards[0].badge == "not verified"


def test_a_question_without_an_answer_is_noted_as_a_gap(scene: Scene) -> None:
    """In the customer's words, for whoever keeps the articles."""
    scene.move_to("change my address?")
    scene.columns.knowledge.note_gap()
    scene.settle()
    assert [(gap.query, gap.noted) for gap in scene.desk.gaps()] == [("How do I change my address?", True)]


def test_another_ticket_shows_nothing_of_the_one_before(scene: Scene) -> None:
    """Its suggestions go at once, even when the new mail asks nothing."""
    scene.move_to("change my address?")
    quiet = MAIL.partition(b"\r\n\r\n")[0].replace(b"<a@", b"<quiet@") + b"\r\n\r\nThank you!\r\n"
    scene.ticket.open_ticket(scene.desk.add_mail(quiet).id)
    scene.settle()
    assert scene.view.shown["show_suggestions"] == ("", ())


def test_a_broken_index_is_said(scene: Scene) -> None:
    """The sentence stands where the suggestions would."""
    scene.index.broken = True
    scene.move_to("change my address?")
    assert scene.view.shown["show_search_failed"] == ("The index can't be read.",)


def test_the_workaround_of_a_known_issue(scene: Scene) -> None:
    """It goes into the draft, and the ticket is linked."""
    scene.move_to("that be fixed?")
    scene.columns.knowledge.insert_workaround("blank")
    scene.settle()
    assert "Print it twice." in scene.open.text
    assert scene.desk.linked_issues(scene.open.id) == ("blank",)
    assert scene.view.shown["show_issues"][0][0].is_linked


def test_an_issue_can_be_waved_off(scene: Scene) -> None:
    """It is not said again for this ticket."""
    scene.columns.knowledge.wave_off("blank")
    assert scene.view.shown["show_issues"] == ((),)


def test_knowledge_is_fetched_from_within_the_text(scene: Scene) -> None:
    """``??`` shows choices, the chosen one takes the place of what was typed."""
    scene.type("Hi Jo,\n?? addr")
    cards, sentence = scene.view.shown["show_choices"]
    assert (len(cards), sentence) == (1, "")
    scene.columns.fetch.choose(0)
    scene.settle()
    assert scene.open.text == "Hi Jo,\nOpen *Settings*."
    assert not scene.columns.fetch.is_open


def test_a_snippet_is_filled(scene: Scene) -> None:
    """Known fields become words; the first open one is selected to be typed over."""
    scene.type("//thx")
    scene.columns.fetch.choose(0)
    assert scene.open.text == "Thank you, Jo, for {{what}}."
    assert scene.open.cursor == scene.open.text.index("{{")


def test_marks_that_were_waved_off_stay_text(scene: Scene) -> None:
    """The list doesn't come back for the same marks."""
    scene.type("?? addr")
    scene.columns.fetch.wave_off()
    scene.type("?? addre")
    assert not scene.columns.fetch.is_open


def test_what_was_looked_for_in_vain_is_remembered_once(scene: Scene) -> None:
    """Not while it is typed, not what was found, not two letters."""
    scene.type("?? ca")
    scene.columns.fetch.wave_off()
    scene.type("?? addr")
    scene.columns.fetch.wave_off()
    scene.type("Hi\n?? camels")
    assert scene.index.failed == []
    scene.columns.fetch.wave_off()
    scene.settle()
    assert scene.index.failed == ["camels"]


def test_questions_are_decided_by_the_agent(scene: Scene) -> None:
    """Set aside, added, merged, split, undone: kept on the desk, seen in the states."""
    mail = scene.columns.mail
    mail.dismiss("q1")
    scene.settle()
    assert scene.states()[0] is State.DISMISSED
    mail.dismiss("q1")
    scene.settle()
    assert scene.states()[0] is State.UNANSWERED
    page = scene.view.shown["show_page"][0]
    start = page.text.index("the invoice PDF")
    assert mail.add_question(start, start + len("the invoice PDF has an empty page."))
    scene.settle()
    assert len(scene.states()) == 3
    assert scene.desk.decisions(scene.open.id).added
    mail.undo_decision()
    scene.settle()
    assert len(scene.states()) == 2
    mail.split("q2", page.text.index("change my"))
    scene.settle()
    assert [q.text for q in scene.open.mail.questions][1:] == ["How do I", "change my address?"]
    mail.merge_with_next("q2")
    scene.settle()
    assert len(scene.open.mail.questions) == 2


def test_a_blank_selection_is_no_question(scene: Scene) -> None:
    """Two letters or white space can't be asked."""
    assert not scene.columns.mail.add_question(0, 0)


def test_the_last_look_says_what_is_open(scene: Scene) -> None:
    """Unanswered questions, stops, recipients, promises with their date."""
    text = scene.open.text.replace("fixed?", "fixed?\n\nI'll write to you by Friday 27 November, 3 pm.\n\n")
    scene.type(text)
    scene.columns.last_look.look()
    scene.settle()
    look = scene.view.shown["show_look"][0]
    assert (look.to, look.cc) == ("Jo Marsh <jo@example.org>", ("boss@example.org",))
    assert look.subject == "Re: Blank invoices"
    assert [(p.number, p.is_unanswered) for p in look.open_points] == [(1, False), (2, True)]
    assert [p.due for p in look.promises] == [datetime(2026, 11, 27, 15, 0, tzinfo=UTC)]
    assert look.stops == ()
    assert not look.is_clear


def test_the_last_look_says_whom_the_mail_comes_from(scene: Scene) -> None:
    """Who never opened the settings hears of it before the mail leaves."""
    scene.columns.last_look.look()
    scene.settle()
    assert scene.view.shown["show_look"][0].sender == "Kim Lee <kim@shop.example>"
    scene.agent = Address("Kim Lee")
    scene.columns.last_look.look()
    scene.settle()
    assert scene.view.shown["show_look"][0].sender == ""


def test_a_copy_to_no_address_is_said_at_once_and_at_the_last_look(scene: Scene) -> None:
    """Ctrl+Enter never does nothing: where there is nothing to look at, it says why."""
    scene.columns.envelope.change_cc(("boss",))
    scene.settle()
    assert scene.view.shown["show_problem"] == ("“boss” in Cc is no mail address; correct or remove it.",)
    scene.columns.envelope.change_cc(())
    assert scene.view.shown["hide_problem"] == ("“boss” in Cc is no mail address; correct or remove it.",)
    scene.columns.envelope.change_cc(("boss",))
    scene.columns.last_look.look()
    scene.settle()
    assert "show_look" not in scene.view.shown
    assert scene.problems == ["“boss” in Cc is no mail address; correct or remove it."]


def test_a_reply_leaves_once(scene: Scene) -> None:
    """Copied and written, it is filed one time, with its promises, and the ticket is replied."""
    scene.type(scene.open.text + "\nI'll write to you by Friday 27 November, 3 pm.\n")
    look = scene.columns.last_look
    look.look()
    scene.settle()
    look.copy()
    scene.settle()
    look.write(Path("out/reply.eml"))
    scene.settle()
    assert [left[0] for left in scene.outlets.left] == ["clipboard", "reply.eml"]
    (reply,) = scene.desk.replies(scene.open.id)
    assert parse_message(reply.raw).in_reply_to == "a@example.org"
    assert len(scene.desk.open_promises()) == 1
    assert scene.desk.ticket(scene.open.id).status is TicketStatus.REPLIED
    assert scene.left == [scene.open.id]


WAITING = "As soon as accounting is back I send you the paper."


def test_a_promise_that_waits_is_filed_with_a_day_to_look_again(scene: Scene) -> None:
    """The second working day, or the one that was chosen; the customer reads of neither."""
    scene.type(f"{scene.open.text}\n{WAITING}\n")
    look = scene.columns.last_look
    look.look()
    scene.settle()
    (seen,) = scene.view.shown["show_look"][0].promises
    assert (seen.due, seen.event) == (None, "as soon as accounting is back")
    days = scene.view.shown["show_look"][0].days
    look.copy()
    scene.settle()
    (promise,) = scene.desk.open_promises()
    assert (promise.words, promise.due, promise.look_again) == (WAITING, None, days[1].moment)
    scene.type(f"{scene.open.text}Take care.\n")
    look.look()
    scene.settle()
    look.choose_day(WAITING, days[3].moment)
    look.copy()
    scene.settle()
    assert [one.look_again for one in scene.desk.open_promises()] == [days[3].moment]


def test_a_reply_keeps_what_was_promised_before(scene: Scene) -> None:
    """What the agent says it keeps, and a fix notice by itself; the rest stays open."""
    scene.desk.file_reply(scene.open.id, b"raw", promises=[NewPromise("You get the log.", None)])
    words = {scene.open.id: "Tell them that it is fixed."}
    scene.desk.owe_fix_notices("slow-export", words, look_again=NOW)
    scene.type(f"{scene.open.text}\nHere it is.\n")
    look = scene.columns.last_look
    look.look()
    scene.settle()
    log, notice = scene.view.shown["show_look"][0].owed
    assert (log.words, log.when, log.is_fix_notice) == ("You get the log.", "no date", False)
    assert notice.is_fix_notice
    look.choose_kept(log.id, kept=True)
    look.copy()
    scene.settle()
    assert scene.desk.open_promises() == ()


def test_a_reply_that_cannot_leave_is_not_filed(scene: Scene) -> None:
    """Why is said, and the draft stays."""
    scene.outlets.no_program = True
    look = scene.columns.last_look
    look.look()
    scene.settle()
    look.open_in_mail_program()
    scene.settle()
    assert scene.view.shown["show_failed"] == ("No program opens mails.",)
    assert scene.desk.replies(scene.open.id) == ()
    look.keep_editing()
    assert not look.is_open


def test_nothing_leaves_without_a_last_look(scene: Scene) -> None:
    """Copying before it was opened does nothing."""
    scene.columns.last_look.copy()
    scene.settle()
    assert scene.outlets.left == []


def test_colour_copies_and_attachments(scene: Scene, tmp_path: Path) -> None:
    """All are kept with the draft: opened again, it has them, also when the file is gone."""
    paths = (tmp_path / "a.pdf", tmp_path / "b.pdf")
    for path in paths:
        path.write_bytes(path.name.encode())
    scene.type("Hi")
    scene.ticket.choose_colour("#087E96")
    scene.columns.envelope.change_cc(("a@example.org",))
    scene.columns.envelope.attach((*paths, paths[0]))
    scene.settle()
    assert [file.name for file in scene.open.attachments] == ["a.pdf", "b.pdf"]
    scene.columns.envelope.detach(scene.open.attachments[0].id)
    scene.settle()
    for path in paths:
        path.unlink()
    scene.ticket.open_ticket(scene.open.id)
    scene.settle()
    assert scene.desk.answer_colour(scene.open.id) == "#087E96"
    assert scene.open.cc == ("a@example.org",)
    assert [(file.name, file.data) for file in scene.open.attachments] == [("b.pdf", b"b.pdf")]


def test_a_file_that_cannot_be_attached_is_told(scene: Scene, tmp_path: Path) -> None:
    """One sentence names the file; nothing is attached."""
    scene.columns.envelope.attach((tmp_path / "gone.pdf",))
    scene.settle()
    assert "gone.pdf" in scene.problems[0]
    assert scene.open.attachments == ()


def test_a_ticket_that_is_not_there(scene: Scene) -> None:
    """The sentence of the failure is shown."""
    scene.ticket.open_ticket(99)
    scene.settle()
    assert "no ticket 99" in scene.view.shown["show_failed"][0]


def test_trust_says_when_it_was_verified() -> None:
    """A badge is a word and, where there is one, a date."""
    from dataclasses import replace

    from desktop.widgets.trust_badge import trust_badge

    verified = replace(ARTICLE, trust=Trust.VERIFIED, trusted_since="2026-09-12")
    assert trust_badge(verified)[0] == "verified 12 Sep"
    assert trust_badge(replace(ARTICLE, trust=Trust.OVERDUE))[0] == "check is overdue"


def test_the_agent_says_what_answers_a_question(scene: Scene) -> None:
    """Words far from the quote count as its answer, since the agent outranks the map."""
    scene.type(scene.open.text + "\nAll is well with it.\n")
    at = scene.open.text.index("All is well")
    scene.columns.mail.link_answer("q1", at, at + 20)
    scene.settle()
    assert scene.states()[0] is State.ANSWERED
    assert scene.columns.mail.numbers() == (("q1", 1), ("q2", 2))


def test_a_question_is_looked_up_with_its_paragraph(scene: Scene) -> None:
    """ "When will that be fixed?" says nothing without the sentence before it."""
    from desktop.reply.knowledge.knowledge_presenter import surroundings

    first = scene.open.mail.questions[0]
    words = surroundings(first, scene.open.mail)
    assert words == "Blank invoices the invoice PDF has an empty page. When will that be fixed?"


def test_a_ticket_opened_again_goes_on_with_its_newest_text(scene: Scene) -> None:
    """Even when the desk could not take it: the text is kept here until it is saved."""
    save, ticket = scene.desk.save_draft, scene.open.id

    def full(*_: object) -> int:
        raise Failure("The disk is full.")

    scene.desk.save_draft = full  # type: ignore[method-assign]
    scene.type("Hi Jo, newest")
    scene.ticket.close_ticket()
    scene.settle()
    assert "The disk is full." in scene.view.shown["show_problem"][0]
    scene.ticket.open_ticket(ticket)
    scene.settle()
    assert scene.view.text == "Hi Jo, newest"
    scene.desk.save_draft = save  # type: ignore[method-assign]
    scene.timers.pass_time(5000)
    scene.lanes.work()
    assert scene.desk.draft(ticket).text == "Hi Jo, newest"


def test_a_changed_library_is_looked_up_again(scene: Scene) -> None:
    """An issue that was resolved meanwhile is no longer said."""
    scene.issues = {}
    scene.ticket.library_changed()
    scene.settle()
    assert scene.view.shown["show_issues"] == ((),)


def test_tab_goes_from_field_to_field(scene: Scene) -> None:
    """The next field behind the cursor is selected; without one, Tab is not taken."""
    scene.type("I did {{what}} at {{when}}.", 0)
    assert scene.columns.draft.next_field(0)
    assert scene.view.shown["show_place"] == (6, 14)
    assert scene.columns.draft.next_field(14)
    assert scene.view.shown["show_place"] == (18, 26)
    assert not scene.columns.draft.next_field(26)
