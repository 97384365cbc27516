"""Pasted text names nobody: the agent says who wrote it, and all that follows knows it."""

from composer.mail.message import Address
from tests.unit.desktop_reply.ticket_scene import Scene

PASTED = b"Subject: My export\r\n\r\nHello,\r\n\r\nhow do I export my orders?\r\n"


def paste(scene: Scene) -> None:
    scene.ticket.open_ticket(scene.desk.add_mail(PASTED).id)
    scene.settle()


def test_the_customer_of_a_pasted_mail_can_be_named(scene: Scene) -> None:
    """The reply goes there, the head of the mail says it, and so does the queue."""
    paste(scene)
    assert (scene.open.to, scene.open.names_nobody) == ("", True)
    scene.columns.envelope.name_customer("Ada Park <ada@park.example>")
    scene.settle()
    assert (scene.open.to, scene.open.names_nobody) == ("ada@park.example", True)
    assert scene.open.mail.message.sender == Address("Ada Park", "ada@park.example")
    assert scene.view.shown["show_head"][0].name == "Ada Park"
    assert scene.desk.ticket(scene.open.id).customer.mail == "ada@park.example"


def test_what_was_written_before_stays(scene: Scene) -> None:
    paste(scene)
    scene.type("Hi, press Export.")
    scene.columns.envelope.name_customer("ada@park.example")
    scene.settle()
    assert scene.view.text == "Hi, press Export."


def test_what_is_no_address_is_said(scene: Scene) -> None:
    paste(scene)
    scene.columns.envelope.name_customer("Ada Park")
    scene.settle()
    assert scene.view.shown["show_problem"] == ("“Ada Park” is no mail address: write name@company.example.",)
    assert scene.desk.ticket(scene.open.id).customer.mail == ""


def test_a_mail_that_says_who_wrote_it_is_believed(scene: Scene) -> None:
    scene.columns.envelope.name_customer("eve@other.example")
    scene.settle()
    assert scene.open.to == "jo@example.org"
