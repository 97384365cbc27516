"""How long reading a mail takes, by length, and mapping a draft after a keystroke.

    python -m tests.benchmarks.questions_speed

Times are processor time, best of several, so that a busy machine does not blur them. The text is made up.
"""

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from composer.draft import Draft
from composer.mail.label import label_lines
from composer.mail.message import Address, Message
from composer.questions.answer_map import map_answers
from composer.questions.find import find_questions
from composer.questions.pattern_table import start_of
from composer.questions.plain_words import plain
from composer.questions.sentences import sentences_of
from composer.questions.understand import understand
from tests.benchmarks.questions_own import own_mails

# The batches that the earlier figures were taken with.
_BATCHES = ("mails.txt", "second.txt", "third.txt", "fourth.txt")


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the shortest processor time of several runs, in milliseconds."""
    shortest = float("inf")
    for _ in range(times):
        for kept in (plain, sentences_of, start_of):
            kept.cache_clear()
        start = time.process_time()
        work()
        shortest = min(shortest, time.process_time() - start)
    return shortest * 1000


def report_reading() -> None:
    """Print the times for mails of growing length."""
    texts = [mail.message.text for mail in own_mails(*_BATCHES) if mail.language == "en"]
    whole = "\n\n".join(
        text for text in texts if not any(sign in text for sign in (">", "--", "wrote:", "Sent"))
    )
    for size in (2_000, 20_000, 200_000, 1_000_000, 5_000_000):
        text = (whole * (size // len(whole) + 1))[:size]
        message = Message("Question", Address(), text)
        lines = label_lines(text)
        runs = 7 if size < 500_000 else 1
        all_of_it = best_of(runs, lambda message=message: understand(message))  # type: ignore[misc]
        labels = best_of(runs, lambda text=text: label_lines(text))  # type: ignore[misc]
        found = best_of(runs, lambda text=text, lines=lines: find_questions(text, lines))  # type: ignore[misc]
        print(
            f"{size:>9,} code points: understand {all_of_it:8.1f} ms"
            f" (labels {labels:8.1f}, questions {found:8.1f})"
        )


def report_first() -> None:
    """Print what a mail takes that is read for the first time, and what it takes again.

    Automata grow with what they see: only the first reading is what a person waits for.
    """
    mails = [mail.message for mail in own_mails(*_BATCHES) if mail.language == "en"]
    for message in mails[: len(mails) // 2]:
        understand(message)
    unseen = mails[len(mails) // 2 :]
    first = sum(best_of(1, lambda message=message: understand(message)) for message in unseen)  # type: ignore[misc]
    again = sum(best_of(5, lambda message=message: understand(message)) for message in unseen)  # type: ignore[misc]
    read = sum(len(message.text) for message in unseen) / 1000
    print(
        f"{len(unseen)} mails never read before: {first / read:.1f} ms a 1,000 code points,",
        f"again {again / read:.1f}",
    )


def report_map() -> None:
    """Print the time of the map after a keystroke in a draft of 1,000 words, by number of questions."""
    dice = random.Random(3)
    mails = [mail for mail in own_mails(*_BATCHES) if mail.language == "en"]
    texts = "\n\n".join(mail.message.text for mail in mails)
    words = " ".join(texts.split(" ")[:1000])
    for count in (3, 8, 16):
        asked = "\n".join(
            f"{n}. {gold.text}" for n, gold in enumerate([g for m in mails for g in m.gold][:count], 1)
        )
        read = understand(Message("", Address(), asked))
        read = replace(read, questions=read.questions[:count])
        quotes = "\n\n".join(f"> {question.text}\n\nYes." for question in read.questions[: count // 2])
        draft = f"{quotes}\n\n{words}"
        map_answers(Draft(draft), read)
        times = []
        for _ in range(60):
            at = dice.randrange(len(draft))
            typed = Draft(draft[:at] + "x" + draft[at:])
            start = time.process_time()
            map_answers(typed, read)
            times.append((time.process_time() - start) * 1000)
        print(
            f"map after a keystroke, 1,000 words, {len(read.questions)} questions:",
            f"median {median(times):.1f} ms",
            end="",
        )
        print(f", p95 {sorted(times)[56]:.1f} ms")


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}")
    report_first()
    report_reading()
    report_map()
