"""What the agent decides about questions survives reading the mail again."""

from dataclasses import replace

from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.answer_state import NO_DECISIONS
from composer.questions.decisions import (
    added,
    anchor_of,
    anchored,
    decided,
    dismissed,
    merged,
    question_at,
    restored,
    split,
)
from composer.questions.find import find_questions
from composer.questions.understood import UnderstoodMail

TEXT = (
    "Hello,\n\nDoes it work with PHP 8? Where is the log? The old one was red.\n\n"
    "See you. Is it on? Well. Is it on?"
)


def mail_of(text: str = TEXT) -> UnderstoodMail:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, Role.OWN, start))
        start += len(line) + 1
    return UnderstoodMail(Message("", Address(), text), tuple(lines), "en", find_questions(text, lines))


def test_an_anchor_is_words_and_neighbours():
    """It names the question's words between « », readable and without offsets."""
    mail = mail_of()
    assert anchor_of(mail.questions[1], mail) == "with php 8 « where is the log » the old one"


def test_dismissed_questions_are_found_again_in_a_longer_mail():
    """The mail may come in again with more text above it."""
    mail = mail_of()
    decisions = dismissed(NO_DECISIONS, mail.questions[1], mail)
    again = mail_of("Dear all, once more.\n\n" + TEXT)
    (found,) = anchored(decisions.dismissed, again)
    assert next(question for question in again.questions if question.id == found).text == "Where is the log?"
    assert restored(decisions, mail.questions[1], mail) == NO_DECISIONS


def test_equal_questions_are_told_apart_by_their_neighbours():
    """The same words twice are two questions."""
    mail = mail_of()
    first, second = mail.questions[2:4]
    assert question_at(anchor_of(first, mail), mail) is first
    assert question_at(anchor_of(second, mail), mail) is second


def test_added_words_become_a_question_in_its_place():
    """A sentence that nobody saw as a question is one when the agent says so."""
    mail = mail_of()
    start = TEXT.index("The old one")
    decisions = added(NO_DECISIONS, mail, start, start + len("The old one was red."))
    again = decided(mail, decisions)
    question = next(each for each in again.questions if each.added)
    assert question.text == "The old one was red."
    assert question.id == "q3"
    assert [each.id for each in again.questions] == ["q1", "q2", "q3", "q4", "q5"]
    assert added(decisions, mail, start, start + len("The old one was red.")) == decisions


def test_merged_and_split_questions_stay_verbatim():
    """Two become one stretch; one becomes two."""
    mail = mail_of()
    first, second = mail.questions[:2]
    one = decided(mail, merged(NO_DECISIONS, first, second, mail))
    assert one.questions[0].text == "Does it work with PHP 8? Where is the log?"
    two = decided(mail, split(NO_DECISIONS, first, len("Does it work "), mail))
    assert [each.text for each in two.questions[:2]] == ["Does it work", "with PHP 8?"]
    assert all(TEXT[each.start : each.end] == each.text for each in (*one.questions, *two.questions))


def test_a_merged_question_falls_into_its_parts_when_it_is_cut():
    """Merging is taken back by splitting, also long after it."""
    mail = mail_of()
    decisions = merged(NO_DECISIONS, *mail.questions[:2], mail)
    one = decided(mail, decisions)
    assert len(one.questions) == len(mail.questions) - 1
    apart = split(decisions, one.questions[0], 5, one)
    assert apart == NO_DECISIONS
    assert decided(mail, apart).questions == mail.questions


def test_an_anchor_of_words_that_are_gone_means_nothing():
    """What the mail no longer holds is left out without an error."""
    mail = mail_of()
    decisions = replace(
        NO_DECISIONS, added=("x « words that are not there » y",), split=(("« nor these »", 3),)
    )
    assert decided(mail, decisions).questions == mail.questions
    assert question_at("« nor these »", mail) is None
