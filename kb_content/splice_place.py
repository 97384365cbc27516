"""Where a value stands in a text, and putting another one in its place."""

from kb_content.failure import Failure
from kb_content.front_matter import Node


class SpliceFailure(Failure):
    """A field cannot be changed in place; the text is as it was."""


def newline_of(text: str) -> str:
    """Return the line end that most lines of the text have."""
    windows = text.count("\r\n")
    return "\r\n" if windows * 2 > text.count("\n") else "\n"


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def value_end(text: str, node: Node) -> int:
    """Return the end of what a value shows: the parser's end of a block lies behind the blank lines and
    comments that follow it.
    """
    if node.style == "block" and isinstance(node.value, tuple):
        return value_end(text, node.value[-1]) if node.value else node.end
    if node.style == "block" and isinstance(node.value, dict):
        last = list(node.value.values())[-1] if node.value else None
        return value_end(text, last.node) if last else node.end
    if node.style in ("|", ">"):
        return node.start + len(text[node.start : node.end].rstrip())
    return node.end


def with_value(text: str, node: Node, source: str) -> str:
    """Replace what is shown of a value; an empty one stands right behind its colon."""
    end = value_end(text, node)
    gap = " " if text[node.start - 1 : node.start] == ":" else ""
    start = node.start
    if node.style == "block":  # `key:` and the value below it: the new value goes beside the key
        start = text.rindex(":", 0, start) + 1
        between = text[start : node.start]
        if between.strip():
            raise SpliceFailure("A comment stands between a key and its value; change this field by hand.")
        gap = " "
    return text[:start] + gap + source + text[end:]
