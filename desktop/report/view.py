"""The screen of Report: the figures at the left, at the right what the chosen one counts."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.library.split import ListAndPage
from desktop.look.icons import set_icon
from desktop.look.theme import set_look
from desktop.record_editor.fields import ChoiceInput
from desktop.report.lines import Figure
from desktop.report.lines_list import LinesList
from desktop.text import Label, set_tooltip
from desktop.widgets.pieces import small_button
from desktop.window.empty_state import EmptyState

_RECORDS = {
    "known-issue": ("Read the known issue", "known-issue"),
    "snippet": ("Read the snippet", "snippet"),
}
_SHARE, _MOST_FIGURES = 0.44, 560
"""Figures are titles of known issues, too: they get more of the width than a list elsewhere."""
_ARTICLE = ("Read the article", "document")


class ReportScreen(QWidget):
    """Shows figures and the lines behind them; says what was chosen and opened."""

    period_chosen = Signal(str)
    figure_chosen = Signal(str)
    line_opened = Signal(str)
    record_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()
    queue_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.summary = Label("Report", "page"), Label("", "muted", elide=True)
        self.period = ChoiceInput(())
        self.period.setAccessibleName("Period")
        self.period.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.period.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToContents)
        set_tooltip(self.period, "Period (P)")
        self.period.edited.connect(lambda: self.period_chosen.emit(self.period.text()))
        self.copy_button = small_button("Copy for the product team", self.copy_wanted.emit, icon="copy")
        set_tooltip(
            self.copy_button,
            "Known issues by the tickets that met them, and what the library did not answer; without any "
            "customer's name, address or words (Ctrl+Shift+C)",
        )
        self.save_button = small_button("Save as…", self.save_wanted.emit, icon="save")
        set_tooltip(
            self.save_button,
            "All figures as Markdown or as a table, without any customer's name, address or words "
            "(Ctrl+Shift+S)",
        )
        self.figures = LinesList("Figures")
        self.figures.opened.connect(self.focus_behind)
        self.figures.deeper.connect(self.focus_behind)
        self.figures.chosen.connect(self._figure_chosen)
        self.figure_title, self.told = Label("", "section", wrap=True), Label("", "muted", wrap=True)
        self.record_button = small_button("", self.record_wanted.emit, look="quiet", icon="document")
        self.behind = LinesList("What the figure counts", counts_below=True)
        self.behind.opened.connect(self.open_line)
        self.behind.doubleClicked.connect(self.open_line)
        self.behind.left.connect(self.focus_figures)
        self.empty = EmptyState("report")
        self.empty.first_chosen.connect(self.queue_chosen)
        self.pages = QStackedWidget()
        self._wants_cursor = False
        self._work = self.figures
        self._lay_out()

    # What the presenter tells ------------------------------------------------------------------

    def show_periods(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these periods, by id and title."""
        with QSignalBlocker(self.period):
            there = [
                (self.period.itemData(at), self.period.itemText(at)) for at in range(self.period.count())
            ]
            if there != list(choices):
                self.period.clear()
                for id, title in choices:
                    self.period.addItem(title, id)
            self.period.setCurrentIndex(self.period.findData(chosen))

    def show_summary(self, sentence: str) -> None:
        """Show which days are counted, as of when."""
        self.summary.setText(sentence)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures under their headings; the choice stays, or goes to the first."""
        chosen = self.chosen_figure()
        self.period.show()
        self.figures.show_lines([figure.line for figure in figures], chosen)
        self._show_page(self.split)
        self.figure_chosen.emit(self.chosen_figure())

    def show_behind(self, figure: Figure) -> None:
        """Show what a figure counts; within the same figure the choice stays."""
        line = figure.line
        self.figure_title.setText(f"{line.title}: {line.value}" if line.value else line.title)
        self.told.setText(figure.told)
        words, icon = _RECORDS.get(figure.record.partition(":")[0], _ARTICLE)
        self.record_button.setText(words)
        set_icon(self.record_button, icon, "text", 16)
        self.record_button.setVisible(bool(figure.record))
        kept = self.behind.chosen_key() if self.behind.property("figure") == line.key else ""
        self.behind.setProperty("figure", line.key)
        self.behind.setAccessibleName(f"{line.title}, what it counts")
        self.behind.show_lines(figure.behind, kept)

    def show_nothing(self, sentence: str, more: str = "") -> None:
        """Show why there is no figure; with ``more``, that there can't be one yet."""
        self.empty.say(sentence, "Go to the queue" if more else "", more=more)
        self.period.setHidden(bool(more))
        self._show_page(self.empty)

    # What the reader does ----------------------------------------------------------------------

    def chosen_figure(self) -> str:
        """Return the key of the chosen figure, or nothing."""
        return self.figures.chosen_key()

    def has_line(self) -> bool:
        """Tell whether a line behind a figure is chosen."""
        return self.shows_figures and bool(self.behind.chosen_key())

    def has_record(self) -> bool:
        """Tell whether the chosen figure is about a record that can be read."""
        return self.shows_figures and not self.record_button.isHidden()

    @property
    def shows_figures(self) -> bool:
        """Whether there are figures to choose from."""
        return self.pages.currentWidget() is self.split

    def focus_work(self) -> None:
        """Put the cursor where work goes on: the figures, or the lines of which one was opened."""
        if self.shows_figures:
            self._work.setFocus()
        elif self.pages.currentWidget() is self.empty:
            self.empty.focus_first()
        else:  # nothing is counted yet; the cursor goes there as soon as it is
            self._wants_cursor = True

    def focus_figures(self) -> None:
        """Put the cursor back to the figures."""
        self._work = self.figures
        self.figures.setFocus()

    def focus_behind(self) -> None:
        """Put the cursor into what the chosen figure counts."""
        self.behind.setFocus()

    def choose_period(self) -> None:
        """Open the list of periods."""
        self.period.setFocus()
        self.period.showPopup()

    def open_line(self) -> None:
        """Ask for what the chosen line leads to."""
        if key := self.behind.chosen_key():
            self._work = self.behind
            self.line_opened.emit(key)

    def _figure_chosen(self, key: str) -> None:
        self._work = self.figures
        self.figure_chosen.emit(key)

    def _show_page(self, page: QWidget) -> None:
        for button in (self.copy_button, self.save_button):
            button.setVisible(page is self.split)
        if page is self.pages.currentWidget():
            return
        wanted = self._wants_cursor or (self.isVisible() and not self.period.hasFocus())
        self._wants_cursor = False
        self.pages.setCurrentWidget(page)
        if wanted:
            self.focus_work()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.period)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.copy_button)
        bar.addWidget(self.save_button)
        bar.addStretch(1)
        self.split = ListAndPage(self.figures, self._new_page(), share=_SHARE, most=_MOST_FIGURES)
        for page in (QWidget(), self.split, self.empty):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)

    def _new_page(self) -> QFrame:
        page = QFrame()
        set_look(page, "page")
        top = QHBoxLayout()
        top.setContentsMargins(12, 4, 0, 0)
        top.addWidget(self.figure_title, 1)
        top.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignTop)
        told = QHBoxLayout()
        told.setContentsMargins(12, 0, 12, 4)
        told.addWidget(self.told)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(told)
        column.addWidget(self.behind, 1)
        return page
