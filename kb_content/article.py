"""An article: what the team knows about one matter, with an owner who keeps it true."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ArticleStatus(StrEnum):
    """Where an article is in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Verified:
    """The day on which somebody last checked that an article is true, and who it was."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as its file says it.

    ``path`` is relative to the library's folder, with ``/``; ``body`` is the Markdown below the
    front matter; ``revision`` is the SHA-256 of the file's bytes in hex, the version that is
    remembered when a passage is inserted into a reply; ``review_every`` counts days (0: never).
    """

    id: str
    title: str
    body: str
    path: str
    revision: str
    summary: str = ""
    products: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    owner: str = ""
    status: ArticleStatus = ArticleStatus.PUBLISHED
    verified: Verified | None = None
    review_every: int = 0
    also_known_as: tuple[str, ...] = ()
    language: str = "en"
