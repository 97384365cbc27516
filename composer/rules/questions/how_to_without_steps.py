"""how-to-without-steps: asked how, told that it is possible."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.questions.answer_state import State
from composer.questions.question import AnswerType

_STEPS = re.compile(
    r"(?:^|[\n.;:,>]|\b(?:and|then|please|first|to|just|can|by|you|next|simply|should|must)\b)\W{0,4}\d{0,2}[.)]? ?"
    r"(?:click\w*|tap|open\w*|go(?:ing)?|choos\w+|select\w*|enter\w*|press\w*|typ(?:e|ing)|install\w*|run\w*|set\w*|tick\w*|untick|check\w*|"
    r"uncheck|enabl\w+|disabl\w+|turn\w*|switch\w*|add\w*|remov\w+|delet\w+|copy|copying|past(?:e|ing)|drag\w*|download\w*|upload\w*|"
    r"log|sign|scroll\w*|creat\w+|renam\w+|replac\w+|updat\w+|restart\w*|sav(?:e|ing)|cop\w+|mov(?:e|ing)|put\w*|writ\w+|send\w*|us(?:e|ing)|"
    r"chang\w+|edit\w*|reply|call|ask|visit|fill\w*|hold|connect\w*|export\w*|import\w*|activat\w+|deactivat\w+|clear\w*|follow\w*|hover|pick)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"https?:|\]\(|[>›→]|`|\battached\b|\bguide\b|\barticle\b|\bsteps?\b|\bnot\b|n['’]t\b|\?|^\s*(?:[-*]|\d+[.)])\s",
    re.IGNORECASE | re.MULTILINE,
)
_LONG = 45


def _check(reply: Reply) -> Iterator[Hit]:
    for state in reply.states:
        if (
            state.state is not State.ANSWERED
            or state.question.answer_type is not AnswerType.HOW_TO
            or state.answer is None
        ):
            continue
        words = state.answer.text
        if (
            not is_own(reply, state.answer.start, state.answer.end)
            or len(words.split()) > _LONG
            or _STEPS.search(words)
            or _POINTS.search(words)
        ):
            continue
        start = state.answer.start + len(words) - len(words.lstrip())
        message = (
            f"Question {state.question.number} asks how: name the steps, or link the guide that has them."
        )
        yield Hit(start, start + len(words.strip()), message, question=state.question.id)


def _asked(answer: str, kind: str = "how-to") -> Example:
    question = "How can I change the address?"
    text = answer.replace("«", "").replace("»", "")
    return Example(
        f"> {question}\n\n{answer}\n", mail=question, questions=((question, kind, "answered", text),)
    )


RULE = Rule(
    id="how-to-without-steps",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="Asked how, and no steps",
    why="The customer can do it with the mail beside the screen, without a second question.",
    reads=WholeReply(_check),
    bad=(
        _asked("«Yes, that is possible in your account.»"),
        _asked("«The address is part of the settings.»"),
    ),
    good=(
        _asked("Open **Account > Address** and save the new one."),
        _asked("1. Open the settings.\n2. Enter the address."),
    ),
    quiet=(
        _asked("See [the guide](https://example.com/address)."),
        _asked("You can do this by sending me the new one."),
        _asked("That is not possible after the order has shipped."),
        _asked("Yes, that is possible in your account.", "yes-no"),
    ),
)
