"""ignored-frustration: the customer is upset, and the reply goes on as if nothing were."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.questions.understood import Mood

_SEES_IT = re.compile(
    r"\b(?:sorry|apolog\w+|i (?:can )?(?:see|understand|get|hear) (?:why|how|that|you)|understandabl\w+|frustrat\w+|annoy\w+|upset\w*|"
    r"you(?:['’]re| are) (?:right|angry)|should(?:n['’]t| not)? have|must (?:be|have been)|that is (?:too long|not good enough|our fault)|our (?:fault|mistake)|"
    r"my (?:fault|mistake)|let you down|not what you|rightly|disappoint\w+|trouble|i would be (?:angry|annoyed)|too long|"
    r"tut mir leid|entschuldig\w+|verstehe|ärger\w*|tut (?:mir|uns)|bedauer\w*|verzeih\w*|nachvollzieh\w*|verständlich|zu recht|sie haben recht|unser(?:e|er)? (?:fehler|schuld)|mein fehler|nicht passieren|"
    r"lo siento|lo sentimos|siento|disculp\w+|lament\w+|entiendo|comprendo|tiene (?:toda la |usted )?razón|(?:nuestro|mi) (?:error|fallo)|perdón|"
    r"désolée?s?|excus\w+|comprends?|comprenons|regrett\w+|navrée?s?|vous avez raison|(?:notre|mon) erreur|pardon)\b",
    re.IGNORECASE,
)
_FOR_WHATEVER = re.compile(
    r"\b(?:any|whatever|possible|potential) (?:\w+ ){0,3}(?:inconvenience|trouble|disruption|confusion|frustration|issue|problem|difficult|upset|annoyance|bother)|"
    r"\bfor (?:the|this) inconvenience|\bunannehmlichkeit|\bmolestias\b|\bgêne\b|\bdésagrément",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    mail = reply.mail
    if mail is None or mail.mood not in (Mood.FRUSTRATED, Mood.ANGRY):
        return
    if reply.passages and not _is_seen(reply):
        shown = f" (“{' '.join(mail.mood_words[0].split())}”)" if mail.mood_words else ""
        yield Hit(
            None,
            None,
            f"The customer is {mail.mood.value}{shown}: say in a sentence that you see why.",
            about=mail.mood.value,
        )


def _is_seen(reply: Reply) -> bool:
    """Tell whether a sentence sees it; an apology for whatever it may have been sees nothing."""
    sentences = (one for placed in reply.passages for one, _ in placed.passage.sentences_with(_SEES_IT))
    return any(not _FOR_WHATEVER.search(one.text) for one in sentences)


_ANGRY = Example("", mail="This is the third time it breaks! I am fed up.", mood="angry")

RULE = Rule(
    id="ignored-frustration",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="The customer is upset, and the reply passes over it",
    finds=(
        "A mail that sounds frustrated or angry, and a reply without a sentence that sees why. An apology "
        "for “any inconvenience” does not count."
    ),
    why="A customer who feels heard can take in the solution.",
    reads=WholeReply(_check),
    bad=drafts(
        "«»Install version 2.11.\n",
        "«»Hi John,\n\nthe cause is known.\n",
        "«»Apologies for any trouble this may have caused. Install 2.11.\n",
        like=_ANGRY,
    ),
    good=drafts(
        "Three times is too long to wait for this. Install version 2.11.\n",
        "Hi John,\n\nI see why you are fed up. The cause is known.\n",
        "I'm sorry that it broke a third time. Install 2.11.\n",
        like=_ANGRY,
    ),
    quiet=(
        *drafts("Install version 2.11.\n", like=Example("", mail="It breaks. What can I do?")),
        *drafts("Install version 2.11.\n"),
        *drafts("I'm sorry that it broke again. Install version 2.11.\n", like=_ANGRY),
    ),
)
