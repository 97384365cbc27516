"""Every hostile input opens harmlessly, or is refused in one sentence."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from composer.draft import Draft
from composer.mail.attachment_names import LONGEST
from composer.mail.html import sanitised
from composer.mail.label import label_lines
from composer.mail.message import Address, Message
from composer.mail.outgoing import compose_reply
from composer.mail.parse import MailFailure, open_mail

_ROOT = (
    Path(os.environ.get("THRICE_SHARED", Path(__file__).resolve().parents[3].parent / "shared")) / "hostile"
)


def _cases() -> list[Any]:
    listed = _ROOT / "EXPECT.jsonl"
    if not listed.is_file():
        return []
    cases = [json.loads(line) for line in listed.read_text("utf-8").splitlines() if line.strip()]
    return [
        pytest.param(case, id=case["file"]) for case in cases if case["file"].startswith(("eml/", "html/"))
    ]


@pytest.mark.parametrize("case", _cases() or [pytest.param({}, id="missing")])
def test_a_hostile_input_does_what_its_line_expects(case: dict[str, Any], hostile_folder: Path) -> None:
    if case["file"] == "eml/e29_empty.eml":
        with pytest.raises(MailFailure, match="The file is empty"):
            open_mail(hostile_folder / case["file"])
        return
    message = open_mail(hostile_folder / case["file"])
    checks = case["checks"]
    _check_shown(message, checks)
    _check_attachments(message, checks)
    if "export_no_header" in checks:
        _check_export(message, checks["export_no_header"])
    lines = label_lines(message.text, sender=message.sender)
    assert "\n".join(line.text for line in lines) == message.text


def _check_shown(message: Message, checks: dict[str, Any]) -> None:
    for words in checks.get("text_has", ()):
        assert words in message.text
    for words in checks.get("html_lacks", ()):
        assert words.lower() not in message.html.lower()
    for link in re.findall(r'href="([^"]*)"', message.html):
        assert link.partition(":")[0].lower() in checks.get("hrefs_only", ["http", "https", "mailto", "tel"])
    words = f"{message.text} {message.html}".split()
    assert max(map(len, words), default=0) <= checks.get("max_token", 2500)
    assert message.html.count("<table") <= checks.get("max_table_depth", 10**9)
    assert sanitised(message.html) == message.html
    for text in (message.subject, message.text, message.html):
        assert "\0" not in text
        text.encode("utf-8")


def _check_attachments(message: Message, checks: dict[str, Any]) -> None:
    names = [attachment.name for attachment in message.attachments]
    assert len(names) == checks.get("attachments", len(names))
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert not re.search(r"[\x00-\x1f/\\:*?\"<>|\u202a-\u202e]", name)
        assert not name.startswith((".", "-"))
        assert len(name.encode()) <= LONGEST


def _check_export(message: Message, forbidden: list[str]) -> None:
    reply = compose_reply(
        Draft("It is on its way.\n"),
        message,
        sender=Address("Agent", "agent@shop.example"),
        answer_colour="#186DEC",
    )
    head = reply.raw.split(b"\r\n\r\n")[0].lower()
    for name in forbidden:
        assert not re.search(rb"^" + name.encode() + rb":", head, re.MULTILINE)
