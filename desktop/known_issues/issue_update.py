"""An update of a known issue: a dated line on top of its history."""

import re
from dataclasses import dataclass
from datetime import datetime

from desktop.promises.new_eta import EtaReader
from kb_content.known_issue import IssueStatus
from kb_content.markdown import sections

_HEADINGS = ("updates", "history of updates", "history", "update history")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Update:
    """What there is to say, when customers hear next (or nothing), how far the work is now."""

    words: str
    next_update: str
    status: IssueStatus


def update_line(words: str, now: datetime, agent: str) -> str:
    """Return an update as the line of a list; ``now`` is the local time where the team works."""
    who = f", {agent}" if agent else ""
    first, *more = [line.strip() for line in words.strip().split("\n") if line.strip()]
    return "\n".join([f"- **{now:%Y-%m-%d %H:%M}{who}:** {first}", *(f"  {line}" for line in more)])


def with_update(body: str, line: str) -> str:
    """Return a body with a line on top of its ``## Updates``, which is made where it is missing."""
    for section in sections(body):
        if section.level and section.heading.casefold().rstrip(":") in _HEADINGS:
            return _on_top(body, section.start, line)
    text = body.rstrip("\n")
    return f"{text}\n\n## Updates\n\n{line}\n" if text else f"## Updates\n\n{line}\n"


@dataclass(frozen=True, slots=True)
class MomentRead:
    """A typed moment: as its file has it (``2026-12-03 15:00``), spoken, or a sentence why it is none."""

    stored: str = ""
    spoken: str = ""
    problem: str = ""


def read_moment(typed: str, reader: EtaReader) -> MomentRead:
    """Read a day, or a day and a time, as one says it or as the file has it; nothing typed is no moment."""
    text = typed.strip()
    if not text:
        return MomentRead()
    if not moment_problem(text):
        return MomentRead(text)
    read = reader.read(text, "")
    if read.due is None:
        return MomentRead(problem=f"{read.sentence} Write it like Thu 15:00, 3 Dec or 2026-12-03 15:00.")
    spoken = f"{read.sentence}. {read.caution}".strip()
    return MomentRead(f"{read.due:%Y-%m-%d %H:%M}", spoken)


def as_stored(typed: str, reader: EtaReader) -> str:
    """Return a moment as the file has it, a day alone where no time was typed; else what was typed."""
    text = typed.strip()
    if not moment_problem(text):
        return text
    read = reader.read(text, "")
    if read.due is None:
        return typed
    return f"{read.due:%Y-%m-%d}" if read.whole_day else f"{read.due:%Y-%m-%d %H:%M}"


def moment_problem(text: str) -> str:
    """Return what is wrong with a day or a day and a time, as a sentence; nothing when it is fine."""
    sentence = "Write a day, or a day and a time, such as 2026-12-03 or 2026-12-03 15:00."
    if not text:
        return ""
    if not _MOMENT.fullmatch(text):
        return sentence
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return sentence
    return ""


def _on_top(body: str, heading_start: int, line: str) -> str:
    """Behind the heading and the empty lines below it."""
    at = body.find("\n", heading_start)
    if at < 0:
        return f"{body}\n\n{line}\n"
    at += 1
    head, rest = body[:at], body[at:]
    gap = len(rest) - len(rest.lstrip("\n"))
    below = rest[gap:]
    is_list = below.startswith(("- ", "* ", "+ "))
    return f"{head}\n{line}\n{'' if is_list or not below else chr(10)}{below}"
