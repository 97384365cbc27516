"""``thrice rules``: which rules there are, what each is for, and whether a team's own hold."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from composer.lint.registry import built_in_rules, team_rules
from composer.lint.rule import Rule
from composer.lint.rule_page import page_of, page_of_all
from composer.lint.team_files import RULES, files_in
from desktop.cli.mail_input import opened_library
from desktop.cli.output import SEVERITY_COLOURS, dim, print_json
from desktop.cli.rules_input import rules_for
from kb_content.failure import Failure, Problem

_library_option = click.option(
    "--library", type=click.Path(path_type=Path), help="With the rules of this library."
)


@click.group(invoke_without_command=True)
@_library_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def rules(context: click.Context, library: Path | None, as_json: bool) -> None:
    """List the rules: id, reading, severity, title."""
    if context.invoked_subcommand is not None:
        return
    found = list(rules_for(opened_library(library)))
    if as_json:
        print_json([rule_as_json(rule) for rule in found])
        return
    width = max(len(rule.id) for rule in found)
    for rule in found:
        severity = click.style(f"{rule.severity.value:8}", fg=SEVERITY_COLOURS[rule.severity.value])
        whose = dim(" (team)") if rule.from_team else ""
        click.echo(f"{rule.id:{width}}  {rule.reading.value:9}  {severity} {rule.title}{whose}")


@rules.command()
@click.argument("rule_id", metavar="ID")
@_library_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def show(rule_id: str, library: Path | None, as_json: bool) -> None:
    """Explain one rule: what it finds, what the reader of the reply gains, examples."""
    found = rules_for(opened_library(library))
    if rule_id not in found:
        near = [rule.id for rule in found if rule_id.lower() in rule.id]
        near = near or get_close_matches(rule_id.lower(), [rule.id for rule in found])
        hint = f"did you mean {' or '.join(near[:4])}?" if near else "“thrice rules” lists them."
        raise Failure(f"There is no rule “{rule_id}”; {hint}")
    if as_json:
        print_json(rule_as_json(found[rule_id]))
    else:
        click.echo(page_of(found[rule_id]).replace("&lt;", "<"), nl=False)


@rules.command(name="test")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def test_rules(context: click.Context, folder: Path) -> None:
    """Test the team's rules in DIR (a library, or its folder of rules): each fault with file and line."""
    if folder.is_file():
        raise Failure("This is a file; name the folder that it lies in.", path=str(folder))
    if not folder.is_dir():
        raise Failure("There is no such folder of rules.", path=str(folder))
    place = folder / RULES if (folder / RULES).is_dir() else folder
    team = team_rules(place)
    for problem in team.problems:
        click.echo(str(_at(place, problem)))
    refused = {problem.path for problem in team.problems}
    good = sum(f"{RULES}/{path.name}" not in refused for path in files_in(place).files)
    click.echo(f"Rule files: {good} good, {len(refused)} refused.")
    context.exit(int(bool(refused)))


@rules.command()
def page() -> None:
    """Print one Markdown page with all rules: how docs/rules.md is made."""
    click.echo(page_of_all(built_in_rules()), nl=False)


def rule_as_json(rule: Rule) -> dict[str, Any]:
    """Return a rule in the form that other tools rely on."""
    return {
        "id": rule.id,
        "reading": rule.reading.value,
        "severity": rule.severity.value,
        "title": rule.title,
        "finds": rule.finds,
        "why": rule.why,
        "bad": [example.draft for example in rule.bad],
        "good": [example.draft for example in rule.good],
        "source": rule.source,
        "team": rule.from_team,
    }


def _at(place: Path, problem: Problem) -> Problem:
    """Return a problem of a rule file with the path as the person gave it."""
    name = problem.path.removeprefix(RULES).removeprefix("/")
    return Problem(str(place / name), problem.line, problem.sentence)
