"""Every row of the pattern tables proves itself by its own examples and look-alikes."""

import pytest

from composer.questions.asks import asks_in
from composer.questions.pattern_table import LANGUAGES, table_for


def _rows():
    for language in LANGUAGES:
        table = table_for(language)
        assert table is not None
        for row in (*table.patterns, *table.look_alikes):
            yield pytest.param(language, row, id=f"{language}:{row.id}")


@pytest.mark.parametrize(("language", "row"), list(_rows()))
def test_examples_are_found_and_look_alikes_are_not(language, row):
    """Each example is found, in the pattern's form; each look-alike asks nothing at all."""
    for example in row.examples:
        found = asks_in(example, language)
        assert found, f"not found: {example}"
        if hasattr(row, "form"):
            assert row.form in {ask.form for ask in found}, f"{example}: {[(a.form, a.text) for a in found]}"
        if getattr(row, "answer_type", None):
            assert row.answer_type in {ask.answer_type for ask in found}, example
    for example in row.quiet:
        assert not asks_in(example, language), f"should be quiet: {example}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_leads_in_to_a_list_makes_its_items_ask(language):
    """Behind each example a list's items are the questions; behind the others they are not."""
    table = table_for(language)
    assert table is not None
    for row in table.lead_ins:
        for example in row.examples:
            text = f"{example}\n\n- 50 x y z\n- 4711 a b"
            assert [ask.text for ask in asks_in(text, language)] == ["50 x y z", "4711 a b"], example
        for example in row.quiet:
            assert not any("4711" in ask.text for ask in asks_in(f"{example}\n\n- 4711 a b", language)), (
                example
            )
