"""Promises among other mentions of time: precision and recall of what we take for one, on eta_pool and emailintent.

The labels (``eta_pool_labels.tsv``: two readings and the settled one, no text) are ours, the sentences
real. A sentence counts as found when the readings of the rules see a commitment in it with a time that
is not past; ``without a time`` counts every commitment. Sentences whose id hashes even are there to
develop on, odd ones to report. Run: python tests/benchmarks/eta_promises.py [-v|-vv] [--mail]
(``-v`` lists what is wrong in the even half of the pool, ``-vv`` in both, ``--mail`` in the even half of the mail).

The mail (``eta_intent_labels.tsv``) is sentences with a cue of time from emailintent, none of them in
eta_pool, labelled before anything ran on them. Its even half is developed on since; what is wrong in
the odd half is never listed.
"""
# ruff: noqa: E501 - lines of a report

import csv
import hashlib
import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from lint_texts import rows  # noqa: E402

from composer.draft import Draft  # noqa: E402
from composer.lint.context import Context  # noqa: E402
from composer.lint.own_words import OwnWordsReader  # noqa: E402
from composer.lint.promise_times import timed  # noqa: E402
from desktop.reply.last_look.last_look import promises_in  # noqa: E402

from composer.when.eta import TimeExpression, find_times  # noqa: E402  # isort: skip

_HERE = Path(__file__).resolve().parent
POOL = ("eta_pool/data.dev.jsonl", _HERE / "eta_pool_labels.tsv")
MAIL = ("emailintent/data.dev.jsonl", _HERE / "eta_intent_labels.tsv")
PROMISE = "promise"
# Before any mail of the set, so that no date written out in it is past already; and three of them, as
# "November 6" without a year is the past one in January: which day the mails were written is not known.
_NOWS = tuple(datetime(1999, month, 4, 9, tzinfo=UTC) for month in (1, 5, 9))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of real mail with both labels and the settled one."""

    id: str
    text: str
    first: str
    second: str
    settled: str

    @property
    def is_for_development(self) -> bool:
        """Whether its id hashes even; the others are only reported."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0


def sentences(data: str, labelled: Path) -> tuple[Sentence, ...]:
    """Return the labelled sentences, none where the data is missing."""
    texts = {str(row["id"]): str(row["text"]) for row in rows(data)}
    with labelled.open(encoding="utf-8", newline="") as file:
        labels = list(csv.DictReader(file, delimiter="\t"))
    return tuple(Sentence(text=texts[one["id"]], **one) for one in labels if one["id"] in texts)


def agreement(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return the share of equal labels and Cohen's kappa."""
    raw = sum(one == other for one, other in pairs) / len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return raw, (raw - chance) / (1 - chance)


def commits(text: str, *, with_time: bool = True) -> bool:
    """Tell whether the rules see a commitment, and (unless told otherwise) a coming time in its sentence."""
    return any(_commits_at(text, now, with_time=with_time) for now in _NOWS)


def _commits_at(text: str, now: datetime, *, with_time: bool) -> bool:
    for placed in OwnWordsReader().read(Draft(text)).passages:
        read = timed(placed.passage, Context(now=now), "en")
        for one in read.commitments:
            times = read.times_in(one.sentence.start, one.sentence.end)
            if not with_time or any(not time.is_past(now) for time in times):
                return True
    return False


def in_last_look(text: str) -> bool:
    """Tell whether the last look lists a promise (it leaves out *soon* and other words without a day)."""

    def listed_at(now: datetime) -> bool:
        def times(words: str) -> tuple[TimeExpression, ...]:
            return find_times(words, now=now)

        return bool(promises_in(Draft(text), (), find_times=times, now=now))

    return any(listed_at(now) for now in _NOWS)


def interval(hits: int, of: int) -> str:
    """Return Wilson's 95 % interval of a share."""
    if not of:
        return "-"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{middle - half:.2f}-{middle + half:.2f}"


def score(name: str, half: Sequence[Sentence], found: Callable[[str], bool], *, listed: bool) -> None:
    """Print precision and recall on a half, and what is wrong when asked for."""
    seen = {one.id for one in half if found(one.text)}
    gold = {one.id for one in half if one.settled == PROMISE}
    hit = len(seen & gold)
    print(
        f"  {name}: precision {hit / max(1, len(seen)):.3f} ({hit} of {len(seen)}, {interval(hit, len(seen))}), "
        f"recall {hit / max(1, len(gold)):.3f} ({hit} of {len(gold)}, {interval(hit, len(gold))})"
    )
    for one in half if listed else ():
        if one.id in seen ^ gold:
            word = "missed" if one.id in gold else f"false ({one.settled})"
            print(f"     {one.id} {word}: {one.text[:150]}")


def readings(name: str, labelled: Sequence[Sentence]) -> None:
    """Print how many sentences have which label, and how far the two readings agree."""
    raw, kappa = agreement([(one.first, one.second) for one in labelled])
    print(f"{name}: {len(labelled)} sentences {dict(Counter(one.settled for one in labelled))}")
    print(f"two readings: {raw:.4f} equal, kappa {kappa:.3f}", end="; ")
    raw, kappa = agreement([(str(one.first == PROMISE), str(one.second == PROMISE)) for one in labelled])
    print(f"promise or not: {raw:.4f}, kappa {kappa:.3f}")


def scores(title: str, part: Sequence[Sentence], *, listed: bool) -> None:
    """Print precision and recall of the rules, of the last look, and of the rules without asking for a time."""
    print(f"{title}: {len(part)}")
    score("rules", part, commits, listed=listed)
    score("last look", part, in_last_look, listed=False)
    score("without a time", part, lambda text: commits(text, with_time=False), listed=False)


def halves(labelled: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences to develop on and those to report."""
    even = [one for one in labelled if one.is_for_development]
    return even, [one for one in labelled if not one.is_for_development]


def main() -> None:
    """Print the agreement of the two readings and the scores of both halves: of the pool, then of the mail."""
    pool, mail = sentences(*POOL), sentences(*MAIL)
    if pool:
        even, odd = halves(pool)
        readings("eta_pool", pool)
        scores("development (even)", even, listed=bool({"-v", "-vv"} & set(sys.argv)))
        scores("report (odd)", odd, listed="-vv" in sys.argv)
    if mail:
        even, odd = halves(mail)
        readings("emailintent", mail)
        scores("development (even)", even, listed="--mail" in sys.argv)
        scores("report (odd)", odd, listed=False)
        scores("both", mail, listed=False)


if __name__ == "__main__":
    main()
