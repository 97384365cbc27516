"""What the record editor's presenter tells its view, said without Qt."""

from collections.abc import Sequence
from typing import Protocol

from desktop.library.choice import Choice
from desktop.record_editor.comparison import ComparedRow
from desktop.record_editor.edit_session import Content, EditSession


class EditorView(Protocol):
    """What the presenter tells the editor."""

    def show_session(self, session: EditSession, content: Content) -> None:
        """Show a form and a text to edit."""

    def content(self) -> Content:
        """Return what stands in the editor now."""

    def show_field_problems(self, problems: dict[str, str]) -> None:
        """Show a sentence at each field that can't be saved so."""

    def show_failure(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Show what went wrong, until it is read; no sentence hides it."""

    def show_note(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Show what is good to know about the text, in the same place."""

    def show_preview(self, sanitised_html: str) -> None:
        """Show the text as it will be read."""

    def show_state(self, *, changed: bool, saving: bool) -> None:
        """Show whether there is something to save, and whether it is being saved."""

    def show_comparison(self, rows: tuple[ComparedRow, ...]) -> None:
        """Show both versions side by side."""

    def ask_unsaved(self, title: str) -> str:
        """Ask what to do with changes: ``save``, ``discard`` or ``stay``."""
