"""no-name: a greeting without the customer's name, though it is known."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import PassageKind
from composer.lint.people import names_in, names_of, signed_names
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_NAMELESS = re.compile(
    r"^\W{0,3}(?P<greeting>(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|hola|"
    r"buenos d[ií]as|bonjour)(?P<to>,? (?:there|customer|valued customer|client|user|sir or madam|sir/madam|sir|madam|friend|sehr geehrte damen und herren))?)"
    r"(?=[,.!:\s–-]*(?:$|\n))",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    names = _names(reply)
    if not names or not reply.passages or reply.passages[0].passage.kind is not PassageKind.GREETING:
        return
    first = reply.passages[0]
    match = _NAMELESS.match(first.passage.words)
    if match is None or list(names_in(first.passage.words)):
        return
    word = (
        match["greeting"][: match.start("to") - match.start("greeting")] if match["to"] else match["greeting"]
    )
    start = first.start + match.start("greeting")
    message = f"The customer's name is {names[0]}: greet them by it."
    yield Hit(start, first.start + match.end("greeting"), message, (f"{word.rstrip(', ')} {names[0]}",))


def _names(reply: Reply) -> tuple[str, ...]:
    """Return what to call the customer: only a name they sign with, or one shown in their address."""
    signed = signed_names(reply.mail) if reply.mail is not None else ()
    shown = names_of(reply.customer) if reply.customer.name and "@" not in reply.customer.name else ()
    return signed or shown


_JOHN = Example("", sender="John Smith <john@example.com>", mail="It does not start.")

RULE = Rule(
    id="no-name",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="The greeting has no name",
    finds="A greeting without a name, where the customer signs with one or shows one in the address.",
    why="The customer is greeted as themselves, and not as a ticket.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Hello there»,\n\nit starts now.\n",
        "«Dear customer»,\n\nit starts now.\n",
        "«Hi»,\n\nit starts now.\n",
        like=_JOHN,
    ),
    good=drafts(
        "Hello John,\n\nit starts now.\n",
        "Dear John,\n\nit starts now.\n",
        "Hi John,\n\nit starts now.\n",
        like=_JOHN,
    ),
    quiet=(
        *drafts(
            "Hello there,\n\nit starts now.\n",
            like=Example("", sender="info@example.com", mail="It does not start."),
        ),
        *drafts(
            "Dear Mr Smith,\n\nit starts now.\n",
            "It starts now.\n",
            "Hello all,\n\nit starts now.\n",
            like=_JOHN,
        ),
    ),
)
