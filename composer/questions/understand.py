"""Understands a customer's mail: its lines, language, questions, facts, what was tried, the mood."""

from dataclasses import replace

from composer.mail.away import answers_for_the_absent
from composer.mail.label import label_lines
from composer.mail.language import language_of
from composer.mail.lines import Line
from composer.mail.message import MailKind, Message
from composer.questions.answer_state import NO_DECISIONS, Decisions
from composer.questions.decisions import decided
from composer.questions.facts import facts_in, tried_in
from composer.questions.find import find_questions
from composer.questions.mood import mood_of
from composer.questions.own_words import own_stretches
from composer.questions.plans import plans_in
from composer.questions.question import Question
from composer.questions.understood import UnderstoodMail
from kb_content.team import Team

MOST_READ = 500_000
MOST_QUESTIONS = 100
# "Please forward this to your postmaster" and "please call my colleague" ask nothing of the agent.
_FROM_MACHINES = (MailKind.BOUNCE, MailKind.AUTO_REPLY)


def understand(
    message: Message, *, team: Team | None = None, decisions: Decisions = NO_DECISIONS
) -> UnderstoodMail:
    """Return everything that is read out of a mail, with the agent's decisions applied.

    Of a text over ``MOST_READ`` code points only that much is read, and ``MOST_QUESTIONS`` are kept; the
    message then carries a note.
    Never raises on any text.
    """
    lines = label_lines(message.text, sender=message.sender)
    read = _first_part(lines)
    stretches = own_stretches(message.text, read, message.subject)
    own = "\n".join(message.text[start:end] for start, end in stretches)
    language = _language_of(own, message.subject)
    found = () if _is_from_machine(message) else _found(message, read, language, stretches)
    mood = mood_of(own, language)
    understood = UnderstoodMail(
        message=_noted(message, len(found)),
        lines=lines,
        language=language,
        questions=found[:MOST_QUESTIONS],
        facts=facts_in(message.text, read, subject=message.subject, team=team),
        tried=tried_in(message.text, stretches, language),
        mood=mood.mood,
        mood_words=mood.words,
        urgent=mood.urgent,
        plans=plans_in(message.text, stretches, found, language),
    )
    return decided(understood, decisions)


def _is_from_machine(message: Message) -> bool:
    return message.kind in _FROM_MACHINES or (
        message.kind is MailKind.PERSONAL and answers_for_the_absent(message.subject, message.text)
    )


def _language_of(own: str, subject: str) -> str:
    """Return the language of the own words; of too few to tell, with that of the subject."""
    language = language_of(own or subject)
    return language if language != "und" or not own else language_of(f"{subject}\n{own}")


def _found(
    message: Message, lines: tuple[Line, ...], language: str, own: list[tuple[int, int]]
) -> tuple[Question, ...]:
    return find_questions(message.text, lines, subject=message.subject, language=language, own=own)


def _first_part(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines that are read, the last of them cut."""
    if not lines or lines[-1].start + len(lines[-1].text) <= MOST_READ:
        return lines
    return tuple(
        line._replace(text=line.text[: MOST_READ - line.start]) for line in lines if line.start < MOST_READ
    )


def _noted(message: Message, asked: int) -> Message:
    """Return a message with a note on what was not read or not kept."""
    notes = list(message.notes)
    if len(message.text) > MOST_READ:
        notes.append(
            f"Questions and facts were read in the first {MOST_READ:,} characters of this mail only."
        )
    if asked > MOST_QUESTIONS:
        notes.append(f"This mail asks {asked:,} times; the first {MOST_QUESTIONS} questions are kept.")
    return replace(message, notes=tuple(notes))
