"""What was sent once is suggested the next time, and read in its ticket."""

from typing import Any

from search.hit import Kind, Trust

MAIL = (
    b"From: Jo Customer <jo@customer.example>\r\nTo: help@a.example\r\nSubject: Export\r\n"
    b"Message-ID: <past@customer.example>\r\nDate: Tue, 17 Nov 2026 09:00:00 +0000\r\n\r\n"
    b"Which columns does the ledger export have?\r\n"
)
REPLY = "Hello Jo,\n\n> Which columns does the ledger export have?\n\nDate, amount and account number.\n"


def test_a_sent_reply_answers_the_next_question_like_it(window: Any) -> None:
    program = window.program
    ticket = program.desk.add_mail(MAIL)
    program.desk.file_reply(ticket.id, b"raw", text=REPLY)
    program.ticket.replied.emit(ticket.id)
    window.settle()
    index = program.indexes.to_search()
    (hit,) = index.suggest("What columns are in a ledger export?")
    assert (hit.kind, hit.trust) == (Kind.PAST_ANSWER, Trust.PAST_ANSWER)
    assert hit.passage.strip() == "Date, amount and account number."
    window.places.show_record(hit.kind, hit.id)
    window.settle()
    assert program.tickets.open_ticket_id == ticket.id
