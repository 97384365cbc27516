"""What kind of reply a draft is: an acknowledgement, an answer, a resolution."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from enum import StrEnum

from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, sentences_with
from composer.questions.answer_state import State

_RECEIVED = re.compile(
    r"\b(?:(?:we|i)(?:['’]ve| have)? (?:received|got|noted|logged|registered|recorded|opened|created|taken note of)|"
    r"(?:has|have) been (?:received|noted|logged|registered|recorded|opened|created)|(?:is|are) in our queue|"
    r"(?:are|am|['’]re|['’]m) aware of (?:this|the|it|your)|thank(?:s| you) for (?:reporting|letting us know|flagging|pointing))\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:(?:is|are|has been|have been) (?:now )?(?:fixed|resolved|solved|done|corrected|refunded|cancelled|sent|shipped|restored)|"
    r"works? (?:again|now)|(?:i|we)(?:['’]ve| have) (?:now |just )?(?:fixed|resolved|solved|corrected|refunded|cancelled|sent|restored))\b",
    re.IGNORECASE,
)


class ReplyKind(StrEnum):
    """What a reply does: it says that a mail arrived, it answers, or it settles the matter."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ANSWER = "answer"
    RESOLUTION = "resolution"


def kind_of(reply: Reply) -> ReplyKind:
    """Return the kind of a reply, by its answer map and its words."""
    answered = any(state.state is State.ANSWERED for state in reply.states)
    if not answered and received_in(reply) is not None:
        return ReplyKind.ACKNOWLEDGEMENT
    if not reply.open_states and any(sentences_with(reply, _SETTLED)):
        return ReplyKind.RESOLUTION
    return ReplyKind.ANSWER


def received_in(reply: Reply) -> OwnSentence | None:
    """Return the sentence that says a mail arrived or a matter is known, None without one."""
    return next((one for one, _ in sentences_with(reply, _RECEIVED)), None)
