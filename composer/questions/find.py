"""Finds the questions in a mail: everything that wants an answer or an action from us.

A sentence is made plain and run through its language's table (``patterns/*.toml``); a question mark
is evidence of its own. For a language without a table only question marks and list structure are
read. Quoted lines, signatures, logs and code ask nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from composer.mail.lines import Line, Role
from composer.questions.answer_types import answer_type_of, asked_inside
from composer.questions.pattern_table import Cut, Heard, Pattern, PatternTable, start_of, table_for
from composer.questions.plain_words import folded, masked, plain
from composer.questions.question import AnswerType, Form, Question
from composer.questions.sentences import Sentence, sentences_of

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS_ASKING = re.compile(r"[?？؟][!?.]*[\"'”’»)\]*_]*$")
_PUNCTUATED = re.compile(r"[,;:.?!]\s")
_CODE = re.compile(r"&&|\|\||=>|\(\)\s*\?$")
# A greeting or "PS:" before a question is no part of it; nor is the punctuation around.
_LEAD = re.compile(
    r"\s*(?:(?:P\.?P?\.?S\.?|hi|hello|hey|hallo|hola|bonjour|olá|bom dia|buongiorno|"
    r"good (?:morning|afternoon|day)|(?:(?:another|one more|last|next) )?(?:quick )?(?:thing|question))"
    r"(?: (?:there|all|team))?\s*[:,!]\s*)+",
    re.IGNORECASE,
)
# A question that goes on with the one before it.
_CONTINUES = re.compile(
    r"(?:and )?(?:if (?:so|yes|not|no)|otherwise|(?:falls|wenn) (?:ja|nein|nicht)|si (?:es asi|no|oui|non)"
    r"|zo (?:ja|nee|niet)|se (?:sim|nao))\b|(?:and )?(?:how|when|why|where|which one|how much)\?$"
)
_AROUND = " \t\n,;:-–—"
_LONG = 90
# More question marks than this are letters that were lost on the way, or a drawing.
_MOST_MARKS = 6
# Up to so many words an offer to take any help names nothing of its own.
_GENERAL = 10


@dataclass(frozen=True, slots=True)
class Ask:
    """A stretch of a text that asks, with its offsets.

    ``group`` numbers the sentence it is part of. A ``general`` one ("any help is welcome") counts only
    in a mail that asks nothing else.
    """

    start: int
    end: int
    text: str
    form: Form
    answer_type: AnswerType
    group: int = 0
    general: bool = False


def find_questions(
    text: str, lines: Sequence[Line], *, subject: str = "", language: str = "en"
) -> tuple[Question, ...]:
    """Return the questions of a mail in its order, numbered; one from the subject comes first.

    ``lines`` are the labelled lines of ``text``. A question of the subject that the text asks again
    is left out.
    """
    stretches = own_stretches(text, lines)
    in_text = [ask for start, end in stretches for ask in asks_in(text, language, start, end)]
    in_subject = [ask for ask in _subject_asks(subject, language) if not _asked_again(ask, in_text)]
    asks = [*in_subject, *in_text] or _reported_problem(text, stretches, language)
    if not all(ask.general for ask in asks):
        asks = [ask for ask in asks if not ask.general]
    return tuple(
        Question(f"q{number}", ask.text, ask.form, ask.answer_type, group, ask.start, ask.end)
        for number, (ask, group) in enumerate(zip(asks, _groups(asks), strict=True), start=1)
    )


def _reported_problem(text: str, stretches: Sequence[tuple[int, int]], language: str) -> list[Ask]:
    """Return the first sentence that reports a problem, for a mail that asks nothing in words.

    Whoever writes to support that something is broken wants it mended.
    """
    table = table_for("en" if language == "und" else language)
    if table is None:
        return []
    sentences = [sentence for start, end in stretches for sentence in sentences_of(text, start, end)]
    words = [plain(sentence.text) for sentence in sentences]
    if any(table.settles(each) for each in words):
        return []
    for sentence, each in zip(sentences, words, strict=True):
        if table.reports_problem(each):
            return [_made(text, sentence.start, sentence.end, Form.DECLARATIVE, AnswerType.ACTION)]
    return []


def own_stretches(text: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the stretches of a mail that its writer wrote; the forwarded ones when there are no others."""
    for roles in ((Role.OWN,), (Role.FORWARDED,)):
        stretches = _stretches(lines, roles)
        if any(_WORD.search(text, start, end) for start, end in stretches):
            return stretches
    return []


def asks_in(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Ask]:
    """Return what ``text[start:end]`` asks, in order; parts of one ask share a group."""
    table = table_for("en" if language == "und" else language)
    sentences = sentences_of(text, start, end)
    asked = [_asks_of(sentence, text, table, language) for sentence in sentences]
    groups = list(range(len(sentences)))
    if table is not None:
        for lead, items in _lists(sentences):
            opens = table.lead_in(plain(sentences[lead].text))
            if opens is not None:
                for item in items:
                    span = (sentences[item].start, sentences[item].end)
                    asked[item] = asked[item] or [_led(text, span, table, language, opens.answer_type)]
                    groups[item] = lead
            elif not (sentences[lead].text.endswith(":") and any(asked[item] for item in items)):
                continue
            asked[lead] = []
    return [replace(ask, group=group) for group, asks in zip(groups, asked, strict=True) for ask in asks]


def _lists(sentences: Sequence[Sentence]) -> list[tuple[int, list[int]]]:
    """Return each sentence that a list follows, with the first sentences of the list's items."""
    found: list[tuple[int, list[int]]] = []
    inside = -1
    for at, sentence in enumerate(sentences):
        if sentence.item and inside < 0 < at:
            found.append((at - 1, []))
        if sentence.item:
            inside = sentence.lead
            if found:
                found[-1][1].append(at)
        elif sentence.lead != inside:
            inside = -1
    return found


def _led(
    text: str,
    span: tuple[int, int],
    table: PatternTable,
    language: str,
    answer_type: AnswerType | None = None,
) -> Ask:
    """Return what asks by the words that lead in to it ("I want to know: - which one it is")."""
    words = table.without_preamble(plain(text[span[0] : span[1]]))
    form = Form.DECLARATIVE
    found = answer_type or asked_inside(f"tell me {words}") or answer_type_of(words, form, language)
    return _made(text, *span, form, found)


def _stretches(lines: Sequence[Line], roles: tuple[Role, ...]) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    begin = -1
    for line in lines:
        if line.role in roles:
            begin = line.start if begin < 0 else begin
            end = line.start + len(line.text)
        elif begin >= 0:
            stretches.append((begin, end))
            begin = -1
    if begin >= 0:
        stretches.append((begin, end))
    return stretches


def _asks_of(sentence: Sentence, text: str, table: PatternTable | None, language: str) -> list[Ask]:
    """Return what a sentence asks: itself, or its parts when two or more of them ask by themselves."""
    whole = _ask(text, sentence.start, sentence.end, table, language)
    if whole is None or table is None:
        return [] if whole is None else [whole]
    listed = _listed(sentence, text, table, language)
    if listed:
        return listed
    parts = _parts(sentence, table)
    if len(parts) == 1:
        return [whole]
    asking = [ask for begin, end in parts if (ask := _ask(text, begin, end, table, language)) is not None]
    if len(asking) > 1:
        return asking
    if asking and len(sentence.text) > _LONG and not _PUNCTUATED.search(sentence.text):
        return asking
    return [whole]


def _listed(sentence: Sentence, text: str, table: PatternTable, language: str) -> list[Ask]:
    """Return the parts of a request that lists what it wants to be told; none for any other sentence.

    "… tomorrow, when our sale starts" lists nothing: only where "and" closes a list do commas part it.
    """
    words = _in_one_line(sentence)
    cuts = table.clauses(words)
    last = max(
        (at for at, (end, begin) in enumerate(cuts) if "," not in words[end:begin].strip()[-1:]), default=-1
    )
    if last < 0 or asked_inside(sentence.text) is None:
        return []
    first, *rest = _between(sentence, cuts[: last + 1])
    whole = _ask(text, *first, table, language)
    return [whole, *(_led(text, span, table, language) for span in rest)] if whole else []


def _between(sentence: Sentence, cuts: Sequence[Cut]) -> list[tuple[int, int]]:
    """Return the stretches of a sentence between cuts, without the joining words."""
    begins = [0, *(begin for _, begin in cuts)]
    ends = [*(end for end, _ in cuts), len(sentence.text)]
    return [(sentence.start + begin, sentence.start + end) for begin, end in zip(begins, ends, strict=True)]


def _in_one_line(sentence: Sentence) -> str:
    """Return a sentence's words at their places; a line that the mail program wrapped cuts nothing."""
    return folded(masked(sentence.text).lower()).replace("\n", " ").replace("\t", " ")


def _parts(sentence: Sentence, table: PatternTable) -> list[tuple[int, int]]:
    """Cut a sentence before each further question in it."""
    words = _in_one_line(sentence)
    cuts, openers = table.cuts(words)
    if openers and (len(words) <= _LONG or _PUNCTUATED.search(words)):
        openers = [cut for cut in openers if _begins_anew(sentence.text, cut[1])]
    begins = {begin: end for end, begin in (*openers, *cuts) if 8 <= begin <= len(words) - 8}
    return _between(sentence, [(end, begin) for begin, end in sorted(begins.items())])


def _begins_anew(text: str, at: int) -> bool:
    """Tell whether a capital in mid-sentence shows that a full stop was forgotten before it."""
    return (
        at > 1
        and text[at].isupper()
        and text[at : at + 2] not in ("I ", "I'")
        and text[at - 2 : at - 1].isalnum()
    )


def _ask(text: str, begin: int, end: int, table: PatternTable | None, language: str) -> Ask | None:
    raw = text[begin:end]
    if not _WORD.search(raw) or raw.count("?") > _MOST_MARKS:
        return None
    marked = not raw.isascii() or "?" in raw
    marked = marked and _ENDS_ASKING.search(raw.rstrip()) is not None
    if table is None:
        return _made(text, begin, end, Form.INTERROGATIVE, AnswerType.OTHER) if marked else None
    words = plain(raw)
    heard = table.read(words.rstrip("?! "))
    told = _told(heard)
    if told is None and (
        not marked or _CODE.search(raw) or any(row.even_marked for row in heard.look_alikes)
    ):
        return None
    form = _form(told, words, marked=marked)
    forced = told.answer_type if told else None
    answer_type = asked_inside(raw) or forced or answer_type_of(raw, form, language)
    general = told is not None and told.only_alone and len(words.split()) <= _GENERAL
    return _made(text, begin, end, form, answer_type, general=general)


def _told(heard: Heard) -> Pattern | None:
    """Return the pattern that tells that a sentence asks, or None."""
    patterns = heard.patterns
    for row in heard.look_alikes:
        patterns = [each for each in patterns if each.id in row.unless or (each.strong and not row.final)]
    if len(patterns) < 2:
        return patterns[0] if patterns else None
    return min(patterns, key=lambda row: start_of(row.match, heard.core))


def _form(told: Pattern | None, words: str, *, marked: bool) -> Form:
    if told is not None:
        return told.form
    return Form.ELLIPTICAL if marked and len(words.split()) <= 5 else Form.INTERROGATIVE


def _made(
    text: str, begin: int, end: int, form: Form, answer_type: AnswerType, *, general: bool = False
) -> Ask:
    raw = text[begin:end]
    lead = _LEAD.match(raw)
    begin += lead.end() if lead and lead.end() < len(raw.rstrip()) else 0
    raw = text[begin:end]
    start = begin + len(raw) - len(raw.lstrip(_AROUND))
    finish = begin + len(raw.rstrip(_AROUND))
    return Ask(start, finish, text[start:finish], form, answer_type, general=general)


def _subject_asks(subject: str, language: str) -> list[Ask]:
    """Return what a subject asks, without the marks of replies and tickets before it."""
    lead = re.match(
        r"(?:\s*(?:re|aw|fwd?|wg|sv|antw|rv|tr|enc|res)\s*:|\s*\[[^\]]{0,60}\])*\s*", subject, re.IGNORECASE
    )
    begin = lead.end() if lead else 0
    if begin and re.match(r"\s*(?:re|aw|sv|antw|res)\s*:", subject, re.IGNORECASE):
        return []
    asks = [ask for ask in asks_in(subject, language, begin) if len(ask.text.split()) > 1]
    return [replace(ask, start=-1, end=-1, group=-1) for ask in asks]


def _asked_again(ask: Ask, asks: Sequence[Ask]) -> bool:
    mine = set(_WORD.findall(ask.text.lower()))
    return any(len(mine & set(_WORD.findall(other.text.lower()))) >= 0.6 * len(mine) for other in asks)


def _groups(asks: Sequence[Ask]) -> list[int]:
    """Number the asks: parts of one sentence, and "if so, when?" behind another, share a number."""
    groups: list[int] = []
    number = 0
    last: int | None = None
    for ask in asks:
        if ask.group != last and not (groups and _CONTINUES.match(plain(ask.text))):
            number += 1
        groups.append(number)
        last = ask.group
    return groups
