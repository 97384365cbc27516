"""secret-left: a password, a key or a card number that would leave with the mail, in the quote too."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Hit, Rule, WholeReply, drafts

_KEYS = (
    re.compile(r"(?<![\w-])(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,100}"),
    re.compile(r"(?<![\w-])(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)"),
    re.compile(r"(?<![\w-])(?:ghp|gho|ghu|ghs|ghr|glpat|xox[abprs])[-_][A-Za-z0-9-]{16,200}"),
    re.compile(r"(?<![\w-])github_pat_[A-Za-z0-9_]{20,200}"),
    re.compile(r"(?<![\w-])npm_[A-Za-z0-9]{30,60}(?!\w)"),
    re.compile(r"(?<![\w-])sk-(?:[a-z]{2,12}-)?(?=[A-Za-z_-]{0,40}\d)[A-Za-z0-9_-]{20,200}"),
    re.compile(r"(?<![\w-])SG\.[A-Za-z0-9_-]{16,40}\.[A-Za-z0-9_-]{16,80}"),
    re.compile(r"(?<![\w-])AIza[A-Za-z0-9_-]{30,45}(?![\w-])"),
    re.compile(r"(?<![\w-])eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}"),
    re.compile(
        r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[A-Za-z0-9+/=\s>:,-]{0,8000}?-----END [A-Z ]{0,30}PRIVATE KEY-----|(?:\s{0,3}>? ?[A-Za-z0-9+/=]{16,100}){0,100})"
    ),
    re.compile(r"(?<![\w/])[a-z][a-z0-9+.-]{1,20}://[^\s/:@<>]{1,80}:[^\s/:@<>]{3,80}@[\w.-]{3,100}"),
)
_CUE = re.compile(
    r"[sprk]k_|\bsk-|\bSG\.|github_|npm_|security code|A[KS]IA|gh[pousr]_|glpat|xox|AIza|eyJ|PRIVATE KEY|://[^\s/@]{1,160}@|pass|pwd|\bpw\b|pin\b|log ?in\b|sign ?in\b|user|credentials|access|acceso|accès|identifiants|kennwort|zugang|contrase|mot de|key|secret|token|code|combination|kombination|clave|código|alarm|safe|opens|unlock|dial|get in|phrase|schlüssel|lock\w*|keypad|alarm|digicode|enter|online|printer|"
    r"cv[vc]|(?:\d[ -]?){13}",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(?<![^\W\d_])(?:pass ?word|passwd|pwd|passphrase|pass ?code|pin(?: code)?|passwort|kennwort|contraseña|mot de passe|api[ _-]?key|"
    r"secret(?: key)?|access[ _-]?token|auth[ _-]?token|token|cvv|cvc)(?: is| ist| es| est|\s?[:=]| lautet)\s*:?\s*[\"'“`]?"
    r"(?P<secret>[^\s\"'”`<>,;]{4,100})",
    re.IGNORECASE,
)
_WORD = (
    r"(?:pass ?words?|passwd|pwd|pw|passphrase|pass ?code|access code|passworte?|kennwort|zugangscode|contraseña|clave(?: de acceso)?|"
    r"mot de passe|code d['’]accès|api[ _-]?key|secret(?: key)?|access[ _-]?token|token)"
)
# No verb is needed where what stands behind the word, or before it, looks made up.
_BARE = (
    re.compile(
        rf"(?<![^\W\d_]){_WORD}[^\w(]{{1,4}}(?:(?:is|was|for \w+|now|set to|changed to|to|ist|lautet|es|est|temporary|temporär\w*|provisional|provisoire|"
        r"\([^()\n]{1,40}\))\W{1,3}){0,3}[\"'“`*]{0,3}(?P<secret>[^\s\"'”`<>,;]{6,100})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w@/.])(?P<secret>[^\s\"'“”`<>,;]{{6,60}})[\"'”`*]{{0,3}} (?:as|als|como|comme) (?:(?:your|the|a|an|ihr|dein|das|su|tu|la|votre|ton|le) )?(?:\w+ )?{_WORD}(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![^\W\d_])(?:log ?in|sign ?in|user ?name|user|credentials|access|zugang|anmeldung|acceso|accès|identifiants)(?: with)?\W{1,3}"
        r"[^\s/]{2,60} ?/ ?(?P<secret>[^\s\"'”`<>,;]{6,60})",
        re.IGNORECASE,
    ),
)
# What is locked, and what opens it. A code alone may be a postal one, an error's or a voucher's.
_LOCKED = re.compile(
    r"\b(?:doors?|gates?|alarm|safe|vault|locks?|padlock|lockers?|lock ?box|keypad|printer|tür\w*|garagentor|digicode|online|entrance|entry|building|office|garage|barrier|key ?box|key safe|cabinet|shed|cellar|gym|lift|till|machine|menu|panel|settings|console|dashboard|back ?office|admin\w*|"
    r"wi-?fi|wlan|network|router|hotspot|account|portal|server|login|log(?:ged)? in|sign in|mailbox|screen|phone|tablet|computer|"
    r"tür\w*|haustür|tor|alarm\w*|tresor|schloss|schließfach|eingang|gebäude|büro|garage|schranke|keller|netz\w*|konto|anmeld\w*|kasse|"
    r"puerta|portal|alarma|caja fuerte|candado|taquilla|entrada|edificio|oficina|garaje|red|cuenta|porte|portail|alarme|coffre|cadenas|casier|entrée|immeuble|bureau|garage|réseau|compte|barrière)\b",
    re.IGNORECASE,
)
_OTHER_CODE = re.compile(
    r"\b(?:error|postal|post|zip|area|country|dial(?:ling)?|discount|promo\w*|voucher|coupon|gift|tracking|order|booking|reference|colou?r|product|article|part|item|bar|qr|sort|swift|tax|customer|fabric|confirmation|fault|status|dress|port|line|row|page|version|model|firmware|ticket|invoice|extension|room|flight|year|since|until|copyright|"
    r"fehler|post|gutschein|rabatt|bestell|farb|artikel|vorwahl|strich|descuento|error|producto|pedido|barras|promo|erreur|produit|commande|barres|couleur)[- ]?(?:code|key|number|número|nummer)?\b",
    re.IGNORECASE,
)
_TOKEN = r"[\"'“”„`*]{0,3}(?P<secret>[^\s\"'“”`<>,;]{4,60})"
_OPENED_BY = (
    re.compile(
        r"(?<![^\W\d_])(?:(?:\w+)?(?:code|pin|schlüssel|passwort|kennwort|kombination)|pass ?word|combination|pass ?code|(?:access|entry|network|wi-?fi|security) key|login|clave|código|contraseña|combinación|mot de passe|code)"
        r"(?: (?:for|of|to|at|on|für|vom|von|de|del|de la|pour|du) [^.,;:\n]{2,40}?)?(?: in (?:it|the \w+))?\s{0,2}(?::|=|\b(?:is|was|stays|remains|reads|lautet|ist|es|sigue siendo|est|reste)\b)(?: (?:now|still|set to|currently|simply|jetzt|ahora|maintenant))*\s{0,2}"
        + _TOKEN,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:(?:opens?|unlocks?|works?|starts?|disarm\w*|get in|log(?:ging)? in|sign(?:ing)? in|log on|arm\w*)(?: (?:as|to|on|at) [\w ]{2,25}?)? (?:with|by|using)(?: the code| code| the pin)?|(?:is|was) set to|changed it to|dial|punch in|key in|type in|use the (?:access )?(?:code|pin|combination)|(?:the|access|entry) code|"
        r"(?:öffnet|geht) (?:sich )?(?:\w+ )?mit|anmelden mit|se abre con|entra con|s['’]ouvre avec) "
        + _TOKEN,
        re.IGNORECASE,
    ),
)
_SIGN_IN = re.compile(
    r"\blog ?in\b[^\n/]{0,40}[: ](?P<name>[\w.@-]{2,30}) ?/ ?(?P<secret>[^\s\"'”`<>,;]{5,60})|\b(?:recovery|seed|backup) phrase (?:is|starts with|begins with|reads) (?P<phrase>[a-z]+(?: [a-z]+){2,11})",
    re.IGNORECASE,
)
# A number or a mixture that stands alone; a price, a date, a clock, a measure, a phone or an address is none.
_LONE = re.compile(
    r"(?<![\w$€£#/.,:@+-])[\"'“”„`*]{0,2}(?P<secret>(?:\d{4,8}|\d{2,4}(?:-\d{2,4}){1,3}|\d+[A-Z]\d+|(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z][\w!$%&?+*-]{4,40})[#*!]{0,2})(?![\w@/:]|[.,]\d)"
)
_OPENS = re.compile(
    r"\b(?:codes?|digicode|pin|pass ?words?|passcode|combination|keypad|enter|type|dial|punch|press|use|opens?|unlock\w*|get online|log ?in|logs? on|sign in|connect|alarm|\w*code|passwort|kennwort|kombination|eingeben|tippen|öffn\w+|clave|contraseña|código|teclee|marque|introduzca|mot de passe|tapez|composez|saisissez)\b",
    re.IGNORECASE,
)
_NAMES_SECRET = re.compile(
    r"\b(?:pass ?words?|passcode|pin|access code|door code|digicode|combination|passwort|kennwort|zugangscode|contraseña|clave|mot de passe)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s?(?:euros?|dollars?|pounds?|usd|eur|gbp|€|%|mm|cm|km|m|kg|g|ml|l|w|v|watts?|volts?|kwh|mb|gb|px|hours?|days?|weeks?|minutes?|people|times|st\b|street|road|lane)\b",
    re.IGNORECASE,
)
_SURELY = re.compile(r"(?:pass|pin\b|kennw|contr|mot|\w+schlüssel|\w*passw)", re.IGNORECASE)
_MODEL = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]?")
_SHORTEST = 4
_PIN = re.compile(r"(?<!\w)PIN(?:[- ]?(?:code|number|nummer))?[ :]{1,2}(?P<secret>\d{4,8})(?![\w.-])")
_CARD_CODE = re.compile(
    r"(?<!\w)(?:CV[VC]2?|(?:card )?security code|prüfziffer|kartenprüfnummer)(?: (?:is|number|code|ist))?[ :=]{1,3}(?P<secret>\d{3,4})(?![\w-]|\.\d)",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\d.,-])\d(?:[ -]?\d){12,18}(?![\d-])")
_NOT_SECRET = re.compile(r"^(?:\W+|your\w*|the|a|an|not|too|wrong|invalid|required|needed|correct|incorrect|still|now|new|old|set|reset|stored|"
    r"in|on|at|to|of|sent|case\S*|here|there|missing|empty|optional|changed|expired|protected|only|never|always|also|been|being|"
    r"[\W_]{0,3}[*x•.…]+[\W_]{0,3}|[\[{<].*|https?:.*|[a-z]+[.!?]?)$", re.IGNORECASE)  # fmt: skip


def _check(reply: Reply) -> Iterator[Hit]:
    for start, paragraph in _paragraphs(reply.draft.text):
        for hit in _hits_in(paragraph):
            yield replace(hit, start=start + (hit.start or 0), end=start + (hit.end or 0))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between empty lines: so much is read again after a keystroke."""
    start = 0
    for paragraph in text.split("\n\n"):
        yield start, paragraph
        start += len(paragraph) + 2


@lru_cache(maxsize=4000)
def _hits_in(paragraph: str) -> tuple[Hit, ...]:
    if not _CUE.search(paragraph):
        return ()
    joined: list[Hit] = []
    for hit in sorted(_secrets(paragraph), key=lambda one: one.start or 0):
        last = joined[-1] if joined else None
        if last is not None and (hit.start or 0) < (last.end or 0):  # two in one word go together
            whole = max(last.end or 0, hit.end or 0)
            joined[-1] = last if whole == last.end else replace(last, end=whole, fixes=("[removed]",))
        else:
            joined.append(hit)
    return tuple(joined)


def _secrets(text: str) -> Iterator[Hit]:
    for pattern in _KEYS:
        for match in pattern.finditer(text):
            yield Hit(
                match.start(),
                match.end(),
                "This looks like a key or a sign-in: it must not leave by mail.",
                ("[removed]",),
            )
    for match in _SECRET.finditer(text):
        if not _NOT_SECRET.match(match["secret"].rstrip(".")):
            start, end = match.span("secret")
            end = start + len(match["secret"].rstrip("."))
            yield Hit(start, end, "This looks like a password: it must not leave by mail.", ("[removed]",))
    yield from _bare(text)
    yield from _opening(text)
    for match in _CARD_CODE.finditer(text):
        message = "This looks like the security code of a card: it must not leave by mail."
        yield Hit(*match.span("secret"), message, ("[removed]",))
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if _is_card(digits):
            fix = f"[card ending in {digits[-4:]}]"
            yield Hit(
                match.start(),
                match.end(),
                "This looks like a card number: keep its last four digits at most.",
                (fix,),
            )


def _bare(text: str) -> Iterator[Hit]:
    """Yield what looks made up beside the word for a secret (*with the password …*, *… as your password*)."""
    for pattern in (*_BARE, _PIN):
        for match in pattern.finditer(text):
            start, said = match.start("secret"), match["secret"].rstrip(".:)*")
            if (pattern is _PIN or _looks_made_up(said)) and not _SECRET.match(text, match.start()):
                message = "This looks like a password: it must not leave by mail."
                yield Hit(start, start + len(said), message, ("[removed]",))


def _opening(text: str) -> Iterator[Hit]:
    """Yield what opens something locked: a door's code, a network's key, a name and password."""
    for pattern in _OPENED_BY:
        for match in pattern.finditer(text):
            is_sure = _SURELY.match(match.group()) is not None
            if _opens_something(text, match, is_sure=is_sure) and not _SECRET.match(text, match.start()):
                yield _removed(match, "secret")
    for match in _LONE.finditer(text):
        if _stands_alone(text, match):
            yield replace(_removed(match, "secret"), severity=Severity.WARNING)
    for match in _SIGN_IN.finditer(text):
        if match["phrase"] or any(c.isdigit() for c in match["secret"]):
            yield _removed(match, "phrase" if match["phrase"] else "secret")


def _removed(match: re.Match[str], group: str) -> Hit:
    start, said = match.start(group), match[group].rstrip(".:)!?*”")
    message = "This looks like what opens something: it must not leave by mail."
    return Hit(start, start + len(said), message, ("[removed]",))


def _opens_something(text: str, match: re.Match[str], *, is_sure: bool) -> bool:
    said = match["secret"].rstrip(".:)!?*”")
    if not any(c.isdigit() for c in said) or "@" in said or "/" in said or len(said) < _SHORTEST:
        return False
    sentence = _sentence_around(text, match.start(), match.end())
    return (is_sure or _LOCKED.search(sentence) is not None) and not _OTHER_CODE.search(sentence)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number or mixture in a sentence about opening something is what opens it."""
    said = match["secret"].rstrip(".:)!?*”")
    if not any(c.isdigit() for c in said) or _COUNTED.match(text, match.end()) or _MODEL.fullmatch(said):
        return False
    sentence = _sentence_around(text, match.start(), match.end())
    if not _OPENS.search(sentence) or _OTHER_CODE.search(sentence):
        return False
    return bool(_LOCKED.search(sentence) or _NAMES_SECRET.search(sentence))


def _sentence_around(text: str, start: int, end: int) -> str:
    begun = max(text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n"))
    stop = min(
        (at for mark in (". ", "! ", "? ", "\n") if (at := text.find(mark, end)) >= 0), default=len(text)
    )
    return text[max(begun, 0) : stop]


def _looks_made_up(word: str) -> bool:
    """Tell a password from a word, a number, an address or the name of a product."""
    if (
        len(word) < 6
        or "://" in word
        or "@" in word[1:-1]
        or "www." in word
        or word.startswith(("[", "{", "("))
    ):
        return False
    has_digit, has_letter = any(c.isdigit() for c in word), any(c.isalpha() for c in word)
    odd = any(c in "!#$%&*+=?^~_" for c in word)
    mixed = any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)
    return has_digit and has_letter and (odd or mixed)


def _is_card(digits: str) -> bool:
    """Tell a card number: a network's first digit, its length, and the check digit (Luhn, ISO/IEC 7812-1)."""
    if digits[0] not in "3456" or len(digits) not in (14, 15, 16, 19) or len(set(digits)) < 2:
        return False
    doubled = [int(d) * (2 if n % 2 else 1) for n, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


# Put together here, so that no scanner takes an example for a leak.
_KEY = "_".join(("sk", "live", "abcdefghij0123456789"))

RULE = Rule(
    id="secret-left",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="A secret would leave",
    finds=(
        "Passwords, PINs, keys and card numbers, in quotes too. Card numbers are told by their check digit."
    ),
    why=(
        "Mail passes many machines and stays in many boxes; what the customer trusted us with stays out of "
        "it."
    ),
    reads=WholeReply(_check, quotes_too=True),
    bad=drafts(
        "Your password: «Tr0ub4dor&3», as you asked.\n",
        "> My card is «4111 1111 1111 1111».\n\nThank you.\n",
        f"Use the key «{_KEY}» for it.\n",
        "Ulla can log in with the password «Mondnacht-77!kessel» today.\n",
        "Use «Regen4You!» as your password.\n",
        "Ihr Zugang ist offen, die PIN: «4471».\n",
        "Le mot de passe : «Soleil-77».\n",
        "> It is a Visa, CVV «123».\n\nThank you.\n",
    ),
    good=drafts(
        "Your password: [removed], as you asked.\n",
        "> My card is [card ending in 1111].\n\nThank you.\n",
        "Use the key [removed] for it.\n",
        "Ulla can log in with the password [removed] today.\n",
        "Use [removed] as your password.\n",
        "Ihr Zugang ist offen, die PIN: [removed].\n",
        "Le mot de passe : [removed].\n",
        "> It is a Visa, CVV [removed].\n\nThank you.\n",
    ),
    quiet=drafts(
        "Your password is wrong, so set a new one.\n",
        "Enter your password: it is the one of the shop.\n",
        "The order 4000123412341235 is packed.\n",
        "The card ending in 1111 was charged.\n",
        "Password: ********\n",
        "The token is invalid.\n",
        "The password field of the CX-500 takes 64 signs.\n",
        "We set a new password for ulla@example.com today.\n",
        "Your token expires in 30 days.\n",
    ),
)
