"""Forms that no list holds are known; slips in them are not."""

import re

import pytest

from composer.spelling.corrections import corrections
from composer.spelling.dictionary import Dictionary, dictionary
from kb_content.resource import resource


def words_of(language: str) -> Dictionary:
    """Return the dictionary of a language."""
    found = dictionary(language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "word"),
    [
        *(("es", word) for word in ("gracias", "clientes", "está", "facturas", "Usted", "contraseña")),
        *(("es", word) for word in ("enviarle", "enviárselo", "adjúntenos", "permítame", "vámonos")),
        *(("es", word) for word in ("rápidamente", "suscriptores", "reenviaremos", "cosita", "modificarán")),
        *(
            ("it", word)
            for word in ("contattarci", "consigliamo", "impossibili", "autorizzazioni", "inviamelo")
        ),
        *(("pt", word) for word in ("factura", "registro", "contato", "seção", "activado")),
        *(("fr", word) for word in ("cliquer", "lorsqu'il", "jusqu’à", "sœur", "l’e-mail", "plugin")),
    ],
)
def test_a_form_is_known(language: str, word: str) -> None:
    """By the list, or by what it is made of."""
    assert words_of(language).knows(word)


@pytest.mark.parametrize(
    ("language", "slip", "meant"),
    [
        ("es", "tambien", "también"),
        ("es", "direccion", "dirección"),
        ("es", "unico", "único"),
        ("es", "aqui", "aquí"),
        ("es", "contrasena", "contraseña"),
        ("es", "recivir", "recibir"),
        ("es", "permitame", "permítame"),
        ("es", "problmea", "problema"),
        ("fr", "recu", "reçu"),
        ("fr", "probleme", "problème"),
        ("it", "perchè", "perché"),
        ("it", "utlizzato", "utilizzato"),
        ("pt", "numeros", "números"),
        ("de", "zuruck", "zurück"),
    ],
)
def test_a_slip_is_known_by_the_common_word(language: str, slip: str, meant: str) -> None:
    """A missing accent above all."""
    assert not words_of(language).knows(slip)
    assert corrections(slip, words_of(language))[0] == meant


@pytest.mark.parametrize("language", ["es", "fr", "pt"])
def test_our_lists_hold_each_word_once_in_small_letters(language: str) -> None:
    """The lists say where they come from, and hold words and counts only."""
    lines = resource("words").joinpath(f"spelling_{language}.txt").read_text(encoding="utf-8").splitlines()
    assert "MIT" in "".join(lines[:5])
    assert "MPL" in "".join(lines[:5])
    rows = [line.split() for line in lines if not line.startswith("#")]
    words = [word for _, *found in rows for word in found]
    assert len(words) == len(set(words)) > 5000
    assert all(count.isdigit() for count, *_ in rows)
    assert all(re.fullmatch(r"[a-zß-öø-ÿœ]+", word) for word in words)
