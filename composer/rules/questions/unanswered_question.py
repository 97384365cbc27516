"""unanswered-question: something that the customer asked has no answer in the reply."""

from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply

_MOST_SHOWN = 120


def _check(reply: Reply) -> Iterator[Hit]:
    for state in reply.open_states:
        question = state.question
        asked, thin = _shown(question.text), state.perhaps
        yield Hit(
            None,
            None,
            f"Question {question.number} may still be open: “{asked}” Does “{_shown(thin.text)}” answer it?"
            if thin
            else f"Question {question.number} has no answer yet: “{asked}”",
            about=question.text,
            question=question.id,
            severity=Severity.WARNING if thin else None,
        )


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_SHOWN else words[: _MOST_SHOWN - 1].rstrip() + "…"


_MAIL = "Hi,\n\nWhen will my order ship? Can I still change the address?\n\nJohn"
_ASKED = (
    ("When will my order ship?", "when", "answered"),
    ("Can I still change the address?", "yes-no", "unanswered"),
)
_ALL_ANSWERED = (
    ("When will my order ship?", "when", "answered"),
    ("Can I still change the address?", "yes-no", "answered"),
)
_MAYBE = (
    ("When will my order ship?", "when", "answered"),
    ("Can I still change the address?", "yes-no", "unanswered", "We pack with care."),
)
_REQUEST = "Please send me the invoice for March."

RULE = Rule(
    id="unanswered-question",
    reading=Reading.QUESTIONS,
    severity=Severity.STOP,
    title="A question of the customer has no answer",
    finds=(
        "Each question or request of the mail that the reply neither answers, nor promises with a day, nor "
        "asks back about. Where the answer is not certain, it is a warning that names the sentence in "
        "doubt. You may also mark a question as answered or set it aside in the mail's margin."
    ),
    why="The customer gets everything they asked for in one reply and need not write again.",
    reads=WholeReply(_check),
    bad=(
        Example("«»Hi John,\n\nYour order ships on 6 March.\n", mail=_MAIL, questions=_ASKED),
        Example(
            "«»Hi John,\n\nYour order ships on 6 March. We pack with care.\n", mail=_MAIL, questions=_MAYBE
        ),
        Example(
            "«»Hi John,\n\nHere it is.\n", mail=_REQUEST, questions=((_REQUEST, "action", "unanswered"),)
        ),
    ),
    good=(
        Example(
            "Hi John,\n\nYour order ships on 6 March. You can change the address until then.\n",
            mail=_MAIL,
            questions=_ALL_ANSWERED,
        ),
        Example(
            "Hi John,\n\nYour order ships on 6 March. Until we pack it you can change the address.\n",
            mail=_MAIL,
            questions=_ALL_ANSWERED,
        ),
        Example(
            "Hi John,\n\nThe invoice for March is attached.\n",
            mail=_REQUEST,
            questions=((_REQUEST, "action", "answered"),),
        ),
    ),
    quiet=(
        Example("Hi John,\n\nThank you.\n", mail="All works now, thank you."),
        Example(
            "Hi John,\n\nI'll tell you by 6 March.\n",
            mail=_REQUEST,
            questions=((_REQUEST, "action", "promised"),),
        ),
        Example(
            "Hi John,\n\nWhich invoice?\n", mail=_REQUEST, questions=((_REQUEST, "action", "asked-back"),)
        ),
        Example("Hi John,\n\nDone.\n", mail=_REQUEST, questions=((_REQUEST, "action", "dismissed"),)),
    ),
)
