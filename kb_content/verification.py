"""Verification: when an article is due for its owner's next look, and how the first wave is spread.

An article that was never verified is not overdue, it is unverified; its first date comes from
``first_wave``, which deals the articles of each owner out over working days, so that nobody finds a
thousand reminders on the first morning.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from kb_content.article import Article, ArticleStatus


def due_on(article: Article) -> date | None:
    """Return the day on which an article is to be verified again; None when it never is.

    That is ``review_every`` days after it was verified; drafts and retired articles are not due.
    """
    if article.verified is None or not article.review_every or article.status is not ArticleStatus.PUBLISHED:
        return None
    try:
        return article.verified.on + timedelta(days=article.review_every)
    except OverflowError:  # verified in the year 9999
        return None


def is_overdue(article: Article, today: date) -> bool:
    """Whether the day on which it was to be verified again has come."""
    due = due_on(article)
    return due is not None and due <= today


def needs_first_look(article: Article) -> bool:
    """Whether a published article is to be reviewed and nobody has verified it yet."""
    return article.status is ArticleStatus.PUBLISHED and article.verified is None and article.review_every > 0


def first_wave(
    articles: Iterable[Article],
    today: date,
    *,
    a_day: int = 3,
    days_off: Collection[int] = (5, 6),
    holidays: Collection[date] = (),
) -> dict[str, date]:
    """Return the day of the first look for each article that nobody has verified yet, by its id.

    At most ``a_day`` for one owner on one day, none on ``days_off`` (Monday is 0) or holidays. The
    order is by id, so that the same articles give the same days; shorter ``review_every`` first.
    """
    waiting = sorted(filter(needs_first_look, articles), key=lambda a: (a.review_every, a.id))
    dates: dict[str, date] = {}
    next_day: dict[str, tuple[date, int]] = {}
    for article in waiting:
        day, used = next_day.get(article.owner, (_working_day(today, days_off, holidays), 0))
        if used == max(1, a_day):
            day, used = _working_day(day + timedelta(days=1), days_off, holidays), 0
        dates[article.id] = day
        next_day[article.owner] = (day, used + 1)
    return dates


def _working_day(day: date, days_off: Collection[int], holidays: Collection[date]) -> date:
    """The day itself or the next one that is worked; a year without any gives the day itself."""
    for step in range(366):
        candidate = day + timedelta(days=step)
        if candidate.weekday() not in days_off and candidate not in holidays:
            return candidate
    return day
