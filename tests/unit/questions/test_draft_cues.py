"""What a sentence of a draft does is told by patterns that prove themselves by their examples."""

import pytest

from composer.questions.draft_cues import draft_cues
from composer.questions.plain_words import plain

CUES = draft_cues()


@pytest.mark.parametrize("name", [*CUES.does, *CUES.fits])
def test_a_cue_says_and_is_silent_as_written(name):
    """Each cue matches its `says` and none of its `silent`."""
    for text in CUES.says[name]:
        assert CUES.pattern[name].search(plain(text)), text
    for text in CUES.silent[name]:
        assert not CUES.pattern[name].search(plain(text)), text
    assert CUES.says[name]
