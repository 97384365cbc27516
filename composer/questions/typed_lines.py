"""Where a line end in a sentence stands for a full stop: in mails without punctuation, mostly from phones."""

import re

from composer.questions.pattern_table import Cut
from composer.questions.sentences import Sentence

_NEW_LINE = re.compile(r"[ \t]*\n[ \t]*(?=[^\W\d_a-z])(?!I\b)")
# A space before the line end is the mail program's mark for a line that goes on.
_ANY_LINE = re.compile(r"(?<=[^ \t])\n[ \t]*(?=\w)")
# Lines of prose that a mail program wrapped are longer.
_WRAPPED = 52
# "Do you have / any news" is one question on two lines.
WANTS_MORE = re.compile(
    r"(?:\b(?:have|has|had|got|get|is|are|was|were|be|there|hear|see|give|need|provide|with|without|if|for|of|to|in"
    r"|on|at|and|or|but|the|a|an|my|your|that|know|tell|me|us|about|do|can|will|would|make|find|as|so|not|just|also"
    r"|idea|clue|sure|wonder|wondering|wondered|ask|asked|say|explain|see|i|we|you|they|he|she|it|what|where|when|who"
    r"|which|how|because|than|hope|think|must|should|may|did|does|don't"
    r"|someone|somebody|anyone|anybody|many|more|all|any|some|please|exactly|until|whether|only|no|[a-z]+n't)"
    r"|[,;:(])\s*$",
    re.IGNORECASE,
)
# "… and not me", "… and when": nothing is wanted behind these.
_ENDS_WHOLE = re.compile(
    r"\b(?:(?:not|with|for|from|than|to|of) (?:me|us|you|it|them|him|her)"
    r"|(?:and|do|did) (?:when|where|how|why|who|it|so))\s*$",
    re.IGNORECASE,
)
# So many letters hold the words that these two look at.
_LAST_WORDS = 30
_POINTED = re.compile(r"[,;:.?!](?:\s|$)")


def typed_lines(sentence: Sentence) -> list[Sentence]:
    """Return the lines of a text without punctuation, each as a sentence; the sentence itself for any other.

    Lines as long as those that a mail program wraps count where its writer uses no capitals at all.
    """
    text = sentence.text
    if "\n" not in text:
        return [sentence]
    cuts, small, begun = [], text[0].islower(), 0
    for found in _ANY_LINE.finditer(text):
        line = text[begun : found.start()]
        typed = small or len(line) < _WRAPPED
        stop = text.find("\n", found.end())
        behind = text[found.end() : stop if stop >= 0 else len(text)].rstrip("?.! ")
        if typed and not (_POINTED.search(line) or _POINTED.search(behind) or _goes_on(line)):
            cuts.append((found.start(), found.end()))
        begun = found.end()
    begins = [sentence.start, *(sentence.start + begin for _, begin in cuts)]
    ends = [*(sentence.start + end for end, _ in cuts), sentence.end]
    return [
        sentence._replace(
            start=begin,
            end=end,
            text=text[begin - sentence.start : end - sentence.start],
            item=sentence.item and begin == sentence.start,
        )
        for begin, end in zip(begins, ends, strict=True)
    ]


def new_lines(text: str) -> list[Cut]:
    """Return where a line begins with a capital inside a sentence: a full stop may have been forgotten."""
    if "\n" not in text:
        return []
    typed = not re.search(r"[,;:.?!]\s", text) and any(len(line) < _WRAPPED for line in text.split("\n")[:-1])
    cuts = [(found.start(), found.end()) for found in (_ANY_LINE if typed else _NEW_LINE).finditer(text)]
    return [(end, begin) for end, begin in cuts if not _goes_on(text[max(0, end - _LAST_WORDS) : end])]


def _goes_on(line: str) -> bool:
    """Tell whether a line wants what stands on the next one."""
    return WANTS_MORE.search(line) is not None and _ENDS_WHOLE.search(line) is None
