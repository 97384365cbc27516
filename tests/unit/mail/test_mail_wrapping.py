"""Which line ends a mail program made, and which the customer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.mail.lines import Line, Role
from composer.mail.wrapping import wrapped_ends

WRAPPED_AT_72 = """\
We moved the shop to a new server last Tuesday and since then the order
mails do not arrive any more. The log says that they were handed over to
the provider, who tells us that nothing came in."""

ADDRESS = """\
Lantern Commerce Limited, Building 4
12 Harbour Street
Dublin"""

LIST = """\
There are three things that we would like to have answered before Friday
- the price for fifty seats in the first year and in the second year too
- whether the old keys go on working when we have moved to the new plan"""

CODE = """\
if (order.total > limit) { logger.warn("too high"); return null; }
    return handler.handle(order, new Options().withRetries(3));
total     name        amount of the whole order in cents       note here
12        Mara        12000 of which nothing was ever paid     late note"""

TYPED_ON_PURPOSE = """\
The first one is about the invoice of March.
The second one is about the key.
And the third is about when you will mend the export of the customers?
Thanks for the help with all of these."""

WRAPPED_TWICE = """\
We moved the shop to a new server last Tuesday and since then the order
mails do not arrive any more. The log says that they were handed over to
the provider
who tells us that nothing came in. The setting is the one you sent us on
Monday, and this is what stands in the file:
smtp.host=mail.example
smtp.port=25"""


def lines_of(text: str, role: Role = Role.OWN) -> tuple[Line, ...]:
    """Cut a text into lines of one role."""
    lines, start = [], 0
    for words in text.split("\n"):
        lines.append(Line(words, role, start))
        start += len(words) + 1
    return tuple(lines)


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        (WRAPPED_AT_72, {0, 1}),
        (WRAPPED_TWICE, {0, 1, 2, 3}),
        (ADDRESS, set()),
        (LIST, set()),
        (CODE, set()),
        (TYPED_ON_PURPOSE, set()),
        ("", set()),
        ("One line that is as long as a line can be before a mail program wraps it\nso", set()),
    ],
)
def test_line_ends_of_a_mail_program_are_told_from_typed_ones(text: str, wrapped: set[int]) -> None:
    """Only prose that ends again and again where it was full goes on in the next line."""
    assert wrapped_ends(lines_of(text)) == wrapped


@pytest.mark.parametrize("role", [Role.LOG, Role.SIGNATURE, Role.HEADER])
def test_logs_signatures_and_headers_keep_their_lines(role: Role) -> None:
    """What is no prose is shown as it was written."""
    assert wrapped_ends(lines_of(WRAPPED_AT_72, role)) == frozenset()


def test_a_quote_does_not_run_into_the_answer_below_it() -> None:
    """Lines of two voices never join."""
    first, second, third = lines_of(WRAPPED_AT_72)
    quoted = Line(first.text, Role.QUOTED, first.start, 1)
    assert 0 not in wrapped_ends((quoted, second, third))


@given(st.lists(st.text(alphabet="ab .,>-\t1)", max_size=100), max_size=12))
def test_any_text_has_an_answer(texts: list[str]) -> None:
    """The last line never goes on, and an empty one neither."""
    lines = lines_of("\n".join(texts))
    wrapped = wrapped_ends(lines)
    assert all(number < len(lines) - 1 and lines[number].text.strip() for number in wrapped)
