"""missing-cc: somebody who has to be in copy is not, or nobody is where the reply says so."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import sentences_with
from composer.lint.rule import Example, Hit, Rule, WholeReply

_WHO = r"(?:my|our|your|the|a) (?:[\w'’-]+ ){0,2}(?:colleagues?|manager|boss|team|lead|supervisor|department|director|accountant|partner|office|sales|finance|billing|support)"
_COPIED = re.compile(
    rf"\b(?:i|we)(?:['’]ve| have|['’]m| am|['’]re| are)? (?:also |just |now )?(?:copied|copying|cc['’]?(?:ed|d|ing)) (?:in )?{_WHO}\b|"
    rf"\b{_WHO} (?:is|are) (?:also |now )?(?:in|on) (?:cc|copy)\b|"
    rf"\b(?:put|added|taken|have|with) {_WHO} (?:in|on|to) (?:cc|copy|the copy)\b|"
    r"\b(?:ist|sind|steht|stehen|habe|haben|nehme|nehmen) (?:[\w-]+ ){1,5}?in (?:kopie|cc)\b|"
    r"\b(?:está|están|pongo|ponemos|he puesto) (?:[\w-]+ ){0,5}?en copia\b|\b(?:est|sont|mets|mettons|ai mis) (?:[\w-]+ ){0,5}?en copie\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:please|kindly|you (?:can|may|could|should)|if|not|bitte|falls|nicht|por favor|si|merci de|ne)\b|\?\s*$",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    copied = {address.lower() for address in (*(reply.context.cc or ()), *reply.draft.cc)}
    is_known = reply.context.cc is not None or bool(copied)
    for wanted in reply.context.must_cc:
        if _is_writer_or_reader(reply, wanted) or any(wanted.lower() in one for one in copied):
            continue
        if is_known:
            yield Hit(None, None, f"{wanted} has to be in copy and is not.", about=wanted)
        else:
            message = f"{wanted} has to be in copy: see to it when the reply leaves."
            yield Hit(None, None, message, about=wanted, severity=Severity.HINT)
    if reply.context.cc is not None and not copied:
        yield from _said_to_be_copied(reply)


def _is_writer_or_reader(reply: Reply, address: str) -> bool:
    agent = reply.context.agent.mail if reply.context.agent is not None else ""
    return address.lower() in (agent.lower(), reply.customer.mail.lower())


def _said_to_be_copied(reply: Reply) -> Iterator[Hit]:
    """Yield where the reply says that somebody reads along; a name is handoff-not-in-cc's matter."""
    for sentence, match in sentences_with(reply, _COPIED):
        if not _ASKED_FOR.search(sentence.text):
            start = sentence.start + match.start()
            message = f"You write “{' '.join(match.group().split())}”, but nobody is in copy of this reply."
            yield Hit(start, start + len(match.group()), message)


def _with(draft: str, *cc: str) -> Example:
    return Example(draft, circumstances={"must_cc": ["lead@example.com"], "cc": list(cc)})


_ALONE = Example("", circumstances={"cc": []})

RULE = Rule(
    id="missing-cc",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Somebody is missing in copy",
    finds=(
        "An address that the library (or the context on the command line) wants in copy of each reply, and a"
        " reply that says that somebody is in copy when nobody is."
    ),
    why="Whoever has to know of the answer reads it in the same moment as the customer.",
    reads=WholeReply(_check),
    bad=(
        _with("«»It works now.\n"),
        _with("«»It works now.\n", "ben@example.com"),
        _ALONE.saying("It works now. «I've copied our billing team».\n"),
        _ALONE.saying("Es geht jetzt. Die Buchhaltung «ist von heute an in Kopie».\n"),
    ),
    good=(
        _with("It works now.\n", "lead@example.com"),
        _with("It works now.\n", "Lead <LEAD@example.com>"),
        _ALONE.saying("It works now. I've told our billing team.\n"),
        _ALONE.saying("Es geht jetzt. Die Buchhaltung weiß es.\n"),
    ),
    quiet=(
        Example(
            "It works now.\n", circumstances={"must_cc": ["lead@example.com"], "cc": ["lead@example.com"]}
        ),
        _ALONE.saying("Please keep our team in copy.\n"),
        _ALONE.saying("I've copied your settings to the team account.\n"),
        Example("I've copied our billing team.\n", circumstances={"cc": ["billing@example.com"]}),
        Example("I've copied our billing team.\n"),
    ),
)
