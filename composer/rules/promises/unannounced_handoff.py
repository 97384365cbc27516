"""unannounced-handoff: somebody else answers now and the customer is not told."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.name_likeness import plain_name
from composer.lint.people import names_in
from composer.lint.reply import Reply
from composer.lint.reply_text import all_own_words
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.mail.lines import Role
from composer.mail.message import Address
from composer.questions.understood import UnderstoodMail

_SAYS_SO = re.compile(
    r"\b(?:taking over|took over|take over|stepping in|filling in|standing in|covering for|on behalf of|in place of|"
    r"handed (?:this |it |your \w+ )?(?:over )?to me|passed (?:this |it |your \w+ )?(?:on )?to me|my colleagues?|übernehme|"
    r"vertrete|in vertretung|mein(?:e|er)? kolleg\w+|mi compañer[oa]|me encargo|mon collègue|ma collègue|je prends le relais)\b",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|hola|estimad[oa]|buenos días|bonjour|cher|chère|ciao|beste)\b",
    re.IGNORECASE,
)
_IS_ANSWER = re.compile(r"(?:re|aw|sv|antw|rv|res|réf|tr)\s*(?:\[\d+\])?:", re.IGNORECASE)


def _check(reply: Reply) -> Iterator[Hit]:
    before, now = reply.context.previous_agent, reply.context.agent
    if before is None:
        yield from _greeted_instead(reply)
    if before is None or not (before.name or before.mail) or now is None or _is_same(before, now):
        return
    words = all_own_words(reply)
    first = before.name.split()[0] if before.name.split() else before.mail.partition("@")[0]
    if not words.strip() or _SAYS_SO.search(words) or plain_name(first) in plain_name(words).split():
        return
    if re.search(rf"\b{re.escape(first)}\b", words, re.IGNORECASE):
        return
    yield Hit(
        None, None, f"{first} answered until now: say that you take over.", about=before.name or before.mail
    )


def _greeted_instead(reply: Reply) -> Iterator[Hit]:
    """Yield where the customer goes on with one of ours by name, and another signs without a word about it."""
    mail = reply.mail
    if mail is None or not _IS_ANSWER.match(mail.message.subject.strip()):
        return
    greeted, signed = _greeted_in(mail), _signed_by(reply)
    if len(greeted) != 1 or not signed or greeted & signed:
        return
    first = next(iter(greeted))
    words = f"{all_own_words(reply)}\n{reply.draft.text}"
    if first not in plain_name(words).split() and not _SAYS_SO.search(words):
        name = first[:1].upper() + first[1:]
        message = f"The customer writes to {name}, and somebody else signs: say that you take over."
        yield Hit(None, None, message, about=name)


def _greeted_in(mail: UnderstoodMail) -> frozenset[str]:
    """Return whom the customer greets, read up to the first comma: the greeting may go on as a sentence."""
    first = next((line.text for line in mail.lines if line.role is Role.OWN and line.text.strip()), "")
    greeting = re.split(r"[,!:.](?:\s|$)", first.strip(), maxsplit=1)[0]
    if not _GREETS.match(greeting) or len(greeting.split()) > 5:
        return frozenset()
    return frozenset(plain_name(name.text) for name in names_in(greeting))


def _signed_by(reply: Reply) -> frozenset[str]:
    """Return the names in the draft's last line, where it is a name and nothing else."""
    lines = [line.strip() for line in reply.draft.text.splitlines() if line.strip()]
    last = lines[-1] if lines else ""
    names = [name.text for name in names_in(last)]
    return (
        frozenset(map(plain_name, names)) if names and len(names) == len(last.split()) <= 3 else frozenset()
    )


def _is_same(one: Address, other: Address) -> bool:
    if one.mail and other.mail:
        return one.mail.lower() == other.mail.lower()
    return bool(one.name) and plain_name(one.name) == plain_name(other.name)


_TAKEN_OVER = Example(
    "",
    circumstances={
        "agent": {"name": "Anna Berg", "mail": "anna@example.com"},
        "previous_agent": {"name": "Ben Ray", "mail": "ben@example.com"},
    },
)

_GREETED = Example("", subject="Re: Parcel", mail="Hi Ben,\n\nhas my parcel left?\n\nJohn")

RULE = Rule(
    id="unannounced-handoff",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A new name without a word about it",
    finds=(
        "Another agent than the one who answered so far, or whom the customer greets, and no word about it "
        "in the reply."
    ),
    why="The customer knows why somebody else writes, and that nothing they told the first one is lost.",
    reads=WholeReply(_check),
    bad=drafts(
        "«»Hi John,\n\nthe key is out of date.\n",
        "«»Hi John,\n\nthe parcel left.\n\nAnna\n",
        like=_TAKEN_OVER,
    )
    + drafts("«»Hi John,\n\nthe parcel left.\n\nBest\nAnna\n", like=_GREETED),
    good=drafts(
        "Hi John,\n\nI'm taking over from Ben. The key is out of date.\n",
        "Hi John,\n\nBen is away this week, so I'm answering: the parcel left.\n\nAnna\n",
        like=_TAKEN_OVER,
    )
    + drafts("Hi John,\n\nBen is away, so I answer: the parcel left.\n\nBest\nAnna\n", like=_GREETED),
    quiet=(
        *drafts("Hi John,\n\nthe key is out of date.\n"),
        *drafts(
            "Hi John,\n\nthe parcel left.\n\nBest\nBen\n",
            "Hi John,\n\nthe parcel left.\n\nYour friends at Tarn\n",
            like=_GREETED,
        ),
        Example(
            "Hi John,\n\nthe parcel left.\n\nBest\nAnna\n",
            subject="Parcel",
            mail="Hi Ben,\n\nhas my parcel left?",
        ),
        Example(
            "Hi John,\n\nthe key is out of date.\n",
            circumstances={
                "agent": {"mail": "ben@example.com"},
                "previous_agent": {"mail": "Ben@example.com"},
            },
        ),
    ),
)
