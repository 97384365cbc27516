"""A mood is told with the words that show it."""

import pytest

from composer.questions.mood import mood_of
from composer.questions.understood import Mood


@pytest.mark.parametrize(
    ("language", "text", "mood", "word"),
    [
        ("en", "Please send the invoice. Thanks!", Mood.CALM, ""),
        ("en", "I love the new dashboard, great plugin!", Mood.HAPPY, "great plugin"),
        ("en", "The export hangs, any idea? Thanks a lot", Mood.CALM, ""),
        ("en", "Thank you so much for your quick help!", Mood.HAPPY, "Thank you so much for your quick"),
        ("en", "I am worried that our data is lost.", Mood.WORRIED, "worried"),
        ("en", "This is the third time I write and I am still waiting.", Mood.FRUSTRATED, "third time"),
        ("en", "For the second time: where is my money?", Mood.FRUSTRATED, "For the second time"),
        ("en", "When I open it a second time, the page is quick.", Mood.CALM, ""),
        ("en", "This is ridiculous, a scam.", Mood.ANGRY, "ridiculous"),
        ("en", "Still not working!!!", Mood.ANGRY, "!!!"),
        ("de", "Das ist eine Frechheit.", Mood.ANGRY, "Frechheit"),
        ("de", "Ich bin enttäuscht.", Mood.FRUSTRATED, "enttäuscht"),
        ("fr", "Je suis très inquiète.", Mood.WORRIED, "inquiète"),
        ("es", "Estoy muy preocupada.", Mood.WORRIED, "preocupada"),
    ],
)
def test_a_mood_shows_its_words(language, text, mood, word):
    """The mood is named and the word that shows it is verbatim."""
    sound = mood_of(text, language)
    assert sound.mood is mood
    assert (word in sound.words) if word else not sound.words
    assert all(each in text for each in sound.words)


@pytest.mark.parametrize(
    ("language", "text", "urgent"),
    [
        ("en", "We need this ASAP, the shop is down.", True),
        ("en", "No hurry at all.", False),
        ("en", "need to get in tonight if there's any way", True),
        ("en", "Our licence runs out tomorrow.", True),
        ("en", "If we don't hear from you today I want a refund.", True),
        ("en", "need this for class tomorrow 9am", True),
        ("en", "We want to try the new version tomorrow.", False),
        ("en", "I installed it today. We need a new logo.", False),
        ("de", "Es ist dringend.", True),
        ("pt", "É urgente, respondam ainda hoje.", True),
    ],
)
def test_urgency_is_told_apart_from_mood(language, text, urgent):
    """A calm mail may be urgent."""
    assert mood_of(text, language).urgent is urgent
