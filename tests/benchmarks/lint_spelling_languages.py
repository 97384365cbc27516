"""The spelling rule in other languages than English, on what translators wrote for shops and web programs.

No mails in these languages are at hand. Translations of programs are plain sentences of the same trade, with
slips of their own. They are read from the wheels in a folder:
    pip download --no-deps -d DIR pretix==2026.8.0 django-oscar==4.2.1 django-allauth==65.21.1 django==5.2.19
Rules and lists were made while looking at pretix only; the other three are the unseen half.
Run: python tests/benchmarks/lint_spelling_languages.py DIR [N] (N prints findings)
"""

import gettext
import io
import random
import re
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from lint_spelling import with_slip  # noqa: E402

from composer.lint.dismissals import Dismissed  # noqa: E402
from composer.lint.engine import Engine  # noqa: E402
from composer.lint.example_text import reply_of  # noqa: E402
from composer.lint.finding import Finding  # noqa: E402
from composer.lint.registry import built_in_rules  # noqa: E402
from composer.lint.rule import Example, RuleSet  # noqa: E402
from composer.spelling.dictionary import Dictionary, dictionary  # noqa: E402

_LANGUAGES = ("es", "de", "fr", "it", "nl", "pt")
_LOOKED_AT = "pretix"
_KINDS = ("swapped", "doubled", "left out", "mistaken")
_TAG, _FIELD = re.compile(r"<[^>]*>"), re.compile(r"%\(\w+\)[sd]|\{[^}]*\}|%[sd]")
_NO_SENTENCE = re.compile(r"[{}|=<>]")
_WORD = re.compile(r"[^\W\d_]{5,}")
_LEAST_WORDS = 6


def sentences(wheel: Path, language: str) -> list[str]:
    """Return what a program says in a language, in at least six words, without what is filled in."""
    found: set[str] = set()
    with zipfile.ZipFile(wheel) as archive:
        ending = re.compile(rf"/locale/{language}(?:_[A-Z]{{2}})?/LC_MESSAGES/django\.mo$")
        for name in filter(ending.search, archive.namelist()):
            catalog = gettext.GNUTranslations(io.BytesIO(archive.read(name)))
            found.update(_said(vars(catalog)["_catalog"]))
    return sorted(found)


def _said(catalog: dict[str | tuple[str, int], str]) -> Iterator[str]:
    for source, text in catalog.items():
        if source and text not in (source, source[0]):
            plain = " ".join(_FIELD.sub("7", _TAG.sub(" ", text)).split())
            if len(plain.split()) >= _LEAST_WORDS and plain[0].isupper() and not _NO_SENTENCE.search(plain):
                yield plain


class Checker:
    """The rule alone, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.engine = Engine(RuleSet([built_in_rules()["spelling"]]))

    def __call__(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in a text."""
        return self.engine.findings(reply_of(Example(text + "\n", language=self.language)), Dismissed())


def speak(check: Checker, name: str, texts: list[str], shown: int) -> None:
    """Print how many words one finding costs, and the words themselves."""
    words = sum(len(text.split()) for text in texts)
    found = [finding for text in texts for finding in check(text)]
    print(f"  {name}: {words} words, {len(found)} findings, one in {words / max(1, len(found)):.0f}")
    for finding in random.Random(1).sample(found, min(shown, len(found))):
        print(f"     {finding.text} -> {finding.fixes[0]}")


def find_slips(check: Checker, words: Dictionary, texts: list[str], name: str) -> None:
    """Print how many slips are found, one a sentence, and how often the first fix is what was meant."""
    rng = random.Random(4)
    of = found = first = 0
    for text in texts:
        known = [m for m in _WORD.finditer(text) if m.group().islower() and words.knows(m.group())]
        if not known:
            continue
        word = rng.choice(known)
        slip = with_slip(rng, word.group(), rng.choice(_KINDS))
        if slip == word.group() or words.knows(slip):
            continue  # another word: no dictionary can tell
        hits = [f for f in check(text[: word.start()] + slip + text[word.end() :]) if f.text == slip]
        of, found = of + 1, found + bool(hits)
        first += bool(hits) and hits[0].fixes[0] == word.group()
    print(f"  {name}: found {found} of {of} slips ({found / max(1, of):.3f}), meant {first}")


def stay_silent(check: Checker, others: dict[str, list[str]]) -> None:
    """Print in how many sentences of the other languages the rule speaks, whole and cut short."""
    whole = [text for language, texts in others.items() if language != check.language for text in texts]
    short = [" ".join(text.split()[:7]) for text in whole]
    spoken = [sum(bool(check(text)) for text in texts) for texts in (whole, short)]
    print(
        f"  other languages: speaks in {spoken[0]} of {len(whole)} sentences, {spoken[1]} cut to seven words"
    )


if __name__ == "__main__":
    wheels = sorted(Path(sys.argv[1]).glob("*.whl"))
    halves = [[w for w in wheels if w.name.startswith(_LOOKED_AT) is seen] for seen in (True, False)]
    texts = {
        one: [sorted({s for wheel in half for s in sentences(wheel, one)}) for half in halves]
        for one in _LANGUAGES
    }
    foreign = {one: random.Random(2).sample(both[0], min(100, len(both[0]))) for one, both in texts.items()}
    for code, both in texts.items():
        begun = time.thread_time()
        lexicon = dictionary(code)
        assert lexicon is not None
        print(f"{code}: loaded in {(time.thread_time() - begun) * 1000:.0f} ms (processor)")
        checker = Checker(code)
        for label, half in zip(("looked at", "unseen"), both, strict=True):
            speak(checker, label, half, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
            find_slips(checker, lexicon, half[:1500], label)
        stay_silent(checker, foreign)
