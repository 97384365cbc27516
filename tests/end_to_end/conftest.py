"""What the end-to-end tests share: a small library, a mail, and the command line in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What one command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document that was printed."""
        return json.loads(self.out)

    @property
    def jsons(self) -> list[Any]:
        """The JSON lines that were printed."""
        return [json.loads(line) for line in self.out.splitlines()]


Thrice = Callable[..., Ran]


@pytest.fixture
def thrice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Thrice:
    """Run ``thrice`` with a data folder of its own."""

    def run(*arguments: str | Path) -> Ran:
        code = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """A customer's mail with three questions of different forms."""
    path = tmp_path / "mail.eml"
    path.write_text(
        "From: Ada Park <ada@park.example>\r\nTo: Lantern Support <help@lantern.example>\r\n"
        "Subject: Renewal of order 88213\r\nDate: Thu, 19 Nov 2026 09:12:00 +0100\r\n"
        "Message-ID: <m1@park.example>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        "Hello,\r\n\r\nWhen does my subscription renew?\r\n\r\n"
        "Please send me the invoice for order 88213.\r\n\r\n"
        "I was wondering whether I can pause it in December\r\n\r\n"
        "Regards,\r\nAda\r\n",
        encoding="utf-8",
        newline="",
    )
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of two articles, one known issue and one snippet."""
    folder = tmp_path / "library"
    files = {
        "articles/pause.md": "---\nid: pause\ntitle: Pause a subscription\nalso_known_as: [hold]\n---\n\n"
        "Open **Subscriptions**, choose the customer, press *Pause*. It starts again on the date you set.\n",
        "articles/invoice.md": "---\nid: invoice\ntitle: Send an invoice again\n---\n\n"
        "Open the order and press *Send invoice*.\n",
        "known-issues/late.md": "---\nid: late\ntitle: Renewals run a day late\nstatus: identified\n"
        "eta: 2026-12-03\n---\n\n## Workaround\n\nRun them by hand.\n",
        "snippets/thanks.md": "---\nid: thanks\nkeyword: thanks\ntitle: Thanks for the report\n---\n\n"
        "Thank you for telling us.\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder
