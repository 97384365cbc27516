"""``thrice read``: what a customer's mail says and asks."""

from pathlib import Path
from typing import Any

import click

from composer.questions.understood import UnderstoodMail
from desktop.cli.mail_input import opened_library, understood_mail
from desktop.cli.output import dim, heading, print_json


@click.command()
@click.argument("mail", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--library", type=click.Path(path_type=Path), help="Know this library's products and people.")
def read(mail: Path, as_json: bool, library: Path | None) -> None:
    """Read MAIL: its lines by role, its questions, facts and mood."""
    understood = understood_mail(mail, opened_library(library))
    if as_json:
        print_json(reading_as_json(understood))
    else:
        _print_for_people(understood)


def reading_as_json(understood: UnderstoodMail) -> dict[str, Any]:
    """Return an UnderstoodMail in the form that other tools rely on."""
    message = understood.message
    return {
        "from": {"name": message.sender.name, "mail": message.sender.mail},
        "subject": message.subject,
        "language": understood.language,
        "lines": [{"text": line.text, "role": line.role.value} for line in understood.lines],
        "questions": [
            {
                "id": question.id,
                "text": question.text,
                "form": question.form.value,
                "answer_type": question.answer_type.value,
                "group": question.group,
            }
            for question in understood.questions
        ],
        "facts": [{"kind": fact.kind.value, "value": fact.value} for fact in understood.facts],
        "tried": list(understood.tried),
        "plans": [{"kind": plan.kind.value, "text": plan.text} for plan in understood.plans],
        "mood": understood.mood.value,
        "urgent": understood.urgent,
    }


def _print_for_people(understood: UnderstoodMail) -> None:
    message = understood.message
    heading(message.subject or "(no subject)")
    sound = f"{understood.mood.value}, urgent" if understood.urgent else understood.mood.value
    click.echo(f"From {message.sender.name} <{message.sender.mail}>, {sound}")
    for note in message.notes:
        click.echo(dim(f"Note: {note}"))
    click.echo()
    for line in understood.lines:
        own = line.role.value == "own"
        click.echo(f"{dim(f'{line.role.value:<10}')} {line.text if own else dim(line.text)}")
    click.echo()
    heading(f"{len(understood.questions)} questions")
    for question in understood.questions:
        kind = dim(f"({question.form.value}, {question.answer_type.value})")
        click.echo(f"{question.number:>3}. {' '.join(question.text.split())} {kind}")
    for fact in understood.facts:
        click.echo(f"{dim(fact.kind.value)} {fact.value}")
    for tried in understood.tried:
        click.echo(f"{dim('tried')} {tried}")
    for plan in understood.plans:
        click.echo(f"{dim(plan.kind.value)} {' '.join(plan.text.split())}")
