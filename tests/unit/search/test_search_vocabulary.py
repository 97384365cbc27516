"""What is known of a language's words: weak ones, a no, families, compounds, synonyms, in seven languages."""

from pathlib import Path

import pytest

from kb_content.library import Library
from search.index import Index
from search.language import WITH_STEMMER, language
from search.vocabulary import vocabulary

PAGES = {
    "de": ("Geld für eine Bestellung zurückgeben", "Die Rückerstattung dauert fünf Tage."),
    "es": ("Devolver el importe", "El reembolso tarda cinco días en llegar a la tarjeta."),
    "fr": ("Rendre le montant", "Le remboursement arrive sur la carte après cinq jours."),
    "nl": ("Het bedrag teruggeven", "De terugbetaling duurt vijf dagen."),
    "pt": ("Devolver o valor", "O reembolso demora cinco dias."),
    "it": ("Restituire l'importo", "Il rimborso arriva dopo cinque giorni."),
    "pl": ("Zwrot pieniędzy", "Zwrot trwa pięć dni roboczych."),
    "ja": ("返金について", "返金には五日かかります。"),
    "zh": ("退款", "退款需要五天时间。"),
}


def write(folder: Path, pages: dict[str, tuple[str, str, str]]) -> Library:
    """Write articles (language, title, body) by id, and open them as a library."""
    (folder / "articles").mkdir(parents=True)
    for name, (code, title, body) in pages.items():
        text = f"---\nid: {name}\ntitle: {title}\nlanguage: {code}\n---\n{body}\n"
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    return Library.open(folder)


@pytest.fixture
def spoken(index: Index, tmp_path: Path) -> Index:
    """An index of pages about refunds in nine languages."""
    index.sync(write(tmp_path / "spoken", {code: (code, *page) for code, page in PAGES.items()}))
    return index


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Rückerstattungen", "de"),
        ("rueckerstattung Tage", "de"),
        ("reembolsos tarjetas", "es"),
        ("remboursements", "fr"),
        ("terugbetalingen", "nl"),
        ("rimborsi", "it"),
        ("pięć dni roboczych", "pl"),
        ("返金", "ja"),
        ("退款需要", "zh"),
    ],
)
def test_an_article_is_found_in_its_language(spoken: Index, query: str, found: str) -> None:
    assert spoken.search(query).hits[0].id == found


@pytest.mark.parametrize(
    ("code", "body", "query"),
    [
        ("de", "Die Rückerstattung dauert fünf Tage.", "Wann kommt die Gutschrift an?"),
        ("es", "El reembolso tarda cinco días.", "¿Cuándo llega la devolución?"),
        ("fr", "Pour résilier, ouvrez les paramètres.", "Comment puis-je annuler?"),
        ("nl", "De factuur staat in het klantgebied.", "Waar vind ik mijn rekening?"),
        ("pt", "A fatura está na área do cliente.", "Onde está a nota fiscal?"),
        ("it", "La fattura è nella tua area.", "Dove trovo la ricevuta?"),
        ("en", "The refund takes five days.", "When do I get my money back?"),
    ],
)
def test_synonyms_find_in_every_language(
    index: Index, tmp_path: Path, code: str, body: str, query: str
) -> None:
    other = (code, "Lorem", "Ipsum dolor sit amet.")
    index.sync(write(tmp_path / "library", {"wanted": (code, "Info", body), "other": other}))
    hits = index.search(query).hits
    assert hits
    assert hits[0].id == "wanted"


@pytest.mark.parametrize("code", WITH_STEMMER)
def test_every_language_with_a_stemmer_has_its_lists(code: str) -> None:
    known = vocabulary(code)
    assert known.weak
    assert known.negations
    assert known.endings
    assert len(known.synonyms) > 60
    assert all(len(group) > 1 and all(word.strip() for word in group) for group in known.synonyms)
    assert not known.weak & set(known.negations)


def test_a_language_without_lists_has_none() -> None:
    assert vocabulary("xx").synonyms == ()


def test_every_synonym_says_something_in_its_language() -> None:
    for code in WITH_STEMMER:
        for group in vocabulary(code).synonyms:
            assert all(language(code).analyse(word).terms for word in group), (code, group)


PAIRS = {
    "backup": ("en", "Make a backup", "Open the settings."),
    "workout": ("en", "Plans", "Work out every day, with a plan."),
    "deliver": ("en", "When we deliver", "On Monday."),
    "sign-in": ("en", "Sign in", "Sign in with your password."),
    "no-sign-in": ("en", "Cannot sign in", "Reset the password."),
    "konto": ("de", "Das Konto wechseln", "Die Nummer vom Konto steht auf der Karte."),
}


@pytest.fixture
def pairs(index: Index, tmp_path: Path) -> Index:
    index.sync(write(tmp_path / "pairs", PAIRS))
    return index


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("back up everything", "backup"),
        ("workout", "workout"),
        ("delivery", "deliver"),
        ("I can't sign in", "no-sign-in"),
        ("I am not able to sign in", "no-sign-in"),
        ("sign in", "sign-in"),
        ("Wo steht die Kontonummer?", "konto"),
    ],
)
def test_words_of_the_same_parts_are_found(pairs: Index, query: str, found: str) -> None:
    assert pairs.search(query).hits[0].id == found


def test_a_word_that_customers_write_in_any_question_weighs_less(index: Index, tmp_path: Path) -> None:
    pages = {
        "a-wish": ("en", "First", "They want this."),
        "invoice": ("en", "Second", "The invoice here."),
    }
    index.sync(write(tmp_path / "library", pages))
    assert index.search("want invoice").hits[0].id == "invoice"


def test_a_slip_is_corrected_though_the_index_knows_the_beginning(index: Index, tmp_path: Path) -> None:
    pages = {
        "launch": ("en", "Going to production checklist", "Everything to look at before customers come."),
        "check": ("en", "Check a payment", "Check the card first, then check the bank."),
    }
    index.sync(write(tmp_path / "slips", pages))
    answer = index.search("production checkist")
    assert answer.hits[0].id == "launch"
    assert answer.did_you_mean == "production checklist"


def test_a_sentence_that_says_just_what_was_asked_stands_above_one_that_says_much_else(
    index: Index, tmp_path: Path
) -> None:
    asked = "Where is the invoice of my renewal?"
    much = (
        "The invoice of a renewal is made at night, printed, sealed, counted, filed and sent where it is due"
    )
    pages = {
        "long": ("en", "Nightly work", f"{much}, whoever asks. Renewal and invoice stand on every page."),
        "short": ("en", "Questions", f"{asked} In the account, below Payments, for ten years."),
    }
    index.sync(write(tmp_path / "alike", pages))
    assert [hit.id for hit in index.search("where is the invoice of my renewal").hits] == ["short", "long"]
