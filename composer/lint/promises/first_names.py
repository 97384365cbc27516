"""First names that are no words: who is named so at the start of a sentence is a person, not a thing."""

from functools import cache
from importlib.resources import files


@cache
def first_names() -> frozenset[str]:
    """Return the names of ``first_names.txt``, in small letters; read when first asked for."""
    lines = (files("composer.lint.promises") / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())
