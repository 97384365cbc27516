"""``thrice tour``: the real window does the main job on the demo mail, in pictures."""

from pathlib import Path

import click


@click.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="A folder for pictures and reply."
)
def tour(out: Path) -> None:
    """Answer the demo mail in the real window; leave a PNG per step, light and dark, and the .eml."""
    from desktop.tour import take_tour

    for path in take_tour(out):
        click.echo(str(path))
