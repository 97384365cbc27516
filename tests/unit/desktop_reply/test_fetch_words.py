"""What the list at the cursor says of its choices: that nothing has the words, and these come nearest."""

from dataclasses import replace
from typing import Any

import pytest

from search.hit import Answer, Hit
from tests.unit.desktop_reply.ticket_scene import ARTICLE, Scene


@pytest.mark.parametrize(
    ("hits", "nearest", "did_you_mean", "sentence"),
    [
        ((ARTICLE,), (), "", ""),
        ((), (ARTICLE,), "", "Nothing has “camels”. These come nearest."),
        (
            (),
            (replace(ARTICLE, score=0.0),),
            "",
            "Nothing has “camels”.",
        ),
        ((), (), "", "Nothing has “camels”."),
        ((ARTICLE,), (), "camel", "Not every word is there as typed; these fit the nearest spelling."),
    ],
)
def test_it_says_so_when_choices_are_not_what_was_asked_for(
    scene: Scene,
    monkeypatch: pytest.MonkeyPatch,
    hits: tuple[Hit, ...],
    nearest: tuple[Hit, ...],
    did_you_mean: str,
    sentence: str,
) -> None:
    """In the words of the library's search."""

    def search(query: str, **_: Any) -> Answer:
        return Answer(query, hits, did_you_mean, nearest)

    monkeypatch.setattr(scene.index, "search", search)
    scene.type("?? camels")
    cards, said = scene.view.shown["show_choices"]
    assert said == sentence
    assert len(cards) == len([hit for hit in hits or nearest if hit.score > 0])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("?? ", "Type a few words to search the library."),
        ("//zzz", "No snippet begins with “zzz”."),
        ("//thx", ""),
    ],
)
def test_it_says_what_to_do_where_there_is_nothing(scene: Scene, typed: str, sentence: str) -> None:
    """Before the first word, and for a keyword that no snippet has."""
    scene.type(typed)
    assert scene.view.shown["show_choices"][1] == sentence


def misspelt(scene: Scene) -> list[str]:
    """Return the words that are underlined as misspelt."""
    ticket = scene.open
    return [ticket.text[f.start : f.end] for f in ticket.review.findings if f.rule == "spelling"]


def test_words_that_fetch_something_are_no_words_of_the_reply(scene: Scene) -> None:
    """They are not read while the list is open; waved off, they stay as text and are."""
    scene.type("Hi Jo,\n\nyour adress is saved.\n\n?? adress")
    assert misspelt(scene) == ["adress"]
    scene.columns.fetch.wave_off()
    scene.settle()
    assert misspelt(scene) == ["adress", "adress"]


def test_words_left_behind_by_the_cursor_are_read(scene: Scene) -> None:
    """Whoever goes on elsewhere no longer types them."""
    scene.type("Hi Jo,\n\nwe saved it.\n\n?? adress")
    assert misspelt(scene) == []
    scene.columns.draft.move_cursor(3)
    scene.columns.fetch.type()
    scene.settle()
    assert misspelt(scene) == ["adress"]


def test_the_last_look_sees_what_was_typed_a_moment_ago(scene: Scene) -> None:
    """It waits for the draft to be read as it stands, with the words behind marks that are left in it."""
    text = "Hi Jo,\n\nwe saved it.\n\n?? [customer name]"
    scene.view.text = text
    scene.columns.draft.type(text, len(text))
    scene.ticket.when_read(scene.columns.last_look.look)
    scene.lanes.work()
    (look,) = scene.view.shown["show_look"]
    assert "[customer name]" in [text[stop.start : stop.end] for stop in look.stops]
