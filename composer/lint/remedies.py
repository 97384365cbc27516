"""What people do to a thing that fails, by meaning: *pull the plug* and *turn it off and on* are one remedy."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from functools import lru_cache

_REMEDIES = {
    "restart": r"re-?start|re-?boot|power[- ]?cycl|(?:turn|switch|power)\w* (?:\w+ ){0,3}off and (?:back )?on|unplug|pull\w* (?:out )?the plug|pulled the power|(?:out of|from) the (?:socket|mains|outlet|wall)|"
    r"(?:took|take|taken|taking|had|pull\w*|remov\w+|leav\w+|left) (?:\w+ ){0,3}batter(?:y|ies)(?: \w+){0,2} out|(?:took|take|taken|taking|pull\w*) out (?:\w+ ){0,2}batter|remov\w+ (?:\w+ ){0,2}batter|batter(?:y|ies) (?:was |were )?out\b|"
    r"neu ?(?:ge)?start|aus(?:-| und wieder |ge)?(?:schalt\w*)? und wieder ein|aus- und (?:wieder )?ein|stecker (?:ge)?zogen|stecker (?:\w+ ){0,3}zieh|zieh\w* (?:\w+ ){0,2}stecker|vom strom|vom netz|akku (?:\w+ ){0,3}(?:heraus|raus)|"
    r"reinici|apag\w+ y (?:volver a )?encend|desenchuf|redémarr|débranch|éteint\w* et rallum|éteindre et rallumer",
    "reinstall": r"re-?install|un-?install|deinstall|neu installiert|neu zu installieren|(?:fresh|clean|new) install|install\w* (?:\w+ ){0,4}(?:again|afresh|anew)|desinstal|réinstall|désinstall",
    "clear the cache": r"(?:clear|empt|delet|flush|wip)\w* (?:\w+ ){0,4}(?:cache|cookies|history)|(?:cache|cookies|verlauf) (?:\w+ ){0,2}(?:gelöscht|geleert|löschen|leeren)|(?:lösch|leer)\w+ (?:sie )?(?:\w+ ){0,3}(?:cache|cookies)|borr\w+ (?:\w+ ){0,3}(?:caché|cookies)|vid\w+ (?:\w+ ){0,2}cache|incognito|private (?:window|tab|browsing)",
    "another browser": r"(?:other|another|different|second|several|three|two|all) browsers?|(?:in|with|on|using|tried|try|used) (?:chrome|firefox|safari|edge|opera)\b|ander\w+ browser|otro navegador|autre navigateur",
    "another cable": r"(?:other|another|different|new|second|spare|two|three|several) (?:\w+ )?(?:cables?|leads?|chargers?|power (?:supply|supplies)|adapters?)|(?:swap|chang|replac|exchang)\w* (?:\w+ ){0,2}(?:cable|lead|charger|power supply|adapter)|ander\w+ (?:lade)?(?:kabel|netzteil|ladegerät)|otro cable|otro cargador|autre câble|autre chargeur",
    "another socket": r"(?:other|another|different|second|several) (?:\w+ )?(?:sockets?|outlets?|ports?|plugs?)|ander\w+ (?:steckdose|anschluss|buchse)|otro enchufe|autre prise",
    "update": r"(?<!the )(?<!this )(?<!last )(?<!our )updat\w+|upgrad\w+|(?:latest|newest|current) (?:version|firmware|release)|aktualisier|neueste (?:version|firmware)|actualiz|(?:mis|mettre|mettez) à jour",
    "reset": r"(?:factory |hard |full )?re-?set\b|resett|factory (?:settings|defaults)|(?:hold|press|keep)\w* (?:\w+ ){0,8}(?:button|key|knob)(?: \w+){0,8} (?:\d+|five|six|ten|fifteen|twenty|thirty|several|a few) ?(?:s\b|sec)|zurück(?:ge|zu)?setz|werkseinstellung|restablec|réinitialis",
    "new batteries": r"(?:new|fresh|other|different|charged) batter|(?:chang|replac|swap)\w* (?:\w+ ){0,2}batter|neue batterien|batterien (?:ge)?wechsel|pilas nuevas|piles neuves",
    "clean": r"\bclean(?:ed|ing)?\b|wiped|dusted|blew out|gereinigt|reinigen|geputzt|limpi|nettoy",
    "descale": r"descal|decalcif|entkalk|descalcific|détartr",
    "another network": r"(?:other|another|different) (?:\w+ )?(?:network|wi-?fi|connection)|mobile data|hotspot|ander\w+ (?:netz|wlan)|otra red|autre réseau",
    "password": r"(?:re-?set|chang)\w* (?:\w+ ){0,2}password|(?:new|forgotten) password|passwort (?:\w+ ){0,2}(?:zurückgesetzt|geändert|zurücksetzen|ändern)",
    "log in again": r"(?:log|sign)\w* (?:\w+ ){0,2}out and (?:back )?(?:in|on)|(?:log|sign)\w* (?:back )?(?:in|on) again|ab- und (?:wieder )?an(?:ge)?meld|neu an(?:ge)?meld",
    "pair again": r"re-?pair\w*|(?:pair|unpair|forget|forgot|forgotten)\w* (?:\w+ ){0,4}(?:again|device|bluetooth)|neu gekoppelt|neu koppeln",
    "spam folder": r"(?:spam|junk)[- ]?(?:folder|mail|box|ordner)?|correo no deseado|courrier indésirable",
    "tighten": r"tighten|tightened|festgezogen|nachgezogen|apret|resserr",
    "lubricate": r"\b(?:oil|greas|lubricat)(?:ed|e|ing)?\b|geölt|geschmiert|engras|graiss",
}
_COMPILED = {name: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for name, pattern in _REMEDIES.items()}


@lru_cache(maxsize=2000)
def remedies_in(text: str) -> frozenset[str]:
    """Return the remedies that a text names."""
    return frozenset(name for name, pattern in _COMPILED.items() if pattern.search(text))
