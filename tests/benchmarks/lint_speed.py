"""How long reading takes: a 1,000-word draft whole and after a keystroke, whether it grows linearly, and
what the same words cost other linters that are on the path (proselint, write-good).

Run: python tests/benchmarks/lint_speed.py
"""
# ruff: noqa: E501 - our own sample text

import statistics
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from lint_others import microseconds_a_word  # noqa: E402
from lint_texts import Lint, plain_replies  # noqa: E402

from composer.lint.context import Context  # noqa: E402
from composer.lint.library_context import with_library  # noqa: E402
from composer.lint.registry import built_in_rules  # noqa: E402
from composer.mail.message import Address  # noqa: E402
from composer.mail.parse import open_mail  # noqa: E402
from composer.questions.understand import understand  # noqa: E402
from kb_content.library import Library  # noqa: E402
from kb_content.resource import demo_mails, starter_library  # noqa: E402

_OWN = """Hi Maria,

the export stops at row 500 because of a limit in version 3.2. I'll look into this and write to you by Friday, 6 March.

> How can I get all rows?

Until the fix is out, export in two parts. Open the calendar, choose Export, set the range from January to June and save.
Then do the same for July to December. Please keep both files until I have written again, as soon as the fix is out.

"""
_TODAY = date(2026, 3, 4)
_RUNS = 7


def text_of(words: int) -> str:
    """Return a draft of so many words: real replies where they are here, else our own paragraphs."""
    pieces = [t for t in plain_replies() if "<-" not in t and "[1]" not in t] or [_OWN]
    text: list[str] = []
    count, at = 0, 0
    while count < words:
        piece = pieces[at % len(pieces)] + ("" if len(pieces) > 1 else f"\n\nNumber {at}.\n\n")
        text.append(piece)
        count, at = count + len(piece.split()), at + 1
    # A quote between them: else the first signature would end the words that are read.
    return "\n\n> Is that so?\n\n".join(text)


def milliseconds(act: object) -> float:
    """Return the processor time of a call in milliseconds."""
    begun = time.thread_time()
    act()  # type: ignore[operator]
    return (time.thread_time() - begun) * 1000


def whole(text: str) -> float:
    """Return the median time of reading a draft for the first time."""
    return statistics.median(milliseconds(lambda: Lint(rules, today=_TODAY)(text)) for _ in range(_RUNS))


def in_full() -> Lint:
    """Return an engine that knows a mail, a library, the last replies, and what belongs to 500 others."""
    library = Library.open(starter_library())
    mail = understand(open_mail(demo_mails()[0]), team=library.team)
    context = replace(
        with_library(Context(), library),
        today=_TODAY,
        agent=Address("Kim Lee", "kim@lantern.example"),
        customer=mail.message.sender,
        cc=(),
        attachments=(),
        others=tuple(f"Customer Number{number}" for number in range(500)),
        recent_replies=(_OWN,) * 30,
    )
    return Lint(rules, context=context, mail=mail)


def keystroke(lint: Lint, text: str) -> tuple[float, float]:
    """Return median and worst time of reading again after one letter more, in the middle of the draft."""
    times = []
    lint(text)
    at = text.index(" ", len(text) // 2)
    for letter in "please look into this again soon":
        text = text[:at] + letter + text[at:]
        at += 1
        draft = text
        times.append(milliseconds(lambda draft=draft: lint(draft)))
    return statistics.median(times), max(times)


if __name__ == "__main__":
    rules = built_in_rules()
    print(f"{len(rules)} rules, processor milliseconds, median of {_RUNS}")
    for size in (500, 1000, 2000, 5000, 10000, 20000):
        draft_text = text_of(size)
        middle, worst = keystroke(Lint(rules, today=_TODAY), draft_text)
        full, _ = keystroke(in_full(), draft_text)
        first = whole(draft_text)
        count = len(draft_text.split())
        print(
            f"{count:6} words: whole {first:7.1f} ms ({1000 * first / count:5.1f} µs a word), keystroke {middle:5.1f} ms (worst {worst:.1f}), with mail and library {full:5.1f} ms"
        )
    beside = text_of(5000)
    ours = 1000 * whole(beside) / len(beside.split())
    print(f"side by side on {len(beside.split())} words, µs a word: Thrice {ours:.1f}")
    for name, cost in microseconds_a_word(beside):
        print(f"   {name} {cost:.1f} ({ours / cost:.2f} times as much here)")
