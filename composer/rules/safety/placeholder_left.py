"""placeholder-left: a gap of a snippet or a note to oneself that was never filled in."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.cue import Cue
from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.rule import EachPassage, Example, Hit, Rule, Setting

_GAP = (
    r"(?:(?:the |your |his |her |their |our |customer'?s? |client'?s? |user'?s? |agent'?s? |first |last |full |company |"
    r"product |order |ticket |invoice |tracking |account |due |start |end |new |old |correct |exact |phone |e-?mail |support )*"
    r"(?:name|firstname|lastname|surname|customer|client|user|username|company|organi[sz]ation|product|plan|order|ticket|case|"
    r"invoice|number|no\.?|nr|id|date|time|day|month|year|eta|deadline|amount|price|sum|total|address|e-?mail|phone|link|url|"
    r"version|agent|signature|title|reason|issue|problem|feature|city|country|reference|ref|code|department|team|position|"
    r"tbd|tbc|tba|todo|fixme|fill in|placeholder|xx+|\?+|\.\.\.\s?name)"
    r"(?: (?:here|goes here|number|name|id|address|date|link|no\.?|of [a-z ]{2,20}))*|"
    r"(?:insert|add|enter|fill in|put|your|choose|select|type|specify|todo|tbd|replace)[ :_-][^\[\]<>{}\n]{1,50})"
)
# Each with signs (in small letters) of which one has to stand there, so that most are never tried.
_PATTERNS = tuple(
    (Cue(signs), re.compile(pattern, flags))
    for signs, pattern, flags in (
        ("{{", r"\{\{[^{}\n]{0,80}\}\}", 0),
        ("{%", r"\{%[^{}\n]{1,80}%\}", 0),
        ("${", r"\$\{[^{}\n]{1,60}\}", 0),
        ("[[", r"(?<![\w\])])\[\[[A-Za-z][^\[\]\n]{1,60}\]\]", 0),
        ("<<", r"(?<!<)<<[A-Za-z][^<>\n]{1,60}>>", 0),
        ("%", r"(?<!\w)%[A-Z][A-Z_]{2,40}%(?!\w)", 0),
        ("*", r"\*\|[A-Z][A-Z0-9_:]{1,40}\|\*", 0),
        ("%%", r"(?<!\w)%%[A-Za-z][\w -]{1,40}%%(?!\w)", 0),
        ("{", rf"(?<![\w\\}}@)$])\{{\s?{_GAP}\s?\}}", re.IGNORECASE),
        ("{", r"(?<![\w\\}@)$])\{[A-Za-z]+(?:_[A-Za-z]+)+\}", 0),
        ("[", rf"\[\s?{_GAP}\s?\]", re.IGNORECASE),
        ("<", rf"<\s?{_GAP}\s?>", re.IGNORECASE),
        ("(", r"(?<!\w)\(\s?(?:insert|fill in|todo|tbd)[ :]?[^()\n]{0,50}\)", re.IGNORECASE),
        ("[", r"\[[A-Z][A-Z0-9]{2,}(?:[ _][A-Z0-9]{2,}){0,4}\]", 0),
        ("[", r"\[[A-Z]{2,}_[A-Z_0-9]{2,40}\]", 0),
        ("[", r"\[(?:\?{2,}|_+|x{2,}|X{2,}| {2,})\]", 0),
        ("xxx", r"(?<![\w*#-])(?:X{3,}|x{4,})(?![\w*-]| ?[-\d*])", 0),
        (
            "todo|fixme|tbd|tbc|tktk",
            r"(?<![\w-])(?:TODO|FIXME|TBD|TBC|TKTK)(?![\w-]| (?:list|app|comment|item)s?\b)",
            0,
        ),
        (
            "lorem ipsum",
            r"(?i:(?<!\w)lorem ipsum(?:[\s,]+(?:dolor|sit|amet|consectetur|adipiscing|elit|sed|do|eiusmod|tempor)){0,10})",
            0,
        ),
        ("____", r"(?<=[\w:,] )_{4,40}(?![\w_])", 0),
        (
            "dd|mm/|mm.|mm-|yyyy",
            r"(?<![\w/])(?:DD[/.-]MM[/.-]YY(?:YY)?|MM[/.-]DD[/.-]YY(?:YY)?|YYYY-MM-DD)(?!\w)",
            0,
        ),
        ("hh:mm", r"(?<!\w)(?:HH:MM|hh:mm)(?!\w)", 0),
        (
            "tt|jj|dd",
            r"(?<![\w/.-])(?:TT[/.-]MM[/.-]J{2,4}|JJ[/.-]MM[/.-](?:AA){1,2}|DD[/.-]MM[/.-]AA(?:AA)?|(?:tt\.mm|jj/mm|dd/mm)[./](?:jjjj|aaaa))(?!\w)",
            0,
        ),
        (
            "xx|x.|x-|x/|__|00|?",
            r"(?<![\w/.,-])(?:[Xx]{1,2}|_{2,4}|0{2}|\?{1,2})(?P<part>[./-])(?:[Xx]{1,2}|_{2,4}|0{2}|\?{1,2}|\d{2})(?P=part)(?:[Xx]{2,4}|_{2,4}|(?:19|20)\d\d|20[Xx]{2}|0000|\?{2,4})(?![\w/-]|\.\w)",
            0,
        ),
        ("xx|__|??", r"(?<![\w/.,-])(?:XX|xx|__|\?\?)[:.,](?:XX|xx|__|\?\?)(?![\w/-])", 0),
        (
            "xx|__|??",
            r"(?<![\w/.,-])(?:XX|xx|__|\?\?)(?= ?(?:€|\$|£|EUR|USD|Uhr\b|o'clock|a\.?m\b|p\.?m\b|(?:working |business )?(?:days|hours|Tage[n]?|Stunden|días|horas|jours|heures)\b))|(?<=[€$£])\s?(?:XX+|xx+|__+)(?:[.,](?:XX|xx|__))?(?![\w-])",
            0,
        ),
        ("###", r"(?<=\w )#{3,10}(?=[.,;:!?)]|\s|$)", 0),
        # What the editor fetches knowledge and snippets by, where nothing was chosen.
        ("??|//", r"^(?:\?\?[ \t]?[^\W_][^\n(){}<>=:?]{0,80}|//[A-Za-z][\w-]{0,30})$", re.MULTILINE),
        ("??|//", r"(?<=[ \t])(?:\?\?[^\W\d_][^\n]{0,80}$|//[A-Za-z][\w-]{0,30}(?!\S))", re.MULTILINE),
        (
            "name",
            r"(?i:(?<!\w)(?:customer|first|last|agent|company|client|your)[_-]?name(?:_here)?(?!\w))(?<=[_A-Z]NAME|_name|_here|_Name|-NAME)",
            0,
        ),
    )
)
_FORMAT = re.compile(
    r"(?:format|formatted|as|in the form|written|like|pattern|type|enter)[ :“\"'(]{1,3}(?:of )?$",
    re.IGNORECASE,
)
_EMPTY_GREETING = re.compile(r"^\W{0,3}(?P<gap>(?:hi|hello|dear|hey|hallo|hola|bonjour) ,)", re.IGNORECASE)
_QUOTED_KEYS = frozenset(
    [
        "[ctrl]",
        "[alt]",
        "[shift]",
        "[enter]",
        "[esc]",
        "[tab]",
        "[del]",
        "[pdf]",
        "[faq]",
        "[sic]",
        "[api]",
        "[url]",
    ]
)
_CUE = re.compile(
    r"[\[{<%?_$(#|]|xx|00[./-]|\btt\.|\bjj/|todo|fixme|tb[cd]|lorem|dd[/.-]|mm[/:.-]|yyyy|^\W{0,3}\w+ ,|\?\?|//"
)
"""For small letters; one of these stands before every hit."""


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    if not _CUE.search(passage.small):
        return
    theirs = f"{setting.mail.message.subject} {setting.mail.message.text}" if setting.mail is not None else ""
    empty = _EMPTY_GREETING.match(passage.words)
    if empty:
        yield Hit(empty.start("gap"), empty.end("gap"), "The greeting has no name in it.")
    for cue, pattern in _PATTERNS:
        for match in pattern.finditer(passage.words) if passage.cued(cue) else ():
            if _is_left(passage.words, match) and match.group().strip() not in theirs:
                yield Hit(match.start(), match.end(), f"“{match.group().strip()}” was never filled in.")


def _is_left(words: str, match: re.Match[str]) -> bool:
    """Tell a gap from a key cap, a link's text, and a format that is being explained."""
    said = match.group()
    if said.lower() in _QUOTED_KEYS or words[match.end() : match.end() + 1] in ("\ufffc", "("):
        return False
    return not (re.match(r"(?:DD|MM|YYYY|HH|hh|dd)", said) and _FORMAT.search(words[: match.start()]))


RULE = Rule(
    id="placeholder-left",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="A placeholder was left in",
    finds=(
        "Fields in all usual brackets, dates and sums in X or underscores, TODO and its like, ?? and // with "
        "nothing fetched, and a greeting without a name. Code, key caps and formats that are explained pass."
    ),
    why="A mail with a gap in it shows that it was written to nobody in particular.",
    reads=EachPassage(_check),
    bad=tuple(
        Example(text)
        for text in (
            "Hi «{{customer_name}}»,\n\nit works now.\n",
            "Hi «[NAME]»,\n\nit works now.\n",
            "Your order «XXX» leaves today.\n",
            "It ships on «<insert date>».\n",
            "«TODO»: add the link here.\n",
            "«Lorem ipsum dolor sit amet», then.\n",
            "Your invoice is «[invoice number]».\n",
            "The parcel comes on «____».\n",
            "Hello «%FIRST_NAME%», it works now.\n",
            "Hello «*|FNAME|*», it works now.\n",
            "«Hi ,»\n\nit works now.\n",
            "Kind regards from «[Your Name]» and the team.\n",
            "It costs «${price}» a year.\n",
            "Sie gilt bis zum «XX.XX.2026».\n",
            "It leaves within «XX» working days.\n",
            "Le rendez-vous est le «jj/mm/aaaa».\n",
            "Hi John,\n\n«//refund»\n\nAnna\n",
            "Hi John,\n\n«?? refund period»\n\nAnna\n",
            "Hi John, «??refund»\n\nAnna\n",
        )
    ),
    good=tuple(
        Example(text)
        for text in (
            "Hi John,\n\nit works now.\n",
            "Hi John,\n\nit works now.\n",
            "Your order 1042 leaves today.\n",
            "It ships on Friday, 6 March.\n",
            "The link is in the guide.\n",
            "The text is in the guide, then.\n",
            "Your invoice is 2026-118.\n",
            "The parcel comes on 6 March.\n",
            "Hello John, it works now.\n",
            "Hello John, it works now.\n",
            "Hi John,\n\nit works now.\n",
            "Kind regards from Anna and the team.\n",
            "It costs 40 euros a year.\n",
            "Sie gilt bis zum 31.12.2026.\n",
            "It leaves within 3 working days.\n",
            "Le rendez-vous est le 12/03/2026.\n",
            "Hi John,\n\nyour refund left today.\n\nAnna\n",
            "Hi John,\n\nyou have 30 days.\n\nAnna\n",
            "Hi John,\n\nAnna\n",
        )
    ),
    quiet=tuple(
        Example(text)
        for text in (
            "Put `{{ product.title }}` into the template.\n",
            "Did you mean this one ?? Or that one ??\n\nIt is at https://example.com/a//b then.\n",
            "Read [the name field](https://example.com/name) first.\n",
            "See the footnote [1] and the list:\n\n- [x] done\n- [ ] open\n",
            "The card ending in XXXX-1234 was charged.\n",
            "The to-do app keeps a TODO list.\n",
            "> Hi {{name}}\n\nThat gap was ours, sorry.\n",
            "Write the date as YYYY-MM-DD.\n",
            "Press [Ctrl] and [Enter].\n",
            "It is 20% off and 5% cheaper than before.\n",
            "```\nHi {{name}}\n```\n\nThis is the template.\n",
            "Choose **File > Export** and the size XXL.\n",
            "The result is <5 and >2.\n",
            "Louis XX never was; the size is XX.\n",
            "The clock shows 00:00.\n",
        )
    ),
)
