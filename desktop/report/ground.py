"""What Report stands on, handed over once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.open_library import OpenLibrary
from desktop.window.main_window import MainWindow
from desktop.work.collaborators import Lanes

if TYPE_CHECKING:
    from desktop.report.presenter import ReportDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGround:
    """The collaborators; ``open_ticket``, ``read_record`` and ``search`` lead to what it counts."""

    desk: "ReportDesk"
    library: OpenLibrary
    window: MainWindow
    lanes: Lanes
    clock: Callable[[], datetime]
    open_ticket: Callable[[int], object]
    read_record: Callable[[str, str], object]
    search: Callable[[str], object]
