"""Attribution lines: "On 3 March, Mara wrote:" in any language, on one line or wrapped over four.

An attribution is recognised by what all of them have in common, not by one pattern for each mail
program: a verb of writing near its end, a colon or nothing behind it, and evidence that it speaks of
a mail (a date, a time, an address, or a quote right below). Mail programs that leave the verb out
begin with a date and end with an address.
"""

import re
from dataclasses import dataclass

from composer.mail.attribution_dates import after_date, folded, is_dated, is_timed
from composer.mail.quote_marks import depth_of, without_marks

_LONGEST_LINE = 400
_MOST_LINES = 4
# No mail quotes so often; one that only looks like attributions must not take half a minute.
_MOST_LOOKED_AT = 5000

_VERBS = (
    r"wrote|writes|write|said|has written|schrieb|schreibt|schrieben|geschrieben|hat geschrieben"
    r"|a écrit|ha écrit|écrit|écrivait"
    r"|a ecrit|escribió|escribio|escribi[óo]|ha escrito|va escriure|ha escrit|escreveu|escreve"
    r"|escrevia|ha scritto|scrive"
    r"|scrisse|a scris|schreef|geschreven|skrev|skreiv|skrifaði|kirjoitti|kirjutas|napisał\(a\)"
    r"|napisała?|napisał/a"
    r"|pisze|napsal\(?a?\)?|napísala?|napisao|napisala|piše|je napisal\(?a?\)?|написала?\(?а?\)?"
    r"|пишет|пише|писала?|написав"
    r"|написала|писав|írta|ezt írta|yazdı|şunları yazdı|έγραψε|đã viết|menulis|rašė|rakstīja"
    r"|scripsit|написа|napísal\(?a?\)?|je napisao/la|כתב/ה|כתבה?|كتب|نوشت"
)
# Scripts that put no space between words: the verb may follow a digit or an address directly.
_JOINED_VERBS = r"写道|寫道|写到|書きました|のメッセージ|のメール|작성|เขียนว่า"
_VERB = re.compile(rf"(?<![\w])(?:{_VERBS})(?![\w(])|{_JOINED_VERBS}")
_VERB_ENDS = re.compile(
    rf"(?:(?<![\w])(?:{_VERBS})(?![\w(])"
    rf"|{_JOINED_VERBS})(?P<tail>[^\n]{{0,120}}?)(?P<colon>\s*[:：])?\s*[-–—*_=]{{0,20}}\s*$"
)
_ENDINGS = frozenset(":：-–—*_=><")
_LAST_WORDS = frozenset(re.sub(r"\\[()]|[?()\[\]]", " ", _VERBS).replace("|", " ").split()) | {"napisał(a)"}
_LAST_SIGNS = tuple(_JOINED_VERBS.split("|"))
_LAST_SCRIPTS = frozenset(verb[-1] for verb in _LAST_SIGNS)
_MAIL = re.compile(r"[^\s<>@\"']{1,100}@[^\s<>@\"']{1,200}|<@>|\[mailto:")
_OPENER = re.compile(
    r"^[\s*_>|–—-]{0,40}(?:On|At|In|Am|Em|Op|El|Le|Il|Den|Der|Dana|Dne|Dňa|Dnia|W dniu|Vào|På|Pada"
    r"|Pe|La|Ons|Quoting|Zitat von|Citando"
    r"|Citation de|Citat fr[aå]n|Il giorno|Em|Στις|Den|Ha|Do|Le|Mensaje citado por|V|V dne|Le mer"
    r"|Пн|Вт|Ср|Чт|Пт|Сб|Вс|Mon|Tue|Wed|Thu"
    r"|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|lun|mar|mer|jeu|ven"
    r"|sam|dim|Mo|Di|Mi|Do|Fr|Sa|So)\b[.,]?",
    re.IGNORECASE,
)
_NOT_PROSE = re.compile(r"^[\s*_|–—-]{0,40}[\"'“<(]?[^\W\d_][^?!;]{0,160}$")
_VERBLESS = re.compile(
    r"^[\s*-]{0,10}(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|(?:Mon|Tue|Wed"
    r"|Thu|Fri|Sat|Sun)[a-z]{0,6},? [^<>\n]{6,40}"
    r"|\d{4}年\d{1,2}月\d{1,2}日)[^<>\n]{0,120}(?:<[^<>\s]{1,100}@[^<>\s]{1,200}>|<$)\s*[:：]?\s*$"
)
_GMAIL_DATE = re.compile(r"^\d{4}-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d\d:\d\d\s+\S[^\n]{0,100}$")
# "Quoting Mara Lind:", and "Excerpts from Mara Lind's message of Thu Nov 26 09:17:15 +0100 2009:".
_QUOTER = (
    r"(?:Quoting|Zitat von|Citando(?: a)?|Citation de|Citat från|Mensaje citado por|Quoted from"
    r"|Excerpts from(?= [^\n]{1,100}['’]s message of ))\s+"
)
_QUOTING = re.compile(rf"^{_QUOTER}[^\n]{{1,150}}[:：]\s*$", re.IGNORECASE)
_QUOTED_NAME = re.compile(rf"^{_QUOTER}(?P<name>.+?)(?:['’]s message of .*)?[:：]?\s*$", re.IGNORECASE)
_SUPERCITE = re.compile(r"^[>|:]{2,8} ?\S{0,3}\"[^\"]{1,30}\" ?==|^\W{0,6}\"[A-Za-z]{1,20}\" == ")
_PRONOUNS = frozenset({"i", "we", "he", "she", "they", "you", "ich", "wir", "er", "sie", "ik", "wij"})
_PARTICLES = frozenset(
    {
        "am",
        "at",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "el",
        "geschreven",
        "het",
        "kl",
        "la",
        "le",
        "on",
        "um",
        "van",
        "via",
        "volgende",
        "von",
    }
)
_ASKS = re.compile(r"\?\s+[^\W\d_]|\?\s*$")
_SHARED = re.compile(
    r"^(?!\W{0,20}(?:On|Am|Le|El|Il|Op|Em|Den|At|In)\b)[^\n<>]{2,200}?(?:[\s.!?-])(?:On|Am|Le|El"
    r"|Il|Op) (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"\w{0,6}, |\d{1,2}[./ ])"
)
_CLOSED_MAIL = re.compile(r">\s?[:：]\s*$")
_MAIL_TAIL = re.compile(r"^[ \t]{0,3}[^\s<>]{0,200}>\s?[:：]\s*$")
_WHOLE_MAIL = re.compile(r"[^\s<>@\"',;:()\[\]]{1,100}@[^\s<>@\"',;:()\[\]]{1,200}")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Lines ``first`` to ``last`` (both included) name the author of the quote below them.

    ``shared`` marks a line that begins with words of the writer's own ("Yes! On 3 May, Mara wrote:").
    """

    first: int
    last: int
    author: str
    shared: bool = False


def find_attributions(lines: list[str]) -> dict[int, Attribution]:
    """Return the attributions of a mail by their first line."""
    found: dict[int, Attribution] = {}
    taken = -1
    looked = 0
    for number, line in enumerate(lines):
        if not line or number <= taken or not _may_end(line):
            continue
        attribution = _ending_at(lines, number, taken)
        if attribution:
            found[attribution.first] = attribution
            taken = attribution.last
        looked += 1
        if looked >= _MOST_LOOKED_AT:
            break
    return found


def _may_end(line: str) -> bool:
    """Look at a line's last sign and word first: nearly all lines are ruled out by them."""
    if not 2 <= len(line) <= _LONGEST_LINE:
        return False
    words = line.rstrip()
    if not (
        words[-1:] in _ENDINGS
        or line[0].isdigit()
        or words[-24:].rpartition(" ")[2].lower() in _LAST_WORDS
        or (words[-1:] in _LAST_SCRIPTS and words.endswith(_LAST_SIGNS))
    ):
        return False
    return bool(
        _VERB.search(line.lower())
        or _VERBLESS.match(line)
        or _GMAIL_DATE.match(line)
        or _QUOTING.match(line)
        or _from_whom(line)
    )


def _from_whom(line: str) -> bool:
    """Tell whether a line ends an attribution without a verb: date, time, name, address and a colon."""
    if not _CLOSED_MAIL.search(line):
        return False
    return bool(_MAIL_TAIL.match(line) or (is_dated(line) and is_timed(line) and _MAIL.search(line)))


def _dated_address(joined: str) -> bool:
    return _from_whom(joined) and not _MAIL_TAIL.match(joined)


def _ending_at(lines: list[str], last: int, taken: int) -> Attribution | None:
    for first in _possible_starts(lines, last, taken):
        joined = _joined(lines, first, last)
        if _is_attribution(joined, lines, first, last):
            end = _with_tail(lines, last) if not joined.rstrip(" -*_").endswith((":", "：")) else last
            return Attribution(first, end, author_of(joined), shared=bool(_SHARED.match(joined)))
    return None


def _possible_starts(lines: list[str], last: int, taken: int) -> list[int]:
    """Return the lines at which an attribution that ends here may begin, the likeliest first."""
    depth = _true_depth(lines, last)
    for first in range(last, max(taken, last - _MOST_LINES - 2, -1), -1):
        content = without_marks(lines[first])
        if not content.strip():
            below = without_marks(lines[min(first + 1, last)]).lstrip()
            if first == last or not below.startswith(("<", "mailto:")):
                break
        elif first < last and depth_of(lines[first]) not in (depth, 0):
            break
        elif _begins(content):
            return [first] if first == last else [first, last]
    return [last]


def _true_depth(lines: list[str], last: int) -> int:
    """Return a line's quote depth; the ``>`` that closes an address broken off above is no quote mark."""
    depth = depth_of(lines[last])
    if depth and last:
        above = lines[last - 1]
        closes = re.match(r"\s*>\s?(?:wrote)?\s?:", lines[last])
        if closes or above.count("<") > above.count(">") - depth_of(above):
            return depth_of(above)
    return depth


def _begins(content: str) -> bool:
    opened = _OPENER.match(content)
    if opened and (is_dated(content) or is_timed(content) or _MAIL.search(content)):
        return True
    if re.match(r"[\s*-]{0,10}\d{1,4}[-./ ]", content) and is_dated(content):
        return True
    return bool(is_dated(content[:40]) and is_timed(content[:60]) and "," not in content[:3])


def _joined(lines: list[str], first: int, last: int) -> str:
    return " ".join(without_marks(line).strip() for line in lines[first : last + 1] if line.strip())[:600]


def _is_attribution(joined: str, lines: list[str], first: int, last: int) -> bool:
    if len(joined) > 450 or (_ASKS.search(joined) and not _OPENER.match(joined)):
        return False
    if first == last and (
        _VERBLESS.match(joined)
        or _GMAIL_DATE.match(joined)
        or _QUOTING.match(joined)
        or _dated_address(joined)
    ):
        return True
    match = _VERB_ENDS.search(folded(joined))
    if not match:
        return first < last and _dated_address(joined) and _begins(joined)
    dated = is_dated(joined) or is_timed(joined)
    mailed = bool(_MAIL.search(joined))
    tail = joined[match.start("tail") : match.end("tail")]
    if tail.strip(" -:*") and not _tail_is_name(tail, dated or mailed):
        return bool(match["colon"]) and _tail_is_date(joined[: match.start()], tail)
    closed = bool(match["colon"]) or joined.rstrip().endswith(("-", "*"))
    if dated and _OPENER.match(joined):
        return closed or mailed or _quote_follows(lines, last)
    if mailed and (dated or closed):
        return bool(_NOT_PROSE.match(joined) or dated)
    if dated and closed:
        return len(joined) < 160
    return closed and len(joined.split()) <= 12 and (_quote_follows(lines, last) or joined.startswith("--"))


def _tail_is_name(tail: str, proven: bool) -> bool:
    """Tell whether what follows the verb is the author ("schrieb Mara Lind:"), not the writer's own words."""
    words = tail.replace("<", " <").split()
    if not proven or len(words) > 14 or re.search(r"[.!?;]\s+\w", tail):
        return False
    plain = [word for word in words if word[:1].isalpha() and "@" not in word]
    lower = [word for word in plain if word[0].islower() and word.lower() not in _PARTICLES]
    return "@" in tail or len(lower) <= len(plain) // 2


def _tail_is_date(before: str, tail: str) -> bool:
    """Tell whether "Mara Lind schrieb am 3. März um 10:12:" has a name before its verb and a date behind."""
    words = [word for word in re.sub(r"[<(]\S*@\S*|,", " ", before).split() if word[:1].isalpha()]
    named = 0 < len(words) <= 5 and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)
    alone = words[0].lower() not in _PRONOUNS if words else False
    return named and alone and is_dated(tail) and len(tail.split()) <= 10


def _with_tail(lines: list[str], last: int) -> int:
    """Include "het volgende geschreven:" and a lone colon or address on the next line."""
    if last + 1 < len(lines):
        following = without_marks(lines[last + 1]).strip()
        if following in (":", "wrote:") or re.fullmatch(
            r"(?:het )?volgende(?: geschreven)?\s*:", following, re.IGNORECASE
        ):
            return last + 1
        if re.fullmatch(r"[^\s<>]{0,200}@?[^\s<>]{1,200}>\s*[:：]", following) and lines[
            last
        ].rstrip().endswith("<"):
            return last + 1
    return last


def _quote_follows(lines: list[str], last: int) -> bool:
    depth = depth_of(lines[last])
    for line in lines[last + 1 : last + 7]:
        if line.strip():
            return depth_of(line) > depth or bool(re.match(r"\||: |[ \t]{0,2}[A-Za-z]{1,15}>", line))
    return False


def author_of(joined: str) -> str:
    """Return the name (or, failing that, the address) that an attribution names, as written."""
    joined = re.sub(r"\bIn (?:message|article) <[^<>]*>,?", "", joined)
    quoted = _QUOTED_NAME.match(joined)
    joined = quoted["name"] if quoted else joined
    mails = list(_WHOLE_MAIL.finditer(joined))
    if mails:
        mail = mails[-1]
        before = joined[: mail.start()].rstrip("<([ ").removesuffix("mailto:")
        name = _trimmed_name(re.sub(r"\[?<?mailto:.*|<[^<>]*>", "", before))
        return name or mail[0].removeprefix("mailto:")
    verb = _VERB.search(folded(joined))
    if not verb:
        return _trimmed_name(after_date(joined))
    before, after = joined[: verb.start()], joined[verb.end() :].strip(" :：-*")
    return _trimmed_name(after if len(after) > 2 and not is_dated(after) else after_date(before))


_NOT_NAME = re.compile(
    r"^(?:[\s,;:>*()\"'-]|\d[\d:.]*|[ap]\.?m\.?(?!\w)|GMT\S*|UTC\S*|[+-]\d{4}|via\b|uhr\b|heeft\b"
    r"|het\b|użytkownik\b|schrieb\b|schreef\b"
    r"|skrev\b|wrote\b|от\b|a las\b|at\b|um\b|à\b|às\b|ha\b|hat\b|a\b|von\b|On\b|kl\.?|hrs?\b"
    r"|CES?T\b|P[SD]T\b|E[SD]T\b)+",
    re.IGNORECASE,
)


def _trimmed_name(text: str) -> str:
    name = _NOT_NAME.sub("", after_date(text))
    return re.sub(r"\s+", " ", name).strip(" ,;:\"'<>[]()*-–—")[:100]
