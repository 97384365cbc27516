"""What a library says about the circumstances of a reply: its team, known issues, texts, articles."""

from collections.abc import Iterator
from dataclasses import replace

from composer.lint.context import Context, IssueBrief
from composer.spelling.library_texts import LibraryTexts
from kb_content.known_issue import KnownIssue
from kb_content.library import Library


def with_library(context: Context, library: Library) -> Context:
    """Return a context with what a library says put in; people and days stay as they are.

    ``articles`` holds known issues and snippets too, as published: a ``kb:`` link names no kind.
    """
    team = library.team
    working = team.working_time
    articles = {article.id: article.status.value for article in library.articles.values()}
    for id in (*library.known_issues, *library.snippets):
        articles.setdefault(id, "published")
    return replace(
        context,
        team=team,
        must_cc=team.must_cc,
        time_zone=working.time_zone,
        working_days=working.days,
        holidays=frozenset(working.holidays),
        known_issues=tuple(map(_brief, library.known_issues.values())),
        snippets={snippet.id: snippet.body for snippet in library.snippets.values()},
        articles=articles,
        library_texts=LibraryTexts(lambda: _texts_of(library)),
    )


def _texts_of(library: Library) -> Iterator[str]:
    for article in library.articles.values():
        yield " ".join(
            (article.title, article.summary, *article.tags, *article.products, *article.also_known_as)
        )
        yield article.body
    for issue in library.known_issues.values():
        yield " ".join((issue.title, *issue.symptoms, *issue.products, issue.workaround))
        yield issue.body
    for snippet in library.snippets.values():
        yield f"{snippet.title} {snippet.body}"


def _brief(issue: KnownIssue) -> IssueBrief:
    return IssueBrief(
        issue.id, issue.title, issue.status.value, issue.eta, issue.workaround, issue.eta_confidence
    )
