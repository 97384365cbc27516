"""asks-for-announced: the reply asks for what the customer said they will send."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import own_sentences, stems
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.questions.plan import PlanKind

_SENDS = r"(?:send|resend|mail|e-?mail|forward|attach|upload|share|provide|supply|give|get|post|pass|bring|make|take|let (?:us|me) have)"
_SENDS_OTHERS = r"(?:schick|send|sende|leite|lade|reich|übermittel|bring|mand|envi|enví|adjunt|remit|pas[ae]|facilit|envoy|transmett|joign|fourni|fai(?:tes|re) (?:nous |me )?parvenir)\w*"
_ASKS = re.compile(
    rf"\b(?:please|(?:could|can|would|will) you|we(?:['’]d| would)? need you to|would you mind|kindly)\b[^.!?]{{0,30}}?\b{_SENDS}(?:ing)?\b|"
    rf"\b(?:bitte|(?:könnten|können|würden) sie|por favor|puede|podría|merci de|veuillez|pouvez-vous|pourriez-vous)\b[^.!?]{{0,40}}?\b{_SENDS_OTHERS}|"
    rf"\b{_SENDS_OTHERS} (?:sie )?(?:uns|mir) bitte\b|\b(?:mánde|envíe|adjúnte)(?:me|nos)\b|\b(?:envoyez|transmettez|joignez)-(?:moi|nous)\b",
    re.IGNORECASE,
)
_WILL_SEND = re.compile(rf"\b(?:{_SENDS}\b|{_SENDS_OTHERS})", re.IGNORECASE)
_KNOWS = re.compile(
    r"\b(?:as (?:you )?(?:said|wrote|announced|promised|planned|mentioned)|when(?:ever)? you|once you|as soon as|you (?:mentioned|announced|promised|"
    r"wanted|will|are going|said|wrote|plan)|another|other|instead|with it|together with|when it)\b|['’]ll\b",
    re.IGNORECASE,
)
# What can be asked for in many ways says nothing by itself.
_ANY = frozenset(
    stems("send mail email file copy detail information tomorrow today later next week morning evening soon")
)


def _check(reply: Reply) -> Iterator[Hit]:
    plans = reply.mail.plans if reply.mail is not None else ()
    announced = [
        (plan.text, stems(plan.text) - _ANY)
        for plan in plans
        if plan.kind is PlanKind.WILL_DO and _WILL_SEND.search(plan.text)
    ]
    if not announced:
        return
    for sentence in own_sentences(reply):
        asked = _ASKS.search(sentence.text)
        if asked is None or _KNOWS.search(sentence.text):
            continue
        words = stems(sentence.text[asked.end() :]) - _ANY
        said = next((text for text, things in announced if words & things), "")
        if said:
            yield Hit(
                sentence.start, sentence.end, f"The customer announced it: “{' '.join(said.split())[:120]}”."
            )


_PLANNED = Example(
    "",
    mail="The import stopped again. I'll send you the server log tomorrow morning.",
    plans=(("will do", "I'll send you the server log tomorrow morning."),),
)

RULE = Rule(
    id="asks-for-announced",
    reading=Reading.QUESTIONS,
    severity=Severity.HINT,
    title="Asked for what the customer will send",
    finds="A request to send something that the customer has said they will send.",
    why="The customer sees that the mail was read to its end, and is not asked for what is already on its way.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Please send us the log.»\n", "Hi John,\n\n«could you share the server log?»\n", like=_PLANNED
    ),
    good=drafts(
        "As soon as your log is here, I'll read it.\n", "Hi John,\n\nthe log will tell.\n", like=_PLANNED
    ),
    quiet=(
        *drafts(
            "Please send the log to logs@example.com when you have it.\n",
            "Could you send us a screenshot of the import too?\n",
            "Please send the settings file.\n",
            "The log is kept for a week.\n",
            like=_PLANNED,
        ),
        *drafts("Please send us the log.\n", like=Example("", mail="The import stopped again.")),
    ),
)
