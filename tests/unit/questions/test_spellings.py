"""A letter that a keyboard lacks is spelled out, and a question is found all the same."""

import pytest

from composer.questions.asks import asks_in
from composer.questions.pattern_table import read_table

_TABLE = """
language = "de"

[spellings]
"ü" = "(?:ue?)"

[[pattern]]
id = "würden"
form = "interrogative"
match = '''^würden sie'''
"""


@pytest.mark.parametrize("written", ["wurden sie", "wuerden sie"])
def test_a_table_names_the_spellings_of_a_letter_once(written):
    """Patterns see texts without accents; a row that says "ü" also reads "ue"."""
    assert read_table(_TABLE).read(written).patterns


@pytest.mark.parametrize(
    "text",
    [
        "Könnten Sie mir die Größe nennen",
        "Koennten Sie mir die Groesse nennen",
        "Ich weiß nicht, wie das geht.",
        "Ich weiss nicht, wie das geht.",
        "Muß ich das bezahlen",
        "Muss ich das bezahlen",
    ],
)
def test_german_is_read_in_its_spellings(text):
    """Swiss writers know no "ß", and many keyboards no "ö"."""
    assert len(asks_in(text, "de")) == 1
