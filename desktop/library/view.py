"""The library's screen: a search with its results at the left, the page that is read at the right."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from composer.tickets.gap_table import Gap
from desktop.library.cheat_sheet import CheatSheet
from desktop.library.choice import Choice
from desktop.library.index_strip import IndexStrip
from desktop.library.list_foot import ListFoot
from desktop.library.page import RecordPage
from desktop.library.problem_list import ProblemList
from desktop.library.reading_view import ReadingPane
from desktop.library.record_acts import STATUS_ACTS
from desktop.library.record_delegate import RecordDelegate
from desktop.library.record_list import RecordList
from desktop.library.records import KIND_ICONS, KINDS
from desktop.library.rows import Listing, shown_query
from desktop.library.split import ListAndPage
from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.look.theme import set_look
from desktop.text import Label, LineEdit, no_mnemonic, set_tooltip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import icon_button, small_button
from desktop.window.empty_state import EmptyState
from kb_content.article import Article, ArticleStatus
from kb_content.failure import Problem
from search.hit import Kind

_FILTERS: tuple[tuple[str, frozenset[Kind]], ...] = (
    ("All", frozenset(KINDS)),
    ("Articles", frozenset({Kind.ARTICLE})),
    ("Issues", frozenset({Kind.KNOWN_ISSUE})),
    ("Snippets", frozenset({Kind.SNIPPET})),
)


class LibraryScreen(QWidget):
    """Shows rows and a page; says what was typed and chosen."""

    query_changed = Signal(str)
    kinds_chosen = Signal(object)
    to_check_chosen = Signal()
    row_chosen = Signal(str)
    row_opened = Signal(str)
    link_followed = Signal(str)
    correction_chosen = Signal()
    other_library_wanted = Signal()
    new_wanted = Signal(object)
    edit_wanted = Signal()
    copy_wanted = Signal()
    verify_wanted = Signal()
    life_wanted = Signal()
    note_wanted = Signal()
    ask_wanted = Signal()
    gaps_wanted = Signal()
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = LineEdit(placeholder="Search the library")
        sign = self.search.addAction(QIcon(), LineEdit.ActionPosition.LeadingPosition)
        set_icon(sign, "search", "muted")
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(256)
        self.search.setAccessibleName("Search the library")
        self.search.textChanged.connect(self.query_changed)
        self.help_button = icon_button("question", "What you can type here", self.show_cheat_sheet)
        self.new_button = small_button("New", lambda: None, look="primary", icon="plus")
        self.new_button.setMenu(self._new_menu())
        self.list = RecordList(RecordDelegate())
        self.list.setAccessibleName("Results")
        self.list.serve_search(self.search)
        self.list.chosen.connect(self.row_chosen)
        self.list.opened.connect(self._open)
        self.list.left.connect(self.focus_search)
        self.said = Label("", "muted", wrap=True)
        self.correction = small_button("", self.correction_chosen.emit, look="link")
        self.correction.setMinimumHeight(grown(28))
        self.index_strip = IndexStrip()
        self.foot = ListFoot()
        self.foot.problems_wanted.connect(self.show_problem_list)
        self.foot.gaps_wanted.connect(self.gaps_wanted)
        self.foot.note_wanted.connect(self.note_wanted)
        self.foot.ask_wanted.connect(self.ask_wanted)
        self._problems: tuple[Problem, ...] = ()
        self.pane = ReadingPane("library")
        self.pane.link_activated.connect(self.link_followed)
        self.pane.left.connect(self.focus_search)
        self.pane.empty.first_chosen.connect(self.note_wanted)
        self.pane.empty.second_chosen.connect(self.ask_wanted)
        self._add_acts()
        self.empty = EmptyState("library")
        self.empty.first_chosen.connect(lambda: self.new_wanted.emit(Kind.ARTICLE))
        self.empty.second_chosen.connect(self.other_library_wanted)
        self.pages = QStackedWidget()
        self._lay_out()
        self._order_tabs()
        self.show_search_failed("")
        self.show_problems(())

    # What the presenter tells ------------------------------------------------------------------------

    def show_listing(self, listing: Listing, *, choose: str) -> None:
        """Show these rows."""
        self.pages.setCurrentWidget(self.list)
        self._say(listing.sentence, "muted")
        self.correction.setText(no_mnemonic(f"Did you mean “{listing.did_you_mean}”?"))
        self.correction.setVisible(bool(listing.did_you_mean))
        self.list.show_rows(listing.rows, choose)

    def show_waiting(self, sentence: str) -> None:
        """Show why there is nothing yet, or nothing at all."""
        still = sentence.endswith("…")
        self.empty.say(sentence, "" if still else "Write the first article")
        self.pages.setCurrentWidget(self.empty)
        self.correction.hide()

    def show_not_opened(self, sentence: str) -> None:
        """Show why there is no library."""
        self.empty.say(sentence, second="Open another library…")
        self.pages.setCurrentWidget(self.empty)

    def show_page(
        self, page: RecordPage, *, words: tuple[str, ...], section: str, why: str, again: bool
    ) -> None:
        """Show a page."""
        self.pane.show_page(page, words=words, section=section, why=why, again=again)
        article = page.record if isinstance(page.record, Article) else None
        for button in (self.verify_button, self.life_button):
            button.setVisible(article is not None)
        if article is not None:
            self.life_button.setText(STATUS_ACTS[article.status])
            self.verify_button.setVisible(article.status is ArticleStatus.PUBLISHED)
        if self.list.chosen_key() != page.key:
            self.list.choose(page.key)

    def show_no_page(self, sentence: str) -> None:
        """Show that no page is open."""
        self.pane.show_nothing(sentence)

    def show_nothing_found(self, query: str) -> None:
        """Show what can be done about a query that nothing answers."""
        self.pane.show_nothing(
            f"The library has nothing on “{shown_query(query)}” yet.",
            first="Note as a gap",
            second="Ask the owner…",
            more="The arrow keys open what the list shows.",
        )

    def show_searched(self, query: str) -> None:
        """Offer what to do if nothing of what was found fits."""
        self.foot.show_searched(query)

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show how many gaps there are."""
        self.foot.show_gaps(len(gaps))

    def show_indexing(self, sentence: str, choices: Sequence[Choice] = ()) -> None:
        """Show how far the search index is."""
        self.index_strip.show_indexing(sentence, choices)

    def show_search_failed(self, sentence: str) -> None:
        """Say what could not be searched or followed."""
        self._say(sentence, "stop")

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show how many files could not be read as meant."""
        self._problems = problems
        self.foot.show_problems(len(problems))

    def show_query(self, query: str) -> None:
        """Put a query into the search box."""
        self.search.setText(query)

    def show_everything(self) -> None:
        """Show that neither a kind nor what is to check is chosen."""
        self._kind_buttons[0].setChecked(True)

    def show_to_check(self, count: int) -> None:
        """Show how many articles are to check."""
        self.check_button.setText(f"To check ({count})" if count else "To check")

    def show_checked(self, sentence: str, more: str) -> None:
        """Show that nothing is to check, and what is next."""
        self.empty.say(sentence, more=more)
        self.pages.setCurrentWidget(self.empty)
        self.correction.hide()
        self.pane.show_nothing("")

    def choose_to_check(self) -> None:
        """Show what is to check, whatever was searched for."""
        self.search.clear()
        self.check_button.click()

    # What the reader does ------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_cheat_sheet(self) -> None:
        """Show what can be typed."""
        sheet = CheatSheet(self)
        sheet.exec()
        sheet.deleteLater()

    def show_problem_list(self) -> None:
        """List the files that could not be read as meant."""
        problems = ProblemList(self, self._problems)
        problems.file_wanted.connect(self.file_wanted)
        problems.exec()
        problems.deleteLater()

    def has_problems(self) -> bool:
        """Tell whether some file could not be read as meant."""
        return bool(self._problems)

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, kind in (
            ("Article", Kind.ARTICLE),
            ("Known issue", Kind.KNOWN_ISSUE),
            ("Snippet", Kind.SNIPPET),
        ):
            action = menu.addAction(words)
            set_icon(action, KIND_ICONS[kind], "muted")
            action.triggered.connect(lambda _=False, kind=kind: self.new_wanted.emit(kind))
        return menu

    def _add_acts(self) -> None:
        pane = self.pane
        self.verify_button = pane.add_button(
            "Verify today",
            self.verify_wanted.emit,
            icon="verified",
            tip="Says that you read it and it is true (Ctrl+Shift+V)",
        )
        self.life_button = pane.add_button("Retire", self.life_wanted.emit)
        pane.add_icon("link", "Copy a link to it (Ctrl+Shift+C)", self.copy_wanted.emit)
        pane.add_button("Edit", self.edit_wanted.emit, icon="edit", tip="Edit (Ctrl+E)")

    def _open(self, key: str) -> None:
        self.row_opened.emit(key)
        self.pane.focus_text()

    def _say(self, sentence: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        for page in (self.list, self.empty):
            self.pages.addWidget(page)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.help_button)
        bar.addWidget(self.new_button)
        notes = QVBoxLayout()
        notes.setContentsMargins(12, 0, 12, 0)
        notes.setSpacing(4)
        notes.addWidget(self.said)
        notes.addWidget(self.correction)
        left = QFrame()
        set_look(left, "page")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._filters())
        column.addWidget(self.index_strip)
        column.addLayout(notes)
        column.addWidget(self.pages, 1)
        column.addWidget(self.foot)
        self.split = ListAndPage(left, self.pane)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    def _filters(self) -> QWidget:
        box = QWidget()
        row = FlowLayout(box, gap=4)
        group = QButtonGroup(self)
        self._kind_buttons = [self._filter(title, kinds) for title, kinds in _FILTERS]
        self.check_button = self._filter("To check", None)
        set_tooltip(self.check_button, "Articles that their owners should read again (Ctrl+Shift+D)")
        for button in (*self._kind_buttons, self.check_button):
            group.addButton(button)
            row.addWidget(button)
        self._kind_buttons[0].setChecked(True)
        return box

    def _filter(self, title: str, kinds: frozenset[Kind] | None) -> QPushButton:
        button = QPushButton(title)
        button.setCheckable(True)
        set_look(button, "quiet")
        if kinds is None:
            button.clicked.connect(self.to_check_chosen)
        else:
            button.clicked.connect(lambda _=False: self.kinds_chosen.emit(kinds))
        return button

    def _order_tabs(self) -> None:
        buttons = self._kind_buttons
        head = (self.search, self.help_button, self.new_button)
        order = (*head, *buttons, self.check_button, self.correction, self.list)
        foot = (self.foot.problems_button, self.foot.gaps_button, self.foot.unfit_button)
        for before, after in pairwise((*order, *foot)):
            self.setTabOrder(before, after)
