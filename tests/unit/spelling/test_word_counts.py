"""Words and their counts are found whatever else begins alike."""

import pytest

from composer.spelling.word_counts import WordCounts


@pytest.fixture
def words() -> WordCounts:
    """Return a few words, given in two pieces."""
    return WordCounts([{"rate": 7, "rated": 3, "a": 90}, {"rat": 12, "ration": 5, "ça": 2}])


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("rate", 7),
        ("rated", 3),
        ("rat", 12),
        ("ration", 5),
        ("a", 90),
        ("ça", 2),
        ("ra", 0),
        ("rati", 0),
        ("", 0),
    ],
)
def test_each_word_has_its_own_count(words: WordCounts, word: str, count: int) -> None:
    """Neither the beginning of a word nor a longer one is taken for it."""
    assert words.count_of(word) == count
    assert (word in words) is bool(count)


def test_words_that_are_missing_are_as_rare_as_the_rarest(words: WordCounts) -> None:
    """Those that are there stay as they are."""
    words.add_missing(["rate", "webhook"])
    assert (words.count_of("rate"), words.count_of("webhook")) == (7, 2)
    assert words.total == 121
    assert 7 not in words
