"""An ask: a stretch of a text that asks, without the greeting and the joining words before it."""

import re
from typing import NamedTuple

from composer.questions.question import AnswerType, Form

# A greeting, a number, "PS:" or "also" before a question is no part of it; nor is the punctuation around.
_LEAD = re.compile(
    r"\s*(?:P\.?P?\.?S\.?(?:\s*[:,!-]\s*|\s)|(?:hi|hello|hey|hallo|hola|bonjour|olá|bom dia|buongiorno|"
    r"good (?:morning|afternoon|day)|(?:(?:another|one more|last|next) )?(?:quick )?(?:thing|question))"
    r"(?: (?:there|all|team))?\s*[:,!]\s*"
    r"|(?:hi|hello|hey|dear|hallo|hola|bonjour|olá|beste|hoi|liebe[rs]?)"
    r" [\w.'-]+(?: [\w.'-]+){0,2}[,!]\s+"
    r"|(?:hallo|hola|buenas|bonjour|salut|hoi|oi|ol[aá])\s+(?=(?-i:[a-zà-ÿ]))"
    r"|(?:(?:a )?(?:second|another|other|last|next|one more|final|different)"
    r" (?:thing|question|point|matter|topic)[^:?]{0,30}|(?:totally )?unrelated):\s+"
    r"|(?:(?:and|und|y|et|en|e) )?\(?\d{1,2}[.):/]\s+"
    r"|(?:(?:eine (?:andere|weitere)|noch eine|otra|una|une|autre|nog een|een|andere|outra|uma)"
    r" (?:frage|pregunta|consulta|duda|cosa|question|vraag|pergunta|dúvida|coisa)|autre chose|noch was"
    r"|nog iets)(?:\s*[:,]\s*|\s+)"
    r"|(?:and|also|but|or|so|plus|then|yeah|ok|okay|oh|well|by the way|btw|besides"
    r"|furthermore|additionally|moreover|in addition|finally|lastly|to be honest"
    r"|und|außerdem|zudem|aber|auch|oder"
    r"|weiterhin|ferner|des weiteren|darüber hinaus|verder|daarnaast|bovendien|par ailleurs|de plus|en outre"
    r"|y(?! a\b)|además|pero|también|et|mais|aussi|ou|en|o ja|maar|ook|dus|e|mas|também"
    r"|além disso)(?:,\s*|\s+))+",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"[\s,;:.!–-]+(?:(?:many )?thanks|thank you|thx|tks|ty|cheers|danke|vielen dank|(?:muchas )?gracias|merci"
    r"|obrigad[oa]|obg|valeu|bedankt|dank u|besten dank)"
    r"(?: (?:in advance|a lot|so much|very much|much|again|you|im voraus|schonmal"
    r"|d'avance|de antemano|desde já|alvast))*[.! ]*$",
    re.IGNORECASE,
)
_AROUND = " \t\n,;:-–—"
_FEWEST_LEFT = 2
_LONGEST_THANKS = 40


class Ask(NamedTuple):
    """A stretch of a text that asks, with its offsets.

    ``group`` numbers the sentence it is part of. A ``general`` one ("any help is welcome") counts only
    in a mail that asks nothing else, a ``plea`` ("please advise") where nothing beside it asks.
    """

    start: int
    end: int
    text: str
    form: Form
    answer_type: AnswerType
    group: int = 0
    general: bool = False
    plea: bool = False


def ask_at(
    text: str,
    begin: int,
    end: int,
    form: Form,
    answer_type: AnswerType,
    *,
    general: bool = False,
    plea: bool = False,
) -> Ask:
    """Return an ask at a stretch of a text, without what leads in to it and the punctuation around it."""
    raw = text[begin:end]
    lead = _LEAD.match(raw)
    begin += lead.end() if lead and len(raw[lead.end() :].split()) >= _FEWEST_LEFT else 0
    raw = text[begin:end]
    cell = raw.rfind(" | ")
    if cell >= 0 and raw.rstrip().endswith("?"):
        begin += cell + 3
        raw = text[begin:end]
    thanks = _THANKS.search(raw, max(0, len(raw) - _LONGEST_THANKS))
    if thanks and len(raw[: thanks.start()].split()) >= _FEWEST_LEFT:
        raw = raw[: thanks.start()]
    start = begin + len(raw) - len(raw.lstrip(_AROUND))
    finish = begin + len(raw.rstrip(_AROUND))
    return Ask(start, finish, text[start:finish], form, answer_type, general=general, plea=plea)
