"""Which rules there are. Ours stand in a table, so that a frozen program has them all."""

from composer.lint.rule import Rule, RuleSet
from composer.rules.questions import unanswered_question

_RULES_IN_CODE: tuple[Rule, ...] = (unanswered_question.RULE,)


def built_in_rules() -> RuleSet:
    """Return the rules that ship with Thrice."""
    return RuleSet(_RULES_IN_CODE)
