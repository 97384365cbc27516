"""The page of keys begins where one is."""

from desktop.window.command_table import COMMANDS
from desktop.window.shortcut_sections import sections

HERE = {"keep-promise", "search-here"}


def test_the_keys_of_the_place_stand_first() -> None:
    """Then those of everywhere, then those of other places; each command stands once."""
    found = sections(COMMANDS, place="promises", here=HERE)
    titles = [section.title for section in found]
    assert titles[:2] == ["Here: among promises", "Everywhere"]
    assert "In an open ticket" in titles
    assert {command.id for command in found[0].commands} == HERE
    shown = [command.id for section in found for command in section.commands]
    assert len(shown) == len(set(shown))


def test_what_has_no_key_is_left_to_the_palette() -> None:
    """Numbered keys are one line."""
    shown = [
        command for section in sections(COMMANDS, place="queue", here=()) for command in section.commands
    ]
    assert all(command.keys for command in shown)
    assert [command.title for command in shown if command.id.startswith("question-")] == [
        "Go to question 1 … 9"
    ]
