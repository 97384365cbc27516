"""Compiles ahead what would take a rule longer than it may when a draft is first read."""

from composer.lint import givens, unnamed
from composer.lint.promises import times


def make_ready(language: str) -> None:
    """Compile what reading a draft in a language needs, which takes tenths of a second once."""
    times.make_ready(language)
    givens.make_ready()
    unnamed.make_ready()
