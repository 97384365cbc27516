"""wrong-name: the reply addresses somebody who is not the customer, or misspells the name."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from composer.lint.finding import Reading, Severity
from composer.lint.name_likeness import is_near_name, is_same_name, plain_name
from composer.lint.name_words import FAMILIES
from composer.lint.own_words import Passage, PassageKind, Placed
from composer.lint.people import (
    NameAt,
    greeted_names,
    names_in,
    names_of,
    signed_names,
)
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.mail.lines import Role

_GREETED = re.compile(
    r"^\W{0,3}(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|"
    r"liebe[rs]?|sehr geehrte[rs]?|moin|servus|hola|buenos d[ií]as|buenas tardes|estimad[oa]|querid[oa]|bonjour|salut|cher|"
    r"ch[èe]re|ciao|buongiorno|beste|ol[áa])(?P<names>(?: (?:mrs?|ms|dr|prof)\.)?[^,.!?:;\n–—]{1,200})(?!\w)",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:mrs?|ms|miss|mx|herrn?|frau|señora?|sra?|monsieur|madame|mme|m|sir|madam)\.? $", re.IGNORECASE
)
# "Jon," on a line of its own at the top.
_BARE = re.compile(r"^(?P<names>[A-ZÀ-ÖØ-Þ][^\W\d_]+),[ \t]*(?:\n|$)")
# What stands around a field that was never filled in: placeholder-left's matter.
_FIELD_MARKS = frozenset("{}[]<>%$|")
# Behind so many names a greeting has become a sentence.
_MOST_GREETED = 4
_SPOKEN_TO = re.compile(
    r"(?:\b(?:thanks|thank you|sorry|apologies|welcome|cheers)(?: (?:again|so much|very much|a lot))?,? |, )"
    r"(?P<names>[A-ZÀ-ÖØ-Þ][^\W\d_]+)(?=[.!?,]|$)"
)


def _check(reply: Reply) -> Iterator[Hit]:
    known = _customer_names(reply)
    if not known:
        return
    others = _names_in_mail(reply)
    for number, placed in enumerate(reply.passages):
        addressed = [*_addressed(placed), *(_bare(placed) if number == 0 else ())]
        right = next((name for name, greeted in addressed if greeted and _is_one_of(name, known)), None)
        for name, greeted in addressed:
            if _is_one_of(name, known) or _is_field(reply, name):
                continue
            hit = _judged(reply, name, known, others, greeted=greeted)
            if hit is not None:
                yield hit if right is None or not greeted else _beside(reply, right, name, hit)


def _is_one_of(name: NameAt, known: tuple[str, ...]) -> bool:
    return any(is_same_name(name.text, one) for one in known)


def _bare(placed: Placed) -> Iterator[tuple[NameAt, bool]]:
    """Yield the name that a reply begins with, alone on its line; *Sadly,* may stand there as well."""
    match = _BARE.match(placed.passage.words)
    for name in names_in(match["names"]) if match else ():
        is_name = any(plain_name(name.text) in family for family in FAMILIES)
        yield NameAt(placed.start + name.start, placed.start + name.end, name.text), is_name


def _is_field(reply: Reply, name: NameAt) -> bool:
    text = reply.draft.text
    return not _FIELD_MARKS.isdisjoint(
        text[max(0, name.start - 2) : name.start] + text[name.end : name.end + 2]
    )


def _beside(reply: Reply, right: NameAt, name: NameAt, hit: Hit) -> Hit:
    """Judge a name beside the customer's own: a wrong family name, or somebody else who is greeted, too."""
    names = names_of(reply.customer)
    if hit.fixes and not is_near_name(name.text, hit.fixes[0]):
        hit = replace(hit, fixes=())
    if name.start < right.start or reply.draft.text[right.end : name.start].strip(" ."):
        message = f"The mail is from {right.text}, and nobody in it is called {name.text}."
        return replace(hit, message=message, severity=Severity.WARNING)
    if len(names) > 1 and not is_same_name(right.text, names[-1]):
        message = f"The mail is from {' '.join(names)}, but the reply greets {right.text} {name.text}."
        return replace(hit, message=message, fixes=(names[-1],))
    return hit


def _customer_names(reply: Reply) -> tuple[str, ...]:
    """Return the names the customer goes by: of the address, and with which the mail is signed."""
    signed = signed_names(reply.mail) if reply.mail is not None else ()
    return tuple(dict.fromkeys((*signed, *names_of(reply.customer))))


def _addressed(placed: Placed) -> Iterator[tuple[NameAt, bool]]:
    passage = placed.passage
    for name, greeted in passage.once("addressed", None, lambda: tuple(_addressed_in(passage))):
        yield NameAt(placed.start + name.start, placed.start + name.end, name.text), greeted


def _addressed_in(passage: Passage) -> Iterator[tuple[NameAt, bool]]:
    """Yield who is spoken to, and whether in the greeting; offsets in the passage."""
    if passage.kind is PassageKind.CLOSING:
        return
    greeting = _GREETED.match(passage.words)
    if greeting:
        for name in islice(names_in(greeting["names"], offset=greeting.start("names")), _MOST_GREETED):
            yield name, True
    for match in passage.found(_SPOKEN_TO):
        for name in names_in(match["names"], offset=match.start("names")):
            yield name, False


def _names_in_mail(reply: Reply) -> frozenset[str]:
    """Return the words of the mail's own lines, where somebody else may speak for the customer."""
    if reply.mail is None:
        return frozenset()
    own = " ".join(line.text for line in reply.mail.lines if line.role in (Role.OWN, Role.SIGNATURE))
    return frozenset(plain_name(name.text) for name in names_in(own)) - greeted_names(reply.mail)


def _judged(
    reply: Reply, name: NameAt, known: tuple[str, ...], others: frozenset[str], *, greeted: bool
) -> Hit | None:
    near = next((one for one in known if is_near_name(name.text, one)), None)
    if near is not None:
        return Hit(name.start, name.end, f"The customer's name is {near}, not {name.text}.", (near,))
    if not greeted or plain_name(name.text) in others or _is_colleague(reply, name.text):
        return None
    first = known[0]  # as they sign, else as their address begins
    title = _TITLE_BEFORE.search(reply.draft.text[max(0, name.start - 30) : name.start])
    if title is not None and len(names_of(reply.customer)) > 1:
        full = " ".join(names_of(reply.customer))  # nobody knows whether it is Mr or Ms
        message = f"The mail is from {full}, but the reply greets {name.text}."
        return Hit(name.start - len(title.group()), name.end, message, (full,))
    return Hit(name.start, name.end, f"The mail is from {first}, but the reply greets {name.text}.", (first,))


def _is_colleague(reply: Reply, name: str) -> bool:
    """Tell whether somebody in copy has this name; the agent's own name stays wrong."""
    return any(plain_name(name) in plain_name(address) for address in reply.context.cc or ())


_JOHN = Example("", sender="John Smith <john.smith@example.com>", mail="Hello,\n\nit does not start.\n\nJohn")
_MARIA = Example(
    "", sender="maria@example.org", mail="Hi Anna,\n\nthe invoice is missing.\n\nBest,\nMaria Lopez"
)

RULE = Rule(
    id="wrong-name",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="The customer's name is wrong",
    finds=(
        "Another name than the customer's in the greeting or in thanks, or a slip in it. Usual short forms,"
        " and names that stand in the mail or in copy, pass."
    ),
    why="Nothing says “I did not read your mail” as plainly as somebody else's name.",
    reads=WholeReply(_check),
    bad=(
        _JOHN.saying("Hi «Jon»,\n\nit starts now.\n"),
        _JOHN.saying("Dear «Sarah»,\n\nit starts now.\n"),
        _JOHN.saying("Hello Mr «Smyth»,\n\nit starts now.\n"),
        _JOHN.saying("Dear «Ms Hollins»,\n\nit starts now.\n"),
        _MARIA.saying("Hi «Mario»,\n\nhere is the invoice.\n"),
        _MARIA.saying("Hi «Anna»,\n\nhere is the invoice.\n"),
        _JOHN.saying("Hi John,\n\nit starts now. Thanks again, «Jhon»!\n"),
        _JOHN.saying("«Jon»,\n\nit starts now.\n"),
        _JOHN.saying("Dear John «Carter»,\n\nit starts now.\n"),
        _JOHN.saying("Hi John and «Mary»,\n\nit starts now.\n"),
        _JOHN.saying("Hi «Mary» and John,\n\nit starts now.\n"),
        _JOHN.saying("«Alexander»,\n\nit starts now.\n"),
    ),
    good=(
        _JOHN.saying("Hi John,\n\nit starts now.\n"),
        _JOHN.saying("Dear John,\n\nit starts now.\n"),
        _JOHN.saying("Hello Mr Smith,\n\nit starts now.\n"),
        _JOHN.saying("Dear John Smith,\n\nit starts now.\n"),
        _MARIA.saying("Hi Maria,\n\nhere is the invoice.\n"),
        _MARIA.saying("Hi Maria,\n\nhere is the invoice.\n"),
        _JOHN.saying("Hi John,\n\nit starts now. Thanks again, John!\n"),
        _JOHN.saying("John,\n\nit starts now.\n"),
        _JOHN.saying("Dear John Smith,\n\nit starts now.\n"),
        _JOHN.saying("Hi John,\n\nit starts now.\n"),
        _JOHN.saying("Hi John,\n\nit starts now.\n"),
        _JOHN.saying("John,\n\nit starts now.\n"),
    ),
    quiet=(
        _JOHN.saying("Hi there,\n\nit starts now.\n"),
        _JOHN.saying("Hello team,\n\nit starts now.\n"),
        Example(
            "Hi Mike,\n\nit starts now.\n", sender="Michael Brown <mb@example.com>", mail="It does not start."
        ),
        Example(
            "Hi Bill,\n\nit starts now.\n", sender="William Brown <wb@example.com>", mail="It does not start."
        ),
        Example(
            "Sehr geehrte Frau Müller,\n\nsie läuft.\n",
            sender="Petra Mueller <pm@example.de>",
            mail="Sie läuft nicht.",
        ),
        Example(
            "Hi Jose,\n\nit starts now.\n", sender="José García <jg@example.com>", mail="It does not start."
        ),
        Example("Hi Anna,\n\nit starts now.\n", mail="It does not start.", sender="<x1@example.com>"),
        Example(
            "Dear Dr Klein,\n\nit starts now.\n",
            sender="Sam Lee <office@example.com>",
            mail="I write for Dr Klein.\n\nSam",
        ),
        _JOHN.saying("Hi {{Name}},\n\nit starts now.\n"),
        _JOHN.saying("Hi %FIRSTNAME%,\n\nit starts now.\n"),
        _JOHN.saying("Unfortunately,\nit starts late.\n"),
        _JOHN.saying("> Hi Jon,\n\nit starts now.\n"),
        _JOHN.saying("Hi John,\n\nsee the guide, Monday is fine too, Thanks.\n"),
    ),
)
