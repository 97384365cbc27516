"""The round of an owner: the articles whose check is due, one's own first, the longest overdue on top."""

from collections.abc import Iterable
from datetime import date

from desktop.library.records import short_day
from desktop.library.rows import AreaRow, Listing, RecordRow, Row, lead_of
from desktop.library.trust import Badge
from desktop.widgets.tone import Tone
from kb_content.article import Article
from kb_content.library import Library
from kb_content.verification import due_on, first_wave
from search.hit import Kind

YOURS, NOBODYS = "Yours", "Without an owner"


def due_articles(library: Library, today: date) -> dict[str, date]:
    """Return by id the articles to read again or for the first time, and since when.

    Those that nobody verified yet are dealt out over the days, a few for each owner.
    """
    articles = tuple(library.articles.values())
    found = {article.id: due for article in articles if (due := due_on(article)) is not None and due <= today}
    first_looks = first_wave(articles, today)
    return found | {id: day for id, day in first_looks.items() if day <= today}


def check_listing(library: Library, today: date, *, me: str, words: str = "") -> Listing:
    """Return the articles to check that have all the words, below their owners, mine (by name) first."""
    due = due_articles(library, today)
    wanted = [library.articles[id] for id in due if _matches(library.articles[id], words)]
    owners: dict[str, list[Article]] = {}
    for article in wanted:
        owners.setdefault(article.owner, []).append(article)
    rows: list[Row] = []
    for owner in sorted(owners, key=lambda name: (name != me, not name, name.casefold())):
        below = sorted(owners[owner], key=lambda article: (due[article.id], article.title.casefold()))
        rows.append(AreaRow(YOURS if owner == me and me else owner or NOBODYS, len(below)))
        rows += [_row(article, due[article.id], today) for article in below]
    return Listing(tuple(rows), found=len(wanted))


def next_check(library: Library, today: date) -> str:
    """Return which article is to be checked next and when, as a sentence; nothing where none ever is."""
    coming = ((due, article) for article in library.articles.values() if (due := due_on(article)) is not None)
    due, article = min(coming, key=lambda pair: (pair[0], pair[1].title), default=(None, None))
    if due is None or article is None:
        return ""
    owner = f", {article.owner}" if article.owner else ""
    return f"Next is “{article.title}”, on {short_day(due, today)}{owner}."


def after_one_went(before: Iterable[Row], now: Iterable[Row], key: str) -> str:
    """Return the record to go to once ``key`` may be gone from a list: itself, else what follows it."""
    old, new = _keys(before), _keys(now)
    if key in new or not new:
        return key if key in new else ""
    later = old[old.index(key) + 1 :] if key in old else []
    return next((one for one in later if one in new), new[-1] if later or key in old else new[0])


def _row(article: Article, since: date, today: date) -> RecordRow:
    if article.verified is None:
        badge = Badge("first look", "Nobody has verified it yet", Tone.OPEN, "circle")
    else:
        words = f"since {short_day(since, today)}"
        badge = Badge(words, f"Check due {words}", Tone.WARN, "clock")
    return RecordRow(Kind.ARTICLE, article.id, article.title, lead_of(article), badge)


def _matches(article: Article, words: str) -> bool:
    fields = (article.title, article.summary, article.owner, *article.products, *article.tags)
    text = " ".join(fields).casefold()
    return all(word in text for word in words.casefold().split())


def _keys(rows: Iterable[Row]) -> list[str]:
    return [row.key for row in rows if isinstance(row, RecordRow)]
