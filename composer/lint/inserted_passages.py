"""Passages of the library in a draft: which are out of date, and where they stand."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from composer.lint.context import Inserted
from composer.lint.own_words import PassageKind, Placed
from composer.lint.reply import Reply
from kb_content.article import Article, ArticleStatus
from kb_content.known_issue import IssueStatus, KnownIssue
from kb_content.library import Library
from kb_content.verification import due_on, is_overdue

LEAST_WORDS = 5
MOST_ALIKE = 0.7
"""So much of a passage's words stands in the library's text: it came from there, though edited since."""
_CHANGED = "changed in the library since this was inserted"
_WORD = re.compile(r"\w{3,}")


def out_of_date(
    library: Library, insertions: Iterable[tuple[str, str, date]], today: date
) -> tuple[Inserted, ...]:
    """Return what of a library's insertions is not good any more.

    ``insertions`` hold key (``article:refunds``), revision and day, the oldest first; of several of one
    record the newest counts.
    """
    newest = {key: (revision, on) for key, revision, on in insertions}
    found = []
    for key, (revision, on) in newest.items():
        kind, _, record_id = key.partition(":")
        if kind == "article" and record_id in library.articles:
            article = library.articles[record_id]
            fault = _article_fault(article, revision, on, today)
            found.append(Inserted(record_id, article.title, article.body, fault))
        elif kind == "known-issue" and record_id in library.known_issues:
            issue = library.known_issues[record_id]
            body = issue.workaround or issue.body
            found.append(Inserted(record_id, issue.title, body, _issue_fault(issue, revision), kind))
    return tuple(one for one in found if one.fault)


def places_of(reply: Reply, kind: str) -> Iterator[tuple[Inserted, Placed]]:
    """Yield what is out of date with the first passage of the draft that it stands in."""
    for one in reply.context.inserted:
        if one.kind != kind:
            continue
        known = frozenset(_words(one.body))
        for placed in reply.passages:
            if placed.passage.kind not in (PassageKind.GREETING, PassageKind.CLOSING) and _is_from(
                placed, known
            ):
                yield one, placed
                break


def _is_from(placed: Placed, known: frozenset[str]) -> bool:
    words = placed.passage.once("set of words", None, lambda: frozenset(_words(placed.passage.words)))
    return len(words) >= LEAST_WORDS and len(words & known) >= MOST_ALIKE * len(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _article_fault(article: Article, revision: str, on: date, today: date) -> str:
    if article.status is ArticleStatus.RETIRED:
        return "is retired"
    if revision and revision != article.revision:
        return _CHANGED
    due = due_on(article)
    if due is not None and is_overdue(article, today) and due > on:
        return "is overdue for its owner's check since this was inserted"
    return ""


def _issue_fault(issue: KnownIssue, revision: str) -> str:
    if issue.status is IssueStatus.RESOLVED:
        return "is resolved"
    return _CHANGED if revision and revision != issue.revision else ""
