"""Replies as agents write them: touching a question leaves it open, answers need none of its words."""

import pytest

from composer.draft import Draft
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.answer_state import QuestionState
from composer.questions.content_words import meant_words
from composer.questions.question import AnswerType, Form, Question
from composer.questions.understood import UnderstoodMail

LAMP = (
    ("Please send me a new shade.", "action"),
    ("Does the warranty run on?", "yes-no"),
    ("When are the red lamps back?", "when"),
)
TENT = (
    ("Is the tent free from 5 to 12 August?", "yes-no"),
    ("How much is the deposit?", "how-many"),
    ("Can we bring it back on a Sunday?", "yes-no"),
)


def states_of(asked: tuple[tuple[str, str], ...], reply: str) -> tuple[QuestionState, ...]:
    text, questions = "Hello,\n\n", []
    for number, (words, answer_type) in enumerate(asked, 1):
        start = len(text)
        form = Form.IMPERATIVE if answer_type == "action" else Form.INTERROGATIVE
        questions.append(
            Question(f"q{number}", words, form, AnswerType(answer_type), number, start, start + len(words))
        )
        text += f"{words} "
    mail = UnderstoodMail(
        Message("", Address(), text), (Line(text, Role.OWN, 0),), "en", tuple(questions), (), ()
    )
    return map_answers(Draft(f"Hi Jo,\n\n{reply}\n\nBest regards,\nSam\n"), mail)


def kinds(asked: tuple[tuple[str, str], ...], reply: str) -> list[str]:
    return [each.state.value for each in states_of(asked, reply)]


@pytest.mark.parametrize(
    "touch",
    [
        "I know lots of people are waiting for the red lamps.",
        "We understand that you would like to know when the red lamps are back.",
        "The red lamps are a favourite in our shop, too.",
        "As for the red lamps, we have noted that you would like one.",
        "Many customers ask about the red lamps.",
        "Thank you for your interest in the red lamps!",
        "Have a look at our new collection of red lamps.",
        "When the red lamps are back depends on many things.",
        "We hope you will like the red lamps.",
        "Wir verstehen gut, dass Sie auf die red lamps warten.",
    ],
)
def test_touching_a_question_is_no_answer(touch):
    """Empathy, praise, restating, selling and generalities leave a question open, whatever they name."""
    reply = f"A new one goes out to you today. It does, for two more years.\n\n{touch}"
    assert kinds(LAMP, reply) == ["answered", "answered", "unanswered"]


@pytest.mark.parametrize(
    "below",
    [
        "Very good question, many people forget that one!",
        "I'm really sorry, this should not have happened.",
        "You asked when the red lamps are back.",
        "We have noted your question about the red lamps.",
        "Red lamps are getting more and more popular!",
        "We take such things very seriously.",
    ],
)
def test_a_quoted_question_needs_matter_below_it(below):
    """Position is strong evidence, but no proof."""
    reply = (
        f"> Please send me a new shade.\n\nIt left this morning.\n\n> When are the red lamps back?\n\n{below}"
    )
    assert [kinds(LAMP, reply)[at] for at in (0, 2)] == ["answered", "unanswered"]


@pytest.mark.parametrize(
    ("asked", "answer_type", "below"),
    [
        ("Do you offer phone support?", "yes-no", "No, we answer by mail."),
        (
            "How do I lengthen the number range?",
            "how-to",
            "That is a matter of your licence, Pro has six digits.",
        ),
        (
            "How do I get the scratch off the edge?",
            "how-to",
            "A walnut, and then a drop of oil: that was all for ours.",
        ),
        ("Wie lege ich den Nummernkreis an?", "how-to", "Unter Stammdaten, Belege, der dritte Reiter."),
        (
            "Please put the test database back.",
            "action",
            "The copy from 31 December is where the old one was.",
        ),
    ],
)
def test_below_its_question_an_answer_may_have_any_shape(asked: str, answer_type: str, below: str) -> None:
    """Its place speaks for it; only a number and a time are insisted on there."""
    assert kinds(((asked, answer_type),), f"> {asked}\n\n{below}") == ["answered"]


@pytest.mark.parametrize(
    ("wanted", "below", "state"),
    [
        ("how-many", "It is to be paid by card when you fetch the tent.", "unanswered"),
        ("how-many", "Forty euros.", "answered"),
        ("how-many", "We ask for none.", "answered"),
        ("when", "It is wrapped and labelled in the hub.", "unanswered"),
        ("when", "Once the bridge is open again.", "answered"),
        ("action", "My colleague did it this morning.", "answered"),
        ("action", "That isn't possible, I'm afraid.", "answered"),
    ],
)
def test_who_asks_how_many_wants_a_number(wanted, below, state):
    """A sentence on the topic that lacks what was asked for is no answer; a refusal is."""
    asked = (("Could you tell me about the deposit of the tent", wanted), TENT[0])
    reply = f"> {asked[0][0]}\n\n{below}\n\n> {asked[1][0]}\n\nYes."
    assert kinds(asked, reply)[0] == state


@pytest.mark.parametrize(
    "reply",
    [
        "It's booked for you. 60 euros, by card. We're closed that day, but there is a shed, code 4590.",
        "It's booked for you.\n\n60 euros, by card.\n\nWe're closed that day, but the shed is open.",
        "Here we go:\n\n1. It's booked for you.\n2. 60 euros.\n3. No, we're closed.",
        "gladly:\n\n- It's booked for you.\n- 60 euros.\n- No, we're closed.",
        "**Dates:** it's booked for you.\n**Deposit:** 60 euros.\n**Return:** no, we're closed.",
        "It's booked for you; we take 60 euros.\n\nOn that day put it into the shed by the door.",
    ],
)
def test_answers_in_order_need_no_words_of_their_questions(reply):
    """Agents go through a mail in its order; sentences, paragraphs, items and halves answer one by one."""
    assert kinds(TENT, reply) == ["answered", "answered", "answered"]


def test_letters_number_answers():
    """ "a." and "b." count like 1 and 2 where the list has both."""
    asked = (("Which plan do we need?", "choice"), ("Will users keep their history?", "yes-no"))
    found = states_of(asked, "b. They are matched by address.\na. Business or above.")
    assert [each.answer and each.answer.text for each in found] == [
        "Business or above.",
        "They are matched by address.",
    ]


def test_a_whole_mail_quoted_above_the_reply_says_nothing_of_places():
    """Only what stands below a quote of single questions answers these."""
    quote = "\n".join(f"> {words}" for words, _ in TENT)
    found = states_of(TENT, f"{quote}\n\nIt's booked for you. 60 euros. No, we're closed.")
    assert [each.answer and each.answer.text for each in found] == [
        "It's booked for you.",
        "60 euros.",
        "No, we're closed.",
    ]


@pytest.mark.parametrize(
    "goodbye",
    ["Ship ahoy\nKaisa", "Fly safe\nSunny", "Mind that knee!\nBenedikt", "Greetings from the coast\nVera"],
)
def test_a_few_words_over_a_name_are_a_goodbye(goodbye):
    """They answer nothing, even below a quote."""
    text = f"> {TENT[0][0]}\n\nYes.\n\n> {TENT[2][0]}\n\nVery good question!\n\n{goodbye}"
    assert kinds(TENT, text)[2] == "unanswered"


@pytest.mark.parametrize(
    ("below", "state"),
    [
        ("She rings you tomorrow before 13:00.", "promised"),
        ("Expect a line from me on Thursday before 4 pm.", "promised"),
        ("Our owner decides that, she'll drop you a line by Sunday evening.", "promised"),
        ("The system mails you one for each booking.", "answered"),
        ("Is it the old one? The two are quite different things.", "asked-back"),
        ("I can't tell, that depends on the weather.", "unanswered"),
        ("I have passed it on to our claims department.", "unanswered"),
    ],
)
def test_what_a_reply_does_with_a_question(below, state):
    """Others promise as well as the writer; a remark beside a counter-question answers nothing."""
    assert kinds(TENT, f"> {TENT[2][0]}\n\n{below}")[2] == state


def test_what_may_be_meant_as_the_answer_is_named():
    """An open question knows the passage that stands where its answer should, if that carries any matter."""
    found = states_of(TENT, f"> {TENT[1][0]}\n\nIt is to be paid by card when you fetch it.")[1]
    assert found.answer is None
    assert found.perhaps is not None
    assert found.perhaps.text.startswith("It is to be paid")
    assert states_of(TENT, f"> {TENT[1][0]}\n\nVery good question!")[1].perhaps is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does the postage cost?", "It is free of charge for you."),
        ("Can you reimburse me?", "We credit it to your card."),
        ("I would like you to phone me.", "We'll give you a ring."),
        ("What about the bill?", "The invoice is attached."),
        ("Was macht die Erstattung?", "Die Gutschrift ist unterwegs."),
        ("¿Y el reembolso?", "El abono ya está hecho."),
    ],
)
def test_words_of_the_trade_mean_the_same(question, answer):
    """An answer that says it in other words is found where its topic is the only clue."""
    assert set(meant_words(question)) & set(meant_words(answer))
