"""contradicts-known-issue: the reply says more than the known issue does."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from datetime import date

from composer.lint.context import IssueBrief
from composer.lint.finding import Reading, Severity
from composer.lint.inserted_passages import places_of
from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, customers_words, own_times, sentences_with, stems
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.when.day_names import month_name

_FIXED = re.compile(
    r"\b(?:(?:is|are|was|were|has been|have been|['’]s been|got) (?:now |already |since |finally |completely )?"
    r"(?:fixed|resolved|solved|repaired|corrected|gone|released|live)|(?:we|i)(?:['’]ve| have)? (?:now |already )?(?:fixed|resolved|"
    r"solved|repaired|corrected)|works? (?:again|now)|no longer (?:happens|occurs|an issue|a problem))\b",
    re.IGNORECASE,
)
_NOT_FIXED = re.compile(
    r"\b(?:not|n['’]t|until|once|when|as soon as|if|after|before|will|whether|yet to|still|works? again (?:after|when|once|if))\b",
    re.IGNORECASE,
)
_OPEN = frozenset({"investigating", "identified", "monitoring", "open", "in progress", "new", "acknowledged"})
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def _check(reply: Reply) -> Iterator[Hit]:
    about = stems(customers_words(reply))
    for issue in reply.context.known_issues:
        if issue.status.lower() in _OPEN:
            asked = _concerns(issue, about)
            yield from _said_fixed(reply, issue, asked=asked)
            yield from _too_early(reply, issue, asked=asked)
    for one, placed in places_of(reply, "known-issue"):
        words = placed.passage.text.rstrip()
        message = f"The known issue “{one.title}” {one.fault}: its workaround may be another by now."
        yield Hit(placed.start, placed.start + len(words), message)


def _said_fixed(reply: Reply, issue: IssueBrief, *, asked: bool) -> Iterator[Hit]:
    for sentence, match in sentences_with(reply, _FIXED):
        if _NOT_FIXED.search(sentence.text) or not (asked or _is_about(issue, sentence)):
            continue
        message = f"“{match.group()}”, but the known issue “{issue.title}” is {issue.status}."
        yield Hit(sentence.start + match.start(), sentence.start + match.end(), message)


def _too_early(reply: Reply, issue: IssueBrief, *, asked: bool) -> Iterator[Hit]:
    """Find a promise of a fix for a day before the issue's own."""
    eta = _day(issue.eta)
    for one in own_times(reply):
        end = one.time.end_instant
        if (
            one.promise is None
            or end is None
            or not re.search(
                r"\b(?:fix\w*|resol\w+|solv\w+|releas\w+|repair\w*|gone|work)\b", one.sentence, re.IGNORECASE
            )
        ):
            continue
        if not (asked or _concerns(issue, stems(one.sentence))):
            continue
        if eta is not None and end.date() < eta:
            message = (
                f"“{one.time.text}” is earlier than the known issue says ({eta.day} {month_name(eta.month)})."
            )
            yield Hit(one.start, one.end, message)
        elif eta is None:
            message = f"The known issue “{issue.title}” names no date for a fix: do not promise one."
            yield Hit(one.start, one.end, message)


def _is_about(issue: IssueBrief, sentence: OwnSentence) -> bool:
    return (
        _concerns(issue, stems(sentence.placed.passage.words))
        or issue.id.lower() in sentence.text.lower().split()
    )


def _concerns(issue: IssueBrief, words: frozenset[str]) -> bool:
    title = stems(issue.title)
    shared = len(title & words)
    return bool(title) and (shared >= 2 or shared == len(title))


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


_ISSUE = {"id": "ki-7", "title": "Export stops at row 500", "status": "identified", "eta": "2026-03-20"}
_OPEN_ISSUE = Example("", mail="The export stops at row 500.", circumstances={"known_issues": [_ISSUE]})
_CLOSED = Example(
    "",
    mail="The export stops at row 500.",
    circumstances={"known_issues": [{**_ISSUE, "status": "resolved"}]},
)

_WORKAROUND = {
    "id": "ki-7",
    "title": "Export stops at row 500",
    "body": "Split the file into three and export each of them until then.",
    "fault": "changed in the library since this was inserted",
    "kind": "known-issue",
}
_OLD_WORKAROUND = Example("", circumstances={"inserted": [_WORKAROUND]})

RULE = Rule(
    id="contradicts-known-issue",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="The known issue says something else",
    why="The customer hears one truth from the team, and plans with the date that will hold.",
    reads=WholeReply(_check),
    bad=drafts(
        "The export «is fixed».\n",
        "We will fix the export by «6 March».\n",
        "«We've solved» the export of row 500.\n",
        like=_OPEN_ISSUE,
    )
    + drafts("«Until then, split the file into two and export each half.»\n", like=_OLD_WORKAROUND),
    good=drafts(
        "We know the cause of the stop at row 500.\n",
        "We will fix the export by 20 March.\n",
        "We know why the export stops at row 500.\n",
        like=_OPEN_ISSUE,
    )
    + drafts("Until then, sort the rows first.\n", like=_OLD_WORKAROUND),
    quiet=(
        *drafts("The export is fixed.\n", like=_CLOSED),
        *drafts("The export is not fixed yet.\n", "Your invoice was sent.\n", like=_OPEN_ISSUE),
        *drafts("The export is fixed.\n"),
        Example("Your coupon is fixed.\n", mail="My coupon fails.", circumstances={"known_issues": [_ISSUE]}),
    ),
)
