"""Which question of a mail its words stand near: what an answer takes up is often no word of the question."""

from hypothesis import given
from hypothesis import strategies as st

from composer.draft import Draft
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.find import find_questions
from composer.questions.nearness import nearness
from composer.questions.understood import UnderstoodMail

TEXT = """The invoice of May names the wrong street. What can we do?

Since the update our calendar stays empty. How do we get it back?
"""


def spans_in(text: str) -> list[tuple[int, int] | None]:
    return [
        (text.index(each), text.index(each) + len(each))
        for each in ("What can we do?", "How do we get it back?")
    ]


def test_the_sentence_before_a_question_belongs_to_it():
    """A word of the sentences around a question is nearer to it than to the others."""
    first, second = nearness(TEXT, spans_in(TEXT))
    assert first["invoic"] > 0.7 > second.get("invoic", 0.0)
    assert second["calendar"] > 0.7 > first.get("calendar", 0.0)


def test_an_empty_line_parts_a_question_from_what_follows():
    """What begins a new paragraph belongs to the question in it, not to the nearer one above."""
    text = "Can we pay by card?\n\nThe calendar stays empty, and it did so all of last week. What can we do?"
    card, calendar = nearness(text, [(0, 19), (text.index("What"), len(text))])
    assert calendar["calendar"] > card["calendar"]


def test_a_word_that_stands_everywhere_is_shared():
    """A word beside both questions speaks for neither."""
    text = "The shop is slow. Why is that? The shop is down. When is it up again?"
    first, second = nearness(text, [(18, 30), (48, len(text))])
    assert abs(first["shop"] - second["shop"]) < 0.5


def test_a_question_in_the_subject_has_no_neighbours():
    """A question without a place in the text gets nothing, and takes nothing from the others."""
    without = nearness(TEXT, spans_in(TEXT))
    assert nearness(TEXT, [None, *spans_in(TEXT)]) == [{}, *without]


@given(
    st.text(alphabet=st.sampled_from(list("ab? \n.")), max_size=80), st.integers(0, 40), st.integers(1, 20)
)
def test_nearness_is_shared_out_at_most_once(text, start, length):
    """No word gives its questions more than 1 in all, whatever the text."""
    near = nearness(text, [(start, start + length), (start + length, start + 2 * length)])
    for word in {word for each in near for word in each}:
        assert 0 < sum(each.get(word, 0.0) for each in near) <= 1.0


def test_an_answer_finds_its_question_by_what_stood_around_it():
    """Neither answer holds a word of its question; they come in the other order."""
    lines, start = [], 0
    for line in TEXT.split("\n"):
        lines.append(Line(line, Role.OWN, start))
        start += len(line) + 1
    mail = UnderstoodMail(Message("", Address(), TEXT), tuple(lines), "en", find_questions(TEXT, lines))
    open_it = "Open the settings of the calendar and connect it again."
    send_it = "Send us the invoice, we correct it today."
    found = map_answers(Draft(f"{open_it}\n\n{send_it}\n"), mail)
    given = {state.question.text: state.answer and state.answer.text for state in found}
    assert given["What can we do?"] == send_it
    assert given["How do we get it back?"] == open_it
