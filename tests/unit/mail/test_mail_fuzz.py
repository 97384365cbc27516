"""Whatever bytes come, a mail opens or is refused in one sentence; whatever is sent reads back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from composer.draft import Draft
from composer.mail.html import readable_text, sanitised
from composer.mail.label import label_lines
from composer.mail.message import Address, Message
from composer.mail.outgoing import compose_reply
from composer.mail.parse import MailFailure, parse_message

_PIECES = [
    b"From: a@b.example\r\n",
    b"Subject: =?utf-8?q?=C3=?=\r\n",
    b"Content-Type: multipart/mixed; boundary=b\r\n",
    b"Content-Type: multipart/alternative; boundary=\"b b\"\r\n",
    b"Content-Type: text/html; charset=utf-16\r\n",
    b"Content-Type: message/rfc822\r\n",
    b"Content-Type: text/plain; charset*0*=x''; name*=%FF''a%\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: quoted-printable\r\n",
    b"Content-Transfer-Encoding: x-uuencode\r\n",
    b"Content-Disposition: attachment; filename=\"../..\\\"\r\n",
    b"Message-ID: <[x]>\r\n",
    b"Date: Mon, 99 Foo 99999 99:99:99 +9999\r\n",
    b"To: (((((, \"a\\\" <b@c>, g: d@e;, <>\r\n",
    b"\r\n",
    b"\n",
    b"\r",
    b"--b\r\n",
    b"--b--\r\n",
    b"<p>x<table><blockquote>",
    b"> quoted =\r\n",
    b"begin 644 x\r\n#",
    b"On Mon, 3 Mar 2025, X wrote:\r\n",
    b"\xff\xfe\x00\xd8",
    b"\xed\xa0\x80",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.binary(max_size=20)), max_size=30).map(b"".join))
def test_any_bytes_open_or_are_refused(raw: bytes) -> None:
    try:
        message = parse_message(raw)
    except MailFailure:
        return
    message.text.encode("utf-8")
    message.subject.encode("utf-8")
    assert "\r" not in message.text
    assert "\n" not in message.subject
    lines = label_lines(message.text, sender=message.sender)
    assert "\n".join(line.text for line in lines) == message.text
    assert sanitised(message.html) == message.html


_TAGS = [
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</table>",
    "<b>",
    "<a href='",
    '">',
    "<ul><li>",
    "<pre>",
    "&#0;",
    "x",
    " ",
    "<br>",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*_TAGS, "<blockquote>", "<style>", "<svg><a xlink:href=", "</", "<!--", "\u2028", "é"]
        )
    ).map("".join)
)
def test_any_html_is_made_safe_once_and_for_all(html: str) -> None:
    safe = sanitised(html)
    assert sanitised(safe) == safe
    assert "<script" not in safe
    readable_text(html).encode("utf-8")


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=100, deadline=None)
@given(text=_WORDS, subject=_WORDS, name=_WORDS, identifier=_WORDS)
def test_any_reply_reads_back_as_it_was_meant(text: str, subject: str, name: str, identifier: str) -> None:
    mail = Message(
        subject, Address(name, "m@c.example"), "", message_id=identifier, references=(identifier, "a@b")
    )
    reply = compose_reply(
        Draft(f"> q\n\n{text}\n"), mail, sender=Address(name, "a@s.example"), answer_colour=name
    )
    written = parse_message(reply.raw)
    assert written.subject == reply.subject
    assert [address.mail for address in written.to] == ["m@c.example"]
