"""Tables of patterns that are compiled late: once, and never while a rule is timed."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import composer.lint
from composer.lint.late_patterns import LatePatterns
from composer.lint.ready import make_ready


def late_tables() -> Iterator[LatePatterns]:
    """Yield the late tables of all modules of the linter."""
    for module in pkgutil.walk_packages(composer.lint.__path__, "composer.lint."):
        values = vars(importlib.import_module(module.name)).values()
        yield from (value for value in values if isinstance(value, LatePatterns))


def test_a_late_table_matches_without_regard_to_case() -> None:
    """Its patterns come in the order of the table."""
    table = LatePatterns((r"we will", r"i will"))
    assert [pattern.pattern for pattern in table] == ["we will", "i will"]
    assert [bool(pattern.search("We WILL see")) for pattern in table] == [True, False]


def test_every_late_table_is_compiled_before_rules_are_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine makes ready before its clock runs; nothing is left to compile then."""
    make_ready("en")
    tables = list(late_tables())
    monkeypatch.delattr(re, "compile")
    assert tables
    assert all(list(table) for table in tables)
