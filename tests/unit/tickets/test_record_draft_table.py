"""The desk keeps what is being written about records, over restarts."""

from dataclasses import replace
from pathlib import Path

from composer.tickets.desk import Desk
from composer.tickets.record_draft_table import RecordDraft

DRAFT = RecordDraft(
    "library", "article", "refunds", "r1", "{}", '{"title": "Refunds"}', library_name="Lantern"
)


def test_a_draft_is_there_after_a_restart(tmp_path: Path) -> None:
    """As it was kept last, under the number that it had at first."""
    path = tmp_path / "desk.sqlite"
    desk = Desk.open(path)
    number = desk.keep_record_draft(DRAFT)
    assert desk.keep_record_draft(replace(DRAFT, id=number, content="{}")) == number
    desk.close()
    desk = Desk.open(path)
    (kept,) = desk.record_drafts("library")
    assert (kept.id, kept.record_id, kept.content) == (number, "refunds", "{}")
    assert kept.library_name == "Lantern"
    assert kept.saved is not None
    desk.close()


def test_new_records_have_drafts_of_their_own(tmp_path: Path) -> None:
    """Two of them, in their order; another library's are not among them."""
    desk = Desk.open(tmp_path / "desk.sqlite")
    new = replace(DRAFT, record_id="", revision="")
    first, second = desk.keep_record_draft(new), desk.keep_record_draft(new)
    desk.keep_record_draft(replace(DRAFT, library="elsewhere"))
    assert [draft.id for draft in desk.record_drafts("library")] == [first, second]
    assert [draft.library for draft in desk.record_drafts()] == ["library", "library", "elsewhere"]
    desk.close()


def test_a_dropped_draft_is_gone_and_may_come_back(tmp_path: Path) -> None:
    """Dropping twice is dropping once; text typed meanwhile is kept again."""
    desk = Desk.open(tmp_path / "desk.sqlite")
    number = desk.keep_record_draft(DRAFT)
    for _ in range(2):
        desk.drop_record_draft(number)
    assert desk.record_drafts("library") == ()
    assert desk.keep_record_draft(replace(DRAFT, id=number)) == number
    desk.close()
