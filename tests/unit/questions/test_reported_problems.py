"""A mail that only reports a failure wants it mended, in every language that has a table."""

import pytest

from composer.mail.label import label_lines
from composer.questions.find import find_questions
from composer.questions.pattern_table import LANGUAGES, table_for
from composer.questions.plain_words import plain
from composer.questions.question import AnswerType, Form

_GREETINGS = {
    "en": "Hello,",
    "de": "Guten Tag,",
    "es": "Hola:",
    "fr": "Bonjour,",
    "nl": "Hallo,",
    "pt": "Olá,",
}
_PROBLEMS = [
    (language, example)
    for language in LANGUAGES
    for row in table_for(language).problems
    for example in row.examples
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_report_and_look_alikes_do_not(language):
    """Each language reads failures, and what says that one is over."""
    table = table_for(language)
    assert table.problems
    assert table.not_problems
    for row in table.problems:
        assert [each for each in row.examples if not table.reports_problem(plain(each))] == []
        assert [each for each in row.quiet if table.reports_problem(plain(each))] == []
    for row in table.not_problems:
        assert [each for each in row.quiet if not table.settles(plain(each))] == []
        assert [each for each in row.examples if table.settles(plain(each))] == []


@pytest.mark.parametrize(("language", "example"), _PROBLEMS)
def test_a_failure_alone_is_the_question(language, example):
    """The sentence that reports it stands for what is wanted."""
    text = f"{_GREETINGS[language]}\n\n{example}\n"
    (question,) = find_questions(text, label_lines(text), language=language)
    assert (question.text, question.form, question.answer_type) == (
        example,
        Form.DECLARATIVE,
        AnswerType.ACTION,
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die App lud gestern nicht. Jetzt ist alles behoben."),
        ("fr", "L'application ne fonctionnait pas, mais elle fonctionne à nouveau."),
        ("es", "No podía entrar, pero ya funciona."),
        ("nl", "Ik kon niet inloggen, maar alles werkt weer."),
        ("pt", "Não funciona há dias. Hoje já funciona."),
    ],
)
def test_what_is_over_wants_nothing(language, text):
    """Nobody has to mend it any more."""
    assert find_questions(text, label_lines(text), language=language) == ()
