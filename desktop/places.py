"""The places of the window beside the queue, in the order of the rail.

Each is built once the queue is shown; its code is loaded in a lane before, so that nothing stalls.
A place that holds unsaved text puts its ``save`` into ``program.savers`` (called before the window
closes and before an error is told) and may object to closing in ``program.window.before_close``.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.program import Program
    from desktop.record_places import RecordPlaces
    from desktop.window.main_window import Place


def load_place_code() -> None:
    """Import the code of the places; for a lane."""
    import desktop.promises.place
    import desktop.record_places  # noqa: F401 (only to have both loaded)


def build_places(program: "Program") -> "Iterator[Place]":
    """Yield the places; a place says what it is by the id of its command (``go-library``)."""
    yield from _record_places(program).places()


def _record_places(program: "Program") -> "RecordPlaces":
    from desktop.record_places import RecordPlaces

    def link_in_ticket(issue_id: str) -> None:
        if program.ticket is not None:
            program.ticket.knowledge.knowledge.link_issue(issue_id)

    places = RecordPlaces(
        window=program.window,
        library=program.library,
        lanes=program.lanes,
        index_opener=program.open_index,
        settings=program.settings,
        clock=program.clock,
        themes=program.themes,
        desk=lambda: program.desk,
        open_ticket_id=lambda: program.open_ticket_id,
        open_ticket=program.open_ticket,
        link_in_ticket=link_in_ticket,
    )
    program.record_wanted.connect(places.show_record)
    program.window.before_close.append(places.may_close)
    return places
