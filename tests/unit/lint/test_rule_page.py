"""The help of rules is made from their files."""

from composer.lint.registry import built_in_rules
from composer.lint.rule_page import page_of, page_of_all


def test_a_rule_explains_itself() -> None:
    """Its page has the reason, an example with the flagged words, and its file."""
    page = page_of(built_in_rules()["vague-eta"])
    assert page.startswith("# vague-eta\n")
    assert "**soon**" in page
    assert "composer/rules/promises/vague_eta.py" in page


def test_the_page_of_all_lists_each_rule_once() -> None:
    """Every rule has a row and a section."""
    page = page_of_all(built_in_rules())
    for rule in built_in_rules():
        assert page.count(f"\n### {rule.id}\n") == 1
