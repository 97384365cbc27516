"""Commitments: sentences in which our side says that something will be done.

*I'll look into this*, *we will get back to you*, *your refund will be processed*. What depends on the
customer first (*if you send me the log, I'll check it*) is none yet, and neither is what the product
does by itself (*you'll receive a mail with a link*).
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from composer.lint.cue import Cue
from composer.lint.late_patterns import LatePatterns
from composer.lint.own_words import Passage, PassageKind
from composer.lint.sentences import Stretch

US = (
    r"(?:i|we|(?:our|the|my) (?:[a-z-]+ ){0,2}(?:team|teams|developers?|engineers?|colleagues?|technicians?|experts?|"
    r"specialists?|department|support|billing|staff|warehouse|manager|office)|someone(?: from [a-z ]{2,30}?)?|"
    r"somebody|one of (?:us|our [a-z]+)|(?:a|my) colleague(?: of mine)?|(?:a|an|our|my) [a-z-]+ (?:expert|specialist|"
    r"engineer|developer|representative|agent))"
)
ADVERB = (
    r"(?:also |now |then |still |certainly |gladly |be sure to |make sure to |definitely |personally |of course |"
    r"try to |do our best to |do my best to |immediately |just |quickly |next |go ahead and |have to |need to )"
)
_WILL = r"(?:['’]ll|\s+will|\s+shall|['’](?:m|re)\s+going\s+to|\s+(?:am|are|is)\s+going\s+to|['’]d\s+(?=get back|let you))"
_PROGRESS = r"(?:['’](?:m|re|s)|\s+(?:am|are|is))\s+(?:currently |now |still |already |actively |just )?"
DO = (
    r"(?:look(?:ing)? (?:further |deeper |more closely )?(?:into|at|for)|check(?:ing)?(?! out\b| in(?:to)? (?:at |to )?(?:the|a|my|our) (?:[a-z]+ )?(?:hotel|room|hostel)s?\b)|investigat(?:e|ing)|"
    r"find(?:ing)? (?:out|a (?:solution|way|fix))|(?:get|come|be|circle)(?:ing)? back (?:to you|with|in touch|on this)|"
    r"get(?:ting)? (?:in touch|this (?:fixed|sorted|resolved)|it (?:fixed|sorted|resolved))|"
    r"be(?:ing)? in (?:touch|contact)|follow(?:ing)? (?:this )?up|let(?:ting)? (?:you|everyone|everybody) know|"
    r"keep(?:ing)? you (?:posted|updated|informed|abreast|apprised|in (?:the|that) loop)|updat(?:e|ing) (?:you|this|the ticket|our)|inform(?:ing)? you|"
    r"notify(?:ing)? you|tell(?:ing)? you(?! (?:that|this|the truth|one thing)\b)|(?:fix|resolv|correct|address|solv|repair|sort)(?:e|ing)?(?= )|"
    r"sort(?:ing)? (?:this|that|it)|releas(?:e|ing)|publish(?:ing)?|ship(?:ping)?|dispatch(?:ing)?|deliver(?:ing)?|"
    r"send(?:ing)? (?:you|it|them|this|that|the|out|over|a|an|your|our|my|one|some|more|him|her|back)|email(?:ing)? you|"
    r"forward(?:ing)?|escalat(?:e|ing)|rais(?:e|ing) (?:this|it|a)|pass(?:ing)? (?:this|it|that|your)|"
    r"refund(?:ing)?|credit(?:ing)?|reimburs(?:e|ing)|replac(?:e|ing)|contact(?:ing)?|reach(?:ing)? out|"
    r"(?:write|writing|reply|replying|respond|responding|report(?:ing)?)(?: back)?(?: to you)?|call(?:ing)? you|"
    r"phon(?:e|ing) you|ring(?:ing)? you|arrang(?:e|ing)|process(?:ing)?|review(?:ing)?|reproduc(?:e|ing)|"
    r"test(?:ing)?|work(?:ing)? (?:on|through|out)|add(?:ing)? (?:this|that|it|support|the)|prepar(?:e|ing)|"
    r"provid(?:e|ing)|ask(?:ing)? (?:our|the|my|a)|(?:speak|talk)(?:ing)? (?:to|with)(?! (?:you|u|ya)(?: (?:then|soon|later|again|more|next|tomorrow|tonight|on [a-z]+))*(?:[.,!;]|$))|"
    r"discuss(?:ing)?|confirm(?:ing)?|have (?:a look|an? (?:answer|update|fix|solution)|(?:it|this|that) (?:fixed|sorted|resolved|ready|solved|checked))|see (?:what|if|whether)|take (?:a look|care of)|"
    r"taking (?:a look|care of)|giv(?:e|ing) you (?:an? (?:update|answer|call)|feedback)|(?:dig|digging) into|"
    r"get(?:ting)? (?:you|this|it|that) (?:an?|the|to|back|over|out|done)|issu(?:e|ing)|schedul(?:e|ing)|"
    r"implement(?:ing)?|chang(?:e|ing) (?:this|that|it)|cancel(?:ling)?|set(?:ting)? (?:this|it|that|you) up|"
    r"verify(?:ing)?|compil(?:e|ing)|co-?ordinat(?:e|ing)|set(?:ting)? up (?:an?|the|your)|inquir(?:e|ing)|chas(?:e|ing)|clarify(?:ing)?)"
)
_OWED = (
    r"(?:refund|replacement|order|parcel|package|credit|fix|update|patch|answer|reply|response|case|ticket|request|"
    r"issue|problem|bug|invoice|this|it|(?<![a-z] )that|payment|delivery|account|report|feature|error|a fix|an update|licen[sc]e)"
)
FINISHED = (
    r"fixed|resolved|released|refunded|credited|corrected|shipped|dispatched|solved|repaired|processed|reimbursed|replaced|implemented|"
    r"rolled out|deployed|sorted(?: out)?|on its way|available|ready|included|back (?:up|online)|restored|delivered|sent|in touch|patched|live"
)
DONE = rf"(?:{FINISHED}|looked (?:into|at)|investigated|addressed|reviewed)"
# "We are looking at 14 November" weighs a day and looks into nothing.
_A_DAY = r"(?:next |the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar(?:ch)?\b|apr|may\b|june?\b|july?\b|aug|sept?|oct|nov|dec|week|month)"
PATTERNS = LatePatterns(
    (
        rf"(?<![\w'’]){US}{_WILL}\s+{ADVERB}{{0,2}}(?:be )?{DO}(?![a-z])",
        rf"(?<![\w'’])(?:i|we|our team|the team|our (?:developers|engineers)){_PROGRESS}"
        rf"(?:looking (?:further )?(?:into|at(?! {_A_DAY}))|checking|investigating|working on|trying to (?:find|fix|reproduce|resolve)|"
        r"waiting (?:for|on)|reviewing|following up|chasing)",
        rf"(?<![\w'’])(?:i|we) (?:plan|hope|aim|intend|expect|promise) to {ADVERB}{{0,1}}{DO}(?![a-z])",
        r"(?<![\w'’])(?:i|we)(?:['’]ll)? (?:need|have|want) to (?:first |also )?(?:check|ask(?! you\b)|look into|investigate|find out|"
        r"discuss(?! (?:[a-z]+ )?(?:with you|in more detail)\b)|speak (?:to|with)(?! you\b)|talk to(?! you\b)|confirm(?! with you\b)|clarify(?! (?:with you|under|what|how|why|whether|if|that)\b)|review)",
        rf"(?<![\w'’])(?:let me|let us) {ADVERB}?(?:check|look into|find out|investigate|follow up|get back to you|"
        r"ask (?:our|the|my)|look at this|talk to|speak (?:to|with)|confirm (?:this|that|it|with))",
        r"(?<![\w'’])you(?:['’]ll| will| should) (?:hear (?:back )?from|have (?:an? |my |our )?(?:answer|update|reply|"
        r"response|news|fix|refund)|(?:get|receive) (?:an? |your |my |our |the )?(?:answer|update|reply|response|refund|"
        r"replacement|news|parcel|order|feedback|fix)|be (?:contacted|refunded|notified|informed|updated))",
        rf"(?<![\w'’])(?:the |your |a |an |our )?(?:[a-z]+ )?{_OWED}(?:['’]ll| will| shall| should)(?: then| also| soon| now)? "
        rf"(?:be {DONE}(?! (?:by default|to you if|if|when|only|with))|get {DONE}|have been {DONE})",
        r"(?<![\w'’])(?:the |your |a |an |our )(?:[a-z]+ )?(?:refund|replacement|order|parcel|package|credit|fix|update|patch|answer|"
        r"reply|response|delivery|payment|invoice|licen[sc]e)(?:['’]ll| will| shall| should) (?:then |also )?"
        r"(?:arrive|go out|follow|reach you|come|ship)",
        r"(?<![\w'’])(?:a|the) (?:fix|patch|solution|refund|replacement|update) is (?:on its way|underway|under way|in progress|"
        r"being (?:prepared|worked on|tested|made))",
        r"(?<![\w'’])(?:this|it|that|the (?:issue|problem|bug|matter|case)|your (?:case|request|ticket|claim|order|application)) "
        r"(?:is|remains) (?:still |currently |now )*(?:under (?:investigation|review)|pending|in review|with (?:our|the) [a-z ]{2,30}?team)",
        r"(?<![\w'’])(?:i|we)(?:['’]ve| have) (?:now |just |already |also )?(?:escalated|forwarded|passed|reported|raised|logged|submitted|"
        r"handed) (?:this|it|that|your \w+|the (?:issue|problem|bug|matter|case|report|request)) (?:on |over |along |up )?(?:to|with) (?:our|the|my|a)\b",
        r"(?<![\w'’])(?:this|it|your (?:case|request|ticket|report|claim)|the (?:issue|problem|bug|matter|case)) (?:has been|was) "
        r"(?:escalated|forwarded|passed on|passed|reported|handed over) to (?:our|the|a)\b",
        r"(?<![\w'’])(?:is|are) (?:being|currently being|still being) (?:looked into|looked at|investigated|fixed|worked on|"
        r"reviewed|processed)",
        r"\b(?:and|but|then) (?:will|['’]ll|shall) (?:then |also )?(?:let you know|get back|come back|update you|keep you|report back|"
        r"write (?:to you|back)|follow up|contact you|inform you|reply|call you|send you)\b",
        r"^(?:will|shall) (?:look into|check|get back|let you know|keep you|follow up|update you|"
        r"investigate|be in touch|do(?=[.!,]|$))\b",
    )
)
# German, Spanish, French, Dutch, Portuguese
FOREIGN = LatePatterns(
    (
        r"(?<!\w)(?:ich|wir|unser team|die kollegen) (?:werde|werden|wird)\b[^.!?\n]{0,80}?(?:melden|prüfen|klären|kümmern|"
        r"informieren|ansehen|anschauen|beheben|nachfragen|untersuchen|weiterleiten|senden|schicken|bearbeiten|erstatten)",
        r"(?<!\w)(?:ich|wir) (?:melde|melden|kümmere|kümmern|prüfe|prüfen|kläre|klären|schaue|schauen|gebe|geben)\b"
        r"[^.!?\n]{0,40}?(?:uns|mich|das|dies|ihnen bescheid)",
        r"\bund (?:melde mich|melden uns|kümmere mich|kümmern uns|prüfen (?:das|dies|es)|prüfe (?:das|dies|es)|geben ihnen|gebe ihnen)\b",
        r"(?<!\w)(?:le|les|lo|la|nos) (?:informar[ée]|informaremos|avisar[ée]|avisaremos|responderemos|responder[ée]|"
        r"enviaremos|enviar[ée]|contactaremos|pondremos)|(?<!\w)(?:vamos a|voy a) (?:revisar|investigar|comprobar|"
        r"solucionar|enviar|responder|informar)|(?<!\w)(?:revisaremos|investigaremos|lo revisar[ée])",
        r"(?<!\w)(?:ik|wij|we) (?:zal|zullen|zoek|zoeken|kijk|kijken|controleer|controleren|neem|nemen|laat|laten|kom|komen)\b"
        r"[^.!?\n]{0,60}?(?:uit|na|contact|weten|terug|controleren|uitzoeken|nakijken)\b",
        r"(?<!\w)(?:vamos|vou|iremos|irei) (?:verificar|analisar|investigar|resolver|enviar|responder|informar|averiguar|retornar)\b|"
        r"(?<!\w)(?:entraremos|entrarei) em contac?to\b|(?<!\w)(?:verificaremos|analisaremos|retornaremos|informaremos)\b",
        r"(?<!\w)(?:nous|je) (?:vous |allons |vais |le |la |les )(?:tiendrons|tiendrai|recontacterons|recontacterai|"
        r"répondrons|répondrai|enverrons|enverrai|reviendrons|reviendrai|vérifier|examiner|étudier|corriger|"
        r"regarder|renseigner|tenir|informer|revenir)",
    )
)
_FOREIGN = r"\b(?:werde|wird|melde|kümmer|prüf|klär|schau|gebe|vamos|voy|nous|je (?:vous|vais|le|la|les)|allons|vais|vou|irei|iremos|entrar|zal|zullen|zoek|kijk|controle|neem|nemen|laat|laten|kom)|(?:remos|ré)\b"
_FOREIGN_IF = re.compile(r"^\W*(?:wenn|falls|sofern|si|s['’]il|als|indien|caso|se)\b", re.IGNORECASE)
_FOREIGN_CUE = re.compile(_FOREIGN, re.IGNORECASE)
_CUE = re.compile(
    r"['’](?:ll\b|d )|\b(?:will|shall|should|going to|looking|checking|investigat|working|trying|waiting|review|following|chasing|"
    r"escalat|forwarded|passed|reported|raised|logged|submitted|handed|pending|plan to|hope to|aim to|intend|expect|need to|have to|"
    rf"promise|want to|let (?:me|us)|is on|underway|under way|in progress|being)|{_FOREIGN}",
    re.IGNORECASE,
)
_CUE_WORDS = Cue(
    "'ll|’ll|'d |’d |will|shall|should|going to|looking|checking|investigat|working|trying|waiting|review|following|chasing|escalat|forwarded|passed|"
    "reported|raised|logged|submitted|handed|pending|plan to|hope to|aim to|intend|expect|need to|have to|promise|want to|let me|let us|is on|"
    "underway|under way|in progress|being|werde|wird|melde|kümmer|prüf|klär|schau|gebe|vamos|voy|nous|je |allons|vais|vou|ire|iremos|entrar|zal|"
    "zullen|zoek|kijk|controle|neem|nemen|laat|laten|kom|remos|ré"
)
"""One of these stands where :data:`_CUE` finds something."""
DEPENDS = re.compile(
    r"^\W*(?:and |but |then |so )?(?:if|once|when|whenever|as soon as|should|after|unless|until|in case|provided)\b[^,]{0,40}"
    r"\b(?:you|your|this (?:does|still)|that (?:does|still)|it (?:still |does|happens)|the (?:problem|issue|error) "
    r"(?:still|persists|remains|comes))\b",
    re.IGNORECASE,
)
DEPENDS_LATER = re.compile(
    r"\b(?:if|once|when|after|as soon as) (?:you(?:['’]ve|['’]d| have| would| can| could| want| need| wish| send| are|r| let|"
    r" tell| give| reply| confirm)|we (?:receive|get|have) (?:it|them|this|that|your|the (?:log|file|item|parcel|package))|"
    r"the (?:item|parcel|package) arrives)|\bwhenever you\b|\bupon (?:receipt|your)\b",
    re.IGNORECASE,
)
ASKS_FIRST = re.compile(
    r"(?:\b(?:please|could you|can you|would you|if you|you can|just|simply)\b|^\W*(?:send|reply|let us know|let me know|tell|"
    r"give|share|upload|attach|contact|write|call)\b)[^.!?]{0,160}?(?:\band|,|;|–|—|\bso)(?: (?:then|that))? ?$",
    re.IGNORECASE,
)
_NOT_A_PROMISE = re.compile(
    r"\b(?:never|happy to help|glad to help|not be able|won['’]t|cannot|can['’]t|no longer)\b|"
    r"\bbe (?:happy|glad|able|pleased|delighted|here|available)\b|\bwill not\b|"
    r"\b(?:explain|show|describe|walk you through|list|summari[sz]e|answer)\b[^.]{0,40}\b(?:below|here|step by step|in turn|inline)\b",
    re.IGNORECASE,
)
# "I don't think we'll ship it", "there are rumours that we will": nobody says that it will be so.
_DOUBTED = re.compile(
    r"(?:\b(?:propose|suggest)(?: [^,;.]{0,80} and)?|\bnot (?:true|saying|say|sure|certain|clear|likely|think|believe|expect|know(?: yet)?|mean|decided|promise)|n['’]t (?:think|believe|expect|know(?: yet)?|say|mean|decided|promise)|"
    r"\b(?:unsure|unclear|unlikely|doubtful|doubt|false|untrue|rumou?rs?|rumou?red|(?:a|this|the) (?:feeling|possibility|chance|risk|likelihood)|i bet|i dreamt|do(?:es)?(?:n['’]t| not)))\b(?: that| if| whether)?(?: (?:it|this|that|they|these|those|(?:the|your|our|my) [\w-]+(?: [\w-]+)?))? ?$",
    re.IGNORECASE,
)
RECOMMENDS = re.compile(
    r"\b(?:recommend|suggest|advise|encourage|ask you|need you|want you|urge)\b", re.IGNORECASE
)


class Sign(StrEnum):
    """What made a sentence known for a promise: its verb, its time, or the event it waits for."""

    VERB = "verb"
    TIME = "time"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise in a passage: the clause that holds it and the sentence around (offsets in the passage).

    ``event`` are the words of the event that it waits for (*as soon as the part is in*), empty if none.
    """

    start: int
    end: int
    sentence: Stretch
    sign: Sign = Sign.VERB
    event: str = ""


def commitments_in(passage: Passage) -> tuple[Commitment, ...]:
    """Return the commitments of a passage, at most one a sentence, in order; read once in its life."""
    return passage.once("commitments", None, lambda: tuple(_commitments(passage)))


def _commitments(passage: Passage) -> Iterator[Commitment]:
    if passage.kind in (PassageKind.HEADING, PassageKind.CLOSING):
        return
    for sentence in _cued(passage):
        commitment = _in_sentence(sentence)
        if commitment is not None:
            yield commitment


def _cued(passage: Passage) -> Iterator[Stretch]:
    """Yield the sentences in which a cue stands; most of a text has none, so it is read through once only."""
    if not passage.cued(_CUE_WORDS):
        return
    cues = _CUE.finditer(passage.words)
    cue = next(cues, None)
    for sentence in passage.sentences if cue else ():
        while cue is not None and cue.start() < sentence.start:
            cue = next(cues, None)
        if cue is None:
            return
        if cue.start() < sentence.end:
            yield sentence


def _in_sentence(sentence: Stretch) -> Commitment | None:
    text = sentence.text
    if text.endswith("?"):
        return None
    is_foreign = _FOREIGN_CUE.search(text) and not _FOREIGN_IF.match(text)
    tables = (PATTERNS, FOREIGN) if is_foreign else (PATTERNS,)
    found = [match for table in tables for pattern in table if (match := pattern.search(text))]
    for match in sorted(found, key=lambda m: m.start()):
        if _is_promise(text, match):
            start, end = clause_at(text, match)
            return Commitment(sentence.start + start, sentence.start + end, sentence)
    return None


def _is_promise(text: str, match: re.Match[str]) -> bool:
    before, clause = text[: match.start()], text[match.start() :]
    if is_doubted(before):
        return False
    if DEPENDS.match(before) or ASKS_FIRST.search(before) or DEPENDS_LATER.search(text):
        return False
    near = clause[: len(match.group()) + 60]
    return not (_NOT_A_PROMISE.search(near) or RECOMMENDS.search(match.group()))


def is_doubted(before: str) -> bool:
    """Tell whether the words before a promise deny it or leave it open."""
    return _DOUBTED.search(before) is not None


def clause_at(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the clause of a match: up to the next comma, semicolon or the sentence's end."""
    stop = re.search(r"[,;:!?…]|\.(?=\s|$)|\s[–—-]\s|\s(?:and|but|so that|because)\s", text[match.end() :])
    end = match.end() + stop.start() if stop else len(text)
    return match.start(), len(text[:end].rstrip())
