"""Which mails belong to one conversation: by the ids they name, else by subject and people."""

import re
from collections.abc import Sequence
from datetime import timedelta

from composer.mail.message import Message

_MARK = re.compile(
    r"\s*(?:re|aw|antw|antwort|sv|vs|odp|ref|rif|res|fwd?|wg|tr|rv|enc|i|doorst|vb"
    r"|pd)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]",
    re.IGNORECASE,
)
_TICKET = re.compile(r"\[[^\[\]]{0,40}#\s?[\w-]{1,30}\]")
_SAME_MATTER = timedelta(days=30)
_SHORTEST_SUBJECT = 8


def bare_subject(subject: str) -> str:
    """Return a subject without "Re:", "Fwd:" and ticket tags, in lower case, to compare."""
    bare = _TICKET.sub(" ", subject)
    position = 0
    while (match := _MARK.match(bare, position)) is not None:
        position = match.end()
    return " ".join(bare[position:].lower().split())


def is_reply(message: Message) -> bool:
    """Tell whether a mail answers another one, by its ids or its subject."""
    return bool(message.in_reply_to or message.references or _MARK.match(message.subject))


def threads_of(messages: Sequence[Message]) -> tuple[tuple[int, ...], ...]:
    """Return the conversations as positions in ``messages``, in the order of their first mail.

    Mails are joined when one names the other's id, or both name the same one; a reply whose ids are
    unknown joins an earlier mail with the same subject and people within thirty days.
    """
    parents = list(range(len(messages)))
    _join_by_ids(messages, parents)
    _join_by_subject(messages, parents)
    threads: dict[int, list[int]] = {}
    for position in range(len(messages)):
        threads.setdefault(_root(parents, position), []).append(position)
    return tuple(tuple(thread) for thread in threads.values())


def belongs_to(message: Message, thread: Sequence[Message]) -> bool:
    """Tell whether a mail belongs to a conversation that is already known."""
    positions = threads_of((*thread, message))
    return any(len(thread) in members and len(members) > 1 for members in positions)


def _join_by_ids(messages: Sequence[Message], parents: list[int]) -> None:
    owner: dict[str, int] = {}
    for position, message in enumerate(messages):
        for name in (message.message_id, message.in_reply_to, *message.references):
            if name and name in owner:
                _join(parents, owner[name], position)
            elif name:
                owner[name] = position


def _join_by_subject(messages: Sequence[Message], parents: list[int]) -> None:
    earlier: dict[str, list[int]] = {}
    for position, message in enumerate(messages):
        subject = bare_subject(message.subject)
        if len(subject) >= _SHORTEST_SUBJECT:
            if is_reply(message):
                _join_to_like(messages, parents, position, earlier.get(subject, [])[-20:])
            earlier.setdefault(subject, []).append(position)


def _join_to_like(
    messages: Sequence[Message], parents: list[int], position: int, candidates: list[int]
) -> None:
    for candidate in reversed(candidates):
        if _share_people(messages[candidate], messages[position]) and _near(
            messages[candidate], messages[position]
        ):
            _join(parents, candidate, position)
            return


def _share_people(one: Message, other: Message) -> bool:
    """Tell whether each mail's sender takes part in the other one."""
    first, second = _people(one), _people(other)
    return one.sender.mail.lower() in second and other.sender.mail.lower() in first


def _people(message: Message) -> set[str]:
    return {address.mail.lower() for address in (message.sender, *message.to, *message.cc) if address.mail}


def _near(one: Message, other: Message) -> bool:
    if one.sent is None or other.sent is None:
        return True
    return abs(other.sent - one.sent) <= _SAME_MATTER


def _root(parents: list[int], position: int) -> int:
    while parents[position] != position:
        parents[position] = parents[parents[position]]
        position = parents[position]
    return position


def _join(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
