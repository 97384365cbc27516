"""missing-eta: something stays open and the customer is not told until when."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Placed
from composer.lint.promises.commitments import Commitment, Sign
from composer.lint.promises.times import Timed, timed_passages
from composer.lint.reply import Reply
from composer.lint.reply_kind import leaves_open
from composer.lint.rule import Example, Hit, Rule, WholeReply

_NEWS = (
    "know",
    "updat",
    "hear",
    "back to you",
    "answer",
    "reply",
    "write",
    "touch",
    "report",
    "news",
    "tell",
    "melde",
    "inform",
)

# What comes again and again names its days: "by the 10th of each month".
_REGULARLY = re.compile(
    r"\b(?:(?:each|every) (?:[a-z]+ )?(?:hour|day|morning|evening|week|month|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|"
    r"hourly|daily|weekly|monthly|quarterly|periodically|regularly)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    read = timed_passages(reply)
    if not any(one.commitments for one in read):
        yield from _acknowledged_only(reply, read)
    for index, (placed, timed) in enumerate(zip(reply.passages, read, strict=True)):
        open_ones = [one for one in timed.commitments if not _is_timed(placed, timed, one)]
        if open_ones and not _news_promised_near(reply.passages, read, index):
            first = open_ones[0]
            words = " ".join(placed.passage.words[first.start : first.end].split())
            yield Hit(
                placed.start + first.start,
                placed.start + first.end,
                f"“{words}” leaves open until when: add the day and time by which the customer hears from you.",
            )


def _acknowledged_only(reply: Reply, read: tuple[Timed, ...]) -> Iterator[Hit]:
    """Find an acknowledgement that names neither a next step nor a day."""
    if any(time.is_dated for one in read for time in one.times):
        return
    received = leaves_open(reply)
    if received is not None:
        message = "This says that the mail arrived: add what happens next, and by when."
        yield Hit(received.start, received.start + len(received.text), message)


def _is_timed(placed: Placed, timed: Timed, commitment: Commitment) -> bool:
    """Tell whether the sentence, the one before or the two after it name a time, sure or vague.

    What only its event makes a promise is left alone: its verb alone asks for no day.
    """
    if commitment.sign is Sign.EVENT or _REGULARLY.search(commitment.sentence.text):
        return True
    sentences = placed.passage.sentences
    at = next(i for i, s in enumerate(sentences) if s.start == commitment.sentence.start)
    if timed.times_in(commitment.sentence.start, commitment.sentence.end):
        return True
    near = [s for i, s in enumerate(sentences) if i in (at - 1, at + 1, at + 2)]
    if any(
        time.is_dated or time.certainty == "wait" for s in near for time in timed.times_in(s.start, s.end)
    ):
        return True
    # A vague time next to it is vague-eta's matter: one promise, one finding.
    promised = {one.sentence.start for one in timed.commitments}
    return any(s.start in promised and timed.times_in(s.start, s.end) for s in near)


def _news_promised_near(passages: tuple[Placed, ...], read: tuple[Timed, ...], index: int) -> bool:
    """Tell whether another passage of the same answer says by when there will be news."""
    for other in range(max(0, index - 2), min(len(passages), index + 4)):
        if (
            other != index
            and passages[other].block == passages[index].block
            and _has_dated_news(passages[other], read[other])
        ):
            return True
    return False


def _has_dated_news(placed: Placed, timed: Timed) -> bool:
    for one in timed.commitments:
        words = one.sentence.text.lower()
        dated = any(time.is_dated for time in timed.times_in(one.sentence.start, one.sentence.end))
        if dated and any(cue in words for cue in _NEWS):
            return True
    return False


def _pairs(texts: tuple[tuple[str, str], ...]) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    return tuple(Example(bad) for bad, _ in texts), tuple(Example(good) for _, good in texts)


_BAD, _GOOD = _pairs(
    (
        (
            "Hi John,\n\nThe export stops at row 500. «I'll look into this».\n",
            "Hi John,\n\nThe export stops at row 500. I'll look into this and write to you by Friday, 6 March, 15:00.\n",
        ),
        ("«We will get back to you».\n", "We will get back to you by Thursday at noon.\n"),
        (
            "«We're investigating the issue with our developers».\n",
            "We're investigating the issue; you will hear from me by 6 March.\n",
        ),
        (
            "«I'll let you know as soon as the fix is out».\n",
            "I'll let you know by 5 pm tomorrow how far the fix is.\n",
        ),
        (
            "«Your refund will be processed by our billing team».\n",
            "Your refund will be processed within two business days.\n",
        ),
        (
            "«I have to check with my colleagues first».\n",
            "I have to check with my colleagues first; you'll have the answer by tomorrow noon.\n",
        ),
    )
)

_OPEN = Example(
    "", mail="When will it be fixed?", questions=(("When will it be fixed?", "when", "unanswered"),)
)

RULE = Rule(
    id="missing-eta",
    reading=Reading.PROMISES,
    # A warning and no stop: a reply without a date still helps, and only the agent knows whether a
    # sentence is a promise at all; what must not leave is a question that nobody answered.
    severity=Severity.WARNING,
    title="A promise without a day",
    finds=(
        "A promise of news, of a repair or of a look into it, and no time near it; and a reply that only "
        "says that the mail has arrived. What depends on the customer first (“if you send me the log”) "
        "passes."
    ),
    why="The customer knows until when to wait, can plan with it, and need not ask again.",
    reads=WholeReply(_check),
    bad=(
        *_BAD,
        _OPEN.saying("Hi John,\n\n«We have received your report.»\n"),
        Example("Hi John,\n\n«We have logged your report.»\n", mail="The export stops at row 500."),
        Example(
            "Hallo Petra,\n\n«Ihre Anfrage ist bei uns eingegangen.»\n",
            mail="Die Anzeige flackert.",
            language="de",
        ),
    ),
    good=(
        *_GOOD,
        _OPEN.saying("Hi John,\n\nWe have your report; you will hear from me by Friday, 6 March.\n"),
        Example("Hi John,\n\nWe have logged your report; you will hear from me by Friday, 6 March.\n"),
        Example("Hallo Petra,\n\nSie hören bis Freitag, 6. März, von mir.\n", language="de"),
    ),
    quiet=tuple(
        Example(text)
        for text in (
            "If you send me the log, I'll look into it.\n",
            "Please send us the log and we'll check it.\n",
            "I looked into this yesterday and found the cause.\n",
            "I'll be happy to help with anything else.\n",
            "You'll receive a mail with a link; open it to set a password.\n",
            "I'll look into this today. By 4 pm you'll have an answer.\n",
            "We will never share your data.\n",
            "I'll walk you through the steps below.\n",
            "> I'll look into this.\n\nThank you, that works.\n",
            "I'm checking the log now.\n\nYou will hear from me by Friday, 6 March.\n",
            "Will you check the log for us?\n",
            "Refunds take 3 to 5 business days; we will send yours today.\n",
            "We will update you every Monday.\n",
            "I need to discuss this with you.\n",
            "I'll print it once the paper is in.\n",
            "We have received your payment. Thank you.\n",
            "We have received your request. To change the address, open Settings, choose Account, and enter the new one in the "
            "field on the left. Then choose Save and sign in again, so that the shop takes it over for the next parcel. The "
            "parcel of Monday still goes to the old one.\n",
            "We have received your request and have changed the address. It works now.\n",
        )
    ),
)
