"""What an answer must hold: each shape proves itself by its examples."""

import pytest

from composer.questions.answer_shapes import answer_shapes, lacks_shape, shapes_in
from composer.questions.plain_words import plain
from composer.questions.question import AnswerType

SHAPES = {shape.name: shape for shape in answer_shapes()}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_says_and_is_silent_as_written(name):
    """What stands under `says` has the shape, what stands under `silent` has not."""
    shape = SHAPES[name]
    assert shape.says
    assert [text for text in shape.says if name not in shapes_in(plain(text))] == []
    assert [text for text in shape.silent if name in shapes_in(plain(text))] == []


@pytest.mark.parametrize(
    ("wanted", "text", "lacks"),
    [
        (
            AnswerType.HOW_MANY,
            "The garage is right under the hotel, the entrance is in the side street.",
            True,
        ),
        (AnswerType.HOW_MANY, "Twelve euros a night.", False),
        (AnswerType.HOW_MANY, "We have no garage, unfortunately.", False),
        (AnswerType.WHEN, "It is wrapped in paper and labelled.", True),
        (AnswerType.WHEN, "As soon as the glue is dry.", False),
        (AnswerType.ACTION, "Keep the receipt in a safe place.", True),
        (AnswerType.ACTION, "A colleague will ring you.", False),
        (AnswerType.ACTION, "That is not possible, I'm afraid.", False),
        (AnswerType.HOW_TO, "It is a fine feature of the reader.", True),
        (AnswerType.HOW_TO, "Hold the wheel until it turns blue.", False),
        (AnswerType.YES_NO, "The garage is right under the hotel.", False),
        (AnswerType.WHERE, "It is blue.", False),
    ],
)
def test_only_some_questions_insist_on_a_shape(wanted, text, lacks):
    """A number, a time, steps and deeds can be missed; a refusal has every shape."""
    assert lacks_shape(shapes_in(plain(text)), wanted) is lacks
