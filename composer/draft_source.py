"""A draft from a file: Markdown as it is; HTML and mails written elsewhere with their colours."""

import re
from pathlib import Path

from composer.draft import ColouredSpan, Draft
from composer.draft_colours import text_with_colours
from composer.mail.body import html_source
from composer.mail.charsets import decode
from composer.mail.mime_parts import read_tree
from composer.mail.parse import MailFailure, parse_message, read_bytes
from composer.mail.reply_body import colour_tags
from kb_content.failure import Failure

_SIZE_CAP = 5 * 1024 * 1024
_TAG_COLOUR = re.compile(r"(?<![\w-])color\s*[:=]\s*[\"']?([^;\"'<>]{1,60})", re.IGNORECASE)


class DraftFailure(Failure):
    """A draft that cannot be read, in one sentence."""


def read_draft(path: Path) -> Draft:
    """Read a draft: ``.html`` and ``.eml`` become text with ``> `` quotes and coloured spans.

    Any other file is Markdown, taken as it is (line ends as ``\\n``, no byte order mark). Raises
    DraftFailure when the file cannot be read or is larger than 5 MB.
    """
    if path.is_dir():
        raise DraftFailure("This is a folder; name the draft that lies in it.", path=str(path))
    try:
        raw = read_bytes(path)
    except MailFailure as failure:
        raise DraftFailure(failure.sentence.replace("a mail", "a draft"), path=str(path)) from None
    if len(raw) > _SIZE_CAP and path.suffix.lower() != ".eml":
        raise DraftFailure("The draft is larger than 5 MB; no reply is that long.", path=str(path))
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm"):
        return draft_from_html(decode(raw).text)
    if suffix == ".eml":
        return _from_mail(raw, path)
    return draft_from_markdown(decode(raw).text)


def draft_from_markdown(text: str) -> Draft:
    """Return a Markdown draft; ``<span style="color:…">`` and ``<font color>`` give coloured spans."""
    return Draft(text, colours=tuple(_tagged_spans(text)))


def draft_from_html(html: str, *, subject: str = "", cc: tuple[str, ...] = ()) -> Draft:
    """Return the readable text of a page as a draft, with every colour that its styles set."""
    text, colours = text_with_colours(html)
    return Draft(text, colours=colours, subject=subject, cc=cc)


def _from_mail(raw: bytes, path: Path) -> Draft:
    try:
        message = parse_message(raw)
    except MailFailure as failure:
        raise DraftFailure(failure.sentence, path=str(path)) from None
    cc = tuple(address.mail for address in message.cc if address.mail)
    html = html_source(raw, read_tree(raw).root)
    if html:
        return draft_from_html(html, subject=message.subject, cc=cc)
    return Draft(message.text, subject=message.subject, cc=cc)


def _tagged_spans(text: str) -> list[ColouredSpan]:
    spans: list[ColouredSpan] = []
    opened: list[tuple[int, str]] = []
    for match in colour_tags(text):
        if not match[0].startswith("</"):
            colour = _TAG_COLOUR.search(match[0])
            opened.append((match.end(), colour[1].strip() if colour else ""))
        elif opened:
            start, colour_text = opened.pop()
            if colour_text and match.start() > start:
                spans.append(ColouredSpan(start, match.start(), colour_text))
    return sorted(spans, key=lambda span: span.start)
