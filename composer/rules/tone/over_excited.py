"""over_excited: more exclamation marks than reasons."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.cue import Cue
from composer.lint.finding import Reading, Severity
from composer.lint.own_words import PassageKind
from composer.lint.reply import Reply
from composer.lint.rule import Hit, Rule, WholeReply, drafts

_ROW = re.compile(r"(?:\?(?: ?\?){0,200} ?!|! ?[!?])(?: ?[!?]){0,2000}")
_SINGLE = re.compile(r"(?<![!?\w])(?<=\w)!(?![!?=\[(])|(?<=\w)!(?![!?=\[(])")
_CHEERING = re.compile(
    r"\b(?:awesome|amazing|super excited|so excited|fantastic|absolutely love|thrilled|woo-?hoo|yay|yippee|hooray|hurrah|wow|hip hip|hurra|juhu+|yippie|wahnsinn|großartig|fantastisch|genial|estupendo|fantástico|maravilloso|yupi|génial|formidable|youpi|hourra|magnifique)\b!?",
    re.IGNORECASE,
)
_CHEERS = Cue(
    "awesome|amazing|excited|fantastic|absolutely love|thrilled|woo|yay|yippee|hooray|hurra|wow|hip hip|juhu|yippie|wahnsinn|großartig|"
    "fantastisch|genial|estupendo|fantástico|maravilloso|yupi|génial|formidable|youpi|hourra|magnifique"
)
_MOST = 2


def _check(reply: Reply) -> Iterator[Hit]:
    seen = 0
    for placed in reply.passages:
        if placed.passage.kind in (PassageKind.GREETING, PassageKind.CLOSING):
            continue
        cheers = placed.passage.cued(_CHEERS)
        for match in placed.passage.found(_CHEERING) if cheers else ():
            if match.group().endswith("!"):
                message = f"“{match.group()}” cheers more than the matter deserves."
                yield Hit(placed.start + match.start(), placed.start + match.end(), message)
        rows, singles = placed.passage.found(_ROW), placed.passage.found(_SINGLE)
        for match in sorted((*rows, *singles), key=lambda one: one.start()):
            asks = "?" in match.group()
            seen += not asks
            start, end = placed.start + match.start(), placed.start + match.end()
            if len(match.group()) > 1:
                # A row counts as the one mark that is left of it, which may be one too many, too.
                yield Hit(start, end, "One mark says it.", ("?" if asks else "." if seen > _MOST else "!",))
            elif seen > _MOST:
                yield Hit(start, end, f"This is exclamation mark {seen}: a full stop will do.", (".",))


RULE = Rule(
    id="over-excited",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Too many exclamation marks",
    finds=(
        "Exclamation marks in a row, the third one and each further of a reply, and cheers like “Yay!”. "
        "Greeting and closing are not counted."
    ),
    why="Someone with a problem wants calm; cheering sounds as if it were not taken seriously.",
    reads=WholeReply(_check),
    about_wording=True,
    bad=drafts(
        "It works now«!!!»\n",
        "It works. The key is new! So is the guide! And the shop«!»\n",
        "How did that happen«?!»\n",
        "It works! The key is new! So is the guide«!!»\n",
    ),
    good=drafts(
        "It works now!\n",
        "It works. The key is new! So is the guide! And the shop.\n",
        "How did that happen?\n",
        "It works! The key is new! So is the guide.\n",
    ),
    quiet=drafts(
        "It works now!\n",
        "Hi John!\n\nThe key is new!\n",
        "Use `a != b` and `!!x` in the rule.\n",
        "> Why!!!\n\nBecause the key was old.\n",
    ),
)
