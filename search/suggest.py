"""What a customer's words come down to before knowledge is looked for: no greeting, no names, no numbers."""

import re
from functools import lru_cache

from kb_content.resource import resource

NOTHING_FITS = 1.1
"""The least fit of a suggestion: below it, what is found is more likely a poor hit than an answer.

One value for every library. Chosen on the three bots of the HINT3 set, each by the other two, so that help
articles and FAQ entries that are right are kept (tests/benchmarks/search_nothing_fits.py).
"""
LONGEST = 2_000
CONTEXT_WEIGHT = 0.25
VOTE = 0.3
FOR_THE_TEAM = 0.5
"""What remains of the fit and score of an article that tells the team how to work, for a customer's question.

Such an article speaks of everything that customers ask, and answers none of it.
"""
TEAM_TAG = "|playbook|"

_MAIL_OR_LINK = re.compile(
    r"\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}|https?://\S{1,500}|www\.\S{1,500}"
)
_NUMBER = re.compile(
    r"(?<![\w.-])(?:#\s?\d+|[A-Z]{0,3}-?\d{5,}|[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£])(?![\w-])"
)
_PERCENT = re.compile(
    r"(?<![\w.-])\d{1,3}(?:[.,]\d{1,3})?\s?(?:%|per ?cent|prozent|por ciento|pour cent)(?!\w)", re.I
)
_YEAR = re.compile(
    r"\b(?P<lead>in|since|of|from|until|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*"
    r"|seit|ab|im jahr|desde|en|de|depuis|del|\d{1,2}[./]\d{1,2}[./])\s?(?:19|20)\d\d(?![\w.-])",
    re.IGNORECASE,
)
_HELLO = (
    "hi|hello|hey|dear|good (?:morning|afternoon|evening|day)"
    "|hallo|moin|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?"
    "|bonjour|bonsoir|salut|ch[eè]re?s?"
    "|hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]s?"
    "|beste|geachte|goede(?:morgen|middag|navond)"
    "|ol[aá]|bo[ma] (?:dia|tarde|noite)|prezad[oa]s?"
    "|ciao|salve|buon(?:giorno|asera)|gentil[ei]|egregi[oa]"
)
_GOODBYE = (
    "(?:(?:best|kind|warm|many) {1,3})?(?:regards|thanks|cheers|sincerely|best)"
    "|(?:mit )?(?:freundliche|viele|beste|liebe|herzliche)[nr]? gr(?:ü|ue)(?:ß|ss)en?|mfg"
    "|(?:vielen )?dank(?: im voraus)?"
    "|(?:bien )?cordialement|bien à vous|merci(?: d'avance)?"
    "|(?:un |cordiales )?saludos?(?: cordiales)?|atentamente|(?:muchas )?gracias"
    "|met vriendelijke groet(?:en)?|groet(?:en|jes)?|(?:alvast )?bedankt"
    "|(?:com os melhores )?cumprimentos|atenciosamente|(?:muito )?obrigad[oa]"
    "|(?:cordiali|distinti) saluti|(?:mille )?grazie"
)
_GREETED = re.compile(
    rf"^\s{{0,8}}(?:{_HELLO})\b[ \t]*(?:(?-i:[A-ZÀ-Þ])[\w.'-]{{0,40}}[ \t]*){{0,3}}[,!.:\n]", re.IGNORECASE
)
_SIGNED = re.compile(rf"^\s{{0,8}}(?:{_GOODBYE})[ \t]*[,!.]?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_OPERATOR = re.compile(r"[\"*:()|+]|(?<!\w)-")


def question_words(question: str) -> str:
    """Return what a question is about, as a query of plain words; never empty if the question is not."""
    question = question[:LONGEST]
    signed = _SIGNED.search(question)
    text = question[: signed.start()] if signed and signed.start() else question
    text = _GREETED.sub(" ", text, count=1)
    text = _NUMBER.sub(" ", _MAIL_OR_LINK.sub(" ", text))
    text = _YEAR.sub(r"\g<lead> ", _PERCENT.sub(" ", text))
    text = _chatter().sub(" ", text)
    text = text if re.search(r"\w", text) else question
    return " ".join(_OPERATOR.sub(" ", text).split())


@lru_cache(maxsize=1)
def _chatter() -> re.Pattern[str]:
    """Return the phrases of the list as one expression, longer ones first; it is linear, being literal."""
    lines = resource("words/chatter_en.txt").read_text(encoding="utf-8").splitlines()
    phrases = sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b[,!.]?", re.IGNORECASE)
