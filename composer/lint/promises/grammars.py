"""The languages whose promises are read by their grammar."""

from composer.lint.promises.words import Grammar
from composer.lint.promises.words_de import GERMAN
from composer.lint.promises.words_en import ENGLISH
from composer.lint.promises.words_es import SPANISH
from composer.lint.promises.words_fr import FRENCH
from composer.lint.promises.words_nl import DUTCH
from composer.lint.promises.words_pt import PORTUGUESE

GRAMMARS: dict[str, Grammar] = {
    one.code: one for one in (ENGLISH, GERMAN, SPANISH, FRENCH, DUTCH, PORTUGUESE)
}
"""By code; a language is added here (its patterns stand in ``words_XX.py``, words in ``words_XX.toml``)."""
