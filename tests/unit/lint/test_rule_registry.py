"""The registry: every rule file stands in the table, so that a frozen program has it too."""

from pathlib import Path

from composer import rules
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.example_text import reply_of
from composer.lint.registry import RULES_IN_CODE, RULES_IN_FILES, built_in_rules
from composer.lint.rule import Example

FOLDER = Path(next(iter(rules.__path__)))


def test_every_rule_file_is_in_the_table() -> None:
    """A file that nobody registered would be silent for ever."""
    files = {p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*.toml")}
    modules = {p.stem for p in FOLDER.rglob("*.py") if p.name != "__init__.py"}
    assert files == set(RULES_IN_FILES)
    assert modules == {module.__name__.rpartition(".")[2] for module in RULES_IN_CODE}


def test_ids_are_words_and_file_names() -> None:
    """A rule is found under its id."""
    for rule in built_in_rules():
        assert Path(rule.source).stem.replace("_", "-") == rule.id


def test_plain_alternatives_pass_all_rules_themselves() -> None:
    """What we say instead of a stuffy phrase passes every rule, in a reply that keeps its promises."""
    engine = Engine(built_in_rules())
    from composer.lint.rule_text import RuleText

    text = (FOLDER / "tone" / "stuffy_phrase.toml").read_text(encoding="utf-8")
    data = RuleText("x", text).data()
    plain = set()
    for table in ("swap", "verbs"):
        for value in data[table].values():
            plain.update(value if isinstance(value, list) else [value])
    assert len(data["swap"]) + len(data["verbs"]) >= 400
    for one in sorted(filter(None, plain)):
        like = Example(f"It is so: {one} x by Friday, 6 March.\n", circumstances={"attachments": ["x.pdf"]})
        found = engine.findings(reply_of(like), Dismissed())
        assert not [f for f in found if f.start is not None], (one, [(f.rule, f.text) for f in found])
