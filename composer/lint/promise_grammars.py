"""The languages whose promises are read by their grammar."""

from composer.lint.promise_words import Grammar
from composer.lint.promise_words_de import GERMAN
from composer.lint.promise_words_en import ENGLISH
from composer.lint.promise_words_es import SPANISH
from composer.lint.promise_words_fr import FRENCH
from composer.lint.promise_words_nl import DUTCH
from composer.lint.promise_words_pt import PORTUGUESE

GRAMMARS: dict[str, Grammar] = {
    one.code: one for one in (ENGLISH, GERMAN, SPANISH, FRENCH, DUTCH, PORTUGUESE)
}
"""By code; a language is added here (its tables stand in ``promise_words_XX.py``)."""
