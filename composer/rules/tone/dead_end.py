"""dead-end: a no, and no way on."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.cue import Cue
from composer.lint.finding import Reading, Severity
from composer.lint.own_words import PassageKind, Placed
from composer.lint.refusals import refusals_in
from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, own_sentences
from composer.lint.rule import Hit, Rule, WholeReply, drafts

_NO = re.compile(
    r"(?:\b(?:we|i) (?:cannot|can['’]t|can not|are not able to|am not able to|are unable to|am unable to|do not|don['’]t|won['’]t|will not) "
    r"(?:\w+ )?(?:help|offer|provide|support|refund|change|do (?:that|this|it|refunds|returns|exchanges|exceptions|discounts|deliveries|repairs)|give|accept|make|extend|cancel|add|ship|deliver|replace|"
    r"restore|recover|send|allow|grant|process|return|exchange|assist|reimburse|credit)\b|"
    r"\b(?:is|are|was|it['’]s|that['’]s|this is) (?:unfortunately |sadly |just |simply |currently )?(?:not|n['’]t) (?:possible|supported|available|allowed|"
    r"refundable|included|planned|covered|an option|something we (?:offer|support|do))\b|\bisn['’]t (?:possible|supported|available|planned|an option)\b|"
    r"\b(?:there is|there['’]s) (?:unfortunately |sadly )?(?:no|not a) (?:way|option|possibility|refund|workaround|solution)\b|"
    r"\b(?:impossible|no longer (?:supported|available|offered|sold))\b|\bno refunds?\b|"
    r"\b(?:can['’]t|cannot|can not|may not|must not|won['’]t|will not) be (?:\w+ly )?(?:altered|changed|refunded|exchanged|returned|cancelled|canceled|extended|transferred|restored|recovered|undone|reversed|moved|"
    r"given|made|done|replaced|repaired|fixed|added|removed|sent|delivered|shipped|combined|upgraded|split|accepted|granted|considered|helped)\b|"
    r"\bnothing (?:more |else |further |at all )?(?:(?:that )?(?:i|we) can (?:do|offer|change)|to be done|can be done|we are able to do)\b|\bno exceptions?\b|\brules are rules\b|\bout of (?:our|my) hands\b|\bno longer (?:our|my) (?:problem|responsibility)\b|"
    r"\b(?:that['’]s|that is|it['’]s|it is) (?:just |simply |unfortunately )*(?:how|the way) (?:it is|things are|it works|we do)\b|\byou(?:['’]ll| will)? (?:just |simply |unfortunately )*have to (?:live with|put up with|accept|make do)\b|"
    r"\b(?:our|the|company) (?:policy|policies|rules|terms|contract|guidelines)(?: \w+)? (?:do(?:es)? not|don['’]t|doesn['’]t) (?:allow|permit|provide|include|cover)\b|\b(?:against|not part of) (?:our|the|company) (?:policy|rules|terms)\b|"
    r"\b(?:unfortunately|sadly|i['’]m afraid|regrettably),? (?:no|not|we don['’]t|we do not|this (?:is not|isn['’]t)|that (?:is not|isn['’]t)|it (?:is not|isn['’]t))\b)",
    re.IGNORECASE,
)
# German, Spanish, French.
_NO_OTHERS = re.compile(
    r"\b(?:(?:das|dies|es|eine? \w+) ist (?:leider )?(?:nicht (?:möglich|vorgesehen|erlaubt|zulässig|machbar)|ausgeschlossen|unmöglich)|(?:geht|klappt|funktioniert) leider (?:nicht|gar nicht)\b|da (?:können|kann) (?:wir|ich|man) (?:leider )?nichts (?:machen|tun|ändern)|"
    r"(?:können|dürfen) wir (?:\w+ ){0,5}(?:leider )?(?:nicht (?:\w+ )?(?:anbieten|erstatten|liefern|ändern|verlängern|stornieren|umtauschen|annehmen|machen|gewähren)|keine[nr]? \w+)|"
    r"wir (?:bieten|liefern|erstatten|gewähren|tauschen|führen|verschicken|nehmen) (?:\w+ ){0,4}(?:leider )?(?:nicht|keine?[nr]?)|ausnahmen (?:gibt es|machen wir) (?:leider )?(?:nicht|keine)|"
    r"(?:lamentablemente|desgraciadamente|por desgracia),? no\b|no (?:es posible|podemos (?:\w+ )?(?:ofrecer|reembolsar|cambiar|enviar|ampliar|aceptar|hacer|devolver)\w*|hacemos (?:excepciones|devoluciones|envíos)|se (?:admiten|aceptan|permiten|puede hacer nada))|"
    r"malheureusement,? (?:ce n['’]est pas|nous ne|il n['’]est pas|non)|(?:ce|il) n['’]est (?:malheureusement |hélas )?pas possible|nous ne (?:pouvons|remboursons|livrons|proposons|faisons)(?: \w+){0,2} (?:pas|aucun))",
    re.IGNORECASE,
)
_NO_OTHERS_CUE = Cue(
    "nicht|kein|nichts|ausgeschlossen|unmöglich|lamentablemente|desgraciadamente|por desgracia|no es posible|no podemos|no hacemos|no se |malheureu|"
    "n'est|n’est|nous ne "
)
_WAY_ON_OTHERS = re.compile(
    r"\b(?:aber|sondern|stattdessen|dafür|jedoch|allerdings|bis dahin|solange|wenn|falls|sie können|können sie|sie bekommen|sie erhalten|bitte|alternativ\w*|ab (?:dem )?\d|bis zum|erst|sobald|"
    r"(?:ich|wir) (?:habe|haben|schicke|schicken|gebe|geben|biete|bieten ihnen|kann ihnen|können ihnen|empfehle|empfehlen|schlage|arbeiten)|biete ich|kann ich|anbieter|partner|händler|nächste[nrs]?|gutschein|nur|einzige|geht mit|kostenlos|kostenfrei|probieren|"
    r"versuchen|melden|wenden|rufen|nutzen|wählen|öffnen|pero|sino|en su lugar|mientras tanto|hasta|si usted|si lo|puede|puedes|podemos ofrecer\w*|le ofrezco|le propongo|alternativa|a partir|otro|otra|sólo|solo|únicamente|pruebe|escriba|llame|"
    r"mais|en revanche|toutefois|cependant|en attendant|jusqu|si vous|vous pouvez|vous avez|je vous propose|nous vous proposons|autre|à partir|seulement|uniquement|dès|essayez|écrivez|appelez|contactez|avoir|remplac\w+)\b",
    re.IGNORECASE,
)
_WAY_ON = re.compile(
    r"\b(?:instead|but|however|alternative\w*|alternatively|workaround|until|meanwhile|otherwise|if you|you (?:can|could|may|might)|please|try|"
    r"(?:we|i) (?:can|could|offer|suggest|recommend|will|have (?:added|noted|put|asked))|(?:we|i)['’](?:ll|ve|d)|let me|here (?:is|are)|what (?:does|will|we|you|works)|"
    r"plan|partner|another|other|different|contact|write to|ask|choose|use|see|open|download|upgrade|as soon as|from \d|by \w+day|next|voucher|credit|closest|nearest|only|"
    r"possible (?:is|with|from|as|to|in)|works? (?:with|in|on|from)|would you|do you|which|shall)\b|https?:|\]\(|\ufffc|\?",
    re.IGNORECASE,
)
_REACH = 4
# After a no to what was asked for, only what somebody can do now leads on: an offer, a counsel, a place, a
# condition that can be met.
_HELPS = re.compile(
    r"\b(?:but|instead|however|though|although|yet|alternativ\w*|until|till|then|as soon as|once|if|unless|when|you(?:['’]d| would)? (?:can|could|may|might|are welcome|will|get|have|only need)|you['’]ll|"
    r"(?:we|i) (?:can|could|offer|suggest|recommend|will|have|take|give|do|put|add|keep|let|send|see|know|swap|lend|ask|set)(?! (?:not|no|never)\b)|(?:we|i)['’](?:ll|ve|d)|let (?:me|us)|please|try|ask|use|take|write|call|see|choose|open|bring|send|here (?:is|are)|"
    r"at (?:least|most)|up to|within|needs?|first|there(?: is|['’]s| are) (?:a|an|one|two|some|room|still)|what (?:i|we) can|another|other|next|nearest|partner|voucher|instead|works?|sells?|rents?|lends?|possible|free|half|cheaper|from \d|would you|do you|shall|which|how about|as well|"
    r"aber|sondern|stattdessen|dafur|dafür|jedoch|allerdings|bis|solange|wenn|falls|sie (?:können|bekommen|erhalten|dürfen)|können sie|bitte|alternativ\w*|ab|erst|sobald|(?:ich|wir) (?:habe|haben|schicke|schicken|gebe|geben|biete|kann|können|empfehle|empfehlen|lege|lasse)|biete ich|kann ich|verleiht|verkauft|nächste[nrs]?|ander[enrs]+|gutschein|kostenlos|"
    r"pero|sino|en su lugar|mientras|hasta|si|puede|puedes|podemos|le (?:ofrezco|propongo|presto|dejo|guardo)|alternativa|a partir|otr[oa]s?|pruebe|escriba|llame|cuando|sí|"
    r"mais|en revanche|toutefois|cependant|en attendant|jusqu|si vous|vous (?:pouvez|avez|trouverez)|je (?:vous|peux)|nous (?:vous|pouvons)|autres?|à partir|dès|essayez|écrivez|appelez|contactez|sauf|quand|remplac\w+)\b|https?:|\]\(|\ufffc|\?|[$€£]",
    re.IGNORECASE,
)
_NEXT = 2


_NOTS = re.compile(
    r"(?:n['’]t|\bnot|\bnever|\bno) \w+|\bfor free\b|\b(?:isn['’]t|aren['’]t|not|nothing|no|never|none)\b (?:\w+ ){0,4}?(?:that )?(?:you|we|i|one|to|of)\b(?: (?:can|could|may|offer|do|give|lend|have|take|use|see))?|\b(?:we|i|you) (?:can|could|may|might|will|have|do|take|give)(?:not| not|n['’]t| no| none)\b|"
    r"\b(?:können|dürfen|haben|geben|verleihen) (?:wir|sie|ich) (?:\w+ ){0,4}?(?:nicht|kein\w*)|\bno (?:podemos|puede|puedes|tenemos)\b|\bne (?:pouvons|prêtons|proposons)\b",
    re.IGNORECASE,
)
_MESSAGE = "This says no and ends there: say what is possible instead, or who can help."


def _check(reply: Reply) -> Iterator[Hit]:
    told: set[int] = set()
    texts = [p for p in reply.passages if p.passage.kind not in (PassageKind.CLOSING, PassageKind.GREETING)]
    for number, placed in enumerate(texts):
        for sentence, match in (
            *placed.passage.sentences_with(_NO),
            *(placed.passage.sentences_with(_NO_OTHERS) if placed.passage.cued(_NO_OTHERS_CUE) else ()),
        ):
            if not _leads_on(texts, number, sentence.start, match.span()):
                start = placed.start + sentence.start
                told.add(start)
                yield Hit(start, start + len(sentence.text), _MESSAGE)
    for refusal in refusals_in(reply):
        if refusal.start not in told and not _helps_on(reply, refusal):
            yield Hit(refusal.start, refusal.end, _MESSAGE)


def _helps_on(reply: Reply, refusal: OwnSentence) -> bool:
    """Tell whether a refusal's own sentence, or one of the two after it, says what can be done."""
    if _HELPS.search(_NOTS.sub(" ", refusal.text)):
        return True
    block = refusal.placed.block
    after = [one for one in own_sentences(reply) if one.start > refusal.start and one.placed.block == block]
    return any(_HELPS.search(_NOTS.sub(" ", one.text)) for one in after[:_NEXT])


def _leads_on(texts: list[Placed], number: int, start: int, no: tuple[int, int]) -> bool:
    """Tell whether the no's own sentence, or what follows in the same answer, shows a way on."""
    passage = texts[number].passage
    sentences = [s for s in passage.sentences if s.start >= start]
    own = sentences[0].text
    around = own[: no[0]] + " " + own[no[1] :]
    before = [s for s in passage.sentences if s.end <= start][-1:]
    block = texts[number].block
    following = [s for p in texts[number + 1 :] if p.block == block for s in p.passage.sentences]
    near = [*before, *sentences[1:], *following][: _REACH + len(before)]
    shown = (around, *(s.text for s in near))
    return any(way.search(text) for way in (_WAY_ON, _WAY_ON_OTHERS) for text in shown)


RULE = Rule(
    id="dead-end",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="A no without a way on",
    finds=(
        "A sentence that says no (not possible, not offered, not supported), and nothing in it or in the "
        "four sentences after it that leads on."
    ),
    why="The customer still has the problem; what is possible helps more than what is not.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Unfortunately, we do not offer refunds.»\n",
        "> Can I export to Word?\n\n«That is not possible.»\n",
        "«We cannot extend the licence.» It ends on 1 April.\n",
        "«Unfortunately a name on a ticket can't be altered, there is nothing to be done about it.»\n",
        "«Eine Verlängerung ist leider nicht möglich.»\n",
        "«Lamentablemente, no hacemos devoluciones.»\n",
        "«Malheureusement, nous ne livrons pas sur les îles.»\n",
    ),
    good=drafts(
        "We do not offer refunds after 30 days, but you can pass the licence on.\n",
        "> Can I export to Word?\n\nThat is not possible. Export to PDF, and open it in Word.\n",
        "We cannot extend the licence; you can buy a month for 5 euros. It ends on 1 April.\n",
        "A name on a ticket can't be altered, but your sister can buy it from you in our exchange.\n",
        "Eine Verlängerung ist leider nicht möglich, Sie können aber einen Monat für 5 Euro kaufen.\n",
        "No hacemos devoluciones, pero puede cambiarlo por otra talla.\n",
        "Nous ne livrons pas sur les îles ; vous pouvez le retirer au port.\n",
    ),
    quiet=drafts(
        "That is not possible yet. Until then, use the PDF export.\n",
        "We cannot open the file. Could you send it again?\n",
        "> We cannot help.\n\nWe can now.\n",
        "It is possible.\n",
        "There is no way around the key, so here is how to get it.\n",
    ),
)
