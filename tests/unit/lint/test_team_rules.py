"""The team's rules: the same form as ours, on an engine without backtracking, refused with a place."""
# ruff: noqa: E501 - a case stands on one line

import os
import shutil
import time
from pathlib import Path

import pytest

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.own_words import OwnWordsReader
from composer.lint.registry import TeamRules, built_in_rules, team_rules
from composer.lint.reply import Reply

GOOD = """\
id = "no-plugin"
reading = "tone"
severity = "hint"
title = "We say add-on"
why = "Customers know our word for it."
shape = "substitutions"
message = "“{words}” is what others say; we say “{instead}”."
bad = ["The «plugin» is new.", "Two «plugins» are new."]
good = ["The add-on is new.", "Two add-ons are new."]
[swap]
"plugin" = "add-on"
"plugins" = "add-ons"
"""
PATTERN = """\
id = "odd-pattern"
title = "Odd"
why = "It reads well."
shape = "pattern"
message = "“{words}” is odd."
patterns = ['PATTERN']
bad = ["It is «aa» here.", "Here is «aaa»."]
good = ["It is here.", "Here is b."]
"""


def loaded(folder: Path, **files: str) -> TeamRules:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return team_rules(folder)


def linted(team: TeamRules, text: str) -> list[str]:
    draft = Draft(text)
    reply = Reply(draft, OwnWordsReader().read(draft), Context())
    return [finding.rule for finding in Engine(team.rules).findings(reply, Dismissed())]


def test_a_rule_of_the_team_works(tmp_path: Path) -> None:
    """It stands beside ours and finds its words."""
    team = loaded(tmp_path, plugin=GOOD)
    assert team.problems == ()
    assert len(team.rules) == len(built_in_rules()) + 1
    assert "no-plugin" in linted(team, "The plugin is new.\n")


def test_a_rule_amends_ours(tmp_path: Path) -> None:
    """It adds phrases and examples to one of ours by id."""
    text = (
        'extends = "canned-opening"\nseverity = "hint"\n'
        'phrases = ["ahoy from the crew"]\nbad = ["Hi,\\n\\n«Ahoy from the crew»!\\n"]\ngood = ["Hi,\\n\\nYes.\\n"]\n'
    )
    team = loaded(tmp_path, ahoy=text)
    assert team.problems == ()
    assert team.rules["canned-opening"].severity == "hint"
    assert "canned-opening" in linted(team, "Ahoy from the crew! It works.\n")


def test_a_rule_of_ours_can_be_switched_off(tmp_path: Path) -> None:
    """A team that likes a phrase says so once."""
    team = loaded(tmp_path, off='extends = "canned-opening"\noff = true\n')
    assert "canned-opening" not in team.rules
    assert team.problems == ()


REFUSED = [
    ("no TOML", "id = ", 1, "no TOML"),
    ("a number without end", "id = " + "9" * 10_000, 1, "no TOML"),
    ("an unknown key", GOOD.replace("title", "titel"), 4, "titel"),
    ("one bad example", GOOD.replace('bad = ["The «plugin» is new.", ', "bad = ["), 8, "two bad"),
    ("an example that fails", GOOD.replace("The «plugin» is", "The «plug» is"), 8, "flagged"),
    ("a good example that is flagged", GOOD.replace("Two add-ons", "Two plugins"), 9, "good"),
    ("a pattern that is none", PATTERN.replace("PATTERN", "("), 6, "cannot be used"),
    ("look-behind", PATTERN.replace("PATTERN", "(?<!not )aa"), 6, "not supported"),
    ("a back-reference", PATTERN.replace("PATTERN", r"(\w+) \1"), 6, "not supported"),
    ("code", PATTERN.replace('"pattern"', '"script"'), 4, "no shape"),
    ("an id of ours", GOOD.replace("no-plugin", "vague-eta"), 1, "extends"),
    ("off as a text", 'off = "yes"\n' + GOOD, 1, "true or false"),
    ("a phrase that is a number", GOOD.replace("[swap]", "phrases = [7]\n[swap]"), 10, "in quotes"),
    ("an unknown name in the message", GOOD.replace("{instead}", "{insted}"), 7, "{insted}"),
    ("a mark that is not closed", GOOD.replace("«plugin» is", "«plugin is"), 8, "do not pair"),
    ("a bare key with a number", GOOD.replace('"plugins" = "add-ons"', "plugins = 7"), 12, "needs a text"),
    ("a swap to nothing readable", GOOD.replace('"add-on"\n', "7\n", 1), 11, "text"),
]


@pytest.mark.parametrize(("title", "text", "line", "words"), REFUSED, ids=[case[0] for case in REFUSED])
def test_a_rule_is_refused_with_file_and_line(
    tmp_path: Path, title: str, text: str, line: int, words: str
) -> None:
    """A rule that does not hold what it says is refused, and nothing else changes."""
    team = loaded(tmp_path, good=GOOD.replace("no-plugin", "other-plugin"), refused=text)
    (problem,) = team.problems
    assert problem.path == "rules/refused.toml"
    assert problem.line == line
    assert words in problem.sentence
    assert "other-plugin" in team.rules


def test_hostile_patterns_are_linear(tmp_path: Path) -> None:
    """Patterns that stall a backtracking engine are harmless here."""
    team = loaded(tmp_path, redos=PATTERN.replace("PATTERN", "(a+)+a"))
    assert team.problems == ()
    begun = time.thread_time()
    linted(team, "a" * 50_000 + "!\n")
    assert (
        time.thread_time() - begun < 20
    )  # a backtracking engine would take years; this asserts that it ends


def test_empty_matches_are_dropped(tmp_path: Path) -> None:
    """A pattern that matches nothing everywhere gives no finding without words."""
    team = loaded(tmp_path, empty=PATTERN.replace("PATTERN", "a*"))
    assert team.problems == ()
    assert linted(team, "bbbb\n") == []


def test_a_huge_rule_is_refused(tmp_path: Path) -> None:
    """Past its limit a file is refused before it is read."""
    team = loaded(tmp_path, huge=GOOD + "".join(f'"term{i}" = "word{i}"\n' for i in range(40_000)))
    assert "kB" in team.problems[0].sentence


def test_hostile_files_do_no_harm(tmp_path: Path) -> None:
    """Rules of another program are named as not read, and run nothing."""
    shared = Path(os.environ.get("THRICE_SHARED", Path(__file__).resolve().parents[4] / "shared"))
    hostile = shared / "hostile" / "rules"
    if not hostile.is_dir():
        pytest.skip("the hostile rules are not here")
    for path in hostile.iterdir():
        shutil.copy(path, tmp_path / path.name)
    team = team_rules(tmp_path)
    assert len(team.problems) == len(list(hostile.iterdir()))
    assert len(team.rules) == len(built_in_rules())


def test_a_rule_in_code_can_be_switched_off_and_said_otherwise(tmp_path: Path) -> None:
    """Severity, title and why of a rule that is made in code are the team's to set; its words are not."""
    team = loaded(
        tmp_path,
        off='extends = "vague-eta"\noff = true\n',
        softer='extends = "past-eta"\nseverity = "hint"\ntitle = "Over"\nwhy = "It helps."\n',
        words='extends = "missing-eta"\nphrases = ["x"]\n',
    )
    assert "vague-eta" not in team.rules
    assert (team.rules["past-eta"].severity, team.rules["past-eta"].title) == ("hint", "Over")
    (problem,) = team.problems
    assert (problem.path, problem.line) == ("rules/words.toml", 2)


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    """Each bad pattern and each example that fails has its own line."""
    patterns = PATTERN.replace("['PATTERN']", "[\n  '(',\n  '[z-a]',\n  '*',\n  'aa+',\n]")
    team = loaded(
        tmp_path, patterns=patterns, examples=GOOD.replace("«plugin», «", "").replace("plugin»", "plug»")
    )
    lines = [(problem.path, problem.line) for problem in team.problems]
    assert [line for path, line in lines if path == "rules/patterns.toml"] == [7, 8, 9]
    assert len([line for path, line in lines if path == "rules/examples.toml"]) >= 1


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    """A link and a pipe are named; a note and a hidden file are left alone."""
    outside = tmp_path / "outside.toml"
    outside.write_text(GOOD, encoding="utf-8")
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "README.md").write_text("Notes.", encoding="utf-8")
    (folder / ".hidden.toml").write_text("x", encoding="utf-8")
    try:
        (folder / "link.toml").symlink_to(outside)
        os.mkfifo(folder / "pipe.toml")
    except (OSError, AttributeError):
        pytest.skip("no links or pipes here")
    team = team_rules(folder)
    assert [problem.path for problem in team.problems] == ["rules/link.toml", "rules/pipe.toml"]
    assert "no-plugin" not in team.rules


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    """Rules lie in the library itself."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "plugin.toml").write_text(GOOD, encoding="utf-8")
    try:
        (tmp_path / "rules").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    team = team_rules(tmp_path / "rules")
    assert "link" in team.problems[0].sentence
    assert "no-plugin" not in team.rules


def test_a_rule_holds_a_number_of_patterns(tmp_path: Path) -> None:
    """Past its limit a file of patterns is refused before they are compiled."""
    many = PATTERN.replace("['PATTERN']", str([f"aa{number}" for number in range(500)]))
    assert "at most 200" in loaded(tmp_path, many=many).problems[0].sentence


VALUES = (
    "3",
    "true",
    "[]",
    "{}",
    "[3]",
    '[["a"]]',
    "{a = 3}",
    '"x"',
    '"«x"',
    "2026-03-04",
    '["a", "b"]',
    "[{draft = 3}]",
)
KEYS = (
    "id",
    "reading",
    "severity",
    "title",
    "why",
    "shape",
    "message",
    "place",
    "most",
    "phrases",
    "patterns",
)
KEYS += ("except", "bad", "good", "quiet", "swap", "verbs", "not_before", "not_after", "extends", "off")
IN_EXAMPLE = (
    "mail",
    "subject",
    "mood",
    "questions",
    "facts",
    "tried",
    "plans",
    "sender",
    "copied",
    "language",
)
IN_EXAMPLE += ("circumstances",)


@pytest.mark.parametrize("value", VALUES)
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path: Path, value: str) -> None:
    """No value of another kind gets past the reading: a library from anybody opens."""
    table = '{draft = "The «plugin» is new.", KEY = VALUE}'
    example = '"The «plugin» is new."'
    for key in KEYS:
        lines = [line for line in GOOD.splitlines() if not line.startswith((f"{key} ", f"[{key}]"))]
        (tmp_path / f"{key}.toml").write_text("\n".join([f"{key} = {value}", *lines]), encoding="utf-8")
    for key in IN_EXAMPLE:
        written = GOOD.replace(example, table.replace("KEY", key).replace("VALUE", value))
        (tmp_path / f"example-{key}.toml").write_text(written, encoding="utf-8")
    team = team_rules(tmp_path)
    assert all(
        problem.path.startswith("rules/") and "\n" not in problem.sentence for problem in team.problems
    )
    assert linted(team, "The plugin is new.\n") is not None
