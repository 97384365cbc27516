"""What customers write in six languages, mostly without question marks and accents, asks or does not."""

from pathlib import Path

import pytest

from composer.mail.label import label_lines
from composer.questions.find import find_questions

_TEXTS = Path(__file__).with_name("ways_of_asking")


def _cases():
    for file in sorted(_TEXTS.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            mark, _, text = line.partition(" ")
            if mark[:1] in ("+", "-"):
                yield pytest.param(file.stem, text, mark.count("+"), id=f"{file.stem}: {text[:40]}")


@pytest.mark.parametrize(("language", "text", "asked"), list(_cases()))
def test_a_sentence_asks_as_often_as_a_reader_says(language, text, asked):
    """A mail of this one sentence has so many questions."""
    found = find_questions(text, label_lines(text), language=language)
    assert len(found) == asked, [each.text for each in found]


def test_the_portuguese_verb_joins_no_clauses():
    """Without its accent "é" is "e" (and): "qual é o horário" is one question all the same."""
    text = "Qual é o horário e dá para pagar com cartão?"
    found = find_questions(text, label_lines(text), language="pt")
    assert [each.text for each in found] == ["Qual é o horário", "dá para pagar com cartão?"]


@pytest.mark.parametrize(
    ("language", "text", "asked", "answer_type"),
    [
        ("es", "hola cuanto tarda el envio gracias", "cuanto tarda el envio", "how-many"),
        ("de", "hallo wann kommt mein paket danke", "wann kommt mein paket", "when"),
        ("fr", "bonjour combien coute la livraison merci", "combien coute la livraison", "how-many"),
        ("nl", "hoi waar blijft mijn pakketje bedankt", "waar blijft mijn pakketje", "where"),
        ("pt", "oi quando chega meu pedido obg", "quando chega meu pedido", "when"),
        ("pt", "queria saber se ja saiu meu pedido obg", "queria saber se ja saiu meu pedido", "yes-no"),
        ("es", "quiero saber si no hay stock de la 38", "quiero saber si no hay stock de la 38", "yes-no"),
        ("nl", "kan ik ook iets anders bestellen", "kan ik ook iets anders bestellen", "yes-no"),
    ],
)
def test_a_line_from_a_phone_is_its_question(language, text, asked, answer_type):
    """Greeting and thanks without punctuation are no part of it; nothing of it is lost."""
    (found,) = find_questions(text, label_lines(text), language=language)
    assert (found.text, found.answer_type.value) == (asked, answer_type)


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        (
            "es",
            "Quisiera saber cuánto tarda, porque la última vez fueron dos días.",
            "Quisiera saber cuánto tarda",
        ),
        ("pt", "Queria saber quanto demora, porque no ano passado demorou.", "Queria saber quanto demora"),
    ],
)
def test_a_reason_behind_a_question_is_no_part_of_it(language, text, asked):
    """ "Porque" may ask why at the beginning of a sentence, behind a question it gives a reason."""
    assert [each.text for each in find_questions(text, label_lines(text), language=language)] == [asked]


def test_an_item_that_is_settled_asks_nothing_among_others_that_ask():
    """A bare item asks like those around it, unless it says that the matter is done."""
    text = (
        "Pontos:\n1) Por que fechou?\n2) Reabertura, pra quando?\n3) Touca: já comprei.\n4) Qual é o horário?"
    )
    assert len(find_questions(text, label_lines(text), language="pt")) == 3
    text = "Points :\n1. Quel est le prix ?\n2. Les clés : réglé avec le gardien.\n3. Quand ouvrez-vous ?"
    assert len(find_questions(text, label_lines(text), language="fr")) == 2
