"""What each line of a draft is to its reader: before any quote, a quote, an inline answer, the closing."""

from enum import IntEnum

from composer.draft import Draft, is_quote_line
from composer.mail.reply_body import PassageKind, passages_of


class LineInk(IntEnum):
    """The ink of a line."""

    WORDS = 0
    QUOTE = 1
    ANSWER = 2


def line_inks(text: str, agent: str = "") -> list[LineInk]:
    """Return the ink of every line, as the finished mail of this agent will have it."""
    answers = [
        (passage.start, passage.start + len(passage.text))
        for passage in passages_of(Draft(text), agent=agent)
        if passage.kind is PassageKind.ANSWER
    ]
    inks: list[LineInk] = []
    offset = 0
    for line in text.split("\n"):
        if is_quote_line(line):
            inks.append(LineInk.QUOTE)
        else:
            while answers and answers[0][1] <= offset:
                answers.pop(0)
            inks.append(LineInk.ANSWER if answers and answers[0][0] <= offset else LineInk.WORDS)
        offset += len(line) + 1
    return inks
