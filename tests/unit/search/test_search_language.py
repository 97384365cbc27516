"""The words of a text, the same for text, query and excerpt."""

import subprocess
import sys
from pathlib import Path

import pytest

from search.language import language
from search.words import LONGEST_WORD, fold


@pytest.mark.parametrize(
    ("code", "text", "terms"),
    [
        ("en", "Running refunds", ["run", "refund"]),
        ("en", "The customer's order", ["the", "custom", "order"]),
        ("en", "don't", ["dont"]),
        ("en", "Zürich naïve ÆGIR", ["zurich", "naiv", "aegir"]),
        ("en", "wp-config.php", ["wp", "config", "php"]),
        ("en", "v7.1.2", ["7.1.2"]),
        ("en", "C++ and C#", ["c++", "and", "c#"]),
        ("de", "Häuser Größe", ["haus", "gross"]),
        ("fr", "l'équipe", ["l", "equip"]),
        ("ja", "返金方法", ["返金", "金方", "方法"]),
        ("en", "refund 返金する now", ["refund", "返金", "金す", "する", "now"]),
        ("ru", "Йод", ["иод"]),
        ("xx", "running", ["running"]),
        ("en", "___ -- !!", []),
    ],
)
def test_terms_of_a_text(code: str, text: str, terms: list[str]) -> None:
    assert language(code).analyse(text).terms == terms


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Running refunds are paid within five working days"),
        ("de", "Die Größe der Häuser wurde gestern geändert"),
        ("es", "La cancelación todavía está pendiente"),
        ("xx", "Cualquier cosa naïve"),
    ],
)
def test_words_in_a_text_are_what_the_analyzer_makes_of_it(code: str, text: str) -> None:
    spoken = language(code)
    assert spoken.analyse(text).terms == [token.text for token in spoken.analyzer(text)]


@pytest.mark.parametrize(
    ("word", "extra"),
    [
        ("wp-config.php", "wp-config.php"),
        ("e-mail", "email"),
        ("two-factor", "twofactor"),
        ("WooCommerce", "woo"),
        ("7.1.2", "7.1"),
        ("ERR_CONNECTION_RESET", "err_connection_reset"),
        ("100days", "day"),
        ("anna@example.com", "anna@example.com"),
    ],
)
def test_a_word_is_found_under_further_forms(word: str, extra: str) -> None:
    assert extra in language("en").analyse(word).extras


def test_an_accented_word_is_found_without_its_accents_although_its_stem_differs() -> None:
    spanish = language("es")
    with_accent, without = spanish.analyse("cancelación"), spanish.analyse("cancelacion")
    assert set(without.terms) <= {*with_accent.terms, *with_accent.extras}


def test_tokens_tell_their_places() -> None:
    text = "A café in Zürich"
    assert [text[start:end] for start, end, _ in language("en").tokens(text)] == text.split()


def test_a_decomposed_accent_is_part_of_its_word() -> None:
    assert language("en").analyse("cafe\u0301").terms == ["cafe"]


def test_an_endless_word_is_cut() -> None:
    assert len(language("en").analyse("x" * 100_000).terms[0]) <= LONGEST_WORD


def test_folding_keeps_hangul_whole() -> None:
    assert fold("한국") == "한국"


def test_whoosh_is_imported_late() -> None:
    code = "import sys, search.index; sys.exit('whoosh' in sys.modules or 'sqlite_utils' in sys.modules)"
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
