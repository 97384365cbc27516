"""answer-type-mismatch: asked when, told something else; asked how many, told no number."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply, moment_of
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.questions.answer_state import QuestionState, State
from composer.questions.question import AnswerType
from composer.when.eta import find_times

_SOME_TIME = re.compile(
    r"\b(?:already|yesterday|today|now|never|always|immediately|instantly|at once|automatically|once|after|before|when|whenever|"
    r"as soon as|until|since|ago|every|daily|weekly|monthly|hour|day|week|month|year|no date|not know|don['’]t know|cannot say|"
    r"can['’]t say|not sure|first thing|end of|done|shipped|arrived|sent|\d)\b|\d",
    re.IGNORECASE,
)
_SOME_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|none|no|zero|any|all|both|"
    r"unlimited|free|half|double|single|several|many|few|every|as many|as much|no limit|nothing|not know|don['’]t know|not sure|"
    r"list|table|attached|here|prices?|pricing|page)\b|[€$£]",
    re.IGNORECASE,
)
_SAYS_WHY_NOT = re.compile(
    r"\?|\b(?:let you know|get back|find out|check|ask|not|n['’]t|see|link|guide|depends?)\b|https?:",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    for state in reply.states:
        if state.state is not State.ANSWERED or state.answer is None:
            continue
        if is_own(reply, state.answer.start, state.answer.end):
            hit = _mismatch(reply, state)
            if hit is not None:
                yield hit


def _mismatch(reply: Reply, state: QuestionState) -> Hit | None:
    assert state.answer is not None
    words, kind = state.answer.text, state.question.answer_type
    if len(words.split()) > 60 or _SAYS_WHY_NOT.search(words):
        return None
    if kind is AnswerType.WHEN:
        times = find_times(words, now=moment_of(reply.context), language=reply.language)
        missing = "" if times or _SOME_TIME.search(words) else "asks when, and this names no time"
    elif kind is AnswerType.HOW_MANY:
        missing = "" if _SOME_NUMBER.search(words) else "asks how much or how many, and this names no number"
    else:
        return None
    if not missing:
        return None
    start = state.answer.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Hit(start, end, f"Question {state.question.number} {missing}.", question=state.question.id)


def _asked(answer: str, question: str = "When will it ship?", kind: str = "when") -> Example:
    text = answer.replace("«", "").replace("»", "")
    return Example(
        f"> {question}\n\n{answer}\n", mail=question, questions=((question, kind, "answered", text),)
    )


_HOW_MANY = ("How many seats are in the plan?", "how-many")

RULE = Rule(
    id="answer-type-mismatch",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="The answer is to another question",
    why="Who asks when gets a when, and need not ask a second time.",
    reads=WholeReply(_check),
    bad=(_asked("«The parcel is packed with care.»"), _asked("«The plan grows with your team.»", *_HOW_MANY)),
    good=(_asked("It ships on 6 March."), _asked("The plan has 50 seats.", *_HOW_MANY)),
    quiet=(
        _asked("It shipped yesterday."),
        _asked("As soon as the payment is in."),
        _asked("I do not know yet."),
        _asked("As many as you like, there is no limit.", *_HOW_MANY),
        _asked("Yes, it is packed with care.", "Is it packed?", "yes-no"),
    ),
)
