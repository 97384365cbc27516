"""Excerpts: the few words of a passage that show why it was found, with the places of the matches."""

from collections.abc import Sequence

from search.language import Language

LONGEST = 200
_LEAD = 60  # characters shown before the first match
_READ = 2_000  # characters of a sentence in which a match is looked for

Spans = tuple[tuple[int, int], ...]


def excerpt_for(
    lines: Sequence[str], best: int, terms: frozenset[str], language: Language
) -> tuple[str, Spans]:
    """Return an excerpt that begins with line ``best``, and the spans in it (code points) that match.

    ``lines`` are the sentences of a passage; ``terms`` are the terms that count as matches. The excerpt
    is plain text of at most ``LONGEST`` characters without line breaks.
    """
    best = min(max(best, 0), len(lines) - 1)
    text = lines[best][:_READ]
    for line in lines[best + 1 :]:
        if len(text) >= LONGEST * 3 // 4:
            break
        text = f"{text} {line[:LONGEST]}"
    spans = marks_in(text, terms, language)
    start, end = _window(text, spans[0][0] if spans else 0)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    inside = ((one + shift, other + shift) for one, other in spans if start <= one and other <= end)
    return f"{before}{text[start:end]}{after}", tuple(inside)


def _window(text: str, first: int) -> tuple[int, int]:
    """Return where an excerpt begins and ends, at words, so that the first match is well within."""
    if len(text) <= LONGEST:
        return 0, len(text)
    start = 0
    if first > LONGEST - _LEAD:
        space = text.find(" ", first - _LEAD)
        start = space + 1 if 0 <= space < first else first
    end = min(len(text), start + LONGEST - 4)
    space = text.rfind(" ", start, end + 1) if end < len(text) else -1
    return start, space if space > start else end


def marks_in(text: str, terms: frozenset[str], language: Language) -> Spans:
    """Return the spans of a text (code points) whose words match, neighbours of n-grams joined."""
    spans: list[tuple[int, int]] = []
    for start, end, word in language.tokens(text):
        if not (terms.isdisjoint(word.terms) and terms.isdisjoint(word.extras)):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return tuple(spans)
