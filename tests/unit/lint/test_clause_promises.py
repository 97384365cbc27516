"""Promises by the grammar of their clauses, and sentences that look like them."""
# ruff: noqa: E501 - sentences as people write them

import re
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest

from composer.lint.own_words import Passage
from composer.lint.promises.clause_reading import clauses_read
from composer.lint.promises.commitments import Commitment, Sign
from composer.lint.promises.evidence import BASE, Evidence, weights_in
from composer.lint.promises.grammar import verdicts
from composer.lint.promises.times import promises_of
from composer.lint.promises.words import TIME
from composer.lint.promises.words_en import ENGLISH
from composer.when.eta import find_times

_NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
_LISTS = Path(__file__).parents[2] / "benchmarks" / "own_promises"


def _listed(name: str) -> list[tuple[str, str]]:
    """Return label and text of the English sentences of a list."""
    lines = (_LISTS / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(label, text) for label, language, text in rows if language == "en"]


_CLAUSES = _listed("clauses")


def _found(text: str, *, answers_customer: bool = True) -> tuple[Commitment, ...]:
    passage = Passage(text)
    times = find_times(passage.words, now=_NOW)
    return promises_of(passage, times, now=_NOW, language="en", answers_customer=answers_customer)


@pytest.mark.parametrize("text", [text for label, text in _CLAUSES if label == "promise"])
def test_a_clause_promises(text: str) -> None:
    """An act or a result on our side with a time or an event binds us, whatever its verb."""
    assert _found(text)


@pytest.mark.parametrize("text", [text for label, text in _CLAUSES if label == "none"])
def test_a_clause_promises_nothing(text: str) -> None:
    """What a program does, an outsider decides, the reader has to do, or somebody reports binds nobody of ours."""
    assert not _found(text)


@pytest.mark.parametrize("name", ["business", "consumer", "elsewhere", "unseen", "fifth", "sixth", "seventh"])
def test_the_invented_replies_are_read_as_their_authors_meant_them(name: str) -> None:
    """Of each list that somebody else wrote, and that the weights were taught on, few are read wrong either way."""
    rows = [(label == "promise", bool(_found(text))) for label, text in _listed(name)]
    hits = sum(wanted and found for wanted, found in rows)
    assert hits >= 0.92 * sum(found for _, found in rows)
    assert hits >= 0.85 * sum(wanted for wanted, _ in rows)


def test_a_text_that_answers_no_customer_counts_by_its_phrases_alone() -> None:
    """A notice to everybody is no promise of ours, and would be one in a reply."""
    text = "Our plumber fits the new valve on Tuesday."
    assert _found(text)
    assert not _found(text, answers_customer=False)


def test_a_promise_tied_to_an_event_names_it() -> None:
    """Where no day binds us, the words of the event are kept."""
    (one,) = _found("Once the frame is dry, I'll hang it for you.")
    assert one.sign is Sign.EVENT
    assert one.event.startswith("Once the frame is dry")


def test_an_hour_without_a_day_binds_as_an_event() -> None:
    """*At ten* is no date by itself, and yet the customer waits for it."""
    (one,) = _found("I'll put the box outside for you at ten.")
    assert (one.sign, one.event) == (Sign.EVENT, "at ten")


def test_an_offer_is_refused_however_its_words_promise() -> None:
    """What waits for the reader's choice is none, though a phrase in it would promise."""
    passage = Passage("If you like, I can ring you tomorrow.")
    read = clauses_read(passage, find_times(passage.words, now=_NOW), now=_NOW, language="en")
    assert not read.promises
    assert any(verdict.is_refused for found in read.verdicts.values() for verdict in found)


def test_a_verdict_says_why() -> None:
    """Each clause has its reason."""
    found = verdicts("I doubt that we will ship it tomorrow.", [(29, 37, TIME)], ENGLISH)
    assert [verdict.binds for verdict in found] == [False] * len(found)
    assert all(verdict.reason for verdict in found)
    assert found[-1].reason == "doubted"


def test_a_weighed_verdict_names_its_strongest_signs() -> None:
    """Where nothing settles it, the sum is told with what speaks for and against."""
    (one,) = verdicts("Our shop is open tomorrow.", [(17, 25, TIME)], ENGLISH)
    assert not one.binds
    assert re.fullmatch(r"-\d\.\d: for .+ “.+” \+.+; against .+ “.+” -.+; base -.+", one.reason)


def test_weights_are_those_of_the_signs_that_are_told() -> None:
    """What is summed by classes is the sum over the signs by name, which is what the weights are taught by."""
    weights = weights_in((resources.files("composer.lint.promises") / "evidence.tsv").read_text("utf-8"))
    for text in ('Tomorrow Anna rings you, and we mail it: "now" or later.', "Tomorrow with you", "Tomorrow"):
        for verdict in verdicts(text, [(0, 8, TIME)], ENGLISH):
            signs = verdict.signs
            assert signs is not None
            by_name = weights[BASE] + sum(weights.get(sign, 0.0) for sign in set(signs))
            assert Evidence(weights).of(signs) == pytest.approx(by_name)


@pytest.mark.parametrize(
    "piece", ["I will send it by Friday, and ", "when we will ", ", by Friday ", "you'll ", "("]
)
def test_a_hostile_sentence_is_read_to_an_end(piece: str) -> None:
    """However long a sentence is, its reading is bounded."""
    text = piece * (32_000 // len(piece))
    assert len(_found(text)) <= len(Passage(text).sentences)
