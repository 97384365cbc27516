"""Two versions of a text side by side: line by line, what is the same, changed, only here or there."""

import difflib
from dataclasses import dataclass
from enum import StrEnum

from desktop.record_editor.edit_session import Content
from desktop.record_editor.form import FieldSpec

_MOST_LINES = 4_000
_AROUND = 3


class Side(StrEnum):
    """What a row of a comparison says."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row: the line at the left, the line at the right."""

    side: Side
    left: str
    right: str


def compared(left: str, right: str) -> tuple[ComparedRow, ...]:
    """Return two texts as rows; long stretches of the same lines are left out, with a row that says so."""
    ours, theirs = left.split("\n")[:_MOST_LINES], right.split("\n")[:_MOST_LINES]
    rows: list[ComparedRow] = []
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=True)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            rows.extend(_same(ours[i1:i2], at_start=i1 == 0, at_end=i2 == len(ours)))
        else:
            rows.extend(_different(ours[i1:i2], theirs[j1:j2]))
    return tuple(rows)


def as_text(content: Content, form: tuple[FieldSpec, ...]) -> str:
    """Return a record as one text to be compared: title, fields, body."""
    lines = [f"Title: {content.title}"]
    for spec in form:
        value = content.values.get(spec.key, "").replace("\n", ", ")
        lines.append(f"{spec.label}: {value}")
    return "\n".join([*lines, "", content.body.rstrip("\n")])


def _same(lines: list[str], *, at_start: bool, at_end: bool) -> list[ComparedRow]:
    head = [] if at_start else lines[:_AROUND]
    tail = [] if at_end else lines[max(len(head), len(lines) - _AROUND) :]
    left_out = len(lines) - len(head) - len(tail)
    if left_out <= 1:
        return [ComparedRow(Side.SAME, line, line) for line in lines]
    words = f"{left_out} lines are the same"
    return [
        *(ComparedRow(Side.SAME, line, line) for line in head),
        ComparedRow(Side.GAP, words, words),
        *(ComparedRow(Side.SAME, line, line) for line in tail),
    ]


def _different(left: list[str], right: list[str]) -> list[ComparedRow]:
    rows = [ComparedRow(Side.CHANGED, one, other) for one, other in zip(left, right, strict=False)]
    rows += [ComparedRow(Side.ONLY_LEFT, line, "") for line in left[len(right) :]]
    rows += [ComparedRow(Side.ONLY_RIGHT, "", line) for line in right[len(left) :]]
    return rows
