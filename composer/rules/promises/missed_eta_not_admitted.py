"""missed-eta-not-admitted: the customer reminds us of a promise, and the reply passes over it."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from functools import lru_cache

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import customers_words, says
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_TIME = (
    r"(?:(?:by|on|until|before|for|within|in) )?(?:last |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"yesterday|today|tomorrow|week|month|\d{1,2} (?:hours|days|weeks)|\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}|"
    r"two days|three days|a week|end of (?:the |last |this )?(?:day|week|month))"
)
_REMINDS = re.compile(
    r"(?:\b(?:you|your (?:colleague|team|support|agent)|(?!what|how|when|where|which|who|why|and|but|if|it|that|this|there)(?-i:[A-Z]\w+)|they|i was|we were)(?: had| have)? (?:promised|said|told|assured|"
    r"wrote|announced|informed|were going to|was going to|would)\b[^.?!\n]{0,100}?\b" + _TIME + r"\b|"
    r"\b(?:still (?:waiting|no (?:answer|reply|response|news|refund)|nothing)|have(?:n['’]t| not) (?:heard|received|got)(?: \w+){0,3} "
    r"(?:back|anything|since|yet)|no(?:body| one) (?:has )?(?:replied|answered|called|got back)|"
    r"(?:was|were) (?:supposed|meant) to (?:be|get|have|hear|receive|arrive|call))\b)",
    re.IGNORECASE,
)
# A day that was named to the customer, by whomever and in whatever words.
_NAMED_DAY = (
    r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|yesterday|last (?:week|month|night)|a week|(?:two|three|four|five|ten|\d{1,2}|a few|a couple of) (?:hours|days|weeks|working days|business days)|"
    r"the \d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}|end of (?:the |last )?(?:day|week|month)|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|gestern|letzte woche|(?:zwei|drei|vier|ein paar) (?:tagen?|wochen?)|\d{1,2}\. ?(?:\w+)?|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|la semana pasada|(?:dos|tres|cuatro) (?:días|semanas)|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|la semaine dernière|(?:deux|trois|quatre) (?:jours|semaines))"
)
_WAS_TOLD = (
    r"(?:promised|assured|(?:was|were|am|been|is) (?:told|promised|assured|supposed|meant|to (?:be|have|come|arrive|ring|call|get)|due|expected|going to)|(?:you|he|she|they|colleague|lady|man|woman|guy|agent|team|support|technician|driver|somebody|someone|(?-i:[A-Z][a-z]+)) (?:\w+ ){0,2}(?:said|told|promised|assured|swore|wrote|announced)|"
    r"should(?:['’]ve| have) (?:been|come|had|got|arrived|heard|received|happened)|said (?:it|you|they|he|she|that)|would be|"
    r"wollten|wollte|sollten?|zugesagt|versprochen|versprachen|hieß|hätte\w* (?:\w+ ){0,6}(?:sollen|müssen)|angekündigt|"
    r"prometi\w+|prometido|dijeron|dijo|dijiste|aseguraron|iba a|iban a|debía|tenía que|tendría que haber|"
    r"promis|assuré|devait|devaient|deviez|aurai[ts]? dû|m['’]a(?:vait)? dit|m['’]avez dit|aviez dit)"
)
_NAMED = (
    re.compile(rf"\b{_WAS_TOLD}\b[^.?!\n]{{0,100}}?\b{_NAMED_DAY}\b", re.IGNORECASE),
    re.compile(rf"\b{_NAMED_DAY}\b[^.?!\n]{{0,60}}?\b{_WAS_TOLD}\b", re.IGNORECASE),
)
# Told, and it did not happen: denied, gone by, or asked for.
_NOT_KEPT = re.compile(
    r"\b(?:not|nobody|no one|nothing|never|still|again|late|ago|since then|where(?: is|['’]s| are)|no (?:answer|call|sign|news|word|parcel|reply|refund)|should|was (?:due|to|supposed|meant)|for nothing|took the day|waited|waiting|now|today|already|promised|assured|wollten|sollte\w*|hätte\w*|zugesagt|versprochen|"
    r"niemand|nicht|nichts|kein\w*|noch|wo (?:ist|bleibt|sind)|immer|wann|nadie|nada|no|todavía|aún|dónde|cuándo|dijeron|prometi\w+|personne|rien|pas|toujours|où|quand|promis|devait)\b|n['’]t\b",
    re.IGNORECASE,
)
_ADMITS = re.compile(
    r"\b(?:sorry|apolog\w+|my (?:fault|mistake)|our (?:fault|mistake)|should have (?:written|answered|replied|told|heard|had|"
    r"got|been|arrived)|we (?:missed|broke|did not keep|didn['’]t keep|were late|are late|let you down)|i (?:missed|did not keep|"
    r"didn['’]t keep|was late|am late|promised)|as promised|later than|longer than|you(?:['’]re| are) right|too late|overdue|delay\w*|"
    r"(?:was|were|is|are|came|comes) (?:\w+ )?late\b|apologies|we said|i said|we (?:had )?promised|(?:didn['’]t|did not|wasn['’]t|was not) (?:keep|happen|kept|ready|come|ring|call|hold)|let you down|should(?:['’]ve| have) (?:come|rung|called|had|got|known)|that was wrong|nobody (?:rang|called|came|wrote)|"
    r"versprochen|zugesagt|zu spät|verspätet|hätten (?:wir|ich|sie)|nicht (?:gehalten|eingehalten|angerufen|gemeldet)|versäumt|prometimos|prometí|no cumpl\w+|tarde|retras\w+|debimos|debí|lament\w+|siento|fallamos|promis|en retard|retard|aurions dû|aurait dû|pas tenu|regrett\w+|navrée?s?|"
    r"tut (?:mir|uns) leid|entschuldig\w+|verzeih\w+|lo siento|disculp\w+|désolée?s?|excus\w+|pardon)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    reminder = _reminder_in(customers_words(reply))
    if reminder is None or not reply.passages or says(reply, _ADMITS):
        return
    said = " ".join(reminder.group().split())
    yield Hit(
        None, None, f"The customer reminds us of a promise (“{said}”): say that it was missed.", about=said
    )


@lru_cache(maxsize=64)
def _reminder_in(mail: str) -> re.Match[str] | None:
    """Return where a customer speaks of a day that was named to them and not kept."""
    known = _REMINDS.search(mail)
    if known is not None:
        around = mail[: known.start()] + mail[known.end() :]
        return known if _NOT_KEPT.search(known.group()) or _NOT_KEPT.search(around) else None
    found = (match for pattern in _NAMED if (match := pattern.search(mail)))
    return next((match for match in found if _NOT_KEPT.search(mail)), None)


_REMINDER = Example("", mail="Hi,\n\nyou promised a refund by Friday. Where is it?\n\nJohn")

RULE = Rule(
    id="missed-eta-not-admitted",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="A missed promise is passed over",
    finds=(
        "A customer who reminds you of a promise or has waited for an answer, and a reply without a word "
        "about it. An apology, “you are right” or “later than I promised” is enough."
    ),
    why="Whoever admits a missed date is believed when they name the next one.",
    reads=WholeReply(_check),
    bad=drafts(
        "«»Hi John,\n\nthe refund leaves on 6 March.\n", "«»The refund is on its way.\n", like=_REMINDER
    ),
    good=drafts(
        "Hi John,\n\nyou should have had it on Friday. The refund leaves on 6 March.\n",
        "I'm sorry that we missed Friday. The refund is on its way.\n",
        like=_REMINDER,
    ),
    quiet=drafts("The refund leaves on 6 March.\n", like=Example("", mail="When do I get my refund?"))
    + drafts("The refund leaves on 6 March.\n"),
)
