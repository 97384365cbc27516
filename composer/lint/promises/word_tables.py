"""The words of a language's promise grammar, as the files ``words_XX.toml`` list them by class.

Besides ``words`` English has two sections whose words get their plural, or are put in the third person.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import reduce
from importlib.resources import files
from operator import or_

from composer.lint.promises import words
from composer.lint.promises.verb_forms import third

Row = tuple[int, tuple[str, ...]]
"""Word classes and the entries that have them."""
_PARTED = re.compile(r"[|\n]")
_FORMS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "words": lambda entry: (entry,),
    "plural_too": lambda entry: (entry, f"{entry}s"),
    "third_person": lambda entry: (third(entry),),
}


def table_of(code: str) -> Callable[[], Iterator[Row]]:
    """Return what reads the table of a language, when it is first asked for.

    Reading raises KeyError for a section that there is not, and AttributeError for a class.
    """

    def rows() -> Iterator[Row]:
        text = (files("composer.lint.promises") / f"words_{code}.toml").read_text(encoding="utf-8")
        for section, keys in tomllib.loads(text).items():
            forms = _FORMS[section]
            for key, listed in keys.items():
                entries = filter(None, (entry.strip() for entry in _PARTED.split(listed)))
                yield _classes(key), tuple(form for entry in entries for form in forms(entry))

    return rows


def _classes(key: str) -> int:
    return reduce(or_, (int(getattr(words, name)) for name in key.split()))
