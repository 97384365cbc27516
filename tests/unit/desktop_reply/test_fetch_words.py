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
