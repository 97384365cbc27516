"""The reviewer reads with the rules of the library that is open."""

from pathlib import Path

from composer.lint.registry import built_in_rules
from composer.review import Reviewer
from desktop.open_library import OpenLibrary
from desktop.team_rules import TeamRulesInUse
from tests.by_hand import AtOnce
from tests.team_rule import TEAM_RULE


class Team:
    """An open library with a folder of rules, and the reviewer that reads with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "library"
        (self.folder / "rules").mkdir(parents=True)
        self.failures: list[str] = []
        self.news: list[object] = []
        self.changes = 0
        self.library = OpenLibrary(
            index_path=folder / "index.sqlite", reads=AtOnce(), failed=self.failures.append
        )
        self.reviewer = Reviewer(built_in_rules())
        self.rules = TeamRulesInUse(library=self.library, reads=AtOnce(), changed=self.changed)

    def changed(self) -> None:
        """Count."""
        self.changes += 1

    def write(self, name: str, text: str) -> None:
        """Write a file of rules and have the folder read again."""
        (self.folder / "rules" / name).write_text(text, encoding="utf-8")
        self.library.refresh()


def test_rules_are_in_use_whichever_is_there_first(tmp_path: Path) -> None:
    """The library may be opened before the reviewer is loaded, or after."""
    team = Team(tmp_path)
    team.write("plugin.toml", TEAM_RULE)
    team.library.open(lambda: team.folder)
    team.rules.serve(team.reviewer)
    assert "no-plugin" in team.reviewer.rules
    late = Reviewer(built_in_rules())
    other = TeamRulesInUse(library=team.library, reads=AtOnce(), changed=team.changed)
    other.serve(late)
    assert "no-plugin" in late.rules


def test_a_changed_rule_is_read_again(tmp_path: Path) -> None:
    """A rule that comes, changes and goes is heard of each time; nothing else starts a reading."""
    team = Team(tmp_path)
    team.rules.serve(team.reviewer)
    team.library.open(lambda: team.folder)
    assert team.changes == 0
    team.write("plugin.toml", TEAM_RULE)
    assert "no-plugin" in team.reviewer.rules
    team.write("plugin.toml", TEAM_RULE.replace("We say add-on", "Add-on is our word"))
    assert team.reviewer.rules["no-plugin"].title == "Add-on is our word"
    (team.folder / "rules" / "plugin.toml").unlink()
    team.library.refresh()
    assert "no-plugin" not in team.reviewer.rules
    assert team.changes == 3


def test_what_is_refused_stands_among_the_problems(tmp_path: Path) -> None:
    """With file and line, until it is mended; listeners hear of it."""
    team = Team(tmp_path)
    team.library.open(lambda: team.folder)
    team.rules.serve(team.reviewer)
    team.library.on_change(lambda changes: team.news.append(changes))
    team.write("broken.toml", TEAM_RULE.replace("«plugin» is new", "«thing» is new"))
    (problem,) = team.library.library().problems
    assert (problem.path, problem.line) == ("rules/broken.toml", 6)
    assert len(team.news) == 2
    team.write("broken.toml", TEAM_RULE)
    assert team.library.library().problems == ()
    assert "no-plugin" in team.reviewer.rules


def test_a_file_of_another_kind_is_told_as_it_comes(tmp_path: Path) -> None:
    """A rule of another linter stands among the problems at once, and goes with the file."""
    team = Team(tmp_path)
    team.library.open(lambda: team.folder)
    team.rules.serve(team.reviewer)
    team.write("script.yml", "extends: script\n")
    (problem,) = team.library.library().problems
    assert problem.path == "rules/script.yml"
    (team.folder / "rules" / "script.yml").unlink()
    team.library.refresh()
    assert team.library.library().problems == ()
