"""A mail's header fields as a message without its body, and what about them is not to be trusted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from composer.mail import header_fields as header
from composer.mail.charsets import decode
from composer.mail.header_addresses import ADDRESS_CAP, addresses
from composer.mail.mail_kind import kind_of
from composer.mail.message import Address, Message
from composer.mail.mime_parts import Part


def head_of(root: Part, notes: list[str], now: datetime | None) -> Message:
    """Return a message without its body: who wrote to whom, when, about what, in answer to which mail.

    What cannot be trusted becomes a note; ``now`` (aware) tells a date that lies in the future.
    """
    fields = root.fields
    people = _people(fields, notes)
    subject = fields.text("subject")[: header.SUBJECT_CAP]
    report_type = root.type_parameters.get("report-type", "").lower()
    references = header.message_ids(" ".join(decode(value).text for value in fields.all("references")[:1]))
    return Message(
        subject=subject,
        sender=people.sender,
        text="",
        reply_to=people.reply_to,
        to=people.to,
        cc=people.cc,
        message_id=_one_id(fields.raw("message-id")),
        in_reply_to=_one_id(fields.raw("in-reply-to")),
        references=references,
        sent=_sent(fields, notes, now),
        kind=kind_of(fields, root.media_type, report_type, people.sender, subject),
    )


@dataclass(slots=True)
class _People:
    sender: Address = field(default_factory=Address)
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()


def _one_id(value: str) -> str:
    found = header.message_ids(value, most=1)
    if found:
        return found[0]
    bare = value.strip().strip("<>")
    return bare[:500] if bare and " " not in bare else ""


def _people(fields: header.Fields, notes: list[str]) -> _People:
    people = _People()
    senders = [address for value in fields.all("from")[:5] for address in addresses(value)]
    senders = senders or [address for value in fields.all("sender")[:1] for address in addresses(value)]
    people.sender = next(
        (address for address in senders if "@" in address.mail), senders[0] if senders else Address()
    )
    people.to, people.cc = _recipients(fields, "to", notes), _recipients(fields, "cc", notes)
    people.reply_to = _recipients(fields, "reply-to", notes)
    notes.extend(_warnings(fields, people))
    return people


def _recipients(fields: header.Fields, name: str, notes: list[str]) -> tuple[Address, ...]:
    values = fields.all(name)
    found = tuple(address for value in values[:20] for address in addresses(value))[:ADDRESS_CAP]
    total = fields.addresses_in(name)
    if total > ADDRESS_CAP:
        notes.append(
            f"The mail has {total:,} recipients in its {name.title()} field; the first {len(found)} are kept."
        )
    return found


def _warnings(fields: header.Fields, people: _People) -> Iterator[str]:
    if len(fields.all("from")) > 1:
        yield (
            "The mail has several From headers; the first one is shown, and none of them proves who wrote it."
        )
    if "@" in people.sender.name and people.sender.mail.lower() not in people.sender.name.lower():
        yield f"The sender's name looks like an address, but the mail comes from {people.sender.mail}."
    ours, theirs = _domain(people.sender), {_domain(address) for address in people.reply_to} - {""}
    if ours and theirs and theirs != {ours}:
        yield (
            f"Replies go to another domain ({', '.join(sorted(theirs)[:3])}) than the mail came from "
            f"({ours})."
        )


def _domain(address: Address) -> str:
    return address.mail.rpartition("@")[2].lower() if "@" in address.mail else ""


def _sent(fields: header.Fields, notes: list[str], now: datetime | None) -> datetime | None:
    values = fields.all("date")
    sent = header.sent_at(fields.raw("date")) if values else None
    if len(values) > 1 or (values and sent is None):
        notes.append("The mail's date is not trusted; the time of import counts instead.")
        return None
    if sent is not None and now is not None and sent > now + timedelta(days=2):
        notes.append(
            "The mail's date lies in the future and is not trusted; the time of import counts instead."
        )
        return None
    return sent
