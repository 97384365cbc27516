"""The rules that drafts are read with: ours and those of the library that is open, kept up to date."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.open_library import OpenLibrary
from desktop.work.collaborators import Lane
from kb_content.library import Changes

if TYPE_CHECKING:
    from composer.lint.registry import TeamRules
    from composer.review import Reviewer


class TeamRulesInUse:
    """Hands the reviewer the rules of each library that is opened, and of each change of its ``rules/``.

    What is refused there stands among the library's problems. ``changed`` is called after other
    rules came into use. Rules are read in ``reads``, where their examples may take their time.
    """

    def __init__(self, *, library: OpenLibrary, reads: Lane, changed: Callable[[], object]) -> None:
        self._library, self._reads, self._changed = library, reads, changed
        self._reviewer: Reviewer | None = None
        library.on_change(self._library_changed)

    def serve(self, reviewer: "Reviewer") -> None:
        """Keep this reviewer's rules up to date from now on."""
        self._reviewer = reviewer
        self._read()

    def _library_changed(self, changes: Changes | None) -> None:
        if changes is None or changes.rules:
            self._read()

    def _read(self) -> None:
        if self._reviewer is None or not self._library.loaded:
            return
        folder = self._library.library().folder

        def work() -> "TeamRules":
            from composer.lint.registry import team_rules  # loaded in the lane, with the reviewer
            from composer.lint.team_files import RULES

            return team_rules(folder / RULES)

        self._reads.run(work, done=self._take, newest="team-rules")

    def _take(self, team: "TeamRules") -> None:
        reviewer = self._reviewer
        if reviewer is not None and tuple(reviewer.rules) != tuple(team.rules):
            reviewer.use(team.rules)
            self._changed()
        self._library.report(team.problems)
