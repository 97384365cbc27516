"""Weighs whether a passage carries an answer to its question, or only touches what was asked.

Where a passage stands and which words it shares tell to which question it belongs, not that it answers: who
only touches a question speaks of it in its own words, while answers leave them out ("It does", "£143"). The
weights stand in ``patterns/answer_weights.toml``; ``tests/benchmarks/answer_trust_fit.py`` fits them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from composer.questions.answer_signs import chat_in, chatting, served_by
from composer.questions.draft_units import Unit
from composer.questions.evidence import EVIDENCE, Asked, Weights
from composer.questions.passages import Laid, strength
from composer.questions.question import AnswerType

_DECIDING = 2
_SIGNS = ("affirms", "denies", "tells_done", "times", "reasons", "points", "crowd", "warms", "remembers")
# What speaks for an answer of one type more than for others.
_OF_TYPE = (
    (AnswerType.YES_NO, "affirms"),
    (AnswerType.YES_NO, "addresses"),
    (AnswerType.YES_NO, "resumes"),
    (AnswerType.YES_NO, "limits"),
    (AnswerType.ACTION, "tells_done"),
    (AnswerType.ACTION, "times"),
    (AnswerType.ACTION, "resumes"),
    (AnswerType.ACTION, "instructs"),
    (AnswerType.ACTION, "addresses"),
)
# Some types are answered more openly than others: a choice more than a who.
_TYPES = (
    AnswerType.WHO,
    AnswerType.WHEN,
    AnswerType.HOW_MANY,
    AnswerType.WHERE,
    AnswerType.HOW_TO,
    AnswerType.CHOICE,
    AnswerType.ACTION,
    AnswerType.YES_NO,
)
_KINDS = tuple((name, EVIDENCE.index(name)) for name in ("alike", "lacks", "tells"))
# Code, formulas, paths and names of functions are no chat, nor is what goes on for long.
_TECHNICAL = re.compile(r"\w\(|[\w\"'] ?(?:[=<>]|->|::) ?[\w\"']|\w[_/\\]\w|[{}\[\]$`^|]|^\s*[#>]|://")
_LONG = 18
_MOST_STRENGTH = 8.0
_MOST_MARGIN = 4.0
_MOST_CHATS = 2.0
_ECHO = 0.5


def trust(run: Sequence[int], index: int, laid: Laid, asked: Asked, weight: Weights) -> float:
    """Return how far a passage is to be trusted as the answer to a question, in log odds."""
    found = trust_evidence(run, index, laid, asked)
    return weight["trust_base"] + sum(weight[f"trust_{name}"] * value for name, value in found.items())


def is_placed(run: Sequence[int], laid: Laid) -> bool:
    """Tell whether a passage stands below a quote or behind a number."""
    first = laid.segments[run[0]]
    return first.quote >= 0 or bool(first.numbers)


def trust_evidence(run: Sequence[int], index: int, laid: Laid, asked: Asked) -> Mapping[str, float]:
    """Return by name what speaks for and against a passage; ``run`` are its segments, one after another."""
    units = [unit for at in run for unit in laid.segments[at].units]
    telling = [unit for unit in units if not unit.reading.is_idle] or units
    return dict(
        (
            *_signs(telling, asked),
            *_place(run, index, laid),
            *_echo(telling, asked),
            *_acts(telling),
        )
    )


def _signs(telling: Sequence[Unit], asked: Asked) -> Iterator[tuple[str, float]]:
    signs = _signs_of(telling)
    for name in _SIGNS:
        yield name, float(name in signs)
    for wanted, name in _OF_TYPE:
        yield f"{wanted.value}_{name}", float(asked.answer_type is wanted and name in signs)
    for wanted in _TYPES:
        yield wanted.value, float(asked.answer_type is wanted)
    chats = sum(1 for unit in telling if not chatting().isdisjoint(unit.reading.signs))
    yield "share_of_chat", chats / len(telling)
    yield "technical", float(any(_TECHNICAL.search(unit.text) for unit in telling))
    yield "long", float(sum(len(unit.reading.words) for unit in telling) > _LONG)


def _signs_of(telling: Sequence[Unit]) -> frozenset[str]:
    """Return the signs of the first sentences: what follows adds to an answer."""
    return frozenset(name for unit in telling[:_DECIDING] for name in unit.reading.signs)


def _place(run: Sequence[int], index: int, laid: Laid) -> Iterator[tuple[str, float]]:
    """Yield what laying the draft along the questions found: how strong, and how far before the others."""
    best = max(run, key=lambda at: laid.scores[at][index])
    row = laid.scores[best]
    others = max((row[at] for at in range(len(row) - 1) if at != index), default=row[index] - _MOST_MARGIN)
    first = laid.segments[run[0]]
    yield "numbered", float(bool(first.numbers) and first.quote < 0)
    yield "quoted", float(first.quote >= 0)
    yield "strength", min(_MOST_STRENGTH, strength(run, index, laid))
    yield "margin", max(-_MOST_MARGIN, min(_MOST_MARGIN, row[index] - others))
    for name, at in _KINDS:
        yield name, laid.evidence[best].values[index][at]
    yield "chats", min(_MOST_CHATS, chat_in(laid.segments[best].signs))


def _echo(telling: Sequence[Unit], asked: Asked) -> Iterator[tuple[str, float]]:
    """Yield how far a passage says the question's words again, and whether it says anything else that serves.

    Who explains something near names the same thing, but neither allows nor denies it nor names a number.
    """
    words = frozenset(word for unit in telling for word in unit.reading.words)
    covered = len(words.intersection(asked.words)) / max(1, len(asked.words))
    yield "echo", float(covered >= _ECHO)
    yield "echo_last", float(asked.last in words)
    untold = asked.answer_type.value not in served_by(_signs_of(telling))
    yield "untold", float(untold)
    yield "echo_untold", float(untold and not words.isdisjoint(asked.words))


def _acts(telling: Sequence[Unit]) -> Iterator[tuple[str, float]]:
    readings = [unit.reading for unit in telling]
    yield "asks", float(any(each.asks for each in readings))
    yield "unknown", float(all(each.unknown for each in readings))
    yield "promises", float(any(each.promises or each.dated for each in readings))
    yield "passes_on", float(any(each.passes_on for each in readings))
