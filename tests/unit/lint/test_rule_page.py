"""The help of rules is made from their files."""

from itertools import pairwise

from composer.lint.registry import built_in_rules
from composer.lint.rule_page import page_of, page_of_all


def test_a_rule_explains_itself() -> None:
    """Its page has the reason, an example with the flagged words, and its file."""
    page = page_of(built_in_rules()["vague-eta"])
    assert page.startswith("# vague-eta\n")
    assert "**soon**" in page
    assert "composer/rules/promises/vague_eta.py" in page


def test_what_an_example_needs_stands_with_it() -> None:
    """Who reads *It works now* against *It works now* is told what makes the difference."""
    page = page_of(built_in_rules()["dropped-recipient"])
    assert "no copies of yours" in page
    assert "your copies to boss@example.com" in page
    page = page_of(built_in_rules()["advice-already-tried"])
    assert page.count("Given the mail “I already cleared") == 1


def test_an_example_shows_a_difference_or_is_left_out() -> None:
    """No line says *better* and the same."""
    for rule in built_in_rules():
        lines = page_of(rule).split("\n")
        for worse, better in pairwise(lines):
            if better.startswith("  - better: "):
                said = worse.removeprefix("- instead of: ").replace("**", "")
                assert said != better.removeprefix("  - better: "), rule.id


def test_every_rule_says_what_it_finds() -> None:
    """In whole sentences, of which the first names it."""
    for rule in built_in_rules():
        assert rule.finds.endswith("."), rule.id
        assert rule.finds[0].isupper(), rule.id
        assert f"**Finds.** {rule.finds}" in page_of(rule)


def test_the_page_of_all_lists_each_rule_once() -> None:
    """Every rule has a row and a section."""
    page = page_of_all(built_in_rules())
    for rule in built_in_rules():
        assert page.count(f"\n### {rule.id}\n") == 1
