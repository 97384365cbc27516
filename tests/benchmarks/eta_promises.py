"""Promises among other mentions of time: precision and recall of what we take for one, on three sets of real sentences.

The labels (two readings and the settled one, no text) are ours, the sentences real: ``eta_pool``; ``intent``,
sentences of emailintent with a cue of time; ``mail``, sentences of business mail, R lists and emailintent
with and without a cue, in none of the others. The last two were labelled before anything ran on them.

A sentence counts as found when the readings of the rules see a commitment in it with a time that is not
past or with an event that it waits for (*as soon as the part is in*); ``without a time`` counts every commitment. Only ``mail`` tells apart what is promised without any
time (*undated*) and what depends on the reader first (*offer*): neither counts for or against where a
time is asked for, and *undated* counts as a promise where none is.

``--replies`` reads the invented sentences of replies in four languages (``own_promises``) as the program reads an
answer to a customer, and lists what is wrong; ``--wide`` reads the mail sets so, too. Without it they are read as
texts that answer no customer, where only phrases count.

Sentences whose id hashes even are there to develop on, odd ones to report; what is wrong among the odd
ones is never listed. Run: python tests/benchmarks/eta_promises.py [--pool] [--intent] [--mail] [--report] [--wide] [--replies]
(a set's name lists what is wrong in its even half; ``--report`` scores the odd half of ``mail``, too, which
is kept for the end of a piece of work).
"""
# ruff: noqa: E501 - lines of a report

import csv
import hashlib
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from lint_texts import rows  # noqa: E402

from composer.draft import Draft  # noqa: E402
from composer.lint.context import Context  # noqa: E402
from composer.lint.own_words import OwnWordsReader, Passage  # noqa: E402
from composer.lint.promises.times import promises_of, timed  # noqa: E402
from composer.lint.sentences import sentences_of  # noqa: E402
from composer.mail.message import Address  # noqa: E402
from desktop.reply.last_look.promises_seen import promises_in  # noqa: E402

from composer.when.eta import TimeExpression, find_times  # noqa: E402  # isort: skip

_HERE = Path(__file__).resolve().parent
POOL = ("eta_pool/data.dev.jsonl", _HERE / "eta_pool_labels.tsv")
INTENT = ("emailintent/data.dev.jsonl", _HERE / "eta_intent_labels.tsv")
MAIL = _HERE / "eta_mail_labels.tsv"
REPLIES = _HERE / "own_promises"
REPLIES_NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
_CUSTOMER = Address("Jo", "jo@example.com")
_IS_WIDE = "--wide" in sys.argv
PROMISE, UNDATED, OFFER = "promise", "undated", "offer"
# Before any mail of the set, so that no date written out in it is past already; and three of them, as
# "November 6" without a year is the past one in January: which day the mails were written is not known.
NOWS = tuple(datetime(1999, month, 4, 9, tzinfo=UTC) for month in (1, 5, 9))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of real mail with both labels and the settled one."""

    id: str
    text: str
    first: str
    second: str
    settled: str
    drawn: str = ""

    @property
    def is_for_development(self) -> bool:
        """Whether its id hashes even; the others are only reported."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0


def sentences(data: str, labelled: Path) -> tuple[Sentence, ...]:
    """Return the labelled sentences, none where the data is missing."""
    return _labelled({str(row["id"]): str(row["text"]) for row in rows(data)}, labelled)


def mail_sentences(labelled: Path) -> tuple[Sentence, ...]:
    """Return the labelled sentences of the three sources; their ids are checksums of their texts."""
    texts = (text for source in (_business, _intent, _lists) for text in source())
    return _labelled({hashlib.sha256(text.encode()).hexdigest()[:16]: text for text in texts}, labelled)


def _business() -> Iterator[str]:
    for row in rows("aeslc_mail/data.dev.jsonl"):
        yield from cast("list[str]", row["sentences"])


def _intent() -> Iterator[str]:
    yield from (str(row["text"]) for row in rows("emailintent/data.dev.jsonl"))


def _lists() -> Iterator[str]:
    for row in rows("rlists_plain/data.dev.jsonl"):
        yield from (" ".join(one.text.split()) for one in sentences_of(str(row["text"])))


def _labelled(texts: Mapping[str, str], labelled: Path) -> tuple[Sentence, ...]:
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
    """Tell whether the rules see a commitment, and (unless told otherwise) a coming time or its event."""
    return any(_commits_at(text, now, with_time=with_time) for now in NOWS)


def _commits_at(text: str, now: datetime, *, with_time: bool) -> bool:
    for placed in OwnWordsReader().read(Draft(text)).passages:
        read = timed(placed.passage, Context(now=now, customer=_CUSTOMER if _IS_WIDE else None), "en")
        for one in read.commitments:
            times = read.times_of(one)
            if not with_time or one.event or any(not time.is_past(now) for time in times):
                return True
    return False


def in_last_look(text: str) -> bool:
    """Tell whether the last look lists a promise: with a day, or with the event that it waits for."""

    def listed_at(now: datetime) -> bool:
        def times(words: str, language: str) -> tuple[TimeExpression, ...]:
            return find_times(words, now=now, language=language)

        return bool(promises_in(Draft(text), (), find_times=times, now=now))

    return any(listed_at(now) for now in NOWS)


def interval(hits: int, of: int) -> str:
    """Return Wilson's 95 % interval of a share."""
    if not of:
        return "-"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{middle - half:.2f}-{middle + half:.2f}"


def score(
    name: str, half: Sequence[Sentence], found: Callable[[str], bool], *, gold: frozenset[str], listed: bool
) -> None:
    """Print precision and recall on a half for the labels in ``gold``, and what is wrong when asked for."""
    counted = [one for one in half if one.settled in gold or one.settled not in (UNDATED, OFFER)]
    seen = {one.id for one in counted if found(one.text)}
    wanted = {one.id for one in counted if one.settled in gold}
    hit = len(seen & wanted)
    print(
        f"  {name}: precision {hit / max(1, len(seen)):.3f} ({hit} of {len(seen)}, {interval(hit, len(seen))}), "
        f"recall {hit / max(1, len(wanted)):.3f} ({hit} of {len(wanted)}, {interval(hit, len(wanted))})"
    )
    for one in counted if listed else ():
        if one.id in seen ^ wanted:
            word = "missed" if one.id in wanted else f"false ({one.settled})"
            print(f"     {one.id} {word}: {one.text[:190]}")


def readings(name: str, labelled: Sequence[Sentence]) -> None:
    """Print how many sentences have which label, and how far the two readings agree."""
    raw, kappa = agreement([(one.first, one.second) for one in labelled])
    print(f"{name}: {len(labelled)} sentences {dict(Counter(one.settled for one in labelled))}")
    print(f"two readings: {raw:.4f} equal, kappa {kappa:.3f}", end="; ")
    raw, kappa = agreement([(str(one.first == PROMISE), str(one.second == PROMISE)) for one in labelled])
    print(f"promise or not: {raw:.4f}, kappa {kappa:.3f}")


def scores(title: str, part: Sequence[Sentence], *, listed: bool = False) -> None:
    """Print precision and recall of the rules, of the last look, and of the rules without asking for a time."""
    print(f"{title}: {len(part)}")
    dated, all_of_them = frozenset({PROMISE}), frozenset({PROMISE, UNDATED})
    score("rules", part, commits, gold=dated, listed=listed)
    score("last look", part, in_last_look, gold=dated, listed=False)
    score("without a time", part, lambda text: commits(text, with_time=False), gold=all_of_them, listed=False)


def halves(labelled: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences to develop on and those to report."""
    even = [one for one in labelled if one.is_for_development]
    return even, [one for one in labelled if not one.is_for_development]


def replies(path: Path, *, listed: bool) -> None:
    """Print precision and recall on invented sentences of replies, a language at a time; list what is wrong."""
    with path.open(encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for language in dict.fromkeys(one[1] for one in lines):
        part = [
            (label == PROMISE, _reply_commits(text, language), text)
            for label, at, text in lines
            if at == language
        ]
        hit = sum(wanted and found for wanted, found, _ in part)
        seen, of = sum(found for _, found, _ in part), sum(wanted for wanted, _, _ in part)
        print(
            f"{path.stem} {language}: precision {hit / max(1, seen):.3f} ({hit} of {seen}, {interval(hit, seen)}), "
            f"recall {hit / max(1, of):.3f} ({hit} of {of}, {interval(hit, of)})"
        )
        for wanted, found, text in part if listed else ():
            if wanted != found:
                print(f"     {'missed' if wanted else 'false'}: {text}")


def _reply_commits(text: str, language: str) -> bool:
    passage = Passage(text)
    times = find_times(passage.words, now=REPLIES_NOW, language=language)
    return bool(promises_of(passage, times, now=REPLIES_NOW, language=language))


def main() -> None:
    """Print, set by set, the agreement of the two readings and the scores of both halves."""
    if "--replies" in sys.argv:
        for path in sorted(REPLIES.glob("*.tsv")):
            replies(path, listed=True)
        return
    sets = {"pool": sentences(*POOL), "intent": sentences(*INTENT), "mail": mail_sentences(MAIL)}
    for name, labelled in sets.items():
        if not labelled:
            continue
        even, odd = halves(labelled)
        readings(name, labelled)
        scores("development (even)", even, listed=f"--{name}" in sys.argv)
        if name != "mail" or "--report" in sys.argv:
            scores("report (odd)", odd)
            scores("both", labelled)


if __name__ == "__main__":
    main()
