"""Whether an unsaved text belongs to the library that is open, also where its folder has another path now."""

from collections.abc import Iterable
from pathlib import Path

from composer.tickets.record_draft_table import RecordDraft
from desktop.library.records import record_named
from kb_content.library import Library
from kb_content.team import Team


def folder_of(library: Library) -> str:
    """Return the folder of a library as texts are kept for it: whole, wherever the program is started."""
    return str(library.folder.absolute())


def texts_of(library: Library, drafts: Iterable[RecordDraft]) -> tuple[RecordDraft, ...]:
    """Return the texts that belong to a library. It looks at folders: call it in a lane.

    They are those kept for its folder, by whatever path, and those of a folder where no library is any more
    if that one had this one's name: it was moved here. Where the name is not known, or is what every
    folder without ``library.toml`` is called, the record has to be here, too.
    """
    found = tuple(drafts)
    here = {folder: _is_same(Path(folder), library.folder) for folder in {draft.library for draft in found}}
    gone = {folder for folder, same in here.items() if not same and not _is_library(Path(folder))}
    return tuple(
        draft for draft in found if here[draft.library] or (draft.library in gone and _fits(draft, library))
    )


def _fits(draft: RecordDraft, library: Library) -> bool:
    if draft.library_name not in ("", library.team.name):
        return False
    is_named = draft.library_name not in ("", Team().name)
    is_new = not draft.record_id
    return is_named or is_new or record_named(library, draft.kind, draft.record_id) is not None


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def _is_library(folder: Path) -> bool:
    """Tell whether a folder holds anything that is seen; what was moved away may leave ``.git`` behind."""
    try:
        return any(not entry.name.startswith(".") for entry in folder.iterdir())
    except OSError:
        return False
