"""What a request wants to be told decides what answers it, in every language that has a table."""

import pytest

from composer.questions.asks import asks_in

_ROWS = {
    "de": [
        ("Können Sie mir sagen, wann das Paket kommt?", "when"),
        ("Bitte teilen Sie mir mit, ob das möglich ist.", "yes-no"),
        ("Bitte sagen Sie mir, warum das so ist.", "why"),
        ("Können Sie mir erklären, wie ich das ändere?", "how-to"),
        ("Bitte teilen Sie mir mit, wie viel das kostet.", "how-many"),
        ("Können Sie mir sagen, wo ich die Rechnung finde?", "where"),
        ("Sagen Sie mir bitte, wer zuständig ist.", "who"),
        ("Sagen Sie mir bitte, ob das Rad blau oder grün ist.", "choice"),
        ("Bitte teilen Sie uns Ihre Adresse mit.", "action"),
    ],
    "fr": [
        ("Pouvez-vous me dire quand le colis arrive ?", "when"),
        ("Pouvez-vous me dire si c'est possible ?", "yes-no"),
        ("J'aimerais savoir s'il est possible d'avoir une facture.", "yes-no"),
        ("Merci de me dire pourquoi.", "why"),
        ("Pourriez-vous m'expliquer comment changer l'adresse ?", "how-to"),
        ("Merci de m'indiquer combien cela coûte.", "how-many"),
        ("Pouvez-vous me dire où se trouve la facture ?", "where"),
        ("Dites-moi qui est responsable.", "who"),
        ("Merci de me dire ou de m'écrire votre adresse.", "action"),
    ],
    "es": [
        ("¿Podría decirme cuándo llega el paquete?", "when"),
        ("¿Me pueden decir si es posible?", "yes-no"),
        ("Por favor, díganme por qué.", "why"),
        ("¿Podrían explicarme cómo cambio la dirección?", "how-to"),
        ("Indíquenme cuánto cuesta.", "how-many"),
        ("Díganme cuánto cuesta.", "how-many"),
        ("¿Me puede decir dónde está la factura?", "where"),
    ],
    "nl": [
        ("Kunt u mij vertellen wanneer het pakket komt?", "when"),
        ("Kunt u mij zeggen of dat mogelijk is?", "yes-no"),
        ("Laat me weten waarom dat zo is.", "why"),
        ("Kunt u uitleggen hoe ik het adres wijzig?", "how-to"),
        ("Graag hoor ik hoeveel dat kost.", "how-many"),
        ("Laat me weten wat het kost.", "how-many"),
        ("Kunt u zeggen waar ik de factuur vind?", "where"),
    ],
    "pt": [
        ("Podem dizer-me quando chega a encomenda?", "when"),
        ("Me avisem quando estiver pronto.", "when"),
        ("Podem informar se é possível?", "yes-no"),
        ("Por favor, digam-me porquê.", "why"),
        ("Poderiam explicar como mudo o endereço?", "how-to"),
        ("Informem quanto custa.", "how-many"),
        ("Pode me dizer onde está a fatura?", "where"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "wanted"), [(language, *row) for language, rows in _ROWS.items() for row in rows]
)
def test_the_clause_inside_a_request_says_what_answers_it(language, text, wanted):
    """ "Please tell me when" wants a time, not an act."""
    assert [ask.answer_type.value for ask in asks_in(text, language)] == [wanted]


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("en", "Please send me the invoice and tell me when it is due.", "tell me when it is due."),
        (
            "de",
            "Bitte bestätigen Sie die Kündigung und teilen Sie mir mit, wann der Vertrag endet.",
            "teilen Sie mir mit, wann der Vertrag endet.",
        ),
        ("es", "Por favor, envíenme la factura y díganme cuándo vence.", "díganme cuándo vence."),
        (
            "nl",
            "Stuur mij de factuur en laat me weten wanneer ik moet betalen.",
            "laat me weten wanneer ik moet betalen.",
        ),
    ],
)
def test_an_act_and_what_is_to_be_told_are_two(language, text, second):
    """Sending the invoice has not told when it is due."""
    first, last = asks_in(text, language)
    assert (last.text, last.answer_type.value) == (second, "when")
    assert first.answer_type.value == "action"
    assert first.group == last.group


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Necesito que me cambien el plan.", ["action"]),
        ("es", "¿Qué plan me conviene?", ["what"]),
        ("es", "No sé qué plan me conviene.", ["what"]),
        ("pt", "Trata-se das coisas que pedimos na vossa loja.", []),
        ("pt", "Por isso pedimos o reembolso.", ["action"]),
        ("nl", "Ik hoor graag van u.", []),
        ("nl", "Ik hoor graag van u wanneer het komt.", ["when"]),
        ("en", "What's up with the new menu?", ["what"]),
        ("en", "What's up?", []),
        ("en", "It'd be great if the export could hold our numbers.", ["action"]),
    ],
)
def test_small_words_do_not_decide(language, text, wanted):
    """A relative "que", what was ordered, and courtesies ask nothing by themselves."""
    assert [ask.answer_type.value for ask in asks_in(text, language)] == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Could you refund one of the payments and explain why it happened?"),
        ("de", "Könnten Sie mir eine Zahlung erstatten und mir erklären, warum das passiert ist?"),
        ("fr", "Pourriez-vous me rembourser un des paiements et m'expliquer pourquoi c'est arrivé ?"),
        ("es", "¿Podrían devolverme uno de los pagos y explicarme por qué ha pasado?"),
        ("nl", "Kunt u mij een van de betalingen terugstorten en uitleggen waarom dit gebeurd is?"),
        ("pt", "Podem reembolsar um dos pagamentos e explicar-me por que aconteceu?"),
    ],
)
def test_an_act_and_its_reason_are_two(language, text):
    """Whoever refunds has not said why it happened."""
    act, reason = asks_in(text, language)
    assert reason.answer_type.value == "why"
    assert act.answer_type.value in ("action", "yes-no")
    assert act.group == reason.group
