"""The languages whose promises are read by their grammar."""

from composer.lint.promise_words import Grammar
from composer.lint.promise_words_en import ENGLISH

GRAMMARS: dict[str, Grammar] = {one.code: one for one in (ENGLISH,)}
"""By code; a language is added here (its tables stand in ``promise_words_XX.py``)."""
