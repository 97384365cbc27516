"""Questions in our own annotated mails (own_mails/), beside two baselines in the same run."""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from composer.mail.message import Address, Message
from composer.questions.sentences import sentences_of
from composer.questions.understand import understand

MAILS = Path(__file__).with_name("own_mails")
BATCHES = (
    "mails.txt",
    "second.txt",
    "third.txt",
    "fourth.txt",
    "fifth.txt",
    "sixth.txt",
    "seventh.txt",
    "eighth.txt",
    "ninth.txt",
    "tenth.txt",
)
_MARK = re.compile(r"\{\{([imdew]) ([a-z-]+)\|(.*?)\}\}", re.DOTALL)
_PLAN = "plan"
_FORMS = {"i": "interrogative", "m": "imperative", "d": "declarative", "e": "elliptical", "w": _PLAN}
_KINDS = {
    "will do": "commitment",
    "will call or meet": "commitment",
    "agrees": "agreement",
    "offers": "offer",
}


class Gold(NamedTuple):
    """A question marked by hand; offsets are -1 in the subject."""

    start: int
    end: int
    text: str
    form: str
    answer_type: str


class Own(NamedTuple):
    """One of our mails without its marks, and what was marked."""

    name: str
    language: str
    message: Message
    gold: list[Gold]
    plans: list[Gold]


class Found(NamedTuple):
    """A question that a reader found."""

    start: int
    end: int
    text: str
    form: str = ""
    answer_type: str = ""


Reader = Callable[[Message], list[Found]]


def own_mails(*batches: str) -> Iterator[Own]:
    """Yield the annotated mails of the batches, of all without any named."""
    texts = [(MAILS / batch).read_text(encoding="utf-8") for batch in batches or BATCHES]
    for part in [part for text in texts for part in re.split(r"(?m)^=== ", text)[1:]]:
        head, _, body = part.partition("\n")
        name, _, language = head.partition(" | ")
        subject, _, text = body.removeprefix("Subject: ").partition("\n")
        plain_subject, in_subject = _unmarked(subject, in_subject=True)
        plain_text, in_text = _unmarked(text, in_subject=False)
        marked = [*in_subject, *in_text]
        yield Own(
            name,
            language.strip(),
            Message(plain_subject, Address(), plain_text),
            [gold for gold in marked if gold.form != _PLAN],
            [gold for gold in marked if gold.form == _PLAN],
        )


def ours(message: Message) -> list[Found]:
    """Read a mail with the program."""
    return [
        Found(each.start, each.end, each.text, each.form.value, each.answer_type.value)
        for each in understand(message).questions
    ]


def our_plans(message: Message) -> list[Found]:
    """Read what the customer will do, agrees to or offers, with the program."""
    return [
        Found(plan.start, plan.end, plan.text, _PLAN, _KINDS[plan.kind.value])
        for plan in understand(message).plans
    ]


def question_marks(message: Message) -> list[Found]:
    """Baseline: every sentence of the whole text that ends in a question mark."""
    return [
        Found(each.start, each.end, each.text)
        for each in sentences_of(message.text)
        if each.text.endswith("?")
    ]


def reply_parser(message: Message) -> list[Found]:
    """Baseline: what a published reply parser leaves of the text, then question marks."""
    from mailparser_reply import EmailReplyParser

    left = (
        EmailReplyParser(languages=["en", "de", "fr", "es", "nl", "pt"]).parse_reply(text=message.text) or ""
    )
    found = []
    for sentence in sentences_of(left):
        at = message.text.find(sentence.text)
        if sentence.text.endswith("?") and at >= 0:
            found.append(Found(at, at + len(sentence.text), sentence.text))
    return found


def figures(reader: Reader, *batches: str, told: bool = False, language: str = "") -> Counter[str]:
    """Return counts: found, false, missed, of the found those with the exact span, form, answer type.

    Of ``our_plans`` plans are counted, of every other reader questions; of all mails or those in a language.
    """
    counts: Counter[str] = Counter()
    for mail in own_mails(*batches):
        if language not in ("", mail.language):
            continue
        left = reader(mail.message)
        for gold in mail.plans if reader is our_plans else mail.gold:
            hit = next((each for each in left if same_place(each, gold)), None)
            counts[f"{'missed' if hit is None else 'found'} {gold.form}"] += 1
            counts[f"{'missed' if hit is None else 'found'} {mail.language}"] += 1
            if hit is None:
                counts["missed"] += 1
                if told:
                    print(f"  missed in {mail.name}: {gold.text!r}")
                continue
            left.remove(hit)
            counts["found"] += 1
            counts["span"] += bare(hit.text) == bare(gold.text)
            counts["form"] += hit.form == gold.form
            counts["answer type"] += hit.answer_type == gold.answer_type
        counts["false"] += len(left)
        if told:
            for each in left:
                print(f"  false in {mail.name}: {each.text!r}")
    return counts


def main() -> None:
    """Print the figures of the program and of the baselines."""
    if "--languages" in sys.argv:
        _by_language()
        return
    told = "--failures" in sys.argv
    readers: dict[str, Reader] = {"ends in ?": question_marks}
    if find_spec("mailparser_reply"):
        readers["mail-parser-reply, then ends in ?"] = reply_parser
    else:
        print("mail-parser-reply is not installed: that baseline is skipped.")
    for batch in BATCHES:
        print(batch)
        for name, reader in {**readers, "Thrice": ours}.items():
            report(name, figures(reader, batch, told=told and reader is ours), by_kind=reader is ours)
        plans = figures(our_plans, batch, told=told)
        if plans["found"]:
            report("Thrice, plans", plans, by_kind=True)
        elif plans["false"]:
            print(f"Thrice, plans: {plans['false']} found, none marked in this batch")


def _by_language() -> None:
    """Print the program's figures for each language of each batch."""
    for batch in BATCHES:
        for language in sorted({mail.language for mail in own_mails(batch) if mail.gold}):
            report(f"{batch} {language}", figures(ours, batch, language=language), by_kind=False)


def report(name: str, counts: Counter[str], *, by_kind: bool) -> None:
    """Print precision, recall and exact spans, and by kind what was found."""
    precision = counts["found"] / max(1, counts["found"] + counts["false"])
    recall = counts["found"] / (counts["found"] + counts["missed"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:36} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}", end="")
    print(f" exact span {counts['span'] / counts['found']:.3f}")
    if by_kind:
        print(f"  form right {counts['form'] / counts['found']:.3f}", end=", ")
        print(f"answer type right {counts['answer type'] / counts['found']:.3f}")
        _by_kind(counts)


def _by_kind(counts: Counter[str]) -> None:
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, count in counts.items():
        what, _, kind = name.partition(" ")
        if what in ("found", "missed") and kind:
            kinds[kind][what == "missed"] += count
    for kind, (hits, misses) in kinds.items():
        print(f"  recall {kind:14} {hits}/{hits + misses}")


def _unmarked(text: str, *, in_subject: bool) -> tuple[str, list[Gold]]:
    plain, last = "", 0
    gold: list[Gold] = []
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        start, end = (-1, -1) if in_subject else (len(plain), len(plain) + len(match.group(3)))
        gold.append(Gold(start, end, match.group(3), _FORMS[match.group(1)], match.group(2)))
        plain += match.group(3)
        last = match.end()
    return plain + text[last:], gold


def same_place(found: Found, gold: Gold) -> bool:
    """Tell whether what was found is what was marked: more than half of the shorter one is common."""
    if found.start < 0 or gold.start < 0:
        return found.start < 0 and gold.start < 0
    common = min(found.end, gold.end) - max(found.start, gold.start)
    return common > 0.5 * min(found.end - found.start, gold.end - gold.start)


def bare(text: str) -> str:
    """Return a span's words without the sign at their end."""
    return text.rstrip("?.! ")


if __name__ == "__main__":
    main()
