"""answer-far-from-question: a question is quoted, and its answer stands somewhere else."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.draft import BlockKind, unquoted
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.questions.answer_state import QuestionState, State


def _check(reply: Reply) -> Iterator[Hit]:
    for state in reply.states:
        if state.state is not State.ANSWERED or state.answer is None:
            continue
        if not is_own(reply, state.answer.start, state.answer.end):
            continue
        place = _place_below_quote(reply, state)
        if place is not None and not place[0] <= state.answer.start < place[1]:
            start = state.answer.start
            end = start + len(state.answer.text.split("\n")[0].rstrip()) or state.answer.end
            message = f"This answers question {state.question.number}, which is quoted elsewhere: move it below the quote."
            yield Hit(start, end, message, question=state.question.id)


def _place_below_quote(reply: Reply, state: QuestionState) -> tuple[int, int] | None:
    """Return where own words stand below the quote of a question, None when it is not quoted once."""
    wanted = _plain(state.question.text)
    blocks = reply.draft.blocks
    quotes = [
        n for n, block in enumerate(blocks) if block.kind is BlockKind.QUOTE and wanted in _quoted(block.text)
    ]
    if len(quotes) != 1 or len(wanted) < 8:
        return None
    below = quotes[0] + 1
    if below >= len(blocks) or not blocks[below].text.strip():
        return (blocks[quotes[0]].end, blocks[quotes[0]].end)
    return (blocks[below].start, blocks[below].end)


def _quoted(text: str) -> str:
    return _plain(" ".join(unquoted(line) for line in text.split("\n")))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_TWO = "Does it ship to Norway? What does it cost?"
_FIRST = ("Does it ship to Norway?", "yes-no", "answered", "Yes, it ships to Norway.")
_SECOND = ("What does it cost?", "what", "answered", "It costs 40 euros.")
_ASKED = Example("", mail=_TWO, questions=(_FIRST, _SECOND))
_GOOD = (
    "> Does it ship to Norway?\n\nYes, it ships to Norway.\n\n> What does it cost?\n\nIt costs 40 euros.\n"
)

RULE = Rule(
    id="answer-far-from-question",
    reading=Reading.QUESTIONS,
    severity=Severity.HINT,
    title="An answer far from its question",
    why="The customer reads question and answer together, without looking for the pair.",
    reads=WholeReply(_check),
    bad=(
        _ASKED.saying("> Does it ship to Norway?\n\nSee below.\n\n> What does it cost?\n\nIt costs 40 euros. «Yes, it ships to Norway.»\n"),
        _ASKED.saying("> Does it ship to Norway?\n\nYes, it ships to Norway. «It costs 40 euros.»\n\n> What does it cost?\n\nSee above.\n"),
    ),
    good=(_ASKED.saying(_GOOD), _ASKED.saying(_GOOD)),
    quiet=(
        _ASKED.saying("Yes, it ships to Norway. It costs 40 euros.\n"),
        _ASKED.saying("> Does it ship to Norway? What does it cost?\n\nYes, it ships to Norway. It costs 40 euros.\n"),
    ),
)  # fmt: skip
