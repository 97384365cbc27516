"""Where the lint benchmarks find their texts, and a reply with nothing around it."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.finding import Finding
from composer.lint.own_words import OwnWordsReader
from composer.lint.reply import Reply
from composer.lint.rule import RuleSet
from composer.questions.understood import UnderstoodMail

_HERE = Path(__file__).resolve()
DATA = Path(os.environ.get("THRICE_DATA", _HERE.parents[2].parent / "shared" / "data"))


def rows(name: str) -> list[dict[str, object]]:
    """Return the rows of a JSON lines file of the data, nothing where it is missing."""
    path = DATA / name
    if not path.is_file():
        print(f"skipped: {name} is not here (set THRICE_DATA)")
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plain_replies() -> list[str]:
    """Return the plain replies of volunteers."""
    return [str(row["text"]) for row in rows("rlists_plain/data.dev.jsonl")]


def business_mails() -> list[str]:
    """Return the business mails, a sentence a line."""
    found = rows("aeslc_mail/data.dev.jsonl")
    return [
        "\n".join(str(s) for s in row["sentences"]) for row in found if isinstance(row["sentences"], list)
    ]


class Lint:
    """An engine and its reader, as a reviewer holds them; without a mail unless one is given."""

    def __init__(
        self,
        rules: RuleSet,
        *,
        today: date | None = None,
        context: Context | None = None,
        mail: UnderstoodMail | None = None,
    ) -> None:
        self.engine = Engine(rules)
        self.reader = OwnWordsReader()
        self.context = context or Context(today=today)
        self.mail = mail

    def __call__(self, text: str) -> tuple[int, tuple[Finding, ...]]:
        """Return the number of own words and the findings of a text."""
        draft = Draft(text)
        own = self.reader.read(draft)
        found = self.engine.findings(Reply(draft, own, self.context, self.mail), Dismissed())
        return sum(len(placed.passage.tokens) for placed in own.passages), found


def around(text: str, finding: Finding, width: int = 40) -> Iterator[str]:
    """Yield one line that shows a finding in its text."""
    if finding.start is not None and finding.end is not None:
        before = " ".join(text[max(0, finding.start - width) : finding.start].split())
        after = " ".join(text[finding.end : finding.end + width].split())
        yield f"{before} «{finding.text}» {after}"
