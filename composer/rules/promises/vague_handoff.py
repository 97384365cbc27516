"""vague-handoff: passed on to “the relevant team”, whoever that is."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.cue import Cue
from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts
from composer.lint.unnamed import unnamed_takers

_WHO = (
    r"(?:the|our|a|an|another|my|some) (?:(?:relevant|appropriate|responsible|concerned|right|respective|correct|proper|"
    r"other|internal|technical|senior|dedicated|specialist|specialized|specialised|different|back-end|second[- ]level|"
    r"tier[- ]\w+|development|engineering|product|billing|sales|support|dev|it|finance|shipping|accounts?) ){0,2}"
    r"(?:teams?|departments?|colleagues?|persons?|people|developers?|engineers?|specialists?|experts?|unit|group|division|back[- ]office|support)"
    r"|(?:the |our )?(?:(?:tier|level|l) ?[1-4]|(?:first|second|third|next|higher)[- ](?:level|line|tier))(?: support| team)?"
)
_HANDED = re.compile(
    rf"(?<![\w'’])(?:(?:i|we)(?:['’]ve| have|['’]ll| will| am| are|['’]m|['’]re)? ?(?:also |now |just |already |going to )?)"
    r"(?:forward(?:ed|ing)?|pass(?:ed|ing)?|escalat(?:e|ed|ing)|refer(?:red|ring)?|transfer(?:red|ring)?|hand(?:ed|ing)?|"
    r"rais(?:e|ed|ing)|assign(?:ed|ing)?|rout(?:e|ed|ing)|sent|send|sending|shar(?:e|ed|ing)|report(?:ed|ing)?)"
    r" (?:this|it|that|your|the|you)(?: (?!to\b|with\b)\w+){0,4} (?:on |over |along |up )?(?:to|with) "
    rf"(?P<who>{_WHO})(?!\w)",
    re.IGNORECASE,
)
_WAS_HANDED = re.compile(
    rf"(?<![\w'’])(?:has|have|was|were|is|are|will be|['’]s) (?:also |now |just |already |being )?(?:been )?(?:forwarded|passed(?: on| along)?|"
    r"escalated|referred|transferred|handed(?: over)?|raised|assigned|routed|sent|reported) (?:on )?(?:to|with) "
    rf"(?P<who>{_WHO})(?!\w)",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"(?<![\w'’])(?P<who>the (?:relevant|appropriate|responsible|concerned|respective) "
    r"(?:teams?|departments?|colleagues?|persons?|people)) (?:will|is|are|has|have)\b",
    re.IGNORECASE,
)
# Who has it now, without a name.
_LIES_WITH = re.compile(
    rf"(?<![\w'’])(?:is|are|lies|sits|rests|['’]s) (?:now |currently |already )?(?:with|in the hands of|on the desk of) (?P<who>{_WHO}|our (?:specialists?|experts?|technicians?))(?!\w)",
    re.IGNORECASE,
)
_SOMEBODY_WILL = re.compile(
    r"(?<![\w'’])(?P<who>(?:someone|somebody|one|a member|a representative|an agent|an? (?:specialist|expert|representative|agent))(?: (?:from|of|in) (?:our|the) (?:[\w-]+ ){0,2}"
    r"(?:teams?|departments?|specialists?|experts?|agents?|staff|support|office|side))?|our (?:specialists?|experts?)|the (?:[\w-]+ )?(?:team|department|people|person|colleagues?) (?:in charge|responsible|concerned))"
    r" (?:will|is going to|are going to|shall|should)(?= (?:\w+ ){0,3}(?:look|take|get|contact|reach|be in touch|handle|review|call|write|follow|process|deal|come back|respond|answer|reply)\b)",
    re.IGNORECASE,
)
_BROUGHT_IN = re.compile(
    rf"(?<![\w'’])(?:i|we)(?:['’]ve| have|['’]ll| will)? ?(?:also |now |just |already )?(?:looped in|loop in|brought in|bring in|involved?|notified|notify|alerted|alert|informed?) (?P<who>{_WHO}|our (?:specialists?|experts?))(?!\w)",
    re.IGNORECASE,
)
# German, Spanish, French: the verb comes late, or early.
_WHO_DE = (
    r"(?:die|den|der|das|unsere[nrm]?|eine[nrm]?|meine[nrm]?) (?:(?:zuständige|entsprechende|verantwortliche|betreffende|richtige|andere|interne|technische)[nrs]? )?(?:stellen?|(?:fach|technik|entwicklungs|rechts|vertriebs|verkaufs)?abteilung(?:en)?|"
    r"(?:fach|technik|entwickler|support|service)?team|kolleg(?:e|en|in|innen)|mitarbeiter(?:n|in|innen)?|sachbearbeiter(?:in|n)?|fachbereich|bereich|technik|entwicklung|entwickler|buchhaltung|spezialisten|experten)"
)
_HANDED_OTHERS = (
    re.compile(
        rf"\ban (?P<who>{_WHO_DE})(?!\w)[^.!?\n]{{0,12}} (?:weitergeleitet|weitergegeben|weitergereicht|übergeben|übermittelt|eskaliert|verwiesen|abgegeben|gemeldet)\b|"
        rf"\b(?:leite|leiten|gebe|geben|reiche|reichen|übergebe|übergeben|eskaliere|melde|melden) (?:\w+ ){{0,6}}an (?P<who2>{_WHO_DE})(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:he|hemos|ha sido|han sido|será|voy a|vamos a)(?: sido)? (?:remitid|derivad|pasad|trasladad|enviad|reenviad|escalad|transferid|comunicad)\w+ (?:\w+ ){0,6}?(?:al|a la|a nuestro|a nuestra|a un|a una|con el|con la) "
        r"(?P<who>(?:departamento|equipo|área|sección|compañer[oa]|persona|técnicos?|responsable)(?: (?:correspondiente|responsable|competente|encargad[oa]|pertinente|técnico|adecuad[oa]|de [a-zà-ÿ]+))?)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:transmis|transféré|transmettons|remonté|fait suivre|communiqué|redirigé|escaladé|confié|envoyé)e?s? (?:\w+ ){0,6}?(?:au|à la|à notre|à nos|aux|à l['’]|vers le) ?"
        r"(?P<who>(?:service|équipe|département|personne|collègues?|interlocuteur|techniciens?|responsable)(?: (?:concernée?|compétente?|appropriée?|technique|adéquate?|en charge|responsable|dédiée?|[a-zà-ÿ]+))?)(?!\w)",
        re.IGNORECASE,
    ),
)
# One of these stands in every hit.
_CUE = Cue(
    "team|department|back office|back-office|colleague|person|people|developer|engineer|specialist|expert|unit|group|division|technician|agent|"
    "representative|member|stelle|abteilung|kolleg|mitarbeiter|sachbearbeiter|bereich|technik|entwickl|buchhaltung|spezialist|departamento|equipo|"
    "área|sección|compañer|técnic|responsable|service|équipe|département|collègue|interlocuteur"
)
_LEVEL_CUE = Cue(
    "support|tier|level|line|l1|l2|l3|l4|l 1|l 2|l 3|l 4",
    r"(?:to|with|in|our|the) (?:[\w-]+ )?support\b|\b(?:tier|level|l) ?[1-4]\b|[- ](?:level|line|tier)\b",
)
_NAMED_AFTER = re.compile(r"^ \(?[A-Z]\w+|^ (?:led by|around|of) [A-Z]|^, [A-Z]\w+ [A-Z]\w+")


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    taken: list[tuple[int, int]] = []
    for start, end, who_start, who_end in (*sorted(_handed(passage)), *sorted(unnamed_takers(passage))):
        if any(start < ended and begun < max(end, who_end) for begun, ended in taken):
            continue
        taken.append((start, max(end, who_end)))
        said = " ".join(passage.words[who_start:who_end].split())
        message = f"“{said}” is nobody the customer can ask: name the person who takes over, and until when."
        yield Hit(start, who_end, message)


def _may_hand(passage: Passage) -> bool:
    return passage.cued(_CUE) or passage.cued(_LEVEL_CUE)


def _handed(passage: Passage) -> Iterator[tuple[int, int, int, int]]:
    """Yield where a matter is handed over: start and end of the words, and of who gets it."""
    for match in _matches(passage) if _may_hand(passage) else ():
        who = "who2" if match.groupdict().get("who2") else "who"
        if not _NAMED_AFTER.match(passage.words[match.end(who) :]):
            yield match.start(), match.end(), match.start(who), match.end(who)


def _matches(passage: Passage) -> Iterator[re.Match[str]]:
    for pattern in (
        _HANDED,
        _WAS_HANDED,
        _TAKES_OVER,
        _LIES_WITH,
        _SOMEBODY_WILL,
        _BROUGHT_IN,
        *_HANDED_OTHERS,
    ):
        yield from passage.found(pattern)


RULE = Rule(
    id="vague-handoff",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="Handed over to nobody in particular",
    finds="A matter that was passed to a team, a department, a level or “somebody”, without a name.",
    why="The customer knows who has the matter now and when that person will write.",
    reads=EachPassage(_check),
    bad=drafts(
        "«I've forwarded this to the relevant department».\n",
        "«We have passed your request on to our developers».\n",
        "«I have escalated this to our technical team», John.\n",
        "Your case «has been escalated to the relevant department».\n",
        "Your case «is now with our specialists».\n",
        "«Someone from our team» will be in touch.\n",
        "Your case «has been escalated to level 2».\n",
        "«I've escalated it to second-level support», John.\n",
        "Ich habe Ihren Fall «an die zuständige Stelle» weitergeleitet.\n",
        "«Hemos remitido su caso al departamento correspondiente».\n",
        "Nous avons «transmis votre demande au service concerné».\n",
    ),
    good=drafts(
        "I've forwarded this to Ben Ray in billing; he writes to you by Friday.\n",
        "We have passed your request on to Ben Ray.\n",
        "I have escalated this to Ben Ray, John.\n",
        "Ben Ray in billing has your case now.\n",
        "Your case is now with Ben Ray.\n",
        "Ben Ray will be in touch.\n",
        "Ben Ray has your case now.\n",
        "Ben Ray has it now, John.\n",
        "Ich habe Ihren Fall an Ute Brandt in der Buchhaltung weitergeleitet.\n",
        "Hemos remitido su caso a Ana Ruiz.\n",
        "Nous avons transmis votre demande à Luc Morel.\n",
    ),
    quiet=drafts(
        "I've passed this to my colleague Ben Ray.\n",
        "Send the file to our team address.\n",
        "I've forwarded the parcel to your new address.\n",
        "You can share the board with a colleague.\n",
        "Ich habe das an meine Kollegin Ute Brandt weitergegeben.\n",
        "Someone will have to sign for the parcel.\n",
        "Bitte geben Sie das Formular an Ihre Buchhaltung weiter.\n",
    ),
)
