"""What a mail's subject asks that its text does not ask itself.

A subject is mostly the mail's title: the text asks the same in other and more words, and whoever answers
that has answered both. Only what the text leaves out is a question of its own ("Refund?" above a mail
about the login).
"""

import re
from collections.abc import Collection, Sequence
from itertools import groupby

from composer.questions.ask import Ask
from composer.questions.asks import asks_in
from composer.questions.content_words import content_words
from composer.questions.plain_words import plain
from composer.questions.question import AnswerType, Form

_LEAD = re.compile(
    r"(?:\s*(?:re|aw|fwd?|wg|sv|antw|rv|tr|enc|res)\s*:|\s*\[[^\]]{0,60}\])*\s*", re.IGNORECASE
)
_REPLY = re.compile(r"\s*(?:re|aw|sv|antw|res)\s*:", re.IGNORECASE)
# An answer to one of these says nothing to another; all other types an answer to either may meet.
_SPECIFIC = (AnswerType.WHEN, AnswerType.WHERE, AnswerType.WHO, AnswerType.WHY, AnswerType.HOW_MANY)
_CLOSED = {AnswerType.YES_NO, AnswerType.CHOICE}
# How much of a subject has to be asked again: by an ask of its own type, by one of another.
_ENOUGH, _ENOUGH_OF_ANOTHER = 0.7, 0.85
# What a word counts that the text says, but not where it asks; and what the asking must say of a subject.
_ELSEWHERE = 0.7
_LEAST = 0.3
# Titles of no particular mail; a subject of one word that asks without a question mark is one, too.
_SAYS_LITTLE = frozenset(
    content_words(
        "advice bug enquiry error feature info information inquiry issue request seeking several support"
        " trouble urgent anfrage dringend fehler frage hilfe aide demande erreur renseignement ayuda consulta"
        " duda urgente fout hulp vraag ajuda duvida erro pedido"
    )
)
# "Questions on the agreement", "The move - our questions": a title of what the text will ask.
_ANNOUNCES = re.compile(
    r"(?:(?:an?|some|several|few|our|my|quick|short|more|further|two|three|eine?|einige|zwei|unas?|une|deux|een)\s+)*"
    r"(?:questions?|quer(?:y|ies)|(?:an)?fragen?|preguntas?|consultas?|dudas?|vragen|vraag|perguntas?|duvidas?)\b.*[^?]"
    r"|.*(?:[-:,]\s*|\s)(?:our|my|some|few|unsere|meine|nuestras|mis|nos|mes|onze|mijn|nossas) "
    r"(?:questions|fragen|preguntas|vragen|perguntas)"
)
# "Is that possible?" asks what was said before.
_POINTS_BACK = re.compile(
    r"\b(?:this|that|these|those|it|them|one|so|das|dies\w*|es|damit|dafur|dazu|daran|cela|ca|en|y|esto|eso|lo"
    r"|dit|dat|het|hiervoor|daarvoor|isto|isso|disso)\b"
)
_FEW_WORDS = 1
_MOST_READ = 50_000
_SAME_BEGINNING = 4
_PHRASAL = re.compile(
    r"\b(log|sign|set|back|check|opt|roll|start|shut|time)[ -](in|up|on|out|off|down|back)\b"
)


def subject_asks(subject: str, language: str, text: str, asks: Sequence[Ask]) -> list[Ask]:
    """Return what a subject asks (offsets and group -1) beside the ``asks`` in the writer's own ``text``."""
    lead = _LEAD.match(subject)
    begin = lead.end() if lead else 0
    if begin and _REPLY.match(subject):
        return []
    asked = [
        ask
        for ask in asks_in(subject, language, begin)
        if not _ANNOUNCES.fullmatch(plain(ask.text)) and (_is_about(ask) or not (asks or _is_word(ask)))
    ]
    said = _stems(text[:_MOST_READ]) if asked and asks else frozenset()
    return [ask._replace(start=-1, end=-1, group=-1) for ask in asked if not _asked_again(ask, asks, said)]


def _is_word(ask: Ask) -> bool:
    return len(ask.text.split()) < 2


def _is_about(ask: Ask) -> bool:
    """Tell whether a subject names a matter of its own; one word does so with a question mark only."""
    return bool(_wanted(ask)) and (ask.text.endswith("?") or not _is_word(ask))


def _wanted(ask: Ask) -> frozenset[str]:
    return _stems(ask.text) - _SAYS_LITTLE


def _asked_again(ask: Ask, asks: Sequence[Ask], said: Collection[str]) -> bool:
    """Tell whether a text that says certain stems asks again what its subject asks."""
    if not asks:
        return False
    wanted = _wanted(ask)
    elsewhere = _share(wanted, said)
    sentences = [list(parts) for _, parts in groupby(asks, key=lambda part: part.group)]
    return any(_repeats(ask, wanted, parts, elsewhere) for parts in sentences)


def _repeats(ask: Ask, wanted: Collection[str], parts: Sequence[Ask], elsewhere: float) -> bool:
    """Tell whether the parts of one sentence ask what a subject asks."""
    fitting = [part for part in parts if _compatible(ask, part)]
    if not fitting:
        return False
    stems = {stem for part in parts for stem in _stems(part.text)}
    here = _share(wanted, stems)
    if here < _LEAST and len(stems) > _FEW_WORDS and not any(_points_back(part) for part in parts):
        return False
    alike = any(_same_type(ask, part) for part in fitting)
    return here + _ELSEWHERE * (elsewhere - here) >= (_ENOUGH if alike else _ENOUGH_OF_ANOTHER)


def _compatible(ask: Ask, part: Ask) -> bool:
    return _same_type(ask, part) or not {ask.answer_type, part.answer_type}.intersection(_SPECIFIC)


def _same_type(ask: Ask, part: Ask) -> bool:
    """Tell whether one answer fits both; a subject without a verb ("50 seats?") leaves its type open."""
    types = {ask.answer_type, part.answer_type}
    return len(types) == 1 or types == _CLOSED or ask.form is Form.ELLIPTICAL


def _points_back(part: Ask) -> bool:
    return _POINTS_BACK.search(plain(part.text)) is not None


def _stems(text: str) -> frozenset[str]:
    return frozenset(content_words(_PHRASAL.sub(r"\1\2", text.lower())))


def _share(wanted: Collection[str], stems: Collection[str]) -> float:
    """Return how many of some stems stand among others, beginnings of words included, 0 to 1."""
    found = sum(1 for stem in wanted if stem in stems or any(_alike(stem, other) for other in stems))
    return found / len(wanted)


def _alike(one: str, other: str) -> bool:
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    # The stem of "order" is "ord", that of "ordered" is "order".
    return longer.startswith(shorter) and (len(shorter) >= _SAME_BEGINNING or longer == f"{shorter}er")
