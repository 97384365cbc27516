"""Libraries of any size out of real help pages: their passages recombined, so that words stay as frequent."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from search_sets import Document, help_pages, untitled

from kb_content.article import Article
from kb_content.team import Team

WORDS = 350
_PARAGRAPH = re.compile(r"\n\s*\n")


class MadeLibrary:
    """What the index asks of a library, in memory: so many articles, and nothing else."""

    def __init__(self, size: int, seed: int = 5) -> None:
        self.folder = Path("no-such-folder")
        self.team = Team()
        self.known_issues: MappingProxyType[str, object] = MappingProxyType({})
        self.snippets: MappingProxyType[str, object] = MappingProxyType({})
        self.articles = {article.id: article for article in made_articles(size, seed)}

    def documents(self) -> list[Document]:
        """Return the same articles as the other engines take them."""
        return [Document(a.id, a.title, a.body) for a in self.articles.values()]


def pages() -> list[Document]:
    """Return the real pages: three handbooks and a product reference."""
    found = [page for name in ("bitwarden", "fly", "mattermost-handbook") for page in help_pages(name)]
    return [*found, *untitled("office-dev")]


def made_articles(size: int, seed: int) -> Iterator[Article]:
    """Yield articles of about 350 words, made of passages of real pages under a mixed real title."""
    chance = random.Random(seed)
    real = pages()
    titles = [page.title for page in real if page.title]
    passages = [part for page in real for part in _PARAGRAPH.split(page.body) if len(part.split()) > 5]
    for at in range(size):
        body: list[str] = []
        words = 0
        while words < WORDS:
            body.append(chance.choice(passages)[:3_000])
            words += len(body[-1].split())
        title = f"{chance.choice(titles)}: {chance.choice(titles)}"
        yield Article(f"a{at}", title, "\n\n".join(body), f"articles/a{at}.md", str(at))
