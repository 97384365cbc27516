"""A mail that was packed with its signature is read; one that is encrypted or damaged says so."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.mail.parse import attachment_bytes, parse_message
from composer.mail.signed_mail import signed_content

_SIGNED, _ENVELOPED = "2a864886f70d010702", "2a864886f70d010703"
_DATA = "2a864886f70d010701"
_ENTITY = (
    b"Content-Type: multipart/mixed;\r\n boundary=b\r\nFrom: inner@shop.example\r\n\r\n"
    b"--b\r\nContent-Type: text/plain\r\n\r\nWhen do you open?\r\n"
    b"--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=plan.csv\r\n\r\na,b\r\n"
    b"--b--\r\n"
)


def _element(tag: int, content: bytes) -> bytes:
    size = len(content).to_bytes(4, "big")
    return bytes((tag, 0x84)) + size + content


def _endless(tag: int, content: bytes) -> bytes:
    return bytes((tag, 0x80)) + content + b"\0\0"


def _package(octets: bytes, *, kind: str = _SIGNED, wrap=_element) -> bytes:
    inner = wrap(0x30, _element(0x06, bytes.fromhex(_DATA)) + wrap(0xA0, octets))
    algorithms = wrap(0x31, wrap(0x30, _element(0x06, b"\x2a")))
    data = wrap(0x30, _element(0x02, b"\1") + algorithms + inner + _element(0x31, b""))
    return wrap(0x30, _element(0x06, bytes.fromhex(kind)) + wrap(0xA0, data))


def _mail(package: bytes, media_type: str = "application/pkcs7-mime") -> bytes:
    head = (
        "From: Mara <mara@customer.example>\r\nSubject: Hours\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: {media_type};\r\n smime-type=signed-data; name=smime.p7m\r\n"
        "Content-Transfer-Encoding: base64\r\nMessage-ID: <1@customer.example>\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(package)


_PIECES = _endless(0x24, _element(0x04, _ENTITY[:40]) + _element(0x04, _ENTITY[40:]))


@pytest.mark.parametrize(
    "package",
    [_package(_element(0x04, _ENTITY)), _package(_PIECES, wrap=_endless)],
    ids=["of known length", "in pieces, each ended by a mark"],
)
def test_a_mail_packed_with_its_signature_is_read(package: bytes) -> None:
    raw = _mail(package)
    message = parse_message(raw)
    assert message.text.strip() == "When do you open?"
    assert (message.sender.mail, message.subject) == ("mara@customer.example", "Hours")
    assert message.message_id == "1@customer.example"
    assert [attachment.name for attachment in message.attachments] == ["plan.csv"]
    assert attachment_bytes(raw, 0).strip() == b"a,b"
    (note,) = message.notes
    assert "not checked" in note


@pytest.mark.parametrize(
    "package",
    [
        _package(_element(0x04, _ENTITY), kind=_ENVELOPED),
        _package(_element(0x04, _ENTITY))[:-200],
        _package(_element(0x04, b"")),
        b"",
    ],
    ids=["encrypted", "cut", "signature alone", "empty"],
)
def test_what_cannot_be_unpacked_says_so(package: bytes) -> None:
    message = parse_message(_mail(package))
    assert not message.text.strip()
    assert any("encrypted" in note for note in message.notes)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 200), st.binary(max_size=8), st.booleans())
def test_a_damaged_package_never_breaks_the_reading(at: int, noise: bytes, endless: bool) -> None:
    whole = _package(_PIECES, wrap=_endless if endless else _element)
    damaged = whole[:at] + noise + whole[at + len(noise) :]
    assert isinstance(signed_content(damaged), bytes)


def test_a_package_of_endless_elements_is_refused() -> None:
    assert signed_content(b"\x30\x80" * 100_000) == b""
    assert signed_content(_package(_endless(0x24, b"\x04\0" * 200_000))) == b""
