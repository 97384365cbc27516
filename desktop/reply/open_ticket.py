"""The open ticket: what is known of it, shared by the presenters of its three columns."""

from dataclasses import dataclass, field
from datetime import datetime

from composer.draft import Draft
from composer.lint.usage import Standing
from composer.questions.answer_state import Decisions
from composer.questions.question import Question
from composer.questions.understood import UnderstoodMail
from composer.review import Review
from composer.tickets.ticket import Dismissal, DismissalScope, DraftFile, Insertion, Ticket
from desktop.reply.draft.quoted_questions import QuotedQuestion, question_at, quoted_questions
from desktop.reply.draft.within_quotes import behind_question


@dataclass(slots=True)
class OpenTicket:
    """One ticket while it is worked on; the desk keeps what must last.

    ``text`` is the draft as it stands in the editor, ``cursor`` the cursor in it (code points).
    ``review`` is what the readings last gave, always carried to ``text``. ``colour`` is the colour
    of inline answers, ``#RRGGBB``. ``to``, ``cc`` and ``attachments`` are those of the reply.
    ``insertions`` say what of the library went into the draft, ``others`` what belongs to other tickets,
    ``names_nobody`` says that the mail has no address to answer to, as pasted text: the agent gives it.
    ``left_at`` is when the draft left as it stands, as long as no mail came since.
    ``fetching`` is where words stand that only fetch something (``?? refund``): no words of the reply.
    ``raws`` are the bytes of the mails that it answers together, oldest first, each with the number of
    its attachments; ``mail`` is all of them. ``earlier`` counts the ticket's other mails and replies.
    """

    ticket: Ticket
    raws: tuple[tuple[bytes, int], ...]
    mail: UnderstoodMail
    text: str
    colour: str
    decisions: Decisions = field(default_factory=Decisions)
    dismissals: tuple[Dismissal, ...] = ()
    linked_issues: tuple[str, ...] = ()
    review: Review = field(default_factory=Review)
    cursor: int = 0
    fetching: tuple[int, int] | None = None
    to: str = ""
    names_nobody: bool = False
    left_at: datetime | None = None
    cc: tuple[str, ...] = ()
    attachments: tuple[DraftFile, ...] = ()
    others: tuple[str, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    earlier: int = 0
    recent_replies: tuple[str, ...] = ()
    standing: Standing = field(default_factory=Standing)

    @property
    def id(self) -> int:
        """The ticket's number."""
        return self.ticket.id

    def attachment(self, number: int) -> tuple[bytes, int]:
        """Return the bytes of the mail that has an attachment, and the attachment's number in it."""
        for raw, count in self.raws:
            if number < count:
                return raw, number
            number -= count
        raise IndexError(number)

    @property
    def draft(self) -> Draft:
        """The draft as it stands, with whom it goes to."""
        return Draft(self.text, cc=self.cc)

    @property
    def text_to_read(self) -> str:
        """The draft for the readings, each character at its place: what is typed to fetch is left blank."""
        if self.fetching is None:
            return self.text
        start, end = self.fetching
        return f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"

    @property
    def silenced(self) -> frozenset[str]:
        """What the reviewer leaves out: anchors of findings, and whole rules."""
        return frozenset(d.anchor if d.scope is DismissalScope.HERE else d.rule for d in self.dismissals)

    def quoted(self) -> tuple[QuotedQuestion, ...]:
        """Return where the draft quotes the mail's questions."""
        return quoted_questions(self.draft, self.mail.questions)

    def answer_opening(self, question_id: str) -> int | None:
        """Return where the answer to a question opens in the draft, or None where it isn't quoted."""
        quoted = self.quoted()
        at = next((q for q in quoted if q.question.id == question_id), None)
        if at is None:
            return None
        following = min((q.start for q in quoted if q.start >= at.end), default=None)
        return behind_question(self.text, at.end, following)

    def question_at_cursor(self) -> Question | None:
        """Return the question that the cursor's place is about."""
        return question_at(self.draft, self.cursor, self.review.states, self.quoted())
