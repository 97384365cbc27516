"""A snippet: a few words that an agent types often, with fields to fill."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snippet:
    """One snippet, as its file says it.

    ``keyword`` is what follows ``//`` in the composer; ``fields`` names the ``{{fields}}`` of the
    body that a person fills in. ``path`` and ``revision`` as in an article.
    """

    id: str
    title: str
    keyword: str
    body: str
    path: str
    revision: str
    fields: tuple[str, ...] = ()
