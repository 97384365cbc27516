"""What only touches a question is shown as perhaps open; what answers it is not, however it says so."""

import pytest

from composer.draft import Draft
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.answer_state import State
from composer.questions.answer_trust import trust_evidence
from composer.questions.evidence import asked_of, weights
from composer.questions.passages import laid_along, passage_for
from composer.questions.prepared_draft import prepared
from composer.questions.understand import understand

TOUCHED = [
    ("Is the sauna open in August?", "Our sauna is a real beauty, most guests fall in love with it."),
    ("Who will be our guide?", "Guides are always a great topic, people tell us about them for years."),
    ("Does the varnish come off with water?", "Varnish like that was my late father's favourite."),
    (
        "Where do we leave the bikes?",
        "Bikes like yours are a lovely sight on our lane, most people ride old ones.",
    ),
    ("How much is a second key?", "Keys do get lost, my dog once buried mine in the garden."),
    ("Ist das Frühstück dabei?", "Das Frühstück lieben übrigens die meisten Gäste besonders."),
    ("¿Se puede aparcar delante?", "La plaza está preciosa este año, a todo el mundo le encanta."),
    (
        "Le chien est-il admis ?",
        "Les chiens sont d'ailleurs de plus en plus nombreux, quel plaisir de les voir !",
    ),
]
ANSWERED = [
    ("Is the sauna open in August?", "The sauna is open in August, every day from nine."),
    ("Is the sauna open in August?", "It is."),
    ("Is the sauna open in August?", "Only on weekends."),
    ("Who will be our guide?", "Marlene, our oldest hand."),
    ("Does the varnish come off with water?", "You'd need turpentine for that."),
    ("Where do we leave the bikes?", "Behind the barn there's a rack."),
    ("How much is a second key?", "A second key is 12 euros."),
    ("Could you send me the invoice again?", "I've attached the invoice once more."),
    ("Ist das Frühstück dabei?", "Ja, das Frühstück ist dabei."),
    ("¿Se puede aparcar delante?", "Delante no, pero detrás hay sitio."),
    ("Le chien est-il admis ?", "Oui, tenu en laisse."),
]


def state_of(question: str, answer: str) -> tuple[State, bool]:
    mail = understand(Message("", Address(), f"Hello,\n\n{question}\n\nIna"))
    reply = f"Dear Ina,\n\n> {question}\n\n{answer}\n\nKind regards\nMartha\n"
    (state,) = map_answers(Draft(reply), mail)
    return state.state, state.perhaps is not None


@pytest.mark.parametrize(("question", "answer"), TOUCHED)
def test_what_only_touches_a_question_may_be_open(question, answer):
    """Below its own quote, too: the passage is named, and asked about."""
    assert state_of(question, answer) == (State.UNANSWERED, True)


@pytest.mark.parametrize(("question", "answer"), ANSWERED)
def test_what_answers_a_question_is_an_answer(question, answer):
    """In its own words or in none of them."""
    assert state_of(question, answer) == (State.ANSWERED, False)


def test_every_kind_of_evidence_has_a_weight():
    """The table of weights names what is weighed, in the same order, so that a fit can be read into it."""
    mail = understand(Message("", Address(), "Hello,\n\nIs the sauna open in August?\n\nIna"))
    laid = laid_along(prepared(Draft("Dear Ina,\n\nIt is.\n\nMartha"), mail), weights())
    found = trust_evidence(passage_for(0, laid, weights()), 0, laid, asked_of(mail)[0])
    assert [name for name in weights() if name.startswith("trust_")] == [
        "trust_base",
        *(f"trust_{name}" for name in found),
    ]
