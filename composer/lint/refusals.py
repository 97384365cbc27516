"""Where a reply says no to what the customer asked for, in whatever words.

A sentence alone seldom tells: *Shipping is not refunded* is a fact to one reader and a refusal to the one who asked
for it. So the mail is read along: a sentence that denies, or names a state that denies, and speaks of
something that was asked for, says no.
"""
# ruff: noqa: E501 - a table of words reads best in long lines

import re
from collections.abc import Iterator
from functools import lru_cache

from composer.lint.own_words import PassageKind
from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, own_sentences
from composer.questions.answer_state import QuestionState
from composer.questions.plain_words import folded
from composer.questions.question import AnswerType

_ASKS_FOR = re.compile(
    r"\b(?:can|could|may|might|shall|would|will) (?:i|we|you|he|she|they|my|our|it|one|the|somebody|someone|this)\b|\b(?:do|does|have) (?:you|your)\b|\b(?:is|are) there\b|\b(?:is|are) (?:\w+ ){1,5}(?:possible|available|covered|included|allowed|insured|refund\w*|free|open|left|still|in stock)\b|\bi(?:['’]d| would) like\b|"
    r"\bwho (?:pays|covers|will pay)\b|\b(?:possible|please|refund|discount|covered|reimburse\w*|exchange|swap|borrow|lend)\b|"
    r"\b(?:kann|konnte|konnten|konnen|darf|durfte|durfen|gibt|haben|ubernehmen|bekomme|bekommen|erhalte|wurden|machen|bieten|geht|zahlen|zahlt|erstatten) (?:ich|wir|man|sie|ihr|es|mir|uns|das|die|der)\b|\bmoglich\b|\bbitte\b|"
    r"\b(?:puedo|podemos|pueden|puede|podria|podrian|tienen|tiene|hay|hacen|aceptan|me (?:dan|devuelven|pueden|cambian|dejan)|nos (?:dan|devuelven|pueden|cambian|dejan)|ofrecen|cubre|emiten|es posible|se puede)\b|"
    r"\b(?:puis-je|peut-on|pouvez|pourriez|pouvons|avez-vous|y a-t-il|pretez|faites|proposez|acceptez|offrez|remboursez|serait-il|possible|vous avez)\b"
)
# Asked whether something is bad or needed: a no is good news.
_FEARS = re.compile(
    r"\b(?:need|needs|must|have to|has to|required?|necessary|fees?|costs?|charged?|danger\w*|lost|lose|broke|broken|break|wrong|fault|problems?|harm\w*|hurt\w*|risk\w*|worr\w+|late|too|steps?|use|sell|share|train\w*|track|store|see|touch\w*|affect\w*|expire\w*|delete\w*|damage\w*|noise|noisy|smell|"
    r"muss|mussen|kostet|kosten|gefahr\w*|verloren|verliere|kaputt|falsch|schuld|schadlich|schlimm|zu spat|tengo que|hay que|cuesta|costo|peligro\w*|perdido|pierdo|roto|culpa|necesito|"
    r"faut-il|dois-je|dangereux|perdu|perds|casse|faute|payer)\b"
)
_DENIES = re.compile(
    r"\b(?:not|no|none|never|nope|nothing|neither|nor|cannot|we only|refuse|declined?|denied|impossible|"
    r"exclud\w+|forbidden|prohibited|banned|is what it is|closed|shut|full|void|forfeit\w*|unavailable|discontinued|sold out|booked (?:out|up)|out of (?:stock|print|the question|our hands|warranty|season)|off the table|reserved for|beyond|expired|lost|final|"
    r"yours to|at your own|(?:stays?|remains?) (?:as|outside|with|where)|of no use|end of|not on offer|restricted|limited to|"
    r"nicht|kein\w*|nie|niemals|weder|ausgeschlossen|unmoglich|geschlossen|ist zu|sind zu|ausgebucht|ausverkauft|vergriffen|voll|bleib\w+|verfallen|vorbei|eingestellt|verboten|untersagt|nichts zu machen|"
    r"nunca|ningun\w*|tampoco|imposible|cerrad\w+|agotad\w+|complet\w+|excluid\w+|prohibid\w+|"
    r"ne|pas|rien|interdit\w*|plein\w*|aucun\w*|jamais|impossible|exclu\w*|ferme\w*|complet\w*|epuise\w*)\b|n['’]t\b|\bn['’]"
)
# Denied, and good all the same.
_GOOD = re.compile(
    r"\b(?:no (?:problem|need|worr\w+|trouble|fee|fees|charge|charges|cost|extra|rush|hurry|limit|catch|step|steps|harm|doubt|longer than|later than|more than|matter|obligation|date|risk)|not (?:a problem|at all|only|yet|later|lost|broken|needed|necessary|charged|dangerous|wrong|bad|your fault|sure|until|before|just|even|far|long|more than)|"
    r"nothing (?:to pay|is|else|was|more|wrong|gets|will|has|happens|changes|extra|new|lost)|never (?:mind|lost)|free of charge|for free|at no|without|(?:need|have|has|cost|costs|charge|matter|lose|worry|forget|touch|affect|hurt|expire|change|owe|pay) ?(?:no|not|nothing|anything)|kostet (?:\w+ )?nichts|kein problem|keine sorge|nicht (?:notig|schlimm|verloren|nur|vor|schwer)|mussen (?:\w+ ){0,3}(?:nichts|nicht)|"
    r"no (?:hace falta|es necesario|cuesta|tiene que|hay problema|se preocupe|se pierde|solo)|sin (?:coste|cargo)|pas (?:de souci|besoin|necessaire|de probleme|seulement|perdu|grave)|rien (?:a payer|n)|(?:isn|aren|wasn|won|doesn|don|needn|didn|can)['’]?t (?:cost|charge|matter|lost|need|have to|owe|worry|be charged|pay|lose|touch|hurt|affect|forget|change|expire|broken|wrong|dangerous|your fault|hard|difficult|far|a problem|so bad|wait|take long|only|just|yet|too))\b|"
    r"\b(?:don|needn|won|doesn)['’]?t (?:\w+ )?(?:need|have to|worry|pay|lose|cost|owe|mind|be charged)\b|\bno \w+ (?:is|was|are|were|gets|will be|has been) (?:lost|needed|necessary|charged|required|gone|missing|harmed|broken|deleted)\b|\b(?:aren|isn|weren|wasn|not) ?(?:n['’]t |['’]t )?(?:be |been )?(?:touched|affected|changed|in danger|at risk|the only|alone)\b|\bno \w+(?: is| are)? needed\b|\bthe only one\b|(?:n['’]t|\bnot|\bnever) have to\b|\bliegt nicht an\b|\bno (?:le|te|les|os) (?:cobr|cuest)\w+|\b(?:don|won|do|will)(?:['’]?t| not) charge\b|\bberechnen (?:\w+ ){0,3}n?icht\w*|\bne vous (?:factur|cout)\w+|\bno (?:es|fue) (?:su|tu) culpa\b|\b(?:has|have|had) no (?:step|steps|hidden|lactose|gluten|nuts|smell|limit|effect)\b"
)
_WORD = re.compile(r"[a-z]{3,}")
_SMALL = frozenset(
    [
        "can",
        "could",
        "may",
        "might",
        "will",
        "would",
        "shall",
        "should",
        "have",
        "has",
        "had",
        "does",
        "did",
        "are",
        "was",
        "were",
        "been",
        "being",
        "the",
        "and",
        "for",
        "but",
        "not",
        "you",
        "your",
        "our",
        "we",
        "they",
        "them",
        "this",
        "that",
        "these",
        "those",
        "with",
        "from",
        "what",
        "which",
        "who",
        "when",
        "where",
        "why",
        "how",
        "there",
        "here",
        "any",
        "some",
        "all",
        "more",
        "most",
        "one",
        "two",
        "three",
        "get",
        "got",
        "give",
        "take",
        "make",
        "done",
        "like",
        "want",
        "need",
        "please",
        "also",
        "just",
        "very",
        "much",
        "many",
        "only",
        "still",
        "even",
        "then",
        "than",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "after",
        "before",
        "again",
        "such",
        "own",
        "ich",
        "wir",
        "sie",
        "ihr",
        "mir",
        "uns",
        "mich",
        "das",
        "der",
        "die",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "und",
        "oder",
        "mit",
        "von",
        "zum",
        "zur",
        "fur",
        "auf",
        "aus",
        "bei",
        "nach",
        "auch",
        "noch",
        "nicht",
        "kein",
        "keine",
        "konnen",
        "konnte",
        "kann",
        "darf",
        "haben",
        "hat",
        "habe",
        "gibt",
        "ist",
        "sind",
        "wird",
        "wurde",
        "bitte",
        "mal",
        "schon",
        "man",
        "dass",
        "wenn",
        "wie",
        "was",
        "wann",
        "puedo",
        "pueden",
        "puede",
        "podria",
        "tienen",
        "tiene",
        "hay",
        "los",
        "las",
        "una",
        "uno",
        "unos",
        "unas",
        "del",
        "para",
        "por",
        "con",
        "que",
        "como",
        "sus",
        "nos",
        "les",
        "muy",
        "mas",
        "esta",
        "este",
        "esto",
        "ser",
        "puis",
        "pouvez",
        "avez",
        "vous",
        "nous",
        "est",
        "les",
        "des",
        "une",
        "dans",
        "pour",
        "avec",
        "sur",
        "par",
        "que",
        "qui",
        "quoi",
        "mon",
        "mes",
        "vos",
        "votre",
        "notre",
        "cette",
        "son",
        "ses",
        "pas",
        "plus",
        "encore",
    ]
)
_SAME, _SHORT = 4, 10
_SHORT_NO = re.compile(
    r"^\W*(?:no\b(?! (?:one|body))|nope|sorry|unfortunately|regrettably|sadly|i['’]m afraid|not\b|we['’]re|none|there (?:is|are)(?: no|n['’]t)|we (?:have|do|only|don['’]t|do not|can['’]t|cannot)|[\w ]{3,40} (?:is|are|stays?|remains?) (?:closed|full|shut|excluded|forbidden|prohibited|not|outside|out of|off|sold|what (?:it is|they are))|[\w' ]{3,30} (?:est|sont) (?:plein|complet|ferm|épuis|exclu|interdit)\w*|(?:ausverkauft|ausgebucht|vergriffen|verboten|complet|agotado|épuisé)|[\w ]{3,40} (?:ist|sind) (?:\w+ )?(?:ausverkauft|ausgebucht|vergriffen|verboten|geschlossen|voll|nichts zu machen)|nein|leider|bedaure|lo siento|lamentablemente|non\b|malheureusement|désolée?|c['’]est complet)",
    re.IGNORECASE,
)
_ASKS_ELSE = (AnswerType.HOW_TO, AnswerType.WHEN, AnswerType.WHY, AnswerType.WHERE, AnswerType.HOW_MANY)
_PLURAL = re.compile(r"(?<=\w{3})(?:es|s|en|e)$")
# "Who pays me that?": what *that* is stands before.
_POINTS_BACK = re.compile(
    r"\b(?:it|that|this|them|those|one|das|es|dies|sie|eso|esto|lo|ca|cela|le|les)\b", re.IGNORECASE
)
_BEFORE = 120
_AND_ALSO = re.compile(r"\b(?:and|also|et|y|und|e)\b(.*)", re.DOTALL)
# What the customer is told to do is no refusal.
_ORDERS = re.compile(
    r"^\W*(?:please|bitte|just|simply|under|on|in|if|when|wenn|si|por favor|(?:delete|remove|open|press|choose|click|write|send|use|turn|put|leave|keep|take|don['’]t|do not|never|schreib\w*|drück\w*|öffn\w*|wähl\w*|pulse|abra|elija|ouvrez|cliquez|n['’]oubliez))\b|\byou (?:didn['’]t|did not|needn['’]t|need not)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4000)
def matter_of(text: str) -> frozenset[str]:
    """Return the beginnings of the words that say what a text is about."""
    words = _WORD.findall(folded(text.lower()))
    return frozenset(_PLURAL.sub("", word)[:_SAME] for word in words if word not in _SMALL)


def refusals_in(reply: Reply) -> Iterator[OwnSentence]:
    """Yield the sentences of the agent's that deny what the mail asked for."""
    asked = [state for state in reply.states if _is_asked_for(state)]
    if not asked:
        return
    for sentence in own_sentences(reply):
        if sentence.placed.passage.kind is PassageKind.GREETING or sentence.text.endswith("?"):
            continue
        if _ORDERS.search(sentence.text):
            continue
        words = folded(sentence.text.lower())
        if not _DENIES.search(words) or _GOOD.search(words):
            continue
        if any(_is_about(sentence, one, matter_of(words_asked(reply, one))) for one in asked):
            yield sentence


def words_asked(reply: Reply, state: QuestionState) -> str:
    """Return a question's words, with those before it where it points back."""
    question = state.question
    if reply.mail is None or question.in_subject or not _POINTS_BACK.search(question.text):
        return question.text
    return reply.mail.message.text[max(0, question.start - _BEFORE) : question.end]


def _is_asked_for(state: QuestionState) -> bool:
    kind, words = state.question.answer_type, folded(state.question.text.lower())
    if kind in _ASKS_ELSE:
        also = _AND_ALSO.search(words)
        words = also[1] if also else ""
    return _ASKS_FOR.search(words) is not None and not _FEARS.search(words)


def _is_about(sentence: OwnSentence, state: QuestionState, matter: frozenset[str]) -> bool:
    """Tell whether a sentence speaks of a question's matter, or is the short answer to it."""
    if matter_of(sentence.text) & matter:
        return True
    answer = state.answer or state.perhaps
    if answer is None or len(sentence.text.split()) > _SHORT or not _SHORT_NO.search(sentence.text):
        return False
    return answer.start <= sentence.start < answer.end
