"""A team's days off may come from a calendar file beside library.toml."""

from datetime import date
from pathlib import Path

import pytest

from kb_content.library import Library

CHRISTMAS = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nEND:VEVENT\r\n"
TOML = '[working_time]\nholidays = [2026-05-01]\nholidays_file = "{}"\n'


def library_with(folder: Path, name: str) -> Library:
    """Return a library whose calendar file has a name."""
    (folder / "library.toml").write_text(TOML.format(name), encoding="utf-8")
    return Library.open(folder)


def test_its_days_join_those_of_the_list(tmp_path: Path) -> None:
    """Both count, and a changed file is read again."""
    file = tmp_path / "off.ics"
    file.write_text(CHRISTMAS, encoding="utf-8")
    library = library_with(tmp_path, "off.ics")
    days = (date(2026, 5, 1), date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26))
    assert library.team.working_time.holidays == days
    file.write_text(CHRISTMAS.replace("20261227", "20261225"), encoding="utf-8")
    assert library.refresh().team
    assert library.team.working_time.holidays == days[:2]
    assert library.problems == ()


@pytest.mark.parametrize("name", ["gone.ics", "../off.ics", "sub/off.ics"])
def test_one_that_cannot_be_read_is_a_problem(tmp_path: Path, name: str) -> None:
    """It has to be there, beside library.toml; the list of days holds all the same."""
    library = library_with(tmp_path, name)
    (problem,) = library.problems
    assert name in problem.sentence
    assert library.team.working_time.holidays == (date(2026, 5, 1),)
