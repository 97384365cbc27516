"""contradicts-known-issue: the reply says more than the known issue does."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from composer.lint.context import IssueBrief
from composer.lint.finding import Reading, Severity
from composer.lint.inserted_passages import places_of
from composer.lint.reply import Reply
from composer.lint.reply_text import (
    OwnSentence,
    PlacedTime,
    customers_words,
    own_times,
    sentences_with,
    stems,
    today_of,
)
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
_MENDS = re.compile(r"\b(?:fix\w*|resol\w+|solv\w+|releas\w+|repair\w*|gone|works?)\b", re.IGNORECASE)
_SURE = re.compile(
    r"\b(?:definitely|guarantee\w*|certainly|surely|for sure|without fail|no doubt|without (?:a )?doubt|100 ?%|promise you|you have my word|"
    r"count on (?:it|that)|rely on (?:it|that)|rest assured|at the latest|garantier\w+|sicher|definitiv|auf jeden fall|versprochen|"
    r"garantiz\w+|seguro|sin falta|garanti\w*|sans faute)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:expect\w*|plan\w*|aim\w*|hop(?:e|es|ing)|should|could|may|might|probably|likely|estimat\w+|about|around|roughly|try\w*|"
    r"as things stand|if all goes|provisional\w*|target\w*|voraussichtlich|wahrscheinlich|geplant|wohl|probablemente|previst[oa]|esperamos|"
    r"probablement|prévu\w*|espérons)\b",
    re.IGNORECASE,
)
# Says that an issue is still there, or sends round it.
_AROUND = re.compile(
    r"\b(?:work[- ]?arounds?|work around (?:it|this|that)|umgehung\w*|solución temporal|solution de contournement)\b",
    re.IGNORECASE,
)
_STILL_THERE = re.compile(
    r"\b(?:until (?:it|this|that|the \w+) (?:is|has been|gets) (?:fixed|resolved|solved|repaired)|(?:is|are) (?:still broken|not (?:yet )?(?:fixed|resolved|solved|repaired))|"
    r"(?:are|is|['’]re|am|['’]m) still (?:working on|investigating|looking for))\b",
    re.IGNORECASE,
)
_OPEN = frozenset({"investigating", "identified", "monitoring", "open", "in progress", "new", "acknowledged"})
_LONGEST_SHOWN = 120
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def _check(reply: Reply) -> Iterator[Hit]:
    about = stems(customers_words(reply))
    for issue in reply.context.known_issues:
        asked = _concerns(issue, about)
        if issue.status.lower() in _OPEN:
            yield from _said_fixed(reply, issue, asked=asked)
            yield from _dated_otherwise(reply, issue, asked=asked)
            yield from _another_workaround(reply, issue, asked=asked)
        else:
            yield from _said_open(reply, issue, asked=asked)
    for one, placed in places_of(reply, "known-issue"):
        words = placed.passage.text.rstrip()
        message = f"The known issue “{one.title}” {one.fault}: its workaround may be another by now."
        yield Hit(placed.start, placed.start + len(words), message)


def _said_fixed(reply: Reply, issue: IssueBrief, *, asked: bool) -> Iterator[Hit]:
    for sentence, match in sentences_with(reply, _FIXED):
        if _NOT_FIXED.search(sentence.text) or not (asked or _is_about(issue, sentence)):
            continue
        if _names_a_day_to_come(reply, sentence):
            continue
        message = f"You write “{match.group()}”, but the known issue “{issue.title}” is still open ({issue.status})."
        yield Hit(sentence.start + match.start(), sentence.start + match.end(), message)


def _names_a_day_to_come(reply: Reply, sentence: OwnSentence) -> bool:
    """Tell whether a sentence says when (*is fixed on 20 March*), and not that it is done."""
    today = today_of(reply)
    times = (one for one in own_times(reply) if sentence.start <= one.start < sentence.end)
    ends = (one.time.end_instant for one in times)
    return today is not None and any(end is not None and end.date() > today for end in ends)


def _dated_otherwise(reply: Reply, issue: IssueBrief, *, asked: bool) -> Iterator[Hit]:
    """Find a promise of a fix for a day before the issue's own, or surer of the day than the issue is."""
    eta = _day(issue.eta)
    for one in own_times(reply):
        end = one.time.end_instant
        if end is None or not _MENDS.search(one.sentence):
            continue
        if one.promise is None and not _SURE.search(one.sentence):
            continue
        if not (asked or _concerns(issue, stems(one.sentence))):
            continue
        if eta is None:
            message = f"The known issue “{issue.title}” names no date for a fix: do not promise one."
            yield Hit(one.start, one.end, message)
        elif end.date() < eta:
            message = f"“{one.time.text}” is earlier than the known issue says ({_written(eta)})."
            yield Hit(one.start, one.end, message)
        else:
            yield from _too_sure(one, issue, _written(eta))


def _too_sure(one: PlacedTime, issue: IssueBrief, eta: str) -> Iterator[Hit]:
    """Find what makes a certainty of an estimate: a word that swears to it, or none that leaves it open."""
    sure = _SURE.search(one.sentence)
    said = f"{issue.eta_confidence.lower()} confidence" if issue.eta_confidence else "an estimate"
    if sure is not None and issue.eta_confidence.lower() != "high":
        message = f"“{sure.group()}” is surer than the known issue, whose date ({eta}) is {_of(said)}."
        yield Hit(one.start, one.end, message)
    elif issue.eta_confidence.lower() == "low" and not _UNSURE.search(one.sentence):
        message = f"The known issue's date ({eta}) is of low confidence: say that you expect it, and do not promise it."
        yield Hit(one.start, one.end, message, severity=Severity.HINT)


def _of(said: str) -> str:
    return said if said.startswith("an ") else f"of {said}"


def _another_workaround(reply: Reply, issue: IssueBrief, *, asked: bool) -> Iterator[Hit]:
    """Find a way round an issue that has nothing of the one its record names."""
    ours = stems(issue.workaround)
    for sentence, match in sentences_with(reply, _AROUND) if ours else ():
        near = stems(sentence.placed.passage.words)
        if (asked or _is_about(issue, sentence)) and len(ours & near) < min(2, len(ours)):
            said = " ".join(issue.workaround.split())
            message = f"The known issue “{issue.title}” has another workaround: “{_shortened(said)}”"
            yield Hit(sentence.start + match.start(), sentence.start + match.end(), message)


def _said_open(reply: Reply, issue: IssueBrief, *, asked: bool) -> Iterator[Hit]:
    """Find what is said as if a resolved issue were still open: its workaround is out of date with it."""
    for pattern in (_AROUND, _STILL_THERE):
        for sentence, match in sentences_with(reply, pattern):
            if asked or _is_about(issue, sentence):
                message = (
                    f"You write “{match.group()}”, but the known issue “{issue.title}” is resolved by now."
                )
                yield Hit(sentence.start + match.start(), sentence.start + match.end(), message)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1].rstrip() + "…"


def _written(day: date) -> str:
    return f"{day.day} {month_name(day.month)}"


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
_STOPS = Example("", mail="The export stops at row 500.")
_CLOSED = replace(_STOPS, circumstances={"known_issues": [{**_ISSUE, "status": "resolved"}]})
_DOUBTFUL = replace(_STOPS, circumstances={"known_issues": [{**_ISSUE, "eta_confidence": "low"}]})
_WAY_ROUND = replace(
    _STOPS, circumstances={"known_issues": [{**_ISSUE, "workaround": "Split the file into two halves."}]}
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
    finds=(
        "Where the mail or the sentence is about a known issue of the library: “fixed” while it is open, an"
        " earlier day than its own or one where it names none, a certainty that its date does not have, "
        "another workaround than the one it names, and talk of an open issue when it is resolved."
    ),
    why="The customer hears one truth from the team, and plans with the date that will hold.",
    reads=WholeReply(_check),
    bad=drafts(
        "The export «is fixed».\n",
        "We will fix the export by «6 March».\n",
        "«We've solved» the export of row 500.\n",
        like=_OPEN_ISSUE,
    )
    + drafts("«Until then, split the file into two and export each half.»\n", like=_OLD_WORKAROUND)
    + drafts("We guarantee that it is fixed by «20 March».\n", like=_OPEN_ISSUE)
    + drafts("We will fix the export by «20 March».\n", like=_DOUBTFUL)
    + drafts("As a «workaround», turn the antivirus off.\n", like=_WAY_ROUND)
    + drafts("Until then, split the file: that is the «workaround».\n", like=_CLOSED),
    good=drafts(
        "We know the cause of the stop at row 500.\n",
        "We will fix the export by 20 March.\n",
        "We know why the export stops at row 500.\n",
        like=_OPEN_ISSUE,
    )
    + drafts("Until then, sort the rows first.\n", like=_OLD_WORKAROUND)
    + drafts("We expect to fix it by 20 March.\n", like=_OPEN_ISSUE)
    + drafts("We expect to fix the export by 20 March.\n", like=_DOUBTFUL)
    + drafts("As a workaround, split the file into two halves.\n", like=_WAY_ROUND)
    + drafts("The export is fixed: install 2.11.\n", like=_CLOSED),
    quiet=(
        *drafts("The export is fixed.\n", like=_CLOSED),
        *drafts("We think the export is fixed on 20 March.\n", like=_OPEN_ISSUE),
        *drafts("The export is not fixed yet.\n", "Your invoice was sent.\n", like=_OPEN_ISSUE),
        *drafts("The export is fixed.\n"),
        Example("Your coupon is fixed.\n", mail="My coupon fails.", circumstances={"known_issues": [_ISSUE]}),
    ),
)
