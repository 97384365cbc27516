"""Snippets for ``//``: by keyword first, then by title."""

from collections.abc import Mapping

from desktop.reply.readings import shortened
from desktop.reply.suggestions import SuggestionCard
from desktop.widgets.tone import Tone
from kb_content.snippet import Snippet
from search.hit import Hit, Kind


def snippet_choices(snippets: Mapping[str, Snippet], query: str) -> tuple[SuggestionCard, ...]:
    """Return the snippets that ``//query`` may mean, the likeliest first; all when nothing is typed."""
    wanted = query.lower()
    ranked = sorted(
        (rank, snippet.keyword, snippet.id)
        for snippet in snippets.values()
        if (rank := _rank(snippet, wanted)) is not None
    )
    return tuple(_card(snippets[key]) for _, _, key in ranked)


def _rank(snippet: Snippet, wanted: str) -> int | None:
    keyword = snippet.keyword.lower()
    if keyword == wanted:
        return 0
    if keyword.startswith(wanted):
        return 1
    if any(word.startswith(wanted) for word in snippet.title.lower().split()):
        return 2
    return 3 if wanted in keyword else None


def _card(snippet: Snippet) -> SuggestionCard:
    hit = Hit(
        id=snippet.id,
        kind=Kind.SNIPPET,
        title=snippet.title,
        score=0.0,
        excerpt=shortened(snippet.body, 160),
        passage=snippet.body,
        revision=snippet.revision,
    )
    return SuggestionCard(
        hit, snippet.title, "", hit.excerpt, (), f"//{snippet.keyword}", Tone.OPEN, "Insert"
    )
