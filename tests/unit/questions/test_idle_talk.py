"""Idle talk in a reply: each kind proves itself by its examples, clause by clause."""

import pytest

from composer.questions.idle_talk import idle_kinds, is_idle, leads_in
from composer.questions.plain_words import plain

KINDS = {kind.name: kind for kind in idle_kinds()}


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_says_and_is_silent_as_written(name):
    """What stands under `says` carries no matter, what stands under `silent` does."""
    kind = KINDS[name]
    assert kind.says
    assert [text for text in kind.says if not is_idle(plain(text))] == []
    assert [text for text in kind.silent if is_idle(plain(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "We can imagine how annoying this must be for you.",
        "I am so sorry to hear that, what a nuisance!",
        "We understand perfectly that you need it soon and we take that very seriously.",
        "Thank you for your patience, we know that waiting is no fun.",
        "Your opinion matters to us.",
        "You're quite right to ask.",
        "A lot of our guests ask that.",
        "Our team works hard every day to improve.",
        "As for the deposit:",
        "Data protection is very important to us.",
        "Wir können gut nachvollziehen, dass das ärgerlich ist.",
        "Vielen Dank für Ihre Geduld.",
        "Viele Kunden fragen danach.",
        "Zu Ihrer Frage nach der Kaution:",
        "Entendemos perfectamente su preocupación.",
        "Hemos tomado nota de su petición.",
        "Gracias por su paciencia.",
        "Nous comprenons tout à fait votre impatience.",
        "Votre demande a bien été reçue.",
        "Merci de votre patience.",
        "Wij begrijpen dat dit vervelend is.",
        "Agradecemos a sua mensagem.",
    ],
)
def test_talk_without_matter_is_idle(text):
    """Feeling, noting, praising, selling and wishing answer nothing, in whatever words."""
    assert is_idle(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "We understand, so we have cancelled the second one.",
        "I'm sorry, but we close at six.",
        "Good question: it is 40 euros.",
        "I know that you asked for Monday, but the van is full until Wednesday.",
        "We hope to have it by 3 March.",
        "Thank you, the form is complete.",
        "Sorry, no.",
        "The blue one is free of charge.",
        "Our developers mended it this morning.",
        "Es tut uns leid, aber der Versand dauert eine Woche.",
        "Wir verstehen das und erstatten Ihnen den Betrag.",
        "Lo sentimos, pero no lo tenemos.",
        "Nous comprenons, mais le délai est passé.",
        "You are covered for two years.",
        "Your parcel has arrived.",
        "Please be aware that the shop closes at six.",
        "It's good that the light is green: that means it charges.",
        "Regarding the invoice please write to billing.",
        "Our customers can pay by card.",
        "Many guests park behind the house.",
        "I hope to get the part on Monday.",
        "Your request is approved.",
        "Your question is answered in the manual.",
        "Happy to change it for you.",
        "We are glad to refund the fee.",
        "Sure, no problem.",
        "That's quite normal for the first week.",
        "I understand German and French.",
        "Ihre Anfrage wurde storniert.",
        "Wir freuen uns, Ihnen den Betrag zu erstatten.",
        "Nous avons bien reçu votre colis hier.",
        "Merci d'utiliser le formulaire en ligne.",
        "Votre demande est acceptée.",
        "Su solicitud está aprobada.",
        "Sobre el precio, son 20 euros.",
    ],
)
def test_a_clause_that_says_something_is_heard(text):
    """An apology does not hide what stands behind it."""
    assert not is_idle(plain(text))


def test_a_lead_in_lends_its_words_to_the_next_sentence():
    """Whoever names a question is about to answer it; whoever feels with the customer is not."""
    assert leads_in(plain("You asked whether the scanner runs on a Mac."))
    assert leads_in(plain("Concernant la caution :"))
    assert not leads_in(plain("We know how annoying that is."))
