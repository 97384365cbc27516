"""Findings on real writing: how many words of plain replies one finding costs, and the worst rules.

Run: python -m tests.benchmarks.lint_noise, or python tests/benchmarks/lint_noise.py [RULE…] for samples.
"""
# ruff: noqa: E501 - lines of a report

import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from lint_texts import Lint, around, business_mails, plain_replies  # noqa: E402

from composer.lint.finding import Severity  # noqa: E402
from composer.lint.registry import built_in_rules  # noqa: E402
from composer.lint.rule import RuleSet  # noqa: E402

_SAMPLES = 20


def count(name: str, texts: list[str], wanted: list[str]) -> None:
    """Print words per finding (warnings and stops) and the findings by rule."""
    lint, words, rules = Lint(built_in_rules()), 0, Counter[str]()
    samples: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        own, found = lint(text)
        words += own
        for finding in found:
            if finding.severity is not Severity.HINT:
                rules[finding.rule] += 1
                samples[finding.rule] += around(text, finding)
    total = rules.total()
    print(f"{name}: {words} words, {total} findings, one in {words / max(1, total):.0f} words")
    print("   " + ", ".join(f"{rule} {n}" for rule, n in rules.most_common()))
    for rule in wanted:
        found_here = samples[rule]
        for line in random.Random(1).sample(found_here, min(len(found_here), _SAMPLES)):
            print(f"      {rule}: {line}")


def stuffiness(plain: list[str], business: list[str]) -> None:
    """Print stuffy phrases per 100 words: plain replies against the stuffiest tenth of business mail."""
    lint = Lint(RuleSet([built_in_rules()["stuffy-phrase"]]))
    rates = [(len(found) / words, len(found), words) for words, found in map(lint, business) if words >= 20]
    worst = sorted(rates, reverse=True)[: len(rates) // 10]
    here = [(len(found), words) for words, found in map(lint, plain)]
    plain_rate = 100 * sum(n for n, _ in here) / sum(w for _, w in here)
    stuffy_rate = 100 * sum(n for _, n, _ in worst) / sum(w for _, _, w in worst)
    print(
        f"stuffy-phrase per 100 words: plain {plain_rate:.3f}, stuffiest tenth {stuffy_rate:.3f}, ratio {stuffy_rate / plain_rate:.0f}"
    )


if __name__ == "__main__":
    plain_texts, business_texts = plain_replies(), business_mails()
    if plain_texts and business_texts:
        count("plain replies", plain_texts, sys.argv[1:])
        count("business mail", business_texts, sys.argv[1:])
        stuffiness(plain_texts, business_texts)
