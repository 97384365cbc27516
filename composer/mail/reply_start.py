"""The draft a reply starts from: the customer's own words as a quote, room below each question."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from composer.mail.lines import Line, Role

_LONGEST_LOG = 6
_LONGEST_QUOTE = 20_000
_MARK = re.compile(r"^[ \t]*>[ \t]?")


class _Asked(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Understood(Protocol):
    @property
    def lines(self) -> tuple[Line, ...]: ...
    @property
    def questions(self) -> Sequence[_Asked]: ...


def quoted_reply(mail: _Understood) -> str:
    """Return the own lines of a mail as ``> `` quotes, an empty line below every question.

    Signatures, disclaimers, older quotes and long logs are left out. A mail that holds nothing of
    the writer's own (only a forward) is quoted whole; a forwarded part in which a question was read is
    quoted, too, so that each has a place for its answer.
    """
    kept = [line for line in mail.lines if line.role is Role.OWN]
    if any(line.text.strip() for line in kept):
        kept = sorted([*kept, *_asking_forwards(mail)], key=lambda line: line.start)
    if not any(line.text.strip() for line in kept):
        kept = [
            line for line in mail.lines if line.role not in (Role.HEADER, Role.SIGNATURE, Role.DISCLAIMER)
        ]
    ends = {question.end for question in mail.questions if question.start >= 0}
    quoted: list[str] = []
    size = 0
    for line in _with_short_logs(mail.lines, kept):
        size += len(line.text)
        if size > _LONGEST_QUOTE:
            break
        _quote(quoted, line, ends)
    return "\n".join(_trimmed(quoted)) + "\n"


def _asking_forwards(mail: _Understood) -> list[Line]:
    """Return the forwarded or quoted parts in which a question was read."""
    starts = [question.start for question in mail.questions if question.start >= 0]
    asking: list[Line] = []
    for role, run in groupby(mail.lines, key=lambda line: line.role):
        lines = list(run)
        end = lines[-1].start + len(lines[-1].text)
        if role in (Role.FORWARDED, Role.QUOTED) and any(lines[0].start <= start < end for start in starts):
            asking += lines
    return asking


def _with_short_logs(lines: Sequence[Line], kept: list[Line]) -> list[Line]:
    """Keep logs of a few lines: they are often what the question is about."""
    logs = [line for line in lines if line.role is Role.LOG]
    if not kept or len(logs) > _LONGEST_LOG:
        return kept
    return sorted([*kept, *logs], key=lambda line: line.start)


def _quote(quoted: list[str], line: Line, ends: set[int]) -> None:
    text = line.text.rstrip()
    if line.role in (Role.FORWARDED, Role.QUOTED):
        text = _MARK.sub("", text)
    if text.strip():
        quoted.append(f"> {text}")
    elif quoted and quoted[-1].strip(" >"):
        quoted.append(">")
    if any(line.start < end <= line.start + len(line.text) for end in ends):
        quoted.append("")


def _trimmed(quoted: list[str]) -> list[str]:
    """Drop quote marks with nothing behind them next to the room for an answer and at both ends."""
    trimmed: list[str] = []
    for number, line in enumerate(quoted):
        after = quoted[number + 1] if number + 1 < len(quoted) else ""
        if line == ">" and (not trimmed or not trimmed[-1] or not after):
            continue
        trimmed.append(line)
    return trimmed
