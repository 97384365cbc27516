"""Questions lost to a wrong label on the mailing-list mails: the figure that matters most.

``python tests/benchmarks/mail_lost_questions.py [--misses]`` counts the questions of ``rlists_inline``
that stand, wholly or in part, in a line labelled other than own; records are split in two halves.
"""

import re
import sys
from collections import Counter
from zlib import crc32

from mail_sets import need_data, rows

from composer.mail.label import label_lines
from composer.mail.lines import Line


def places(text: str) -> tuple[str, list[Line]]:
    """Return a mail's text without white space, and the line of every sign of it."""
    signs: list[str] = []
    lines: list[Line] = []
    for line in label_lines(text):
        for sign in line.text:
            if not sign.isspace():
                signs.append(sign)
                lines.append(line)
    return "".join(signs), lines


def main() -> None:
    """Print the share of lost questions in each half, and by role."""
    need_data()
    count: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for row in rows("rlists_inline/data.dev.jsonl"):
        half = "AB"[crc32(row["thread"].encode()) % 2]
        flat, lines = places(row["question_mail"])
        for question in row["questions"]:
            bare = re.sub(r"\s", "", question)
            at = flat.find(bare)
            count[half] += 1
            wrong = (
                {line.role.value for line in lines[at : at + len(bare)]} - {"own"}
                if at >= 0
                else {"not found"}
            )
            if wrong:
                lost[half] += 1
                roles.update(wrong)
                if "--misses" in sys.argv:
                    print(f"  lost ({', '.join(sorted(wrong))}): {row['id']}: {question[:80]!r}")
    for half in sorted(count):
        print(f"half {half}: lost {lost[half]} of {count[half]} ({lost[half] / count[half]:.2%})")
    print("by role:", dict(roles))


if __name__ == "__main__":
    main()
