"""What each line of a mail is: own, quoted, forwarded, signature, disclaimer, log, header.

The order of the questions: whose words are these (quote marks, attributions, header blocks), then,
among the writer's own, what is a signature, a disclaimer, a log. When in doubt a line stays own: a
question that is lost costs more than a line too many. No line is ever dropped.
"""

from itertools import chain, repeat

from composer.mail.disclaimer import disclaimer_lines
from composer.mail.lines import Line, Role
from composer.mail.log_lines import log_lines
from composer.mail.message import Address
from composer.mail.pasted_blocks import pasted_blocks
from composer.mail.quoting import Whose, whose_lines
from composer.mail.signature import signature_lines, words_of

LABELLED_CAP = 200_000
_WRITTEN = (Role.OWN, Role.LOG)


def label_lines(text: str, *, sender: Address = Address()) -> tuple[Line, ...]:  # noqa: B008 - frozen
    """Return a mail's text as labelled lines; joining their texts with ``\\n`` gives the text again."""
    lines = text.split("\n")
    whose = whose_lines(lines[:LABELLED_CAP])
    known = frozenset(number for number, entry in enumerate(whose) if entry.role is Role.LOG)
    own = [entry.role is Role.OWN for entry in whose]
    blocks = pasted_blocks(lines, own)
    if blocks.logs or blocks.signatures:
        _mark(whose, blocks.logs, Role.LOG)
        _mark(whose, blocks.signatures, Role.SIGNATURE)
        own = [entry.role is Role.OWN for entry in whose]
    _mark(whose, log_lines(lines, own, known), Role.LOG)
    name = words_of(sender.name)
    for first, last in _own_runs(whose):
        _mark(whose, signature_lines(lines, first, last, name), Role.SIGNATURE)
    own = [entry.role in (Role.OWN, Role.SIGNATURE) for entry in whose]
    _mark(whose, disclaimer_lines(lines, own), Role.DISCLAIMER)
    _settle_blank_lines(lines, whose)
    return tuple(_as_lines(lines, whose))


def _mark(whose: list[Whose], numbers: set[int], role: Role) -> None:
    entry = Whose(role)
    for number in numbers:
        whose[number] = entry


def _own_runs(whose: list[Whose]) -> list[tuple[int, int]]:
    """Return the stretches of own lines as (first, last + 1)."""
    runs: list[tuple[int, int]] = []
    first = -1
    for number, entry in enumerate([*whose, Whose(Role.HEADER)]):
        if entry.role in _WRITTEN:
            first = number if first < 0 else first
        elif first >= 0:
            runs.append((first, number))
            first = -1
    return runs


def _settle_blank_lines(lines: list[str], whose: list[Whose]) -> None:
    """Let an empty line between two of a kind be of that kind; elsewhere it stays with what is above."""
    for number in range(1, len(whose)):
        if not lines[number].strip():
            whose[number] = whose[number - 1]


def _as_lines(lines: list[str], whose: list[Whose]) -> list[Line]:
    labelled: list[Line] = []
    start = 0
    beyond_cap = repeat(whose[-1])
    for text, entry in zip(lines, chain(whose, beyond_cap), strict=False):
        labelled.append(Line(text, entry.role, start, entry.depth, entry.author))
        start += len(text) + 1
    return labelled
