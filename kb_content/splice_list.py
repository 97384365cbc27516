"""Changing a list in place, in brackets or on lines of its own: what stays keeps its spelling."""

import difflib
import itertools
from collections.abc import Iterator, Sequence

from kb_content.front_matter import Node
from kb_content.splice_place import line_start, newline_of, value_end, with_value
from kb_content.yaml_text import written, written_like

_NEW = -1


def flow_list(text: str, items: tuple[Node, ...], wanted: Sequence[str]) -> str:
    """Return the text with other items within the brackets; neither list is empty."""
    gaps = [text[before.end : after.start] for before, after in itertools.pairwise(items)]
    usual = gaps[0] if gaps and gaps[0].strip(" ") == "," else ", "
    inner, previous = "", _NEW
    for number, source in _flow_items(text, items, wanted):
        if inner:
            inner += gaps[previous] if number == previous + 1 and number > 0 else usual
        inner += source
        previous = number
    return text[: items[0].start] + inner + text[items[-1].end :]


def _flow_items(text: str, items: tuple[Node, ...], wanted: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each wanted item with the number of the old one in whose place it stands (-1: a new place)."""
    for same, first, last, new_first, new_last in _steps(items, wanted):
        for step in range(new_last - new_first):
            number = first + step if first + step < last else _NEW
            if same:
                yield number, text[items[number].start : items[number].end]
            elif number != _NEW:
                yield number, written_like(items[number], wanted[new_first + step])
            else:
                yield _NEW, written(wanted[new_first + step])


def block_list(text: str, items: tuple[Node, ...], wanted: Sequence[str]) -> str:
    """Return the text with other items on the lines of a list; neither list is empty."""
    newline = newline_of(text[: items[-1].end])
    dash = _dash(text, items[0])
    for same, first, last, new_first, new_last in reversed(_steps(items, wanted)):
        if same:
            continue
        paired = min(last - first, new_last - new_first)
        added = "".join(f"{dash}{written(item)}{newline}" for item in wanted[new_first + paired : new_last])
        text = _with_lines(text, items, first + paired, last, added)
        for step in reversed(range(paired)):
            item = items[first + step]
            text = with_value(text, item, written_like(item, wanted[new_first + step]))
    return text


def _with_lines(text: str, items: tuple[Node, ...], first: int, last: int, added: str) -> str:
    """Put lines in the place of the items from ``first`` up to ``last``."""
    at = _item_end(text, items[first - 1]) if first else line_start(text, items[0].start)
    end = _item_end(text, items[last - 1]) if last > first else at
    return text[:at] + added + text[end:]


def _dash(text: str, item: Node) -> str:
    """What stands before an item on its line: the indentation and the dash."""
    lead = text[line_start(text, item.start) : item.start]
    return lead if lead.strip() == "-" and lead.endswith(" ") else "  - "


def _item_end(text: str, item: Node) -> int:
    found = text.find("\n", value_end(text, item))
    return len(text) if found < 0 else found + 1


def _steps(items: tuple[Node, ...], wanted: Sequence[str]) -> list[tuple[bool, int, int, int, int]]:
    """How one list becomes the other: same or not, and the spans of both."""
    old = [item.value if isinstance(item.value, str) else None for item in items]
    matcher = difflib.SequenceMatcher(None, old, list(wanted), autojunk=False)
    return [(step[0] == "equal", *step[1:]) for step in matcher.get_opcodes()]
