"""Legal and technical boilerplate below a mail: confidentiality, virus scanners, "think before printing"."""

import re

from composer.linear import compiled

_STRONG = re.compile(
    r"intended (?:solely |only |exclusively )?for (?:the )?(?:exclusive |sole |personal )?(?:use "
    r"(?:of|by) )?(?:the )?(?:addressee|recipient|individual|person|named|intended|entity)"
    r"|if you (?:are not|aren't) (?:the|an) (?:intended|named)|(?:received|receive) (?:this|it) "
    r"(?:\w+ ){0,4}(?:in error|by mistake)"
    r"|(?:confidential|privileged)[^.]{0,80}(?:e-?mail|message|transmission|communication"
    r"|information)|(?:e-?mail|message|communication|transmission)[^.]{0,80}(?:confidential"
    r"|privileged)"
    r"|(?:vertrauliche|rechtlich geschützte)[^.]{0,60}informationen|(?:e-?mail"
    r"|nachricht)[^.]{0,60}(?:irrtümlich|versehentlich)|nicht der (?:richtige|beabsichtigte"
    r"|vorgesehene) (?:adressat|empfänger)"
    r"|(?:message|courriel|e-?mail)[^.]{0,80}(?:confidentiel|usage exclusif)|si vous (?:n'êtes "
    r"pas le destinataire|avez reçu ce)[^.]{0,60}"
    r"|(?:mensaje|correo)[^.]{0,80}confidencial|si (?:usted )?no es el destinatario|(?:mensagem"
    r"|e-?mail)[^.]{0,80}confidencia|se (?:você )?não (?:é|for) o destinatário"
    r"|informazioni contenute in quest[oa]|(?:messaggio|e-?mail)[^.]{0,80}(?:riservat"
    r"|confidenzial)|se (?:avete|ha) ricevuto (?:questo|il presente)"
    r"|(?:bericht|e-?mail)[^.]{0,80}vertrouwelijk|indien u niet de (?:geadresseerde|beoogde)"
    r"|(?:please )?consider (?:the|your) (?:environment|environmental)[^.]{0,60}print"
    r"|(?:before|bevor sie|avant d'|antes de)[^.]{0,40}(?:printing|ausdrucken|imprimer|imprimir)"
    r"|virus[- ]free|(?:scanned|checked|geprüft|analizzato|controlado|geverifieerd"
    r"|überprüft)[^.]{0,60}(?:virus|viren|antivir|avast|infet|malware)"
    r"|(?:avast|avg|eset|kaspersky)[^.]{0,60}(?:antivirus|anti-virus|security)|no virus found|non "
    r"infetto|monitor(?:ed|s)? (?:all )?e-?mail (?:communications|traffic)"
    r"|views (?:or opinions )?(?:expressed|presented)[^.]{0,60}(?:author|sender|necessarily)"
    r"|(?:are you|you are|not) the intended recipient"
    r"|(?:delete|destroy) (?:it|this|the)[^.]{0,40}(?:inform|notify) the sender"
    r"|(?:inform|notify) the sender|registered (?:office|in england)|this e-?mail (?:and any|message"
    r"|is)[^.]{0,60}(?:attachments|confidential|privileged)"
    r"|disclaimer[:\s]|(?:unauthori[sz]ed|strictly prohibited)[^.]{0,60}(?:copy|disclos|distribut"
    r"|use|dissemin)?",
    re.IGNORECASE,
)
_WEAK_ALONE = re.compile(r"^(?:unauthori[sz]ed|strictly prohibited|disclaimer)", re.IGNORECASE)
_LONG_PARAGRAPH = 4000
_SHORTEST = 24
# A quick look before the long pattern: every phrase above holds one of these.
_STEMS = (
    "intended",
    "confid",
    "vertrau",
    "vertrouw",
    "privileg",
    "prohibit",
    "disclaim",
    "virus",
    "viren",
    "infet",
    "malware",
    "antiv",
    "in error",
    "by mistake",
    "unauthori",
    "destinat",
    "empfänger",
    "adressat",
    "geadresseerde",
    "beoogde",
    "irrtüm",
    "versehent",
    "rechtlich",
    "usage exclusif",
    "environment",
    "before printing",
    "ausdruck",
    "imprim",
    "registered office",
    "registered in",
    "monitor",
    "expressed",
    "presented",
    "ricevuto",
    "riservat",
    "contenute",
    "avez reçu",
    "this e-mail",
    "this email",
)
_STEM = compiled("(?i)" + "|".join(_STEMS))


def disclaimer_lines(lines: list[str], own: list[bool]) -> set[int]:
    """Return the numbers of own lines in a paragraph of boilerplate.

    A short paragraph that asks a question is never one: customers do ask about "confidential mail".
    """
    found: set[int] = set()
    if not _STEM.search(" ".join(map(str.strip, lines))):
        return found
    for first, last in _own_paragraphs(lines, own):
        text = " ".join(line.strip() for line in lines[first:last])[:_LONG_PARAGRAPH]
        if _is_boilerplate(text):
            found.update(range(first, last))
            if first and own[first - 1] and re.fullmatch(r"\s*[-_=*]{3,}\s*", lines[first - 1]):
                found.add(first - 1)
    return found


def _is_boilerplate(text: str) -> bool:
    if len(text) < _SHORTEST or not _STEM.search(text):
        return False
    signs = {match[0][:12].lower() for match in _STRONG.finditer(text)}
    if not signs:
        return False
    asks = "?" in re.sub(r"https?://\S+", "", text)
    if len(signs) == 1:
        only = next(iter(signs))
        return not asks and not _WEAK_ALONE.match(only) and not _is_told(text)
    return not asks or len(signs) >= 3


_TOLD = re.compile(r"\b(?:I|my|we've|I'm|I've|ich|mein|je|j'ai|yo|eu|io|ik)\b")


def _is_told(text: str) -> bool:
    """Tell whether a person tells something here: boilerplate has no "I" (and "we" only of a firm)."""
    return bool(_TOLD.search(text))


def _own_paragraphs(lines: list[str], own: list[bool]) -> list[tuple[int, int]]:
    paragraphs: list[tuple[int, int]] = []
    start = -1
    for number in range(len(own) + 1):
        inside = number < len(own) and own[number] and bool(lines[number].strip())
        if inside and start < 0:
            start = number
        elif not inside and start >= 0:
            paragraphs.append((start, number))
            start = -1
    return paragraphs
