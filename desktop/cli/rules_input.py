"""The rules that a command reads with: ours, and those of the library that it names."""

import click

from composer.lint.registry import built_in_rules, team_rules
from composer.lint.rule import RuleSet
from composer.lint.team_files import RULES
from kb_content.library import Library


def rules_for(library: Library | None) -> RuleSet:
    """Return our rules with the library's; what is refused there is told, and stops nothing."""
    if library is None:
        return built_in_rules()
    team = team_rules(library.folder / RULES)
    for problem in team.problems:
        click.echo(str(problem), err=True)
    return team.rules
