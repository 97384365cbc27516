"""A mail's questions: where they stand, what form they have, what asks nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.mail.lines import Line, Role
from composer.questions.find import find_questions
from composer.questions.pattern_table import PatternFailure, read_table
from composer.questions.question import AnswerType, Form


def lines(text: str) -> tuple[Line, ...]:
    found, start = [], 0
    for line in text.split("\n"):
        role = Role.QUOTED if line.startswith(">") else Role.SIGNATURE if line.startswith("~") else Role.OWN
        found.append(Line(line, role, start))
        start += len(line) + 1
    return tuple(found)


def found(text: str, subject: str = "", language: str = "en"):
    return find_questions(text, lines(text), subject=subject, language=language)


def test_each_question_is_numbered_typed_and_verbatim():
    """Ids count in the mail's order and offsets cut the words out."""
    text = "Hi,\n\nDoes it work with PHP 8? Please send the invoice.\n\nPS: any update on the refund"
    questions = found(text)
    assert [question.id for question in questions] == ["q1", "q2", "q3"]
    assert [question.form for question in questions] == [Form.INTERROGATIVE, Form.IMPERATIVE, Form.ELLIPTICAL]
    assert [question.answer_type for question in questions] == [
        AnswerType.YES_NO,
        AnswerType.ACTION,
        AnswerType.WHEN,
    ]
    assert all(text[question.start : question.end] == question.text for question in questions)


def test_parts_of_one_sentence_share_a_group():
    """Two questions in one sentence are two, of one ask."""
    first, second, third = found("When will it ship and how much is the delivery? Is there a discount?")
    assert first.group == second.group != third.group


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Should I run the failed ones again by hand, or\nwill that make it worse?"),
        ("en", "Has it\nfinished, or can we delete it?"),
        ("de", "Sollen wir warten, oder können Sie das sofort ändern?"),
        ("fr", "Faut-il attendre, ou pouvez-vous le changer tout de suite ?"),
    ],
)
def test_what_or_joins_is_one_question(language, text):
    """A choice is answered once, wherever its line is broken."""
    (question,) = found(text, language=language)
    assert question.text == text


WANTED = """I want to know:

- which of the two payments I have to refund,
- whether this can happen again tomorrow, when our sale starts,
- and why nobody could send me one line.

I have sent you the log twice. Please do not ask me for any of that again.
"""


def test_a_list_asks_item_by_item_and_not_its_lead_in():
    """Each item is a question with a span and an answer type of its own; all are parts of one ask."""
    questions = found(WANTED)
    assert [(question.text.split()[0], question.answer_type.value) for question in questions] == [
        ("which", "choice"),
        ("whether", "yes-no"),
        ("why", "why"),
    ]
    assert {question.group for question in questions} == {1}
    assert all(WANTED[question.start : question.end] == question.text for question in questions)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Please let me know when it ships, what it costs and who installs it.",
            [
                ("Please let me know when it ships", "when"),
                ("what it costs", "how-many"),
                ("who installs it.", "who"),
            ],
        ),
        (
            "Could you explain why the mails are late and how we can\nstop them?",
            [("Could you explain why the mails are late", "why"), ("how we can\nstop them?", "how-to")],
        ),
        ("Let me know whether it works tomorrow, when our sale starts.", None),
        ("I want to know what happens when I cancel.", None),
        ("Tell me whether I should wait or if I can go on.", None),
    ],
)
def test_a_request_that_lists_what_it_wants_to_know_is_several(text, parts):
    """Each listed clause is a question of one ask; "when our sale starts" is none."""
    questions = found(text)
    if parts is None:
        assert [question.text for question in questions] == [text]
    else:
        assert [(question.text, question.answer_type.value) for question in questions] == parts
        assert {question.group for question in questions} == {1}


def test_a_list_ends_where_the_text_goes_on():
    """Items with several sentences are one list; a second list has a lead-in of its own."""
    text = (
        "I want to know:\n\n- the price. For two years.\n- the date\n\nWe have no time.\n\n"
        "We have:\n\n- two shops\n- one server"
    )
    assert [question.text for question in found(text)] == ["the price.", "the date"]
    assert found("- the price\n- the date") == ()


def test_a_lead_in_with_a_colon_gives_way_to_items_that_ask():
    """ "Can you help me with two things:" asks nothing beside what stands in its list."""
    text = "Can you help me with two things:\n\n1. How do I pause a plan?\n2. When does it renew?"
    assert [question.text for question in found(text)] == ["How do I pause a plan?", "When does it renew?"]
    assert len(found("Please cancel these orders:\n\n- LN-1\n- LN-2")) == 1


@pytest.mark.parametrize("lead", ["PS ", "PS: ", "P.S. ", "Hi, ", "Another question: ", "PPS, "])
def test_what_leads_in_to_a_question_is_no_part_of_it(lead):
    """A greeting or "PS" before a question stays outside its span."""
    (question,) = found(f"{lead}Does our copy need a licence of its own?")
    assert question.text == "Does our copy need a licence of its own?"


def test_a_question_that_goes_on_shares_its_group():
    """ "If so, when?" belongs to what was asked before."""
    assert [
        question.group for question in found("Is it planned? If so, when will it ship? Who decides?")
    ] == [1, 1, 2]


def test_a_sentence_without_any_punctuation_is_cut_where_it_asks():
    """Run-on text gives each of its asks a span of its own."""
    text = "hi i bought the addon yesterday and it is not there can you check the payment also i need the key"
    assert [question.text.split()[0] for question in found(text)] == ["can", "i"]


def test_a_capital_shows_where_a_full_stop_was_forgotten():
    """Two asks that only a capital parts are two."""
    texts = [question.text for question in found("when will my order ship Please confirm by mail.")]
    assert texts == ["when will my order ship", "Please confirm by mail."]


@pytest.mark.parametrize(
    "text",
    [
        "> Could you send the log?",
        "~ Where do you want to go today?",
        "See https://shop.example/?q=1 for the page.",
        "I will let you know how it goes.",
    ],
)
def test_quotes_signatures_addresses_and_plans_ask_nothing(text):
    """Only the writer's own asking counts."""
    assert found(text) == ()


def test_a_subject_asks_unless_the_text_asks_it_again():
    """A question of the subject comes first, without offsets; it is not counted twice."""
    (question,) = found("See subject.", "How do I cancel my subscription?")
    assert question.in_subject
    assert not any(
        each.in_subject
        for each in found("How can I cancel my subscription?", "How to cancel my subscription?")
    )
    assert found("See below.", "Re: How do I cancel?") == ()


def test_a_reported_problem_asks_when_nothing_else_does():
    """A mail that only reports a failure wants it mended; one that says it is over wants nothing."""
    (question,) = found("The calendar does not load since the update.")
    assert (question.form, question.answer_type) == (Form.DECLARATIVE, AnswerType.ACTION)
    assert len(found("The calendar does not load. Can you help?")) == 1
    assert found("The calendar did not load, it works now.") == ()


def test_any_help_counts_only_alone():
    """ "Any help is welcome" is no question of its own beside a real one."""
    assert len(found("How do I reset it? Any help is appreciated.")) == 1
    assert len(found("My import hangs at 34 %. Any help is appreciated.")) == 1


def test_lost_letters_ask_nothing():
    """A row of question marks is what is left of a foreign alphabet."""
    assert found("Dear ????????, the ?????? ??? ????") == ()


def test_any_language_is_read_by_its_question_marks():
    """Finnish has no table: question marks are read, nothing else."""
    text = "Voitteko lähettää laskun uudelleen? Kiitos. Lähettäkää lasku."
    assert [question.text for question in found(text, language="fi")] == [
        "Voitteko lähettää laskun uudelleen?"
    ]


@given(st.text(max_size=300), st.sampled_from(["en", "de", "es", "fr", "nl", "pt", "und", "ja"]))
def test_no_text_breaks_the_finder(text, language):
    """Whatever a text holds, its questions are stretches of it."""
    text = text.replace("\r", " ")
    for question in found(text, language=language):
        assert text[question.start : question.end] == question.text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("language = ", "TOML"),
        ('[[pattern]]\nid = "x"\nform = "imperative"\nmatch = "(a"', "does not compile"),
        ('[[pattern]]\nid = "x"\nform = "imperative"\nmatch = "{nothing}"', "nothing"),
    ],
)
def test_a_broken_table_is_refused_with_a_sentence(text, word):
    """Whoever extends a table learns what is wrong with it."""
    with pytest.raises(PatternFailure, match=word):
        read_table(text, path="patterns/xx.toml")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("whats going on", "what"),
        ("whens the next update", "when"),
        ("wheres my order", "where"),
        ("whos my contact", "who"),
        ("hows that done", "how-to"),
        ("How is the tax set?", "how-to"),
        ("How about Monday?", "yes-no"),
        ("Whether you support it would also be good to know.", "yes-no"),
    ],
)
def test_a_question_is_read_without_its_apostrophe(text, wanted):
    """ "whats" is "what's"; how something is done wants steps."""
    assert [(question.text, question.answer_type.value) for question in found(text)] == [(text, wanted)]


HEADINGS = """We would like to know the following:

Security
 a) Is data encrypted?
 b) the key length

Money
 - a discount above 250 seats
 - Net-60 possible?

We sign on Monday.

Rooms
 - two in Berlin
"""


def test_headings_part_a_list_of_questions_and_ask_nothing():
    """Items below each heading ask; neither lead-in nor headings do, nor a list behind other words."""
    assert [question.text for question in found(HEADINGS)] == [
        "Is data encrypted?",
        "the key length",
        "a discount above 250 seats",
        "Net-60 possible?",
    ]
