"""What the customer, the library, the team and the agent write is right as it stands."""

from dataclasses import replace

import pytest

from composer.lint.context import Context
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of
from composer.lint.registry import built_in_rules
from composer.lint.rule import Example, RuleSet
from composer.mail.message import Address
from composer.spelling.library_texts import LibraryTexts
from kb_content.team import Member, Product, Team

WORDS = "The recieve of Adress is in teh acount.\n"


def misspelt(context: Context, mail: str = "") -> list[str]:
    """Return the misspelt words of a reply in some circumstances."""
    reply = replace(reply_of(Example(WORDS, mail=mail)), context=context)
    engine = Engine(RuleSet([built_in_rules()["spelling"]]))
    return [finding.text for finding in engine.findings(reply, Dismissed())]


ALL = ["recieve", "teh", "acount"]


@pytest.mark.parametrize(
    ("context", "mail", "left"),
    [
        (Context(), "", ALL),
        (Context(), "My Recieve-Acount is gone.", ["teh"]),
        (Context(own_words=frozenset({"acount"})), "", ["recieve", "teh"]),
        (Context(agent=Address("Ann Teh", "ann@example.com")), "", ["recieve", "acount"]),
        (Context(team=Team(people=(Member("Bo Acount", "bo@example.com"),))), "", ["recieve", "teh"]),
        (Context(team=Team(products=(Product("Recieve"),))), "", ["teh", "acount"]),
        (
            Context(library_texts=LibraryTexts(lambda: ["Open the acount, teh rest follows."])),
            "",
            ["recieve"],
        ),
        (Context(library_texts=LibraryTexts(lambda: ["acounting, tehs"])), "", ALL),
    ],
)
def test_whose_words_are_known(context: Context, mail: str, left: list[str]) -> None:
    """Each keeps its own words; the others stay."""
    assert misspelt(context, mail) == left


def test_a_library_is_read_only_when_a_word_is_looked_for() -> None:
    """And then once."""
    read: list[int] = []

    def texts() -> list[str]:
        read.append(1)
        return ["frobnicate"]

    library = LibraryTexts(texts)
    assert read == []
    assert library.hold("Frobnicate")
    assert not library.hold("frob")
    assert read == [1]
