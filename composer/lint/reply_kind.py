"""What kind of reply a draft is: an acknowledgement, an answer, a resolution."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from enum import StrEnum

from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, sentences_with
from composer.questions.answer_state import State

_ARRIVED = (
    r"\b(?:(?:we|i)(?:['’]ve| have)? (?:now |just |safely )?(?:received|got|noted|logged|registered|recorded|opened|created|taken note of)|"
    r"(?:has|have) been (?:received|noted|logged|registered|recorded|opened|created)|(?:is|are) in our queue)\b"
    r"|\b(?:ist|sind|wurde|wurden) (?:\w+ ){0,4}?(?:eingegangen|erfasst|aufgenommen|registriert|angelegt)\b"
    r"|\b(?:haben|habe) (?:wir |ich )?(?:\w+ ){0,6}?(?:erhalten|aufgenommen|registriert|erfasst)\b"
    r"|\b(?:hemos|he) (?:recibido|registrado|anotado|abierto)\b|\b(?:ha|han) sido (?:recibid|registrad)[oa]s?\b"
    r"|\b(?:avons|ai) (?:bien )?(?:reçu|enregistré|noté|ouvert)\b"
)
_KNOWN = (
    r"\b(?:(?:are|am|['’]re|['’]m) aware of (?:this|the|it|your)|thank(?:s| you) for (?:reporting|letting us know|flagging|pointing))\b"
    r"|\b(?:ist|sind) uns bekannt\b|\b(?:danke|vielen dank) für (?:den hinweis|die meldung)\b|\bgracias por (?:avisar|informar)\w*|\bmerci de nous avoir\b"
)
_RECEIVED = re.compile(f"{_ARRIVED}|{_KNOWN}", re.IGNORECASE)
_HAS_ARRIVED = re.compile(_ARRIVED, re.IGNORECASE)
# What waits for an answer once it has arrived; a payment or a parcel that has arrived is settled with that.
_PENDING = re.compile(
    r"\b(?:reports?|requests?|e-?mails?|messages?|tickets?|cases?|enquir(?:y|ies)|inquir(?:y|ies)|questions?|complaints?|claims?|logs?|bugs?|"
    r"anfragen?|nachricht(?:en)?|mail|meldung(?:en)?|anliegen|beschwerden?|reklamation(?:en)?|solicitud(?:es)?|consultas?|mensajes?|correos?|quejas?|incidencias?|"
    r"demandes?|courriels?|réclamations?|plaintes?)\b",
    re.IGNORECASE,
)
# A longer reply does more than to say that something arrived.
_MOST_WORDS = 45
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
    settled = any(sentences_with(reply, _SETTLED))
    if not answered and received_in(reply) is not None and (reply.open_states or not settled):
        return ReplyKind.ACKNOWLEDGEMENT
    if not reply.open_states and settled:
        return ReplyKind.RESOLUTION
    return ReplyKind.ANSWER


def received_in(reply: Reply) -> OwnSentence | None:
    """Return the sentence that says a mail arrived or a matter is known, None without one."""
    return next((one for one, _ in sentences_with(reply, _RECEIVED)), None)


def leaves_open(reply: Reply) -> OwnSentence | None:
    """Return what an acknowledgement says to have received and leaves open, None for all other replies.

    Open is a question of the customer's; where there is none, a report or a request that has arrived.
    """
    received = received_in(reply)
    if received is None or kind_of(reply) is not ReplyKind.ACKNOWLEDGEMENT:
        return None
    if reply.states:
        return received if reply.open_states else None
    arrived = _HAS_ARRIVED.search(received.text) and _PENDING.search(received.text)
    return received if arrived and _says_little_more(reply) else None


def _says_little_more(reply: Reply) -> bool:
    return sum(len(placed.passage.tokens) for placed in reply.passages) <= _MOST_WORDS
