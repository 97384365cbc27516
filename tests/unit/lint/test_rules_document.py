"""docs/rules.md is made from the rules."""

from pathlib import Path

from composer.lint.registry import built_in_rules
from composer.lint.rule_page import page_of_all

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def test_the_document_is_up_to_date() -> None:
    """Whoever changes a rule makes the page again."""
    assert DOCUMENT.read_text(encoding="utf-8") == page_of_all(built_in_rules()), (
        "docs/rules.md is stale: run “thrice rules page > docs/rules.md”."
    )
