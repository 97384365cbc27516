"""Which keys hold where one is, and which elsewhere: the sections of the shortcut page. Without Qt."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from desktop.window.command_table import Command

_PLACES = {
    "queue": "In the queue",
    "ticket": "In an open ticket",
    "library": "In the library",
    "library-edit": "While writing an article",
    "known-issues": "Among known issues",
    "known-issues-edit": "While writing a known issue",
    "promises": "Among promises",
    "report": "In the report",
}
_NUMBERED = tuple(f"question-{number}" for number in range(1, 10))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the commands below it, in the order of the table."""

    title: str
    commands: tuple[Command, ...]


def sections(commands: Iterable[Command], *, place: str, here: Collection[str]) -> tuple[Section, ...]:
    """Return the commands that have keys: those of the place one is in, those of everywhere, the others.

    ``here`` are the ids of the commands that hold in this place only.
    """
    keyed = [_as_one(command) for command in commands if command.keys and command.id not in _NUMBERED[1:]]
    own = [command for command in keyed if command.id in here]
    rest = [command for command in keyed if command.id not in here]
    elsewhere = dict.fromkeys(command.place for command in rest if command.place)
    found = [
        (f"Here: {_told(place)}", own),
        ("Everywhere", [command for command in rest if not command.place]),
        *((_PLACES.get(id, id), [one for one in rest if one.place == id]) for id in elsewhere),
    ]
    return tuple(Section(title, tuple(below)) for title, below in found if below)


def _told(place: str) -> str:
    words = _PLACES.get(place, place)
    return words[:1].lower() + words[1:]


def _as_one(command: Command) -> Command:
    """Return the command that stands for all numbered ones."""
    if command.id != _NUMBERED[0]:
        return command
    return replace(command, title="Go to question 1 … 9", help="Goes to that question, and to its answer.")
