"""What agents ask customers for, and how a mail shows that it was given: a year, a size, a number to call.

Each row is a kind of thing: how it is asked for in four languages, and what it looks like where a customer writes it.
"""
# ruff: noqa: E501 - a table of words reads best in long lines

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

_MONTH = r"(?:jan|feb|mär|mar|apr|ma[iy]|jun|jul|aug|ago|ao[uû]|sep|o[kc]t|nov|de[zc]|ene|abr|avr|fév|déc|jui)\w*\.?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|gestern|ayer|hier"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.|er)? (?:of |de )?{_MONTH}|{_MONTH} \d{{1,4}}|\d{{1,2}}[./-]\d{{1,2}}|(?:19|20)\d\d|{_DAY}|last (?:week|month|year|spring|summer|autumn|winter))"
_NUMBERED = {
    "order": "order|bestell|auftrag|pedido|commande",
    "booking": "booking|reservation|buchung|reserva|réservation",
    "invoice": "invoice|bill|rechnung|factura|facture",
    "customer": "customer|client|kunden|cliente",
    "membership": "member(?:ship)?|mitglied\\w*|socio|adhérent|membre",
    "contract": "contract|vertrag\\w*|contrato|contrat",
    "serial": "serial|serien|serie|série|s/?n",
    "account": "account|konto|cuenta|compte",
    "policy": "policy|police|policen|póliza",
    "case": "case|ticket|claim|vorgang|fall|caso|incidencia|dossier",
    "meter": "meter|zähler|contador|compteur",
    "licence": "licen[cs]e|plate|kennzeichen|matrícula|plaque",
    "parcel": "parcel|tracking|shipment|sendung\\w*|paket|envío|seguimiento|colis|suivi",
    "flight": "flight|flug|vuelo|vol",
    "room": "room|zimmer|habitación|chambre",
}
_WORD_FOR_NUMBER = (
    r"(?:[- ]?(?:number|no\b\.?|n[°º]\.?|nr\b\.?|id\b|code|ref\w*|nummer|num\b\.?|número|numéro))"
)
_BEFORE_IT = r"(?:número|numéro|n[°º]|núm\.?|referencia|référence)(?: de| del| de la| d['’]| de l['’])?(?: su| tu| votre| ton)? ?"


class Given(NamedTuple):
    """A kind of thing: what asks for it, and what shows that it was written."""

    asked: re.Pattern[str]
    shown: re.Pattern[str]


def _numbered(words: str) -> tuple[str, str]:
    of = rf"(?:{words})"
    return (
        rf"\b{of}\w{{0,4}}(?:['’]s)?{_WORD_FOR_NUMBER}|\b{_BEFORE_IT}{of}",
        rf"\b{of}\w{{0,4}}\W{{0,3}}(?:(?:number|no|n[°º]|nr|id|code|ref\w*|nummer|num|número|numéro|is|ist|es|est|el|la|the|de|lautet)\b\W{{0,3}}){{0,4}}#?[A-Z]{{0,5}}[-_/]?\d[\w/-]*|\b(?:número|numéro|n[°º])[^.?!\n]{{0,25}}{of}\w{{0,3}}\W{{1,3}}(?:\w+ ){{0,2}}[A-Z]{{0,5}}-?\d[\w/-]*",
    )


_COLOURS = r"(?:black|white|red|green|blue|yellow|grey|gray|brown|pink|orange|purple|beige|silver|gold|navy|schwarz|weiß|rot|grün|blau|gelb|grau|braun|negr[oa]|blanc[oa]|roj[oa]|verde|azul|amarill[oa]|gris|marrón|noire?|blanche?|blanc|rouge|verte?|bleue?|jaune|marron)"
_ROWS: tuple[tuple[str, str], ...] = (
    *map(_numbered, _NUMBERED.values()),
    (
        r"\b(?:which|what) (?:brand|make|model|type)\b|\bthe (?:brand|make|model)(?: and| or|\s*,| of (?:your|the))|\b(?:brand|make|model) (?:is (?:it|your)|do you)|\bwelche[sr]? (?:modell|marke|gerät|typ)\b|\bum welches (?:modell|gerät)\b|\b(?:qué|cuál es (?:la|el)) (?:marca|modelo)\b|\bla marca\b|\bel modelo\b|\b(?:quelle|quel) (?:est (?:la|le) )?(?:marque|modèle)\b|\bla marque\b|\ble modèle (?:de|et|exact)\b",
        r"\b(?:model|modell|modelo|modèle|brand|make|marke|marca|marque|type|typ)\b\W{0,3}(?:is|ist|es|est|:)?\W{0,3}(?:an? |ein |eine |un |una |une )?(?-i:[A-Z])\w+|\b(?:an?|my|the|our|un|una|una?|une|mi|mon|ma|ein|eine|mein|meine) (?-i:[A-Z][a-z]+(?:[A-Z]\w*)?) (?:de |von |from |of )?(?:\w*\d\w*|(?:piano|machine|bike|oven|fridge|printer|boiler|mixer|mower|saw|drill|watch|camera|drone|tent|stove|pump|car|van|engine|phone)\b)|\b(?-i:[A-Z][a-z]+) (?-i:[A-Z]{0,4})-?\d{2,4}\b(?! (?:am|pm|people))",
    ),
    (
        r"\b(?:which|what) year\b|\bthe year\b|\bhow old is (?:it|the|your)\b|\bbaujahr\b|\bwie alt ist\b|\b(?:de qué|qué|el) año\b|\bquelle année\b|\bl['’]année\b|\bde quand date\b",
        r"\b(?:19[3-9]\d|20[0-4]\d)\b|\b\d{1,2} (?:years?|months?) old\b|\b\d{1,2} jahre alt\b|\btiene \d+ años\b|\ba \d+ ans\b",
    ),
    (
        r"\bwhen (?:did you|was it|were they|have you) (?:\w+ )?(?:buy|bought|get it|purchase\w*|order\w*)|\b(?:date|day) of (?:the )?purchase|\bpurchase date|\bwann (?:haben|hast) (?:sie|du)\b[^?]{0,40}(?:gekauft|bestellt|erworben)|\bkaufdatum\b|\bcuándo (?:lo |la |los )?(?:compró|compraste|adquirió|pidió)|\bfecha de compra\b|\bquand (?:l['’])?avez-vous (?:\w+ )?(?:acheté|commandé)|\bdate d['’]achat\b",
        rf"\b(?:bought|purchased|ordered|got it|gekauft|bestellt|comprad[oa]|compré|compramos|acheté\w*|commandé\w*)\b[^.?!\n]{{0,40}}{_DATE}|{_DATE}[^.?!\n]{{0,30}}\b(?:bought|purchased|ordered|gekauft|bestellt|compré|acheté)",
    ),
    (
        r"\b(?:in |at |from )?which (?:shop|store|branch|dealer)\b|\bwhere did you (?:buy|get|order|purchase)|\bwo haben sie\b[^?]{0,30}gekauft|\bdónde (?:lo |la )?compró|\boù l['’]avez-vous acheté",
        r"\b(?:bought|purchased|got it|ordered|gekauft|compré|comprad[oa]|acheté\w*)\b[^.?!\n]{0,40}\b(?:in|at|from|bei|im|en|chez|dans) (?:your |the |ihrem |der |su |la |votre )?(?-i:[A-Z])\w+",
    ),
    (
        r"\b(?:phone|telephone|mobile|cell|contact) (?:number|no)\b|\b(?:what|which) number (?:can|may|should|do)|\bnumber (?:can|may|should) (?:i|we) (?:call|reach|ring)|\bnumber to (?:call|reach|ring)|\btelefonnummer\b|\bhandynummer\b|\bunter welcher nummer\b|\b(?:número de |su |un )?teléfono\b|\bnuméro de téléphone\b|\bà quel numéro\b",
        r"(?<!\d)(?:\+|00|0)?\(?\d{2,5}\)?[ /.-]?\d{2,4}(?:[ .-]?\d{2,4})+(?!\d)",
    ),
    (
        r"\b(?:your|the) (?:full |postal |delivery |home |street |shipping |exact )*address\b|\bwhere (?:should|shall|can|do) (?:i|we) (?:send|deliver|ship)|\bihre (?:\w+)?(?:adresse|anschrift)\b|\bsu dirección\b|\bla dirección\b|\bvotre adresse\b(?! (?:e-?mail|mail|électronique))",
        r"\b\d+\w? (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:street|st|lane|road|rd|avenue|ave|way|drive|close|court|square|row|hill|terrace|place)\b|\w+(?:straße|strasse|weg|gasse|platz|allee) \d+|\b(?:calle|avenida|plaza|c/) \w+[^.?!\n]{0,20}\d+|\b\d+,? (?:bis,? )?(?:rue|avenue|place|boulevard|chemin|impasse)\b",
    ),
    (
        r"\b(?:which|what) size\b|\bthe size (?:you|of)|\bwelche größe\b|\bqué talla\b|\bsu talla\b|\bquelle (?:taille|pointure)\b",
        r"\bsize\W{1,3}(?:is )?(?:\d+|x{0,3}[sml]\b)|\bgröße\W{1,3}\w+|\btalla\W{1,3}\w+|\b(?:taille|pointure)\W{1,3}\w+|\bin (?:an? )?(?:x{0,3}[sml]|small|medium|large)\b",
    ),
    (
        r"\b(?:which|what) colou?r\b|\bwelche farbe\b|\b(?:de )?qué color\b|\b(?:de )?quelle couleur\b",
        rf"\b{_COLOURS}\b",
    ),
    (
        r"\bhow (?:large|big) (?:is|are)\b|\b(?:what|which) (?:are )?the (?:dimensions|measurements)\b|\bwie groß (?:ist|sind)\b|\bqué (?:medidas|tamaño)\b|\bquelles? (?:sont les )?dimensions?\b|\bquelle surface\b",
        r"\b\d+(?:[.,]\d+)? ?(?:x|by|×|mal|por|sur|auf) ?\d+|\b\d+(?:[.,]\d+)? ?(?:m²|m2|sqm|square|qm|quadratmeter|metros cuadrados)",
    ),
    (
        r"\bhow many (?:people|persons|guests|adults|of you(?! (?:eat|are|want|have|would|need|like))|are you|will you be|seats|places)|\bfor how many\b|\bwie viele (?:personen|gäste|leute|plätze)\b|\bcuántas? (?:personas|son|serán|plazas)\b|\bcuántos (?:son|serán|invitados)\b|\bcombien (?:serez|êtes|de personnes|d['’]invités|de places)\b",
        r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:people|persons|guests|adults|of us|seats|personen|gäste|leute|erwachsene|personas|invitados|adultos|plazas|personnes|invités|adultes)\b|\bwe(?:['’]re| are| will be|['’]ll be) (?:\d+|two|three|four|five|six|seven|eight)\b|\bwir sind (?:zu )?\w+\b|\b(?:somos|seremos) \d+|\bnous (?:sommes|serons) \d+",
    ),
    (
        r"\b(?:since when|when did (?:it|this|that|the \w+) (?:first )?(?:start|begin|happen|stop|fail|appear)|how long has (?:it|this|that))\b|\bseit wann\b|\bdesde cuándo\b|\bdepuis quand\b",
        rf"\b(?:since|seit|desde|depuis)\b[^.?!\n]{{0,40}}(?:{_DATE}|update|week|month|morning|noon|night|woche|tagen|morgen|update|semana|mañana|semaine|matin|jours|días|years|yesterday)|\bfor (?:two|three|four|five|\d+) (?:days|weeks|months|hours)\b|\b(?:started|began|happened|stopped)\b[^.?!\n]{{0,25}}{_DATE}",
    ),
    (
        r"\bwhen (?:do|are|will|is|does) (?:you|your \w+|the \w+) (?:fly|flying|travel\w*|arriv\w+|leav\w+|mov\w+|need|wedding|party|event|deadline|check\w*|com\w+|marry\w*|start\w*)|\b(?:on )?(?:which|what) (?:day|date) (?:do|are|will|is) (?:you|your|the)|\bwann (?:fliegen|reisen|kommen|brauchen|ziehen|ist ihre?|heiraten) |\bcuándo (?:viaja|llega|sale|vuela|necesita|es la)\b|\bquand (?:partez|arrivez|voyagez|avez-vous besoin)\b|\bà quelle date\b",
        rf"\b(?:fly|flying|travel\w*|arriv\w+|leav\w+|mov(?:e|ing)|need|wedding|party|event|deadline|marry|opens?|starts?|fliege\w*|reise\w*|komme\w*|brauche\w*|hochzeit|viaj\w+|lleg\w+|salgo|vuelo|boda|necesit\w+|pars|partons|arriv\w+|mariage|besoin)\b[^.?!\n]{{0,30}}{_DATE}",
    ),
    (
        r"\b(?:send|attach|share|have|get|see|take|provide|forward)(?: \w+){0,2} (?:an? |some |the |one )?(?:\w+ )?(?:photos?|pictures?|screenshots?|images?)\b|\b(?:foto|bild|screenshot)\w* (?:schicken|senden|machen)|\b(?:schicken|senden) sie[^.?]{0,25}(?:foto|bild)|\b(?:una|envíe|mande)[^.?]{0,12}(?:foto|imagen|captura)|\b(?:une|envoyez|envoyer)[^.?]{0,12}(?:photo|capture)",
        r"\b(?:photos?|pictures?|screenshots?|images?|fotos?|bilder?|imagen|captura)\b[^.?!\n]{0,30}\b(?:attached|enclosed|below|anbei|angehängt|anhang|adjunt\w+|jointes?|joint|ci-joint\w*)\b|\b(?:attached|enclosed|anbei|adjunto|adjunta|ci-joint\w*|i['’]ve sent|i sent)\b[^.?!\n]{0,30}(?:photo|picture|screenshot|image|foto|bild|imagen|captura)",
    ),
    (
        r"\bwhat (?:does|do|is|exactly does) (?:the|your|it|on the) ?(?:display|screen|message|error|panel|light)?[^.?]{0,12}(?:say|show|read)|\b(?:which|what) (?:error|code)\b|\bwas (?:zeigt|steht)\b[^?]{0,20}(?:display|anzeige|bildschirm)|\bqué (?:dice|pone|muestra|error)\b|\bqu['’]affiche\b|\bquel (?:code|message)\b",
        r"\b(?:error|code|fehler\w*|erreur|display|screen|anzeige|pantalla|écran|says?|shows?|zeigt|dice|pone|affiche)\b[^.?!\n]{0,15}(?:\b[A-Z]{1,3}-?\d+|[\"“„«])",
    ),
    (
        r"\b(?:which|what) (?:version of )?(?:android|windows|macos|ios|linux|firefox|chrome)(?: version)?\b|\bwelche (?:android|windows|macos|ios)-?version\b|\bqué versión de (?:android|windows)\b|\bquelle version d['’e ]+(?:android|windows|macos)\b",
        r"\b(?:android|windows|macos|ios|firefox|chrome)(?: version)? ?\d+",
    ),
    (
        r"\bwhat (?:have you|did you) (?:already )?(?:tried|try|do|done)\b|\bwhich steps have you\b|\bwas haben sie (?:schon|bereits) (?:versucht|probiert)|\bqué ha (?:probado|intentado|hecho)|\bqu['’]avez-vous (?:déjà )?(?:essayé|tenté|fait)",
        r"\b(?:i|we)(?:['’]ve| have)? (?:already |also )?(?:tried|restarted|reset|reinstalled|cleaned|changed|replaced|swapped)\b|\b(?:habe|haben) (?:schon |bereits )\w+|\b(?:ya )?(?:he|hemos) (?:probado|reiniciado|cambiado|limpiado)|\bj['’]ai (?:déjà )?(?:essayé|redémarré|changé|nettoyé)",
    ),
)
"""What asks for a kind of thing, and what shows that it was written."""
_MOST = 5


@cache
def _givens() -> tuple[Given, ...]:
    return tuple(Given(*(re.compile(one, re.IGNORECASE) for one in row)) for row in _ROWS)


def make_ready() -> None:
    """Compile the patterns, which takes longer than a rule may."""
    _givens()


@lru_cache(maxsize=2000)
def asked_in(sentence: str) -> tuple[tuple[int, int, Given], ...]:
    """Return what a sentence asks for: start, end and the kind of thing."""
    return tuple(
        (match.start(), match.end(), kind)
        for kind in _givens()
        for match in islice(kind.asked.finditer(sentence), 1)
    )


def shown_in(mail: str, kind: Given) -> Iterator[str]:
    """Yield the places of a mail where something of a kind stands, as written."""
    yield from (" ".join(match.group().split()) for match in islice(kind.shown.finditer(mail), _MOST))
