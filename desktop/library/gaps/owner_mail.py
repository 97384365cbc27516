"""A mail to who may know the answer: the owner of what comes nearest, or of the article that is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from desktop.library.records import Record
from kb_content.snippet import Snippet
from kb_content.team import Member, Team


@dataclass(frozen=True, slots=True)
class OwnerMail:
    """What is asked of whom: ``people`` are those to choose from, the likeliest first."""

    people: tuple[Member, ...]
    subject: str
    text: str


def owner_mail(team: Team, *, query: str, read: Record | None, answered: bool, agent: str) -> OwnerMail:
    """Return the question as a mail; ``read`` is the record in front, ``answered`` whether it was found.

    Who asks is not among the people to ask, unless nobody else is there.
    """
    owner = read.owner if read is not None and not isinstance(read, Snippet) else ""
    others = [person for person in team.people if person.name != agent] or list(team.people)
    people = tuple(sorted(others, key=lambda person: (person.name != owner, person.role != "doc-owner")))
    query = " ".join(query.split())
    about = query or (read.title if read is not None else "")
    return OwnerMail(people, f"Question for the library: {about}", _text(query, read, answered, agent))


def addressed(mail: OwnerMail, person: Member | None) -> str:
    """Return the text of a mail with its greeting."""
    first_name = person.name.split()[0] if person is not None and person.name.split() else ""
    return f"Hello{f' {first_name}' if first_name else ''},\n\n{mail.text}"


def mailto(address: str, subject: str, text: str) -> str:
    """Return the link that opens a mail program with a mail in it; nothing of it is more than text."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={quote(_crlf(text))}"


def _text(query: str, read: Record | None, answered: bool, agent: str) -> str:
    parts: Iterable[str]
    if query and not answered:
        nearest = f"\nWhat comes nearest is “{read.title}” (kb:{read.id})." if read is not None else ""
        parts = (f"A customer asks about “{query}”, and our library has nothing on it.{nearest}",)
    elif query and read is not None:
        parts = (
            f"I searched our library for “{query}”. “{read.title}” (kb:{read.id}) does not quite answer it.",
        )
    elif read is not None:
        parts = (f"I have a question about “{read.title}” (kb:{read.id}):\n",)
    else:
        parts = ("I have a question that our library does not answer:\n",)
    ask = "Can you tell me the answer, or put it into an article?"
    return "\n\n".join((*parts, ask, agent)).rstrip() + "\n"


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")
