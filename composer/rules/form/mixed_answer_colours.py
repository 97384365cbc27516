"""mixed-answer-colours: answers of one reply stand in more than one colour."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

from collections.abc import Iterator

from composer.lint.colours_in_draft import ColouredWords, coloured_words
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.mail.colours import alike, is_red

# A coloured word or two is emphasis; an answer is a stretch.
_LEAST_WORDS = 2


def _check(reply: Reply) -> Iterator[Hit]:
    answers = [one for one in coloured_words(reply.draft) if _is_answer(reply, one)]
    if not answers:
        return
    first = answers[0]
    for one in answers[1:]:
        if not alike(one.colour, first.colour):
            yield _hit(reply, one, first)


def _is_answer(reply: Reply, one: ColouredWords) -> bool:
    words = reply.draft.text[one.start : one.end].split()
    return len(words) >= _LEAST_WORDS and is_own(reply, one.start, one.end)


def _hit(reply: Reply, one: ColouredWords, first: ColouredWords) -> Hit:
    message = (
        f"This answer is {one.written}, the first one is {first.written}: use one colour for all answers."
    )
    if not one.has_tags:
        return Hit(one.start, one.end, message)
    text = reply.draft.text
    if is_red(first.colour):
        return Hit(one.outer_start, one.outer_end, message, (text[one.start : one.end],))
    opening = text[one.outer_start : one.start].replace(one.written, first.written)
    return Hit(one.outer_start, one.outer_end, message, (opening + text[one.start : one.outer_end],))


_FIRST = '> Does it ship?\n\n<span style="color:#186DEC">Yes, on Friday.</span>\n\n> Where from?\n\n'

RULE = Rule(
    id="mixed-answer-colours",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Answers in different colours",
    finds="An answer of two words or more whose colour is plainly another than the first answer's.",
    why="One colour means “our answer” all through the mail; a second one makes the customer wonder who wrote it.",
    reads=WholeReply(_check),
    bad=(
        Example(_FIRST + '«<span style="color:#218341">From our store in Ghent.</span>»\n'),
        Example(_FIRST + '«<font color="purple">From our store in Ghent.</font>»\n'),
    ),
    good=(
        Example(_FIRST + '<span style="color:#186DEC">From our store in Ghent.</span>\n'),
        Example(_FIRST + '<font color="#186DEC">From our store in Ghent.</font>\n'),
    ),
    quiet=(
        Example(_FIRST + '<span style="color: rgb(24, 109, 236)">From our store in Ghent.</span>\n'),
        Example(_FIRST + "From our store in Ghent.\n"),
        Example(_FIRST + 'From our store, marked <span style="color:green">Ghent</span> on the map.\n'),
        Example(
            '> <span style="color:green">Where is it from?</span>\n\n<span style="color:blue">From Ghent.</span>\n'
        ),
    ),
)
