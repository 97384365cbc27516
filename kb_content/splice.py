"""Changing fields and body of a file's text in place, with every other byte as it was.

Comments, key order, quotes, line ends, byte order mark and odd spaces of what is not changed stay. A
changed field changes its own line only; an added one adds one line, where the usual order puts it.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from kb_content.article import Verified
from kb_content.failure import Failure
from kb_content.front_matter import Entry, FrontMatter, FrontMatterFailure, Node, parse_value, read, split

Value = str | int | date | Verified | StrEnum | Sequence[str] | None
"""What a field can be set to; None takes the field out."""

_PLAIN = re.compile(r"[A-Za-z0-9_(/+][^\n\r\t#:\[\]{},&*!|>'\"%@`\\]*")
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class SpliceFailure(Failure):
    """A field cannot be changed in place; the text is as it was."""


def newline_of(text: str) -> str:
    """Return the line end that most lines of the text have."""
    windows = text.count("\r\n")
    return "\r\n" if windows * 2 > text.count("\n") else "\n"


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
    if "\r\n" not in old:
        return body if newline == "\n" or "\n" in old else body.replace("\n", newline)
    if old.count("\r\n") == old.count("\n"):
        return body.replace("\n", "\r\n")
    old_lines, new_lines = old.split("\n"), body.split("\n")
    bare = [line.removesuffix("\r") for line in old_lines]
    ends = ["\r" if newline == "\r\n" else ""] * (len(new_lines) - 1) + [""]
    matcher = difflib.SequenceMatcher(None, bare, new_lines, autojunk=False)
    for start, new_start, size in matcher.get_matching_blocks():
        for step in range(size):
            if start + step < len(old_lines) - 1 and new_start + step < len(new_lines) - 1:
                ends[new_start + step] = "\r" if old_lines[start + step].endswith("\r") else ""
    return "\n".join(line + end for line, end in zip(new_lines, ends, strict=True))


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
    return _replaced(text, front, entry, value)


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
        at = _line_start(text, min(entry.key_start for entry in front.entries.values()))
    elif earlier:
        at = _entry_end(text, front, max(earlier, key=lambda entry: entry.key_start))
    else:
        at = front.split.front_end
    return text[:at] + line + newline_of(text[: front.split.fence_end]) + text[at:]


def _removed(text: str, front: FrontMatter, entry: Entry) -> str:
    return text[: _line_start(text, entry.key_start)] + text[_entry_end(text, front, entry) :]


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _entry_end(text: str, front: FrontMatter, entry: Entry) -> int:
    """Where the line behind an entry's last line begins."""
    end = _value_end(text, entry.node)
    found = text.find("\n", max(end, entry.key_start), front.split.front_end)
    return front.split.front_end if found < 0 else found + 1


def _value_end(text: str, node: Node) -> int:
    """The end of what a value shows: the parser's end of a block lies behind the blank lines and
    comments that follow it.
    """
    if node.style == "block" and isinstance(node.value, tuple):
        return _value_end(text, node.value[-1]) if node.value else node.end
    if node.style == "block" and isinstance(node.value, dict):
        last = list(node.value.values())[-1] if node.value else None
        return _value_end(text, last.node) if last else node.end
    if node.style in ("|", ">"):
        return node.start + len(text[node.start : node.end].rstrip())
    return node.end


def _replaced(text: str, front: FrontMatter, entry: Entry, value: Value) -> str:
    node = entry.node
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = list(value)
        if isinstance(node.value, tuple) and node.value and items:
            return (_block_list if node.style == "block" else _flow_list)(text, node, items)
    if isinstance(value, Verified) and isinstance(node.value, dict) and node.style == "flow":
        return _with_value(text, node, written(value))
    if isinstance(value, Verified) and isinstance(node.value, dict) and set(node.value) == {"date", "by"}:
        parts = sorted(node.value.items(), key=lambda item: -item[1].key_start)
        for name, part in parts:
            text = _with_value(text, part.node, _like(part.node, _verified(value)[name]))
        return text
    return _with_value(text, node, _like(node, value))


def _with_value(text: str, node: Node, source: str) -> str:
    """Replace what is shown of a value; an empty one stands right behind its colon."""
    end = _value_end(text, node)
    gap = " " if text[node.start - 1 : node.start] == ":" else ""
    start = node.start
    if node.style == "block":  # `key:` and the value below it: the new value goes beside the key
        start = text.rindex(":", 0, start) + 1
        between = text[start : node.start]
        if between.strip():
            raise SpliceFailure("A comment stands between a key and its value; change this field by hand.")
        gap = " "
    return text[:start] + gap + source + text[end:]


def _like(node: Node, value: Value) -> str:
    """A text in the quotes that the old one had, if they can hold it."""
    if isinstance(value, str) and node.style == '"':
        return _double_quoted(str(value))
    if (
        isinstance(value, str)
        and node.style == "'"
        and not _SPECIAL.search(value.replace('"', "").replace("\\", ""))
    ):
        return "'" + value.replace("'", "''") + "'"
    return written(value)


def _flow_list(text: str, node: Node, items: list[str]) -> str:
    """Change items within brackets: what stays keeps its spelling and its spaces."""
    old = node.value
    assert isinstance(old, tuple)
    pieces = [text[item.start : item.end] for item in old]
    result = [(number, pieces[number], "") for number in range(len(pieces))]
    spelled: list[tuple[str, int]] = []
    for tag, first, last, new_first, new_last in _steps([item.value for item in old], items):
        if tag == "equal":
            spelled += [(piece, number) for number, piece, _ in result[first:last]]
        else:
            paired = min(last - first, new_last - new_first)
            for step in range(new_last - new_first):
                number = first + step if step < paired else -1
                like = old[number] if number >= 0 else Node("", 0, 0, "plain")
                spelled.append((_like(like, items[new_first + step]), number))
    gaps = {number: text[old[number - 1].end : old[number].start] for number in range(1, len(old))}
    usual = gaps.get(1, ", ") if "\n" not in gaps.get(1, "") and "#" not in gaps.get(1, "") else ", "
    inner = ""
    for position, (piece, number) in enumerate(spelled):
        kept = position > 0 and number > 0 and spelled[position - 1][1] == number - 1
        inner += piece if position == 0 else (gaps[number] if kept else usual) + piece
    return text[: old[0].start] + inner + text[old[-1].end :]


def _block_list(text: str, node: Node, items: list[str]) -> str:
    """Change items that stand on lines of their own: what stays keeps its line."""
    old = node.value
    assert isinstance(old, tuple)
    newline = newline_of(text[: node.end])
    dash = _dash(text, old[0])
    for tag, first, last, new_first, new_last in reversed(_steps([item.value for item in old], items)):
        if tag == "equal":
            continue
        paired = min(last - first, new_last - new_first)
        added = "".join(f"{dash}{written(item)}{newline}" for item in items[new_first + paired : new_last])
        at = _item_end(text, old[first + paired - 1]) if first + paired else _line_start(text, old[0].start)
        end = _item_end(text, old[last - 1]) if last > first + paired else at
        text = text[:at] + added + text[end:]
        for step in reversed(range(paired)):
            item = old[first + step]
            text = _with_value(text, item, _like(item, items[new_first + step]))
    return text


def _dash(text: str, item: Node) -> str:
    """What stands before an item on its line: the indentation and the dash."""
    lead = text[_line_start(text, item.start) : item.start]
    return lead if lead.strip() == "-" and lead.endswith(" ") else "  - "


def _item_end(text: str, item: Node) -> int:
    found = text.find("\n", _value_end(text, item))
    return len(text) if found < 0 else found + 1


def _steps(old: Sequence[object], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    texts = [value if isinstance(value, str) else None for value in old]
    return difflib.SequenceMatcher(None, texts, list(new), autojunk=False).get_opcodes()


def written(value: Value) -> str:
    """Return a value as YAML on one line."""
    match value:
        case Verified():
            return f"{{date: {value.on.isoformat()}, by: {written(value.by)}}}"
        case str():
            return _text(str(value))
        case int() | date():
            return str(value)
        case None:
            return ""
        case _:
            return "[" + ", ".join(_text(item) for item in value) + "]"


def _text(value: str) -> str:
    plain = _PLAIN.fullmatch(value) and value == value.strip() and not _SPECIAL.search(value)
    return value if plain else _double_quoted(value)


def _double_quoted(value: str) -> str:
    return '"' + _SPECIAL.sub(_escape, value) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")


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
