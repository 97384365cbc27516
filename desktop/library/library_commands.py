"""What one can do in the library: its buttons and its commands, bound to the presenters."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop.library.presenter import LibraryPresenter
from desktop.library.record_acts import RecordActs, link_to
from desktop.library.view import LibraryScreen
from desktop.record_editor.presenter import RecordEditorPresenter
from desktop.window.main_window import MainWindow
from kb_content.article import Article
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
    ) -> None:
        self._window, self._screen, self._library = window, screen, library
        self._writing, self._acts = writing, acts
        screen.query_changed.connect(library.query_changed)
        screen.kinds_chosen.connect(library.kinds_chosen)
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
