"""format=flowed (RFC 3676): lines that a mail program wrapped softly are joined again."""

import re

_QUOTES = re.compile(r">*")


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Return text with soft line ends undone, space-stuffing removed and quote marks spaced.

    A line that ends in a space goes on in the next one of the same quote depth; the signature
    delimiter ``-- `` never does.
    """
    lines: list[str] = []
    paragraph: list[str] = []
    open_depth = -1
    for raw in text.split("\n"):
        depth = len(_QUOTES.match(raw)[0]) if raw.startswith(">") else 0  # type: ignore[index]
        content = raw[depth:]
        content = content[1:] if content.startswith(" ") else content
        if depth != open_depth or content == "-- ":
            _finish(lines, paragraph, open_depth)
        open_depth = depth
        soft = content.endswith(" ") and content != "-- "
        paragraph.append(content[:-1] if soft and delete_space else content)
        if not soft:
            _finish(lines, paragraph, depth)
            open_depth = -1
    _finish(lines, paragraph, open_depth)
    return "\n".join(lines)


def _finish(lines: list[str], paragraph: list[str], depth: int) -> None:
    if paragraph:
        marks = ">" * depth
        joined = "".join(paragraph)
        lines.append(f"{marks} {joined}" if marks and joined else marks + joined)
        paragraph.clear()
