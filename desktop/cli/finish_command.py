"""``thrice finish``: a checked draft becomes the ``.eml`` that leaves."""

from datetime import UTC, datetime
from pathlib import Path

import click

from composer.draft_source import read_draft
from composer.mail.message import Address
from composer.mail.outgoing import compose_reply
from composer.review import Reviewer
from desktop.cli.check_command import exit_code, print_review
from desktop.cli.context_input import context_for
from desktop.cli.mail_input import opened_library, understood_mail
from desktop.cli.rules_input import rules_for
from desktop.team_time import local_time
from kb_content.atomic_file import write_atomically
from kb_content.team import Team


@click.command()
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--mail", required=True, type=click.Path(path_type=Path), help="The mail that it answers.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where to write the reply.")
@click.option("--context", type=click.Path(path_type=Path), help="Day, people, known issues (JSON).")
@click.option(
    "--library", type=click.Path(path_type=Path), help="Know this library's team, issues and rules."
)
@click.pass_context
def finish(
    click_context: click.Context,
    draft: Path,
    mail: Path,
    out: Path,
    context: Path | None,
    library: Path | None,
) -> None:
    """Write DRAFT as an .eml reply to a mail, and tell what is still open in it.

    The reply is written even when something is open, as the last word is the agent's; the exit
    code is then 1.
    """
    knowledge = opened_library(library)
    understood = understood_mail(mail, knowledge)
    source = read_draft(draft)
    circumstances = context_for(context, understood, knowledge)
    team = knowledge.team if knowledge else Team()
    reply = compose_reply(
        source,
        understood.message,
        sender=circumstances.agent or _addressed(understood.message.to),
        answer_colour=team.answer_colour,
        cc=circumstances.cc or (),
        now=local_time(datetime.now(UTC), circumstances.time_zone),
    )
    write_atomically(out, reply.raw)
    review = Reviewer(rules_for(knowledge)).review(source, understood, circumstances)
    print_review(review)
    click.echo(f"Written: {out}")
    click_context.exit(exit_code(review))


def _addressed(to: tuple[Address, ...]) -> Address:
    """Return whom the customer wrote to: that is who answers when nobody says otherwise."""
    return to[0] if to else Address()
