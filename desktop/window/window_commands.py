"""The commands that belong to the window as a whole: settings, themes, the library's folder, help."""

from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop.dialog import tell
from desktop.look.theme_switcher import ThemeSwitcher
from desktop.open_library import OpenLibrary
from desktop.paths import DataPaths
from desktop.settings import SettingsStore
from desktop.team_time import local_time
from desktop.team_words import team_words
from desktop.window.main_window import MainWindow
from desktop.work.collaborators import Clock
from kb_content.failure import Failure


class WindowCommands:
    """Does what the window's own commands say."""

    def __init__(
        self,
        *,
        window: MainWindow,
        settings: SettingsStore,
        themes: ThemeSwitcher,
        library: OpenLibrary,
        paths: DataPaths,
        clock: Clock,
    ) -> None:
        self._clock = clock
        self._window, self._settings, self._themes = window, settings, themes
        self._library, self._paths = library, paths

    def bind(self) -> None:
        """Bind the commands."""
        book = self._window.book
        book.bind("quit", self._window.close)
        book.bind("settings", self.show_settings)
        book.bind("open-library", self.choose_library)
        book.bind("refresh-library", self._library.refresh)
        book.bind(
            "library-problems", self.show_problems, enabled=lambda: bool(self._library.library().problems)
        )
        book.bind("shortcuts", self.show_shortcuts)
        book.bind("about", self.show_about)
        book.bind("toggle-theme", lambda: self._keep(theme=self._themes.toggle()))
        for name in ("system", "light", "dark", "high-contrast"):
            book.bind(f"theme-{name}", lambda name=name: self._keep(theme=name))  # type: ignore[misc]

    def show_settings(self) -> None:
        """Show the settings and keep what was chosen."""
        from desktop.window.settings_dialog import SettingsDialog

        team = self._library.library().team
        dialog = SettingsDialog(
            self._window,
            self._settings.current,
            team_colour=team.answer_colour,
            people=team.people,
            team_words=team_words(team, local_time(self._clock(), team.working_time.time_zone).date()),
        )
        dialog.exec()
        if dialog.answer == "Save":
            self._keep(**dialog.changes())
        dialog.deleteLater()

    def choose_library(self) -> None:
        """Ask for another library's folder and open it."""
        folder = QFileDialog.getExistingDirectory(self._window, "Choose the library's folder")
        if folder:
            self._keep(library_folder=folder)

    def show_shortcuts(self) -> None:
        """Show every command with its keys."""
        from desktop.window.shortcut_page import ShortcutPage
        from desktop.window.shortcut_sections import sections

        page = ShortcutPage(
            self._window,
            sections(
                self._window.book.bound(), place=self._window.book.place, here=self._window.book.only_here()
            ),
        )
        page.exec()
        page.deleteLater()

    def show_problems(self) -> None:
        """List the library's files that could not be read as meant, and why."""
        problems = self._library.library().problems
        shown = "\n\n".join(str(problem) for problem in problems[:20])
        more = f"\n\nand {len(problems) - 20} more" if len(problems) > 20 else ""
        tell(self._window, title="Problems in the library", text=shown + more)

    def show_about(self) -> None:
        """Say which program this is and where its data lies."""
        words = (
            f"Version {program_version()}. Every reply is read three times before it leaves; nothing of it"
            " needs a network."
            f"\n\nYour data: {self._paths.data_dir}\nThe library: {self._library.library().folder}"
            "\n\nThrice is free software under the MIT licence. The interface font Inter comes along under"
            " the SIL Open Font License."
        )
        tell(self._window, title="Thrice", text=words)

    def _keep(self, **values: Any) -> None:
        try:
            self._settings.change(**values)
        except Failure as failure:
            self._window.say(str(failure), "stop")


def program_version() -> str:
    """Return the program's version, as its package says."""
    from importlib.metadata import PackageNotFoundError, version  # reads mail headers: 20 ms at the start

    try:
        return version("thrice")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"
