"""What the program makes of texts by strangers that nobody here has read.

    python -m tests.benchmarks.strangers

The folder unlisted/ holds mails, tickets, replies and sentences with promises in the forms of own_mails,
own_tickets, own_replies and own_promises. Their writers had not seen the program; nothing is developed
on them or taught by them, and only totals are printed. Whoever lists a failure of a piece moves it to
the others.
"""

import sys
from collections import Counter
from pathlib import Path

_HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(_HERE.parents[1]), str(_HERE)]

from eta_promises import replies as count_promises  # noqa: E402

from tests.benchmarks import answer_map_own, lint_own  # noqa: E402
from tests.benchmarks.questions_own import figures, ours, question_marks, report  # noqa: E402

UNLISTED = _HERE / "unlisted"


def main() -> None:
    """Print the totals of each piece."""
    mails = str(UNLISTED / "mails.txt")
    for name, reader in {"ends in ?": question_marks, "Thrice": ours}.items():
        report(f"questions, {name}", figures(reader, mails), by_kind=reader is ours)
    counts: Counter[str] = Counter()
    for ticket in answer_map_own.tickets_of(UNLISTED / "tickets.txt"):
        counts.update(answer_map_own.score(ticket))
    answer_map_own.report("answer map", counts)
    lint_own.report(UNLISTED / "replies", told=False)
    count_promises(UNLISTED / "promises.tsv", listed=False)


if __name__ == "__main__":
    main()
