"""The rules on whole tickets that we made up: good replies that deserve nothing, and faulty ones.

    python -m tests.benchmarks.lint_own [FOLDER ...] [--failures]

Reads own_replies/, or the folders named. A ticket says what is to be found (``expect: none``, or rules with
the words they object to), whom the mail is from, the mail, and the reply. Hints count only where expected.
What the agent knows beside the mail may stand in lines of its own: ``agent``, ``previous-agent``,
``customer-time-zone``, ``cc`` (of the mail), ``reply-cc``, ``attachments``, ``others``, ``internal``, the
last four as lists with commas (``attachments: none``). ``not-decidable`` lists faults in the form of
``expect`` that nothing in the ticket gives away; they are counted apart.

own_replies/ holds 120 good replies and 120 faulty ones, invented by people who never saw the rules (a, b, d),
and 25 good ones by somebody who had (c). ``<cut>`` parts what a scanner would take for a leaked key.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
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
_FAULT = re.compile(r'([a-z|-]+) "(.*?)"(?: ;|$)')
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
    known: dict[str, object]
    undecidable: int = 0


def tickets_in(folder: Path) -> Iterator[Checked]:
    """Yield the tickets of a folder and those below it, by name."""
    for path in sorted(folder.rglob("*.txt")):
        head, _, body = path.read_text(encoding="utf-8").replace("<cut>", "").partition("\n\n")
        said = dict(line.split(": ", 1) for line in head.splitlines())
        mail, _, reply = body.partition("\n--- reply\n")
        sender = _SENDER.fullmatch(said["from"])
        address = Address(sender[1], sender[2]) if sender else Address("", said["from"])
        copied = tuple(Address("", one) for one in _listed(said.get("cc", "")))
        faults = [Fault(*found) for found in _FAULT.findall(said["expect"])]
        yield Checked(
            f"{path.parent.name}/{path.stem}",
            faults,
            Message(said.get("subject", ""), address, mail, cc=copied),
            reply,
            {key: read(said[line]) for line, key, read in _KNOWN if line in said},
            len(_FAULT.findall(said.get("not-decidable", ""))),
        )


def _listed(said: str) -> list[str]:
    return [one.strip() for one in said.split(",") if one.strip() not in ("", "none")]


_KNOWN: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("agent", "agent", str),
    ("previous-agent", "previous_agent", str),
    ("customer-time-zone", "customer_time_zone", str),
    ("reply-cc", "cc", _listed),
    ("attachments", "attachments", _listed),
    ("others", "others", _listed),
    ("internal", "internal_words", _listed),
)
"""A line of a ticket, the key of the context that it fills, and how it is read."""


def findings_in(ticket: Checked, reviewer: Reviewer) -> list[Finding]:
    """Return what is found in a reply on a Monday morning in New York."""
    context = context_from(
        {
            "now": "2026-11-23T10:00:00-05:00",
            "time_zone": "America/New_York",
            "customer": {"name": ticket.message.sender.name, "mail": ticket.message.sender.mail},
            **ticket.known,
        }
    )
    return list(reviewer.review(Draft(ticket.reply), understand(ticket.message), context).findings)


def main() -> None:
    """Print for good replies what was found all the same, for faulty ones what was found and what was not."""
    told = "--failures" in sys.argv
    for folder in [Path(each) for each in sys.argv[1:] if not each.startswith("-")] or [REPLIES]:
        report(folder, told=told)


def report(folder: Path, *, told: bool) -> None:
    """Print the totals of a folder, and each failure if they are to be told."""
    reviewer = Reviewer(built_in_rules())
    counts: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for ticket in tickets_in(folder):
        _count(ticket, findings_in(ticket, reviewer), counts, false, missed, told=told)
    print(
        f"{folder.name}: {counts['good']} good replies, {counts['clean']} of them without a finding; "
        f"{counts['faults']} faults, {counts['found']} found, {counts['undecidable']} not decidable; "
        f"{false.total()} findings not expected in {counts['words']} words"
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
    counts["undecidable"] += ticket.undecidable
    if not ticket.faults:
        counts["good"] += 1
        counts["clean"] += not left


def _is_it(finding: Finding, fault: Fault, reply: str) -> bool:
    """Tell whether a finding is the fault: one of its rules (``one|other``), and words that meet, if any."""
    if finding.rule not in fault.rule.split("|"):
        return False
    at = reply.find(fault.words) if fault.words else -1
    if at < 0 or finding.start is None or finding.end is None:
        return True
    return finding.start < at + len(fault.words) and at < finding.end


if __name__ == "__main__":
    main()
