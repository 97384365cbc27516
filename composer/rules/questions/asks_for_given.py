"""asks-for-given: the reply asks for something that the customer wrote."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import sentences_with
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.questions.understood import Fact, FactKind

_ASKS = re.compile(
    r"\?|\b(?:please (?:send|tell|give|provide|share|let|confirm|specify|include|reply)|(?:could|can|would) you|let (?:me|us) know|"
    r"(?:i|we) (?:need|would need|['’]d need)|(?:send|tell|give) (?:me|us)|what is|what['’]s|which)\b",
    re.IGNORECASE,
)
_ASKED_FOR = {
    FactKind.VERSION: re.compile(r"\b(?:which|what) version(?! of (?:php|windows|macos|chrome|firefox|safari|android|ios))\b|\byour (?:\w+ )?version(?: number)?\b|\bthe version(?: number)? (?:you|of (?:your|the plug))", re.I),
    FactKind.ORDER: re.compile(r"\b(?:your|the|an?|which|what) order(?:['’]s)? (?:number|no\.?|id|reference)|\border number\b", re.I),
    FactKind.INVOICE: re.compile(r"\b(?:your|the|which|what) invoice (?:number|no\.?|id)|\binvoice number\b", re.I),
    FactKind.SYSTEM: re.compile(r"\b(?:which|what|your) (?:operating system|os|system)\b|\boperating system\b", re.I),
    FactKind.ERROR: re.compile(r"\b(?:which|what|the (?:exact|full)) error(?: message| code| text)?\b|\bwhat (?:does|did) the (?:error|message) say\b", re.I),
    FactKind.URL: re.compile(r"\b(?:the|your|which|what) (?:url|link|address) (?:of|to) (?:your|the) (?:\w+ )?(?:page|shop|site|store|website)|\byour (?:site|shop|store|website)['’]?s? (?:url|address|link)", re.I),
}  # fmt: skip
_AGAIN = re.compile(
    r"\b(?:still|other|another|new|different|else|also|since|now|correct|right|besides|or is it)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    facts = {fact.kind: fact for fact in reversed(reply.mail.facts)} if reply.mail is not None else {}
    if not facts:
        return
    for sentence, _ in sentences_with(reply, _ASKS):
        if not _AGAIN.search(sentence.text):
            for kind, pattern in _ASKED_FOR.items():
                match = pattern.search(sentence.text)
                if match and kind in facts and facts[kind].value.lower() not in sentence.text.lower():
                    yield _hit(sentence.start + match.start(), sentence.start + match.end(), facts[kind])


def _hit(start: int, end: int, fact: Fact) -> Hit:
    value = " ".join(fact.value.split())[:80]
    return Hit(start, end, f"The customer wrote it: “{value}”.")


_GIVEN = Example(
    "",
    mail="Version 2.10 on Windows 11 fails, order 1042.",
    facts=(("version", "2.10"), ("system", "Windows 11"), ("order", "1042")),
)

RULE = Rule(
    id="asks-for-given",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="Asked for what the customer wrote",
    why="The customer sees that the mail was read, and is spared a round of questions.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Which version» do you use?\n",
        "Please send us «your order number».\n",
        "Could you tell me «which operating system» it is?\n",
        like=_GIVEN,
    ),
    good=drafts(
        "Does 2.10 start in safe mode?\n",
        "Order 1042 is packed.\n",
        "On Windows 11, open the settings.\n",
        like=_GIVEN,
    ),
    quiet=(
        *drafts("Which version do you use?\n", like=Example("", mail="It fails.")),
        *drafts(
            "Is your version still 2.10?\n",
            "Your version is out of date.\n",
            "Which error do you see?\n",
            like=_GIVEN,
        ),
    ),
)
