"""wrong-customer in the circumstances of a full desk."""

from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of
from composer.lint.registry import built_in_rules
from composer.lint.rule import Example, RuleSet


def flagged(draft: str, *others: str, mail: str = "It fails.", sender: str = "") -> list[str]:
    """Return what is flagged in a draft."""
    example = Example(draft, mail=mail, sender=sender, circumstances={"others": list(others)})
    rules = RuleSet([built_in_rules()["wrong-customer"]])
    return [finding.text for finding in Engine(rules).findings(reply_of(example), Dismissed())]


def test_a_domain_is_found_in_addresses_and_links() -> None:
    """It stands behind an @ or a www as well as alone, but not inside a longer one."""
    draft = "Write to a@lund.example, see www.Lund.example; not blund.example, not lund.examples.\n"
    assert flagged(draft, "lund.example") == ["lund.example", "Lund.example"]


def test_what_this_customer_said_is_theirs() -> None:
    """A colleague's domain and a number of this mail belong here too."""
    assert (
        flagged("lund.example, 20077\n", "lund.example", "20077", mail="See 20077.", sender="a@lund.example")
        == []
    )


def test_a_full_desk_is_looked_through_at_once() -> None:
    """Thousands of names are one look into a table each; the first of two that begin alike is the longer."""
    others = [f"Ann Name{number}" for number in range(1990)]
    assert flagged("Ask Ann Name1989 Long or Ann Name7.\n", *others, "Ann Name1989 Long") == [
        "Ann Name1989 Long",
        "Ann Name7",
    ]
