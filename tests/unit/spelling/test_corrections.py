"""A slip is known by the common word that it is near to; a word that is only unknown is left alone."""

import pytest

from composer.spelling.corrections import corrections
from composer.spelling.dictionary import LANGUAGES, Dictionary, dictionary, languages_here


def english() -> Dictionary:
    """Return the English dictionary."""
    found = dictionary("en")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("recieve", "receive"),
        ("seperate", "separate"),
        ("definately", "definitely"),
        ("occured", "occurred"),
        ("accomodate", "accommodate"),
        ("untill", "until"),
        ("adress", "address"),
        ("acount", "account"),
        ("pasword", "password"),
        ("tommorow", "tomorrow"),
        ("publically", "publicly"),
        ("similiar", "similar"),
        ("wich", "which"),
        ("teh", "the"),
        ("alos", "also"),
        ("dont", "don't"),
        ("alot", "a lot"),
    ],
)
def test_the_likeliest_word_comes_first(slip: str, meant: str) -> None:
    """Letters swapped, doubled, left out, added or mistaken; words run together."""
    assert not english().knows(slip)
    assert corrections(slip, english())[0] == meant


@pytest.mark.parametrize(
    "word",
    [
        "lapply",
        "dput",
        "xlim",
        "args",
        "attr",
        "escreveu",
        "kubectl",
        "Whitlock",
        "nginx",
        "sku",
        "zzzzzz",
        "x",
    ],
)
def test_jargon_and_names_have_no_correction(word: str) -> None:
    """Nobody is told about a word that is merely unknown."""
    assert corrections(word.lower(), english()) == ()


@pytest.mark.parametrize(
    "word",
    [
        *(
            "colour",
            "organised",
            "travelled",
            "centre",
            "centred",
            "licence",
            "catalogue",
            "analyse",
            "manoeuvre",
        ),
        *("customer's", "customers'", "don’t", "re-install", "well-known", "e-mails", "unsubscribes"),
        *("webhook", "screenshots", "workaround", "namespaces", "Unfortunately"),
    ],
)
def test_forms_and_british_spelling_are_known(word: str) -> None:
    """What the list lacks follows from what it has; words of support mail are added."""
    assert english().knows(word)


@pytest.mark.parametrize(
    "word",
    [
        *("behaviour", "favourite", "neighbourhood", "unfavourable", "theatres", "kilometres", "metred"),
        *("labelled", "fuelled", "cancelling", "enrolment", "fulfil", "instalments", "skilful"),
        *("defence", "programmes", "cheques", "paediatric", "organisation", "dialogues"),
    ],
)
def test_british_spelling_is_known_word_by_word(word: str) -> None:
    """By what each differs in from the American one."""
    assert english().knows(word)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("addres", "address"),
        ("ordre", "order"),
        ("nevre", "never"),
        ("customre", "customer"),
        ("smal", "small"),
        ("custoer", "customer"),
        ("mailled", "mailed"),
    ],
)
def test_a_slip_that_looks_british_is_a_slip(slip: str, meant: str) -> None:
    """*Centre* makes no word of *ordre*, *fulfil* none of *smal*."""
    assert not english().knows(slip)
    assert meant in corrections(slip, english())


def test_german_words_are_put_together() -> None:
    """A compound of known words is known."""
    german = dictionary("de")
    assert german is not None
    assert german.knows("Rechnungsnummer")
    assert german.knows("Auftragsbestätigung")
    assert not german.knows("Rechnugn")
    assert corrections("rechnugn", german)[0] == "rechnung"


@pytest.mark.parametrize(
    ("language", "right", "slip"),
    [
        ("de", "Kundennummer", "Kundenummmer"),
        ("de", "Ortszeit", "Orttszeit"),
        ("de", "eintragen", "einntragen"),
        ("de", "ausfüllen", "aussfüllen"),
        ("de", "bestätigen", "besstätigen"),
        ("nl", "factuurnummer", "factuurnumer"),
        ("nl", "bestelling", "besteling"),
        ("nl", "evenement", "evenment"),
    ],
)
def test_a_slip_is_no_compound(language: str, right: str, slip: str) -> None:
    """Short words that nobody uses, and links where none can stand, would make one of any word."""
    words = dictionary(language)
    assert words is not None
    assert words.knows(right)
    assert not words.knows(slip)


@pytest.mark.parametrize(
    ("language", "slip", "oath"),
    [
        ("en", "shti", "shit"),
        ("en", "bithc", "bitch"),
        ("es", "mierdda", "mierda"),
        ("fr", "mercde", "merde"),
    ],
)
def test_nobody_is_offered_an_oath(language: str, slip: str, oath: str) -> None:
    """Neither first nor behind what was meant; whoever writes one on purpose is not told."""
    words = dictionary(language)
    assert words is not None
    assert words.knows(oath)
    assert oath not in corrections(slip, words)


def test_other_languages_are_not_checked() -> None:
    """There is no dictionary, and so no finding; those that we name are installed."""
    assert dictionary("pl") is None
    assert dictionary("und") is None
    assert languages_here() == LANGUAGES
