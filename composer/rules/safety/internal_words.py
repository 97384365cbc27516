"""internal-words: words of the team that customers must not read, and notes for a colleague."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from functools import partial

from composer.lint.cue import Cue
from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage, PassageKind
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

# What is plainly meant for a colleague: a line to somebody by @, a mark that says so, what the customer shall not hear.
_NOTE = re.compile(
    r"(?:^|(?<=\n))[ \t>*_(\[-]{0,4}(?:@[^\W\d_]\w{1,30}[,: ][^\n]{3,400}"
    r"|(?:internal(?: note| use| only)*|for internal use(?: only)?|note to (?:self|myself|team|the team|colleagues?)|team note|staff only|private note|"
    r"intern(?:e notiz|er hinweis|er vermerk)?|nur intern|nur für den internen gebrauch|nota interna|uso interno|note interne|usage interne)[ \t]*[:\])–—-][^\n]{0,400})",
    re.IGNORECASE,
)
# What the customer shall not hear; the whole sentence is such a note.
_HUSH = re.compile(
    r"\b(?:do not|don['’]t|never|must not|mustn['’]t|should not|shouldn['’]t) (?:tell|send|forward|show|mention|share|say|disclose|reveal|promise)\b[^.!?\n]{0,30}?\b(?:the|this) (?:customer|client)\b"
    r"|\b(?:do not|don['’]t) (?:tell|let) (?:him|her|them) (?:know |see )?(?:that |about )?(?:we|our|it was|the (?:discount|price|refund|margin|real))\b"
    r"|\b(?:dem kunden|der kundin|den kunden) (?:bitte |aber |das |davon )*nichts? (?:sagen|mitteilen|erzählen|verraten|zeigen|weitergeben)\b"
    r"|\bno (?:decir|decirle|mencionar|enviar|mostrar)(?: \w+){0,3} al cliente\b"
    r"|\bne (?:rien|pas) (?:dire|envoyer|mentionner|montrer)(?: \w+){0,3} (?:au client|à la cliente)\b",
    re.IGNORECASE,
)
# What is said of the customer, or asked of a colleague, behind the customer's back.
_ASIDE = re.compile(
    r"\b(?:this (?:customer|client|guy|lady|woman|fellow|dude) (?:always|keeps|never|only|again|won['’]t|does)"
    r"|(?:problem|difficult|grumpy|annoying|nightmare|awkward) (?:customer|client)s?|(?:grumpy|black|naughty|troublemaker)[- ]?list|serial (?:complainer|returner)|time[- ]?waster|cheapskate"
    r"|(?:check|ask|confirm|clear)(?: \w+){0,6} before (?:i|we) (?:send|reply|answer|hit send|give|tell)|(?:delete|remove|take out) (?:this|the) (?:line|paragraph|bit|note) before"
    r"|(?:we|i) (?:don['’]t|do not) want (?:them|him|her|the customer) to (?:know|see|find out)|keep (?:this|it) between us|off the record"
    r"|(?:do not|don['’]t|never) (?:mention|reveal|disclose|bring up|promise|offer) (?:(?:to )?(?:him|her|them)|the|that|our|any)\b|(?:macro|canned reply|textbaustein|plantilla) [A-Z]?\d{1,4}\b|(?:sales|marketing|legal|finance|the boss|management) (?:wants|want|says|told) (?:him|her|them|us)\b"
    r"|problemkunde|schwieriger kunde|querulant|kunde (?:nervt|meckert|stresst)|bevor wir das (?:ab)?schicken|cliente (?:problemático|pesado|conflictivo)|client (?:pénible|casse-pieds))\b",
    re.IGNORECASE,
)

# One of these stands in every note and aside.
_CUE = Cue(
    "customer|client|guy|lady|woman|fellow|dude|kund|querulant|@|intern|note|nota|staff|-list| list|serial|waster|cheapskate|before|between us|"
    "record|schick|mention|reveal|disclose|bring up|promise|offer|macro|canned|baustein|plantilla|sales|marketing|legal|finance|boss|"
    "management|tell|let"
)


def _check(reply: Reply) -> Iterator[Hit]:
    yield from _notes(reply)
    yield from _listed(reply)


def _notes(reply: Reply) -> Iterator[Hit]:
    """Yield notes for a colleague, each as a whole, and asides beside them: one finding a sentence."""
    for placed in reply.passages:
        passage, told = placed.passage, list[tuple[int, int]]()
        if not passage.cued(_CUE):
            continue
        for start, end in _notes_in(passage) if passage.kind is not PassageKind.GREETING else ():
            if not _is_to_customer(reply, passage.words[start:end]):
                told.append((start, end))
                message = "This reads like a note for a colleague: take it out before the mail leaves."
                yield Hit(placed.start + start, placed.start + end, message)
        for aside in passage.found(_ASIDE):
            if not any(start < aside.end() and aside.start() < end for start, end in told):
                told.append(_sentence_of(passage, aside))
                message = f"“{aside.group()}” was hardly meant for the customer's eyes: take it out."
                start, end = placed.start + aside.start(), placed.start + aside.end()
                yield Hit(start, end, message, severity=Severity.WARNING)


def _notes_in(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where notes stand: a line of its own, or the sentence of what shall not be said."""
    for note in passage.found(_NOTE):
        words = note.group()
        marks = len(words) - len(words.lstrip(" \t>*_([-"))
        # "[internal] ask Ben": the bracket goes with what it holds.
        opened = marks and words[marks - 1] in "([" and words.count("]") + words.count(")") > 0
        yield note.start() + marks - bool(opened), note.start() + len(words.rstrip())
    for hush in passage.found(_HUSH):
        start, end = _sentence_of(passage, hush)
        yield start, start + len(passage.words[start:end].rstrip(". "))


def _sentence_of(passage: Passage, found: re.Match[str]) -> tuple[int, int]:
    sentence = passage.sentence_at(found.start())
    return sentence.start, max(sentence.end, found.end())


def _is_to_customer(reply: Reply, note: str) -> bool:
    """Tell a line to one of the mail's own people by *@Name* from one to a colleague."""
    called = re.match(r"\W*@(\w+)", note)
    if called is None or reply.mail is None:
        return False
    message = reply.mail.message
    people = " ".join(f"{a.name} {a.mail}" for a in (message.sender, *message.to, *message.cc))
    return called.group(1).lower() in f"{people} {message.text}".lower()


def _listed(reply: Reply) -> Iterator[Hit]:
    words = reply.context.team.internal_words if reply.context.team is not None else ()
    wanted = [_pattern_of(word.strip()) for word in words if word.strip()][:2000]
    if not wanted:
        return
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted(wanted, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
    )
    for placed in reply.passages:
        search = partial(_matches, pattern, placed.passage)
        for match in placed.passage.once("internal words", words, search):
            message = f"“{match.group()}” is a word for the team only."
            yield Hit(placed.start + match.start(), placed.start + match.end(), message)


def _pattern_of(word: str) -> str:
    """Return a pattern for a word; one that ends in a hyphen begins the numbers of a tracker (*JIRA-*12)."""
    return re.escape(word) + (r"\d{0,9}" if word.endswith("-") else "")


def _matches(pattern: re.Pattern[str], passage: Passage) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(passage.words))


_TEAM = Example("", circumstances={"internal_words": ["Bluebird", "problem customer", "JIRA-"]})

RULE = Rule(
    id="internal-words",
    reading=Reading.TONE,
    severity=Severity.STOP,
    title="Words for the team only",
    finds=(
        "The library's internal words, lines to a colleague (“@Ben”, “internal:”), and what was hardly "
        "meant for the customer's eyes. A word that ends in a hyphen, like “JIRA-”, stands for its numbers,"
        " too."
    ),
    why="The customer reads nothing that was not meant for them.",
    reads=WholeReply(_check),
    bad=drafts(
        "This is part of «Bluebird».\n",
        "It is in «JIRA-» at last.\n",
        "It is in «JIRA-1204» at last.\n",
        "The credit comes on 1 December.\n\n«@Dunja pls check the list before we give credit again»\n",
        "Pro is enough. («macro B4»: do NOT mention the free one)\n",
        "It is free for you.\n\n«Internal: costs us 4 euros.»\n",
        "It is free for you.\n\n«[internal] costs us 4 euros»\n",
        "It is free. «Please don't tell the customer that it will cost 4 euros next year».\n",
        "Das Ersatzteil ist frei. «Dem Kunden nichts sagen, es war unser Fehler».\n",
        like=_TEAM,
    ),
    good=drafts(
        "This is part of the next version.\n",
        "It is in the list at last.\n",
        "It is in the list at last.\n",
        "The credit comes on 1 December.\n",
        "Pro is enough.\n",
        "It is free for you.\n",
        "It is free for you.\n",
        "It is free, and costs 4 euros next year.\n",
        "Das Ersatzteil ist frei, es war unser Fehler.\n",
        like=_TEAM,
    ),
    quiet=(
        *drafts(
            "This is part of Bluebird.\n",
            "Your customers see the price, and you can hide it from a customer of your own.\n",
            "Write to us @tarn or call.\n",
            "Internal links are blue, and so is the internal storage: 64 GB.\n",
            "Ask Ben before we meet on Friday.\n",
        ),
        *drafts("> Is it Bluebird?\n\nYes.\n", "The bluebirds sing.\n", like=_TEAM),
    ),
)
