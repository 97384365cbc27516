"""Where the answer to a quoted question opens, and what is typed into a quote as one."""

import pytest

from desktop.reply.draft.within_quotes import answers_within_quote, behind_question


def opened(marked: str) -> str:
    """Return a draft with ``|`` where the answer opens; ``^`` ends the question, ``~`` begins the next."""
    end = marked.replace("~", "").index("^")
    text = marked.replace("^", "")
    following = text.index("~") if "~" in text else None
    text = text.replace("~", "")
    at = behind_question(text, end, following)
    return text[:at] + "|" + text[at:]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("> How many?^ We have 112.\n\nIda\n", "> How many? We have 112.|\n\nIda\n"),
        ("> When??^ and ~the fees back", "> When??| and the fees back"),
        ("> How many?^ We have 112. And ~may we pay?", "> How many? We have 112.| And may we pay?"),
        ("> - one?^\n> - ~two?", "> - one?|\n> - two?"),
        ("> one?^ \n\n> Bye", "> one?| \n\n> Bye"),
        ("> Can you help me?^\n> Thanks\n> Jo", "> Can you help me?|\n> Thanks\n> Jo"),
        (
            "> I wonder how many trucks one account can have?^ We have\n> 112 and plan for 150.\n>\n> Jo",
            "> I wonder how many trucks one account can have? We have\n> 112 and plan for 150.|\n>\n> Jo",
        ),
    ],
)
def test_what_is_said_with_a_question_stays_with_it(quote: str, expected: str) -> None:
    """The answer opens behind it, and before what leads to the next question."""
    assert opened(quote) == expected


@pytest.mark.parametrize(
    ("marked", "typed", "expected"),
    [
        ("> one?|", "Y", True),
        ("> one?| two?", "Y", True),
        (">| one?", "Y", True),
        ("own words|", "Y", False),
        ("> te|h dog", "h", False),
        ("> one | three", "[", False),
        ("> one [na| three", "m", False),
        ("> one [..] |three", "Y", True),
        ("> one?|", " ", False),
    ],
)
def test_letters_in_a_quote_are_an_answer(marked: str, typed: str, *, expected: bool) -> None:
    """A slip can be put right and words can be left out; all else is one's own."""
    assert answers_within_quote(marked.replace("|", ""), marked.index("|"), typed) is expected
