"""dead-end: a no, and no way on."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import PassageKind, Placed
from composer.lint.reply import Reply
from composer.lint.rule import Hit, Rule, WholeReply, drafts

_NO = re.compile(
    r"(?:\b(?:we|i) (?:cannot|can['’]t|can not|are not able to|am not able to|are unable to|am unable to|do not|don['’]t|won['’]t|will not) "
    r"(?:\w+ )?(?:help|offer|provide|support|refund|change|do (?:that|this|it)|give|accept|make|extend|cancel|add|ship|deliver|replace|"
    r"restore|recover|send|allow|grant|process|return|exchange|assist|reimburse|credit)\b|"
    r"\b(?:is|are|was|it['’]s|that['’]s|this is) (?:unfortunately |sadly |just |simply |currently )?(?:not|n['’]t) (?:possible|supported|available|allowed|"
    r"refundable|included|planned|covered|an option|something we (?:offer|support|do))\b|\bisn['’]t (?:possible|supported|available|planned|an option)\b|"
    r"\b(?:there is|there['’]s) (?:unfortunately |sadly )?(?:no|not a) (?:way|option|possibility|refund|workaround|solution)\b|"
    r"\b(?:impossible|no longer (?:supported|available|offered|sold))\b|\bno refunds?\b|"
    r"\b(?:unfortunately|sadly|i['’]m afraid|regrettably),? (?:no|not|we don['’]t|we do not|this (?:is not|isn['’]t)|that (?:is not|isn['’]t)|it (?:is not|isn['’]t))\b)",
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


def _check(reply: Reply) -> Iterator[Hit]:
    texts = [p for p in reply.passages if p.passage.kind not in (PassageKind.CLOSING, PassageKind.GREETING)]
    for number, placed in enumerate(texts):
        for sentence, match in placed.passage.sentences_with(_NO):
            if not _leads_on(texts, number, sentence.start, match.span()):
                start = placed.start + sentence.start
                message = "This says no and ends there: say what is possible instead, or who can help."
                yield Hit(start, start + len(sentence.text), message)


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
    return bool(_WAY_ON.search(around)) or any(_WAY_ON.search(s.text) for s in near)


RULE = Rule(
    id="dead-end",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="A no without a way on",
    why="The customer still has the problem; what is possible helps more than what is not.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Unfortunately, we do not offer refunds.»\n",
        "> Can I export to Word?\n\n«That is not possible.»\n",
        "«We cannot extend the licence.» It ends on 1 April.\n",
    ),
    good=drafts(
        "We do not offer refunds after 30 days, but you can pass the licence on.\n",
        "> Can I export to Word?\n\nThat is not possible. Export to PDF, and open it in Word.\n",
        "We cannot extend the licence; you can buy a month for 5 euros. It ends on 1 April.\n",
    ),
    quiet=drafts(
        "That is not possible yet. Until then, use the PDF export.\n",
        "We cannot open the file. Could you send it again?\n",
        "> We cannot help.\n\nWe can now.\n",
        "It is possible.\n",
        "There is no way around the key, so here is how to get it.\n",
    ),
)
