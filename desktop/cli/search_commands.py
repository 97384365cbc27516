"""``thrice search`` and ``thrice index``: the library, found and counted."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from desktop.cli.output import dim, heading, print_json
from desktop.paths import data_paths
from kb_content.failure import Failure
from kb_content.library import Library
from kb_content.resource import starter_library
from search.hit import Answer
from search.index import Counts, Index

_library_option = click.option(
    "--library", type=click.Path(path_type=Path), help="The library's folder (else the starter library)."
)


@click.command()
@click.argument("words", nargs=-1)
@_library_option
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Most hits to give."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option(
    "--batch", type=click.Path(path_type=Path), help="A file of queries, one a line; prints JSON lines."
)
@click.pass_context
def search(
    context: click.Context,
    words: tuple[str, ...],
    library: Path | None,
    limit: int,
    as_json: bool,
    batch: Path | None,
) -> None:
    """Search the library for WORDS: articles, known issues, snippets."""
    if not words and batch is None:
        raise click.UsageError("Say what to search for, or give --batch FILE.", context)
    queries = _queries_in(batch) if batch else [" ".join(words)]
    index, _ = open_index(context.obj, library)
    try:
        for query in queries:
            answer = index.search(query, limit=limit)
            if batch or as_json:
                print_json(answer_as_json(answer))
            else:
                _print_answer(answer)
    finally:
        index.close()


@click.command()
@_library_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def index(context: click.Context, library: Path | None, as_json: bool) -> None:
    """Bring the index of a library up to date and count what is in it."""
    opened, counts = open_index(context.obj, library)
    opened.close()
    if as_json:
        print_json(asdict(counts))
        return
    click.echo(
        f"{counts.articles} articles, {counts.known_issues} known issues and {counts.snippets} snippets "
        f"in {counts.seconds:.1f} s, {counts.bytes / 1e6:.1f} MB."
    )


def open_index(data_dir: Path | None, folder: Path | None) -> tuple[Index, Counts]:
    """Open a library's index, kept in the data folder, and bring it up to date."""
    library = Library.open(folder or starter_library())
    opened = Index.open(data_paths(data_dir).index_of(library.folder))
    return opened, opened.sync(library)


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer in the form that other tools rely on."""
    return {
        "query": answer.query,
        "ms": round(answer.milliseconds, 3),
        "hits": [
            {
                "id": hit.id,
                "kind": hit.kind.value,
                "title": hit.title,
                "score": round(hit.score, 4),
                "excerpt": hit.excerpt,
            }
            for hit in answer.hits
        ],
    }


def _queries_in(batch: Path) -> list[str]:
    try:
        text = batch.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise Failure(f"The queries can't be opened: {error.strerror}.", path=str(batch)) from error
    return text.removesuffix("\n").split("\n")


def _print_answer(answer: Answer) -> None:
    for hit in answer.hits or answer.nearest:
        heading(f"{hit.title}  {dim(f'{hit.kind.value} {hit.id}')}")
        click.echo(f"  {_marked(hit.excerpt, hit.marks)}")
    if not answer.hits:
        click.echo("Nothing holds these words" + ("; nearest titles stand above." if answer.nearest else "."))
    if answer.did_you_mean:
        click.echo(f"Did you mean: {answer.did_you_mean}")
    click.echo(dim(f"{len(answer.hits)} hits in {answer.milliseconds:.0f} ms"))


def _marked(excerpt: str, marks: tuple[tuple[int, int], ...]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in marks:
        parts += [excerpt[position:start], click.style(excerpt[start:end], bold=True)]
        position = end
    return " ".join("".join([*parts, excerpt[position:]]).split())
