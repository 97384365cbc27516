"""Where somebody without a name takes a matter over: a colleague, another department, the people in charge.

A sentence counts by its roles: who acts (one of us, unnamed), what they do (take over, decide, come, write to the
customer), and when (now or from now on). What they did is told, and whom the customer may visit is a place.
"""
# ruff: noqa: E501 - a table of words reads best in long lines

import re
from collections.abc import Iterator
from itertools import islice

from composer.lint.cue import Cue
from composer.lint.late_patterns import LatePatterns
from composer.lint.own_words import Passage

_MOST = 20
_KIND = (
    r"(?:relevant|appropriate|responsible|concerned|right|respective|competent|correct|proper|other|another|different|internal|technical|senior|dedicated|special\w*|next|new|certain|"
    r"legal|financial|medical|back[- ]office|second[- ]level|higher|on-call|field|local|central|whole|own|very|best|most)"
)
_BODY = (
    r"(?:colleagues?|co-?workers?|teams?|departments?|divisions?|units?|sections?|groups?|specialists?|experts?|technicians?|engineers?|developers?|lawyers?|solicitors?|accountants?|fitters?|mechanics?|advis[eo]rs?|"
    r"agents?|representatives?|clerks?|managers?|supervisors?|consultants?|members? of (?:staff|the (?:team|crew|staff)|our (?:team|crew|staff))|desks?|shifts?|offices?|people|persons?|staff|folks|guys|boys|side|crew|personnel|depot|someone|somebody)"
)
_FIELD = r"(?:accounts?|billing|sales|finance|legal|shipping|logistics|purchasing|dispatch|support|technical|tech|it|hr|repairs?|service|workshop|warehouse|claims|complaints|quality|customer (?:care|service)|night|day|late|early|back|front|head)"
_WHO = (
    rf"(?:(?:(?:a|an|the|our|my|some|one of (?:my|our|the|his|their)|another|other|any|whichever|some other) (?:{_KIND} ){{0,2}}(?:{_FIELD} ){{0,2}}{_BODY}(?: (?:of (?:mine|ours)|concerned|responsible|in charge|in question|on duty|upstairs|there))?"
    rf"|other {_BODY}|(?:someone|somebody|one of (?:us|them)|whoever is (?:\w+ ){{1,3}}|head office|management|upstairs|the ones (?:who|that) (?:\w+ ){{1,4}}?|the (?:boss|bosses|depot|yard|garage|kitchen|branch|management|back office|night shift|day shift|workshop|warehouse|lab)|(?:the|our) {_FIELD} (?:team|side|department|people|desk|office|staff)))"
    r"(?: (?:from|of|in|at|on|over in) (?:the|our|another|that|a different) [\w-]+(?: [\w-]+){0,2}?)?)"
)
_ACTS = (
    r"(?:writes?|write back|calls?|rings?|phones?|contacts?|e-?mails?|reach(?:es)? out|gets? (?:back|in touch)|be in touch|comes? (?:by|back|over|round|out|to you|to your)|come by|drops? by|visits?|takes? (?:it|this|that|over|care|up|charge|the matter|your \w+)|"
    r"looks? (?:into|at|after)|handles?|deals?|decides?|answers?|repl(?:y|ies)|respond(?:s)?|sees? to|sorts?|checks?|reviews?|follows? up|lets? you know|informs?|advises?|sends?|goes through|goes over|(?:is|are) on it|(?:is|are) on the case|(?:is|are) (?:working|looking|dealing|handling|checking|seeing|taking|going)|"
    r"gives? you (?:a|an) \w+|brings?|works? on|has (?:it|this|your \w+)|have (?:it|this|your \w+)|tells?|assists?|helps?|investigates?|process(?:es)?|arranges?|finds? out|pays?|comes? on|replaces?|repairs?|fixes|fix)"
)
_ABOUT = r"(?:you|your|it|this|that|them|from here|from there|care|over|of (?:it|this|that)|in touch|back|up|on (?:it|this|that|the case)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|by|to|this (?:morning|afternoon|evening|week)|now|round)"
_NAME = re.compile(
    r"^,? \(?(?:(?:herr|frau|mr|mrs|ms|dr|señora?|sra?\.?|madame|monsieur|m\.|mme)\b|(?-i:[A-ZÄÖÜ][\w’'-]+)(?! ?(?:schaut|schauen|meldet|kümmert)))|^ (?:called|named|led by|around|namens|llamad[oa]|nommée?) ",
    re.IGNORECASE,
)
# "Carla Jost from our billing team": the person has a name.
_OF_SOMEBODY = re.compile(
    r"[A-ZÄÖÜ]\w+,? (?:from|of|in|at|with|aus|von|in|bei|de|del|du|d['’]|des) ?$|(?:[A-Z]\w+), $"
)
_IN_ENGLISH = LatePatterns(
    (
        rf"\b(?P<who>{_WHO})(?: (?:will|is going to|are going to|shall|should|may|can|is about to|then|now|already|soon|probably|also|either)|['’]ll)* (?P<does>{_ACTS})\b(?=[^.!?]{{0,60}}?\b{_ABOUT}\b|\s*[.!,;])",
        (
            r"\b(?:(?:i|we)(?:['’]ve| have|['’]ll| will| am| are|['’]m|['’]re)? (?:\w+ly |now |just |already |also )?(?:forward|pass|escalat|refer|transfer|hand|rais|assign|rout|sent|send|shar|report|put|giv|gave|turn|left|leav|brought|bring|show|deliver|taken|took|mov)\w*"
            rf"|(?:it|this|that|which|everything|your (?:\w+ ){{0,2}}\w+|the (?:matter|case|file|question|request|letter|form|claim|rest))(?: has| have| is| was|['’]s)? (?:now |already |just |being |been |currently )*(?:gone|went|goes|sits|lies|rests|lands|landed|is|stays|moved|moves|with|passed|handed|given|sent|handled|dealt|looked|checked|reviewed|decided|processed|taken))"
            rf" (?:[^.!?,;]{{0,40}}? )?(?:to|with|by|in front of|before|for|on the desk of|in the hands of|on to|over to) (?P<who>{_WHO}|whoever|(?:the )?(?:accounts|billing|legal|finance|management|head office|sales|logistics)|the (?:people|ones|person) who)(?=\s*[.!,;)]|$| (?:now|today|this|who|and|for|so|yesterday|already|is|on)\b)"
        ),
        rf"\byou(?:['’]ll| will|['’]re| are)(?: (?:soon|then|also))? (?:be (?:contacted|called|informed|visited|rung|written to|helped|answered)|being (?:contacted|called)|hear|get (?:a )?(?:call|answer|reply|visit|letter|mail)|receive (?:a )?(?:call|answer|reply|visit|letter|mail)) (?:by|from) (?P<who>{_WHO})(?!\w)",
        r"\b(?:it|this|that|your (?:\w+ )?(?:request|case|question|claim|file|mail|letter)) (?:now )?(?:went|goes|has gone|has to go|must go) (?P<who>upstairs|higher up|up the (?:line|ladder|chain)|to the (?:top|bosses|back office))\b",
        r"\b(?:in|into) (?P<who>(?:other|good|capable|safe|different|expert) hands)\b(?= (?:now|from|already)|\s*[.!,;])|\b(?:i|we)(?:['’]ve| have|['’]ll)? (?:let|told|tell|asked|ask|informed|alerted) (?P<who2>(?:the|our|my|a) (?:[\w-]+ ){0,1}?(?:workshop|depot|team|department|colleagues?|office|people|staff|lab|warehouse|crew|technicians?))(?: know)?(?:,? (?:and )?(?:they|who)(?:['’]ll| will)?|\s*[.;])",
    )
)
_IN_OTHERS = LatePatterns(
    (
        (
            r"\b(?P<who>(?:ein(?:e[rs]?|em)?|jemand|(?:die|der|das|unsere?|meine?) (?:(?:zuständige|entsprechende|verantwortliche|betreffende|andere|interne|technische|nächste)[nrs]? )?)(?: ?(?:aus|von|in) (?:der|unserer|dem) (?:\w+ )?\w+)? ?"
            r"(?:(?:andere[rs]? |weitere[rs]? |meiner |unserer )?(?:kolleg(?:e|in|en|innen)|(?:\w+)?abteilung|(?:\w+)?team|stelle|technik(?:er|erin)?|werkstatt|mitarbeiter(?:in|innen)?|buchhaltung|verwaltung|sachbearbeit(?:er|erin|ung)|fachbereich|leitung|geschäftsleitung|spezialist(?:in|en)?|experten?|monteur|kundendienst|außendienst|innendienst|zentrale|rechtsabteilung|spätschicht|frühschicht|nachtschicht|leute|person))?)"
            r" (?:meldet|melden|kümmert|kümmern|ruft|rufen|schreibt|schreiben|kommt|kommen|schaut|schauen|sieht|prüft|prüfen|übernimmt|übernehmen|bearbeitet|bearbeiten|entscheidet|wird|werden|nimmt|antwortet|informiert|klärt|klären|hat (?:das|den|ihren|die)|erledigt|befasst)\b(?=[^.!?]{0,60}\b(?:sich|sie|ihnen|darum|das|den|ihren|ihr|an|übernehmen|es|vorbei|zurück)\b)"
        ),
        (
            r"\b(?P<who3>jemand ander(?:e[rs]|er)|(?:ein|eine) andere[rs]?)\b(?=\s*[.,;!])|\b(?:liegt|ist|geht|ging|landet|läuft)(?: \w+){0,4}? (?:bei|an|über) (?P<who>(?:der|unserer|den|dem|die|unsere|das|einer|einem)(?: (?:zuständigen|entsprechenden|anderen|technischen))? (?:technik|abteilung|\w+abteilung|kolleg(?:en|innen|e)|stelle|team|\w+team|buchhaltung|werkstatt|verwaltung|zentrale|leitung|fachbereich|spezialisten|experten|kundendienst))(?!\w)|"
            r"\b(?:das|dies) (?:macht|erledigt|klärt|prüft|entscheidet|übernimmt|bearbeitet|beantwortet)(?: bei uns| hier)? (?P<who2>(?:eine andere|die|unsere|ein anderes|eine)(?: \w+)? (?:abteilung|stelle|team|kollegin|kollege))(?!\w)"
        ),
        (
            r"\b(?P<who>(?:un[ao]?|otr[oa]|el|la|los|nuestr[oa]s?|algún|alguna|alguien|uno de nuestros)(?: otr[oa])?(?: ?(?:compañer[oa]s?|colegas?|departamento|equipo|personas?|servicio|técnic[oa]s?|área|sección|responsables?|encargad[oa]s?|especialistas?|agente|oficina|gerencia|dirección|taller|jefes?))?(?: (?:correspondiente|responsable|competente|encargad[oa]|pertinente|técnic[oa]|adecuad[oa]|comercial|legal|interno|de \w+|del \w+|de la \w+))?)"
            r" (?:le|les|te|lo|la|se lo|se)? ?(?:pondrá|encarga|encargará|ocupa|ocupará|llamará|llama|escribirá|escribe|contactará|responderá|contestará|pasará|visitará|atenderá|revisará|resolverá|decidirá|informará|enviará|mandará|lleva|gestiona|estudia|dirá|avisará)\b|"
            r"\b(?:lo|la) (?:lleva|gestiona|tiene|estudia|revisa|está viendo)(?: ahora| ya)? (?P<who2>(?:el|la|un|una|otro|otra|los) (?:equipo|departamento|área|servicio|compañer[oa]|persona|sección|técnicos?|responsable)(?: \w+)?)(?!\w)|\b(?:he|hemos) (?:pasado|dejado|enviado|mandado|derivado|remitido)(?: \w+){0,3} (?:a|al) (?P<who4>(?:los|las|el|la|mis|unos?)? ?(?:compañer[oa]s?|equipo|taller|departamento|técnicos?|servicio|oficina)(?: (?:de|del) (?:la )?\w+)?)|\b(?P<who3>otro departamento|otra sección|otro equipo|otra área)\b"
        ),
        (
            r"\b(?P<who>(?:une?|le|la|les|l['’]|notre|nos|quelqu['’]un|un autre|une autre|l['’]un de nos|une? de mes|un de nos) ?(?:autres? )?(?:collègues?|services?|équipes?|départements?|personnes?|techniciens?|techniciennes?|responsables?|spécialistes?|conseillers?|conseillère|interlocuteur|bureau|direction|atelier|gestionnaire|comptabilité|expert)?(?: (?:concernée?|compétente?|appropriée?|technique|adéquate?|en charge|responsable|dédiée?|comptable|juridique|commerciale?|après-vente|clients?|informatique))?)"
            r" (?:vous |s['’]en |se |en |le |la )?(?:rappelle|rappellera|contacte|contactera|répond|répondra|passe|passera|prend|prendra|occupe|occupera|traite|traitera|écrit|écrira|enverra|viendra|vient|recontactera|étudie|étudiera|examine|examinera|tiendra|décidera|charge|chargera|reviendra|appellera|réglera)\b|"
            r"\bc['’]est (?P<who2>(?:un autre|une autre|le|la|notre) (?:service|équipe|département|collègue|personne)(?: \w+)?) qui\b"
        ),
    )
)
# They run only where a word for somebody stands in a passage.
_WHO_CUE = Cue(
    "colleague|worker|team|depart|division|unit|section|group|specialist|expert|technic|engineer|developer|lawyer|solicitor|accountant|fitter|mechanic|advis|agent|represent|clerk|manager|supervisor|consultant|member|desk|shift|office|people|person|staff|folks|side|crew|"
    "someone|somebody|one of |whoever|boss|management|upstairs|higher up|up the |workshop|warehouse|lab|accounts|billing|legal|finance|sales|logistics",
    r"\b(?:colleague|co-?worker|team|depart|division|unit|section|group|specialist|expert|technic|engineer|developer|lawyer|solicitor|accountant|fitter|mechanic|advis|agent|represent|clerk|manager|supervisor|consultant|member|desk|shift|office|people|persons?\b|staff|folks|side\b|crew|personnel|"
    r"someone|somebody|one of (?:us|them)|whoever|boss|management|head office|upstairs|higher up|up the (?:line|ladder|chain)|back office|workshop|warehouse|lab\b|accounts|billing|legal|finance|sales|logistics)",
)
_WHO_CUE_OTHERS = Cue(
    "jemand|kolleg|abteilung|stelle|team|technik|werkstatt|mitarbeiter|buchhaltung|verwaltung|sachbearb|fachbereich|leitung|leute|monteur|dienst|zentrale|schicht|spezialist|experten|"
    "compañer|colega|equipo|servicio|técnic|área|responsable|encargad|especialista|departamento|oficina|gerencia|dirección|taller|alguien|sección|persona|collègue|service|équipe|personne|spécialiste|conseill|interloc|bureau|atelier|gestionnaire|comptab|quelqu|département|technicien",
    r"\b(?:jemand|kolleg|\w*abteilung|stelle|\w*team\b|technik|werkstatt|mitarbeiter|buchhaltung|verwaltung|sachbearb|fachbereich|leitung|leute|monteur|\w+dienst|zentrale|\w+schicht|spezialist|experten|"
    r"compañer|colega|equipo|servicio|técnic|área|responsable|encargad|especialista|departamento|oficina|gerencia|dirección|taller|alguien|sección|persona|collègue|service|équipe|personne|spécialiste|conseill|interloc|bureau|atelier|gestionnaire|comptab|quelqu|département|technicien)",
)
# A place, a rule, a choice of the customer's, or what happened.
_TOLD = re.compile(
    r"\b(?:you (?:can|could|may|might|should|must) (?:\w+ )?(?:call|ask|visit|write|contact|reach|go)|if|whenever|unless|every|usually|normally|always|costs?|open|closed|wrote|called|said|told|asked|who helped|or|whether|can sign|has to|have to|post office|"
    r"wenn|falls|immer|jede[rnsm]?|si|siempre|cada|toujours|chaque)\b|\?\s*$",
    re.IGNORECASE,
)

_BARE = frozenset(
    [
        "ein",
        "eine",
        "einer",
        "eines",
        "einem",
        "die",
        "der",
        "das",
        "unser",
        "unsere",
        "mein",
        "meine",
        "un",
        "una",
        "uno",
        "el",
        "la",
        "los",
        "le",
        "les",
        "une",
        "otro",
        "otra",
        "nuestro",
        "nuestra",
        "nos",
        "notre",
        "l'",
        "l’",
    ]
)


def make_ready() -> None:
    """Compile the patterns, which takes longer than a rule may."""
    _IN_ENGLISH.compile()
    _IN_OTHERS.compile()


def unnamed_takers(passage: Passage) -> Iterator[tuple[int, int, int, int]]:
    """Yield where somebody unnamed takes over: start and end of the words, and of who it is."""
    english = _IN_ENGLISH if passage.cued(_WHO_CUE) else ()
    others = _IN_OTHERS if passage.cued(_WHO_CUE_OTHERS) else ()
    for pattern in (*english, *others):
        for match in islice(passage.found(pattern), _MOST):
            who = next(name for name in ("who", "who2", "who3", "who4") if match.groupdict().get(name))
            sentence = passage.sentence_at(match.start())
            if _NAME.match(passage.words[match.end(who) :]) or _TOLD.search(sentence.text):
                continue
            if _OF_SOMEBODY.search(passage.words[max(0, match.start(who) - 40) : match.start(who)]):
                continue
            if match[who].strip().lower() in _BARE:
                continue
            yield match.start(), match.end(), match.start(who), match.end(who)
