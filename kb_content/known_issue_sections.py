"""The parts of a known issue's body: what happens, the workaround, the updates so far."""

from kb_content.markdown_text import Section, sections

_WORKAROUND = ("workaround", "work-around", "workarounds")
_UPDATES = ("updates", "history of updates", "history", "update history")


def workaround(body: str) -> str:
    """Return the text below the heading *Workaround*, with its sub-headings, or nothing."""
    return _below(body, _WORKAROUND) if "ork" in body else ""


def updates(body: str) -> str:
    """Return the text below the heading *Updates*, or nothing."""
    return _below(body, _UPDATES)


def what_happens(body: str) -> str:
    """Return the text below *What happens*, else what stands above *Workaround* and *Updates*."""
    if told := _below(body, ("what happens",)):
        return told
    for section in sections(body):
        if section.heading.casefold() in (*_WORKAROUND, *_UPDATES):
            return body[: section.start].strip()
    return body.strip()


def _below(body: str, headings: tuple[str, ...]) -> str:
    found = sections(body)
    for number, section in enumerate(found):
        if section.level and section.heading.casefold().rstrip(":") in headings:
            return body[_text_start(body, section) : _end(found, number)].strip()
    return ""


def _text_start(body: str, section: Section) -> int:
    """Behind the heading's line (and the underline of one that is underlined)."""
    line_end = body.find("\n", section.start, section.end)
    if line_end < 0:
        return section.end
    if body[section.start : line_end].lstrip().startswith("#"):
        return line_end + 1
    underline_end = body.find("\n", line_end + 1, section.end)
    return section.end if underline_end < 0 else underline_end + 1


def _end(found: tuple[Section, ...], number: int) -> int:
    """Where the next heading of the same or a higher level begins."""
    level = found[number].level
    end = found[number].end
    for section in found[number + 1 :]:
        if section.level <= level:
            break
        end = section.end
    return end
