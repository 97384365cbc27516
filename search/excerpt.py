"""Excerpts: the few words of a passage that show why it was found, with the places of the matches."""

from collections.abc import Collection

from search.language import Language

LONGEST = 200
_LEAD = 60  # characters shown before the first match


def excerpt_for(
    units: list[str], best: int, terms: Collection[str], language: Language
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return an excerpt around unit ``best`` and the spans in it (code points) whose words match.

    ``terms`` are the terms that count as matches. The excerpt is plain text without line breaks.
    """
    if not units:
        return "", ()
    best = min(max(best, 0), len(units) - 1)
    text = " ".join(units[best].split())
    following = best + 1
    while len(text) < LONGEST * 3 // 4 and following < len(units):
        text = f"{text} {' '.join(units[following].split())}"
        following += 1
    text = _cut(text[: LONGEST * 20], terms, language)
    return text, marks_in(text, terms, language)


def _cut(text: str, terms: Collection[str], language: Language) -> str:
    """Cut a text to the longest excerpt, beginning a little before its first match, at words."""
    if len(text) <= LONGEST:
        return text
    first = next((start for start, _ in marks_in(text, terms, language)), 0)
    start = 0
    if first > LONGEST - _LEAD:
        space = text.find(" ", first - _LEAD)
        start = space + 1 if 0 <= space < first else first
    end = min(len(text), start + LONGEST - 4)
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def marks_in(text: str, terms: Collection[str], language: Language) -> tuple[tuple[int, int], ...]:
    """Return the spans of a text (code points) whose words match, neighbours of n-grams joined."""
    spans: list[tuple[int, int]] = []
    for start, end, word in language.tokens(text):
        if any(term in terms for term in word.terms) or any(extra in terms for extra in word.extras):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return tuple(spans)
