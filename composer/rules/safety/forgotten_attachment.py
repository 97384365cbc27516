"""forgotten-attachment: the reply speaks of an attachment and none is there."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.cue import Cue
from composer.lint.finding import Reading, Severity
from composer.lint.own_words import PassageKind, Placed
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply

_FILE = (
    r"(?:file|files|pdf|screenshot|screenshots|image|picture|photo|invoice|invoices|receipt|document|documents|doc|guide|"
    r"manual|form|log|logs|video|recording|spreadsheet|sheet|csv|report|list|quote|contract|label|letter|copy|zip|patch|"
    r"script|version|example|template|presentation|statement|certificate|diagram|overview|instructions|steps|note|plan)"
)
# Each says that something comes with this mail; what the customer attached or shall attach does not.
_SAYS_ATTACHED = re.compile(
    r"(?<!\w)(?:"
    r"(?:i|we)(?:['’]ve| have|['’]m|['’]re| am| are)?(?: just| also| now| already| here(?:with|by)?)? (?:attach(?:ed|ing)?|enclos(?:e|ed|ing))"
    r"(?! (?:to|it to|them to|this to|that to) (?:the|your) (?:ticket|case|order|account|invoice))|"
    r"(?:please )?(?:find|see|check|open|read|use|have a look at|take a look at|look at|refer to|review|sign|print|run|install)"
    rf"(?: the| our| my)? (?:attached|enclosed)(?: {_FILE})?|"
    r"(?:please )?(?:find|see|check|open|have a look at|take a look at|look at|refer to|review)(?: the| our| my) (?:attachment|attachments|enclosure)|"
    r"(?:see|zie) (?:the )?(?:attachments?|bijlage)|\(attached\)|you(?: will|['’]ll| can) find(?: \w+){1,4} (?:attached|enclosed)|enclosed (?:is|are)|hängt an|"
    rf"(?:the|our|my|an?) (?:attached|enclosed)(?: \w{{2,20}}){{0,2}} {_FILE}\b|"
    r"(?:you(?:['’]ll| will)? )?(?:find|comes?|goes|is|are|sending|send|includ(?:e|ed|ing)|added|put)(?: [\w*]+){0,6} with this (?:e-?mail|mail|message|reply)|"
    r"(?:i|we)(?:['’]ve| have)? (?:included|added|put|appended|popped|dropped)(?: \w+){0,6} (?:to|in|with|onto) this (?:e-?mail|mail|message|reply)|"
    r"attached (?:is|are|here(?:with|by)?|below|please find|you(?:['’]ll| will)? find|to (?:this|my) (?:e-?mail|mail|message|reply))|"
    r"(?:is|are|it|them|['’]s|which is|also|both|here|screenshot|file|pdf|log|invoice|document|guide) (?:also |now |here |both )?(?:attached|enclosed)"
    r"(?! to (?:the|your)| by| with| from)(?=[.,;:!)]|$|\s(?:to this|to my|here|below|as|for your|and|in)\b)|"
    r"in (?:the|this) attachment|as an? (?:attachment|enclosure)|in the enclosed|as attached|see (?:the )?enclosed|"
    r"i(?:['’]m| am) (?:sending|including)(?: you)?(?: \w+){1,6} (?:as an attachment|attached)|"
    # German
    r"(?:im|in der) (?:anhang|anlage|beilage)|anbei|(?:habe|haben)(?: \w+){0,6} (?:angehängt|beigefügt|angefügt|beigelegt|mitgeschickt|mitgesandt|mitgesendet|dazugelegt)|(?:schicke|sende|lege|füge)(?: \w+){1,6} (?:mit|bei)(?=[.,;!]|$)|"
    r"(?:ist|sind|liegt|liegen)(?: \w+){0,3} (?:angehängt|beigefügt|bei)(?=[.,;!]|$)|(?:die|der|das|den) (?:angehängte[nrs]?|beigefügte[nrs]?|anliegende[nrs]?)|"
    r"als anhang|hänge(?: \w+){1,4} an(?=[.,;!]|$)|"
    # Spanish, Portuguese
    r"(?:le |te |les )?adjunt(?:o|amos)(?: \w+)|(?:archivo|documento|fichero|factura|pdf|imagen) adjunt[oa]s?|(?:en|como) (?:el |archivo )?adjunto|"
    r"(?:va|van|encontrar[áa]|está|están) (?:en )?adjunt[oa]s?|"
    r"(?:em|no) anexo|segue(?:m)? (?:em )?anexo|anexad[oa]s?|"
    # French
    r"(?:en )?pi[èe]ces?[- ]jointes?|ci[- ]joints?(?:e|es)?|(?:le|la|les) (?:fichier|document|facture|capture)s? joint(?:e|s|es)?|(?:j['’]ai|nous avons) joint|"
    # Dutch, Italian
    r"(?:in de|als) bijlage|bijgevoegd(?:e)?|(?:in|come) allegato|allegh?(?:o|iamo|ata|ati)"
    r")(?!\w)",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:you|customers?|users?|they|he|she)(?:['’]ve| have| had)?(?: \w+){0,3} $|\byour \w{0,20} ?$|\bnot $|\bno $|\bwithout $|n['’]t (?:\w+ )?$|"
    r"\b(?:can|could|to|will|should|must|may) $|\b(?:next time|nicht|kein|keine[nr]?|sin|sans|pas)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_IN_A_PARCEL = re.compile(
    r"\b(?:parcel|box|package|letter|envelope|shipment|delivery|paket|karton|päckchen|brief|umschlag|lieferung|sendung|post|paquete|caja|envío|colis|boîte|carton)\b",
    re.IGNORECASE,
)
_NOT_OURS_AFTER = re.compile(
    r"^ (?:you sent|you attached|in your|is (?:broken|empty|damaged|corrupt\w*|missing)|from you|to your|that you|of your|size|limit|feature|field|column|button|icon|tab)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:your|you sent|you attached|you provided|you shared|the ones? you|received your|thank(?:s| you) for (?:the|your|attaching|sending))\b",
    re.IGNORECASE,
)
_CUE = Cue(
    "attach|enclos|anh|anbei|anlage|beilage|beigef|anliegen|beigel|mitges|dazugel|lege|füge|schicke|sende|with this|this e-mail|this email|"
    "this mail|this message|this reply|häng|adjunt|anex|joint|bijl|bijg|alleg"
)


def _check(reply: Reply) -> Iterator[Hit]:
    names = reply.context.attachments
    if names:
        return
    for placed in reply.passages:
        if placed.passage.kind is not PassageKind.HEADING and placed.passage.cued(_CUE):
            hit = _first_in(placed, known=names is not None)
            if hit is not None:
                yield hit
                return


def _first_in(placed: Placed, *, known: bool) -> Hit | None:
    words = placed.passage.words
    for match in _SAYS_ATTACHED.finditer(words):
        if not _speaks_of_theirs(placed, match):
            said = " ".join(match.group().split())
            message = f"You write “{said}”, but nothing is attached to this reply."
            severity = None
            if not known:
                message, severity = (
                    f"You write “{said}”: see to it that the file leaves with this reply.",
                    Severity.HINT,
                )
            return Hit(placed.start + match.start(), placed.start + match.end(), message, severity=severity)
    return None


def _speaks_of_theirs(placed: Placed, match: re.Match[str]) -> bool:
    words = placed.passage.words
    sentence = placed.passage.sentence_at(match.start())
    before = words[sentence.start : match.start()]
    if re.search(
        r"beigelegt|dazugelegt|mitges|lege|enclos", match.group(), re.IGNORECASE
    ) and _IN_A_PARCEL.search(sentence.text):
        return True
    if sentence.text.endswith("?") and not match.group().lower().startswith(("i ", "we ", "i'", "we'")):
        return True
    if _NOT_OURS.search(before[-60:]) and not re.match(r"(?:i|we)\b", match.group(), re.IGNORECASE):
        return True
    return bool(_NOT_OURS_AFTER.match(words[match.end() :]) or _OTHERS.search(before[-40:]))


_NONE = Example("", circumstances={"attachments": []})
_ONE = Example("", circumstances={"attachments": ["guide.pdf"]})
_BAD = (
    "Hi John,\n\n«I've attached» the guide.\n",
    "«Please find attached» the invoice.\n",
    "«The attached file» has the steps.\n",
    "The invoice «is attached».\n",
    "Die Rechnung finden Sie «im Anhang».\n",
    "Den Plan «habe ich Ihnen beigelegt».\n",
    "«You'll find the slip with this mail».\n",
    "«Le adjunto la» factura.\n",
    "Vous trouverez la facture «en pièce jointe».\n",
    "«Attached is» the log of yesterday.\n",
)

RULE = Rule(
    id="forgotten-attachment",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="The attachment is missing",
    finds=(
        "Words that say that a file comes with this mail, in seven languages, and no file. Where Thrice "
        "can't see the files (on the command line) it is a hint."
    ),
    why="The customer has the file with the mail that speaks of it, and need not write back to ask for it.",
    reads=WholeReply(_check),
    bad=tuple(_NONE.saying(text) for text in _BAD),
    good=tuple(_ONE.saying(text.replace("«", "").replace("»", "")) for text in _BAD),
    quiet=tuple(
        _NONE.saying(text)
        for text in (
            "Thank you for the file you attached.\n",
            "Please attach the log to your next mail.\n",
            "I see your attached screenshot.\n",
            "A file can be attached to the ticket.\n",
            "There was no file attached to your mail.\n",
            "The attachment limit is 10 MB.\n",
            "Could you send it as an attachment?\n",
            "> Please find attached the log.\n\nThank you.\n",
            "The strap is attached by two screws.\n",
            "Das Kabel haben wir dem Paket beigelegt.\n",
            "The screws are enclosed in the parcel.\n",
            "You can pay with this reply of the bank.\n",
            "I could not open the attached file that you sent.\n",
        )
    ),
)
