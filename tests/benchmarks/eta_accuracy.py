"""Times in text against three sets that others labelled: recall, precision, false alarms.

Only expressions with a future or open end count (what a promise can name); vague words are left out.
A found span counts when it overlaps the labelled one. Run: python tests/benchmarks/eta_accuracy.py [-v]
"""
# ruff: noqa: E501 - lines of a report

import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from lint_texts import rows  # noqa: E402

from composer.when.eta import Certainty, TimeExpression, find_times  # noqa: E402

Span = tuple[int, int]
_DATED = ("date", "datetime", "daterange", "datetimerange")
_CORPUS_NOW = datetime(2013, 2, 12, 4, 30, tzinfo=ZoneInfo("Etc/GMT+2"))


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return min(one[1], other[1]) > max(one[0], other[0])


def shown(title: str, items: list[str]) -> None:
    """Print single cases when asked for."""
    if "-v" in sys.argv:
        for item in items:
            print(f"   {title}: {item}")


def times(text: str, now: datetime) -> list[TimeExpression]:
    """Return what is found, without vague words."""
    return [t for t in find_times(text, now=now, time_zone=str(now.tzinfo)) if not t.is_vague]


def recognizers() -> None:
    """Sentences with every kind of time; the ones without any are hard negatives."""
    hit, missed, false, on_negatives = 0, [], [], []
    for row in rows("recognizers_datetime/model.dev.jsonl"):
        if not str(row["id"]).startswith("DateTimeModel-"):
            continue
        now = datetime.fromisoformat(str(row["reference"] or "2016-11-07T00:00:00"))
        now = now if now.tzinfo else now.replace(tzinfo=UTC)
        text, gold = str(row["input"]), list(row["results"])  # type: ignore[call-overload]
        found = times(text, now)
        if not gold:
            on_negatives += [f"{t.text} | {text[:70]}" for t in found]
            continue
        spans = [((one["start"], one["end"] + 1), one) for one in gold]
        for span, one in spans:
            if one["kind"] in _DATED and one.get("ends_in_future") is not False:
                if any(overlap((t.start, t.end), span) for t in found):
                    hit += 1
                else:
                    missed.append(f"{one['text']} | {text[:70]}")
        for t in found:
            if t.certainty is not Certainty.WAIT and not any(
                overlap((t.start, t.end), span) for span, _ in spans
            ):
                false.append(f"{t.text} | {text[:70]}")
    if hit:
        print(
            f"recognizers, future or open: recall {hit / (hit + len(missed)):.3f} ({len(missed)} missed), "
            f"precision {hit / (hit + len(false)):.3f} ({len(false)} false), {len(on_negatives)} on the negatives"
        )
    shown("missed", missed)
    shown("false", false)
    shown("negative", on_negatives)


def duckling() -> None:
    """Bare phrases; latent ones and those that are no time must not be found."""
    hit, missed, false = 0, [], []
    for row in rows("duckling_time/data.dev.jsonl"):
        text = str(row["text"])
        if row["holiday"]:
            continue
        found = find_times(text, now=_CORPUS_NOW, time_zone="Etc/GMT+2")
        if row["kind"] == "none" or row["latent"]:
            false += [text for t in found if not t.is_vague]
        elif row["dimension"] == "time" and row["ends_in_future"] is not False:
            if found:
                hit += 1
            else:
                missed.append(text)
    if hit:
        print(
            f"duckling without holidays: recall {hit / (hit + len(missed)):.3f} ({len(missed)} missed), {len(false)} false"
        )
    shown("missed", missed)
    shown("false", false)


def nlupp() -> None:
    """Customers' utterances with time slots."""
    hit, missed, false = 0, [], []
    for row in rows("nlupp/data.dev.jsonl"):
        text = str(row["text"])
        found = times(text, datetime(2022, 3, 4, 9, tzinfo=UTC))
        slots = [(slot["start"], slot["end"]) for slot in row["time_slots"]]  # type: ignore[attr-defined]
        for slot in slots:
            if any(overlap((t.start, t.end), slot) for t in found):
                hit += 1
            else:
                missed.append(f"{text[slot[0] : slot[1]]} | {text[:70]}")
        false += [
            f"{t.text} | {text[:70]}"
            for t in found
            if not any(overlap((t.start, t.end), slot) for slot in slots)
        ]
    if hit:
        recall, precision = hit / (hit + len(missed)), hit / (hit + len(false))
        score = 2 * recall * precision / (recall + precision)
        print(f"nlupp time slots: F1 {score:.3f} (precision {precision:.3f}, recall {recall:.3f})")
    shown("missed", missed)
    shown("false", false)


if __name__ == "__main__":
    recognizers()
    duckling()
    nlupp()
