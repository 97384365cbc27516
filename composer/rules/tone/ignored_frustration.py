"""ignored-frustration: the customer is upset, and the reply goes on as if nothing were."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from composer.questions.understood import Mood

_SEES_IT = re.compile(
    r"\b(?:sorry|apolog\w+|i (?:can )?(?:see|understand|get|hear) (?:why|how|that|you)|understandabl\w+|frustrat\w+|annoy\w+|upset\w*|"
    r"you(?:['’]re| are) (?:right|angry)|should(?:n['’]t| not)? have|must (?:be|have been)|that is (?:too long|not good enough|our fault)|our (?:fault|mistake)|"
    r"my (?:fault|mistake)|let you down|not what you|rightly|disappoint\w+|trouble|i would be (?:angry|annoyed)|too long|"
    r"tut mir leid|entschuldig\w+|verstehe|ärger\w*|tut (?:mir|uns)|bedauer\w*|verzeih\w*|nachvollzieh\w*|verständlich|zu recht|sie haben recht|unser(?:e|er)? (?:fehler|schuld)|mein fehler|nicht passieren|"
    r"lo siento|lo sentimos|siento|disculp\w+|lament\w+|entiendo|comprendo|tiene (?:toda la |usted )?razón|(?:nuestro|mi) (?:error|fallo)|perdón|"
    r"désolée?s?|excus\w+|comprends?|comprenons|regrett\w+|navrée?s?|vous avez raison|(?:notre|mon) erreur|pardon)\b",
    re.IGNORECASE,
)
# What happened to them, judged by us as they would judge it: a sentence with such a word sees it, too.
_FEELS_WITH = re.compile(
    r"\b(?:no wonder|of course you|that (?:must|is|was|would)(?:n['’]t)? (?:be |have been |feel )?(?:\w+ ){0,2}(?:bad|rough|hard|awful|horrible|terrible|tiring|exhausting|unpleasant|nasty|stressful|scary|frightening|maddening|wearing|unfair|shabby|poor|shame|mess|pity|nuisance|pain|lot|much|often|many|long|late|fun|way|good|right|fair|okay|ok|acceptable|enough|once)|"
    r"(?:is|was|are|were|makes?|made|must be|must have been|spoils?|what) (?:a |an |for a )?(?:\w+ ){0,2}(?:rough|awful|horrible|terrible|dreadful|miserable|tiring|exhausting|nasty|stressful|maddening|wearing|unfair|shabby|rotten|nightmare|nuisance|disgrace|shame|mess|(?:long|hard|bad|lost|wasted|ruined|cold|sad) (?:day|night|morning|evening|weekend|week|wait|trip|way|start|time|birthday|holiday))|"
    r"(?:twice|three times|four times|a third time|a second time|again|three \w+|two \w+|four \w+|\d+ \w+)[^.!?]{0,50} (?:too (?:many|much|often|long)|one too many|is (?:a lot|enough|more than|no way|not|bad|no)|isn['’]t|should|must|and nobody|for nothing|no longer)|"
    r"(?:should|must|ought to|may) (?:never|not|n['’]t) (?:have )?(?:happen\w*|be\b|been)|shouldn['’]t|(?:is|was) not (?:how|what|the way|good|right|fair|ok|acceptable)|(?:isn|wasn)['’]t (?:how|what|the way|good|right|fair|ok|acceptable)|deserve[sd]?|you (?:had|have) every (?:right|reason)|your (?:anger|patience|disappointment|frustration)|angry|cross|furious|fed up|stranded|unacceptable|inexcusable|"
    r"(?:left|let|leave|leaving|kept|keep) (?:you|your \w+) (?:\w+ )?(?:down|standing|waiting|alone|hanging|in the|on the|without|stranded)|you (?:waited|were left|stood|sat|drove|took|lost|spent|had to|shouldn|came|went)\b[^.!?]{0,60}(?:for nothing|in vain|too|long|because of us|on our account|and (?:we|nobody|no one)|twice|again|whole)|we (?:broke|failed|messed|botched|forgot|lost|missed|wronged|kept you|left you|let you|didn['’]t|did not|never)|(?:it|this|that) (?:is|was) on (?:us|me)|"
    r"(?:das|es) (?:ist|war|wäre|muss|darf|geht|hätte) (?:\w+ ){0,4}(?:ärgerlich|bitter|schlimm|mühsam|unangenehm|schade|hart|anstrengend|zu (?:viel|lang|oft|lange)|zumutung|nicht (?:in ordnung|gut|recht|richtig|passieren|sein|gehen)|kein zustand|mist)|kein wunder|ihr ärger|ihre? (?:geduld|ärger|wut|enttäuschung)|umsonst|(?:zweimal|dreimal|drei|zwei|vier) (?:\w+ ){0,4}(?:zu viel|zu oft|genug|umsonst)|so will|niemand (?:gern|will|möchte)|im stich|hätte(?:n)? (?:\w+ ){0,4}(?:nicht|sollen|müssen|dürfen)|"
    r"(?:eso|esto|es|debe|ha debido|fue|tuvo|qué) (?:\w+ ){0,3}(?:desesperante|duro|malo|mal rato|molesto|injusto|inaceptable|demasiado|largo|frustrante|casualidad|vergüenza|rabia|pena|agotador|desagradable)|no (?:debió|debería|tenía que|puede ser|es justo|es normal|es forma)|(?:dos|tres|cuatro) \w+ (?:\w+ ){0,3}(?:es|son|ya|para)|normal que|su enfado|con razón|razón en|para (?:desesperarse|enfadarse)|en balde|le hemos fallado|le fallamos|"
    r"(?:c['’]est|ce n['’]est|cela|ça|c['’]était|quelle?) (?:\w+ ){0,4}(?:intenable|pénible|dur|long|trop|inacceptable|anormal|normal|désagréable|rageant|frustrant|décevant|dommage|déception|galère|honte|juste|correct)|n['’]aurai(?:t|ent) (?:jamais|pas) dû|votre (?:colère|agacement|déception|patience)|on comprend|à juste titre|pour rien|(?:deux|trois|quatre) \w+ (?:\w+ ){0,3}(?:c['’]est|trop|de trop)|gâch\w+)\b",
    re.IGNORECASE,
)
_FOR_WHATEVER = re.compile(
    r"\b(?:any|whatever|possible|potential) (?:\w+ ){0,3}(?:inconvenience|trouble|disruption|confusion|frustration|issue|problem|difficult|upset|annoyance|bother)|"
    r"\bfor (?:the|this) inconvenience|\bunannehmlichkeit|\bmolestias\b|\bgêne\b|\bdésagrément",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    mail = reply.mail
    if mail is None or mail.mood not in (Mood.FRUSTRATED, Mood.ANGRY):
        return
    if reply.passages and not _is_seen(reply):
        shown = f" (“{' '.join(mail.mood_words[0].split())}”)" if mail.mood_words else ""
        yield Hit(
            None,
            None,
            f"The customer is {mail.mood.value}{shown}: say in a sentence that you see why.",
            about=mail.mood.value,
        )


def _is_seen(reply: Reply) -> bool:
    """Tell whether a sentence sees it; an apology for whatever it may have been sees nothing."""
    seen = (
        one
        for pattern in (_SEES_IT, _FEELS_WITH)
        for placed in reply.passages
        for one, _ in placed.passage.sentences_with(pattern)
    )
    return any(not _FOR_WHATEVER.search(one.text) for one in seen)


_ANGRY = Example("", mail="This is the third time it breaks! I am fed up.", mood="angry")

RULE = Rule(
    id="ignored-frustration",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="The customer is upset, and the reply passes over it",
    finds=(
        "A mail that sounds frustrated or angry, and a reply without a sentence that sees why. An apology "
        "for “any inconvenience” does not count."
    ),
    why="A customer who feels heard can take in the solution.",
    reads=WholeReply(_check),
    bad=drafts(
        "«»Install version 2.11.\n",
        "«»Hi John,\n\nthe cause is known.\n",
        "«»Apologies for any trouble this may have caused. Install 2.11.\n",
        like=_ANGRY,
    ),
    good=drafts(
        "Three times is too long to wait for this. Install version 2.11.\n",
        "Hi John,\n\nI see why you are fed up. The cause is known.\n",
        "I'm sorry that it broke a third time. Install 2.11.\n",
        like=_ANGRY,
    ),
    quiet=(
        *drafts("Install version 2.11.\n", like=Example("", mail="It breaks. What can I do?")),
        *drafts("Install version 2.11.\n"),
        *drafts("I'm sorry that it broke again. Install version 2.11.\n", like=_ANGRY),
    ),
)
