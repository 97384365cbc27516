"""Many mails at once: an mbox file, or a folder of mail files; one bad mail never stops the rest."""

import re
from collections.abc import Iterator
from pathlib import Path

from composer.mail.parse import SIZE_CAP, MailFailure, read_bytes
from kb_content.failure import Problem

_MAIL_SUFFIXES = {".eml", ".msg", ".mail", ".emlx", ".mbox", ".mbx", ".box", ""}
_DEPTH_CAP = 20
_MAIL_CAP = 100_000
# Python's own mbox reader takes any line that begins "From ": this one wants a date behind it.
_ENVELOPE = re.compile(rb"From [^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,60}\r?\n")


def read_mbox(path: Path) -> Iterator[bytes]:
    """Yield the mails of an mbox file one by one; raises MailFailure when it cannot be read.

    The file is read line by line: an archive of gigabytes takes no more memory than its largest mail.
    A mail over the cap is cut there, so that opening it says why.
    """
    try:
        with path.open("rb") as file:
            yield from _mails_of(file)
    except FileNotFoundError:
        raise MailFailure(
            "There is no such file; it may have been moved or deleted.", path=str(path)
        ) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise MailFailure(f"The file cannot be read ({reason}).", path=str(path)) from None


def read_folder(folder: Path) -> Iterator[tuple[Path, bytes | Problem]]:
    """Yield every mail below a folder (``.eml``, ``.mbox``, maildir) with its file, or what is wrong.

    Links are not followed; hidden files are left out. Raises MailFailure when it is no folder.
    """
    if not folder.is_dir():
        raise MailFailure("This is no folder; choose a folder of mails or a mail file.", path=str(folder))
    for path in _files_below(folder):
        try:
            if _is_mbox(path):
                for raw in read_mbox(path):
                    yield path, raw
            else:
                yield path, read_bytes(path)
        except MailFailure as failure:
            yield path, Problem(str(path.relative_to(folder)), 0, failure.sentence)


def _files_below(folder: Path) -> Iterator[Path]:
    waiting = [(folder, 0)]
    count = 0
    while waiting:
        current, depth = waiting.pop()
        try:
            entries = sorted(current.iterdir())
        except OSError:
            continue
        for entry in entries:
            if entry.is_symlink() or entry.name.startswith("."):
                continue
            if entry.is_dir() and depth < _DEPTH_CAP:
                waiting.append((entry, depth + 1))
            elif entry.is_file() and _is_mail_name(entry) and count < _MAIL_CAP:
                count += 1
                yield entry


def _is_mail_name(path: Path) -> bool:
    in_maildir = path.parent.name in ("cur", "new")
    return in_maildir or path.suffix.lower() in _MAIL_SUFFIXES


def _is_mbox(path: Path) -> bool:
    if path.suffix.lower() in (".mbox", ".mbx"):
        return True
    try:
        with path.open("rb") as file:
            return path.suffix == "" and bool(_ENVELOPE.match(file.read(400)))
    except OSError:
        return False


def _mails_of(file: Iterator[bytes]) -> Iterator[bytes]:
    lines: list[bytes] = []
    size, after_blank = 0, True
    for line in file:
        if after_blank and line.startswith(b"From ") and _ENVELOPE.match(line):
            if any(part.strip() for part in lines):
                yield _unescaped(lines)
            lines, size = [], 0
            after_blank = False
            continue
        after_blank = not line.strip()
        size += len(line)
        if size <= SIZE_CAP + 1:
            lines.append(line)
    if any(part.strip() for part in lines):
        yield _unescaped(lines)


def _unescaped(lines: list[bytes]) -> bytes:
    """Join a mail's lines; ``>From `` was written for ``From `` (mboxrd)."""
    return b"".join(line[1:] if re.match(rb">+From ", line) else line for line in lines)
