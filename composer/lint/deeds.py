"""What people do to a thing that fails, as deeds: a verb's meaning and what it is done to.

*I bled the radiators yesterday* and *First of all, bleed your radiators* are one deed. A verb stands in all the
forms in which customers tell and agents advise it; the thing is compared by the beginning of its word, since
both write in one language.
"""
# ruff: noqa: E501 - a table of words reads best in long lines

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from composer.questions.plain_words import folded

_VERBS = {
    "clean": r"clean(?:ed|ing|s)?|wip(?:e|ed|ing)|dust(?:ed|ing)?|wash(?:ed|ing)?|rins(?:e|ed|ing)|scrub(?:bed|bing)?|brush(?:ed|ing)?|blew|blow(?:n|ing)?|(?:ge)?reinig\w*|(?:ge)?putz\w*|gesaubert|saubern|(?:ab)?(?:ge)?wisch\w*|(?:ge)?spul\w*|limpi\w+|enjuag\w+|lav(?:e|ad|ar)\w*|nettoy\w+|rinc\w+|essuy\w+|depoussier\w+",
    "restart": r"re-?start(?:ed|ing)?|re-?boot(?:ed|ing)?|power[- ]?cycl\w+|neu ?(?:ge)?start\w*|neustart|start\w*(?: sie)?(?: \w+){0,4} neu|reinici\w+|redemarr\w+|rallum\w+",
    "unplug": r"unplug(?:ged|ging)?|disconnect(?:ed|ing)?|pull(?:ed|ing)? (?:out )?the (?:plug|cord|cable)|aus(?:ge)?steck\w*|(?:stecker|netzstecker)(?: \w+){0,3} (?:ge)?z[io][eg]h?\w*|zieh\w*(?: \w+){0,3} (?:netz)?stecker|vom (?:strom|netz)|desenchuf\w+|desconect\w+|debranch\w+",
    "reset": r"re-?set(?:ting)?|zuruck(?:ge|zu)?setz\w*|setz\w*(?: \w+){0,5} zuruck|resett?et|resett?en|restablec\w+|reinitialis\w+",
    "reinstall": r"re-?install\w*|un-?install\w*|fresh install\w*|clean install\w*|neu (?:zu )?installier\w*|installier\w*(?: \w+){0,4} neu|deinstallier\w*|reinstal\w+|desinstal\w+|desinstall\w+",
    "update": r"updat(?:e|ed|ing)|upgrad(?:e|ed|ing)|aktualisier\w*|actualiz\w+|(?:mis|mettre|mettez|mise)(?: \w+){0,3} a jour",
    "descale": r"descal\w+|decalcif\w+|entkalk\w*|descalcific\w+|detartr\w+",
    "charge": r"(?:re-?)?charg(?:e|ed|ing|er)\b|on (?:the|its) charger|(?:auf)?(?:ge)?lad(?:e|en)\b|auf(?:zu)?laden|carg(?:ue|ar|ado|ue|a)\b|recharg\w+|charge[rz]\b",
    "replace": r"replac(?:e|ed|ing)|chang(?:e|ed|ing)|swap(?:ped|ping)?|exchang(?:e|ed|ing)|other|another|different|second|spare|fresh|(?:ge|aus(?:ge)?)?(?:wechsel|tausch)\w*|andere[nrms]?|cambi\w+|otr[oa]s?|sustitu\w+|chang(?:e|ee|es|ez|er)|rempla\w+|autres?",
    "tighten": r"tight(?:en|ened|ening)|(?:fest|nach|an)(?:ge|zu)?z(?:ieh|og)\w*|zieh\w*(?: \w+){0,4} (?:fest|nach|an)\b|apret\w+|apriet\w+|resserr\w+|serr(?:e|ez|er|ees?)\b",
    "loosen": r"loosen(?:ed|ing)?|unscrew(?:ed|ing)?|(?:ge|ab(?:ge)?)?schraub\w*|aflo[jx]\w+|desatornill\w+|desserr\w+|deviss\w+",
    "oil": r"oil(?:ed|ing)?|greas(?:e|ed|ing)|lubricat\w+|(?:ge)?(?:ol|schmier)(?:t|en)\b|engras\w+|lubric\w+|graiss\w+|huil(?:e|ez|er)\b",
    "look": r"look(?:ed|ing)?|check(?:ed|ing)?|search(?:ed|ing)?|inspect(?:ed|ing)?|have a look|nach(?:ge)?(?:seh|schau)\w*|(?:schau|seh)\w*(?: \w+){0,5} nach|gesucht|suchen|(?:ge|uber)?pruf\w*|mir\w+|revis\w+|busc\w+|busq\w+|comprob\w+|comprueb\w+|mire|regard\w+|verifi\w+|cherch\w+|consult\w+",
    "contact": r"ask(?:ed|ing)?|call(?:ed|ing)?|rang|rung|ring|phon(?:e|ed|ing)|wrote|writ(?:e|ten|ing)|contact(?:ed|ing)?|spoke|spoken|speak|talk(?:ed|ing)?|e-?mail(?:ed|ing)?|check(?:ed|ing)? with|turn to|get in touch|been in touch|(?:ge)?frag\w*|(?:an)?(?:ge)?ruf\w*|(?:an)?(?:ge)?schr[ie]+b\w*|wend\w+|llam\w+|pregunt\w+|escri\w+|contact\w+|habl\w+|appel\w+|telephon\w+|demand\w+|ecri\w+|adress\w+",
    "press": r"press(?:ed|ing)?|push(?:ed|ing)?|held|hold(?:ing)?|click(?:ed|ing)?|(?:ge)?druck\w*|gehalten|halten|puls\w+|apret\w+|presion\w+|manten\w+|appuy\w+|mainten\w+|press\w+",
    "delete": r"delet(?:e|ed|ing)|clear(?:ed|ing)?|empt(?:y|ied|ying)|remov(?:e|ed|ing)|wip(?:e|ed|ing)|flush(?:ed|ing)?|(?:ge)?losch\w*|(?:ge)?leer\w*|entfern\w*|borr\w+|vaci\w+|elimin\w+|vid(?:e|ez|er|ee|es)\b|supprim\w+|effac\w+",
    "switch off": r"(?:switch|turn|power)(?:ed|ing)? (?:\w+ ){0,3}off|off and (?:back )?on|aus(?:ge|zu)?(?:schalt|mach)\w*|schalt\w*(?: \w+){0,4} aus|apag\w+|etein\w+|eteint\w*",
    "switch on": r"(?:switch|turn|power)(?:ed|ing)? (?:\w+ ){0,3}on\b|enabl(?:e|ed|ing)|activat(?:e|ed|ing)|ein(?:ge|zu)?schalt\w*|schalt\w*(?: \w+){0,4} ein\b|aktivier\w*|activ(?:e|ar|ado|o)\b|encend\w+|enciend\w+|allum\w+|activ(?:ez|er|ee?)\b",
    "move": r"mov(?:e|ed|ing)|shift(?:ed|ing)?|plac(?:e|ed|ing)|relocat\w+|(?:um|ver)(?:ge)?(?:stell|schob|schieb|setz)\w*|mov(?:er|ido|i)|muev\w+|deplac\w+|boug\w+",
    "close": r"clos(?:e|ed|ing)|shut|quit|(?:ge)?schloss\w*|schliess\w*|cerr\w+|cierr\w+|ferm(?:e|ez|er|ee|es)\b",
    "bleed": r"bled|bleed(?:ing)?|vent(?:ed|ing)?|entluft\w*|purg\w+",
    "fill": r"(?:re-?)?fill(?:ed|ing)?|top(?:ped|ping)? up|(?:auf|nach|be)?(?:ge)?fullt?\w*|rellen\w+|llen\w+|rempli\w+",
    "wait": r"wait(?:ed|ing)?|(?:ge|ab(?:ge)?)?wart\w*|esper\w+|attend\w+|patient\w+",
    "log in again": r"(?:log|sign)(?:ged|ned|ging|ning)? (?:\w+ ){0,2}out|(?:log|sign)(?:ged|ned|ging|ning)? (?:back )?(?:in|on) again|ab(?:ge)?meld\w*|neu an(?:ge)?meld\w*|cerr\w+ (?:la )?sesion|deconnect\w+",
    "pair": r"(?:re-?)?pair(?:ed|ing)?|(?:ge|neu )?koppel\w*|(?:ge)?koppelt|emparej\w+|vincul\w+|appair\w+|jumel\w+",
    "water": r"water(?:ed|ing)?|(?:ge)?goss\w*|giess\w*|reg(?:ue|ar|ado)\b|arros\w+",
    "try": r"tried|try(?:ing)?",
}
# Said of a bare *it* they are too wide: what is looked at, and who is asked, has to be the same.
_OF_SOMETHING = frozenset(
    {"look", "contact", "press", "replace", "delete", "switch on", "close", "wait", "move", "fill"}
)
# Done as a whole: the thing it is done to is the one that fails.
_WHOLE = frozenset(
    {
        "restart",
        "reset",
        "reinstall",
        "update",
        "descale",
        "charge",
        "unplug",
        "bleed",
        "log in again",
        "pair",
    }
)
_NAMED = {name: re.compile(rf"\b(?:{pattern})(?!\w)") for name, pattern in _VERBS.items() if name != "try"}
_ANY = re.compile(rf"\b(?:{'|'.join(_VERBS.values())})(?!\w)")
_WORD = re.compile(r"[a-z]{2,}")
_SMALL = frozenset(
    [
        "the",
        "your",
        "our",
        "my",
        "his",
        "her",
        "its",
        "their",
        "an",
        "of",
        "off",
        "out",
        "up",
        "on",
        "in",
        "into",
        "over",
        "under",
        "with",
        "to",
        "for",
        "from",
        "at",
        "by",
        "and",
        "or",
        "also",
        "first",
        "then",
        "just",
        "please",
        "simply",
        "all",
        "both",
        "every",
        "each",
        "other",
        "one",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ihr",
        "ihre",
        "ihren",
        "ihrem",
        "ihrer",
        "mein",
        "meine",
        "meinen",
        "dein",
        "deine",
        "sie",
        "du",
        "ich",
        "wir",
        "bitte",
        "zuerst",
        "erst",
        "noch",
        "mal",
        "einmal",
        "dann",
        "auch",
        "ein",
        "eine",
        "einen",
        "einem",
        "mit",
        "von",
        "zu",
        "zum",
        "zur",
        "auf",
        "aus",
        "im",
        "in",
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "unos",
        "unas",
        "su",
        "sus",
        "tu",
        "tus",
        "mi",
        "mis",
        "por",
        "favor",
        "primero",
        "de",
        "del",
        "en",
        "con",
        "al",
        "ya",
        "lo",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "votre",
        "vos",
        "ton",
        "ta",
        "tes",
        "mon",
        "ma",
        "mes",
        "de",
        "dans",
        "avec",
        "sur",
        "d'abord",
        "abord",
        "puis",
        "au",
        "aux",
        "pensez",
        "en",
        "small",
        "little",
        "big",
        "red",
        "green",
        "blue",
        "black",
        "white",
        "whole",
        "entire",
    ]
)
_IT = frozenset(
    ["it", "them", "this", "that", "these", "those", "ihn", "es", "lo", "cela", "ca", "eso", "esto"]
)
_ITS_OWN = re.compile("passw|kennw|contr|mot|clave|pin")
_SAME = 5
# Typed on a phone, a sentence begins without a capital.
_PIECES = re.compile(r"(?<=[.!?;])\s+|\n+")
_TOLD = re.compile(
    r"\b(?:\w{2,}ed|did|done|took|taken|put|bled|wrote|written|held|rang|spoke|blew|shut|reset|been|had|changed|hab|habe|haben|ge\w{2,}(?:t|en)|\w{2,}iert|wurden?|"
    r"he|hemos|ya|\w{2,}(?:é|ado|ido|amos|imos)|ai|avons|fait|déjà|deja|\w{2,}ée?s?)\b",
    re.IGNORECASE,
)
# What stands right before a deed that somebody is told to do: the clause's beginning, or a counsel.
_COUNSELS = re.compile(
    r"(?:^|[.;:,!]|\b(?:and|or|then|so|please|first|first of all|just|simply|always|try|try to|start by|begin by|you (?:can|could|should|must|might|may|need to|have to|ought to)(?: also| first| try)?|"
    r"recommend|suggest|advise|worth|might|may|better|best|help(?:s|ed)?|bitte|zuerst|erst|einfach|und|por favor|primero|pruebe a|intente|y|trate de|hay que|debe|conviene|recomendamos|merci de|veuillez|"
    r"d'abord|puis|et|commencez par|pensez a|essayez de|il faut|commencer par|faut|your|it may be|may be|could be|try a|try another|a|use|leave it|have a|take a|keep it|mettez des|mettez|ponga|setzen sie)(?: sie)?)\W*$"
)
# What came of it stands behind.
_IN_VAIN = re.compile(r"\b(?:but|yet|still|however|aber|trotzdem|pero|mais)\b", re.IGNORECASE)
_THEY_DID = re.compile(
    r"(?:^|[,;] ?|\b(?:and|y|et|und) )\W*(?:already |ya |déjà |schon )?(?:\w{3,}ed|tried|reset|did|put|took)\b|\b(?:i|we)(?:['’]ve| have)? (?:\w+ ){0,2}(?:\w{2,}ed|put|took|taken|did|done|bled|wrote|written|held|rang|spoke|blew|shut|reset|cut|left|set|read|looked|been)\b|"
    r"\b(?:habe?|haben) (?:ich|wir)\b|\b(?:ich|wir) habe?n?\b|^\W*hab\b|\b(?:he|hemos) \w+[ai]do\b|\b\w{3,}(?:é|amos|imos)\b|\bj['’]ai\b|\bnous avons\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\?\s*$|\b(?:will|would|should|shall|could|can|please|if|before i|want to|going to|need to|have to|werde|soll|sollte|kann|könnte|bitte|wenn|voy a|puedo|puede|debo|si|"
    r"vais|dois|peux|pouvez|pourriez)\b",
    re.IGNORECASE,
)


class Deed(NamedTuple):
    """A verb's meaning, and the beginning of the word for what it is done to ("" for *it*, or nothing)."""

    verb: str
    thing: str


@lru_cache(maxsize=2000)
def deeds_in(text: str) -> tuple[Deed, ...]:
    """Return the deeds that a sentence names, each with the first word that follows."""
    plain = folded(text.lower().replace("’", "'"))
    if not _ANY.search(plain):
        return ()
    return tuple(
        Deed(name, _thing_after(plain, match.end()))
        for name, pattern in _NAMED.items()
        for match in pattern.finditer(plain)
    )


@lru_cache(maxsize=64)
def told_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a customer's text that tell of deeds done, as they stand."""
    sentences = _PIECES.split(text)
    return tuple(one for one in sentences if deeds_in(one) and _TOLD.search(one) and not _NOT_YET.search(one))


@lru_cache(maxsize=64)
def done_by_them(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the sentences in which customers tell what they did, with the things that only these name."""
    pieces = [one for one in _PIECES.split(text) if one.strip()]
    told = [one for one in pieces if _THEY_DID.search(one) and _TOLD.search(one) and not _NOT_YET.search(one)]
    elsewhere = [things_in(one) for one in pieces if one not in told]
    return tuple((one, things_in(_IN_VAIN.split(one)[0]).difference(*elsewhere)) for one in told)


@lru_cache(maxsize=2000)
def things_in(text: str) -> frozenset[str]:
    """Return the beginnings of all words of a sentence that may be things."""
    words = _WORD.findall(folded(text.lower().replace("’", "'")))
    return frozenset(word[:_SAME] for word in words if word not in _SMALL)


def advised_in(text: str) -> tuple[tuple[Deed, ...], ...]:
    """Return the deeds that a sentence tells its reader to do, where an order or a counsel stands.

    A word of several meanings (*check*) gives one group of deeds, any of which may be meant.
    """
    plain = folded(text.lower().replace("’", "'"))
    if not _ANY.search(plain):
        return ()
    groups: dict[int, list[Deed]] = {}
    for name, pattern in _NAMED.items():
        for match in pattern.finditer(plain):
            if _COUNSELS.search(plain[max(0, match.start() - 60) : match.start()]):
                groups.setdefault(match.start(), []).append(Deed(name, _thing_after(plain, match.end())))
    return tuple(tuple(group) for group in groups.values())


def is_done(advised: Deed, told: str) -> bool:
    """Tell whether what is advised is among what a sentence tells was done."""
    if not any(done.verb == advised.verb for done in deeds_in(told)):
        return False
    if advised.thing in things_in(told):
        return True
    if not advised.thing:
        return advised.verb not in _OF_SOMETHING
    return advised.verb in _WHOLE and not _ITS_OWN.match(advised.thing)


def _thing_after(plain: str, at: int) -> str:
    clause = re.split(r"[.,;:!?\n]", plain[at : at + 80], maxsplit=1)[0]
    for match in islice(_WORD.finditer(clause), 5):
        word = match.group()
        if word in _IT:
            return ""
        if word not in _SMALL:
            return word[:_SAME]
    return ""
