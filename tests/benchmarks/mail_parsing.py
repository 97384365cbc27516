"""Parsing on the public sets: ``python tests/benchmarks/mail_parsing.py [--misses]``.

Every mail must open and show every line; stalwart's gold gives subject, sender, first text body and
attachment names, zammad's subject, sender and name, rubymail's several charsets without U+FFFD.
"""

import sys
from collections import Counter

from mail_sets import collapsed, mail_files, need_data, rows

from composer.mail.html import readable_text
from composer.mail.label import label_lines
from composer.mail.parse import MailFailure, parse_message

_SETS = ("mail_zammad", "mail_stalwart", "mail_rubymail", "mail_notmuch", "mail_talon")


def opened() -> None:
    for name in _SETS:
        files = mail_files(name)
        good = refused = broken_letters = 0
        for path in files:
            try:
                message = parse_message(path.read_bytes())
            except MailFailure:
                refused += 1
                continue
            lines = label_lines(message.text, sender=message.sender)
            good += "\n".join(line.text for line in lines) == message.text
            broken_letters += "\ufffd" in message.text
        print(
            f"{name:14} opened with every line {good:3}, refused {refused}, with U+FFFD {broken_letters}, "
            f"of {len(files)}"
        )


def stalwart(misses: bool) -> None:
    files = {"/".join(path.parts[-2:]): path for path in mail_files("mail_stalwart")}
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row in rows("mail_stalwart/cases.dev.jsonl"):
        message = parse_message(files["/".join(row["file"].split("/")[-2:])].read_bytes())
        gold = row["expect"]
        sender = (gold["from"] or [["", ""]])[0]
        found = {
            "subject": collapsed(message.subject) == collapsed(gold["subject"] or ""),
            "sender": message.sender.mail == (sender[1] or ""),
            "attachments": [item.original_name for item in message.attachments if item.original_name]
            == [name for name in gold["attachments"] if name],
        }
        if gold["text_bodies"]:
            first = gold["text_bodies"][0]
            is_html = first in gold["html_bodies"] and "<" in first
            text = collapsed(readable_text(first) if is_html else first)
            found["first body"] = collapsed(message.text).startswith(text)
        for what, same in found.items():
            count[what] += 1
            right[what] += same
            if misses and not same:
                print(f"  miss: mail_stalwart {row['id']} {what}")
    print("mail_stalwart ", ", ".join(f"{what} {right[what]} of {count[what]}" for what in count))


def zammad(misses: bool) -> None:
    files = {path.name: path for path in mail_files("mail_zammad")}
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row in rows("mail_zammad/cases.dev.jsonl"):
        message = parse_message(files[row["file"].rpartition("/")[2]].read_bytes())
        wanted = {
            "subject": message.subject,
            "from_email": message.sender.mail,
            "from_display_name": message.sender.name,
        }
        for what, got in wanted.items():
            if what not in row["expect"]:
                continue
            same = collapsed(row["expect"][what]).lower() == collapsed(got).lower()
            count[what] += 1
            right[what] += same
            if misses and not same:
                print(f"  miss: mail_zammad {row['id']} {what}")
    print("mail_zammad   ", ", ".join(f"{what} {right[what]} of {count[what]}" for what in count))


def main() -> None:
    """Print a line for each set."""
    need_data()
    misses = "--misses" in sys.argv
    opened()
    stalwart(misses)
    zammad(misses)


if __name__ == "__main__":
    main()
