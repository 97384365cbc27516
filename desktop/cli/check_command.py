"""``thrice check``: the three readings of a draft."""

from pathlib import Path
from typing import Any

import click

from composer.draft_source import read_draft
from composer.lint.finding import Finding, Reading, Severity
from composer.lint.rule_page import READING_NAMES
from composer.review import Review, Reviewer
from desktop.cli.context_input import context_for
from desktop.cli.mail_input import opened_library, understood_mail
from desktop.cli.output import SEVERITY_COLOURS, dim, heading, print_json
from desktop.cli.rules_input import rules_for

_LONGEST_SHOWN = 160


@click.command()
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--mail", required=True, type=click.Path(path_type=Path), help="The mail that it answers.")
@click.option("--context", type=click.Path(path_type=Path), help="Day, people, known issues (JSON).")
@click.option(
    "--library", type=click.Path(path_type=Path), help="Know this library's team, issues and rules."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def check(
    click_context: click.Context,
    draft: Path,
    mail: Path,
    context: Path | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """Read DRAFT three times: questions, promises, tone and form.

    DRAFT is Markdown with > quotes, or an HTML or .eml reply written elsewhere. Exits with 1 when
    something in it must not leave as it is.
    """
    knowledge = opened_library(library)
    understood = understood_mail(mail, knowledge)
    circumstances = context_for(context, understood, knowledge)
    review = Reviewer(rules_for(knowledge)).review(read_draft(draft), understood, circumstances)
    if as_json:
        print_json(review_as_json(review))
    else:
        print_review(review)
    click_context.exit(exit_code(review))


def exit_code(review: Review) -> int:
    """Return 1 when a finding of severity ``stop`` is among a review's, else 0."""
    return int(any(finding.severity is Severity.STOP for finding in review.findings))


def review_as_json(review: Review) -> dict[str, Any]:
    """Return a review in the form that other tools rely on."""
    return {
        "questions": [
            {
                "id": state.question.id,
                "text": state.question.text,
                "state": state.state.value,
                "answer": state.answer
                and {"start": state.answer.start, "end": state.answer.end, "text": state.answer.text},
            }
            for state in review.states
        ],
        "findings": [
            {
                "rule": finding.rule,
                "reading": finding.reading.value,
                "severity": finding.severity.value,
                "start": finding.start,
                "end": finding.end,
                "text": finding.text,
                "message": finding.message,
                "why": finding.why,
                "question": finding.question,
                "fixes": list(finding.fixes),
            }
            for finding in review.findings
        ],
    }


def print_review(review: Review) -> None:
    """Print the questions with their states, then the findings, for a person."""
    heading(f"{len(review.states)} questions")
    for state in review.states:
        click.echo(f"{state.question.number:>3}. {' '.join(state.question.text.split())}")
        click.echo(f"     {state.state.value}" + _because(state.answer))
    click.echo()
    heading(f"{len(review.findings)} findings" if review.findings else "Nothing to say about the draft.")
    for reading in Reading:
        found = [finding for finding in review.findings if finding.reading is reading]
        if found:
            click.echo(dim(READING_NAMES[reading.value]))
        for finding in found:
            _print_finding(finding)


def _print_finding(finding: Finding) -> None:
    word = click.style(finding.severity.value, fg=SEVERITY_COLOURS[finding.severity.value])
    click.echo(f"{word} {finding.message} {dim(finding.rule)}")
    words = " ".join(finding.text.split())
    if finding.start is not None and words not in finding.message:
        click.echo(f"     “{words[:_LONGEST_SHOWN]}{'…' if len(words) > _LONGEST_SHOWN else ''}”")
    for fix in finding.fixes[:3]:
        click.echo(f"     fix: {fix}")


def _because(answer: Any) -> str:
    if answer is None:
        return ""
    words = " ".join(answer.text.split())
    return dim(f": “{words[:90]}{'…' if len(words) > 90 else ''}”")
