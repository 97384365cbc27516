"""The answer map: which passage of a draft answers which question, and how far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.draft import Draft
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.answer_state import NO_DECISIONS, State
from composer.questions.decisions import dismissed, linked
from composer.questions.find import find_questions
from composer.questions.understood import UnderstoodMail

MAIL = """Hi,

Does it work with PHP 8.2? And how do I change the colour of the calendar?

1. When will version 3 be out?
2. Can you send me the invoice for September?
"""


def mail_of(text: str = MAIL) -> UnderstoodMail:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, Role.OWN, start))
        start += len(line) + 1
    return UnderstoodMail(Message("", Address(), text), tuple(lines), "en", find_questions(text, lines))


def states(draft: str, mail: UnderstoodMail | None = None) -> list[str]:
    return [state.state.value for state in map_answers(Draft(draft), mail or mail_of())]


def under(question: str, answer: str) -> str:
    return f"> {question}\n\n{answer}\n\n"


def test_an_empty_draft_answers_nothing():
    """Every question starts unanswered, without a passage."""
    found = map_answers(Draft(""), mail_of())
    assert {state.state for state in found} == {State.UNANSWERED}
    assert {state.answer for state in found} == {None}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("Yes, from version 2.4 on.", "answered"),
        ("No idea about this one.", "unanswered"),
        ("I don't know.", "unanswered"),
        ("By Thursday 12 March, 15:00 ET, I'll tell you.", "promised"),
        ("I will check with our developers and tell you by Friday, 14:00 CET.", "promised"),
        ("Which server do you use?", "asked-back"),
        ("Could you tell me which server you use?", "asked-back"),
        ("", "unanswered"),
        ("I don't know about 8.2 exactly. With 8.1 it works.", "answered"),
    ],
)
def test_what_stands_under_a_quoted_question_decides(answer, state):
    """An answer, a promise with a time, a counter-question, a shrug, nothing."""
    assert states(under("Does it work with PHP 8.2?", answer))[0] == state


def test_each_answer_goes_to_the_question_above_it():
    """Inline answers are mapped by their place, and the passage is the answer itself."""
    draft = under("Does it work with PHP 8.2?", "Yes.") + under(
        "2. Can you send me the invoice for September?", "It is attached."
    )
    found = map_answers(Draft(draft), mail_of())
    assert [state.answer and state.answer.text for state in found] == ["Yes.", None, None, "It is attached."]
    assert all(draft[s.answer.start : s.answer.end] == s.answer.text for s in found if s.answer)


def test_a_quote_that_was_rewrapped_is_still_the_question():
    """Mail programs wrap quotes anew."""
    draft = "> And how do I change the\n> colour of the calendar?\n\nUnder Settings, Look.\n"
    assert states(draft)[1] == "answered"


def test_numbers_lead_to_the_numbered_questions():
    """A reply without quotes may answer by number, in any order."""
    mail = mail_of("1. Is there a discount?\n2. When does it ship?\n3. Who signs the contract?")
    found = map_answers(Draft("2. On Monday.\n\n3. Our lawyer.\n\n1. Yes, ten per cent."), mail)
    assert [state.answer and state.answer.text for state in found] == [
        "Yes, ten per cent.",
        "On Monday.",
        "Our lawyer.",
    ]


def test_answers_in_one_paragraph_are_told_apart():
    """A reply in one paragraph is read sentence by sentence."""
    mail = mail_of(
        "Do you ship to Norway? How long does the delivery take? What does the express delivery cost?"
    )
    draft = "Yes, we ship to Norway. The delivery takes five days. Express delivery costs 12 euros."
    assert [state.answer and state.answer.text for state in map_answers(Draft(draft), mail)] == [
        "Yes, we ship to Norway.",
        "The delivery takes five days.",
        "Express delivery costs 12 euros.",
    ]


def test_a_reply_above_the_whole_quoted_mail_still_answers():
    """Top posting: the mail below the reply says nothing about where answers stand."""
    quoted = "\n".join("> " + line for line in MAIL.split("\n"))
    draft = "Yes, it works with PHP 8.2.\n\nThe colour of the calendar is under Settings, Look.\n\n" + quoted
    assert states(draft)[:2] == ["answered", "answered"]


def test_the_greeting_and_the_name_answer_nothing():
    """A draft of courtesies leaves everything open."""
    assert set(states("Hi Jo,\n\nThank you for your mail.\n\nBest regards,\nSam")) == {"unanswered"}


def test_the_agent_s_word_is_final():
    """A dismissed question stays dismissed; a linked passage answers whatever it says."""
    mail = mail_of()
    decisions = dismissed(NO_DECISIONS, mail.questions[0], mail)
    decisions = linked(decisions, mail.questions[1], mail, "See the film.")
    found = map_answers(Draft("Hello.\n\nSee the film."), mail, decisions)
    assert [state.state for state in found[:2]] == [State.DISMISSED, State.ANSWERED]
    assert found[1].answer is not None
    assert found[1].answer.text == "See the film."


@given(st.text(alphabet=st.sampled_from(list("> \nabYes.?1)n-,")), max_size=200))
def test_any_draft_maps_inside_itself(draft):
    """One state per question, every passage a stretch of the draft."""
    mail = mail_of()
    found = map_answers(Draft(draft), mail)
    assert len(found) == len(mail.questions)
    for state in found:
        if state.answer is not None:
            assert draft[state.answer.start : state.answer.end] == state.answer.text


PLANS = """Hi,

we run two shops. Does one licence cover both shops? How much is the yearly price?
Can we pay by bank transfer?

Also, the calendar stays empty since the update. What can we do about it?
"""


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (
            "One licence covers three shops. The yearly price is 290 euros, bank transfer is possible.\n\n"
            "About the empty calendar: this is a known problem in 2.5. Please update to 2.5.1.",
            ["answered", "answered", "answered", "answered"],
        ),
        (
            "Yes, one licence covers both.\n\nIt is 290 € per year.\n\nYes, bank transfer works.\n\n"
            "Update to 2.5.1.",
            ["answered", "answered", "answered", "answered"],
        ),
        (
            "One licence covers up to three shops. The price is 290 euros per year.",
            ["answered", "answered", "unanswered", "unanswered"],
        ),
        (
            "We are looking into the calendar problem and will let you know by Friday, 13 March, 17:00 CET.",
            ["unanswered", "unanswered", "unanswered", "promised"],
        ),
        ("We will get back to you as soon as possible.", ["unanswered"] * 4),
        ("You will hear from me by Friday, 13 March, 17:00 CET.", ["promised"] * 4),
    ],
)
def test_a_reply_without_quotes_is_mapped_by_what_it_says(draft, expected):
    """Words, shapes and order tell the answers apart; "as soon as possible" promises nothing."""
    assert states(f"Hi Anna,\n\n{draft}\n\nBest regards,\nSam", mail_of(PLANS)) == expected


@pytest.mark.parametrize(
    ("question", "answer", "state"),
    [
        ("Please refund order 5512.", "We will refund it by Friday, 13 March.", "promised"),
        ("Please refund order 5512.", "I have refunded it today.", "answered"),
        ("Will the plugin support PHP 8.3?", "Yes, we will add that in version 3.", "answered"),
        ("When will version 3 be out?", "It will be ready by Friday, 13 March.", "answered"),
        ("When will version 3 be out?", "We are still working on it.", "unanswered"),
    ],
)
def test_a_coming_act_promises_to_a_request_and_answers_a_question(question, answer, state):
    """Who asked for an act wants it done; who asked about the future has the answer."""
    assert states(under(question, answer), mail_of(question)) == [state]
