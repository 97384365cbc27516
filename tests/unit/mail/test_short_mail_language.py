"""A few words from a phone, without accents or capitals, tell which language they are in."""

import pytest

from composer.mail.language import language_of
from composer.mail.message import Address, Message
from composer.questions.understand import understand

_SHORT = {
    "es": "hola cuanto tarda el envio gracias|cuando me devuelven la plata|quiero cancelar"
    "|sigo sin recibir nada|me podrian ayudar|se puede cambiar la talla|buen dia necesito factura A",
    "de": "wann kommt mein paket|paket immer noch nicht da|Rechnung fehlt|koennen sie mir helfen"
    "|Grüezi, wo bleibt meine Bestellung|Passwort vergessen, was tun|ich moechte kuendigen",
    "fr": "bonjour toujours rien recu|ou est mon colis|je veux annuler|remboursement svp|ca marche plus"
    "|quand serai je livre",
    "nl": "waar blijft mijn pakketje|doet het niet|graag factuur|hoeveel kost verzenden|nog niks ontvangen",
    "pt": "oi quando chega meu pedido|nao recebi nada ainda|como faco pra trocar|ate agora nada"
    "|quero cancelar|meu pedido veio errado|vcs entregam em Manaus",
    "en": "where is my order|refund please|still nothing|can u help me|do you ship to Malta|my app crashes",
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in _SHORT.items() for text in texts.split("|")]
)
def test_a_few_words_are_enough(language, text):
    """Small words and what customers write about decide."""
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["4711 / 5512", "Canon Pixma 3520", "OK", ""])
def test_names_and_numbers_are_in_no_language(text):
    """Nothing is guessed."""
    assert language_of(text) == "und"


def test_the_subject_helps_where_the_text_is_too_short():
    """Nothing but "4711 ??" stands below "Wo bleibt meine Bestellung"."""
    message = Message("Wo bleibt meine Bestellung", Address(), "4711 ??")
    assert understand(message).language == "de"
