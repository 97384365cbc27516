"""Understands a customer's mail: its lines, language, questions, facts, what was tried, the mood."""

from dataclasses import replace

from composer.mail.label import label_lines
from composer.mail.language import language_of
from composer.mail.message import MailKind, Message
from composer.questions.answer_state import NO_DECISIONS, Decisions
from composer.questions.decisions import decided
from composer.questions.facts import facts_in, tried_in
from composer.questions.find import find_questions, own_stretches
from composer.questions.mood import mood_of
from composer.questions.understood import UnderstoodMail
from kb_content.team import Team

MOST_READ = 500_000
# "Please forward this to your postmaster" and "please call my colleague" ask nothing of the agent.
_FROM_MACHINES = (MailKind.BOUNCE, MailKind.AUTO_REPLY)


def understand(
    message: Message, *, team: Team | None = None, decisions: Decisions = NO_DECISIONS
) -> UnderstoodMail:
    """Return everything that is read out of a mail, with the agent's decisions applied.

    Of a text over ``MOST_READ`` code points only that much is read; the message then carries a note.
    Never raises on any text.
    """
    lines = label_lines(message.text, sender=message.sender)
    read = lines
    if len(message.text) > MOST_READ:
        read = tuple(line for line in lines if line.start < MOST_READ)
        note = f"Questions and facts were read in the first {MOST_READ:,} characters of this mail only."
        message = replace(message, notes=(*message.notes, note))
    stretches = own_stretches(message.text, read)
    own = "\n".join(message.text[start:end] for start, end in stretches)
    language = language_of(own or message.subject)
    questions = find_questions(message.text, read, subject=message.subject, language=language)
    if message.kind in _FROM_MACHINES:
        questions = ()
    mood = mood_of(own, language)
    understood = UnderstoodMail(
        message=message,
        lines=lines,
        language=language,
        questions=questions,
        facts=facts_in(message.text, read, subject=message.subject, team=team),
        tried=tried_in(message.text, stretches, language),
        mood=mood.mood,
        mood_words=mood.words,
        urgent=mood.urgent,
    )
    return decided(understood, decisions)
