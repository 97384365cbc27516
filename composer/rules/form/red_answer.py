"""red-answer: words of the agent in a colour that readers call red."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

from collections.abc import Iterator

from composer.lint.colours_in_draft import ColouredWords, coloured_words
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.mail.colours import is_red


def _check(reply: Reply) -> Iterator[Hit]:
    for one in coloured_words(reply.draft):
        if is_red(one.colour) and is_own(reply, one.start, one.end):
            yield _hit(reply, one)


def _hit(reply: Reply, one: ColouredWords) -> Hit:
    which = "" if one.written.lower() == "red" else f" ({one.written})"
    message = f"These words are red{which}, which reads as an error or a reproach."
    if one.has_tags:
        return Hit(one.outer_start, one.outer_end, message, (reply.draft.text[one.start : one.end],))
    return Hit(one.start, one.end, message)


RULE = Rule(
    id="red-answer",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="An answer in red",
    finds=(
        "Your own words in a colour whose hue a reader calls red (325° to 17° on the colour circle, neither"
        " grey nor nearly black or white), however it is written: by name, number or style, set here or "
        "inherited."
    ),
    why="Red looks like an error or a teacher's mark; any other colour shows the answer without the reproach.",
    reads=WholeReply(_check),
    bad=(
        Example('> Does it ship?\n\n«<span style="color:red">Yes, on Friday.</span>»\n'),
        Example('> Why?\n\n«<font color="#cc0000">The key is out of date.</font>»\n'),
        Example('> Why?\n\n«<span style="color: crimson">The key is out of date.</span>»\n'),
        Example('> Why?\n\n«<span style="color: HotPink">The key is out of date.</span>»\n'),
        Example(
            '> Why?\n\n«<span style="font-weight:bold; color: hsl(0, 90%, 45%)">The key is old.</span>»\n'
        ),
    ),
    good=(
        Example("> Does it ship?\n\nYes, on Friday.\n"),
        Example("> Why?\n\nThe key is out of date.\n"),
        Example("> Why?\n\nThe key is out of date.\n"),
        Example("> Why?\n\nThe key is out of date.\n"),
        Example("> Why?\n\nThe key is old.\n"),
    ),
    quiet=(
        Example('> Does it ship?\n\n<span style="color:#186DEC">Yes, on Friday.</span>\n'),
        Example('> <span style="color:red">Does it ship?</span>\n\nYes, on Friday.\n'),
        Example("Choose the red button.\n"),
        Example('<span style="background-color:red">Stop</span> is the label of the button.\n'),
        Example('<span style="color:brown-ish">It is fine.</span>\n'),
        Example('<span style="color:#A16717">It is fine.</span>\n'),
    ),
)
