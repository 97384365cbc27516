"""What the command line prints: JSON for programs, coloured lines for people."""

import json
from typing import Any

import click

#: Terminal colours of a finding's severity; a word always stands beside them.
SEVERITY_COLOURS = {"stop": "magenta", "warning": "yellow", "hint": "cyan"}


def print_json(value: Any) -> None:
    """Print one JSON document on one line, in UTF-8; lone surrogates can't occur in our texts."""
    click.echo(json.dumps(value, ensure_ascii=False))


def heading(text: str) -> None:
    """Print a heading."""
    click.secho(text, bold=True)


def dim(text: str) -> str:
    """Return text that stands back on a terminal."""
    return click.style(text, dim=True)
