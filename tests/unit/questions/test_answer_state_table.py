"""What a customer would say of an answer: a readable table of questions, answers and states."""

import pytest

from composer.draft import Draft
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.find import find_questions
from composer.questions.understood import UnderstoodMail

WHEN = "The reminder mails name the wrong date. When will that be fixed?"
WORKS = "Does the export work with PHP 8.2?"
WHY = "Why are the blocked times no longer read?"
HOW = "How do I let customers pause a subscription themselves?"
REFUND = "Please refund order 5512."
WHERE = "Where do I find the list of renewals?"
PRICE = "How much is the yearly licence?"

TABLE = [
    # promised: not the thing itself, but a time by which there will be news or the deed
    (WHEN, "We are working on it. I will write to you by Thursday 26 November 2026, 15:00 CET.", "promised"),
    (
        WHEN,
        "The fix is planned for version 4.2.2. I write to you by Thursday 26 November 2026, 15:00 CET.",
        "promised",
    ),
    (WHEN, "You have my answer by Friday, 27 November, 12:00 CET.", "promised"),
    (WHY, "We will look into this and report back by Monday, 23 November, 17:00 CET.", "promised"),
    (WORKS, "I'm not sure. I'll ask our developers and tell you tomorrow by 15:00 CET.", "promised"),
    (WORKS, "Good question. Let me check, you will hear from me by Friday, 27 November.", "promised"),
    (REFUND, "We will refund it by Friday, 27 November.", "promised"),
    (
        WHEN,
        "Until then, switch off “Early reminders”. I write to you by Thursday 26 November, 15:00 CET.",
        "promised",
    ),
    (WHEN, "Mira will write to you tomorrow at 10:00.", "promised"),
    (HOW, "I have asked our developers and come back to you by Tuesday, 24 November, 10:00 CET.", "promised"),
    # answered: the customer knows it now, or it is done
    (WHEN, "It will be fixed in version 4.2.2, which comes out on Thursday 26 November 2026.", "answered"),
    (WHEN, "It has been fixed since yesterday.", "answered"),
    (WORKS, "Yes, from version 4.2 on.", "answered"),
    (WORKS, "Unfortunately not.", "answered"),
    (
        WORKS,
        "I don't know about 8.2.12, but 8.2.0 to 8.2.11 work. I'll write again by Friday, 27 November.",
        "answered",
    ),
    (WHY, "The calendar key has expired. Open Settings and connect it again.", "answered"),
    (
        WHY,
        "This is a bug in 3.7.1, the blocked times are read from the wrong calendar. "
        "I'll write to you by Friday, 27 November, when the fix is out.",
        "answered",
    ),
    (HOW, "Open Settings > Customer actions and switch on “Pause”.", "answered"),
    (REFUND, "I have refunded it today.", "answered"),
    (REFUND, "We cannot refund orders that are older than a year.", "answered"),
    (WHERE, "Under Lantern > Reports.", "answered"),
    (PRICE, "It is 290 euros.", "answered"),
    (REFUND, "Done.", "answered"),
    (HOW, "Have you seen Settings > Customer actions? Switch on “Pause” there. Does this help?", "answered"),
    # asked back: the next word is the customer's
    (WHEN, "Which version do you run?", "asked-back"),
    (WORKS, "Do you mean the daily export or the one for accounts?", "asked-back"),
    (WHY, "Could you send us the log of the calendar?", "asked-back"),
    (WHY, "To answer this I need to know which calendar you use.", "asked-back"),
    (WHY, "Please send me the calendar's address, then I can look.", "asked-back"),
    (REFUND, "To which account should we send the money?", "asked-back"),
    (HOW, "Good question! Do you use the old or the new account page?", "asked-back"),
    # unanswered: words, and nothing that the customer could use
    (WHEN, "We will look into this as soon as possible.", "unanswered"),
    (WHEN, "Soon.", "unanswered"),
    (WHEN, "We are working on it.", "unanswered"),
    (WHEN, "Our developers will check it shortly and get back to you.", "unanswered"),
    (WORKS, "No idea about this one.", "unanswered"),
    (WORKS, "I'm not sure, sorry.", "unanswered"),
    (WORKS, "Good question.", "unanswered"),
    (WORKS, "Thanks for asking!", "unanswered"),
    (WHY, "I have passed this on to our developers.", "unanswered"),
    (WHY, "That's odd. We apologise for the inconvenience.", "unanswered"),
    (HOW, "I don't know that one, sorry.", "unanswered"),
    (HOW, "Let me check.", "unanswered"),
    (REFUND, "We will look at it when we can.", "unanswered"),
    (WHERE, "Hm, no clue.", "unanswered"),
    (WORKS, "Maybe.", "unanswered"),
    (WORKS, "I'd have to ask, sorry. Is there anything else I can help with?", "unanswered"),
    (WHY, "We don't know yet why. We are investigating and keep you posted.", "unanswered"),
    (PRICE, "I would have to ask our sales team.", "unanswered"),
]


def mail_of(text: str) -> UnderstoodMail:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, Role.OWN, start))
        start += len(line) + 1
    return UnderstoodMail(Message("", Address(), text), tuple(lines), "en", find_questions(text, lines))


@pytest.mark.parametrize(("question", "answer", "state"), TABLE)
def test_an_answer_below_its_quoted_question(question, answer, state):
    """The state is what the customer would say, read under the question."""
    mail = mail_of(question)
    (found,) = map_answers(Draft(f"Hi Jo,\n\n> {question}\n\n{answer}\n\nBest regards,\nSam\n"), mail)
    assert found.state == state
    assert (found.answer is None) == (state == "unanswered")


@pytest.mark.parametrize(("question", "answer", "state"), TABLE)
def test_an_answer_to_the_only_question_without_a_quote(question, answer, state):
    """A mail that asks one thing is answered by what the reply says, quote or not."""
    (found,) = map_answers(Draft(f"Hi Jo,\n\n{answer}\n\nBest regards,\nSam\n"), mail_of(question))
    assert found.state == state
