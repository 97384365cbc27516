"""Decides what would answer a question: a time, a number, a yes or no, steps, an action, …

The rules stand in ``patterns/answer_types.toml``, per language and in order: the first row that
matches a question's plain words decides.
"""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from composer.linear import PatternSet
from composer.questions.plain_words import folded, plain
from composer.questions.question import AnswerType, Form

_NAME = re.compile(r"\{([a-z_]+)\}")


def asked_inside(text: str) -> AnswerType | None:
    """Return what a request asks for in its subordinate clause ("tell me when …"), None when it has none."""
    types, rows = _rules()["asked"]
    hits = rows.matching(plain(text))
    return types[hits[0]] if hits else None


def answer_type_in(
    text: str, form: Form, language: str = "en", *, forced: AnswerType | None = None
) -> AnswerType:
    """Return what would answer an ask: what its subordinate clause asks for, what is forced, its words."""
    asked, types, rows = _all_rows(language)
    hits = rows.matching(plain(text))
    if hits and (hits[0] < asked or forced is None):
        return types[hits[0]]
    # "Waterproof?" wants a yes or no.
    asks_whether = form is Form.ELLIPTICAL and text.rstrip().endswith("?")
    return forced or (AnswerType.YES_NO if asks_whether else _FALLBACK[form])


@lru_cache(maxsize=16)
def _all_rows(language: str) -> tuple[int, list[AnswerType], PatternSet]:
    """Return how many rows read subordinate clauses, then these and those of a language in one set."""
    table = _table()
    asked = table["asked"]
    rows = [*asked, *table[language if language in table else "en"], *table["any"]]
    return len(asked), [AnswerType(row["type"]) for row in rows], _set_of(rows)


def answer_type_of(text: str, form: Form, language: str = "en") -> AnswerType:
    """Return what would answer a question's text; falls back on its form where no word decides."""
    rules = _rules()
    words = plain(text)
    for name in (language, "any") if language in rules else ("en", "any"):
        types, compiled = rules[name]
        hits = compiled.matching(words)
        if hits:
            return types[hits[0]]
    return _FALLBACK[form]


_FALLBACK = {
    Form.INTERROGATIVE: AnswerType.YES_NO,
    Form.IMPERATIVE: AnswerType.ACTION,
    Form.DECLARATIVE: AnswerType.OTHER,
    Form.ELLIPTICAL: AnswerType.OTHER,
}


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[list[AnswerType], PatternSet]]:
    return {
        language: ([AnswerType(row["type"]) for row in rows], _set_of(rows))
        for language, rows in _table().items()
    }


def _set_of(rows: list[dict[str, str]]) -> PatternSet:
    return PatternSet([folded(row["match"]) for row in rows])


@lru_cache(maxsize=1)
def _table() -> dict[str, list[dict[str, str]]]:
    """Return the rows by language, with the words that they name filled in."""
    source = resources.files("composer.questions").joinpath("patterns/answer_types.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    words = data.pop("words")
    return {
        language: [
            {**row, "match": _NAME.sub(lambda found: words[found.group(1)], row["match"])} for row in rows
        ]
        for language, rows in data.items()
    }
