"""Links between records, and the days on which articles are due."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kb_content.article import Article, ArticleStatus, Verified
from kb_content.known_issue import KnownIssue
from kb_content.library import Library
from kb_content.links import Backlinks, Link, anchor_of, broken_links, links_in
from kb_content.verification import due_on, first_wave, is_overdue


def article(record_id: str, body: str = "", **fields: object) -> Article:
    return Article(record_id, record_id.title(), body, f"articles/{record_id}.md", "r", **fields)  # type: ignore[arg-type]


def test_links_are_found_with_their_places() -> None:
    body = "See [a](kb:refunds#late-ones), <kb:vat> and kb:no- but not skb:x."
    assert links_in(body) == (
        Link("refunds", "late-ones", 8, 28),
        Link("vat", "", 32, 38),
        Link("no", "", 44, 50),
    )


def test_backlinks_name_who_links_here() -> None:
    a, b, c = article("a", "kb:b kb:b"), article("b", "kb:b"), article("c", "[x](kb:b)")
    links = Backlinks()
    links.read({"c": c, "b": b, "a": a})
    assert links.of("b") == (a, c)
    assert links.of("a") == ()


def test_backlinks_follow_what_comes_changes_and_goes() -> None:
    a, b, issue = article("a", "kb:b"), article("b"), KnownIssue("a", "A", "kb:b", "known-issues/a.md", "r")
    links = Backlinks()
    links.read({"a": a, "b": b}, {"a": issue})
    assert set(links.of("b")) == {a, issue}
    other = article("a", "kb:c")
    links.read({"a": other, "b": b}, {"a": issue})
    assert (links.of("b"), links.of("c")) == ((issue,), (other,))
    links.read({"a": other, "b": b}, {})
    assert (links.of("b"), links.of("c")) == ((), (other,))


def test_a_link_to_nothing_is_broken_and_so_is_one_to_a_missing_heading() -> None:
    issue = KnownIssue("hang", "Hang", "## What helps\n", "known-issues/hang.md", "r")
    good = article("good", "kb:hang#what-helps and kb:bad")
    bad = article("bad", "kb:none and kb:hang#else")
    problems = broken_links({"good": good, "bad": bad}, {"hang": issue})
    assert [problem.path for problem in problems] == ["articles/bad.md"] * 2
    assert "kb:none" in problems[0].sentence
    assert "no such heading" in problems[1].sentence


def test_an_anchor_is_made_of_the_headings_letters() -> None:
    assert anchor_of("Où est-ce ?") == "ou-est-ce"


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"verified": Verified(date(2026, 1, 1), "A"), "review_every": 90}, date(2026, 4, 1)),
        ({"verified": Verified(date(2026, 1, 1), "A")}, None),
        ({"review_every": 90}, None),
        (
            {
                "verified": Verified(date(2026, 1, 1), "A"),
                "review_every": 90,
                "status": ArticleStatus.RETIRED,
            },
            None,
        ),
        ({"verified": Verified(date(9999, 12, 1), "A"), "review_every": 9999}, None),
    ],
)
def test_an_article_is_due_so_many_days_after_it_was_verified(
    fields: dict[str, object], due: date | None
) -> None:
    one = article("a", **fields)
    assert due_on(one) == due
    if due:
        assert is_overdue(one, due)
        assert not is_overdue(one, date.fromordinal(due.toordinal() - 1))


def test_the_first_wave_is_spread_over_the_working_days_of_each_owner() -> None:
    waiting = [article(f"a{n:03}", owner="ana" if n % 2 else "bo", review_every=90) for n in range(40)]
    friday = date(2026, 11, 20)
    dates = first_wave(waiting, friday, a_day=3, holidays=[date(2026, 11, 23)])
    assert len(dates) == 40
    by_owner = Counter((one.owner, dates[one.id]) for one in waiting)
    assert max(by_owner.values()) == 3
    assert min(dates.values()) == friday
    assert all(day.weekday() < 5 and day != date(2026, 11, 23) for day in dates.values())
    assert dates == first_wave(reversed(waiting), friday, a_day=3, holidays=[date(2026, 11, 23)])


def test_what_is_verified_or_never_reviewed_is_in_no_wave() -> None:
    done = article("a", review_every=90, verified=Verified(date(2026, 1, 1), "A"))
    assert first_wave([done, article("b")], date(2026, 1, 2)) == {}


def test_a_week_without_working_days_still_gives_a_day() -> None:
    today = date(2026, 1, 1)
    assert first_wave([article("a", review_every=1)], today, days_off=range(7)) == {"a": today}


def test_a_library_knows_who_links_after_every_change(tmp_path: Path) -> None:
    """What is remembered of the links goes with the first change of a file."""
    (tmp_path / "a.md").write_text("# A\n\nSee kb:b.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# B\n\nNothing here.\n", encoding="utf-8")
    library = Library.open(tmp_path)
    assert [record.id for record in library.linked_from("b")] == ["a"]
    assert library.linked_from("a") == ()
    (tmp_path / "b.md").write_text("# B\n\nSee kb:a, which is longer.\n", encoding="utf-8")
    library.refresh()
    assert [record.id for record in library.linked_from("a")] == ["b"]
