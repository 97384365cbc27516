"""By which signs a sentence tells something or chats: each proves itself by its examples."""

import pytest

from composer.questions.answer_signs import answer_signs, answered_by, chat_in, chatting, signs_in
from composer.questions.plain_words import plain

SIGNS = {sign.name: sign for sign in answer_signs()}


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_says_and_is_silent_as_written(name):
    """What stands under `says` has the sign, what stands under `silent` has not."""
    sign = SIGNS[name]
    assert sign.says
    assert sign.silent
    assert [text for text in sign.says if name not in signs_in(plain(text))] == []
    assert [text for text in sign.silent if name in signs_in(plain(text))] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thursdays at half past nine.", "when"),
        ("Seventy apiece.", "how-many"),
        ("Behind the boathouse.", "where"),
        ("Tap the wheel, then choose Share.", "how-to"),
        ("I've taken it off the bill.", "action"),
        ("Of course, bring him along.", "yes-no"),
    ],
)
def test_signs_name_the_types_that_they_are_made_for(text, wanted):
    """A time is for a when, a number for a how-many, steps for a how-to."""
    assert wanted in answered_by(signs_in(plain(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Most of our guests love the old stairs.",
        "Such a beautiful instrument, my aunt had one like that!",
        "Viele Kunden finden das herrlich.",
        "La terrasse est superbe, tout le monde l'adore.",
    ],
)
def test_what_only_chats_has_more_signs_of_chat(text):
    """People at large, feelings, the past: and no sign that something is told."""
    assert chat_in(signs_in(plain(text))) > 0


@pytest.mark.parametrize(
    "text", ["It does.", "Two euros apiece.", "Only on Mondays.", "I've put it in the post.", "Not any more."]
)
def test_what_tells_something_is_no_chat(text):
    """Signs of chat count only beyond those that tell."""
    assert chat_in(signs_in(plain(text))) == 0


def test_the_signs_of_chat_are_made_for_no_answer():
    """What chats answers no type."""
    assert all(not SIGNS[name].answers for name in chatting())


def test_a_sign_serves_the_types_that_it_is_made_for():
    """What a sign is made for it serves, too; what chats serves nothing."""
    assert all(sign.answers <= sign.serves for sign in SIGNS.values())
    assert all(not SIGNS[name].serves for name in chatting())
