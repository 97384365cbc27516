"""Questions in 110 real mails, annotated by somebody who had not seen the program (real_mails/).

The rows hold ids and offsets only; the texts are read where the data lies. The mails in even places were
developed on, those in odd places are only counted. ``--failures`` lists those of the even half.
"""

import csv
import email
import email.policy
import hashlib
import html.parser
import re
import sys
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

from composer.mail.message import Address, Message
from tests.benchmarks.questions_data import DATA, rows_of
from tests.benchmarks.questions_own import Found, Gold, Reader, bare, ours, question_marks, same_place

LABELS = Path(__file__).with_name("real_mails")
FORMS = {"i": "interrogative", "m": "imperative", "d": "declarative", "e": "elliptical"}
ZAMMAD = ("mail3", "mail4", "mail8", "mail36", "mail37", "mail38", "mail48", "mail50", "mail56", "mail57")
_BLOCKS = {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "hr", "ul", "ol"}


class Real(NamedTuple):
    """A real mail, what was marked in it, and the places (marked or not) where one could decide otherwise."""

    place: int
    source: str
    message: Message
    gold: list[Gold]
    doubtful: list[tuple[int, int, bool]]


class _Text(html.parser.HTMLParser):
    """Takes the tags out of the one mail that is HTML only, as it was done for the annotation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skip += tag in ("style", "script", "head", "title")
        if tag in _BLOCKS:
            self.out.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "head", "title"):
            self.skip = max(0, self.skip - 1)
        if tag in _BLOCKS and tag != "br":
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.skip:
            self.out.append(re.sub(r"\s+", " ", data))


def real_mails() -> Iterator[Real]:
    """Yield the annotated mails in the order in which they were chosen."""
    labels = _rows("labels.tsv")
    doubtful = _rows("doubtful.tsv")
    for place, (source, name, message) in enumerate(_chosen()):
        mine = [row for row in labels if row["set"] == source and row["mail"] == _digest(name)[:12]]
        marks = [_gold(row, message.text) for row in mine if row["start"] != "-"]
        doubts = [
            (int(row["start"]), int(row["end"]), row["in labels"] == "yes")
            for row in doubtful
            if row["set"] == source and row["mail"] == _digest(name)[:12]
        ]
        yield Real(place, source, message, marks, doubts)


def figures(reader: Reader, half: int, *, told: bool = False) -> Counter[str]:
    """Return counts over one half (0 even, 1 odd): found, false, missed, how much of it is doubtful."""
    counts: Counter[str] = Counter()
    for mail in real_mails():
        if mail.place % 2 != half:
            continue
        left = [found for found in reader(mail.message) if found.start >= 0]
        for gold in mail.gold:
            hit = next((each for each in left if same_place(each, gold)), None)
            doubtful = _is_doubtful(gold, mail, marked=True)
            counts.update(_of_mark(gold, hit, mail.source, doubtful=doubtful))
            if hit is not None:
                left.remove(hit)
            elif told:
                print(f"  missed in {mail.place} {mail.source}: {gold.text!r}")
        for each in left:
            doubtful = _is_doubtful(each, mail, marked=False)
            counts.update(("false", f"false {mail.source}", *(["false, doubtful"] if doubtful else [])))
            if told:
                print(f"  false in {mail.place} {mail.source}: {each.text!r}{' (doubtful)' * doubtful}")
    return counts


def main() -> None:
    """Print the figures of both halves."""
    told = "--failures" in sys.argv
    for half, name in ((0, "even half (developed on)"), (1, "odd half")):
        for reader, of_whom in ((question_marks, "ends in ?"), (ours, "Thrice")):
            _report(f"{name}, {of_whom}", figures(reader, half, told=told and not half and reader is ours))


def _report(name: str, counts: Counter[str]) -> None:
    found, false, missed = counts["found"], counts["false"], counts["missed"]
    print(f"{name}: precision {found / max(1, found + false):.3f} recall {found / (found + missed):.3f}")
    false, missed = false - counts["false, doubtful"], missed - counts["missed, doubtful"]
    print(f"  lenient: precision {found / max(1, found + false):.3f} recall {found / (found + missed):.3f}")
    print(
        "  "
        + ", ".join(
            f"{what} right {counts[what] / max(1, found):.3f}" for what in ("span", "form", "answer type")
        )
    )
    print("  " + ", ".join(f"{what} {count}" for what, count in sorted(counts.items()) if " " in what))


def _of_mark(gold: Gold, hit: Found | None, source: str, *, doubtful: bool) -> Iterator[str]:
    what = "missed" if hit is None else "found"
    yield from (what, f"{what} {gold.form}", f"{what} {source}")
    if hit is None:
        yield from ["missed, doubtful"] if doubtful else []
        return
    rights = {
        "span": bare(hit.text) == bare(gold.text),
        "form": hit.form == gold.form,
        "answer type": hit.answer_type == gold.answer_type,
    }
    yield from (name for name, right in rights.items() if right)


def _is_doubtful(span: Gold | Found, mail: Real, *, marked: bool) -> bool:
    return any(
        min(span.end, last) > max(span.start, first)
        for first, last, in_labels in mail.doubtful
        if in_labels == marked
    )


def _gold(row: dict[str, str], text: str) -> Gold:
    start, end = int(row["start"]), int(row["end"])
    return Gold(start, end, text[start:end], FORMS[row["form"]], row["type"])


def _rows(name: str) -> list[dict[str, str]]:
    with (LABELS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _chosen() -> Iterator[tuple[str, str, Message]]:
    mails = [row for row in rows_of("aeslc_mail") if 3 <= len(row["sentences"]) <= 25]
    for row in sorted(mails, key=lambda row: _digest(row["id"]))[:70]:
        yield "aeslc_mail", row["id"], Message(row["subject"], Address(), "\n".join(row["sentences"]))
    mails = [row for row in rows_of("rlists_inline") if len(row["question_mail"]) < 3000]
    for row in sorted(mails, key=lambda row: _digest(row["id"]))[:30]:
        yield "rlists_inline", row["id"], Message(row["subject"], Address(), row["question_mail"])
    files = {row["id"]: row["file"] for row in rows_of("mail_zammad", "cases.dev.jsonl")}
    for name in sorted(ZAMMAD, key=_digest):
        subject, text = _zammad_text(DATA / "mail_zammad" / "dev" / files[name])
        yield "mail_zammad", name, Message(subject, Address(), text)


def _zammad_text(path: Path) -> tuple[str, str]:
    mail = email.message_from_bytes(path.read_bytes(), EmailMessage, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    subject = str(mail["subject"] or "")
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return subject, ""
    raw = part.get_payload(decode=True)
    text = raw.decode(part.get_content_charset() or "utf-8", "replace") if isinstance(raw, bytes) else ""
    if part.get_content_type() == "text/html":
        text = _without_tags(text)
    return subject, text.replace("\r\n", "\n").replace("\r", "\n")


def _without_tags(markup: str) -> str:
    parser = _Text()
    parser.feed(markup)
    parser.close()
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(parser.out).replace("\u00a0", " "))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _digest(name: str) -> str:
    return hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()


if __name__ == "__main__":
    main()
