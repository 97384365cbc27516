"""Mail bombs end in a sentence within 2 s and 200 MB: ``python tests/benchmarks/mail_bombs.py``.

Each is built and opened in a process of its own; memory is the process's peak above an ordinary
mail's, the bomb itself included.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable

import mail_sets  # noqa: F401 - puts the project on the path

from composer.mail.label import label_lines
from composer.mail.parse import MailFailure, parse_message

_HEAD = b"From: a@b.example\r\nSubject: x\r\n"
_HTML = _HEAD + b"Content-Type: text/html\r\n\r\n"


def _nested(levels: int) -> bytes:
    level = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
    return _HEAD + b"".join(level % (number, number) for number in range(levels))


_BOMBS: dict[str, Callable[[], bytes]] = {
    "an ordinary mail": lambda: _HEAD + b"\r\nHello\r\n",
    "10,000 nested parts": lambda: _nested(10_000),
    "10,000 forwards in forwards": lambda: _HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 10_000,
    "100,000 parts": lambda: (
        _HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 100_000
    ),
    "a header of 50 MB": lambda: _HEAD + b"X-A: " + b"a" * 50_000_000 + b"\r\n\r\nbody",
    "a folded header of 50 MB": lambda: _HEAD + b"X-A: a" + b"\r\n aaaaaaaaa" * 4_200_000 + b"\r\n\r\nbody",
    "a table without end": lambda: _HTML + b"<table><tr><td>" * 1_000_000,
    "60,000 nested quotes": lambda: _HTML + b"<blockquote>x" * 59_000,
    "50 MB of base64": lambda: _HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"QUJD\n" * 10_000_000,
    "1 MB of open brackets": lambda: _HTML + b"<" * 1_000_000,
    "1.6 MB of &#0;": lambda: _HTML + b"&#0;" * 400_000,
    "1.6 MB of &nbsp;": lambda: _HTML + b"&nbsp;" * 270_000,
    "18,000 links on a line": lambda: _HTML + b"<p>" + b"<a href=https://x.example/>y</a> " * 18_000,
    "8 MB of quote marks": lambda: _HEAD + b"\r\n" + b">" * 8_000_000,
}


def opened(name: str) -> None:
    """Open one bomb in this process and print what it cost."""
    raw = _BOMBS[name]()
    start = time.process_time()
    try:
        message = parse_message(raw)
        label_lines(message.text)
        said = message.notes[0] if message.notes else "opened"
    except MailFailure as failure:
        said = failure.sentence
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:28} {spent:5.2f} s  {peak:4} MB  {said}")


def main() -> None:
    """Open every bomb, each in a process of its own."""
    if len(sys.argv) > 1:
        opened(sys.argv[1])
        return
    for name in _BOMBS:
        subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    main()
