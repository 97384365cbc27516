"""Questions and plans on sets that others labelled: emailintent, nlupp, rlists_inline.

Each sentence or utterance of the first two becomes a mail of its own and is read like one. With
``--failures`` the failures of the even rows, on which the tables were tuned, are listed.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from composer.mail.message import Address, Message
from composer.questions.plan import PlanKind
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail
from tests.benchmarks.questions_data import rows_of

_RULE = re.compile(
    r"\bplease\b|\b(?:can|could|would|will) you\b|\blet me know\b|\blet's\b"
    r"|\bi(?:'d| would) (?:like|appreciate)\b",
    re.IGNORECASE,
)
_NOT_DEEDS = (PlanKind.AGREES, PlanKind.OFFERS, PlanKind.WILL_TALK)
Row = dict[str, Any]
Rule = Callable[[str], bool]


def read(text: str) -> UnderstoodMail:
    """Return what the program understands of a text that is a mail of its own."""
    return understand(Message("", Address(), text))


def asks(text: str) -> bool:
    """Tell whether a text read as a mail holds a question."""
    return bool(read(text).questions)


def reads_intent(*kinds: PlanKind) -> Rule:
    """Return what tells whether a text holds a question, or a plan of one of the kinds."""

    def rule(text: str) -> bool:
        mail = read(text)
        return bool(mail.questions) or any(plan.kind in kinds for plan in mail.plans)

    return rule


def rates(wanted: Sequence[Row], others: Sequence[Row], rule: Rule) -> str:
    """Return recall on the wanted and false alarms on the others, as words."""
    recall = sum(rule(row["text"]) for row in wanted)
    alarms = sum(rule(row["text"]) for row in others)
    return (
        f"recall {recall / len(wanted):.3f} ({recall}/{len(wanted)}), "
        f"false alarms {alarms / len(others):.3f} ({alarms}/{len(others)})"
    )


def report_emailintent() -> None:
    """Print recall on intent without "?" and false alarms on the rest without "?", by half and by reading."""
    rows = [row for row in rows_of("emailintent") if not row["question_mark"]]
    readings: dict[str, Rule] = {
        "rule please/can you": lambda text: bool(_RULE.search(text)),
        "questions": asks,
        "questions, agreements": reads_intent(PlanKind.AGREES),
        "questions, agreements, offers": reads_intent(PlanKind.AGREES, PlanKind.OFFERS),
        "questions, agreements, offers, calls": reads_intent(*_NOT_DEEDS),
        "intent read (all plans)": reads_intent(*PlanKind),
    }
    for name, half in (("even half (tuned on)", rows[::2]), ("odd half", rows[1::2])):
        wanted, others = _parted(half, "intent")
        for reading, rule in readings.items():
            print(f"emailintent, {name}, {reading}:", rates(wanted, others, rule))
        _report_kinds(wanted, others)
    _list_failures(rows[::2], "intent", reads_intent(*PlanKind))


def report_nlupp() -> None:
    """Print recall on utterances that ask and false alarms on the others."""
    rows = rows_of("nlupp")
    print("nlupp, has a ?:", rates(*_parted(rows, "asks"), lambda text: "?" in text))
    for name, some in (("all", rows), ("even half (tuned on)", rows[::2]), ("odd half", rows[1::2])):
        print(f"nlupp, {name}:", rates(*_parted(some, "asks"), asks))
    _report_kinds(*_parted(rows[1::2], "asks"))
    _list_failures(rows[::2], "asks", asks)


def report_rlists() -> None:
    """Print how many of the data's questions are found with the exact span, and at all."""
    exact = held = count = 0
    missed: list[str] = []
    for row in rows_of("rlists_inline"):
        mail = understand(Message(row["subject"], Address(), row["question_mail"]))
        texts = {_spaced(question.text) for question in mail.questions}
        for wanted in map(_spaced, row["questions"]):
            count += 1
            exact += wanted in texts
            is_held = any(text in wanted or wanted in text for text in texts)
            held += is_held
            missed += [] if is_held else [wanted]
    print(f"rlists_inline: exact span {exact / count:.3f}, found {held / count:.3f} of {count}")
    _list("missed", missed)


def _parted(rows: Sequence[Row], label: str) -> tuple[list[Row], list[Row]]:
    return [row for row in rows if row[label]], [row for row in rows if not row[label]]


def _report_kinds(wanted: Sequence[Row], others: Sequence[Row]) -> None:
    """Print by form of the first question, or kind of the first plan, how many are right and false."""
    right, false = (Counter(_kind(read(row["text"])) for row in rows) for rows in (wanted, others))
    for kind in sorted(right | false, key=lambda kind: -right[kind]):
        print(f"    {kind:24} right {right[kind]:4}  false {false[kind]:4}")


def _kind(mail: UnderstoodMail) -> str:
    if mail.questions:
        return mail.questions[0].form.value
    return f"plan: {mail.plans[0].kind.value}" if mail.plans else "(nothing read)"


def _list_failures(rows: Sequence[Row], label: str, rule: Rule) -> None:
    wanted, others = _parted(rows, label)
    _list("missed", [row["text"] for row in wanted if not rule(row["text"])])
    _list("false", [row["text"] for row in others if rule(row["text"])])


def _list(what: str, texts: Sequence[str]) -> None:
    if "--failures" in sys.argv:
        for text in texts:
            print(f"  {what}: {_spaced(text)[:160]}")


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


if __name__ == "__main__":
    report_emailintent()
    report_nlupp()
    report_rlists()
