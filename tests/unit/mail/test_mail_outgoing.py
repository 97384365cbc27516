"""A finished draft leaves as a mail that reads back as what was meant."""

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from composer.draft import Draft
from composer.mail.message import Address, Message
from composer.mail.outgoing import ReplyFailure, compose_reply, reply_subject
from composer.mail.parse import parse_message

_AGENT = Address("Änn Agent", "ann@shop.example")
_MAIL = Message(
    subject="RE: AW: Re: Order 12",
    sender=Address("Mara Lind", "mara@customer.example"),
    text="When does it ship?\nCan I pay by card?\n",
    message_id="2@customer.example",
    in_reply_to="1@shop.example",
    references=("0@customer.example", "1@shop.example"),
)
_TEXT = (
    "Hello Mara,\n\n> When does it ship?\n\nOn **Thursday**.\n\n> Can I pay by card?\n> With Visa?\n\n"
    "Yes, both.\n\n- Visa\n- Master\n\nKind regards,\nAnn\n"
)
_NOW = datetime(2026, 3, 3, 10, 12, tzinfo=UTC)


def _compose(text: str = _TEXT, mail: Message | None = _MAIL, **more: object):  # type: ignore[no-untyped-def]
    return compose_reply(Draft(text), mail, sender=_AGENT, answer_colour="#186DEC", now=_NOW, **more)  # type: ignore[arg-type]


def test_the_mail_has_the_headers_of_a_reply() -> None:
    written = message_from_bytes(_compose(cc=["Bob <bob@x.example>"]).raw, policy=default)
    assert written["Subject"] == "Re: Order 12"
    assert written["To"] == "Mara Lind <mara@customer.example>"
    assert written["Cc"] == "Bob <bob@x.example>"
    assert written["From"] == "Änn Agent <ann@shop.example>"
    assert written["In-Reply-To"] == "<2@customer.example>"
    assert written["References"].split() == [
        "<0@customer.example>",
        "<1@shop.example>",
        "<2@customer.example>",
    ]
    assert written["Date"] == "Tue, 03 Mar 2026 10:12:00 +0000"
    assert re.fullmatch(r"<[^<>@\s]+@shop\.example>", written["Message-ID"])
    assert written["Bcc"] is None
    assert [part.get_content_type() for part in written.iter_parts()] == ["text/plain", "text/html"]


def test_plain_answers_stay_distinct_without_colour() -> None:
    assert _compose().plain == (
        "Hello Mara,\n\n> When does it ship?\n\nOn **Thursday**.\n\n> Can I pay by card?\n> With Visa?\n\n"
        "Yes, both.\n\n- Visa\n- Master\n\nKind regards,\nAnn\n"
    )


def test_inline_answers_have_colour_bar_and_number_in_html() -> None:
    html = _compose(badges={34: [1]}).html
    assert html.count('class="thrice-bar"') == 2
    assert html.count('class="thrice-answer" style="padding:0 0 0 12px;color:#186dec"') == 2
    assert '<p><span class="thrice-badge"' in html
    assert "@media (prefers-color-scheme: dark)" in html
    assert "<strong>Thursday</strong>" in html
    greeting, closing = html.index("Hello Mara"), html.index("Kind regards")
    assert greeting < html.index("thrice-quote", html.index("</style>")) < closing
    assert html.rindex("</table>") < closing


def test_a_line_end_in_own_words_is_one_in_the_html_too() -> None:
    reply = _compose(
        "Hello Mara,\n\n> When does it ship?\n\nOn Thursday.\nBy post.\n\nKind regards\nAnn\nOur shop\n"
    )
    for shown in (reply.html, reply.dark_html):
        assert "On Thursday.<br>\nBy post." in shown
        assert "Kind regards<br>\nAnn<br>\nOur shop" in shown


def test_a_colour_set_in_the_draft_reaches_the_html_and_leaves_the_plain_part() -> None:
    reply = _compose(
        '> q?\n\nyes, <span style="color:#C00000">by Friday</span> <font color=green>ok</font>\n'
    )
    assert '<span style="color:#c00000">by Friday</span>' in reply.html
    assert '<span style="color:#008000">ok</span>' in reply.html
    assert "yes, by Friday ok" in reply.plain


def test_markup_in_a_draft_is_shown_not_run() -> None:
    reply = _compose("<script>alert(1)</script> and [kb](kb:refunds)\n")
    assert "<script" not in reply.html
    assert "kb:" not in reply.html + reply.plain


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Order", "Re: Order"),
        ("re: RE[2]: Aw: Order", "Re: Order"),
        ("Re: " * 500 + "Order", "Re: Order"),
        ("Fwd: Order", "Re: Fwd: Order"),
        ("", "Re: your message"),
        ("Order\r\nBcc: spy@evil.example", "Re: Order Bcc: spy@evil.example"),
        ("=?utf-8?Q?x=0D=0ABcc:_spy@evil.example?=", "Re: = ?utf-8?Q?x=0D=0ABcc:_spy@evil.example?="),
        ("Rechnung", "Re: Rechnung"),
    ],
)
def test_a_subject_has_one_re_and_one_line(subject: str, expected: str) -> None:
    assert reply_subject(subject) == expected


@pytest.mark.parametrize(
    "mail",
    [
        Message(
            subject="a\r\nBcc: x@evil.example",
            sender=Address("M\r\nBcc: x@evil.example", "m@c.example"),
            text="",
        ),
        Message(
            subject="a", sender=Address("", "m@c.example"), text="", message_id="a@b>\r\nBcc: x@evil.example"
        ),
        Message(
            subject="a",
            sender=Address("", "m@c.example"),
            text="",
            message_id="a@b",
            references=("x\r\nBcc: y@z",),
        ),
        Message(
            subject="=?utf-8?q?a=0ABcc:_x@evil.example?=",
            sender=Address("=?utf-8?q?=0ABcc:_x?=", "m@c.example"),
            text="",
        ),
    ],
)
def test_no_header_is_smuggled_in(mail: Message) -> None:
    raw = _compose("Hello\n", mail).raw
    head = raw.split(b"\r\n\r\n")[0].lower()
    assert b"\nbcc:" not in head
    assert parse_message(raw).to == (
        Address(mail.sender.name and parse_message(raw).to[0].name, "m@c.example"),
    )


@pytest.mark.parametrize(
    ("mail", "to", "warned"),
    [
        (
            Message("s", Address("", "a@b.example"), "", reply_to=(Address("", "c@b.example"),)),
            "c@b.example",
            False,
        ),
        (
            Message("s", Address("", "a@b.example"), "", reply_to=(Address("", "c@thief.example"),)),
            "a@b.example",
            True,
        ),
        (
            Message("s", Address("", "noreply@b.example"), "", reply_to=(Address("", "c@d.example"),)),
            "c@d.example",
            False,
        ),
    ],
)
def test_a_reply_to_of_another_domain_is_not_followed_in_silence(
    mail: Message, to: str, warned: bool
) -> None:
    reply = _compose("Hello\n", mail)
    assert reply.to == (to,)
    assert bool(reply.warnings) is warned


def test_a_mail_from_nobody_can_be_answered_once_an_address_is_added() -> None:
    reply = _compose("Hello\n", Message("s", Address("", "MAILER-DAEMON"), ""))
    assert reply.to == ()
    assert "no address to answer to" in reply.warnings[0]


@pytest.mark.parametrize("cc", ["no address", "a@b.example, c@d.example", "a@b\r\nBcc: c@d.example"])
def test_a_copy_to_what_is_no_address_is_refused(cc: str) -> None:
    with pytest.raises(ReplyFailure, match="no mail address"):
        _compose(cc=[cc])


def test_attachments_leave_under_safe_and_different_names(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"PDF")
    reply = _compose(attachments=[tmp_path / "a.pdf", ("../A.pdf", "application/pdf", b"other")])
    names = [attachment.name for attachment in parse_message(reply.raw).attachments]
    assert names == ["a.pdf", "A (2).pdf"]
    with pytest.raises(ReplyFailure, match="cannot be read"):
        _compose(attachments=[tmp_path / "gone.pdf"])


def test_a_reply_to_pasted_text_has_no_recipient_yet() -> None:
    reply = _compose("Hello\n", None)
    assert (reply.to, reply.subject) == ((), "Re: your message")
