"""Paragraphs of the mail page: wrapped lines are joined, and every offset still finds its place."""

from composer.mail.label import label_lines
from desktop.reply.their_mail.mail_page import mail_page

TEXT = """\
Hello,

We moved the shop to a new server last Tuesday and since then the order
mails do not arrive any more. The log says that they were handed over to
the provider, who tells us that nothing came in. When will it be mended?

Thanks
Mara
"""


def test_a_wrapped_paragraph_is_one_row() -> None:
    """The column wraps it anew; short lines stay."""
    page = mail_page(label_lines(TEXT))
    assert [row.text for row in page.rows if row.text][:2] == [
        "Hello,",
        "We moved the shop to a new server last Tuesday and since then the order mails do not arrive any "
        "more. The log says that they were handed over to the provider, who tells us that nothing came in. "
        "When will it be mended?",
    ]


def test_every_place_of_the_mail_is_found_on_the_page_and_back() -> None:
    """A joined line end is one character, as it was."""
    page = mail_page(label_lines(TEXT))
    assert all(page.to_mail(page.to_page(offset)) == offset for offset in range(len(TEXT)))
    question = TEXT.index("When will")
    at = page.to_page(question)
    assert page.text[at : at + 23] == "When will it be mended?"
