"""Where a reply's closing begins: goodbyes in seven languages, bare names, signatures, a postscript."""

import pytest

from composer.closing import closing_block, closing_of, is_goodbye, is_name
from composer.draft import Draft

ANSWER = "It renews on Friday.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Best regards,",
        "Kind regards",
        "Cheers, Noor",
        "Thanks!",
        "Thanks in advance",
        "Best,",
        "Have a great weekend!",
        "Mit freundlichen Grüßen",
        "Viele Grüße aus Bremen",
        "Schöne Grüße, Kim",
        "LG",
        "Un saludo,",
        "Saludos cordiales",
        "Cordialement,",
        "Bien à vous",
        "À bientôt",
        "Met vriendelijke groet,",
        "Groetjes",
        "Atenciosamente,",
        "Com os melhores cumprimentos",
        "Um abraço",
        "Cordiali saluti",
        "A presto,",
    ],
)
def test_a_goodbye_is_known(line: str) -> None:
    assert is_goodbye(line)
    assert closing_of(f"{ANSWER}{line}\n").sign_off == len(ANSWER)
    assert closing_of(f"{ANSWER}{line}\nIna Moss\nLantern\n").start == len(ANSWER)


@pytest.mark.parametrize(
    "line",
    [
        "Best of all is the blue one.",
        "Thanks to the cache it is quick.",
        "Yours is the second.",
        "Regards the invoice as paid.",
        "Dank der neuen Version geht es.",
        "Merci de redémarrer.",
    ],
)
def test_what_begins_like_a_goodbye_is_none(line: str) -> None:
    assert not is_goodbye(line)
    assert closing_of(f"{ANSWER}{line}\n").start == len(f"{ANSWER}{line}\n")


@pytest.mark.parametrize(
    "name",
    [
        "Ines",
        "Noor Haddad",
        "Noor\nLantern Support",
        "— Kim",
        "Anna van der Berg",
        "Jean-Luc O'Neil",
        "Kim B.",
    ],
)
def test_a_bare_name_closes(name: str) -> None:
    assert closing_of(f"{ANSWER}{name}\n").sign_off == len(ANSWER)


@pytest.mark.parametrize(
    "words",
    [
        "Yes",
        "Tomorrow",
        "Mañana",
        "Vielleicht",
        "Friday.",
        "Open the Settings",
        "It is free",
        "Version 4",
        "Oui Demain",
        "USPS",
        "Ready?",
        "Two things:\nNoor",
    ],
)
def test_a_short_answer_is_no_name(words: str) -> None:
    text = f"{ANSWER}{words}\n"
    assert closing_of(text).start == len(text)


def test_a_name_that_is_announced_is_an_answer() -> None:
    text = "It's the add-on called:\n\nLantern Deposits\n"
    assert closing_of(text).start == len(text)


@pytest.mark.parametrize(
    ("words", "agent", "closes"),
    [
        ("Ines", "Ines Duarte", True),
        ("ines d.", "Ines Duarte", True),
        ("Ines Duarte, Lantern Support", "Ines Duarte", True),
        ("Ines", "", False),
        ("Lantern", "Ines Duarte", False),
        ("Ines will call you.", "Ines Duarte", False),
    ],
)
def test_alone_below_a_quote_only_the_agents_name_closes(words: str, agent: str, closes: bool) -> None:
    """Any other lone word may be the answer to "Which plugin?"."""
    assert closing_of(f"\n{words}\n", agent=agent).start == (1 if closes else len(words) + 2)
    assert not closes or is_name(words, agent)


@pytest.mark.parametrize(
    ("courtesy", "is_one"),
    [
        ("Let me know if anything else comes up.", True),
        ("I hope this helps.", True),
        ("If you have any other questions, write back.", True),
        ("Bei weiteren Fragen melden Sie sich gern.", True),
        ("N'hésitez pas à nous écrire.", True),
        ("If you have the old version, update first.", False),
        ("Let me show you where.", False),
    ],
)
def test_courtesies_before_the_goodbye_belong_to_the_closing(courtesy: str, is_one: bool) -> None:
    text = f"{ANSWER}{courtesy}\n\nBest,\nNoor\n"
    closing = closing_of(text)
    assert closing.start == (len(ANSWER) if is_one else text.index("Best"))
    assert closing.sign_off == text.index("Best")


def test_a_courtesy_alone_below_a_quote_is_an_answer() -> None:
    text = "Let me know if it happens again.\n"
    assert closing_of(text).start == len(text)


def test_a_signature_mark_and_a_postscript_are_known() -> None:
    text = f"{ANSWER}Thanks,\nNoor\n\nPS: the refund left today.\n"
    assert closing_of(text).postscript == text.index("PS")
    assert closing_of(f"{ANSWER}-- \nNoor Haddad\nx@y.example\n").start == len(ANSWER)
    lone = f"{ANSWER}P.S. It is free.\n"
    assert closing_of(lone).start == closing_of(lone).postscript == len(ANSWER)


def test_a_goodbye_amid_sentences_closes_nothing() -> None:
    text = "Many thanks\nfor the log, it shows the second worker.\n"
    assert closing_of(text).start == len(text)


def test_the_closing_stands_in_the_last_block_with_words() -> None:
    """A mail quoted whole below the reply changes nothing."""
    block = closing_block(Draft("Hi\n\nNoor\n\n> old mail\n\n"))
    assert block is not None
    assert block.text.startswith("Hi")
    assert closing_block(Draft("> only quotes\n")) is None


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Noor " * 40_000, "best " * 40_000, "\n" * 100_000, "-.-." * 50_000]
)
def test_any_text_has_its_closing_in_order(text: str) -> None:
    closing = closing_of(text, agent="Noor")
    assert 0 <= closing.start <= closing.sign_off <= closing.postscript <= len(text)
