"""colour-only-answer: an answer that only its colour tells from the customer's own words."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.draft import BlockKind
from composer.lint.colours_in_draft import ColouredWords, coloured_words
from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_COLOUR = r"(?:blue|green|red|purple|orange|colou?r(?:ed)?|violet|teal|blau|grün|rot|lila|farbig|farbe|azul|verde|rojo|color|bleu|vert|rouge|couleur)"
# Where to look for the answers: by their colour.
_LOOK_FOR = re.compile(
    rf"\b(?:answers?|answered|repl(?:y|ies|ied)|comments?|commented|responses?|remarks?|notes?|wrote|written|marked|antwort\w*|anmerkung\w*|kommentare?|geantwortet|"
    rf"respuestas?|comentarios?|respondido|réponses?|répondu|commentaires?)\b[^.!?\n]{{0,60}}\b(?:in|im|en|auf)(?: der| the| einer| a| dieser)?(?: \w+)? {_COLOUR}(?=[.!?:,;)]|$|\s*\n| (?:below|above|text|letters|font|ink|in your|within|between|under|behind|next|inline|in den|dazwischen|unten|darunter|abajo|debajo|ci-dessous|dans)\b)"
    rf"|\b(?:the|my|our|die|meine|unsere|las|mis|les|mes) (?:{_COLOUR}\w{{0,3}}) (?:text|words|lines|parts|passages|antworten|zeilen|texte|stellen|líneas|partes|lignes)\b",
    re.IGNORECASE,
)
_MARKED_BY = re.compile(
    rf"\b(?:everything|all|anything|what(?:['’]s| is| stands)?|whatever|the (?:parts|lines|words|text|bits|rest)|my (?:words|text|part)|text|lines|alles|was)(?: \w+){{0,2}} in (?:\w+ )?{_COLOUR}\w{{0,2}} "
    rf"(?:is|are|comes?|stands?|was|were|means?|ist|kommt|steht|stammt|sind)\b|\b{_COLOUR} (?:is|are|means|=) (?:me|mine|ours|us|my|our|the answers?|new)\b|"
    rf"\b(?:look for|watch for|see|mind) (?:the |my |everything )?(?:in )?{_COLOUR}(?=[.!?,;]|$)|\b(?:i|we)(?:['’]ve| have)? used {_COLOUR} for (?:my|our|the) (?:answers?|replies|words|comments?)\b|"
    rf"\b(?:lo que está|todo lo que está) en {_COLOUR}\b|\b(?:ce qui est|tout ce qui est) en {_COLOUR}\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is None:
        return
    announced = tuple(_announced(reply))
    yield from announced
    theirs = _plain(reply.mail.message.text)
    for one in coloured_words(reply.draft):
        said = _plain(reply.draft.text[one.start : one.end])
        if not said or said in theirs:
            continue
        own = is_own(reply, one.start, one.end)
        if not own or (not announced and _stands_behind_theirs(reply, one, theirs)):
            start, end = (one.outer_start, one.outer_end) if one.has_tags else (one.start, one.end)
            yield Hit(
                start,
                end,
                "Only its colour tells this answer from the quote: put it on a line of its own below.",
            )


def _announced(reply: Reply) -> Iterator[Hit]:
    """Yield where the reply sends to a colour for its answers, and quotes nothing."""
    if any(block.kind is BlockKind.QUOTE for block in reply.draft.blocks):
        return
    for placed in reply.passages:
        seen: set[int] = set()
        for match in (*placed.passage.found(_LOOK_FOR), *placed.passage.found(_MARKED_BY)):
            sentence = placed.passage.sentence_at(match.start())
            if sentence.start not in seen:
                seen.add(sentence.start)
                message = "A colour alone tells the answers from the questions: quote each question, and answer below it."
                yield Hit(placed.start + sentence.start, placed.start + sentence.end, message)


def _stands_behind_theirs(reply: Reply, one: ColouredWords, theirs: str) -> bool:
    """Tell whether what stands before it on its line is the customer's, without a quote mark."""
    text = reply.draft.text
    before = _plain(_TAG.sub(" ", text[text.rfind("\n", 0, one.outer_start) + 1 : one.outer_start]))
    return len(before.split()) >= _LEAST_WORDS and before in theirs


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_TAG = re.compile(r"<[^<>\n]{0,200}>")
_LEAST_WORDS = 3
_MAIL = Example("", mail="Does it ship to Norway?")

RULE = Rule(
    id="colour-only-answer",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="Told apart by colour only",
    finds=(
        "A coloured answer on the customer's own line or within a quote, and an announcement like “my "
        "answers are in blue” in a reply that quotes nothing."
    ),
    why="In plain text, in print and for colour-blind eyes the answer is still an answer.",
    reads=WholeReply(_check, quotes_too=True),
    bad=drafts(
        '> Does it ship to Norway? «<span style="color:blue">Yes, in two days.</span>»\n',
        '> Does it ship to Norway?\n> «<font color="green">Yes, it does.</font>»\n',
        'Does it ship to Norway? «<span style="color:blue">Yes, in two days.</span>»\n',
        "«Everything in green is from me.»\n\nDoes it ship to Norway? Yes, in two days.\n",
        "«My answers are in blue below.»\n\nDoes it ship to Norway? Yes, in two days.\n",
        like=_MAIL,
    ),
    good=drafts(
        "> Does it ship to Norway?\n\nYes, in two days.\n",
        "> Does it ship to Norway?\n\nYes, in two days.\n",
        "> Does it ship to Norway?\n\nYes, in two days.\n",
        "> Does it ship to Norway?\n\nYes, in two days.\n",
        "> Does it ship to Norway?\n\nYes, it does.\n",
        like=_MAIL,
    ),
    quiet=(
        *drafts('> <span style="color:blue">Does it ship</span> to Norway?\n\nYes.\n', like=_MAIL),
        *drafts(
            "Press the red button, and answer in the blue window.\n",
            "> Does it ship to Norway?\n\nYes; my answers are in blue.\n",
            'It ships in <span style="color:blue">blue paper</span>.\n',
            like=_MAIL,
        ),
        *drafts('> Does it ship?\n\n<span style="color:#186DEC">Yes.</span>\n', like=_MAIL),
    ),
)
