"""answer-type-mismatch: asked when, told something else; asked how many, told no number."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.reply import Reply, moment_of
from composer.lint.reply_text import stems
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.lint.sentences import sentences_of
from composer.questions.answer_state import QuestionState, State
from composer.questions.question import AnswerType
from composer.when.eta import find_times

_SOME_TIME = re.compile(
    r"\b(?:already|yesterday|today|now|never|always|immediately|instantly|at once|automatically|once|after|before|when|whenever|"
    r"as soon as|until|since|ago|every|daily|weekly|monthly|hour|day|week|month|year|no date|not know|don['’]t know|cannot say|"
    r"can['’]t say|not sure|first thing|end of|done|shipped|arrived|sent|\d)\b|\d",
    re.IGNORECASE,
)
_SOME_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|none|no|zero|any|all|both|"
    r"unlimited|free|half|double|single|several|many|few|every|as many|as much|no limit|nothing|not know|don['’]t know|not sure|"
    r"list|table|attached|here|prices?|pricing|page|twice|ein(?:e[nrs]?|mal)?|zwei(?:mal)?|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend|hundert|tausend|kein\w*|alle[rs]?|beide|kostenlos|"
    r"kostenfrei|gratis|umsonst|unbegrenzt|beliebig|so viele?|jede[rs]?|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|cien|ciento|mil|ningun[oa]?|ambos|tod[oa]s|gratuit\w*|ilimitad\w*|"
    r"un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|cent|mille|aucune?|tous|toutes|illimité\w*)\b|[€$£]",
    re.IGNORECASE,
)
_SAYS_WHY_NOT = re.compile(
    r"\?|\b(?:let you know|get back|find out|check|ask|not|n['’]t|see|link|guide|depends?)\b|https?:",
    re.IGNORECASE,
)
# The cause instead of the day: a past event says nothing about when.
_BECAUSE = re.compile(
    r"\b(?:because|since|due to|owing to|the (?:reason|cause)|as a result|weil|wegen|da (?:die|der|das)|grund|porque|debido a|a causa|parce que|à cause|en raison)\b",
    re.IGNORECASE,
)
_WHEN_EVENT = re.compile(
    r"\b(?:as soon as|once|until|when|after|before|not know|don['’]t know|cannot say|can['’]t say|not sure|no date|unclear|open again|again (?:from|on|in)|reopens?|today|tomorrow|now|at once|"
    r"sobald|bis|wenn|nachdem|heute|morgen|noch nicht|hasta|cuando|en cuanto|mañana|hoy|jusqu|dès|quand|demain|aujourd)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:took|came|was|were|had|did|went|broke|fell|blew|hit|got|made|\w{2,}ed|war|waren|hatte|wurde|fue|era|estaba|était|a été|\w+(?:ó|aron|ieron))\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:every|each|daily|usually|jede[nrs]?|täglich|cada|todos los|chaque|tous les)\b", re.IGNORECASE
)
_WILL = re.compile(
    r"\b(?:will|is going|are going|can|opens?|arrives?|comes?|leaves?|wird|werden|será|sera|seront)\b|['’]ll\b",
    re.IGNORECASE,
)
_ASKS_PAST = re.compile(r"\b(?:did|was|were|has|have|wurde|war|hat|haben|fue|ha|a été|avez)\b", re.IGNORECASE)


def _check(reply: Reply) -> Iterator[Hit]:
    for state in reply.states:
        if state.state is not State.ANSWERED or state.answer is None:
            continue
        if is_own(reply, state.answer.start, state.answer.end):
            hit = _mismatch(reply, state)
            if hit is not None:
                yield hit


def _mismatch(reply: Reply, state: QuestionState) -> Hit | None:
    assert state.answer is not None
    words, kind = state.answer.text, state.question.answer_type
    if len(words.split()) > 60 or _SAYS_WHY_NOT.search(words):
        return None
    if kind is AnswerType.WHEN:
        times = find_times(words, now=moment_of(reply.context), language=reply.language)
        told = times or _SOME_TIME.search(words)
        missing = "" if told else "asks when, and this names no time"
        if not missing and _tells_why(reply, state, words):
            missing = "asks when, and this says why"
    elif kind is AnswerType.HOW_MANY:
        missing = "" if _SOME_NUMBER.search(words) else "asks how much or how many, and this names no number"
    else:
        return None
    if not missing:
        return None
    start = state.answer.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Hit(start, end, f"Question {state.question.number} {missing}.", question=state.question.id)


def _tells_why(reply: Reply, state: QuestionState, words: str) -> bool:
    """Tell whether an answer begins with a cause, and no sentence about what is to come names a time."""
    sentences = sentences_of(words)
    begins = [one.text for one in sentences[:2]]
    if _ASKS_PAST.search(state.question.text) or not any(_BECAUSE.search(one) for one in begins):
        return False
    asked = stems(state.question.text)
    for sentence in sentences:
        if _WHEN_EVENT.search(sentence.text):
            return False
        is_past = bool(_PAST.search(sentence.text)) and not _WILL.search(sentence.text)
        is_past = is_past or _HABIT.search(sentence.text) is not None
        times = find_times(sentence.text, now=moment_of(reply.context), language=reply.language)
        if not is_past and any(time.is_dated for time in times) and asked & stems(sentence.text):
            return False
    return True


def _asked(answer: str, question: str = "When will it ship?", kind: str = "when") -> Example:
    text = answer.replace("«", "").replace("»", "")
    return Example(
        f"> {question}\n\n{answer}\n", mail=question, questions=((question, kind, "answered", text),)
    )


_REOPENS = ("When does the gallery open again?", "when")
_HOW_MANY = ("How many seats are in the plan?", "how-many")

RULE = Rule(
    id="answer-type-mismatch",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="The answer is to another question",
    finds=(
        "A question that asks when, and an answer without any time, or with the cause in its place; a "
        "question that asks how many or how much, and an answer without any number. What says that it "
        "depends, or that you will find out, passes."
    ),
    why="Whoever asks when is told when, and need not ask a second time.",
    reads=WholeReply(_check),
    bad=(
        _asked("«The parcel is packed with care.»"),
        _asked("«The plan grows with your team.»", *_HOW_MANY),
        _asked("«The gallery is closed because the storm in September took off the roof.»", *_REOPENS),
    ),
    good=(
        _asked("It ships on 6 March."),
        _asked("The plan has 50 seats.", *_HOW_MANY),
        _asked("The gallery opens again on 6 April.", *_REOPENS),
    ),
    quiet=(
        _asked("It shipped yesterday."),
        _asked("As soon as the payment is in."),
        _asked("I do not know yet."),
        _asked("As many as you like, there is no limit.", *_HOW_MANY),
        _asked("Yes, it is packed with care.", "Is it packed?", "yes-no"),
        _asked("The roof is being repaired, because of the storm; the gallery opens on 6 April.", *_REOPENS),
        _asked("Because of the storm it stays closed until the roof is on.", *_REOPENS),
    ),
)
