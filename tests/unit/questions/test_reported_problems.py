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


_FURTHER = {
    "en": ("Can you refund me?", "Also, the export does not work."),
    "de": ("Können Sie mir das Geld zurückgeben?", "Außerdem funktioniert der Export nicht."),
    "fr": ("Pouvez-vous me rembourser ?", "Je n'arrive pas non plus à télécharger la facture."),
    "es": ("¿Pueden reembolsarme?", "Además no funciona la exportación."),
    "nl": ("Kunt u mij terugbetalen?", "Daarnaast werkt de export niet."),
    "pt": ("Podem reembolsar-me?", "Além disso, a exportação não funciona."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_beside_a_question_is_a_second_one_where_it_is_another_matter(language):
    """A paragraph that turns to something else wants an answer of its own."""
    question, failure = _FURTHER[language]
    text = f"{_GREETINGS[language]}\n\n{question}\n\n{failure} (7.2)\n\nAnn"
    found = find_questions(text, label_lines(text), language=language)
    assert [each.text for each in found][:1] == [question]
    assert found[1].text.endswith("7.2)") or failure.endswith(found[1].text)
    assert found[1].answer_type is AnswerType.ACTION
    assert found[0].group != found[1].group


@pytest.mark.parametrize(
    "text",
    [
        "Also, the export does not work.\nCan you look?",
        "The export does not work.\n\nIt also fails on the phone. What can I do?",
        "Can you refund me?\n\nThe export does not work.",
        "Can you refund me?\n\nAlso, the export works again.",
        "Can you refund me?\n\nAlso I like the new colours.",
    ],
)
def test_a_failure_is_no_second_question_where_it_may_be_what_the_first_is_about(text):
    """Whoever tells what fails and asks about it asks once."""
    assert len(find_questions(text, label_lines(text))) == 1
