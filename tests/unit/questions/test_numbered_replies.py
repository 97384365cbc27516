"""Replies that number their answers, or name the question's words, in place of quoting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.draft import Draft
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.find import find_questions
from composer.questions.numbering import labels_in
from composer.questions.understood import UnderstoodMail

ASKED = (
    "Does the export work with PHP 8.2?",
    "When will version 3 be out?",
    "How do I change the colour of the calendar?",
    "Can you send me the invoice for September?",
)
NUMBERED = "Hi,\n\n" + "\n".join(f"{at}. {text}" for at, text in enumerate(ASKED, start=1))
PLAIN = "Hi,\n\n" + "\n".join(ASKED)
ALL = ("Yes.", "On 14 December.", "Settings > Look.", "Attached.")
A, B, C, D = ALL

REPLIES = [
    (f"1) {A}\n2) {B}\n3) {C}\n4) {D}", ALL),
    (f"1) {A} 2) {B} 3) {C} 4) {D}", ALL),
    (f"1. {A} 2. {B} 3. {C} 4. {D}", ALL),
    (f"(1) {A}\n(2) {B}\n(3) {C}\n(4) {D}", ALL),
    (f"**1.** {A}\n\n**2.** {B}\n\n**3.** {C}\n\n**4.** {D}", ALL),
    (f"1 - {A}\n2 - {B}\n3 - {C}\n4 - {D}", ALL),
    (f"Ad 1: {A}\nAd 2: {B}\nAd 3: {C}\nAd 4: {D}", ALL),
    (f"Ad 4: {D}\nAd 2: {B}", (None, B, None, D)),
    (f"Re question 2: {B}\n\nRe question 1: {A}\n\nRe question 4: {D}\n\nRe question 3: {C}", ALL),
    (f"Question 3: {C}\n\nQuestion 1: {A}", (A, None, C, None)),
    (f"Q1: {A}\nQ2: {B}\nQ3: {C}\nQ4: {D}", ALL),
    (f"Zu 1: {A}\nZu 3: {C}", (A, None, C, None)),
    (f"#1 {A}\n#2 {B}\n#4 {D}", (A, B, None, D)),
    (f"Point 2: {B}\nPoints 1 and 4: Yes, attached.", ("Yes, attached.", B, None, "Yes, attached.")),
    (f"First question: {A}\n\nSecond: {B}\n\nThird: {C}\n\nFourth: {D}", ALL),
    (f"My answers in order:\n\n1. {A}\n2. {B}\n3. {C}\n4. {D}", ALL),
    # By the question's words
    (
        "The export works with 8.2.\n\nAbout the colour of the calendar: Settings > Look.",
        ("The export works with 8.2.", None, "About the colour of the calendar: Settings > Look.", None),
    ),
    (
        "As for version 3, it will be out on 14 December. The invoice for September is attached.",
        (
            None,
            "As for version 3, it will be out on 14 December.",
            None,
            "The invoice for September is attached.",
        ),
    ),
]


def mail_of(text: str) -> UnderstoodMail:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, Role.OWN, start))
        start += len(line) + 1
    return UnderstoodMail(Message("", Address(), text), tuple(lines), "en", find_questions(text, lines))


def passages(reply: str, mail: str) -> tuple[str | None, ...]:
    found = map_answers(Draft(f"Hi Jo,\n\n{reply}\n\nBest regards,\nSam\n"), mail_of(mail))
    return tuple(state.answer and state.answer.text for state in found)


@pytest.mark.parametrize("mail", [NUMBERED, PLAIN], ids=["numbered mail", "plain mail"])
@pytest.mark.parametrize(("reply", "answers"), REPLIES)
def test_numbers_and_names_lead_to_the_question(reply, answers, mail):
    """Whatever way a reply counts, each answer goes to the question that it names."""
    assert passages(reply, mail) == answers


@pytest.mark.parametrize("mail", [NUMBERED, PLAIN], ids=["numbered mail", "plain mail"])
def test_steps_are_no_answers_to_other_questions(mail):
    """A list of steps behind its lead-in belongs to the question that the lead-in answers."""
    reply = (
        "You can change the colour of the calendar like this:\n\n"
        "1. Open the settings of the calendar.\n2. Choose Look.\n3. Pick a colour and save."
    )
    first, second, third, fourth = passages(reply, mail)
    assert (first, second, fourth) == (None, None, None)
    assert third is not None


@pytest.mark.parametrize(
    "text",
    [
        "12:00 is fine.",
        "2.5.1 has the fix.",
        "2 - 3 days, I think.",
        "14. December is the day.",
        "10 orders.",
    ],
)
def test_what_only_looks_like_a_number_is_none(text):
    """Times, versions, ranges, dates and amounts number nothing."""
    assert labels_in(text, 0, len(text)) == []


@given(st.text(alphabet=st.sampled_from(list("12) .:\nAd#-QY(*")), max_size=120))
def test_labels_are_in_order_and_inside(text):
    """Labels never run backwards, whatever the text."""
    labels = labels_in(text, 0, len(text))
    assert all(0 <= label.start < label.end <= len(text) for label in labels)
    assert labels == sorted(labels, key=lambda label: label.start)
