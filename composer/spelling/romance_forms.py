"""Forms of Spanish, Italian and Portuguese words that follow from known ones.

*Enviárnoslo*, *contattarci*: a verb is one word with its one or two pronouns, so that no list holds them all.
Nor does the Italian list hold every ending (*consigliamo*, *impossibili*), and Portuguese spelling is older
for some than for others (*factura*).
"""

import re
import unicodedata
from collections.abc import Container, Iterator

_Verbs = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
_ACUTE = "\u0301"
_SPANISH_PRONOUN = re.compile(r"(?<=\w{2})(?:[mts]e|n?os|l[ao]s?|les?)$")
_SPANISH_INFINITIVE = re.compile(r"[aeií]r$")
# With pronouns a verb is stressed where it was: on its last syllable but one, or on an infinitive's last.
_SPANISH_STRESS = re.compile(r"(?<!q)(?:[áéíóú][^\Waeiou]*[aeiou]{1,2}[ns]?|[áéíóú]r|^[^\Waeiou]*[áéíóú])$")
_SPANISH_PREFIX = re.compile(r"auto|anti|des|inter|micro|multi|pre|re|sobre|sub|super|tele")
_SPANISH_ENDINGS = (
    (re.compile(r"mente$"), ""),
    (re.compile(r"it(?=[ao]s?$)"), ""),
    (re.compile(r"(?<=[aeo])s$"), ""),
    (re.compile(r"(?<=[dlnr])es$"), ""),
    (re.compile(r"iones$"), "ión"),
    (re.compile(r"(?<=[aei]r)(?:é|ás?|emos|éis|án|ías?|íamos|íais|ían)$"), ""),
)
_ITALIAN_PRONOUNS = re.compile(r"(?<=\w{3})(?:[mtcv]i|si|l[oaie]|gli|ne|(?:[mtcvs]e|glie)(?:l[oaie]|ne))$")
_ITALIAN_VERBS = (
    (
        re.compile(
            r"(?<=\w{4})h?(?:o|i|a|iamo|ate|ano|av[oia]|avamo|avate|avano|ai|asti|ò|ammo|aste|arono"
            r"|er(?:ò|ai|à|emo|ete|anno|ei|esti|ebbe|emmo|este|ebbero)|ino|iate|ass[ie]|assero"
            r"|at[oaie]|ando|are|ant[ei]|ator[ei]|atric[ei]|azion[ei]|abil[ei])$"
        ),
        ("are", "iare"),
    ),
    (
        re.compile(
            r"(?<=\w{4})(?:o|i|e|iamo|ete|ono|ev[oia]|evano"
            r"|[ei]r(?:ò|ai|à|emo|ete|anno|ei|esti|ebbe|emmo|este|ebbero)|a|ano|iate|ess[ie]|essero"
            r"|isc[oiea]|iscono|iscano|it[oaie]|ut[oaie]|endo|[ei]re|ent[ei]|ibil[ei])$"
        ),
        ("ere", "ire"),
    ),
)
_ITALIAN_IMPERATIVE = ((re.compile(r"(?<=\w{4})a$"), ("are",)), (re.compile(r"(?<=\w{4})i$"), ("ere", "ire")))
# Feminine and plural of what the list has as masculine and singular; short words are near to many.
_ITALIAN_ENDINGS = ((re.compile(r"(?<=\w{6})[aie]$"), "o"), (re.compile(r"(?<=\w{6})i$"), "e"))
_OLDER_PORTUGUESE = re.compile(r"(?<=[aeiou])[cp](?=t|ç|cion)")
_LEAST_STEM = 5


def is_spanish_form(word: str, counts: Container[str]) -> bool:
    """Tell whether a word in small letters is a form of known Spanish words."""
    return any(stem in counts for stem in (*_spanish_verbs(word), *_spanish_stems(word)))


def is_italian_form(word: str, counts: Container[str]) -> bool:
    """Tell whether a word in small letters is a form of known Italian words."""
    return any(stem in counts for stem in _italian_stems(word))


def is_portuguese_form(word: str, counts: Container[str]) -> bool:
    """Tell whether a word in small letters is a known Portuguese one, as it was spelt before 1990."""
    newer = _OLDER_PORTUGUESE.sub("", word)
    return newer != word and newer in counts


def _spanish_verbs(word: str) -> Iterator[str]:
    """Yield the verbs that one or two pronouns may have been written onto.

    An infinitive with one of them is stressed as before; every other form gets an accent by them, which
    tells *permítame* from a slip.
    """
    for _ in range(2):
        shorter = _SPANISH_PRONOUN.sub("", word)
        if shorter == word:
            return
        word = shorter
        unstressed = _without_acute(word)
        if _SPANISH_INFINITIVE.search(word):
            yield word
        if _SPANISH_STRESS.search(word):
            yield from (unstressed, word, unstressed + "s")


def _spanish_stems(word: str) -> Iterator[str]:
    prefix = _SPANISH_PREFIX.match(word)
    if prefix and len(word) - prefix.end() >= _LEAST_STEM:
        yield word[prefix.end() :]
    for ending, singular in _SPANISH_ENDINGS:
        if len(word) > _LEAST_STEM and ending.search(word):
            yield ending.sub(singular, word)


def _italian_stems(word: str) -> Iterator[str]:
    for ending, singular in _ITALIAN_ENDINGS:
        if ending.search(word):
            yield ending.sub(singular, word)
    yield from _infinitives(word, _ITALIAN_VERBS)
    verb = _ITALIAN_PRONOUNS.sub("", word)
    if verb != word:
        yield from _infinitives(verb, _ITALIAN_IMPERATIVE)
        if verb.endswith(("ar", "er", "ir")):
            yield verb + "e"
        elif verb.endswith(("ando", "endo")):
            yield verb


def _infinitives(form: str, verbs: _Verbs) -> Iterator[str]:
    for ending, infinitives in verbs:
        stem = ending.sub("", form)
        if stem != form:
            yield from (stem + infinitive for infinitive in infinitives)


def _without_acute(word: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(_ACUTE, ""))
