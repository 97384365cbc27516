"""Own words: what the agent wrote, and nothing else."""
# ruff: noqa: E501 - a case stands on one line

import pytest

from composer.draft import Draft
from composer.lint.own_words import NOT_A_WORD, OwnWordsReader, PassageKind


def read(text: str) -> list[str]:
    return [placed.passage.text for placed in OwnWordsReader().read(Draft(text)).passages]


CASES = [
    ("quotes are left out", "> soon\n\nYes.\n", ["Yes."]),
    ("passages end at blank lines", "One.\n\nTwo.\n", ["One.", "Two."]),
    ("items are passages", "Do:\n- one\n- two\n", ["Do:", "- one", "- two"]),
    ("a greeting stands alone", "Hi Bob,\nit works.\n", ["Hi Bob,", "it works."]),
    ("fenced code is left out", "See:\n\n```\nsoon\n```\n\nYes.\n", ["See:", "Yes."]),
    ("a signature ends at the block", "Yes.\n\n-- \nAnna\nsoon\n", ["Yes."]),
    ("names below a closing are left out", "Yes.\n\nKind regards,\nAnna\nSupport\n", ["Yes.", "Kind regards,"]),
    ("a postscript is own again", "Yes.\n\nKind regards,\nAnna\n\nPS: no.\n", ["Yes.", "Kind regards,", "PS: no."]),
    (
        "a disclaimer is left out",
        "Yes.\n\nThis e-mail is confidential and meant for the intended recipient only.\n",
        ["Yes."],
    ),
    (
        "an old mail below is left out",
        "Yes.\n\n-----Original Message-----\nFrom: A\nsoon\n",
        ["Yes."],
    ),
    ("a header block is left out", "Yes.\n\nFrom: A\nSent: B\nTo: C\nSubject: D\n\nsoon\n", ["Yes."]),
    ("an attribution is left out", "On 3 March 2026, Bob wrote:\n> why?\n\nYes.\n", ["Yes."]),
    ("thanks in the middle is no closing", "Thanks,\nthat helps me find the cause of it.\n", ["Thanks,\nthat helps me find the cause of it."]),
    ("an answer between quotes is own", "> a?\n\nYes.\n\n> b?\n\nNo.\n", ["Yes.", "No."]),
    ("nothing is nothing", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_only_own_words_are_read(title: str, text: str, expected: list[str]) -> None:
    """Quotes, signatures, disclaimers, old mails and code are never read."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Use `soon` here.", "`soon`"),
        ("See https://example.com/soon?a=b.", "https://example.com/soon?a=b"),
        ("Write to soon@example.com today.", "soon@example.com"),
        ("See [the guide](https://example.com/soon) first.", "](https://example.com/soon)"),
        ('<span style="color:red">Yes</span>', '<span style="color:red">'),
    ],
)
def test_code_and_addresses_are_no_words(text: str, hidden: str) -> None:
    """Code, links and tags are replaced by a neutral character of the same length."""
    (placed,) = OwnWordsReader().read(Draft(text)).passages
    words = placed.passage.words
    at = text.index(hidden)
    assert len(words) == len(text)
    assert words[at : at + len(hidden)] == NOT_A_WORD * len(hidden)


def test_places_are_true() -> None:
    """Each passage stands in the draft where it says."""
    text = "Hi \U0001f600,\n\n> q?\n\nOne.\n\n- two\n- three\n\nKind regards,\nAnna\n"
    for placed in OwnWordsReader().read(Draft(text)).passages:
        assert text[placed.start : placed.end] == placed.passage.text


def test_a_closing_is_known() -> None:
    """The closing line keeps its kind, so that rules can leave it alone."""
    placed = OwnWordsReader().read(Draft("Yes.\n\nBest regards,\nAnna\n")).passages[-1]
    assert placed.passage.kind is PassageKind.CLOSING


def test_passages_are_kept() -> None:
    """A passage that did not change is the same object after an edit elsewhere."""
    reader = OwnWordsReader()
    before = reader.read(Draft("One.\n\nTwo.\n")).passages
    after = reader.read(Draft("One more.\n\nTwo.\n")).passages
    assert before[1].passage is after[1].passage


def test_a_bare_name_at_the_end_is_no_word_of_the_reply() -> None:
    """It signs, as it would below a goodbye; amid the reply a short answer stays one."""
    draft = Draft("> a?\n\nBlue.\n\nGreen\n\n> b?\n\nYes.\n\nNoor Haddad\nLantern Support\n")
    own = OwnWordsReader().read(draft)
    assert [placed.passage.text for placed in own.passages] == ["Blue.", "Green", "Yes."]
    assert [left.text for left in own.sign_offs] == ["Noor Haddad\nLantern Support\n"]
