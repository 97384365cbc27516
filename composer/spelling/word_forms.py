"""Forms of known words that no dictionary lists: possessives, elisions, British spelling, compounds."""

import re
from collections.abc import Iterator

from composer.spelling.romance_forms import is_italian_form, is_portuguese_form, is_spanish_form
from composer.spelling.word_counts import WordCounts

_POSSESSIVE = re.compile(r"['’]s?$")
_PARTS = re.compile(r"['’-]+")
# British spelling and the American one that the English dictionary has. Each names the words it is for, or
# how they are built: *ordre*, *addres* and *smal* are none of them.
_OUR = (
    "arb|ard|arm|behavi|cand|clam|clang|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl"
    "|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig"
)
_RE = "calib|cent|fib|lit|lust|meag|met|mit|sab|scept|somb|spect|theat"
_BRITISH = (
    (re.compile(rf"^((?:dis|mis|un|re)?(?:{_OUR}))our"), r"\1or"),
    (re.compile(r"is(?=e$|es$|ed$|er$|ers$|ing$|ation|able)"), "iz"),
    (re.compile(r"ys(?=e$|es$|ed$|er$|ers$|ing$)"), "yz"),
    (re.compile(r"oeuvre"), "euver"),
    (re.compile(rf"((?:{_RE}))re(?=$|s$)"), r"\1er"),
    (re.compile(rf"((?:{_RE}))r(?=ed$|ing$)"), r"\1er"),
    (re.compile(r"(?<=[^aeo][aeo])ll(?=ed$|ing$|er$|ers$|or$|ors$|ation)"), "l"),
    (re.compile(r"((?:enro|fulfi|insta|insti|disti|appa|thra|ski|wi))l(?=$|s$|ment|ful)"), r"\1ll"),
    (re.compile(r"ogue(?=$|s$|d$)"), "og"),
    (re.compile(r"((?:def|off|lic|pret))ence(?=$|s$|d$)"), r"\1ense"),
    (re.compile(r"(?<=[hp])ae(?=[dm])|(?<=an)ae|^ae(?=st)|(?<=ch)ae(?=o)|oe(?=str|soph)|(?<=f)oe(?=t)"), "e"),
    (re.compile(r"(?<=gra)mme(?=$|s$)"), "m"),
    (re.compile(r"(?<=che)que(?=$|s$)"), "ck"),
)
_PREFIX = re.compile(r"re|un|pre|non|multi|sub|over|auto|mis|de")
_LEAST_PLURAL = 5
_LEAST_STEM = 5
_MINGLED = frozenset({"de", "nl"})
_ROMANCE = {"es": is_spanish_form, "it": is_italian_form, "pt": is_portuguese_form}
# What joins the parts of a compound, and which ends of a part it may follow (*Kunde-n-nummer*, *Ort-s-zeit*).
_LINKS = (
    ("", re.compile("")),
    ("s", re.compile(r"[^sßxz]$")),
    ("n", re.compile(r"e$")),
    *((link, re.compile(r"[^aeiou]$")) for link in ("en", "es", "er", "e")),
)
_LEAST_PART = 4
_LEAST_UNMET_PART = 6
_LONGEST = 40


def plain(word: str) -> str:
    """Return a word as dictionaries have it: in small letters, with the plain apostrophe."""
    return word.replace("’", "'").strip("'-").lower()


def is_form_of_known(word: str, counts: WordCounts, language: str) -> bool:
    """Tell whether a word in small letters is a form of known ones, or made of them."""
    if len(word) > _LONGEST:
        return True
    stem = _POSSESSIVE.sub("", word)
    if stem != word and stem in counts:
        return True
    parts = [part for part in _PARTS.split(word) if part]
    if len(parts) > 1:
        return all(
            len(part) < 3 or part in counts or is_form_of_known(part, counts, language) for part in parts
        )
    if language == "en":
        return any(one in counts for one in (*_american(word), *_stems(word)))
    if language in _ROMANCE:
        return _ROMANCE[language](word, counts)
    return language in _MINGLED and _is_compound(word, counts)


def _american(word: str) -> Iterator[str]:
    for british, american in _BRITISH:
        found = british.sub(american, word)
        if found != word:
            yield found


def _stems(word: str) -> Iterator[str]:
    """Yield what is left of an English word without a plural's s or a prefix that goes with any verb."""
    if word.endswith("s") and not word.endswith("ss") and len(word) >= _LEAST_PLURAL:
        yield word[:-1]
    prefix = _PREFIX.match(word)
    if prefix and len(word) - prefix.end() >= _LEAST_STEM:
        yield word[prefix.end() :]


def _is_compound(word: str, counts: WordCounts) -> bool:
    """Tell whether a word falls into two or three known ones (*Rechnung-s-nummer*).

    Most of what the German and the Dutch list hold was never met: of these only longer ones count, for
    any word may be cut into short ones (*besteling* into *best* and *eling*).
    """
    return _falls_apart(word, counts, 3)


def _is_first_part(head: str, counts: WordCounts) -> bool:
    for link, before in _LINKS:
        stem = head.removesuffix(link)
        if head.endswith(link) and before.search(stem) and _is_part(stem, counts):
            return True
    return False


def _is_part(word: str, counts: WordCounts) -> bool:
    return word in counts if len(word) >= _LEAST_UNMET_PART else counts.count_of(word) > counts.least


def _falls_apart(word: str, counts: WordCounts, most: int) -> bool:
    for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        head, tail = word[:cut], word[cut:]
        if not _is_first_part(head, counts):
            continue
        if _is_part(tail, counts) or (most > 2 and _falls_apart(tail, counts, most - 1)):
            return True
    return False
