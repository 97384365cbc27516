"""Questions on sets that others labelled: emailintent, nlupp, rlists_inline.

Each sentence or utterance of the first two becomes a mail of its own and is read like one.
"""

import re
from collections.abc import Sequence
from typing import Any

from composer.mail.message import Address, Message
from composer.questions.understand import understand
from tests.benchmarks.questions_data import rows_of

_RULE = re.compile(
    r"\bplease\b|\b(?:can|could|would|will) you\b|\blet me know\b|\blet's\b"
    r"|\bi(?:'d| would) (?:like|appreciate)\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Tell whether a text read as a mail holds a question."""
    return bool(understand(Message("", Address(), text)).questions)


def rates(wanted: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]], rule: Any) -> str:
    """Return recall on the wanted and false alarms on the others, as words."""
    recall = sum(bool(rule(row["text"])) for row in wanted)
    alarms = sum(bool(rule(row["text"])) for row in others)
    return (
        f"recall {recall / len(wanted):.3f} ({recall}/{len(wanted)}), "
        f"false alarms {alarms / len(others):.3f} ({alarms}/{len(others)})"
    )


def report_emailintent() -> None:
    """Print recall on intent without "?" and false alarms on the rest without "?", by half."""
    rows = [row for row in rows_of("emailintent") if not row["question_mark"]]
    for name, half in (("all", rows), ("even half (tuned on)", rows[::2]), ("odd half", rows[1::2])):
        wanted = [row for row in half if row["intent"]]
        others = [row for row in half if not row["intent"]]
        if name == "all":
            print(
                "emailintent, rule please/can you:",
                rates(wanted, others, lambda text: bool(_RULE.search(text))),
            )
        print(f"emailintent, {name}:", rates(wanted, others, asks))


def report_nlupp() -> None:
    """Print recall on utterances that ask and false alarms on the others."""
    rows = rows_of("nlupp")
    wanted = [row for row in rows if row["asks"]]
    others = [row for row in rows if not row["asks"]]
    print("nlupp, has a ?:", rates(wanted, others, lambda text: "?" in text))
    print("nlupp:", rates(wanted, others, asks))


def report_rlists() -> None:
    """Print how many of the data's questions are found with the exact span, and at all."""
    exact = held = count = 0
    for row in rows_of("rlists_inline"):
        mail = understand(Message(row["subject"], Address(), row["question_mail"]))
        texts = {_spaced(question.text) for question in mail.questions}
        for wanted in map(_spaced, row["questions"]):
            count += 1
            exact += wanted in texts
            held += any(text in wanted or wanted in text for text in texts)
    print(f"rlists_inline: exact span {exact / count:.3f}, found {held / count:.3f} of {count}")


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


if __name__ == "__main__":
    report_emailintent()
    report_nlupp()
    report_rlists()
