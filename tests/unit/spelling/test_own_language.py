"""Slips speak for a language; foreign passages, code and logs stay silent."""

import pytest

from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of
from composer.lint.registry import built_in_rules
from composer.lint.rule import Example, RuleSet


def misspelt(text: str, language: str) -> list[str]:
    """Return the misspelt words of a reply in a language."""
    engine = Engine(RuleSet([built_in_rules()["spelling"]]))
    return [
        finding.text for finding in engine.findings(reply_of(Example(text, language=language)), Dismissed())
    ]


@pytest.mark.parametrize(
    ("language", "text", "slips"),
    [
        (
            "en",
            "I recieve the invoise tommorow, and it is posible.\n",
            ["recieve", "invoise", "tommorow", "posible"],
        ),
        ("en", "Teh acount is wrnog.\n", ["Teh", "acount", "wrnog"]),
        (
            "de",
            "Wir haben die Rechnugn erhaltn und prüffen sie morgn fürh.\n",
            ["Rechnugn", "erhaltn", "prüffen", "morgn", "fürh"],
        ),
        (
            "fr",
            "Nous avons bien recu votre mesage et nous vous repondrons demian.\n",
            ["recu", "mesage", "repondrons", "demian"],
        ),
        (
            "es",
            "Recivimos su factrua y la revisaremos mañaan por la tadre.\n",
            ["Recivimos", "factrua", "mañaan", "tadre"],
        ),
        (
            "nl",
            "Wij hebben uw berciht ontvangn en sturen de factur morgne.\n",
            ["berciht", "ontvangn", "factur", "morgne"],
        ),
        (
            "it",
            "Abbiamo ricevutto la sua richeista e le rispondiamo domain matina.\n",
            ["ricevutto", "richeista", "domain", "matina"],
        ),
        (
            "pt",
            "Recebmos a sua mensgem e respondemos amanhã de mahnã.\n",
            ["Recebmos", "mensgem", "mahnã"],
        ),
    ],
)
def test_many_slips_in_a_sentence_are_all_found(language: str, text: str, slips: list[str]) -> None:
    """However large their share of the words."""
    assert misspelt(text, language) == slips


FOREIGN = {
    "de": "Vielen Dank für Ihre Nachricht, wir melden uns morgen mit einer Antwort.\n",
    "fr": "Merci de votre message, nous vous répondrons demain dans la matinée.\n",
    "es": "El pago de la factura no se ha podido realizar, lo intentamos mañana.\n",
    "it": "Grazie per il suo messaggio, le rispondiamo domani con una soluzione.\n",
    "nl": "Bedankt voor uw bericht, wij sturen u morgen een nieuwe factuur.\n",
    "pt": "Obrigado pela sua mensagem, enviamos a nova fatura amanhã de manhã.\n",
    "en": "Thank you for your message, we shall send the new invoice tomorrow.\n",
    "pl": "Dziękujemy za wiadomość, odpowiemy jutro rano i wyślemy nową fakturę.\n",
    "tr": "Mesajınız için teşekkür ederiz, yarın sabah yeni faturayı göndereceğiz.\n",
    "sv": "Tack för ditt meddelande, vi skickar en ny faktura i morgon bitti.\n",
}


@pytest.mark.parametrize("dictionary", ["en", "de", "fr", "es", "it", "nl", "pt"])
@pytest.mark.parametrize("language", FOREIGN)
def test_a_passage_in_another_language_is_left_alone(dictionary: str, language: str) -> None:
    """Many of its words are near to one of the dictionary's."""
    if language != dictionary:
        assert misspelt(FOREIGN[language], dictionary) == []


@pytest.mark.parametrize(
    "text",
    [
        "nginx daemonset restarted kubectl rollout undo deploy ingress\n",
        "systemd dovecot postfix qmgr smtpd lmtp amavis spamd clamd\n",
        "java lang NullPointerException at com acme billing InvoiceServlet doGet\n",
        "foo bar baz quux lapply dput xlim strsplit gsub nchar\n",
    ],
)
def test_logs_and_code_are_left_alone(text: str) -> None:
    """They are no language."""
    assert misspelt(text, "en") == []
