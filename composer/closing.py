"""The one place that knows where a reply's closing begins: courtesies, goodbye, name, signature, PS.

A closing answers no question, takes no colour, and is read by no rule as the agent's sentence.
"""
# ruff: noqa: E501 - a list of words reads best in long lines

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from composer.draft import Block, BlockKind, Draft

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARKUP = "*_ \t"
_DELIMITER = re.compile(r"(?:--|—|–|_{2,}|-\.-\.-.{0,40}|={5,}) ?\s*$")
_POSTSCRIPT = re.compile(r"\W{0,3}p\.? ?p?\.? ?s\b\.?[^\n]", re.IGNORECASE)
_GOODBYE = re.compile(
    r"\W{0,3}(?:"
    # English
    r"(?:with )?(?:my |our |all )?(?:kind(?:est)?|best|warm(?:est)?|many|sincere)"
    r"(?: (?:regards|wishes|thanks))?(?: from \w{2,20})?|regards|(?:yours )?(?:sincerely|faithfully|truly)"
    r"(?: yours)?|yours|cheers|(?:many )?thanks(?: (?:again|so much|a lot|in advance"
    r"|and (?:best|kind) regards))?|thank you(?: again| very much| so much)?|greetings|all the best|bye"
    r"|take care|respectfully|cordially|talk soon|(?:have|enjoy) (?:a|the rest of your) "
    r"(?:(?:good|great|nice|lovely|pleasant) )?(?:day|week|weekend|evening)"
    # German
    r"|(?:mit )?(?:(?:ganz )?(?:freundliche|beste|liebe|herzliche|sch[öo]ne|viele)[nm]?(?: und \w{1,20})? )?"
    r"gr(?:ü|u|ue)(?:ß|ss)(?:en?)?(?: aus [\w ]{2,30})?|(?:vielen |besten |herzlichen )?dank(?: und gru(?:ß|ss))?"
    r"|danke|mfg|lg|vg|bis bald|alles gute|sch[öo]nen (?:tag|abend)(?: noch)?"
    # Spanish
    r"|(?:un |muchos |reciba un )?(?:cordial )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|atentamente"
    r"|cordialmente|(?:muchas )?gracias|hasta (?:luego|pronto)|que teng\w{1,4} (?:un )?buen d[ií]a"
    # French
    r"|(?:bien |tr[èe]s )?cordialement|bien [àa] (?:vous|toi)|(?:sinc[èe]res |meilleures )?salutations"
    r"(?: distingu[ée]es)?|amicalement|[àa] bient[ôo]t|bonne (?:journ[ée]e|soir[ée]e)|merci(?: beaucoup)?"
    # Dutch
    r"|(?:met )?(?:(?:vriendelijke|hartelijke) )?groet(?:en|jes)?|mvg|(?:hartelijk )?bedankt|fijne dag(?: nog)?"
    # Portuguese
    r"|(?:com os )?(?:melhores )?cumprimentos|atenciosamente|(?:um )?abra[çc]os?|(?:muito )?obrigad[oa]"
    r"|at[ée] (?:logo|breve)"
    # Italian
    r"|(?:cordiali |distinti |tanti |un )?salut[io]|cordialit[àa]|(?:mille )?grazie|a presto|buona giornata"
    r")(?![\w'’-])",
    re.IGNORECASE,
)
_MORE = r"(?:any|other|another|further|more|additional|anything|something|questions?)"
_COURTESY = re.compile(
    r"\W{0,3}(?:(?:i|we) (?:really )?hope (?:this|that|it) (?:helps|answers|clears|makes|is (?:helpful|of help))"
    r"|(?:please |so |and )?(?:just )?(?:do not hesitate|don['’]t hesitate|feel free|let (?:me|us) know if|reach out"
    rf"|reply to this|(?:just )?get in touch)\b|(?:in case|if|should) you (?:still )?(?:have|need) {_MORE}\b"
    rf"|if (?:there is|there['’]s) (?:still )?{_MORE}\b|if (?:anything|something) (?:else|is unclear|remains)\b"
    r"|is there anything else|was there anything else|(?:many )?thanks (?:again )?for\b|thank you (?:again )?for\b"
    r"|(?:bei|falls|wenn)\b[^.?!\n]{0,40}\b(?:weitere|noch|r[üu]ck)[^.?!\n]{0,12}fragen\b|(?:melden sie|melde dich)\b"
    r"|(?:ich hoffe|wir hoffen),?\b[^.?!\n]{0,30}\b(?:hilft|geholfen|weiter)\b"
    r"|no dud[ea]s? en|n['’]h[ée]sitez pas|aarzel niet|mocht u nog|n[ãa]o hesite|non esit[ai]|se ha altre domande"
    r"|for the rest\b|as for everything else\b)",
    re.IGNORECASE,
)
_PARTICLE_WORDS = "van von der den de da dos das del della di la le el al bin ibn ter ten zu y e"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_CAPITALISED = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_])){0,24}|[^\W\d_]\.")
# Capitalised words that stand alone as an answer, in the languages that are read.
_ANSWER_WORDS = (
    "yes no yep nope sure ok okay done fixed correct right true false never always maybe perhaps both neither none "
    "nothing all today tomorrow yesterday tonight now soon later monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december agreed absolutely "
    "exactly indeed certainly definitely unfortunately sadly probably possibly yours same free immediately here there "
    "ja nein doch klar genau heute morgen gestern nie immer vielleicht leider beide erledigt richtig falsch kostenlos "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember "
    "sí si claro hoy mañana ayer nunca siempre quizás hecho correcto ambos gratis lunes martes miércoles jueves "
    "viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "oui non bien demain hier jamais toujours fait gratuit lundi mardi mercredi jeudi vendredi samedi dimanche "
    "nee vandaag gisteren nooit altijd klaar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "sim não hoje amanhã ontem feito segunda terça quarta quinta sexta domani oggi ieri mai sempre fatto certo "
    "settings subscriptions billing account orders products support version premium standard basic pro please "
    "note see attached answer question"
)
_ANSWERS = frozenset(_ANSWER_WORDS.split())
_MOST_NAME_LINES, _MOST_LINE = 4, 60
_NAME_LINES, _MOST_WORDS_SIGNED, _MOST_SIGNATURE_LINES = 2, 6, 8
_SENTENCE_END = re.compile(r"(?:[^\W\d_]{3}[.!]|[?:])\s*$")
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the closing of a text begins; each is the text's length when there is none.

    ``start``: the first courtesy ("Let me know if …"), goodbye or name; ``sign_off``: the goodbye,
    name or signature behind it; ``postscript``: a PS behind those, whose words count again.
    """

    start: int
    sign_off: int
    postscript: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    lines: tuple[str, ...]
    starts: tuple[int, ...]


def closing_of(text: str, *, agent: str = "") -> Closing:
    """Return where the closing of an agent's last block begins.

    ``agent`` is the agent's name as far as it is known: that name alone is a closing even with
    nothing above it, while any other lone word may be a short answer.
    """
    end = len(text)
    paragraphs = _paragraphs(text)
    postscript = next((p.start for p in reversed(paragraphs[-3:]) if is_postscript(p.lines[0])), end)
    paragraphs = [p for p in paragraphs if p.start < postscript]
    sign_off = _sign_off_in(paragraphs, agent, postscript)
    start = sign_off
    for index, paragraph in reversed(list(enumerate(paragraphs))):
        if paragraph.start >= sign_off:
            continue
        if not index or not _COURTESY.match(paragraph.lines[0]):
            break
        start = paragraph.start
    return Closing(start, sign_off, postscript)


def closing_block(draft: Draft) -> Block | None:
    """Return the block of a draft that may hold its closing: the last one with words of the agent's."""
    return next((b for b in reversed(draft.blocks) if b.kind is BlockKind.OWN and b.text.strip()), None)


def is_goodbye(line: str) -> bool:
    """Tell whether a line says goodbye and nothing else, a name aside: "Best,", "Viele Grüße, Kim"."""
    match = _GOODBYE.match(line)
    if match is None:
        return False
    rest = line[match.end() :].strip(" \t\r\n,.!*_-–—")
    return not rest or (_is_name_like(rest) and line[match.end() : match.end() + 1] in ", ")


def is_delimiter(line: str) -> bool:
    """Tell whether a line sets a signature off."""
    return bool(_DELIMITER.match(line))


def is_postscript(line: str) -> bool:
    """Tell whether a line opens a postscript."""
    return bool(_POSTSCRIPT.match(line))


def ends_in_names(after: Sequence[str]) -> bool:
    """Tell whether a goodbye is followed by a name and no sentence, as at the end of a mail.

    ``after`` are the lines behind it that hold something; what follows a name is not looked at.
    """
    near = list(takewhile(lambda line: not (is_delimiter(line) or is_postscript(line)), after[:_NAME_LINES]))
    return not near or (
        len(near[0].split()) <= _MOST_WORDS_SIGNED and not any(_SENTENCE_END.search(line) for line in near)
    )


def is_name(line: str, agent: str = "") -> bool:
    """Tell whether a line is a bare name: the agent's, or one to three words that look like one."""
    bare = line.strip().lstrip("-–—~/ ").strip(_MARKUP)
    return _is_agents(bare, agent) or _is_name_like(bare)


def _sign_off_in(paragraphs: list[_Paragraph], agent: str, end: int) -> int:
    """Return where goodbye, signature mark or name begin, ``end`` when nothing does."""
    lines = [pair for p in paragraphs for pair in zip(p.starts, p.lines, strict=True)]
    for number, (start, line) in enumerate(lines):
        if is_delimiter(line):
            return start
        if is_goodbye(line) and _ends_there([after for _, after in lines[number + 1 :]]):
            return start
    if paragraphs and _is_signed(paragraphs, agent):
        return paragraphs[-1].start
    return end


def _ends_there(after: Sequence[str]) -> bool:
    """Tell whether nothing but a signature follows: whoever goes on talking did not close yet."""
    rest = list(takewhile(lambda line: not is_delimiter(line), after))
    return (
        ends_in_names(after)
        and len(rest) <= _MOST_SIGNATURE_LINES
        and not any(_SENTENCE_END.search(line) for line in rest)
    )


def _is_signed(paragraphs: list[_Paragraph], agent: str) -> bool:
    """Tell whether the last paragraph is a bare name, with a team or a role below it at most."""
    last = paragraphs[-1].lines
    if len(last) > _MOST_NAME_LINES or any(len(line) > _MOST_LINE for line in last):
        return False
    first = last[0].strip().lstrip("-–—~/ ").strip(_MARKUP)
    if _is_agents(first, agent):
        return True
    if len(paragraphs) < 2 or not _is_name_like(first):
        return False
    above = paragraphs[-2].lines[-1].rstrip()
    return not above.endswith(":") and not any(
        line.rstrip().endswith((".", "?", "!", ":")) for line in last[1:]
    )


def _is_agents(line: str, agent: str) -> bool:
    """Tell whether a line begins with the agent's name and holds little else."""
    known = [word.casefold() for word in re.findall(r"[^\W\d_]{2,}", agent)]
    words = re.split(r"[,|/(–—@]| - ", line, maxsplit=1)[0].split()
    if not known or not words or len(words) > max(len(known), 1):
        return False
    bare = [word.rstrip(".").casefold() for word in words]
    initials = {word[0] for word in known}
    return bare[0] == known[0] and all(word in known or word in initials for word in bare)


def _is_name_like(line: str) -> bool:
    words = line.split()
    names = [word for word in words if word not in _PARTICLES]
    return (
        0 < len(names) <= _MOST_WORDS
        and len(words) <= _MOST_WORDS + 2
        and words[0] in names
        and all(
            _CAPITALISED.fullmatch(word) and word[0].isupper() and not (len(word) > 3 and word.isupper())
            for word in names
        )
        and not any(word.casefold() in _ANSWERS for word in names)
    )


def _paragraphs(text: str) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    lines: list[str] = []
    starts: list[int] = []
    for match in _LINE.finditer(text):
        if match[0].strip():
            lines.append(match[0].rstrip("\n"))
            starts.append(match.start())
        elif lines:
            found.append(_Paragraph(starts[0], tuple(lines), tuple(starts)))
            lines, starts = [], []
    if lines:
        found.append(_Paragraph(starts[0], tuple(lines), tuple(starts)))
    return found
