"""What one can do in the library: its buttons and its commands, bound to the presenters."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop.library.gaps.ask_dialog import AskOwnerDialog
from desktop.library.gaps.gap_list import GapAct, GapList
from desktop.library.gaps.gaps_presenter import GapsPresenter
from desktop.library.gaps.owner_mail import owner_mail
from desktop.library.presenter import LibraryPresenter
from desktop.library.record_acts import RecordActs, link_to
from desktop.library.view import LibraryScreen
from desktop.record_editor.presenter import RecordEditorPresenter
from desktop.window.main_window import MainWindow
from kb_content.article import Article
from kb_content.team import Team
from search.hit import Kind


class LibraryCommands:
    """Connects the library's screen and binds its commands."""

    def __init__(
        self,
        *,
        window: MainWindow,
        screen: LibraryScreen,
        library: LibraryPresenter,
        writing: RecordEditorPresenter,
        acts: RecordActs,
        gaps: GapsPresenter,
        today: Callable[[], date],
        team: Callable[[], Team],
        agent_name: Callable[[], str],
        show_screen: Callable[[], object],
        folder: Callable[[], Path],
    ) -> None:
        self._window, self._screen, self._library = window, screen, library
        self._writing, self._acts, self._gaps = writing, acts, gaps
        self._today, self._team, self._agent_name = today, team, agent_name
        self._show_screen, self._folder = show_screen, folder
        screen.query_changed.connect(library.query_changed)
        screen.kinds_chosen.connect(library.kinds_chosen)
        screen.to_check_chosen.connect(library.to_check_chosen)
        screen.row_chosen.connect(library.row_chosen)
        screen.row_opened.connect(library.open_row)
        screen.link_followed.connect(library.link_followed)
        screen.correction_chosen.connect(library.correction_chosen)
        screen.other_library_wanted.connect(lambda: window.book.run("open-library"))
        screen.new_wanted.connect(writing.new)
        screen.copy_wanted.connect(self.copy_link)
        screen.edit_wanted.connect(self.edit)
        screen.verify_wanted.connect(self.verify)
        screen.life_wanted.connect(self.change_life)
        screen.note_wanted.connect(self.note_gap)
        screen.ask_wanted.connect(self.ask_owner)
        screen.gaps_wanted.connect(self.show_gaps)
        screen.file_wanted.connect(self.open_file)
        self._bind()

    def edit(self) -> None:
        """Edit the record that is read."""
        if self._library.page is not None:
            self._writing.edit(self._library.page.record)

    def copy_link(self) -> None:
        """Put a Markdown link to what is read on the clipboard."""
        if self._library.page is not None:
            link = link_to(self._library.page.record)
            QApplication.clipboard().setText(link)
            self._window.say(f"Copied: {link}")

    def verify(self) -> None:
        """Note that the article was read today and is true."""
        self._for_article(self._acts.verify)

    def change_life(self) -> None:
        """Retire the article, or publish it."""
        self._for_article(self._acts.change_life)

    def open_file(self, path: str) -> None:
        """Open a file of the library in the editor that the system has for it."""
        whole = self._folder() / path
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(whole))):
            QApplication.clipboard().setText(str(whole))
            self._window.say("No program opens it; the file's path is on the clipboard.", "warn")

    def note_gap(self) -> None:
        """Note that the library does not answer what is searched for."""
        self._gaps.note(self._library.query)

    def ask_owner(self) -> None:
        """Write to who may know: the owner of the article in front, or of what comes nearest."""
        page, name = self._library.page, self._agent_name()
        mail = owner_mail(
            self._team(),
            query=self._library.query,
            read=page.record if page is not None else self._library.nearest(),
            answered=self._library.has_found,
            agent=name,
        )
        dialog = AskOwnerDialog(self._window, mail)
        dialog.exec()
        if done := dialog.carry_out():
            self._window.say(done)
        dialog.deleteLater()

    def show_gaps(self) -> None:
        """List what nobody found."""
        dialog = GapList(self._window, self._gaps.gaps, self._today())
        dialog.settle_wanted.connect(self._gaps.settle)
        self._gaps.watch(dialog.show_gaps)
        dialog.exec()
        self._gaps.watch(None)
        if dialog.chosen_act == GapAct.WRITE:
            self._writing.new(Kind.ARTICLE, title=dialog.chosen, known_as=dialog.chosen)
        elif dialog.chosen_act == GapAct.SEARCH:
            self._screen.show_query(dialog.chosen)
            self._screen.focus_search()
        dialog.deleteLater()

    def show_overdue(self) -> None:
        """List the articles whose check is due, one's own first."""
        self._show_screen()
        self._window.show_place("library")
        self._screen.choose_to_check()
        self._screen.focus_search()

    def go_back(self) -> None:
        """Return along links that were followed, then to the place before."""
        if self._library.can_go_back():
            self._library.go_back()
        else:
            self._window.go_back()

    def _bind(self) -> None:
        book, writing = self._window.book, self._writing
        book.bind("search-here", self._screen.focus_search, place="library")
        book.bind("new-article", lambda: writing.new(Kind.ARTICLE))
        book.bind("new-snippet", lambda: writing.new(Kind.SNIPPET))
        book.bind("edit-record", self.edit, enabled=self._has_page, place="library")
        book.bind("copy-link", self.copy_link, enabled=self._has_page)
        book.bind("verify-record", self.verify, enabled=self._has_article)
        book.bind("retire-record", self.change_life, enabled=self._has_article)
        book.bind("library-problems", self._screen.show_problem_list, enabled=self._screen.has_problems)
        book.bind("note-gap", self.note_gap, enabled=lambda: bool(self._library.query))
        book.bind("ask-owner", self.ask_owner)
        book.bind("show-gaps", self.show_gaps)
        book.bind("show-overdue", self.show_overdue)
        book.bind("search-help", self._screen.show_cheat_sheet)
        book.bind("back", self.go_back, place="library")
        book.bind("save-record", writing.save, place="library-edit")
        book.bind("back", writing.cancel, place="library-edit")

    def _has_page(self) -> bool:
        return self._library.page is not None

    def _has_article(self) -> bool:
        return self._library.page is not None and isinstance(self._library.page.record, Article)

    def _for_article(self, act: Callable[[Article], object]) -> None:
        page = self._library.page
        if page is not None and isinstance(page.record, Article):
            act(page.record)
