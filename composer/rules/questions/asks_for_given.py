"""asks-for-given: the reply asks for something that the customer wrote."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator, Mapping

from composer.lint.finding import Reading, Severity
from composer.lint.givens import asked_in, shown_in
from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, customers_words, sentences_with
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.questions.understood import Fact, FactKind

_ASKS = re.compile(
    r"\?|\b(?:please (?:send|tell|give|provide|share|let|confirm|specify|include|reply)|(?:could|can|would) you|let (?:me|us) know|"
    r"(?:i|we) (?:need|would need|['’]d need|require|lack)|(?:send|tell|give|let) (?:me|us)|what is|what['’]s|which|quote|state|"
    r"bitte|(?:brauche|brauchen|benötige|benötigen) (?:ich|wir)|(?:teilen|nennen|schicken|senden|geben) sie|fehlt (?:uns|mir)|por favor|(?:necesito|necesitamos)|(?:indíque|díga|envíe|mánde|facilíte)(?:me|nos)|¿|"
    r"merci de|veuillez|pouvez-vous|pourriez-vous|(?:j['’]ai|nous avons) besoin|il (?:me|nous) (?:manque|faut)|(?:indiquez|envoyez|donnez|communiquez))\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:[ -]?(?:number|no\.?|id|reference|ref|nummer|nr\.?|número|núm\.?|numéro|n[°º]))"
_YOUR = r"(?:your|the|an?|which|what|ihre?[nr]?|deine?[nr]?|die|welche[nr]?|su|tu|el|la|qué|cuál(?: es)?|votre|ton|ta|le|quelle?(?: est)?)"
# A word for the thing in each language, and how it is asked for.
_ASKED_FOR = {
    FactKind.VERSION: re.compile(
        r"\b(?:which|what) (?:version|release|build)(?! of (?:php|windows|macos|chrome|firefox|safari|android|ios))\b|\byour (?:\w+ )?version(?: number)?\b|\bthe version(?: number)? (?:you|of (?:your|the plug))|"
        r"\bwelche(?:r|n)? (?:programm)?version\b|\bversionsnummer\b|\bqué versión\b|\bquelle (?:est (?:la|votre) )?version\b",
        re.I,
    ),
    FactKind.ORDER: re.compile(
        rf"\b{_YOUR} (?:order|booking)(?:['’]s)?{_NUMBER}|\border number\b|\b(?:bestell|auftrags|bestellungs|buchungs)(?:-)?(?:nummer|nr\.?)|\b(?:número|núm\.?|nº) (?:de|del) (?:su |tu )?pedido\b|"
        r"\b(?:numéro|n°) de (?:votre )?commande\b|\bwhich order (?:is|was|do|did) (?:it|this|you|that)\b",
        re.I,
    ),
    FactKind.INVOICE: re.compile(
        rf"\b{_YOUR} (?:invoice|bill){_NUMBER}|\binvoice number\b|\brechnungs(?:-)?(?:nummer|nr\.?)|\b(?:número|núm\.?|nº) de (?:la |su )?factura\b|\b(?:numéro|n°) de (?:la |votre )?facture\b",
        re.I,
    ),
    FactKind.SYSTEM: re.compile(
        r"\b(?:which|what|your) (?:operating system|os|system|platform)\b|\boperating system\b|\b(?:welches|ihr) (?:betriebs)?system\b|\b(?:qué|su) sistema(?: operativo)?\b|\b(?:quel|votre) système\b|"
        r"\bare you (?:on|using) (?:windows|a mac|macos|linux|android|an? iphone)\b",
        re.I,
    ),
    FactKind.ERROR: re.compile(
        r"\b(?:which|what|the (?:exact|full|precise)) error(?: message| code| text)?\b|\bwhat (?:does|did|exactly does) the (?:error|message|screen) say\b|\b(?:wie lautet|welche|die genaue) (?:die )?fehlermeldung\b|"
        r"\b(?:qué|cuál es el) (?:mensaje de )?error\b|\bquel (?:est le )?message d['’]erreur\b",
        re.I,
    ),
    FactKind.URL: re.compile(
        r"\b(?:the|your|which|what) (?:url|link|address) (?:of|to) (?:your|the) (?:\w+ )?(?:page|shop|site|store|website)|\byour (?:site|shop|store|website)['’]?s? (?:url|address|link)|"
        r"\bdie adresse ihre[rs] (?:seite|shops|webseite|website)\b|\bla dirección de su (?:página|tienda|web)\b|\bl['’]adresse de votre (?:site|page|boutique)\b",
        re.I,
    ),
}
# A request to tell, and no remark in passing: "your address is changed", "the size you chose".
_WANTS = re.compile(
    r"\?\s*$|^\W*(?:please |bitte |por favor )?(?:send|tell|give|provide|share|let|state|quote|nennen|teilen|schicken|senden|geben|indíque|díga|envíe|mánde|facilíte|indiquez|envoyez|donnez|communiquez)|"
    r"\b(?:please (?:\w+ )?(?:send|tell|give|provide|share|let|confirm|specify|include)|(?:i|we)(?:['’]d| would)? (?:still |only |just |also )?(?:need|require|lack)|let (?:me|us) know|nennen sie|teilen sie|(?:brauche|benötige|brauchen|benötigen) (?:ich|wir)|fehlt (?:mir|uns)|(?:necesito|necesitamos|necesitaría)|merci de|veuillez|j['’]ai besoin|il me (?:faut|manque))\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:still|other|another|new|different|else|also|since|now|correct|right|besides|or is it|noch|andere[nrs]?|neue[nrs]?|otr[oa]|nuev[oa]|autre|nouve(?:au|lle)|stands? (?:on|in|at)|steht (?:auf|in|im|oben))\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is None:
        return
    facts = {fact.kind: fact for fact in reversed(reply.mail.facts)}
    for sentence, _ in sentences_with(reply, _ASKS):
        if _AGAIN.search(sentence.text):
            continue
        found = list(_facts_asked(sentence, facts)) or list(_givens_asked(reply, sentence))
        yield from found[:1]


def _facts_asked(sentence: OwnSentence, facts: Mapping[FactKind, Fact]) -> Iterator[Hit]:
    for kind, pattern in _ASKED_FOR.items():
        match = pattern.search(sentence.text)
        if match and kind in facts and facts[kind].value.lower() not in sentence.text.lower():
            yield _hit(sentence.start + match.start(), sentence.start + match.end(), facts[kind].value)


def _givens_asked(reply: Reply, sentence: OwnSentence) -> Iterator[Hit]:
    """Yield what a sentence asks for and the customer's own words show."""
    if not _WANTS.search(sentence.text):
        return
    for start, end, kind in asked_in(sentence.text):
        value = next(shown_in(_written(reply), kind), "")
        if value and not _is_repeated(value, sentence.text):
            yield _hit(sentence.start + start, sentence.start + end, value)


def _is_repeated(value: str, sentence: str) -> bool:
    """Tell whether a sentence says what was given: in the same words, or by its number."""
    numbers = re.findall(r"\w*\d[\w/-]*", value)
    return value.lower() in sentence.lower() or any(number in sentence for number in numbers)


def _written(reply: Reply) -> str:
    subject = reply.mail.message.subject if reply.mail is not None else ""
    return f"{subject}\n{customers_words(reply)}"


def _hit(start: int, end: int, value: str) -> Hit:
    said = " ".join(value.split())[:80]
    return Hit(start, end, f"The customer wrote it: “{said}”.")


_GIVEN = Example(
    "",
    mail="Version 2.10 on Windows 11 fails, order 1042.",
    facts=(("version", "2.10"), ("system", "Windows 11"), ("order", "1042")),
)

RULE = Rule(
    id="asks-for-given",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="Asked for what the customer wrote",
    finds=(
        "A question for the version, the order, the invoice, the system or the error message, where the "
        "mail holds it."
    ),
    why="The customer sees that the mail was read, and is spared a round of questions.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Which version» do you use?\n",
        "Please send us «your order number».\n",
        "Could you tell me «which operating system» it is?\n",
        "«What release» are you running?\n",
        "Bitte nennen Sie uns Ihre «Bestellnummer».\n",
        "Mándenos el «número de pedido», por favor.\n",
        "Merci de nous indiquer le «numéro de commande».\n",
        like=_GIVEN,
    ),
    good=drafts(
        "Does 2.10 start in safe mode?\n",
        "Order 1042 is packed.\n",
        "On Windows 11, open the settings.\n",
        "Does 2.10 start in safe mode?\n",
        "Die Bestellung 1042 ist gepackt.\n",
        "El pedido 1042 está listo.\n",
        "La commande 1042 est prête.\n",
        like=_GIVEN,
    ),
    quiet=(
        *drafts("Which version do you use?\n", like=Example("", mail="It fails.")),
        *drafts(
            "Is your version still 2.10?\n",
            "Your version is out of date.\n",
            "Which error do you see?\n",
            "Please quote your order number 1042 on the phone.\n",
            "Die Bestellnummer steht auf dem Karton.\n",
            like=_GIVEN,
        ),
    ),
)
