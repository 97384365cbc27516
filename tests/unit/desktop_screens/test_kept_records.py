"""What is written about a record outlives a crash: kept on the desk, offered again, gone once saved."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from composer.tickets.desk import Desk
from composer.tickets.record_draft_table import RecordDraft
from desktop.library.choice import Choice
from desktop.record_editor.comparison import ComparedRow
from desktop.record_editor.edit_session import Content, EditSession
from desktop.record_editor.kept_text import KEEP_MS, KeptText
from desktop.record_editor.left_texts import LeftTexts
from desktop.record_editor.presenter import RecordEditorPresenter
from desktop.record_editor.record_writer import RecordWriter
from kb_content.article import Article
from kb_content.failure import Failure
from kb_content.library import Library
from search.hit import Kind
from tests.by_hand import AtOnce

ALL = frozenset(Kind)


class Editor:
    """An editor without widgets."""

    def __init__(self) -> None:
        self.shown = Content()
        self.failure = ""
        self.choices: dict[str, Callable[[], object]] = {}
        self.answer = "stay"

    def show_session(self, session: EditSession, content: Content) -> None:
        self.shown = content

    def content(self) -> Content:
        return self.shown

    def show_field_problems(self, problems: dict[str, str]) -> None: ...

    def show_failure(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        self.failure, self.choices = sentence, dict(choices)

    def show_note(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        self.failure, self.choices = sentence, dict(choices)

    def show_preview(self, sanitised_html: str) -> None: ...

    def show_state(self, *, changed: bool, saving: bool) -> None: ...

    def show_comparison(self, rows: tuple[ComparedRow, ...]) -> None: ...

    def ask_unsaved(self, title: str) -> str:
        return self.answer


class Run:
    """One run of the program, as far as an editor of records sees it."""

    def __init__(self, desk: Desk | None, library: Library, timers: Any) -> None:
        self.editor, self.timers, self.library = Editor(), timers, library
        self.said: list[str] = []
        self.undo: Callable[[], object] | None = None
        kept = KeptText(
            desk=lambda: desk,
            library=lambda: library,
            now=self.editor.content,
            writes=AtOnce(),
            timers=timers,
            told=self.editor.show_failure,
        )
        self.presenter = RecordEditorPresenter(
            view=self.editor,
            library=lambda: library,
            writer=RecordWriter(lambda: library),
            writes=AtOnce(),
            reads=AtOnce(),
            timers=timers,
            kept=kept,
            agent_name=lambda: "Ana Example",
            today=lambda: date(2026, 11, 21),
            opened=lambda: None,
            saved=lambda record, is_new: None,
            closed=lambda: None,
            met=lambda changes: None,
            refused=self.said.append,
            left_over=lambda kind, id: self.left.take_up_of(kind, id),
        )
        self.left = LeftTexts(
            kinds=ALL,
            desk=lambda: desk,
            writes=AtOnce(),
            may_begin=self.presenter.may_begin,
            restore=self.presenter.restore,
            in_hand=lambda: kept.number,
            changed=lambda: None,
            told_moment=lambda moment: f"{moment:%d %b}",
            say=self.say,
        )
        self.left.look(library)

    def say(
        self, text: str, kind: str = "ok", *, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """A notice."""
        self.said.append(text)
        self.undo = run

    def type(self, **changes: Any) -> None:
        """Change something and let the time pass in which it is kept."""
        self.editor.shown = replace(self.editor.shown, **changes)
        self.presenter.changed()
        self.timers.fire()


@pytest.fixture
def desk(tmp_path: Path, now: datetime) -> Iterator[Desk]:
    """A desk whose clock stands."""
    desk = Desk.open(tmp_path / "desk.sqlite", clock=lambda: now)
    yield desk
    desk.close()


Start = Callable[[], Run]


@pytest.fixture
def start(desk: Desk, library: Library, timers: Any) -> Start:
    """Start the program anew on the same desk, as after a kill."""
    return lambda: Run(desk, library, timers)


def theirs_saved(library: Library) -> Article:
    """Save another summary, as a colleague would."""
    revision = library.articles["refunds"].revision
    return library.save_article("refunds", fields={"summary": "Theirs."}, expected_revision=revision)


def kept(desk: Desk) -> list[str]:
    """The texts that are kept aside."""
    return [draft.content for draft in desk.record_drafts()]


def test_what_is_typed_is_kept_within_a_second(start: Start, desk: Desk, library: Library) -> None:
    """The newest text, under one number however often it is kept."""
    assert KEEP_MS < 1_000
    run = start()
    run.presenter.edit(library.articles["refunds"])
    assert kept(desk) == []
    run.type(body="One.")
    run.type(body="One. Two.")
    (text,) = kept(desk)
    assert "One. Two." in text


def test_after_a_kill_the_text_is_offered_and_stands_as_it_was(
    start: Start, library: Library, desk: Desk
) -> None:
    """One sentence says what and when; title, fields and body come back, and can be saved."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    values = {**run.editor.shown.values, "tags": "billing\nmoney"}
    run.type(title="Money back", body="Unsaved, with \u00a0 and \U0001f600.", values=values)
    written = run.editor.shown
    run = start()
    assert (
        run.left.sentence == "“Money back” was being written on 21 Nov when Thrice ended, and is not saved."
    )
    run.left.take_up_first()
    assert run.left.sentence == ""
    assert run.editor.shown == written
    assert run.editor.failure.startswith("This is your text as it stood when Thrice ended")
    assert run.presenter.is_changed
    run.presenter.save()
    assert library.articles["refunds"].title == "Money back"
    assert kept(desk) == []


def test_a_new_record_comes_back_too(start: Start, desk: Desk) -> None:
    """It has no file and no id yet."""
    run = start()
    run.presenter.new(Kind.KNOWN_ISSUE)
    run.type(title="Mails are late")
    run = start()
    run.left.take_up_first()
    assert run.presenter.title == "Mails are late"
    run.type(body="By an hour.")
    assert len(kept(desk)) == 1


def test_editing_the_same_record_brings_its_text_back(start: Start, library: Library) -> None:
    """Nobody writes the same words twice; other records open as they are."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Unsaved.")
    run = start()
    run.presenter.edit(library.articles["late-orders"])
    assert "Unsaved." not in run.editor.shown.body
    run.presenter.edit(library.articles["refunds"])
    assert run.editor.shown.body == "Unsaved."


def test_a_file_that_changed_meanwhile_keeps_both(start: Start, library: Library, folder: Path) -> None:
    """What only they changed is there, what I changed is mine; both can be compared."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Mine.")
    theirs_saved(library)
    run = start()
    run.left.take_up_first()
    assert (run.editor.shown.body, run.editor.shown.values["summary"]) == ("Mine.", "Theirs.")
    assert "The file was changed since" in run.editor.failure
    assert set(run.editor.choices) == {"Compare", "Throw it away"}


def test_a_file_that_is_gone_loses_no_text(start: Start, library: Library, folder: Path) -> None:
    """Saving makes a new one."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Mine.")
    (folder / "articles/billing/refunds.md").unlink()
    library.refresh()
    run = start()
    run.left.take_up_first()
    assert "The file is gone" in run.editor.failure
    run.presenter.save()
    assert library.articles["refunds"].body.strip() == "Mine."


@pytest.mark.parametrize("answer", ["discard", "save"])
def test_saving_and_discarding_forget_it(start: Start, desk: Desk, library: Library, answer: str) -> None:
    """Nothing is offered at the next start."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Mine.")
    run.editor.answer = answer
    run.presenter.cancel()
    run.presenter.keep_now()
    assert kept(desk) == []
    assert start().left.sentence == ""


def test_discarding_at_the_door_stays_discarded(start: Start, desk: Desk, library: Library) -> None:
    """The window asks, then everything is saved once more as it closes; typing on is kept again."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Mine.")
    run.editor.answer = "discard"
    assert run.presenter.save_and_close()
    run.presenter.keep_now()
    assert kept(desk) == []
    run.type(body="Mine again.")
    assert len(kept(desk)) == 1


def test_what_is_undone_needs_no_keeping(start: Start, desk: Desk, library: Library) -> None:
    """Nobody is offered a text that says what the file says."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    before = run.editor.shown.body
    run.type(body="Mine.")
    run.type(body=before)
    assert kept(desk) == []


def test_an_offer_is_thrown_away_and_taken_back(start: Start, desk: Desk) -> None:
    """The next one is offered meanwhile."""
    for title in ("First", "Second"):
        run = start()
        run.presenter.new(Kind.ARTICLE)
        run.type(title=title)
    run = start()
    assert "“First”" in run.left.sentence
    assert run.left.sentence.endswith("1 more behind it.")
    run.left.throw_away_first()
    assert run.said == ["“First” is thrown away."]
    assert "“Second”" in run.left.sentence
    assert run.undo is not None
    run.undo()
    assert "“First”" in run.left.sentence
    assert len(kept(desk)) == 2


def test_the_text_in_hand_is_not_offered(start: Start, library: Library) -> None:
    """Also when the library is opened again while one writes."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="In hand.")
    run.left.look(Library(library.folder / "elsewhere"))
    run.left.look(library)
    assert run.left.sentence == ""


def test_another_text_in_hand_is_asked_about_first(start: Start, library: Library) -> None:
    """Whoever stays keeps both: the text in the editor and the offer."""
    run = start()
    run.presenter.new(Kind.ARTICLE)
    run.type(title="Left")
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="In hand.")
    run.left.take_up_first()
    assert run.editor.shown.body == "In hand."
    assert "“Left”" in run.left.sentence


def test_their_version_keeps_mine_aside_until_one_leaves(start: Start, desk: Desk, library: Library) -> None:
    """Also over a kill."""
    run = start()
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Mine.")
    theirs = theirs_saved(library)
    run.presenter.others.take_theirs(theirs)
    run.presenter.keep_now()
    assert "Mine." in kept(desk)[0]
    run.presenter.cancel()
    assert kept(desk) == []


def test_a_desk_that_cannot_be_written_is_said_and_tried_again(library: Library, timers: Any) -> None:
    """The editor works on; without any desk it says nothing."""

    class Full:
        full = True
        texts: list[RecordDraft] = []

        def keep_record_draft(self, draft: RecordDraft) -> int:
            if self.full:
                raise Failure("The disk is full.")
            self.texts.append(draft)
            return 7

        def drop_record_draft(self, number: int) -> None: ...

        def record_drafts(self) -> tuple[RecordDraft, ...]:
            return ()

    desk: Any = Full()
    run = Run(desk, library, timers)
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Mine.")
    assert run.editor.failure == "What you write is not kept in case of a crash: The disk is full."
    desk.full = False
    timers.fire()
    assert len(desk.texts) == 1
    run = Run(None, library, timers)
    run.presenter.edit(library.articles["refunds"])
    run.type(body="Mine.")
    assert run.editor.failure == ""


@pytest.mark.parametrize("content", ["", "[]", '{"values": 3, "body": null}', "{"])
def test_a_damaged_text_opens_without_an_error(
    start: Start, desk: Desk, library: Library, content: str
) -> None:
    """As what can be read of it."""
    desk.keep_record_draft(RecordDraft(str(library.folder), "article", "refunds", "old", "{}", content))
    run = start()
    assert "article" in run.left.sentence
    run.left.take_up_first()
    assert run.presenter.title
