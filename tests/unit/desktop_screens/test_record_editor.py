"""Editing a record: one-line diffs, problems at their field, another's change, nothing lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.library.choice import Choice
from desktop.library.records import Record
from desktop.record_editor.comparison import ComparedRow, Side, compared
from desktop.record_editor.edit_session import Content, EditSession, carried
from desktop.record_editor.form import Control, form_of, read_form, values_of
from desktop.record_editor.kept_text import KeptText
from desktop.record_editor.presenter import RecordEditorPresenter
from desktop.record_editor.record_writer import RecordWriter
from kb_content.article import Verified
from kb_content.failure import Failure
from kb_content.library import Changes, Library
from search.hit import Kind
from tests.by_hand import AtOnce


class Editor:
    """An editor without widgets."""

    def __init__(self) -> None:
        self.shown = Content()
        self.problems: dict[str, str] = {}
        self.failure = ""
        self.choices: dict[str, Any] = {}
        self.preview = ""
        self.state = (False, False)
        self.answer = "stay"
        self.rows: tuple[ComparedRow, ...] = ()

    def show_session(self, session: EditSession, content: Content) -> None:
        self.shown = content

    def content(self) -> Content:
        return self.shown

    def show_field_problems(self, problems: dict[str, str]) -> None:
        self.problems = problems

    def show_failure(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        self.failure, self.choices = sentence, dict(choices)

    def show_note(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        self.failure, self.choices = sentence, dict(choices)

    def show_preview(self, sanitised_html: str) -> None:
        self.preview = sanitised_html

    def show_state(self, *, changed: bool, saving: bool) -> None:
        self.state = (changed, saving)

    def show_comparison(self, rows: tuple[ComparedRow, ...]) -> None:
        self.rows = rows

    def ask_unsaved(self, title: str) -> str:
        return self.answer

    def type(self, **changes: Any) -> None:
        """Change the title, the body, or fields by ``values``."""
        values = {**self.shown.values, **changes.pop("values", {})}
        self.shown = replace(self.shown, values=values, **changes)


class Desk:
    """The presenter with everything around it."""

    def __init__(self, library: Library, timers: Any) -> None:
        self.editor = Editor()
        self.saved: list[tuple[Record, bool]] = []
        self.events: list[str] = []
        self.met: list[Changes] = []
        self.library, self.why_not = library, ""
        kept = KeptText(
            desk=lambda: None,
            library=lambda: library,
            now=self.editor.content,
            writes=AtOnce(),
            timers=timers,
            told=self.events.append,
        )
        self.presenter = RecordEditorPresenter(
            view=self.editor,
            library=lambda: library,
            writer=RecordWriter(self.to_write),
            writes=AtOnce(),
            reads=AtOnce(),
            timers=timers,
            kept=kept,
            agent_name=lambda: "Ana Example",
            today=lambda: date(2026, 11, 21),
            opened=lambda: self.events.append("opened"),
            saved=lambda record, is_new: self.saved.append((record, is_new)),
            closed=lambda: self.events.append("closed"),
            met=self.met.append,
            refused=self.events.append,
            left_over=lambda kind, id: False,
        )

    def to_write(self) -> Library:
        """Give the library, unless there is none."""
        if self.why_not:
            raise Failure(self.why_not)
        return self.library


@pytest.fixture
def desk(library: Library, timers: Any) -> Desk:
    """A library's editor."""
    return Desk(library, timers)


def diff(before: str, after: str) -> list[str]:
    """The lines that are new or different."""
    old = before.split("\n")
    return [line for line in after.split("\n") if line not in old]


def test_saving_changes_the_line_that_was_changed(desk: Desk, library: Library, folder: Path) -> None:
    """All other bytes stay."""
    file = folder / "articles/billing/refunds.md"
    before = file.read_text(encoding="utf-8")
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(body=desk.editor.shown.body.replace("five days", "six days"))
    desk.presenter.save()
    assert diff(before, file.read_text(encoding="utf-8")) == ["Banks take six days."]
    assert [(record.id, is_new) for record, is_new in desk.saved] == [("refunds", False)]


def test_a_new_title_keeps_the_old_one_findable(desk: Desk, library: Library) -> None:
    """It goes to what the article is also known as."""
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(title="Money back")
    desk.presenter.save()
    assert library.articles["refunds"].title == "Money back"
    assert library.articles["refunds"].also_known_as == ("money back", "Refunds")


def test_without_a_library_no_article_is_begun(desk: Desk) -> None:
    """It is said before anything is typed."""
    desk.why_not = "There is no library."
    desk.presenter.new(Kind.ARTICLE)
    assert desk.events == ["There is no library."]
    assert desk.presenter.title == ""


def test_a_library_that_went_away_keeps_the_words(desk: Desk) -> None:
    """The new article stays in the editor, with the way to try again."""
    desk.presenter.new(Kind.ARTICLE)
    desk.editor.type(title="Gift cards")
    desk.why_not = "There is no library."
    desk.presenter.save()
    assert desk.editor.failure == "There is no library. Your text is still here."
    assert "Try again" in desk.editor.choices
    assert desk.presenter.is_changed


def test_a_new_article_is_written_and_found(desk: Desk, library: Library) -> None:
    """Its owner is who wrote it, its id comes from the title."""
    desk.presenter.new(Kind.ARTICLE)
    desk.editor.type(title="Gift cards", body="They never expire.\n", values={"tags": "billing\ncards"})
    desk.presenter.save()
    article = library.articles["gift-cards"]
    assert (article.owner, article.tags, article.path) == (
        "Ana Example",
        ("billing", "cards"),
        "articles/gift-cards.md",
    )
    assert article.verified == Verified(date(2026, 11, 21), "Ana Example")
    assert desk.saved[-1][1]


@pytest.mark.parametrize("kind", [Kind.KNOWN_ISSUE, Kind.SNIPPET])
def test_other_kinds_are_written_too(desk: Desk, library: Library, kind: Kind) -> None:
    """Each into its folder."""
    desk.presenter.new(kind)
    desk.editor.type(
        title="A new one", values={"keyword": "new"} if kind is Kind.SNIPPET else {"eta": "2026-12-03"}
    )
    desk.presenter.save()
    assert desk.editor.problems == {}
    assert "a-new-one" in {**library.known_issues, **library.snippets}


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        (Kind.ARTICLE, {"review_every": "often"}, "review_every"),
        (Kind.ARTICLE, {"verified": "12 Sep"}, "verified"),
        (Kind.ARTICLE, {"verified": "2026-09-12", "verified_by": ""}, "verified_by"),
        (Kind.ARTICLE, {"language": "English"}, "language"),
        (Kind.KNOWN_ISSUE, {"eta": "tomorrow"}, "eta"),
        (Kind.KNOWN_ISSUE, {"next_update": "2026-02-30"}, "next_update"),
        (Kind.SNIPPET, {"keyword": "two words"}, "keyword"),
        (Kind.SNIPPET, {"keyword": ""}, "keyword"),
    ],
)
def test_a_problem_stands_at_its_field(desk: Desk, kind: Kind, values: dict[str, str], field: str) -> None:
    """And nothing is written."""
    desk.presenter.new(kind)
    desk.editor.type(title="T", values=values)
    desk.presenter.save()
    assert list(desk.editor.problems) == [field]
    assert not desk.saved


def test_a_title_is_needed(desk: Desk) -> None:
    """Said at the title."""
    desk.presenter.new(Kind.ARTICLE)
    desk.presenter.save()
    assert "title" in desk.editor.problems


@pytest.mark.parametrize(
    ("text", "days"), [("180", 180), ("6 months", 180), ("1 year", 365), ("", 0), ("never", 0)]
)
def test_a_review_is_said_in_any_unit(text: str, days: int) -> None:
    """Kept in days."""
    fields, problems = read_form(Kind.ARTICLE, {"review_every": text}, {"review_every": "90"})
    assert (fields, problems) == ({"review_every": days}, {})


def test_what_was_not_touched_is_not_written(library: Library) -> None:
    """The form gives back nothing of a record that was only looked at."""
    for record in (
        library.articles["refunds"],
        library.known_issues["export-stops"],
        library.snippets["hello"],
    ):
        kind = {"Article": Kind.ARTICLE, "KnownIssue": Kind.KNOWN_ISSUE, "Snippet": Kind.SNIPPET}[
            type(record).__name__
        ]
        values = values_of(kind, record)
        assert read_form(kind, values, values) == ({}, {})
        assert {spec.key for spec in form_of(kind, library.team, record)} == set(values)


def test_people_and_products_that_left_stay_offered(library: Library) -> None:
    """A record keeps what the team file no longer names; a list with commas gets lines."""
    article = replace(library.articles["refunds"], owner="Gone", products=("Old",), tags=("a, b",))
    specs = {spec.key: spec for spec in form_of(Kind.ARTICLE, library.team, article)}
    assert ("Gone", "Gone") in specs["owner"].choices
    assert ("Old", "Old") in specs["products"].choices
    assert specs["tags"].control is Control.LINES


@pytest.mark.parametrize(("answer", "event"), [("discard", ["opened", "closed"]), ("stay", ["opened"])])
def test_leaving_asks_when_something_changed(
    desk: Desk, library: Library, answer: str, event: list[str]
) -> None:
    """What was typed goes only when one says so."""
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(title="Other")
    desk.editor.answer = answer
    desk.presenter.cancel()
    assert desk.events == event
    assert desk.presenter.is_changed is (answer == "stay")


def test_leaving_asks_nothing_when_nothing_changed(desk: Desk, library: Library) -> None:
    """It just closes."""
    desk.editor.answer = "must not be asked"
    desk.presenter.edit(library.articles["refunds"])
    desk.presenter.cancel()
    assert desk.events == ["opened", "closed"]


def test_saving_while_leaving(desk: Desk, library: Library) -> None:
    """Save is one of the answers."""
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(title="Other")
    desk.editor.answer = "save"
    desk.presenter.cancel()
    assert library.articles["refunds"].title == "Other"
    assert not desk.presenter.is_changed


def change_outside(folder: Path, old: str, new: str) -> None:
    """Somebody else saves the article."""
    file = folder / "articles/billing/refunds.md"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def begin_conflict(desk: Desk, library: Library, folder: Path) -> None:
    """Both change the body; they change the summary, I the title."""
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(title="Mine", body="My words.\n")
    change_outside(folder, "five days", "nine days")
    change_outside(folder, "How and when money goes back.", "Theirs.")
    desk.presenter.save()


def test_a_change_outside_offers_both_and_writes_nothing(desk: Desk, library: Library, folder: Path) -> None:
    """Their file stays, my words stay in the editor."""
    begin_conflict(desk, library, folder)
    assert list(desk.editor.choices) == ["Compare", "Keep mine", "Take theirs"]
    assert desk.met == [Changes(changed=frozenset({"article:refunds"}))]
    assert desk.editor.shown.body == "My words.\n"
    assert "nine days" in (folder / "articles/billing/refunds.md").read_text(encoding="utf-8")


def test_mine_becomes_an_edit_of_the_newer_version(desk: Desk, library: Library, folder: Path) -> None:
    """What I didn't touch is theirs."""
    begin_conflict(desk, library, folder)
    desk.editor.choices["Keep mine"]()
    assert desk.editor.shown.values["summary"] == "Theirs."
    desk.presenter.save()
    article = library.articles["refunds"]
    assert (article.title, article.body, article.summary) == ("Mine", "My words.\n", "Theirs.")


def test_theirs_can_be_taken_and_mine_brought_back(desk: Desk, library: Library, folder: Path) -> None:
    """Nothing is lost either way."""
    begin_conflict(desk, library, folder)
    desk.editor.choices["Take theirs"]()
    assert "nine days" in desk.editor.shown.body
    assert not desk.presenter.is_changed
    desk.editor.choices["Bring my text back"]()
    assert (desk.editor.shown.body, desk.editor.shown.title) == ("My words.\n", "Mine")
    assert desk.presenter.is_changed


def test_both_can_be_compared(desk: Desk, library: Library, folder: Path) -> None:
    """Theirs at the left, mine at the right."""
    begin_conflict(desk, library, folder)
    desk.editor.choices["Compare"]()
    assert ComparedRow(Side.CHANGED, "Title: Refunds", "Title: Mine") in desk.editor.rows


def test_a_file_that_went_away_can_be_saved_as_new(desk: Desk, library: Library, folder: Path) -> None:
    """The words become a new article."""
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(body="My words.\n")
    (folder / "articles/billing/refunds.md").unlink()
    desk.presenter.save()
    desk.editor.choices["Save as a new one"]()
    assert library.articles["refunds"].path == "articles/refunds.md"


def test_a_change_outside_while_writing_is_told_early(desk: Desk, library: Library, folder: Path) -> None:
    """An editor without changes simply shows the newer text."""
    desk.presenter.edit(library.articles["refunds"])
    change_outside(folder, "five", "six")
    library.refresh()
    desk.presenter.library_changed()
    assert "six days" in desk.editor.shown.body
    desk.editor.type(title="Mine")
    change_outside(folder, "six", "seven")
    library.refresh()
    desk.presenter.library_changed()
    assert "Keep mine" in desk.editor.choices


def test_a_failed_save_keeps_the_text_and_can_be_tried_again(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence stays until it works."""

    def full(*_: Any, **__: Any) -> None:
        raise Failure("The disk is full.")

    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(body="My words.\n")
    with monkeypatch.context() as broken:
        broken.setattr(Library, "save_article", full)
        desk.presenter.save()
    assert desk.editor.failure == "The disk is full. Your text is still here."
    desk.editor.choices["Try again"]()
    assert library.articles["refunds"].body == "My words.\n"


def test_another_record_waits_for_the_unsaved_one(desk: Desk, library: Library) -> None:
    """Unless one discards it."""
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(title="Mine")
    desk.presenter.edit(library.articles["late-orders"])
    assert desk.editor.shown.title == "Mine"
    desk.editor.answer = "discard"
    desk.presenter.edit(library.articles["late-orders"])
    assert desk.editor.shown.title == "Late orders"


def test_the_preview_follows(desk: Desk, library: Library, timers: Any) -> None:
    """After a pause; a large text in the lane."""
    desk.presenter.edit(library.articles["refunds"])
    for body in ("**strong**", "**strong** words\n\n" * 1_000):
        desk.editor.type(body=body)
        desk.presenter.changed()
        timers.fire()
        assert "<strong>strong</strong>" in desk.editor.preview


def test_the_preview_of_a_long_text_shows_its_beginning(desk: Desk, library: Library, timers: Any) -> None:
    """And says so; the text is whole."""
    desk.presenter.edit(library.articles["refunds"])
    desk.editor.type(body="A line of words.\n\n" * 3_000 + "The end.")
    desk.presenter.changed()
    timers.fire()
    assert "The preview shows the beginning only" in desk.editor.preview
    assert "The end." not in desk.editor.preview
    assert desk.presenter.is_changed


def test_a_word_that_would_stall_the_window_is_not_opened(desk: Desk, library: Library) -> None:
    """One sentence instead."""
    desk.presenter.edit(replace(library.articles["refunds"], body="x" * 20_001))
    assert desk.events == ["It holds a word of more than 20,000 letters: edit the file in another program."]


def test_what_nobody_touched_is_carried_from_theirs() -> None:
    """Field by field."""
    base = Content("T", {"a": "1", "b": "1"}, "body")
    mine = Content("T", {"a": "2", "b": "1"}, "mine")
    theirs = Content("U", {"a": "3", "b": "3"}, "theirs")
    assert carried(base, mine, theirs) == Content("U", {"a": "2", "b": "3"}, "mine")


def test_long_stretches_of_the_same_are_left_out() -> None:
    """With a row that says how many."""
    same = "\n".join(f"line {n}" for n in range(30))
    rows = compared(f"a\n{same}\nx", f"b\n{same}")
    assert rows[0] == ComparedRow(Side.CHANGED, "a", "b")
    assert [row.left for row in rows if row.side is Side.GAP] == ["24 lines are the same"]
    assert rows[-1] == ComparedRow(Side.ONLY_LEFT, "x", "")
