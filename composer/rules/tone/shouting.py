"""shouting: words in capitals that are no abbreviations."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.rule import EachPassage, Hit, Rule, Setting, drafts

_LOUD = re.compile(
    r"(?<![\w/.-])(?:NOT|NEVER|ALWAYS|MUST|PLEASE|IMPORTANT|URGENT|IMMEDIATELY|STOP|ONLY|BEFORE|AFTER|VERY|EVERY|CANNOT|WILL|"
    r"ATTENTION|READ|YOU|YOUR|DON['’]T|DO NOT|THIS|NOW|NO|YES|ANY|BOTH|REALLY|HAVE TO|AGAIN|CAREFULLY|SHOULD|THANK YOU|THANKS|SORRY|"
    r"HELLO|ASAP!|NICHT|BITTE|WICHTIG|NUNCA|SIEMPRE|IMPORTANTE|JAMAIS|TOUJOURS)(?:[\s,]+[A-ZÀ-ÖØ-Þ'’]{2,}(?![\w-]))*(?![\w/-]|\.\w)"
)
_ROW = re.compile(
    r"(?<![\w/.,-])(?!TRUE|FALSE)(?:[A-ZÀ-ÖØ-Þ]{3,}|WE|IT|IF|DO|IS|AS|TO|NO|I)(?:[\s,]+[A-ZÀ-ÖØ-Þ'’]{2,}){2,}(?![\w/-]|,\d)"
)
# A row of short words parted by commas: names and abbreviations ("ERP, CRM, VPN").
_LISTED = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,6}(?:,\s*[A-ZÀ-ÖØ-Þ]{2,6})+")
# What a screen shows in capitals is quoted as it is.
_SHOWN_BEFORE = re.compile(
    r"\b(?:button|key|tab|menu|field|label|option|entry|link|screen|box|says|reads|shows|called|named|titled|press|click|tap|choose|select|"
    r"taste|schaltfläche|knopf|menü|feld|botón|tecla|menú|campo|bouton|touche|champ) (?:on )?$",
    re.IGNORECASE,
)
_SHOWN_AFTER = re.compile(
    r"^ (?:button|key|tab|menu|field|label|option|entry|link|screen|box|light|lamp|switch|sign|column|error|message)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[A-Za-zÀ-ÿ'’]+")
# In a row of loud words these are words, too.
_PRONOUNS = frozenset(["IT"])
_KEPT = frozenset(
    [
        "USA",
        "UK",
        "EU",
        "PDF",
        "URL",
        "API",
        "CSV",
        "XML",
        "HTML",
        "SQL",
        "PHP",
        "SSL",
        "DNS",
        "VAT",
        "IBAN",
        "FAQ",
        "USB",
        "RAM",
        "CPU",
        "ID",
        "OK",
        "IT",
        "HR",
        "TV",
    ]
)


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    if passage.words.isupper() and len(passage.tokens) < 3:
        return
    theirs = (
        setting.mail.message.text
        if setting.mail is not None and not setting.mail.message.text.isupper()
        else ""
    )
    for pattern in (_ROW, _LOUD):
        for match in pattern.finditer(passage.words):
            said = match.group()
            if _is_label(passage.words, match) or said in theirs:
                continue
            if pattern is not _ROW or not _is_shown(passage.words, match):
                fixes = _fixes(passage, match, setting.language)
                yield Hit(match.start(), match.end(), f"“{said}” shouts: write it in small letters.", fixes)


def _is_label(words: str, match: re.Match[str]) -> bool:
    """Tell the label of a button or a key (in quotes or bold) from a shout."""
    before, after = words[match.start() - 1 : match.start()], words[match.end() : match.end() + 1]
    return (before in '"“‘[>' and before != "") and (after in '"”’]<' and after != "")


def _is_shown(words: str, match: re.Match[str]) -> bool:
    """Tell abbreviations in a row, and what stands so on a screen, from words that are cried out."""
    if _LISTED.fullmatch(match.group()) and not any(
        _LOUD.fullmatch(one) for one in _SPLIT.findall(match.group())
    ):
        return True
    before = words[max(0, match.start() - 20) : match.start()]
    return bool(_SHOWN_BEFORE.search(before) or _SHOWN_AFTER.match(words[match.end() : match.end() + 20]))


def _starts_sentence(passage: Passage, offset: int) -> bool:
    return any(sentence.start == offset for sentence in passage.sentences)


def _fixes(passage: Passage, match: re.Match[str], language: str) -> tuple[str, ...]:
    """Return the words in small letters; of several German ones nobody knows which are nouns."""
    said = match.group()
    if language == "de" and len(said.split()) > 1:
        return ()
    return (_quietly(said, at_start=_starts_sentence(passage, match.start())),)


def _quietly(words: str, *, at_start: bool) -> str:
    kept = _KEPT - _PRONOUNS if len(words.split()) > 2 else _KEPT
    text = _SPLIT.sub(lambda m: m.group() if m.group() in kept else m.group().lower(), words)
    text = re.sub(r"\bi\b", "I", text)
    return text[:1].upper() + text[1:] if at_start else text


RULE = Rule(
    id="shouting",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Words in capitals",
    finds=(
        "Words in capitals: three or more in a row, or one that is often shouted (NOT, NEVER, PLEASE). "
        "Abbreviations, labels and what the customer wrote so pass."
    ),
    why="Capitals are read as shouting; a plain sentence in the right place weighs more.",
    reads=EachPassage(_check),
    about_wording=True,
    bad=drafts(
        "«WE DO NOT DO THAT».\n",
        "Do «NOT» close the window.\n",
        "«PLEASE READ THIS» first.\n",
        "It is «VERY IMPORTANT», John.\n",
    ),
    good=drafts(
        "We do not do that.\n",
        "Do not close the window.\n",
        "Please read this first.\n",
        "It is very important, John.\n",
    ),
    quiet=drafts(
        "Save it as PDF or CSV, in the USA and the EU.\n",
        'Press the "STOP" button.\n',
        "> DO NOT CLOSE\n\nThat sign is ours.\n",
        "The `NOT NULL` column is new.\n",
        "Set WP_DEBUG in the file.\n",
        "The fields ERP, CRM, VPN and SKU are new.\n",
        "The button SAVE AS PDF is on the left.\n",
    ),
)
