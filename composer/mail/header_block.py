"""Header blocks inside a mail ("From: … Sent: … To: … Subject: …") and the rules above them.

The words are data: what mail programs in each language call the fields and their separators.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from composer.mail.attribution import author_of
from composer.mail.log_lines import is_log_line
from composer.mail.quote_marks import depth_of, without_marks

_WORDS = {
    "from": "from|von|de|da|van|fra|från|lähettäjä|od|от|від|feladó|kimden|gönderen|από|expeditor|de la"
    "|発信者|差出人|发件人|寄件者|寄件人|보낸 사람"
    "|lähettänyt|mittente|remitente|expéditeur|afzender|absender|avsändare|saatja|nuo|no|pošiljatelj"
    "|от кого|מאת|dari|từ|من|od koga|šalje",
    "date": "date|date sent|sent|datum|gesendet|gesendet am"
    "|date d'envoi|envoyé|envoyé le|envoye|enviado|enviado el"
    "|enviado em|enviada em|enviada|fecha"
    "|data|inviato|verzonden|verzonden op|sendt|dato|skickat|lähetetty|päivämäärä|wysłano|data "
    "wysłania|wysłane|odesláno|odoslané|datum odeslání|poslano"
    "|отправлено|дата|надіслано|elküldve|dátum|gönderilme tarihi|gönderildi|tarih|ημερομηνία"
    "|trimis|送信日時|日付|发送时间|日期|寄件日期|보낸 날짜"
    "|gesendet von|изпратено|נשלח|tanggal|dikirim|đã gửi|تم الإرسال|saadetud|išsiųsta|nosūtīts|enviat"
    "|εστάλη|odoslané dňa|odeslaná|posted at|posted on",
    "to": "to|an|à|a|para|aan|til|till|vastaanottaja|do|komu|кому|címzett|kime|alıcı|προς|către|pour"
    "|destinataire|destinatario|destinatário|per"
    "|宛先|收件人|받는 사람|empfänger|kam"
    "|до|אל|kepada|đến|إلى|adressaat|per a|za|收件者",
    "cc": "cc|kopie|copie|copia|kopia|kopio|kopi|kopija|копия|копія|másolatot kap|bilgi|κοιν|dw|抄送|副本"
    "|bcc|cci|참조",
    "subject": "subject|betreff|betr|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět"
    "|predmet|тема|tárgy|konu|θέμα|subiect|件名"
    "|主题|主旨|제목|sujet|teema"
    "|относно|נושא|perihal|subjek|chủ đề|الموضوع|tema|tēma|zadeva|assumpte|re",
    "reply-to": "reply-to|reply to|antwort an|répondre à|responder a|rispondi a|risposta|antwoord aan|svar "
    "til|priority|importance|wichtigkeit"
    "|importancia|attachments|anlagen|pièces jointes|organization|organisation|cc to|ticket",
}
_KIND_OF = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}
_LABEL = re.compile(
    r"[ \t]{0,12}[*_]{0,2}(?P<word>[^\W\d_][^\n:：*_<>]{0,24}?)[ \t]{0,3}[*_]{0,2}[ \t]?"
    r"[:：][*_]{0,2}(?P<value>[^\n]*)$"
)
_INLINE_LABELS = re.compile(
    r"(?:^|\s)[*_]{0,2}(from|von|de|da|date|sent|gesendet|envoyé|to|an|à|subject|betreff|objet)[*_]{0,2}\s?:",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"^(?:received|return-path|message-id|mime-version|content-type|content-transfer-encoding"
    r"|x-[\w-]+|dkim-signature|arc-[\w-]+"
    r"|authentication-results|references|in-reply-to|delivered-to|received-spf|user-agent"
    r"|list-[\w-]+)[ \t]?:",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s<>@]@[^\s<>@]|<@>|mailto:", re.IGNORECASE)
_DATED = re.compile(r"\d{1,4}[-./]\d{1,2}|\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b|\d年")
_FORWARD = (
    r"forwarded message|forwarded by [^-]{1,80}|begin forwarded message|weitergeleitete nachricht"
    r"|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|weitergeleitet von [^-]{1,80}|message transféré|message transmis|message réexpédié|début "
    r"du message (?:réexpédié|transféré|transmis)"
    r"|mensaje reenviado|inicio del mensaje reenviado|mensagem encaminhada|mensagem reencaminhada"
    r"|início da mensagem encaminhada"
    r"|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd "
    r"bericht|videresendt (?:melding|meddelelse|besked)"
    r"|vidarebefordrat meddelande|vidarebefordrat brev|edelleenlähetetty viesti|välitetty viesti"
    r"|przekazana wiadomość|wiadomość przekazana"
    r"|przeposlaná zpráva|preposlaná správa|пересылаемое сообщение|пересланное сообщение"
    r"|пересланное письмо|начало переадресованного сообщения"
    r"|переслане повідомлення|továbbított üzenet|iletilen ileti|προωθημένο μήνυμα|mesaj "
    r"redirecționat|転送されたメッセージ|转发的邮件|转发邮件|轉寄郵件"
    r"|転送メッセージ|forwarded e-?mail|forwarded mail|fwd"
)
_ORIGINAL = (
    r"original message|originalnachricht|original ?nachricht|ursprüngliche nachricht"
    r"|ursprüngliche mail|ursprungliche nachricht|originalmail"
    r"|message d['’]origine|message original|message initial|mensaje original|mensagem original"
    r"|messaggio originale|messaggio originario"
    r"|oorspronkelijk bericht|origineel bericht|opprinnelig melding|oprindelig meddelelse"
    r"|oprindelig besked|original meddelelse"
    r"|originalmeddelande|ursprungligt meddelande|ursprungligt brev|alkuperäinen viesti"
    r"|oryginalna wiadomość|wiadomość oryginalna"
    r"|původní zpráva|pôvodná správa|исходное сообщение|оригинальное сообщение|первоначальное "
    r"сообщение|eredeti üzenet|orijinal ileti"
    r"|özgün ileti|αρχικό μήνυμα|mesaj original|originalno sporočilo|izvirno sporočilo|originalna "
    r"poruka|元のメッセージ|原始邮件|原始郵件"
    r"|原始邮件信息|원본 메시지|original e-?mail|original mail|reply message|reply above this line|antwort"
    r"|replied message"
    r"|please type your reply above this line|antworten sie oberhalb dieser linie|write above this line"
)
_SEPARATOR = re.compile(
    rf"^[\s>*_#=-]{{0,60}}(?:(?P<forward>{_FORWARD})|(?P<original>{_ORIGINAL}))\s*:?[\s*_#=-]{{0,60}}$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*[-_=*]{5,120}\s*$")
_RULE_SIGNS = frozenset("-_=*#")
_DRAWN = re.compile(r"[\s>*_#]*[-_=]{2,}")
_MOST_FIELDS = 14


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """Lines ``first`` to ``last`` are a header or a separator; a quote or a forward begins below.

    ``log`` marks a raw header pasted as evidence: nothing begins below it.
    """

    first: int
    last: int
    author: str = ""
    forward: bool = False
    log: bool = False


def find_header_blocks(lines: list[str]) -> dict[int, HeaderBlock]:
    """Return the header blocks and separators of a mail by their first line."""
    found: dict[int, HeaderBlock] = {}
    last = -1
    for number, line in enumerate(lines):
        first = line.lstrip("> \t\xa0")[:1]
        labelled = (":" in line or "：" in line) and (first.isalpha() or first in _RULE_SIGNS)
        if not (labelled or first in _RULE_SIGNS) or number <= last:
            continue
        block = _separated(lines, number) or (_block_at(lines, number) if labelled else None)
        if block:
            found[block.first] = block
            last = block.last
    return found


def fields_of(lines: Sequence[str]) -> dict[str, str]:
    """Return what stands in a block's lines, by kind (``from``, ``date``, ``to``, ``subject``, …)."""
    found: dict[str, str] = {}
    for line in lines:
        if field := _kind_of(line):
            found.setdefault(*field)
    return found


def _separated(lines: list[str], number: int) -> HeaderBlock | None:
    """Return the block that begins with a separator or a ruled line here, its fields included."""
    line = without_marks(lines[number])
    if len(line) > 140 or not line.strip():
        return None
    separator = _SEPARATOR.match(line) if _is_marked(line) else None
    if not separator and not _RULE.match(line):
        return None
    below = number + 1
    while below < len(lines) and below <= number + 3 and not without_marks(lines[below]).strip():
        below += 1
    block = _block_at(lines, below) if below < len(lines) else None
    if not separator:
        return HeaderBlock(number, block.last, block.author) if block and not block.log else None
    forward = bool(separator["forward"])
    if block and not block.log:
        return HeaderBlock(number, block.last, block.author, forward)
    return HeaderBlock(number, number, "", forward)


def _is_marked(line: str) -> bool:
    """Tell whether words like "original message" stand as a separator, not in a sentence of their own."""
    words = line.strip()
    return bool(
        _DRAWN.match(words)
        or words.startswith(("*", "#"))
        or (words.endswith((":", ": ")) and len(words) > 14)
    )


def _block_at(lines: list[str], first: int) -> HeaderBlock | None:
    if _kind_of(lines[first]) is None:
        return _one_line_block(lines, first) or _foreign_block(lines, first)
    depth = depth_of(lines[first])
    values: dict[str, str] = {}
    last, position, fields, technical = first, first, 0, 0
    while position < len(lines) and fields < _MOST_FIELDS:
        field = _kind_of(lines[position]) if depth_of(lines[position]) == depth else None
        if field:
            values.setdefault(field[0], field[1])
            fields, last = fields + 1, position
        elif _TECHNICAL.match(without_marks(lines[position])):
            technical, last = technical + 1, position
        elif not _continues(lines, position, last):
            break
        position += 1
    return _judged(lines, first, last, values, technical)


def _judged(
    lines: list[str], first: int, last: int, values: dict[str, str], technical: int
) -> HeaderBlock | None:
    if "from" not in values and "date" not in values:
        return None
    evidence = bool(_MAIL.search(" ".join(values.values())) or _DATED.search(values.get("date", "")))
    kinds = set(values) & {"from", "date", "to", "subject"}
    if len(kinds) < 2 or not (evidence or len(kinds) >= 4):
        return None
    if len(kinds) == 2 and kinds == {"from", "to"} and not _MAIL.search(values["from"] + values["to"]):
        return None
    above = without_marks(lines[first - 1]) if first else ""
    below = without_marks(lines[last + 1]) if last + 1 < len(lines) else ""
    if technical >= 2 or _TECHNICAL.match(above) or is_log_line(above) or is_log_line(below):
        return HeaderBlock(first, last, log=True)
    if "date" not in values and above.strip() and not (_SEPARATOR.match(above) or _RULE.match(above)):
        # Mail programs write the date, and begin a block on a line of its own: this is running text.
        return None
    return HeaderBlock(first, last, _author(values.get("from", "")))


def _author(value: str) -> str:
    author = author_of(value) if _MAIL.search(value) else value
    return re.sub(r"\s+", " ", author).strip(" *\"'<>[]")[:100]


def _kind_of(raw: str) -> tuple[str, str] | None:
    if len(raw) > 2000 or (":" not in raw[:60] and "：" not in raw[:60]):
        return None
    match = _LABEL.match(without_marks(raw))
    if not match:
        return None
    kind = _KIND_OF.get(match["word"].strip().lower())
    return (kind, match["value"].strip(" *")) if kind else None


def _continues(lines: list[str], position: int, last: int) -> bool:
    """Tell whether a line between two fields belongs to the block: an empty line, a wrapped value."""
    if position - last > 2:
        return False
    following = next((line for line in lines[position + 1 : position + 3] if without_marks(line).strip()), "")
    return _kind_of(following) is not None


def _foreign_block(lines: list[str], first: int) -> HeaderBlock | None:
    """Return a header in a language without a table here: name and address, a date, a receiver, a subject.

    Three to six short labels in a row, an address in the first value, a date with a time in the
    second or the third one, and an empty line below.
    """
    if "@" not in lines[first] and "[mailto:" not in lines[first]:
        return None
    values: list[str] = []
    position = first
    while position < len(lines) and len(values) <= 6:
        match = _LABEL.match(without_marks(lines[position])[:400])
        if not match or len(match["word"].split()) > 3:
            break
        values.append(match["value"])
        position += 1
    ends = position == len(lines) or not without_marks(lines[position]).strip()
    if not (3 <= len(values) <= 6 and ends and re.search(r"<[^<>\s]+@[^<>\s]+>|\[mailto:", values[0])):
        return None
    dated = any(_DATED.search(value) and re.search(r"\d{1,2}[:.]\d\d", value) for value in values[1:3])
    return HeaderBlock(first, position - 1, _author(values[0])) if dated else None


def _one_line_block(lines: list[str], first: int) -> HeaderBlock | None:
    """Return a header that lost its line ends: "From: a@b.example Date: … To: …" on one line."""
    line = without_marks(lines[first])[:600]
    if line.count(":") < 3:
        return None
    labels = _INLINE_LABELS.findall(line)
    starts = re.match(r"\s*[*_]{0,2}(?:from|von|de|da)\s?:", line, re.IGNORECASE)
    if (
        starts
        and len({_KIND_OF[label.lower()] for label in labels}) >= 3
        and _MAIL.search(line)
        and _DATED.search(line)
    ):
        return HeaderBlock(first, first, "")
    return None
