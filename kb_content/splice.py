"""Changing fields and body of a file's text in place, with every other byte as it was.

Comments, key order, quotes, line ends, byte order mark and odd spaces of what is not changed stay. A
changed field changes its own line only; an added one adds one line, where the usual order puts it.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kb_content.article import Verified
from kb_content.front_matter import Entry, FrontMatter, FrontMatterFailure, Node, parse_value, read, split
from kb_content.splice_list import block_list, flow_list
from kb_content.splice_place import SpliceFailure, line_start, newline_of, value_end, with_value
from kb_content.yaml_text import Value, written, written_like

__all__ = ["SpliceFailure", "Value", "with_body", "with_fields"]

MOST_LINES_COMPARED = 2_000
"""Comparing lines of mixed line ends takes time that grows with the square of their number."""


def with_body(text: str, body: str) -> str:
    """Return the text with another body, its lines ended as the file's are.

    ``body`` has ``\\n`` line ends; lines that it shares with the old body keep their own ends.
    """
    parts = read(text).split
    old = text[parts.body_start :]
    loaded = old.replace("\r\n", "\n")
    if body == loaded:
        return text
    if "\r\n" not in loaded:
        body = body.replace("\r\n", "\n")
    newline = newline_of(text)
    head = text[: parts.body_start]
    if not parts.has_front_matter and _would_be_front_matter(head, body):
        head += f"---{newline}---{newline}{newline}"
    if parts.has_front_matter and not head.endswith("\n"):
        head += newline
    no_gap = parts.fence_end == parts.body_start
    if parts.has_front_matter and no_gap and body.startswith("\n"):
        head += newline  # else the body's own first line would be taken for the gap
    return head + _with_line_ends(old, body, newline)


def _would_be_front_matter(head: str, body: str) -> bool:
    """Whether the top of a body would be taken for something else than body."""
    try:
        return split(head + body).body_start != len(head)
    except FrontMatterFailure:
        return True


def _with_line_ends(old: str, body: str, newline: str) -> str:
    """The body with the line ends of the old one: all the same, or each line's own."""
    if "\r\n" not in old:
        return body if newline == "\n" or "\n" in old else body.replace("\n", newline)
    if old.count("\r\n") == old.count("\n"):
        return body.replace("\n", "\r\n")
    old_lines, new_lines = old.split("\n"), body.split("\n")
    ends = ["\r" if newline == "\r\n" else ""] * (len(new_lines) - 1) + [""]
    for number, kept in _lines_kept([line.removesuffix("\r") for line in old_lines], new_lines):
        if number < len(new_lines) - 1 and kept < len(old_lines) - 1:
            ends[number] = "\r" if old_lines[kept].endswith("\r") else ""
    return "\n".join(line + end for line, end in zip(new_lines, ends, strict=True))


def _lines_kept(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each new line that was there before, with the old one's number; a large rewrite keeps its ends only."""
    shorter = min(len(old), len(new))
    top = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - top
    bottom = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    yield from ((number, number) for number in range(top))
    yield from ((len(new) - number, len(old) - number) for number in range(1, bottom + 1))
    old_middle, new_middle = old[top : len(old) - bottom], new[top : len(new) - bottom]
    if len(old_middle) + len(new_middle) > MOST_LINES_COMPARED:
        return
    matcher = difflib.SequenceMatcher(None, old_middle, new_middle, autojunk=False)
    for start, new_start, size in matcher.get_matching_blocks():
        yield from ((top + new_start + step, top + start + step) for step in range(size))


def with_fields(text: str, fields: Mapping[str, Value], order: Sequence[str]) -> str:
    """Return the text with these fields set; ``order`` says where a new field goes.

    Raises SpliceFailure when the result would not read back as meant.
    """
    for key, value in fields.items():
        changed = _with_field(text, key, value, order)
        if changed != text:
            _verify(text, changed, key, value)
        text = changed
    return text


def _with_field(text: str, key: str, value: Value, order: Sequence[str]) -> str:
    front = read(text)
    if not front.split.has_front_matter:
        return text if value is None else _with_new_block(text, front, key, value)
    entry = front.entries.get(key)
    if entry is None:
        return text if value is None else _inserted(text, front, key, value, order)
    if value is None:
        return _removed(text, front, entry)
    if _means(entry.node, value):
        return text
    return _replaced(text, entry, value)


def _means(node: Node, value: Value) -> bool:
    """Whether a value says already what it is to say."""
    match value:
        case Verified():
            entries = node.value if isinstance(node.value, dict) else {}
            return {k: e.node.value for k, e in entries.items()} == _verified(value)
        case str() | int() | date():
            return node.value == str(value)
        case None:
            return False
        case _:
            items = [item.value for item in node.value] if isinstance(node.value, tuple) else None
            return items == list(value)


def _verified(value: Verified) -> dict[str, str]:
    return {"date": value.on.isoformat(), "by": value.by}


def _with_new_block(text: str, front: FrontMatter, key: str, value: Value) -> str:
    start, newline = front.split.body_start, newline_of(text)
    block = ["---", f"{key}: {written(value)}", "---", ""]
    return text[:start] + newline.join(block) + newline + text[start:]


def _inserted(text: str, front: FrontMatter, key: str, value: Value, order: Sequence[str]) -> str:
    """The line goes behind the last key that the order puts before it, else to the end."""
    line = f"{key}: {written(value)}"
    before = set(order[: order.index(key)]) if key in order else set(front.entries)
    earlier = [entry for name, entry in front.entries.items() if name in before]
    if not earlier and front.entries and key in order:
        at = line_start(text, min(entry.key_start for entry in front.entries.values()))
    elif earlier:
        at = _entry_end(text, front, max(earlier, key=lambda entry: entry.key_start))
    else:
        at = front.split.front_end
    return text[:at] + line + newline_of(text[: front.split.fence_end]) + text[at:]


def _removed(text: str, front: FrontMatter, entry: Entry) -> str:
    return text[: line_start(text, entry.key_start)] + text[_entry_end(text, front, entry) :]


def _entry_end(text: str, front: FrontMatter, entry: Entry) -> int:
    """Where the line behind an entry's last line begins."""
    end = value_end(text, entry.node)
    found = text.find("\n", max(end, entry.key_start), front.split.front_end)
    return front.split.front_end if found < 0 else found + 1


def _replaced(text: str, entry: Entry, value: Value) -> str:
    node = entry.node
    match node.value, value:
        case tuple() as items, Sequence() if items and value and not isinstance(value, str):
            return (block_list if node.style == "block" else flow_list)(text, items, value)
        case dict() as parts, Verified() if node.style == "block" and parts.keys() == {"date", "by"}:
            return _with_parts(text, parts, _verified(value))
    return with_value(text, node, written_like(node, value))


def _with_parts(text: str, parts: Mapping[str, Entry], values: Mapping[str, str]) -> str:
    """Set the entries of a mapping that stands on lines of its own, from the last to the first."""
    for name, part in sorted(parts.items(), key=lambda item: -item[1].key_start):
        if part.node.value != values[name]:
            text = with_value(text, part.node, written_like(part.node, values[name]))
    return text


def _verify(before: str, after: str, key: str, value: Value) -> None:
    """The changed text must say the new value, and of everything else what it said before."""
    failure = SpliceFailure(f"'{key}' cannot be changed in place here; change it in the file by hand.")
    try:
        old, new = read(before), read(after)
    except FrontMatterFailure as error:
        raise failure from error
    entry = new.entries.get(key)
    meant = entry is None if value is None else entry is not None and _reads_as(entry.node, value)
    others = _contents(old.entries, key) == _contents(new.entries, key)
    same_body = before[old.split.body_start :] == after[new.split.body_start :]
    if not (meant and others and same_body):
        raise failure


def _reads_as(node: Node, value: Value) -> bool:
    """Whether it reads as the value does when written afresh."""
    return _content(node) == _content(parse_value(written(value)))


def _contents(entries: Mapping[str, Entry], without: str) -> dict[str, object]:
    return {key: _content(entry.node) for key, entry in entries.items() if key != without}


def _content(node: Node) -> object:
    if isinstance(node.value, tuple):
        return [_content(item) for item in node.value]
    if isinstance(node.value, dict):
        return {key: _content(entry.node) for key, entry in node.value.items()}
    return node.value
