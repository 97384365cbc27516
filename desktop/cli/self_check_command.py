"""``thrice self-check``: does this installation hold everything, and does it work."""

from dataclasses import asdict

import click

from desktop.cli.output import print_json


@click.command("self-check")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def self_check(as_json: bool) -> None:
    """Do the main job once without a window, and count what is there."""
    from desktop.self_check import self_check as check_everything

    counts = asdict(check_everything())
    if as_json:
        print_json(counts)
        return
    for name, count in counts.items():
        click.echo(f"{name.replace('_', ' '):<14} {'yes' if count is True else count}")
    click.echo("Everything is there and works.")
