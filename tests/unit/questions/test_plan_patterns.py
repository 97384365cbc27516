"""Every row of the plans' table proves itself by its own examples and look-alikes."""

import pytest

from composer.questions.pattern_table import LANGUAGES
from composer.questions.plan import PlanKind
from composer.questions.plans import plan_kind, plan_patterns


@pytest.mark.parametrize("row", plan_patterns(), ids=lambda row: row.id)
def test_examples_are_plans_and_look_alikes_are_not(row):
    """Each example is read as a plan of the row's kind; each look-alike as none."""
    for example in row.examples:
        assert plan_kind(example, row.language) is row.kind, example
    for example in row.quiet:
        assert plan_kind(example, row.language) is None, f"should be quiet: {example}"


def test_every_language_with_questions_has_plans_of_every_kind():
    """The table holds what is done, agreed to and offered for each language that questions are read in."""
    kinds = {(row.language, row.kind) for row in plan_patterns()}
    for language in LANGUAGES:
        for kind in (PlanKind.WILL_DO, PlanKind.AGREES, PlanKind.OFFERS):
            assert (language, kind) in kinds
