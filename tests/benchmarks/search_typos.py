"""Misspelt queries: titles of real help pages with one or two slips of the fingers each, by a fixed seed."""

import random
import tempfile
from pathlib import Path

from search_engines import Ours
from search_sets import Document, help_pages

COUNT = 100
PLACES = 3
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in _ROWS for at, letter in enumerate(row)
}


def misspelt(word: str, chance: random.Random) -> str:
    """Return a word with one slip: a letter dropped, doubled, swapped, or its neighbour's on the keys."""
    at = chance.randrange(1, len(word) - 1)
    slip = chance.choice(("drop", "double", "swap", "neighbour"))
    if slip == "drop":
        return word[:at] + word[at + 1 :]
    if slip == "double":
        return word[: at + 1] + word[at:]
    if slip == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice(_NEIGHBOURS.get(word[at].lower(), "e")) + word[at + 1 :]


def queries(pages: list[Document], chance: random.Random) -> list[tuple[str, str]]:
    """Return misspelt titles with the ids of their pages."""
    titles = [page.title for page in pages]
    own = [page for page in pages if titles.count(page.title) == 1]
    made = []
    for page in chance.sample(own, len(own)):
        words = page.title.split()
        long = [at for at, word in enumerate(words) if len(word) > 4 and word.isalpha()]
        if not long:
            continue
        for at in chance.sample(long, min(len(long), chance.choice((1, 1, 2)))):
            words[at] = misspelt(words[at], chance)
        made.append((" ".join(words), page.id))
    return made[:COUNT]


def measure_typos() -> None:
    """Print for how many misspelt queries the right page is among the first three."""
    pages = [page for name in ("bitwarden", "fly", "mattermost-handbook") for page in help_pages(name)]
    asked = queries(pages, random.Random(11))
    with tempfile.TemporaryDirectory() as folder:
        ours = Ours()
        ours.fill(pages, Path(folder))
        missed = [query for query, wanted in asked if wanted not in ours.find(query, PLACES)]
    print(
        f"\nTypos: the right one of {len(pages)} pages is among the first {PLACES} for"
        f" {len(asked) - len(missed)} of {len(asked)} misspelt titles."
    )
    for query in missed:
        print(f"  missed: {query}")
