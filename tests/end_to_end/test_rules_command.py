"""``thrice rules`` lists, explains and tests; ``thrice check`` reads with a library's own rules."""

from pathlib import Path
from typing import Any

import pytest

from composer.lint.registry import built_in_rules
from composer.lint.rule_page import page_of
from tests.team_rule import TEAM_RULE


@pytest.fixture
def rules(library: Path) -> Path:
    """The folder of rules of a library, with one rule in it."""
    folder = library / "rules"
    folder.mkdir()
    (folder / "plugin.toml").write_text(TEAM_RULE, encoding="utf-8")
    return folder


def test_rules_are_listed(thrice: Any, library: Path, rules: Path) -> None:
    """Each with id, reading, severity and title; a library's own stand among ours."""
    ours = thrice("rules")
    assert ours.code == 0
    row = next(line for line in ours.out.splitlines() if line.startswith("vague-eta"))
    assert row.split(maxsplit=3)[1:3] == ["promises", "warning"]
    assert "no-plugin" not in ours.out
    listed = thrice("rules", "--library", library, "--json").json
    assert {rule["id"] for rule in listed} > {
        "vague-eta",
        "unanswered-question",
        "stuffy-phrase",
        "no-plugin",
    }
    assert all(rule["title"] and rule["why"] and len(rule["bad"]) >= 2 for rule in listed)


def test_a_rule_is_explained(thrice: Any) -> None:
    """What, why, examples; an unknown id is one sentence."""
    shown = thrice("rules", "show", "vague-eta")
    assert shown.code == 0
    assert shown.out == page_of(built_in_rules()["vague-eta"])
    assert "**soon**" in shown.out
    assert "a day is the same for both" in shown.out
    unknown = thrice("rules", "show", "vague-time")
    assert (unknown.code, unknown.out) == (2, "")
    assert "vague-time" in unknown.err


def test_a_teams_rules_are_tested(thrice: Any, library: Path, rules: Path) -> None:
    """0 when all hold; 1 with file and line of each fault; 2 when there is no such folder."""
    assert thrice("rules", "test", library).code == 0
    (rules / "broken.toml").write_text(
        TEAM_RULE.replace("no-plugin", "other").replace("My «", "«My "), encoding="utf-8"
    )
    (rules / "script.yml").write_text("extends: script\n", encoding="utf-8")
    tested = thrice("rules", "test", rules)
    assert tested.code == 1
    assert f"{rules / 'broken.toml'}:6: " in tested.out
    assert f"{rules / 'script.yml'}: " in tested.out
    assert "1 good, 2 refused" in tested.out
    missing = thrice("rules", "test", library / "nowhere")
    assert (missing.code, len(missing.err.splitlines())) == (2, 1)


def test_check_reads_with_the_librarys_rules(
    thrice: Any, mail: Path, library: Path, rules: Path, tmp_path: Path
) -> None:
    """The team's rule, and the link to what is retired; a refused rule is told and stops nothing."""
    old = library / "articles" / "old.md"
    old.write_text("---\nid: old\ntitle: Old\nstatus: retired\n---\n\nText.\n", encoding="utf-8")
    (rules / "broken.toml").write_text('extends = "no-such"\n', encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text("The plugin is in [the guide](kb:old), and see [this](kb:late).\n", encoding="utf-8")
    checked = thrice("check", draft, "--mail", mail, "--library", library, "--json")
    found = [(finding["rule"], finding["text"]) for finding in checked.json["findings"]]
    assert ("no-plugin", "plugin") in found
    assert ("retired-article", "[the guide](kb:old)") in found
    assert [text for rule, text in found if rule == "retired-article"] == ["[the guide](kb:old)"]
    assert "rules/broken.toml:1: " in checked.err
