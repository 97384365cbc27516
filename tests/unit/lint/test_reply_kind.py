"""Rules know what kind of reply they read."""

import pytest

from composer.lint.example_text import reply_of
from composer.lint.reply_kind import ReplyKind, kind_of
from composer.lint.rule import Example

ASKED = "When will it be fixed?"


@pytest.mark.parametrize(
    ("draft", "state", "kind"),
    [
        ("We have received your report.\n", "unanswered", ReplyKind.ACKNOWLEDGEMENT),
        ("Thank you for reporting it; I'll write by Friday.\n", "promised", ReplyKind.ACKNOWLEDGEMENT),
        ("It comes on 12 March.\n", "answered", ReplyKind.ANSWER),
        ("It is fixed in 3.3.\n", "answered", ReplyKind.RESOLUTION),
        ("Which version?\n", "asked-back", ReplyKind.ANSWER),
        ("Ihre Anfrage ist bei uns eingegangen.\n", "unanswered", ReplyKind.ACKNOWLEDGEMENT),
        ("Hemos recibido su mensaje.\n", "unanswered", ReplyKind.ACKNOWLEDGEMENT),
        ("Nous avons bien reçu votre demande.\n", "unanswered", ReplyKind.ACKNOWLEDGEMENT),
    ],
)
def test_kinds(draft: str, state: str, kind: ReplyKind) -> None:
    """An answer map and a few words tell them apart."""
    assert kind_of(reply_of(Example(draft, mail=ASKED, questions=((ASKED, "when", state),)))) is kind
