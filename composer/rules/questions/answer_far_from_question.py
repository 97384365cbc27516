"""answer-far-from-question: a question is quoted, and its answer stands somewhere else."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.draft import BlockKind, unquoted
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.own_words import PassageKind
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.questions.answer_state import QuestionState, State

_LEAST_IN_A_ROW = 3


def _check(reply: Reply) -> Iterator[Hit]:
    if _quotes_whole_mail(reply):
        return
    yield from _all_at_the_bottom(reply)
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


def _quotes_whole_mail(reply: Reply) -> bool:
    """Tell whether the mail stands in one piece above or below the reply, from its first line to its name."""
    lines = [line.text for line in reply.mail.lines if line.text.strip()] if reply.mail is not None else []
    first, last = (_plain(lines[0]), _plain(lines[-1])) if lines else ("", "")
    asked = " ".join(_plain(state.question.text) for state in reply.states)
    if not first or last in asked:
        return False
    quotes = (block.text for block in reply.draft.blocks if block.kind is BlockKind.QUOTE)
    return any(
        _plain(_quoted(text)).startswith(first) and _plain(_quoted(text)).endswith(last) for text in quotes
    )


def _all_at_the_bottom(reply: Reply) -> Iterator[Hit]:
    """Yield where three questions or more are quoted in a row, and one paragraph below answers them all."""
    blocks = reply.draft.blocks
    for number, block in enumerate(blocks[:-1]):
        if block.kind is not BlockKind.QUOTE:
            continue
        quoted = _quoted(block.text)
        asked = [
            s for s in reply.states if len(_plain(s.question.text)) >= 8 and _plain(s.question.text) in quoted
        ]
        below = blocks[number + 1]
        texts = [
            placed
            for placed in reply.passages
            if below.start <= placed.start < below.end
            and placed.passage.kind in (PassageKind.TEXT, PassageKind.ITEM)
        ]
        if len(asked) < _LEAST_IN_A_ROW or not texts or len(texts) >= len(asked):
            continue
        first = texts[0]
        if first.passage.kind is PassageKind.TEXT and len(first.passage.sentences) >= _LEAST_IN_A_ROW:
            message = (
                f"These answers stand below {len(asked)} questions in a row: put each below its own question."
            )
            yield Hit(first.start, first.end, message)


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
_THREE = Example(
    "",
    mail="Does it ship to Norway? What does it cost? Is it blue?",
    questions=(_FIRST, _SECOND, ("Is it blue?", "yes-no", "answered", "It is blue.")),
)
_ROW = "> Does it ship to Norway?\n> What does it cost?\n> Is it blue?\n\n"
_GOOD = (
    "> Does it ship to Norway?\n\nYes, it ships to Norway.\n\n> What does it cost?\n\nIt costs 40 euros.\n"
)

RULE = Rule(
    id="answer-far-from-question",
    reading=Reading.QUESTIONS,
    severity=Severity.HINT,
    title="An answer far from its question",
    finds=(
        "An answer that stands below another quote than its question, and three or more questions quoted in"
        " a row with all answers below. A reply above or below the whole mail is left alone."
    ),
    why="The customer reads question and answer together, without looking for the pair.",
    reads=WholeReply(_check),
    bad=(
        _ASKED.saying("> Does it ship to Norway?\n\nSee below.\n\n> What does it cost?\n\nIt costs 40 euros. «Yes, it ships to Norway.»\n"),
        _ASKED.saying("> Does it ship to Norway?\n\nYes, it ships to Norway. «It costs 40 euros.»\n\n> What does it cost?\n\nSee above.\n"),
        _THREE.saying(_ROW + "«It is blue. It costs 40 euros. Yes, it ships to Norway.»\n"),
    ),
    good=(
        _ASKED.saying(_GOOD),
        _ASKED.saying(_GOOD),
        _THREE.saying(_GOOD + "\n> Is it blue?\n\nIt is blue.\n"),
    ),
    quiet=(
        _ASKED.saying("Yes, it ships to Norway. It costs 40 euros.\n"),
        Example(
            "Yes, it ships to Norway. It costs 40 euros.\n\n> Hi,\n> Does it ship to Norway? What does it cost?\n> John\n",
            mail="Hi,\nDoes it ship to Norway? What does it cost?\nJohn",
            questions=(_FIRST, _SECOND),
        ),
        _THREE.saying(_ROW + "1. Yes, it ships to Norway.\n2. It costs 40 euros.\n3. It is blue.\n"),
        _THREE.saying(_ROW + "Yes, it ships to Norway.\n\nIt costs 40 euros.\n\nIt is blue.\n"),
        _ASKED.saying("> Does it ship to Norway? What does it cost?\n\nYes, it ships to Norway. It costs 40 euros.\n"),
    ),
)  # fmt: skip
