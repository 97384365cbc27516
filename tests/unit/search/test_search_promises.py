"""What the search promises beside relevance: passages, trust, what is learnt, codes, care of the index."""

from dataclasses import replace
from pathlib import Path

import pytest

from kb_content.library import Changes, Library
from search.entry import PastAnswer
from search.hit import Kind, Trust
from search.index import Index

from .conftest import TODAY, write_library


def long_article(folder: Path) -> str:
    """Write an article of many sections; return its body."""
    sections = [f"## Part {at}\n\n" + f"Words about matter{at} fill this part. " * 30 for at in range(12)]
    body = "\n\n".join(sections).replace("matter7 fill", "the zeppelin and matter7 fill", 1)
    (folder / "articles" / "long.md").write_text(
        f"---\nid: long\ntitle: Long\n---\n{body}\n", encoding="utf-8"
    )
    return body


def test_a_long_article_is_found_by_its_section_and_opens_there(index: Index, tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library")
    body = long_article(folder)
    index.sync(Library.open(folder))
    hit = index.search("zeppelin").hits[0]
    assert hit.id == "long"
    assert hit.section == "Part 7"
    assert hit.passage == body[hit.passage_start : hit.passage_start + len(hit.passage)]
    assert "zeppelin" in hit.passage
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["zeppelin"]


def test_a_verified_article_stands_above_its_unverified_twin(index: Index, tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library")
    for name, verified in (("a-twin", ""), ("b-twin", f"verified: {{date: {TODAY}, by: Ana}}\n")):
        text = f"---\nid: {name}\ntitle: Zeppelins\n{verified}---\nOf zeppelins.\n"
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    index.sync(Library.open(folder))
    assert [hit.id for hit in index.search("of zeppelins").hits] == ["b-twin", "a-twin"]


def test_what_was_used_lately_stands_above_its_twin(index: Index, tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library")
    for name in ("a-twin", "b-twin"):
        text = f"---\nid: {name}\ntitle: Zeppelins\n---\nOf zeppelins.\n"
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    index.sync(Library.open(folder))
    old = PastAnswer("1", "Where?", "There.", "2026-01-05", ("article:b-twin",))
    index.sync_past_answers([old])
    assert [hit.id for hit in index.search("of zeppelins").hits] == ["a-twin", "b-twin"]
    index.sync_past_answers([replace(old, sent="2026-11-05")])
    assert [hit.id for hit in index.search("of zeppelins").hits] == ["b-twin", "a-twin"]


def test_a_corrected_word_never_stands_above_the_word_itself(index: Index, tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library")
    for name, body in (("exact", "One zepelin is here among other words."), ("near", "Zeppelin. " * 30)):
        text = f"---\nid: {name}\ntitle: {name}\n---\n{body}\n"
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    index.sync(Library.open(folder))
    answer = index.search("zepelin")
    assert answer.hits[0].id == "exact"
    assert answer.did_you_mean == ""


def test_snippets_known_issues_and_past_answers_are_suggested_with_what_they_say(shop: Index) -> None:
    shop.sync_past_answers(
        [PastAnswer("7", "Can I pay by cheque?", "No, by card or transfer only.", "2026-11-01")]
    )
    past = shop.suggest("Is it possible to pay by cheque?")[0]
    assert (past.kind, past.trust) == (Kind.PAST_ANSWER, Trust.PAST_ANSWER)
    assert "card or transfer" in past.passage
    assert shop.suggest("Renewals are charged twice")[0].kind is Kind.KNOWN_ISSUE
    assert Kind.SNIPPET in {hit.kind for hit in shop.suggest("Thank you for your patience")}


@pytest.mark.parametrize(
    "code", ["wp-config.php", "WP_DEBUG", "7.1.2", "7.1", "ERR_CONNECTION_RESET", "connection reset"]
)
def test_codes_are_found_whole_and_in_parts(shop: Index, code: str) -> None:
    assert shop.search(code).hits[0].id == "config"


@pytest.mark.parametrize(("asked", "found"), [("2FA", "login"), ("bill", "invoices")])
def test_the_words_of_the_team_are_equals(shop: Index, asked: str, found: str) -> None:
    assert found in [hit.id for hit in shop.search(asked).hits]


def test_an_abbreviation_stands_for_the_name_of_a_product(index: Index, tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library")
    with (folder / "library.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[products]]\nname = "Gateway Manager"\nalso_known_as = ["GWM"]\n')
    text = "---\nid: gateway\ntitle: Install it\n---\nThe Gateway Manager needs a server.\n"
    (folder / "articles" / "gateway.md").write_text(text, encoding="utf-8")
    index.sync(Library.open(folder))
    assert index.search("GWM").hits[0].id == "gateway"


def test_a_sync_tells_how_far_it_is(index: Index, library: Library) -> None:
    told: list[tuple[int, int]] = []
    index.sync(library, progress=lambda done, all_of_them: told.append((done, all_of_them)))
    assert told
    assert told[-1][0] == told[-1][1]


def test_another_window_sees_what_one_has_written(shop: Index, library: Library, tmp_path: Path) -> None:
    other = Index.open(shop.path, today=lambda: TODAY)
    try:
        assert other.search("zeppelin").hits == ()
        path = library.folder / "articles" / "new.md"
        path.write_text("---\nid: new\ntitle: Zeppelin\n---\nUp.\n", encoding="utf-8")
        shop.sync(Library.open(library.folder), only=Changes(added=frozenset({"article:new"})))
        assert [hit.id for hit in other.search("zeppelin").hits] == ["new"]
    finally:
        other.close()
