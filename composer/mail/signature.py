"""Which of the writer's own lines are a signature.

Signs, from certain to likely: a line that a phone or a mail program adds; the delimiter ``--``; the
footer of a mailing list; a closing formula with a name below; the sender's own name, or a block of
contact details, at the very end. Words that ask or tell something are never a signature, wherever
they stand: a PS, bullets after ``--``, questions below "Thanks,".
"""

import re

from composer.mail.message import Address

_LONG = 90
_MOST_LINES = 25

_DEVICE = (
    r"iphone|ipad|ipod|ios|android|blackberry|galaxy|samsung|huawei|xiaomi|nokia|htc|wiko|lumia"
    r"|windows phone|smartphone|mobile|handy"
    r"|mobil\w*|móvil|telefon\w*|téléphone|telefono|teléfono|phone|cell|tablet|outlook|yahoo|gmail"
    r"|mail|mailbox|airmail|thunderbird|app"
    r"|proton\w*|fastmail|newton|superhuman|pixel|iphon|мобил|gmx|web\.de|t-online|aol|spark"
    r"|edison|k-9|bluemail|aqua mail|device|gerät"
    r"|dispositivo|apparaat|toestel|windows|pc|mac|surface"
)
_SENT = (
    r"(?:sent|sent wirelessly|written|typed|posted) (?:from|via|with|using|by|on|in)\b|from my "
    r"(?:iphone|ipad|ipod|android|phone|mobile|blackberry)(?=[\w .!-]{0,24}$)"
    r"|get (?:\[)?outlook for (?:ios|android|mac|windows|iphone|ipad|mobile)|download outlook|aan "
    r"de slag met outlook"
    r"|holen sie sich outlook|enviat des de|von \S{1,30} gesendet|von (?:meine[mnr]|unterwegs"
    r"|mein)\b|gesendet (?:von|mit|aus|über"
    r"|via)\b|(?:diese|meine) (?:nachricht|e-?mail|mail) wurde"
    r"|envoyé (?:de|depuis|à partir|par|avec|sans fil|du|via)\b|obtenir outlook|télécharge[rz] "
    r"outlook|enviado (?:desde|do|de|por|através|con|via|com|a partir)\b|obtener outlook|obter o "
    r"outlook"
    r"|inviato (?:da|dal|con|tramite)\b|ottieni outlook|scarica outlook|verzonden (?:vanaf|vanuit"
    r"|met|via|van)\b|verstuurd (?:vanaf|vanuit|met|via|van)\b|outlook voor"
    r"|sendt (?:fra|med)\b|skickat (?:från|med)\b|skickades från\b|lähetetty\b|wysłan[eoy] (?:z"
    r"|przy|za)\b|odesláno z\b|odoslané z\b|poslano z\b"
    r"|отправлено (?:с|из)\b|надіслано (?:з|із)\b|iphone['’]?umdan|gönderildi\b|elküldve\b"
    r"|küldve\b|στάλθηκε από|trimis de pe\b|hol dir outlook|outlook für (?:ios|android)"
    r"|via (?:mobile|handy|iphone)(?=[ .!)]{0,4}$)|sent with\b|dikirim dari\b|được gửi từ|đã gửi từ"
)
_MOBILE = re.compile(rf"^[\s<(\[*_•·-]{{0,8}}(?:{_SENT})[^\n]{{0,140}}$", re.IGNORECASE)
_MOBILE_NAMES = re.compile(rf"\b(?:{_DEVICE})|^[\s<(\[*_-]{{0,8}}sent from my [\w -]{{1,40}}$", re.IGNORECASE)
_MOBILE_WHOLE = re.compile(
    r"^[\s<(\[*_-]{0,8}(?:(?:someone |just )?(?:from|via|on) (?:my )?mobile(?: device| phone)?"
    r"|從我的.{1,20}傳送|从我的.{1,20}发送|发自我的.{1,20}|發自我的.{1,20}"
    r"|sent on the go|von unterwegs gesendet|via newton mail|نُشر من iphone"
    r"|iphoneから送信|私の.{1,20}から送信|나의 .{1,20}에서 보냄|sent by [\w ]{1,20}"
    r"|.{0,30}(?:meinem?|my|mon|mi"
    r"|mijn|min|moj\w+|моего|мого) .{0,20}"
    r"(?:iphone|ipad|handy|mobil\w*|smartphone|android|galaxy|telefon\w*"
    r"|blackberry).{0,40}(?:gesendet|geschickt|verschickt|verfasst)\.?"
    r"|sent from a phone|nachricht wurde von .{1,60} gesendet\.?|diese nachricht wurde von "
    r".{1,80} gesendet\.?)[\s>)\]*_.]{0,6}$",
    re.IGNORECASE,
)
# A cheap look before the long patterns: such a line begins with one of these words …
_DEVICE_WORDS = frozenset(
    {
        "download",
        "aan",
        "holen",
        "enviat",
        "نُشر",
        "diese",
        "dikirim",
        "elküldve",
        "enviado",
        "envoyé",
        "from",
        "gesendet",
        "get",
        "gönderildi",
        "hol",
        "inviato",
        "iphone'umdan",
        "iphone’umdan",
        "just",
        "küldve",
        "lähetetty",
        "meine",
        "my",
        "nachricht",
        "obtener",
        "obtenir",
        "obter",
        "odesláno",
        "odoslané",
        "on",
        "ottieni",
        "outlook",
        "poslano",
        "posted",
        "scarica",
        "sendt",
        "sent",
        "sent:",
        "skickades",
        "skickat",
        "someone",
        "trimis",
        "typed",
        "télécharger",
        "téléchargez",
        "verstuurd",
        "verzonden",
        "via",
        "von",
        "written",
        "wyslane",
        "wysłane",
        "wysłano",
        "đã",
        "được",
        "στάλθηκε",
        "надіслано",
        "отправлено",
    }
)
# … or holds one of these.
_DEVICE_STEMS = (
    "gesendet",
    "geschickt",
    "verschickt",
    "verfasst",
    "傳送",
    "发送",
    "發送",
    "发自",
    "發自",
    "送信",
    "보냄",
)
_DELIMITER = re.compile(r"^[ \t]{0,3}(?:--|––|—|–|-- ?--)[ \t]{0,3}$")
_RULE_SIGNS = frozenset("-_=*~#.+:| ")
_LIST_FOOTER = re.compile(
    r"mailing list\b|\bto unsubscribe\b|\bunsubscribe (?:from|at|here|info)|\[un\]subscribe"
    r"|abmelden|se désinscrire|darse de baja"
    r"|you (?:received|are receiving|'re receiving) this (?:message|mail|email|e-mail"
    r"|notification)|reply to this e?-?mail directly"
    r"|view (?:it|this \w+) on (?:github|gitlab)|\[visit topic\]|to respond, reply to this"
    r"|mailman/listinfo|posting guide"
    r"|powered by (?:yahoo|google) groups|manage (?:your )?(?:subscription|preferences)",
    re.IGNORECASE,
)
_CLOSINGS = (
    r"(?:(?:with |my |our )?(?:best|kind(?:est)?|warm(?:est)?|many|friendly|cordial|very best"
    r"|best personal|personal|sincere|all (?:the|my)) (?:regards|wishes|greetings|best))"
    r"|regards|rgds|(?:yours )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?|yours"
    r"|respectfully(?: yours)?|cordially|best|all the best|cheers|greetings|br|kr|warmly|take care"
    r"|sincerely"
    r"|(?:mit )?(?:freundlich(?:en|er|e|em)|herzlich(?:en|e|er)|lieben?|liebe|schönen|schöne"
    r"|beste[nr]?|viele[nr]?|sonnige[nr]?|vielen lieben|den besten)(?: (?:und )?\w+)? "
    r"(?:gr(?:ü|ue|u)(?:ß|ss)e?n?|gruss|gruß)(?: (?:aus|von|vom) .{1,40})?|(?:liebe |schöne "
    r"|viele )?gr(?:ü|ue)(?:ß|ss)e?(?: (?:aus|von) .{1,40})?|gru(?:ß|ss)|hochachtungsvoll|mfg"
    r"|m\.f\.g\.?|lg|vg|ihr(?:e)?|herzlichst"
    r"|(?:bien )?(?:très )?cordialement|(?:bien )?(?:sincères|meilleures|cordiales) salutations"
    r"|salutations(?: distinguées| cordiales)?|bien à (?:vous|toi)|amicalement|respectueusement"
    r"|cdlt|crdt"
    r"|(?:un )?(?:cordial(?:es)?|atentos?|afectuosos?)? ?saludos?(?: cordiales| cordial)?"
    r"|atentamente|atte\.?|un abrazo"
    r"|(?:com os )?(?:melhores )?cumprimentos|atenciosamente|att\.?|abraços?|cordialmente|respeitosamente"
    r"|(?:cordiali|distinti|migliori|cari) saluti|saluti|un saluto|cordialmente"
    r"|(?:met )?(?:vriendelijke|hartelijke|beste|warme) ?(?:groet(?:en|jes)?)|groet(?:en|jes)?|mvg"
    r"|hoogachtend"
    r"|(?:med )?(?:vänliga?|venlig(?:e|st)?|vennlig|bästa|beste|mvh|de bedste) ?(?:hälsning(?:ar)?"
    r"|hilsen(?:er)?)?|hälsningar|hilsen|mvh|vh|terveisin|ystävällisin terveisin"
    r"|(?:z )?(?:poważaniem|wyrazami szacunku)|pozdrawiam(?: serdecznie)?|pozdrowienia|s "
    r"(?:přátelským )?pozdravem|s úctou|с уважением|з повагою|üdvözlettel|saygılarımla|με εκτίμηση"
)
_CLOSING = re.compile(
    rf"^[\s*_/~-]{{0,4}}(?:thanks (?:and|&) |thank you (?:and|&) |thanks,? |vielen dank und |merci "
    rf"et |gracias y )?(?:{_CLOSINGS})[\s,.!:*_~-]{{0,6}}$",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^[\s*_-]{0,4}(?:(?:many |best |with )?thanks(?: (?:a lot|again|so much|in advance|very much"
    r"|for your help))?|thank you(?: (?:very much|so much|in advance|again))?|thx|tia|ty"
    r"|(?:vielen|besten|herzlichen|schönen) dank(?: im voraus)?|danke(?: (?:schön|sehr|im voraus"
    r"|vielmals))?|merci(?: (?:d'avance|beaucoup))?|(?:muchas )?gracias(?: de antemano| por "
    r"adelantado)?"
    r"|(?:muito )?obrigad[oa]|grazie(?: mille| in anticipo)?|(?:bij voorbaat |alvast )?(?:dank"
    r"|bedankt)|tack(?: på förhand)?|tak|takk|dziękuję|спасибо)[\s,.!:*_-]{0,6}$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:\+|\b00|\()?\d[\d ()./-]{6,}\d|[^\s<>@]@[^\s<>@]+\.\w|https?://|\bwww\.\w|\b(?:tel|phone"
    r"|fax|mobile?|mobil|cell|fon|telefon|handy|e-?mail|web|skype|direct|office|t|f|m)\s?[.:]"
    r"|\b(?:gmbh|ltd|inc|llc|corp|ag|s\.?a\.?|s\.?r\.?l|b\.?v|kg|ug|plc|pty|oy|ab)\b\.?"
    r"|\b(?:str(?:aße|asse|\.)|street|avenue|ave\.|road|suite|ste|p\.?o\.? ?box)\b"
    r"|\b(?:director|manager|engineer|ceo|cto|department|university|universität|professor|ph\.?d"
    r"|developer|consultant|geschäftsführer\w*|institut\w*|vorstand|sitz der|ust-?id|hrb)\b",
    re.IGNORECASE,
)
_PS = re.compile(
    r"^[\s*_]{0,4}(?:p\.? ?s\.?|pps|p\.s|nb|n\.b\.|edit|update|nachtrag|ps)[\s:.,-]", re.IGNORECASE
)
_BULLET = re.compile(r"^\s{0,6}(?:[-*•·]|\d{1,2}[.)])\s+\S")
_TELLS = re.compile(
    r"\b(?:i|we|you|my|our|me|us|ich|wir|sie|mein\w*|unser\w*|je|nous|vous|mon|yo|usted\w*|mi"
    r"|nuestro|eu|nós|você|io|noi|ik|wij|u)\b",
    re.IGNORECASE,
)


def signature_lines(lines: list[str], first: int, last: int, sender: Address) -> set[int]:
    """Return the numbers of the signature lines among the own lines ``first`` to ``last - 1``."""
    found = _device_lines(lines, first, last)
    found |= _list_footer(lines, first, last)
    end = _end_of_words(lines, first, last, found)
    start = _delimited(lines, first, end)
    start = _closing_above(lines, first, start) if start >= 0 else _closed(lines, first, end)
    if start < 0:
        start = _named(lines, first, end, sender)
    if start >= 0:
        found |= _block_from(lines, start, end)
    elif end > first + 1 and end in found and _is_sender(lines[end - 1], sender):
        found.add(end - 1)
    return found


def _closing_above(lines: list[str], first: int, delimiter: int) -> int:
    """Return where a closing formula with nothing but a name begins right above a delimiter."""
    end = _end_of_words(lines, first, delimiter, set())
    closing = _closed(lines, first, end)
    below = [line for line in lines[closing + 1 : end] if line.strip()]
    return closing if closing >= 0 and len(below) <= 4 and max(map(len, below)) <= 60 else delimiter


def _is_sender(line: str, sender: Address) -> bool:
    name = _words_of(sender.name)
    return bool(name) and _is_own_name(line, name)


def _words_of(name: str) -> set[str]:
    return {word for word in re.split(r"[\s,.\"']+", name.lower()) if len(word) > 1}


def _end_of_words(lines: list[str], first: int, last: int, found: set[int]) -> int:
    end = last
    while end > first and (not lines[end - 1].strip() or end - 1 in found):
        end -= 1
    return end


def _device_lines(lines: list[str], first: int, last: int) -> set[int]:
    """Return lines that a phone or mail program added: each ends a paragraph, or a contact follows."""
    found: set[int] = set()
    for number in range(last - 1, first - 1, -1):
        ends = number + 1 == last or not lines[number + 1].strip() or number + 1 in found
        begins = number == first or not lines[number - 1].strip()
        if (
            (ends or begins)
            and _is_device_line(lines[number])
            and (ends or _CONTACT.search(lines[number + 1]))
        ):
            found.add(number)
    return found


def _is_device_line(line: str) -> bool:
    if not 4 <= len(line) <= 170 or line.endswith(("?", ":", ",")):
        return False
    lowered = line.lower()
    first = lowered.split(None, 1)[0].lstrip("<([*_•·-") if not lowered.isspace() else ""
    if first not in _DEVICE_WORDS and not any(stem in lowered for stem in _DEVICE_STEMS):
        return False
    return bool((_MOBILE.match(line) and _MOBILE_NAMES.search(line)) or _MOBILE_WHOLE.match(line))


def _list_footer(lines: list[str], first: int, last: int) -> set[int]:
    """Return the footer that a mailing list or a notifier added: a rule, and its words below."""
    for number in range(first, last):
        if not _is_rule(lines[number]):
            continue
        below = [at for at in range(number + 1, min(last, number + 8)) if lines[at].strip()]
        if below and any(_LIST_FOOTER.search(lines[at]) for at in below[:3]):
            return _paragraphs_from(lines, number, last)
    return set()


def _is_rule(line: str) -> bool:
    words = line.strip()
    return 2 <= len(words) <= 120 and words[0] in _RULE_SIGNS and _RULE_SIGNS.issuperset(words)


def _paragraphs_from(lines: list[str], number: int, last: int) -> set[int]:
    """Return the lines from a footer's rule on; a later paragraph that asks or tells stays own."""
    footer = set(range(number, last))
    for start, end in _paragraphs(lines, number, last)[1:]:
        if _asks(lines, start, end) and not _LIST_FOOTER.search(" ".join(lines[start:end])):
            footer -= set(range(start, end))
    return footer


def _delimited(lines: list[str], first: int, end: int) -> int:
    """Return where a delimiter begins a signature, or -1: bullets and long prose below it are own."""
    for number in range(first, end):
        if _DELIMITER.match(lines[number]):
            below = next((at for at in range(number + 1, end) if lines[at].strip()), -1)
            if below < 0 or _may_be_signature(lines, below, end):
                return number
        if (
            end - number <= 2 * _MOST_LINES
            and _is_rule(lines[number])
            and _only_contacts(lines, number + 1, end)
        ):
            return number
    return -1


def _may_be_signature(lines: list[str], first: int, end: int) -> bool:
    start, stop = _first_paragraph(lines, first, end)
    if _DELIMITER.match(lines[first]):
        return True
    if _BULLET.match(lines[start]) and not _CONTACT.search(lines[start]):
        return False
    if _asks(lines, start, stop) or _PS.match(lines[start]):
        return False
    prose = sum(
        1
        for line in lines[start:stop]
        if len(line) > 50 and _TELLS.search(line) and not _CONTACT.search(line)
    )
    return prose < 3


def _closed(lines: list[str], first: int, end: int) -> int:
    """Return where a closing formula with a name below it begins, or -1."""
    for number in range(end - 1, max(first, end - _MOST_LINES * 2) - 1, -1):
        formal, thanks = _CLOSING.match(lines[number]), _THANKS.match(lines[number])
        if not (formal or thanks) or len(lines[number]) > 70:
            continue
        below = [at for at in range(number + 1, end) if lines[at].strip()]
        if not below or below[0] > number + 4 or number == first:
            continue
        start, stop = _first_paragraph(lines, below[0], end)
        if not _is_name_block(lines, start, stop):
            continue
        if formal:
            return number
        if len(below) > 1 and any(_CONTACT.search(lines[at]) for at in below):
            return start
    return -1


def _is_name_block(lines: list[str], start: int, stop: int) -> bool:
    head = lines[start].strip()
    if len(head) > 60 or head.endswith(("?", ":")) or _BULLET.match(lines[start]) or _PS.match(head):
        return False
    if _asks(lines, start, stop) or len(head.split()) > 7:
        return False
    return not _is_sentence(head)


def _is_sentence(line: str) -> bool:
    return len(line.split()) > 3 and bool(_TELLS.search(line)) and not _CONTACT.search(line)


def _named(lines: list[str], first: int, end: int, sender: Address) -> int:
    """Return where the sender's name with contact lines, or a block of contacts, ends the words, or -1."""
    paragraphs = _paragraphs(lines, first, end)
    name = _words_of(sender.name)
    for start, stop in reversed(paragraphs[-6:]):
        for number in range(start, stop):
            if (
                number > first
                and name
                and _is_own_name(lines[number], name)
                and number + 1 < end
                and _only_contacts(lines, number + 1, end)
            ):
                return number
    return _contact_block(lines, paragraphs, first, end)


def _is_own_name(line: str, name: set[str]) -> bool:
    words = {word for word in re.split(r"[\s,.\"'*_-]+", line.lower()) if len(word) > 1}
    return 0 < len(words) <= 5 and len(words & name) >= min(2, len(name))


def _contact_block(lines: list[str], paragraphs: list[tuple[int, int]], first: int, end: int) -> int:
    if len(paragraphs) < 2:
        return -1
    start, stop = paragraphs[-1]
    head = lines[start].strip()
    if stop - start < 2 or _BULLET.match(lines[start]) or not _is_heading_of_contacts(head):
        return -1
    if any(len(line) > _LONG for line in lines[start:stop]):
        return -1
    contacts = sum(1 for line in lines[start:stop] if _CONTACT.search(line))
    return start if contacts >= max(1, (stop - start) // 3) and _only_contacts(lines, start, end) else -1


def _is_heading_of_contacts(head: str) -> bool:
    return (
        len(head.split()) <= 6 and not head.endswith((".", ":", ",", "?")) and not re.search(r"\d{3}", head)
    )


def _only_contacts(lines: list[str], first: int, end: int) -> bool:
    """Tell whether all lines to the end are short and neither ask nor tell anything."""
    words = [line for line in lines[first:end] if line.strip()]
    if (
        not words
        or len(words) > _MOST_LINES
        or (not any(_CONTACT.search(line) for line in words) and len(words) > 4)
    ):
        return False
    return all(
        len(line) <= _LONG and "?" not in _without_links(line) and not _is_sentence(line.strip())
        for line in words
    )


def _block_from(lines: list[str], start: int, end: int) -> set[int]:
    """Return the signature's lines: paragraph after paragraph, without those that ask or tell."""
    found = set(range(start, end))
    for first, last in _paragraphs(lines, start + 1, end):
        if first <= start + 1 and _DELIMITER.match(lines[start]) and not _PS.match(lines[first]):
            continue
        if _PS.match(lines[first]):
            return found - set(range(first, end))
        if _asks(lines, first, last) or _is_prose(lines, first, last):
            found -= set(range(first, last))
    return found


def _is_prose(lines: list[str], first: int, last: int) -> bool:
    """Tell whether a paragraph tells something: long and personal, or one plain sentence about us."""
    text = " ".join(line.strip() for line in lines[first:last])
    if _CONTACT.search(text) or not _TELLS.search(text):
        return False
    if len(text) > 160:
        return len(_TELLS.findall(text)) >= 3
    return len(text.split()) >= 6 and text.endswith((".", "!")) and not re.search(r"[|•]", text)


def _asks(lines: list[str], first: int, last: int) -> bool:
    """Tell whether a paragraph asks the reader something; a slogan with a link to a shop does not."""
    text = _without_links(" ".join(lines[first:last]))
    if "?" not in text:
        return False
    if _CONTACT.search(text) and last - first >= 3:
        return False
    if text.rstrip().endswith("?") and last - first == 1 and not _CONTACT.search(text):
        return True
    question = text[: text.rindex("?")].split("?")[-1].split(". ")[-1]
    return len(question.split()) >= 4 or bool(_TELLS.search(question))


def _without_links(text: str) -> str:
    return re.sub(r"https?://\S+|<[^<>\s]*>", "", text)


def _first_paragraph(lines: list[str], first: int, end: int) -> tuple[int, int]:
    """Return the paragraph that begins at ``first``, which has words."""
    stop = first
    while stop < end and lines[stop].strip():
        stop += 1
    return first, stop


def _paragraphs(lines: list[str], first: int, end: int) -> list[tuple[int, int]]:
    """Return the paragraphs between two lines as (first, last + 1)."""
    found: list[tuple[int, int]] = []
    start = -1
    for number in range(first, end):
        if lines[number].strip():
            start = number if start < 0 else start
        elif start >= 0:
            found.append((start, number))
            start = -1
    return [*found, (start, end)] if start >= 0 else found
