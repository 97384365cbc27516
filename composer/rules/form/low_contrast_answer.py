"""low-contrast-answer: an answer whose colour is hard to read on white or in a dark window."""

from collections.abc import Iterator

from composer.draft_colours import DARK_WINDOW, READABLE, READABLE_IN_THE_DARK
from composer.lint.colours_in_draft import ColouredWords, coloured_words
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.mail.colours import WHITE, contrast, is_grey, is_red


def _check(reply: Reply) -> Iterator[Hit]:
    for one in coloured_words(reply.draft, greys=True):
        fault, severity = _fault(one)
        if fault and is_own(reply, one.start, one.end):
            text = reply.draft.text[one.start : one.end]
            start, end = (one.outer_start, one.outer_end) if one.has_tags else (one.start, one.end)
            yield Hit(
                start,
                end,
                f"The colour {one.written} has {fault}.",
                (text,) if one.has_tags else (),
                severity=severity,
            )


def _fault(one: ColouredWords) -> tuple[str, Severity]:
    """Say what is wrong; dark windows weigh less, since many mail programs adapt colours there.

    Words that bring their background are read on it, by day and by night; mail programs turn black and
    greys round, unless the draft says itself what they are in the dark.
    """
    if is_red(one.colour):
        return "", Severity.HINT  # red-answer has said what to do
    white = contrast(one.colour, one.ground or WHITE)
    dark = contrast(one.dark or one.colour, DARK_WINDOW)
    if white < READABLE:
        where = "its background" if one.ground else "white"
        return f"only {white:.1f}:1 contrast on {where}, where {READABLE}:1 is needed", Severity.WARNING
    if dark < READABLE_IN_THE_DARK and not one.ground and (one.dark or not is_grey(one.colour)):
        told = (
            f"only {dark:.1f}:1 contrast in a dark mail window, where {READABLE_IN_THE_DARK:.0f}:1 is needed"
        )
        return told, Severity.HINT
    return "", Severity.HINT


RULE = Rule(
    id="low-contrast-answer",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="An answer that is hard to read",
    finds=(
        "A colour with a contrast below 4.5:1 on white, or below 3:1 in a dark mail window (a hint: many "
        "mail programs adapt colours there, and all adapt black and greys). The seven colours that Thrice "
        "offers pass both."
    ),
    why="The answer can be read on a bright screen, on a dark one, and with tired eyes.",
    reads=WholeReply(_check),
    bad=(
        Example('> Why?\n\n«<span style="color:yellow">The key is old.</span>»\n'),
        Example('> Why?\n\n«<font color="#d9d9d9">The key is old.</font>»\n'),
        Example('> Why?\n\n«<font color="#000080">The key is old.</font>»\n'),
    ),
    good=(
        Example("> Why?\n\nThe key is old.\n"),
        Example("> Why?\n\nThe key is old.\n"),
        Example("> Why?\n\nThe key is old.\n"),
    ),
    quiet=(
        Example('> Why?\n\n<span style="color:#186DEC">The key is old.</span>\n'),
        Example('> <span style="color:yellow">Why?</span>\n\nThe key is old.\n'),
        Example('<span style="color:black">The key is old.</span>\n'),
    ),
)
