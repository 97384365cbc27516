"""The desk counts how rules fare, over restarts."""

from pathlib import Path

from composer.lint.usage import Usage
from composer.tickets.desk import Desk


def test_counts_add_up_over_restarts(tmp_path: Path) -> None:
    """Each rule has its own; what is taken back never goes below nothing."""
    path = tmp_path / "desk.sqlite"
    desk = Desk.open(path)
    desk.count_usage({"a": Usage(2, 1, 0), "b": Usage(dismissed=-1)})
    desk.count_usage({"a": Usage(1, 0, 2), "b": Usage(shown=1)})
    desk.close()
    desk = Desk.open(path)
    desk.count_usage({"a": Usage(dismissed=-1)})
    assert desk.rule_usage() == {"a": Usage(3, 1, 1), "b": Usage(1, 0, 0)}
    desk.close()


def test_a_rule_is_softened_and_hardened(tmp_path: Path) -> None:
    """Its counts stay as they are."""
    desk = Desk.open(tmp_path / "desk.sqlite")
    desk.count_usage({"a": Usage(20, 0, 15)})
    desk.soften("a")
    desk.soften("b")
    assert desk.softened() == {"a", "b"}
    desk.soften("a", False)
    assert desk.softened() == {"b"}
    assert desk.rule_usage()["a"] == Usage(20, 0, 15)
    desk.close()
