"""Suggestions: a customer's chatter goes, what fits is offered, and nothing where nothing fits."""

import pytest

from kb_content.library import Library
from search.entry import PastAnswer
from search.index import Index
from search.suggest import question_words


@pytest.mark.parametrize(
    ("question", "kept", "dropped"),
    [
        ("Hi Anna,\n\nI hope you are well. How do I get a refund?", "refund", "anna"),
        ("Hello! Could you please tell me how to refund order #123456?", "refund", "123456"),
        ("My mail is bob@example.com, where is the invoice?", "invoice", "example"),
        ("See https://example.com/a?b=c for the refund", "refund", "https"),
        ("I was charged 49.90 € for the renewal, thanks in advance", "renewal", "49.90"),
        ("Where is the invoice?\n\nKind regards,\nBob Miller", "invoice", "miller"),
        (
            "Guten Tag Herr Weber,\nwo ist die Rechnung?\nMit freundlichen Grüßen\nBob Miller",
            "rechnung",
            "weber",
        ),
        ("Bonjour Anne,\nje cherche ma facture\nCordialement\nBob Miller", "facture", "miller"),
        ("Hola Ana, ¿dónde está la factura?", "factura", "hola"),
        ("WP_DEBUG fails in 7.1.2 with ERR_CONNECTION_RESET", "7.1.2", "please"),
        ("The export hangs at 40 percent since this morning.", "export", "percent"),
        ("The export hangs at 40 % since yesterday.", "export", "yesterday"),
        ("We moved to the new domain in March 2025", "domain", "2025"),
        ("Der Import steht seit 2024 bei 30 Prozent", "import", "30"),
        ("Does the sync work with Outlook 2019?", "2019", "please"),
    ],
)
def test_chatter_is_taken_out(question: str, kept: str, dropped: str) -> None:
    words = question_words(question).lower()
    assert kept in words
    assert dropped not in words


@pytest.mark.parametrize("question", ["Thanks!", "Hello", "please"])
def test_chatter_alone_is_kept(question: str) -> None:
    assert question_words(question)


def test_a_question_gets_what_fits(shop: Index) -> None:
    hits = shop.suggest(
        "Hi Anna, could you please tell me how I get my refund for order #123456? Thanks, Bob"
    )
    assert hits[0].id == "refunds"


def test_an_open_known_issue_is_suggested(shop: Index) -> None:
    assert shop.suggest("My yearly renewal was charged twice!")[0].id == "double-charge"


@pytest.mark.parametrize(
    "question", ["", "Do you sell garden furniture?", "Is the moon made of cheese?", "\x00"]
)
def test_nothing_is_suggested_where_nothing_fits(shop: Index, question: str) -> None:
    assert shop.suggest(question) == ()


def test_a_question_without_a_topic_asks_about_what_stands_around_it(shop: Index) -> None:
    """Only words that any question holds would find any page that holds them, too."""
    about = "I would like a refund of the last order. Is it possible?"
    assert shop.suggest("Is it possible?", context=about)[0].id == "refunds"


PLAYBOOK = """---
id: about-refunds
title: How we answer who wants a refund
tags: [playbook]
---
Answer a refund with the date on which the refund is on the card.
"""


def test_an_article_for_the_team_is_found_but_hardly_suggested(shop: Index, library: Library) -> None:
    (library.folder / "articles" / "playbook.md").write_text(PLAYBOOK, encoding="utf-8")
    library.refresh()
    shop.sync(library)
    assert shop.search("how we answer who wants a refund").hits[0].id == "about-refunds"
    assert shop.suggest("Who pays when somebody wants a refund?")[0].id == "refunds"


def test_an_article_of_no_product_is_for_the_team_where_most_name_theirs(
    shop: Index, library: Library
) -> None:
    question = "Why can customers not sign in?"
    before = next(hit.score for hit in shop.suggest(question) if hit.id == "login")
    for name in ("config", "invoices", "old"):
        path = library.folder / "articles" / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace("title:", "products: [Shop]\ntitle:", 1), "utf-8")
    library.refresh()
    shop.sync(library)
    assert [hit.score for hit in shop.suggest(question) if hit.id == "login"] < [before * 0.7]


def test_the_rest_of_the_mail_weighs_but_finds_nothing_by_itself(shop: Index) -> None:
    assert shop.suggest("Do you sell garden furniture?", context="I want a refund of my payment") == ()


def test_what_was_inserted_for_a_question_like_this_is_lifted(shop: Index) -> None:
    question = "How long does the money need to reach the card?"
    shop.sync_past_answers([PastAnswer("1", question, "Five days.", "2026-11-01", ("article:refunds",))])
    reasons = {hit.id: hit.reason for hit in shop.suggest("How long until the money is on the card?")}
    assert reasons["refunds"] == "inserted before for a question like this"
