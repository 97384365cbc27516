"""Fields of a written mail keep their words and the spaces between them, in every alphabet."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.draft import Draft
from composer.mail.encoded_headers import ENCODED_HEADERS
from composer.mail.message import Address, Message
from composer.mail.outgoing import compose_reply
from composer.mail.parse import parse_message

_MANY = "größere über Änderung payé à déjà Вопрос заказу 订单 退款 𠮷野家 😀 błędu plain words: 4471 \x80"
_WORDS = st.lists(st.sampled_from(_MANY.split(" ")), min_size=1, max_size=24)


def _written(**fields: str) -> bytes:
    message = EmailMessage(policy=ENCODED_HEADERS)
    for name, value in fields.items():
        message[name] = value
    message.set_content("Hello")
    return message.as_bytes()


@pytest.mark.parametrize(
    "subject",
    [
        "Re: größere über nächste Änderung für größere Straße größere Rechnungsadresse",
        "Re: Вопрос задерживается задерживается по доставка когда",
        "Re: 退款 请 𠮷野家 谢谢 发货 请 订单 订单 请 谢谢 退款",
        "Re: order 4471",
    ],
)
def test_a_reply_s_subject_arrives(subject: str) -> None:
    """Python's own folding lost a space of the first three, and the reply could not leave."""
    mail = Message(subject.removeprefix("Re: "), Address("Jo", "jo@park.example"), "Hello?")
    reply = compose_reply(
        Draft("Hello."), mail, sender=Address("Sam", "sam@shop.example"), answer_colour="#0b5cad"
    )
    assert message_from_bytes(reply.raw, policy=default)["Subject"] == subject


@given(words=_WORDS)
def test_any_words_arrive(words: list[str]) -> None:
    """Whatever the alphabet and wherever the line is folded."""
    subject = " ".join(words)
    assert message_from_bytes(_written(Subject=subject), policy=default)["Subject"] == subject


@given(words=_WORDS)
def test_lines_are_short_and_in_ascii(words: list[str]) -> None:
    """As RFC 2047 wants them: no more than 76 characters where words are encoded."""
    head = _written(Subject=" ".join(words)).partition(b"\r\n\r\n")[0]
    assert head.isascii()
    assert max(map(len, head.split(b"\r\n"))) <= 78


def test_names_of_several_people_arrive() -> None:
    """Names are encoded, addresses are not."""
    people = "Jürgen Groß-Änderungsbüro der Größeren Straße <j@gross.example>, Ann Lee <ann@lee.example>"
    found = parse_message(_written(To=people)).to
    assert found == (
        Address("Jürgen Groß-Änderungsbüro der Größeren Straße", "j@gross.example"),
        Address("Ann Lee", "ann@lee.example"),
    )
