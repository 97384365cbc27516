"""Mails of every make open as plain data."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.mail.message import Address, MailKind
from composer.mail.parse import (
    MailFailure,
    attachment_bytes,
    message_from_html,
    message_from_text,
    open_mail,
    parse_message,
)


def _mail(head: str, body: str = "Hello\r\n") -> bytes:
    return (head.strip().replace("\n", "\r\n") + "\r\n\r\n" + body).encode()


def test_a_plain_mail_is_read_whole() -> None:
    message = parse_message(
        _mail(
            """From: "Lind, Mara" <mara@customer.example>
To: Support <support@shop.example>, b@shop.example
Cc: team: c@shop.example, d@shop.example;
Subject: =?utf-8?q?Gr=C3=BC?= =?utf-8?q?=C3=9Fe?= and more
Date: Mon, 3 Mar 2025 10:12:00 +0100
Message-ID: <1@customer.example>
In-Reply-To: <0@shop.example>
References: <a@x.example> <0@shop.example>""",
            "Where is it?\r\nThanks\r\n",
        )
    )
    assert message.sender == Address("Lind, Mara", "mara@customer.example")
    assert [address.mail for address in message.to] == ["support@shop.example", "b@shop.example"]
    assert [address.mail for address in message.cc] == ["c@shop.example", "d@shop.example"]
    assert message.subject == "Grüße and more"
    assert message.sent == datetime(2025, 3, 3, 9, 12, tzinfo=UTC)
    assert (message.message_id, message.in_reply_to) == ("1@customer.example", "0@shop.example")
    assert message.references == ("a@x.example", "0@shop.example")
    assert message.text == "Where is it?\nThanks\n"
    assert message.notes == ()


@pytest.mark.parametrize(
    ("charset", "data", "expected"),
    [
        ("iso-8859-1", b"caf\xe9 \x80", "café €"),
        ("us-ascii", "naïve".encode(), "naïve"),
        ("utf-8", b"stra\xdfe", "straße"),
        ("iso-8859-1", "Grüße".encode(), "Grüße"),
        ("gb2312", "你好".encode("gb18030"), "你好"),
        ("ks_c_5601-1987", "안녕".encode("cp949"), "안녕"),
        ("iso-2022-jp", "日本".encode("iso2022_jp"), "日本"),
        ("koi8-r", "привет".encode("koi8-r"), "привет"),
        ("no-such-charset", "été".encode(), "été"),
        ("utf-7", b"+ADw-b+AD4-", "+ADw-b+AD4-"),
        ("unicode_escape", rb"\u003cb\u003e", r"\u003cb\u003e"),
        ("rot13", b"abc", "abc"),
        ("", "ünï".encode(), "ünï"),
        ("", b"f\xfcr", "für"),
    ],
)
def test_a_wrong_or_unknown_charset_costs_no_letter(charset: str, data: bytes, expected: str) -> None:
    label = f"; charset={charset}" if charset else ""
    raw = f"From: a@b.example\r\nContent-Type: text/plain{label}\r\n\r\n".encode() + data
    assert parse_message(raw).text == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"From: a@b.example\nSubject: x\n\nlf", "lf"),
        (b"From: a@b.example\rSubject: x\r\rcr", "cr"),
        (b"\xef\xbb\xbfFrom: a@b.example\r\nSubject: x\r\n\r\nbom", "bom"),
        (b"From mara Mon Mar  3 10:12:00 2025\nFrom: a@b.example\nSubject: x\n\nmbox", "mbox"),
        (b"\r\n\r\nFrom: a@b.example\r\nSubject: x\r\n\r\nempty lines first", "empty lines first"),
        (b"From: a@b.example\r\nstray line\r\nSubject: x\r\n\r\nstray", "stray"),
        (b"From: a@b.example\r\nSubject: x\r\nno empty line", "no empty line"),
    ],
)
def test_headers_of_any_make_are_found(raw: bytes, expected: str) -> None:
    message = parse_message(raw)
    assert (message.sender.mail, message.text) == ("a@b.example", expected)
    assert message.subject in ("x", "")


_ALTERNATIVE = """From: a@b.example
Content-Type: multipart/mixed; boundary="outer"
"""
_NESTED = """--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Caf=C3=A9 =
and more
--inner
Content-Type: text/html

<p>Caf&eacute; <b>and</b> more</p>
--inner--
--outer
Content-Type: application/pdf; name="../a?.pdf"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="../a?.pdf"

UERG
--outer
Content-Type: application/ms-tnef; name=winmail.dat
Content-Transfer-Encoding: base64

AAAA
--outer
Content-Type: image/png
Content-ID: <logo>
Content-Transfer-Encoding: base64

iVBORw0K
--outer--
"""


def test_parts_are_read_or_listed_and_none_is_lost() -> None:
    raw = _mail(_ALTERNATIVE, _NESTED.replace("\n", "\r\n"))
    message = parse_message(raw)
    assert message.text == "Café and more"
    assert "<b>and</b>" in message.html
    assert [attachment.name for attachment in message.attachments] == [
        "a_.pdf",
        "winmail.dat",
        "picture-3.png",
    ]
    assert message.attachments[0].original_name == "../a?.pdf"
    assert message.attachments[0].size == 3
    assert message.attachments[2].inline
    assert attachment_bytes(raw, 0) == b"PDF"
    with pytest.raises(MailFailure, match="no attachment number 9"):
        attachment_bytes(raw, 8)
    assert any("winmail.dat" in note for note in message.notes)


def test_flowed_lines_are_joined_and_quotes_keep_their_depth() -> None:
    raw = _mail(
        "From: a@b.example\nContent-Type: text/plain; format=flowed",
        "one \r\ntwo\r\n> quoted \r\n> on\r\n-- \r\nMara\r\n",
    )
    assert parse_message(raw).text == "one two\n> quoted on\n-- \nMara\n"


def test_a_mail_that_only_forwards_another_shows_it() -> None:
    raw = _mail(
        "From: a@b.example\nContent-Type: message/rfc822",
        "From: Mara <mara@customer.example>\r\nSubject: Order 7\r\n\r\nWhere is it?",
    )
    message = parse_message(raw)
    assert "Forwarded message" in message.text
    assert "From: Mara <mara@customer.example>" in message.text
    assert message.text.endswith("Where is it?")
    assert message.attachments[0].name == "Order 7.eml"


def test_html_only_mail_says_so_and_blocks_what_is_remote() -> None:
    raw = _mail(
        "From: a@b.example\nContent-Type: text/html; charset=utf-8",
        '<p>Hello</p><img src="https://track.example/x.png"><ul><li>one</li></ul>',
    )
    message = parse_message(raw)
    assert message.text_format == "html"
    assert message.text == "Hello\n\n- one"
    assert "track.example" not in message.html
    assert "Remote content was blocked." in message.notes


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Subject: Hello", MailKind.PERSONAL),
        ("Subject: Automatic reply: Hello", MailKind.AUTO_REPLY),
        ("Subject: Abwesenheitsnotiz", MailKind.AUTO_REPLY),
        ("Subject: Hello\nAuto-Submitted: auto-replied", MailKind.AUTO_REPLY),
        ("Subject: Hello\nList-Id: <users.lists.example>", MailKind.LIST),
        (
            "Subject: x\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
            MailKind.BOUNCE,
        ),
    ],
)
def test_machines_are_told_from_people(head: str, kind: MailKind) -> None:
    assert parse_message(_mail(f"From: a@b.example\n{head}")).kind is kind


def test_a_mail_server_that_could_not_deliver_is_a_bounce() -> None:
    raw = _mail("From: MAILER-DAEMON (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender")
    message = parse_message(raw)
    assert message.kind is MailKind.BOUNCE
    assert message.sender == Address("Mail Delivery System", "MAILER-DAEMON")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("From: a@b.example\nFrom: c@d.example", "several From headers"),
        ("From: a@b.example\nReply-To: x@thief.example", "thief.example"),
        ('From: "support@shop.example" <a@b.example>', "comes from a@b.example"),
        ("From: a@b.example\nDate: Tue, 31 Feb 2026 25:61:61 +0100", "not trusted"),
        ("From: a@b.example\nDate: Thu, 01 Jan 1970 00:00:00 -0000", "not trusted"),
        (
            "From: a@b.example\nTo: " + ", ".join(f"u{number}@x.example" for number in range(900)),
            "900 recipients",
        ),
    ],
)
def test_what_is_not_as_it_seems_is_said_in_a_sentence(head: str, words: str) -> None:
    assert any(words in note for note in parse_message(_mail(head)).notes)


def test_a_date_far_ahead_of_now_is_not_trusted() -> None:
    raw = _mail("From: a@b.example\nDate: Mon, 3 Mar 2031 10:12:00 +0100")
    assert parse_message(raw).sent is not None
    assert parse_message(raw, now=datetime(2025, 3, 3, tzinfo=UTC)).sent is None


@pytest.mark.parametrize("levels", [40, 3000, 10_000])
def test_ten_thousand_levels_end_in_a_sentence(levels: int) -> None:
    raw = b"From: a@b.example\r\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
        for level in range(levels)
    )
    assert any("nested deeper than 32" in note for note in parse_message(raw).notes)


def test_a_boundary_whose_fold_lost_its_space_still_counts() -> None:
    """Archives strip the white space that continues a field: the parts must not be shown as code."""
    raw = (
        b"From: a@b.example\r\nContent-Type: multipart/alternative;\r\nboundary=x1\r\nMIME-Version: 1.0\r\n"
        b"\r\n--x1\r\nContent-Type: text/plain\r\n\r\nIs it in stock?\r\n--x1--\r\n"
    )
    assert parse_message(raw).text.strip() == "Is it in stock?"


def test_a_header_without_end_is_refused_in_a_sentence() -> None:
    with pytest.raises(MailFailure, match="header is longer than 2 MB"):
        parse_message(b"From: a@b.example\r\nX-A: " + b"a" * 3_000_000 + b"\r\n\r\nbody")


def test_a_table_without_end_is_shown_as_text() -> None:
    raw = _mail("From: a@b.example\nContent-Type: text/html", "<table><tr><td>x" * 100_000)
    message = parse_message(raw)
    assert message.html == ""
    assert any("shown as plain text" in note for note in message.notes)


def test_an_endless_word_is_broken_and_the_rest_stays() -> None:
    message = parse_message(_mail("From: a@b.example", "x" * 10_000 + " tail"))
    assert max(map(len, message.text.split())) <= 500
    assert message.text.replace("\n", "") == "x" * 10_000 + " tail"


def test_files_are_opened_by_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Hello</p>", "utf-8")
    (tmp_path / "a.txt").write_text("Hello\nFrom: nowhere", "utf-8")
    (tmp_path / "a.eml").write_bytes(_mail("From: a@b.example"))
    assert [open_mail(tmp_path / name).text.strip() for name in ("a.html", "a.txt", "a.eml")] == [
        "Hello",
        "Hello\nFrom: nowhere",
        "Hello",
    ]


@pytest.mark.parametrize(
    ("name", "words"), [("gone.eml", "no such file"), ("empty.eml", "is empty"), ("", "is a folder")]
)
def test_what_cannot_be_opened_is_told_with_its_place(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "empty.eml").touch()
    with pytest.raises(MailFailure, match=words) as caught:
        open_mail(tmp_path / name)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "Outlook .msg file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no mail"),
    ],
)
def test_a_file_of_another_kind_is_told_from_a_mail(raw: bytes, words: str) -> None:
    with pytest.raises(MailFailure, match=words):
        parse_message(raw)


def test_exports_of_apple_and_windows_programs_open() -> None:
    mail = b"From: a@b.example\r\nSubject: x\r\n\r\nHello"
    assert parse_message(b"%d\n" % len(mail) + mail + b"<?xml version='1.0'?>").text == "Hello"
    assert parse_message(mail.decode().encode("utf-16")).text == "Hello"


def test_an_encrypted_mail_says_so() -> None:
    raw = _mail("From: a@b.example\nContent-Type: multipart/encrypted; boundary=b", "--b\r\n\r\nx\r\n--b--")
    assert any("encrypted" in note for note in parse_message(raw).notes)


def test_a_pasted_mail_with_its_header_is_read_as_one() -> None:
    pasted = "From: Mara <m@c.example>\nTo: s@x.example\nMIME-Version: 1.0\nSubject: Hi\n\nWhere is it?"
    assert message_from_text(pasted).sender.mail == "m@c.example"
    assert message_from_text("Where is it?").text == "Where is it?"
    assert message_from_html("<p>Where</p>").text == "Where"
    with pytest.raises(MailFailure, match="no text to read"):
        message_from_text(" \n")
