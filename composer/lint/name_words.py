"""The words around names, and the short forms of names, as ``names.toml`` lists them."""

import tomllib
from importlib.resources import files

_WORDS: dict[str, str] = tomllib.loads((files("composer.lint") / "names.toml").read_text(encoding="utf-8"))

TITLES = frozenset(_WORDS["titles"].split())
NO_NAMES = frozenset(_WORDS["no_names"].split())
PARTICLES = frozenset(_WORDS["particles"].split())
FAMILIES = tuple(frozenset(line.split()) for line in _WORDS["short_forms"].strip().splitlines())
"""Names that may be one person's, each family with its long form."""
