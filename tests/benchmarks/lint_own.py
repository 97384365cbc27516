"""The rules on whole tickets that we made up: good replies that deserve nothing, and faulty ones.

    python -m tests.benchmarks.lint_own [FOLDER ...] [--failures]

Reads own_replies/, or the folders named. A ticket says what is to be found (``expect: none``, or rules with
the words they object to), whom the mail is from, the mail, and the reply. Hints count only where expected.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from composer.draft import Draft
from composer.lint.context_file import context_from
from composer.lint.finding import Finding, Severity
from composer.lint.registry import built_in_rules
from composer.mail.message import Address, Message
from composer.questions.understand import understand
from composer.review import Reviewer

REPLIES = Path(__file__).with_name("own_replies")
_FAULT = re.compile(r'([a-z-]+) "(.*?)"(?: ;|$)')
_SENDER = re.compile(r"(.*?)\s*<(.*)>")


class Fault(NamedTuple):
    """What a support lead would object to: a rule's id, and the words, or none for the whole reply."""

    rule: str
    words: str


class Checked(NamedTuple):
    """A mail, a reply to it, and what is to be found in that."""

    name: str
    faults: list[Fault]
    message: Message
    reply: str


def tickets_in(folder: Path) -> Iterator[Checked]:
    """Yield the tickets of a folder and those below it, by name."""
    for path in sorted(folder.rglob("*.txt")):
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        said = dict(line.split(": ", 1) for line in head.splitlines())
        mail, _, reply = body.partition("\n--- reply\n")
        sender = _SENDER.fullmatch(said["from"])
        address = Address(sender[1], sender[2]) if sender else Address("", said["from"])
        faults = [Fault(*found) for found in _FAULT.findall(said["expect"])]
        name = f"{path.parent.name}/{path.stem}"
        yield Checked(name, faults, Message(said.get("subject", ""), address, mail), reply)


def findings_in(ticket: Checked, reviewer: Reviewer) -> list[Finding]:
    """Return what is found in a reply on a Monday morning in New York."""
    context = context_from(
        {
            "now": "2026-11-23T10:00:00-05:00",
            "time_zone": "America/New_York",
            "customer": {"name": ticket.message.sender.name, "mail": ticket.message.sender.mail},
        }
    )
    return list(reviewer.review(Draft(ticket.reply), understand(ticket.message), context).findings)


def main() -> None:
    """Print for good replies what was found all the same, for faulty ones what was found and what was not."""
    told = "--failures" in sys.argv
    reviewer = Reviewer(built_in_rules())
    for folder in [Path(each) for each in sys.argv[1:] if not each.startswith("-")] or [REPLIES]:
        counts: Counter[str] = Counter()
        false: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        for ticket in tickets_in(folder):
            _count(ticket, findings_in(ticket, reviewer), counts, false, missed, told=told)
        print(
            f"{folder.name}: {counts['good']} good replies, {counts['clean']} of them without a finding; "
            f"{counts['faults']} faults, {counts['found']} found; {false.total()} findings not expected in "
            f"{counts['words']} words"
        )
        print("  false: " + ", ".join(f"{rule} {n}" for rule, n in false.most_common()))
        print("  missed: " + ", ".join(f"{rule} {n}" for rule, n in missed.most_common()))


def _count(
    ticket: Checked,
    findings: list[Finding],
    counts: Counter[str],
    false: Counter[str],
    missed: Counter[str],
    *,
    told: bool,
) -> None:
    left = list(findings)
    for fault in ticket.faults:
        hit = [each for each in left if _is_it(each, fault, ticket.reply)]
        counts["faults"] += 1
        counts["found"] += bool(hit)
        if not hit:
            missed[fault.rule] += 1
            if told:
                print(f"  missed in {ticket.name}: {fault.rule} {fault.words!r}")
        left = [each for each in left if each not in hit]
    left = [each for each in left if each.severity is not Severity.HINT]
    for each in left:
        false[each.rule] += 1
        if told:
            print(f"  false in {ticket.name}: {each.rule} {each.text[:90]!r}: {each.message}")
    counts["words"] += len(ticket.reply.split())
    if not ticket.faults:
        counts["good"] += 1
        counts["clean"] += not left


def _is_it(finding: Finding, fault: Fault, reply: str) -> bool:
    """Tell whether a finding is the fault: the same rule, and words that meet."""
    if finding.rule != fault.rule:
        return False
    at = reply.find(fault.words) if fault.words else -1
    return (
        at < 0 or finding.start >= finding.end or (finding.start < at + len(fault.words) and at < finding.end)
    )


if __name__ == "__main__":
    main()
