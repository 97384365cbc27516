"""wrong-customer: a name, a number or a domain that belongs to another ticket, or to none of this customer's."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.questions.understood import FactKind

_LEAST_CHARACTERS = 4
_MOST = 2000
_WORD = re.compile(r"\w+")
_JOINS = frozenset("-_")
"""What joins a number or a name to something larger, which is then another thing."""

_YOURS = re.compile(
    r"\b(?:your|ihre?[mn]?|deine?[mn]?|su|tu|votre|ta)(?: \w{3,12})?? (?:"
    r"(?P<order>order|purchase|booking|bestellung|auftrag|buchung|pedido|reserva|commande|réservation)|(?P<invoice>invoice|bill|rechnung|factura|facture))"
    r"(?:[ -]?(?:number|no\.?|nr\.?|nummer|número|numéro|n[°º]))?:? #?(?P<number>[A-Z]{0,5}-?\d[\d-]{2,15}(?!\w))",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:new|replacement|second|other|another|previous|earlier|first|last|separate|next|credit|neue[nr]?|ersatz\w*|zweite[nr]?|nuev[oa]|nouvelle|remplacement)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    yield from _others_numbers(reply)
    yield from _others_words(reply)


def _others_numbers(reply: Reply) -> Iterator[Hit]:
    """Yield *your order 61177* where the customer wrote of one other order, which the reply never names."""
    known = _known_here(reply)
    for kind, group in ((FactKind.ORDER, "order"), (FactKind.INVOICE, "invoice")):
        facts = reply.mail.facts if reply.mail is not None else ()
        theirs = list(dict.fromkeys(fact.value for fact in facts if fact.kind is kind))
        if len(theirs) != 1 or any(theirs[0] in words for words in reply.own_text()):
            continue
        for placed in reply.passages:
            for match in placed.passage.found(_YOURS):
                number = match["number"]
                if match[group] and number.lower() not in known and not _ANOTHER.search(match.group()):
                    start = placed.start + match.start("number")
                    message = f"The customer wrote of {group} {theirs[0]}, and not of {number}."
                    yield Hit(start, start + len(number), message, (theirs[0],), severity=Severity.WARNING)


def _others_words(reply: Reply) -> Iterator[Hit]:
    if not reply.context.others:
        return
    wanted = _wanted(reply.context.others[:_MOST], _known_here(reply))
    for placed in reply.passages if wanted else ():
        words = placed.passage.text
        end = 0
        search = partial(_all_in, words, wanted)
        for start, stop in placed.passage.once("others", wanted, search):
            if start < end:
                continue
            end = stop
            said = words[start:stop]
            yield Hit(
                placed.start + start, placed.start + stop, f"“{said}” belongs to another customer's ticket."
            )


def _all_in(words: str, wanted: Mapping[str, tuple[str, ...]]) -> tuple[tuple[int, int], ...]:
    return tuple(_found_in(words, wanted))


def _found_in(words: str, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield where something of another ticket stands: one look into a table per word."""
    lowered = words.lower()
    if len(lowered) != len(words):  # a letter that grows in lower case would move what follows
        lowered = words
    for word in _WORD.finditer(lowered):
        for other in wanted.get(word.group(), ()):
            start, end = word.start(), word.start() + len(other)
            if not lowered.startswith(other, start) or not _stands_alone(lowered, start, end):
                continue
            # A single word of letters is a name, and others share it with things: a smith, the bank.
            if not other.isalpha() or words[start].isupper() or not words[start].isalpha():
                yield start, end
                break


def _stands_alone(words: str, start: int, end: int) -> bool:
    before, after = words[start - 1 : start], words[end : end + 1]
    return before not in _JOINS and not (after in _JOINS or after.isalnum())


@lru_cache(maxsize=4)
def _wanted(others: tuple[str, ...], ours: str) -> Mapping[str, tuple[str, ...]]:
    """Return what must not stand here by its first word, the longest first; kept from stroke to stroke."""
    found: dict[str, list[str]] = {}
    for other in sorted({one.strip().lower() for one in others}, key=lambda one: (-len(one), one)):
        first = _WORD.match(other)
        if first and len(other) >= _LEAST_CHARACTERS and other not in ours:
            found.setdefault(first.group(), []).append(other)
    return {first: tuple(names) for first, names in found.items()}


def _known_here(reply: Reply) -> str:
    """Return all that this customer's own mail says, in small letters."""
    if reply.mail is None:
        return reply.customer.name.lower()
    message = reply.mail.message
    people = " ".join(f"{a.name} {a.mail}" for a in (message.sender, *message.to, *message.cc))
    return f"{message.subject} {message.text} {people}".lower()


_OTHERS = Example(
    "",
    mail="Order 1042 fails.",
    circumstances={"others": ["20077", "Lund Trading", "Smith", "1042", "lund.example"]},
)

_ORDERED = Example("", mail="Has my order 52090 left yet?", facts=(("order", "52090"),))

RULE = Rule(
    id="wrong-customer",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="Another customer's details",
    finds=(
        "A full name, a mail domain or a number of another customer's open ticket, and “your order” with "
        "another number than the customer's own. What this customer wrote is theirs."
    ),
    why="What one customer told us never reaches another.",
    reads=WholeReply(_check),
    bad=drafts(
        "Your order «20077» left today.\n",
        "We sent it to «Lund Trading».\n",
        "Ask «lund.example».\n",
        like=_OTHERS,
    )
    + drafts("Yes, your order «61177» left on Friday.\n", like=_ORDERED),
    good=drafts("Your order 1042 left today.\n", "We sent it to your address.\n", "Ask them.\n", like=_OTHERS)
    + drafts("Yes, your order 52090 left on Friday.\n", like=_ORDERED),
    quiet=(
        *drafts("Your order 20077 left today.\n"),
        *drafts(
            "Your new order 61177 replaces it.\n",
            "Order 52090 left today, together with your order 61177.\n",
            "Your invoice 61177 is attached.\n",
            like=_ORDERED,
        ),
        *drafts(
            "> Is 20077 mine?\n\nNo, it is not.\n",
            "Line 200771 is empty.\n",
            "Any smith can mend it.\n",
            like=_OTHERS,
        ),
    ),
)
