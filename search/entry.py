"""What is indexed of a record: an entry, the same form for articles, known issues, snippets, past answers."""

from dataclasses import dataclass
from datetime import date

from kb_content.article import Article, ArticleStatus
from kb_content.known_issue import IssueStatus, KnownIssue
from kb_content.snippet import Snippet
from kb_content.verification import due_on
from search.hit import Kind, Trust


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """What the agent once answered to a question; ``sent`` is an ISO date, ``id`` is the desk's.

    ``inserted`` names what went into the answer, as ``kind:id``: it is lifted for questions like this.
    """

    id: str
    question: str
    answer: str
    sent: str = ""
    inserted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the index sees it.

    ``names`` are other titles, symptoms, keywords; ``labels`` is all that describes the record in few
    words (summary, tags, products). ``verified`` and ``due`` are ISO dates or empty; ``cites`` are keys of
    records that went into a past answer.
    """

    kind: Kind
    id: str
    title: str
    body: str
    revision: str
    names: tuple[str, ...] = ()
    summary: str = ""
    tags: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    owner: str = ""
    status: str = ""
    verified: str = ""
    due: str = ""
    updated: str = ""
    language: str = "en"
    cites: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The record's key, ``kind:id``."""
        return f"{self.kind}:{self.id}"


def entry_of(record: Article | KnownIssue | Snippet, *, updated: str = "") -> Entry:
    """Return the entry of a record; ``updated`` is the ISO date of its last change."""
    if isinstance(record, Article):
        return of_article(record, updated=updated)
    return (
        of_known_issue(record, updated=updated)
        if isinstance(record, KnownIssue)
        else of_snippet(record, updated=updated)
    )


def of_article(article: Article, *, updated: str = "") -> Entry:
    """Return the entry of an article."""
    verified = article.verified.on.isoformat() if article.verified else ""
    due = due_on(article)
    return Entry(
        Kind.ARTICLE,
        article.id,
        article.title,
        article.body,
        article.revision,
        names=article.also_known_as,
        summary=article.summary,
        tags=article.tags,
        products=article.products,
        owner=article.owner,
        status=article.status.value,
        verified=verified,
        due=due.isoformat() if due else "",
        updated=updated,
        language=article.language,
    )


def of_known_issue(issue: KnownIssue, *, updated: str = "") -> Entry:
    """Return the entry of a known issue; its symptoms are names of it."""
    return Entry(
        Kind.KNOWN_ISSUE,
        issue.id,
        issue.title,
        issue.body,
        issue.revision,
        names=issue.symptoms,
        summary=issue.tracker,
        tags=issue.versions,
        products=issue.products,
        owner=issue.owner,
        status=issue.status.value,
        updated=updated,
    )


def of_snippet(snippet: Snippet, *, updated: str = "") -> Entry:
    """Return the entry of a snippet; its keyword is a name of it."""
    return Entry(
        Kind.SNIPPET,
        snippet.id,
        snippet.title,
        snippet.body,
        snippet.revision,
        names=(snippet.keyword,) if snippet.keyword else (),
        updated=updated,
    )


def of_past_answer(answer: PastAnswer) -> Entry:
    """Return the entry of a past answer: the customer's question is its title."""
    return Entry(
        Kind.PAST_ANSWER,
        answer.id,
        " ".join(answer.question.split())[:200],
        answer.answer,
        answer.sent,
        updated=answer.sent,
        cites=answer.inserted,
    )


def trust_of(kind: Kind, status: str, verified: str, due: str, today: date) -> Trust:
    """Return how far a record can be relied on today."""
    if kind is Kind.PAST_ANSWER:
        return Trust.PAST_ANSWER
    if kind is Kind.KNOWN_ISSUE:
        return Trust.RESOLVED_ISSUE if status == IssueStatus.RESOLVED else Trust.OPEN_ISSUE
    if status == ArticleStatus.RETIRED:
        return Trust.RETIRED
    if status == ArticleStatus.DRAFT:
        return Trust.DRAFT
    if due and due <= today.isoformat():
        return Trust.OVERDUE
    return Trust.VERIFIED if verified else Trust.UNVERIFIED
