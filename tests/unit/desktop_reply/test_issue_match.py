"""A known issue is said beside the draft when the mail tells its symptoms, and only then."""

import pytest

from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.understood import Fact, FactKind, UnderstoodMail
from desktop.reply.knowledge.issue_match import issues_of_mail
from kb_content.known_issue import IssueStatus, KnownIssue

BLANK = KnownIssue(
    "blank",
    "Invoice PDFs come out blank",
    "",
    "",
    "",
    products=("Till",),
    symptoms=("the invoice PDF has an empty page", "printed invoices are blank"),
)
SLOW = KnownIssue("slow", "The booking page loads slowly on phones", "", "", "", products=("Bookings",))


def mail(text: str, *, role: Role = Role.OWN, facts: tuple[Fact, ...] = ()) -> UnderstoodMail:
    """Return a mail of one paragraph."""
    return UnderstoodMail(Message("Help", Address(), text), (Line(text, role, 0),), "en", (), facts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Since Monday our invoice PDF shows an empty page.", ["blank"]),
        ("On my phone the booking page loads very slowly.", ["slow"]),
        ("Where do I find my invoice?", []),
        ("The page is empty.", []),
        ("", []),
    ],
)
def test_symptoms_are_known_again(text: str, found: list[str]) -> None:
    """Most of a symptom's words have to stand in one paragraph."""
    assert [issue.id for issue in issues_of_mail(mail(text), (BLANK, SLOW))] == found


def test_quoted_words_and_resolved_issues_do_not_count() -> None:
    """Only the customer's own words, and only what customers can still meet."""
    text = "our invoice PDF shows an empty page"
    done = KnownIssue("done", "Invoice PDFs come out blank", "", "", "", status=IssueStatus.RESOLVED)
    assert issues_of_mail(mail(text, role=Role.QUOTED), (BLANK,)) == ()
    assert issues_of_mail(mail("Invoice PDFs come out blank"), (done,)) == ()


def test_another_product_is_another_matter() -> None:
    """A mail that names other products only is not about this issue."""
    facts = (Fact(FactKind.PRODUCT, "Bookings"),)
    assert issues_of_mail(mail("Invoice PDFs come out blank", facts=facts), (BLANK,)) == ()
