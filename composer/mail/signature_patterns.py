"""The patterns of a signature: devices, delimiters, list footers, closings, contacts. Words are data."""

import re

DEVICE = (
    r"iphone|ipad|ipod|ios|android|blackberry|galaxy|samsung|huawei|xiaomi|nokia|htc|wiko|lumia"
    r"|windows phone|smartphone|mobile|handy"
    r"|mobil\w*|móvil|telefon\w*|téléphone|telefono|teléfono|phone|cell|tablet|outlook|yahoo|gmail"
    r"|mail|mailbox|airmail|thunderbird|app"
    r"|proton\w*|fastmail|newton|superhuman|pixel|iphon|мобил|gmx|web\.de|t-online|aol|spark"
    r"|edison|k-9|bluemail|aqua mail|device|gerät"
    r"|dispositivo|apparaat|toestel|windows|pc|mac|surface"
)
SENT = (
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
MOBILE = re.compile(rf"^[\s<(\[*_•·-]{{0,8}}(?:{SENT})[^\n]{{0,140}}$", re.IGNORECASE)
MOBILE_NAMES = re.compile(rf"\b(?:{DEVICE})|^[\s<(\[*_-]{{0,8}}sent from my [\w -]{{1,40}}$", re.IGNORECASE)
MOBILE_WHOLE = re.compile(
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
DEVICE_WORDS = frozenset(
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
DEVICE_STEMS = re.compile("gesendet|geschickt|verschickt|verfasst|傳送|发送|發送|发自|發自|送信|보냄")
DELIMITER = re.compile(r"^[ \t]{0,3}(?:--|––|—|–|-- ?--)[ \t]{0,3}$")
RULE_SIGNS = frozenset("-_=*~#.+:| ")
# What a delimiter or a rule begins with.
DRAWN_SIGNS = RULE_SIGNS | {"–", "—"}
LIST_FOOTER = re.compile(
    r"mailing list\b|\bto unsubscribe\b|\bunsubscribe (?:from|at|here|info)|\[un\]subscribe"
    r"|abmelden|se désinscrire|darse de baja"
    r"|you (?:received|are receiving|'re receiving) this (?:message|mail|email|e-mail"
    r"|notification)|reply to this e?-?mail directly"
    r"|view (?:it|this \w+) on (?:github|gitlab)|\[visit topic\]|to respond, reply to this"
    r"|mailman/listinfo|posting guide"
    r"|powered by (?:yahoo|google) groups|manage (?:your )?(?:subscription|preferences)",
    re.IGNORECASE,
)
CLOSINGS = (
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
# Closings and thanks are written in lower case, and match a line that was put so.
CLOSING = re.compile(
    rf"^[\s*_/~-]{{0,4}}(?:thanks (?:and|&) |thank you (?:and|&) |thanks,? |vielen dank und |merci "
    rf"et |gracias y )?(?:{CLOSINGS})[\s,.!:*_~-]{{0,6}}$"
)
THANKS = re.compile(
    r"^[\s*_-]{0,4}(?:(?:many |best |with )?thanks(?: (?:a lot|again|so much|in advance|very much"
    r"|for your help))?|thank you(?: (?:very much|so much|in advance|again))?|thx|tia|ty"
    r"|(?:vielen|besten|herzlichen|schönen) dank(?: im voraus)?|danke(?: (?:schön|sehr|im voraus"
    r"|vielmals))?|merci(?: (?:d'avance|beaucoup))?|(?:muchas )?gracias(?: de antemano| por "
    r"adelantado)?"
    r"|(?:muito )?obrigad[oa]|grazie(?: mille| in anticipo)?|(?:bij voorbaat |alvast )?(?:dank"
    r"|bedankt)|tack(?: på förhand)?|tak|takk|dziękuję|спасибо)[\s,.!:*_-]{0,6}$"
)
CONTACT = re.compile(
    r"(?:\+|\b00|\()?\d[\d ()./-]{6,}\d|[^\s<>@]@[^\s<>@]+\.\w|https?://|\bwww\.\w|\b(?:tel|phone"
    r"|fax|mobile?|mobil|cell|fon|telefon|handy|e-?mail|web|skype|direct|office|t|f|m)\s?[.:]"
    r"|\b(?:gmbh|ltd|inc|llc|corp|ag|s\.?a\.?|s\.?r\.?l|b\.?v|kg|ug|plc|pty|oy|ab)\b\.?"
    r"|\b(?:str(?:aße|asse|\.)|street|avenue|ave\.|road|suite|ste|p\.?o\.? ?box)\b"
    r"|\b(?:director|manager|engineer|ceo|cto|department|university|universität|professor|ph\.?d"
    r"|developer|consultant|geschäftsführer\w*|institut\w*|vorstand|sitz der|ust-?id|hrb)\b",
    re.IGNORECASE,
)
PS = re.compile(
    r"^[\s*_]{0,4}(?:p\.? ?s\.?|pps|p\.s|nb|n\.b\.|edit|update|nachtrag|ps)[\s:.,-]", re.IGNORECASE
)
BULLET = re.compile(r"^\s{0,6}(?:[-*•·]|\d{1,2}[.)])\s+\S")
TELLS = re.compile(
    r"\b(?:i|we|you|my|our|me|us|ich|wir|sie|mein\w*|unser\w*|je|nous|vous|mon|yo|usted\w*|mi"
    r"|nuestro|eu|nós|você|io|noi|ik|wij|u)\b",
    re.IGNORECASE,
)
