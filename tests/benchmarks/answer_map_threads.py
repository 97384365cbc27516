"""The answer map on mailing-list threads whose replies stand between the quoted questions (rlists_inline).

Variants of each reply: as it was written (with quotes), quotes rebuilt from the questions alone, the
answers in order and shuffled without any quote, and each of them with one answer taken out.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from composer.draft import Draft
from composer.mail.message import Address, Message
from composer.questions.answer_map import states_of
from composer.questions.answer_state import Passage, State
from composer.questions.evidence import Weights
from composer.questions.prepared_draft import Prepared, prepared
from composer.questions.understand import understand
from composer.questions.understood import UnderstoodMail

Thread = dict[str, Any]


class Case(NamedTuple):
    """One draft: its name, what is prepared of it, where each question's answer stands (None: taken out)."""

    name: str
    draft: Draft
    mail: UnderstoodMail
    read: Prepared
    answers: list[tuple[str | None, tuple[int, int] | None]]


def cases_of(thread: Thread, dice: random.Random) -> Iterator[Case]:
    """Yield all variants of a thread's reply as drafts."""
    mail = understand(Message(thread["subject"], Address(), thread["question_mail"]))
    ids = [id_of(question, mail) for question in thread["questions"]]
    pairs = [pair for pair in thread["pairs"] if len(pair["questions"]) == 1]
    if not pairs:
        return
    shuffled = pairs[:]
    dice.shuffle(shuffled)
    whole = {
        "in order, as written": thread["reply_mail"],
        "in order, quotes rebuilt": _with_quotes(thread, pairs, None),
        "in order, no quotes": "\n\n".join(pair["answer"] for pair in pairs),
        "shuffled, no quotes": "\n\n".join(pair["answer"] for pair in shuffled),
        "whole reply, no quotes": thread["draft_without_quotes"],
    }
    for name, text in whole.items():
        yield _case(name, text, mail, ids, pairs, None)
    for gone in pairs if len(pairs) > 1 else []:
        less = {
            "taken out, as written": thread["reply_mail"].replace(gone["answer"], "", 1),
            "taken out, quotes rebuilt": _with_quotes(thread, pairs, gone),
            "taken out, no quotes": "\n\n".join(pair["answer"] for pair in pairs if pair is not gone),
            "taken out, whole reply, no quotes": thread["draft_without_quotes"].replace(
                gone["answer"], "", 1
            ),
        }
        for name, text in less.items():
            if gone["answer"] not in text:
                yield _case(name, text, mail, ids, pairs, gone)


def score(cases: list[Case], weight: Weights) -> dict[str, tuple[int, int]]:
    """Return per figure how often it was right, and out of how many.

    "as shown": the question also counts as answered, promised or asked back; only then a person sees the
    passage.
    """
    counts: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        states = {state.question.id: state for state in states_of(case.read, case.draft, case.mail, weight)}
        for question, place in case.answers:
            state = states.get(question or "")
            if case.name.startswith("taken out"):
                if state is not None:
                    kind = "open" if place is None else "others answered"
                    counts[f"{case.name}: {kind}"].append(
                        (state.state is State.UNANSWERED) == (place is None)
                    )
            elif place is not None:
                found = state is not None and _meets(state.answer, place)
                shown = found and state is not None and state.state is not State.UNANSWERED
                counts[case.name].append(found)
                counts[f"{case.name}, as shown"].append(shown)
    return {name: (sum(values), len(values)) for name, values in counts.items()}


def id_of(question: str, mail: UnderstoodMail) -> str | None:
    """Return the id of the question that we found for one of the data's, None when it was missed."""
    wanted = _spaced(question)
    found = None
    for each in mail.questions:
        text = _spaced(each.text)
        if text == wanted:
            return each.id
        if len(text) > 8 and (text in wanted or wanted in text):
            found = each.id
    return found


def _case(name: str, text: str, mail: UnderstoodMail, ids: list[str | None], pairs: Any, gone: Any) -> Case:
    draft = Draft(text)
    answers = []
    gone_id = ids[gone["questions"][0]] if gone else None
    for pair in pairs:
        question = ids[pair["questions"][0]]
        if pair is gone:
            answers.append((question, None))
        elif gone is None or question != gone_id:
            place = _place(text, pair["answer"])
            if place is not None:
                answers.append((question, place))
    return Case(name, draft, mail, prepared(draft, mail), answers)


def _with_quotes(thread: Thread, pairs: Any, gone: Any) -> str:
    parts = []
    for pair in pairs:
        question = thread["questions"][pair["questions"][0]]
        parts.append("\n".join("> " + line for line in question.split("\n")))
        if pair is not gone:
            parts.append(pair["answer"])
    return "\n\n".join(parts)


def _place(text: str, answer: str) -> tuple[int, int] | None:
    for words in (answer, answer.split("\n")[0]):
        at = text.find(words)
        if at >= 0:
            return at, at + len(answer)
    return None


def _meets(passage: Passage | None, place: tuple[int, int]) -> bool:
    if passage is None:
        return False
    common = min(passage.end, place[1]) - max(passage.start, place[0])
    return common > 0.5 * min(passage.end - passage.start, place[1] - place[0])


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
