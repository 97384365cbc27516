"""library.toml: what the team is, and what a slip in it costs (one line, not the library)."""

from datetime import date

import pytest

from kb_content.library_toml import NewerLibrary, team_from_text
from kb_content.team import Member, Policy, Product, Team, WorkingTime

FULL = """\
format = 1
name = "Shop"
answer_colour = "#0a7d33"
internal_words = ["bluebox"]
synonyms = [["2FA", "two-factor"]]

[[people]]
name = "Ana"
mail = "ana@shop.example"
role = "doc-owner"
team = "Support"
time_zone = "Europe/Berlin"

[[people]]
name = "Bo"
mail = "bo@shop.example"

[[products]]
name = "Cart"
versions = ["3.9", "3.10"]
also_known_as = ["the cart"]

[working_time]
time_zone = "Europe/Berlin"
days = ["Mon", "Tue"]
start = "08:30"
end = "16:00"
holidays = [2026-12-25, "2026-12-26"]

[clocks]
first_reply_hours = 4
next_reply_hours = 8
resolution_hours = 40

[[policies]]
id = "code"
what = "We write no code."
instead = "Name the setting."
words = ["custom code"]

[sharing]
remote = "ssh://git.example/library"
"""


def test_a_full_file_says_all_of_the_team() -> None:
    team, problems = team_from_text(FULL)
    assert problems == ()
    assert team == Team(
        name="Shop",
        people=(
            Member("Ana", "ana@shop.example", "doc-owner", "Support", "Europe/Berlin"),
            Member("Bo", "bo@shop.example"),
        ),
        products=(Product("Cart", ("3.9", "3.10"), ("the cart",)),),
        working_time=WorkingTime(
            "Europe/Berlin", ("Mon", "Tue"), "08:30", "16:00", (date(2026, 12, 25), date(2026, 12, 26))
        ),
        answer_colour="#0A7D33",
        policies=(Policy("code", "We write no code.", "Name the setting.", ("custom code",)),),
        internal_words=("bluebox",),
        synonyms=(("2FA", "two-factor"),),
        first_reply_hours=4,
        next_reply_hours=8,
        resolution_hours=40,
    )


def test_an_empty_file_is_the_default_team() -> None:
    assert team_from_text("") == (Team(), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('name = "Shop"', "name = 3", 2, "text in quotes"),
        ('"#0a7d33"', '"green"', 3, "a colour"),
        ('["bluebox"]', '"bluebox"', 4, "list of texts"),
        ('[["2FA", "two-factor"]]', '["2FA"]', 5, "list of lists"),
        ('role = "doc-owner"', 'role = "boss"', 10, "agent, doc-owner or lead"),
        ('"Europe/Berlin"\n\n[[people]]', '"Berlin"\n\n[[people]]', 12, "IANA"),
        ('mail = "bo@shop.example"', "", 14, "'mail' is missing"),
        ('versions = ["3.9", "3.10"]', "versions = [3.9]", 20, "list of texts"),
        ('days = ["Mon", "Tue"]', 'days = ["Monday"]', 25, '"Mon" to "Sun"'),
        ('start = "08:30"', 'start = "8.30"', 26, "a time"),
        ('end = "16:00"', 'end = "07:00"', 27, "later than"),
        ("2026-12-25, ", '"25.12.2026", ', 28, "list of dates"),
        ("first_reply_hours = 4", 'first_reply_hours = "4"', 31, "number of hours"),
        ("next_reply_hours = 8", "next_reply_hours = -8", 32, "number of hours"),
        ("resolution_hours", "resolved_hours", 33, "no key that this version knows"),
        ("[[policies]]", "[policies]", 35, "[[policies]]"),
        ("[sharing]\n", "[sharing]\nbranches = 1\n", 42, "no key"),
    ],
)
def test_a_slip_is_reported_with_its_line_and_the_rest_is_taken(
    old: str, new: str, line: int, words: str
) -> None:
    team, problems = team_from_text(FULL.replace(old, new, 1))
    (problem,) = problems
    assert words in problem.sentence
    assert (problem.path, problem.line) == ("library.toml", line)
    assert team.people[0].name == "Ana"


@pytest.mark.parametrize(
    "text", ['name = "a\n', 'name = "a"\nname = "b"\n', "[[a]]\n[a]\n", "x = " + "[" * 5_000]
)
def test_a_file_that_is_no_toml_gives_the_default_team_and_one_problem(text: str) -> None:
    team, (problem,) = team_from_text(text)
    assert team == Team()
    assert "no valid TOML" in problem.sentence


def test_a_syntax_error_names_its_line() -> None:
    _, (problem,) = team_from_text('name = "a"\n\npeople == 3\n')
    assert problem.line == 3
    _, (problem,) = team_from_text('name = "a"\npeople')
    assert (problem.line, "end of document" in problem.sentence) == (2, False)


def test_no_more_than_fifty_problems_are_reported_in_the_order_of_the_file() -> None:
    _, problems = team_from_text("".join(f"k{number} = 1\n" for number in range(100)))
    assert [problem.line for problem in problems] == list(range(1, 51))


def test_a_key_with_a_hundred_thousand_dots_is_refused_before_it_is_parsed() -> None:
    _, (problem,) = team_from_text("x = 1\n" + "a." * 100_000 + "a = 1")
    assert (problem.line, "30 dots" in problem.sentence) == (2, True)


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(NewerLibrary, match="format 7"):
        team_from_text("format = 7\n")
