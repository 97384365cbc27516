"""``library.toml``: the team's name, people, products, working time, clocks, colours and policies.

A key that cannot be read becomes a problem with its line, and the rest is taken; a file that is no TOML
gives the default team and one problem, so that a slip there never hides the articles.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from kb_content.failure import Failure, Problem
from kb_content.ical import holidays_in
from kb_content.library_walk import read_regular, shown
from kb_content.team import Member, Policy, Product, Team, WorkingTime
from kb_content.toml_values import (
    clock_time_of,
    colour_of,
    count_of,
    dates_of,
    groups_of,
    mapping_of,
    role_of,
    rows_of,
    text_of,
    texts_of,
    weekdays_of,
    zone_of,
)

FORMAT = 1
"""The version of the library's form that this program knows."""
LARGEST = 256 * 1024
NAME = "library.toml"
MOST_PROBLEMS = 50
"""So many problems of the file are reported."""

_TABLE = re.compile(r"\s*\[(\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_DEEP_KEY = re.compile(r"(?<![\w\"'.-])[\w\"'-]{1,100}(?:[ \t]{0,9}\.[ \t]{0,9}[\w\"'-]{1,100}){31}")
"""The standard parser's time grows with the square of a key's dots: 100,000 of them take minutes."""
_TOML_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")

_Taken = TypeVar("_Taken")


class NewerLibrary(Failure):
    """The library was written by a newer version of the program."""


def read_team(path: Path) -> tuple[Team, tuple[Problem, ...]]:
    """Return the team that a ``library.toml`` says, and what is wrong in it.

    Raises NewerLibrary when its ``format`` is above ours.
    """
    try:
        data = read_regular(path, LARGEST + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        return Team(), (Problem(NAME, 0, f"The file cannot be read ({error.strerror}); defaults are used."),)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Team(), (
            Problem(NAME, line, "The file is not in UTF-8: save it as UTF-8; defaults are used."),
        )
    if len(data) > LARGEST:
        return Team(), (Problem(NAME, 0, "The file is larger than 256 kB; defaults are used."),)
    team, problems = team_from_text(text)
    return _with_holidays(team, problems, path.parent)


def _with_holidays(
    team: Team, problems: tuple[Problem, ...], folder: Path
) -> tuple[Team, tuple[Problem, ...]]:
    """Add the days of the team's calendar file; one that cannot be read is a problem, and changes nothing."""
    time = team.working_time
    name = time.holidays_file
    if not name:
        return team, problems
    try:
        if Path(name).name != name:
            raise OSError(0, "it has to lie beside library.toml")
        days = holidays_in(folder / name)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not in UTF-8"
        sentence = f"The holidays in “{shown(name)}” cannot be read ({reason})."
        return team, (*problems, Problem(NAME, 0, sentence))
    both = tuple(sorted({*time.holidays, *days}))
    return replace(team, working_time=replace(time, holidays=both)), problems


def team_from_text(text: str) -> tuple[Team, tuple[Problem, ...]]:
    """Return the team that the text of a ``library.toml`` says, and what is wrong in it."""
    if deep := _DEEP_KEY.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        return Team(), (
            Problem(NAME, line, "A key has more than 30 dots; defaults are used until it is mended."),
        )
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Team(), (_syntax_problem(error, text),)
    newer = tables.get("format", FORMAT)
    if isinstance(newer, int) and newer > FORMAT:
        raise NewerLibrary(
            f"The library has format {newer}, and this version of Thrice knows format {FORMAT}:"
            " install a newer version of Thrice.",
            path=NAME,
        )
    reading = _Reading(_lines(text))
    return reading.team(tables), tuple(reading.problems)


def _syntax_problem(error: Exception, text: str) -> Problem:
    match = _TOML_LINE.search(str(error))
    reason = _TOML_LINE.sub("", str(error)).strip() or "it is nested too deeply"
    line = int(match[1] or text.count("\n") + 1) if match else 0
    return Problem(NAME, line, f"The file is no valid TOML ({reason}); defaults are used until it is mended.")


def _lines(text: str) -> dict[tuple[str, int, str], int]:
    """The line of each ``key =`` by table, number of the table (for ``[[…]]``) and key.

    Read by line, beside the real parser, which tells no places; good enough to point at a line.
    """
    found: dict[tuple[str, int, str], int] = {}
    table, counts = "", {"": 0}
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _TABLE.match(line):
            table = header[2]
            counts[table] = counts.get(table, -1) + 1
            found.setdefault((table, counts[table], ""), number)
        elif key := _KEY.match(line):
            found.setdefault((table, counts[table], key[1]), number)
    return found


class _Table:
    """One table of the file, with its place."""

    def __init__(self, reading: "_Reading", values: Mapping[str, Any], name: str, number: int = 0) -> None:
        self._reading = reading
        self._values = values
        self._name = name
        self._number = number
        self._asked: set[str] = set()

    def take(self, key: str, read: Callable[[Any], _Taken], default: _Taken, must: str) -> _Taken:
        """Return a value as ``read`` makes it; when that raises ValueError, report and take the default."""
        self._asked.add(key)
        if key not in self._values:
            return default
        try:
            return read(self._values[key])
        except ValueError:
            self.report(key, f"'{key}' must be {must}")
            return default

    def text(self, key: str, default: str = "") -> str:
        return self.take(key, text_of, default, "text in quotes")

    def texts(self, key: str) -> tuple[str, ...]:
        return self.take(key, texts_of, (), 'a list of texts, such as ["one", "two"]')

    def needed(self, key: str) -> str:
        """Return a text that must be there; report when it is not."""
        value = self.text(key)
        if not value and key not in self._values:
            self.report("", f"'{key}' is missing in this [[{self._name}]]")
        return value

    def report(self, key: str, sentence: str) -> None:
        self._reading.report(self._name, self._number, key, sentence)

    def report_unknown(self) -> None:
        """Report keys that nobody asked for: most are slips of the pen."""
        for key in self._values:
            if key not in self._asked:
                self.report(key, f"'{key[:60]}' is no key that this version knows; it is left alone")


class _Reading:
    def __init__(self, lines: Mapping[tuple[str, int, str], int]) -> None:
        self._lines = lines
        self.problems: list[Problem] = []

    def report(self, table: str, number: int, key: str, sentence: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            return
        places = ((table, number, key), (key, 0, ""), (table, number, ""))
        line = next((self._lines[place] for place in places if place in self._lines), 0)
        self.problems.append(Problem(NAME, line, f"{sentence}."))

    def team(self, tables: Mapping[str, Any]) -> Team:
        top = _Table(self, tables, "")
        top.take("format", count_of, FORMAT, "a number")
        clocks = self._table(top, tables, "clocks")
        self._sharing(top, tables)
        team = Team(
            name=top.text("name", Team().name),
            people=tuple(self._people(top, tables)),
            products=tuple(self._products(top, tables)),
            working_time=self._working_time(self._table(top, tables, "working_time")),
            answer_colour=top.take(
                "answer_colour", colour_of, Team().answer_colour, "a colour such as '#186DEC'"
            ),
            policies=tuple(self._policies(top, tables)),
            internal_words=top.texts("internal_words"),
            must_cc=top.texts("must_cc"),
            synonyms=top.take("synonyms", groups_of, (), 'a list of lists, such as [["2FA", "two-factor"]]'),
            first_reply_hours=clocks.take("first_reply_hours", count_of, 0, "a number of hours"),
            next_reply_hours=clocks.take("next_reply_hours", count_of, 0, "a number of hours"),
            resolution_hours=clocks.take("resolution_hours", count_of, 0, "a number of hours"),
        )
        clocks.report_unknown()
        top.report_unknown()
        return team

    def _table(self, top: _Table, tables: Mapping[str, Any], name: str) -> _Table:
        return _Table(self, top.take(name, mapping_of, {}, f"a table [{name}]"), name)

    def _rows(self, top: _Table, name: str) -> Iterator[_Table]:
        rows: tuple[Mapping[str, Any], ...] = top.take(name, rows_of, (), f"tables [[{name}]]")
        for number, row in enumerate(rows):
            table = _Table(self, row, name, number)
            yield table
            table.report_unknown()

    def _people(self, top: _Table, tables: Mapping[str, Any]) -> Iterator[Member]:
        for row in self._rows(top, "people"):
            yield Member(
                name=row.needed("name"),
                mail=row.needed("mail"),
                role=row.take("role", role_of, "agent", "agent, doc-owner or lead"),
                team=row.text("team"),
                time_zone=row.take("time_zone", zone_of, "UTC", "an IANA time zone such as 'Europe/Berlin'"),
            )

    def _products(self, top: _Table, tables: Mapping[str, Any]) -> Iterator[Product]:
        for row in self._rows(top, "products"):
            yield Product(row.needed("name"), row.texts("versions"), row.texts("also_known_as"))

    def _policies(self, top: _Table, tables: Mapping[str, Any]) -> Iterator[Policy]:
        for row in self._rows(top, "policies"):
            yield Policy(row.needed("id"), row.needed("what"), row.needed("instead"), row.texts("words"))

    def _working_time(self, table: _Table) -> WorkingTime:
        usual = WorkingTime()
        time = WorkingTime(
            time_zone=table.take(
                "time_zone", zone_of, usual.time_zone, "an IANA time zone such as 'Europe/Berlin'"
            ),
            days=table.take("days", weekdays_of, usual.days, 'a list of "Mon" to "Sun"'),
            start=table.take("start", clock_time_of, usual.start, "a time such as '09:00'"),
            end=table.take("end", clock_time_of, usual.end, "a time such as '17:00'"),
            holidays=table.take("holidays", dates_of, (), "a list of dates such as [2026-12-25]"),
            holidays_file=table.text("holidays_file"),
        )
        table.report_unknown()
        if time.start >= time.end:
            table.report(
                "end", f"'end' ({time.end}) must be later than 'start' ({time.start}); 09:00 to 17:00 is used"
            )
            return replace(time, start=usual.start, end=usual.end)
        return time

    def _sharing(self, top: _Table, tables: Mapping[str, Any]) -> None:
        sharing = self._table(top, tables, "sharing")
        sharing.text("remote")
        sharing.text("branch")
        sharing.report_unknown()
