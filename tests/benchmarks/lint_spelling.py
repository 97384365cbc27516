"""The spelling rule: how many slips it finds, whether it knows what was meant, what it says of right words.

Slips are put into our own starter articles, one a sentence, at random but the same each time (swapped,
doubled, left out, mistaken letters). Real writing tells how often it speaks at all.
Run: python tests/benchmarks/lint_spelling.py [N] (N prints samples)
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from lint_texts import Lint, around, business_mails, plain_replies  # noqa: E402

from composer.lint.registry import built_in_rules  # noqa: E402
from composer.lint.rule import RuleSet  # noqa: E402
from composer.spelling.dictionary import Dictionary, dictionary  # noqa: E402
from kb_content.library import Library  # noqa: E402
from kb_content.resource import starter_library  # noqa: E402

_MOST_SLIPS = 2000
_LETTERS = "etaoinshrdlu"
_KINDS = ("swapped", "doubled", "left out", "mistaken")
_LONGER = re.compile(r"(?<![\w*`\[(/.-])[a-z]{5,}(?![\w*`\])(/.-])")


def slips(rng: random.Random, sentences: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, word, slip and the sentence with it."""
    for sentence in sentences:
        words = list(_LONGER.finditer(sentence))
        if not words:
            continue
        word, kind = rng.choice(words), rng.choice(_KINDS)
        slip = with_slip(rng, word.group(), kind)
        if slip != word.group():
            yield kind, word.group(), slip, sentence[: word.start()] + slip + sentence[word.end() :]


def with_slip(rng: random.Random, word: str, kind: str) -> str:
    """Return a word with two letters swapped, one doubled, one left out, or another in its place."""
    at = rng.randrange(1, len(word) - 1)
    if kind == "swapped":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    if kind == "left out":
        return word[:at] + word[at + 1 :]
    return word[:at] + rng.choice(_LETTERS) + word[at + 1 :]


def own_sentences() -> list[str]:
    """Return the sentences of our starter articles that are prose."""
    prose = "\n".join(article.body for article in Library.open(starter_library()).articles.values())
    found = re.split(r"(?<=[.!?])\s+", prose)
    return [s for s in found if 20 < len(s) < 300 and "|" not in s and "`" not in s]


def find_slips(lint: Lint, words: Dictionary, sentences: list[str]) -> None:
    """Print how many slips are found, by kind, and how often the first fix is the word that was meant."""
    of, found, first = Counter[str](), Counter[str](), Counter[str]()
    for kind, word, slip, text in slips(random.Random(4), sentences[:_MOST_SLIPS]):
        if words.knows(slip):
            continue  # another word: no dictionary can tell
        of[kind] += 1
        hits = [finding for finding in lint(text)[1] if finding.text == slip]
        found[kind] += bool(hits)
        first[kind] += bool(hits) and hits[0].fixes[0] == word
    for kind in of:
        print(
            f"  {kind}: found {found[kind]} of {of[kind]} ({found[kind] / of[kind]:.2f}), meant {first[kind]}"
        )
    total = of.total()
    print(f"  all: found {found.total()} of {total} ({found.total() / total:.3f}), meant {first.total()}")
    said = sum(len(lint(sentence)[1]) for sentence in sentences)
    print(f"  the {len(sentences)} sentences as they are: {said} findings")


def find_many_slips(lint: Lint, words: Dictionary, sentences: list[str], share: float) -> None:
    """Print how many slips are found in sentences that have them in this share of their longer words."""
    rng = random.Random(5)
    of = found = 0
    for sentence in sentences:
        made: list[str] = []

        def slipped(word: re.Match[str], made: list[str] = made) -> str:
            if rng.random() > share:
                return word.group()
            slip = with_slip(rng, word.group(), rng.choice(_KINDS))
            made += [] if words.knows(slip) else [slip]
            return slip

        said = {finding.text for finding in lint(_LONGER.sub(slipped, sentence))[1]}
        of, found = of + len(made), found + sum(slip in said for slip in made)
    print(f"  slips in {share:.0%} of the longer words: found {found} of {of} ({found / of:.3f})")


def speak(lint: Lint, name: str, texts: list[str], samples: int) -> None:
    """Print how many words of real writing one finding costs."""
    count, lines = 0, []
    for text in texts:
        words, found = lint(text)
        count += words
        lines += [f"{finding.fixes[0]} | {line}" for finding in found for line in around(text, finding)]
    print(f"  {name}: {count} words, {len(lines)} findings, one in {count / max(1, len(lines)):.0f} words")
    for line in random.Random(1).sample(lines, min(samples, len(lines))):
        print(f"     {line}")


if __name__ == "__main__":
    begun = time.thread_time()
    english = dictionary("en")
    assert english is not None
    print(f"loading the English dictionary: {(time.thread_time() - begun) * 1000:.0f} ms (processor)")
    rule = Lint(RuleSet([built_in_rules()["spelling"]]))
    prose = own_sentences()
    find_slips(rule, english, prose)
    for part in (0.3, 0.6):
        find_many_slips(rule, english, prose, part)
    shown = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    speak(rule, "plain replies", plain_replies(), shown)
    speak(rule, "business mail", business_mails(), shown)
