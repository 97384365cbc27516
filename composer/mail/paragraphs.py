"""Paragraphs of a mail's lines, and whether one asks the reader something."""

import re

from composer.mail.signature_patterns import CONTACT, TELLS


def paragraphs(lines: list[str], first: int, end: int) -> list[tuple[int, int]]:
    """Return the paragraphs between two lines as (first, last + 1)."""
    found: list[tuple[int, int]] = []
    start = -1
    for number in range(first, end):
        if lines[number].strip():
            start = number if start < 0 else start
        elif start >= 0:
            found.append((start, number))
            start = -1
    return [*found, (start, end)] if start >= 0 else found


def first_paragraph(lines: list[str], first: int, end: int) -> tuple[int, int]:
    """Return the paragraph that begins at ``first``, which has words."""
    stop = first
    while stop < end and lines[stop].strip():
        stop += 1
    return first, stop


def asks(lines: list[str], first: int, last: int) -> bool:
    """Tell whether a paragraph asks the reader something; a slogan with a link to a shop does not."""
    text = without_links(" ".join(lines[first:last]))
    if "?" not in text:
        return False
    if CONTACT.search(text) and last - first >= 3:
        return False
    if text.rstrip().endswith("?") and last - first == 1 and not CONTACT.search(text):
        return True
    question = text[: text.rindex("?")].split("?")[-1].split(". ")[-1]
    return len(question.split()) >= 4 or bool(TELLS.search(question))


def without_links(text: str) -> str:
    """Return text without addresses of pages and what stands in angle brackets."""
    return re.sub(r"https?://\S+|<[^<>\s]*>", "", text)
