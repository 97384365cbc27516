"""low-contrast-answer: an answer whose colour is hard to read on white or in a dark window."""

from collections.abc import Iterator

from composer.lint.colours_in_draft import ColouredWords, coloured_words
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.mail.colours import WHITE, Rgb, contrast, is_grey, is_red

# WCAG 2.2 asks for 4.5:1; on a dark mail window no colour can have that too, so 3:1 there (LOOK).
ON_WHITE, ON_DARK = 4.5, 3.0
DARK_WINDOW = Rgb(0x1F, 0x1F, 0x1F)


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
    """Say what is wrong; dark windows weigh less, since many mail programs adapt colours there."""
    if is_red(one.colour):
        return "", Severity.HINT  # red-answer has said what to do
    white, dark = contrast(one.colour, WHITE), contrast(one.colour, DARK_WINDOW)
    if white < ON_WHITE:
        return f"only {white:.1f}:1 contrast on white, where {ON_WHITE}:1 is needed", Severity.WARNING
    if dark < ON_DARK and not is_grey(one.colour):  # mail programs turn black and greys round
        return (
            f"only {dark:.1f}:1 contrast in a dark mail window, where {ON_DARK:.0f}:1 is needed",
            Severity.HINT,
        )
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
