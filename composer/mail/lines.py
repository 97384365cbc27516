"""What each line of a mail is: the writer's own, quoted, forwarded, a signature, a log."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """The part that a line plays in a mail."""

    OWN = "own"
    QUOTED = "quoted"
    FORWARDED = "forwarded"
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"
    LOG = "log"
    HEADER = "header"


class Line(NamedTuple):
    """One line of a mail, none of which is ever dropped; a named tuple, since a mail has thousands.

    ``text`` is verbatim, without its line end; ``start`` is its offset in ``Message.text`` in code
    points; ``depth`` counts quote levels; ``author`` is who wrote it, where the mail says so.
    Joining the texts with ``\\n`` gives ``Message.text`` again.
    """

    text: str
    role: Role
    start: int
    depth: int = 0
    author: str = ""
