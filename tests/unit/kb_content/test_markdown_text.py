"""Markdown as text: sections with places, and reading text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_content.known_issue_sections import updates, what_happens, workaround
from kb_content.markdown_text import first_heading, plain, sections

BODY = """Lead.

# One *word*

a

```
# not a heading
```

Two
---

b

### Three ###
c"""


def test_a_body_is_cut_at_its_headings_and_nothing_is_lost() -> None:
    found = sections(BODY)
    assert [(s.heading, s.level) for s in found] == [("", 0), ("One word", 1), ("Two", 2), ("Three", 3)]
    assert "".join(BODY[s.start : s.end] for s in found) == BODY
    assert BODY[found[2].start : found[2].end] == "Two\n---\n\nb\n\n"


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        ("", []),
        (" \n\n", []),
        ("text", [""]),
        ("# a", ["a"]),
        ("#no heading", [""]),
        ("#", [""]),
        ("- item\n---\n", [""]),
        ("> q\n---\n", [""]),
        ("a\n\n---\n", [""]),
        ("a\r\n===\r\n# b\r\n", ["a", "b"]),
        ("    # code\n", [""]),
        ("~~~\n# a\n~~~\n# b", ["", "b"]),
        ("````\n```\n# a\n````\n# b", ["", "b"]),
        ("```\n# never closed", [""]),
    ],
)
def test_headings_are_found_where_markdown_sees_them(body: str, headings: list[str]) -> None:
    assert [section.heading for section in sections(body)] == headings


@given(st.text(st.sampled_from("ab#=-`~> \n\r\t"), max_size=80))
def test_sections_cover_any_body_without_gaps(body: str) -> None:
    """From the first to the last code point, each once, unless there is nothing but white space."""
    found = sections(body)
    if found:
        assert found[0].start == 0 or not body[: found[0].start].strip()
        assert found[-1].end == len(body)
        assert all(a.end == b.start for a, b in itertools.pairwise(found))
    else:
        assert not body.strip()


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Title #\n\ntext", "Title\n\ntext"),
        ("a **bold** and *soft* `code` ~~gone~~", "a bold and soft code gone"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("[words](https://a.example/x) ![alt](y.png) [ref][1]", "words alt ref"),
        ("[![alt](a.png)](https://a.example)", "alt"),
        ("- one\n- two\n  1. three", "one\ntwo\nthree"),
        ("> said\n> > twice\n>>thrice", "said\ntwice\nthrice"),
        ("| a | b |\n|---|---|\n| c | d |", "a b \n\n c d"),
        ("<div class='x'>in <b>bold</b></div> a < b", "in bold a < b"),
        ("<https://a.example>", "https://a.example"),
        ("a <!-- note\nmore --> b", "a  b"),
        ("\\*not soft\\*", "*not soft*"),
        ("a &amp; b&nbsp;c", "a & b\u00a0c"),
        ("---\n\na\n\n***\n\nb", "a\n\nb"),
    ],
)
def test_plain_text_is_what_a_reader_sees(markdown: str, expected: str) -> None:
    assert plain(markdown).split() == expected.split()


@given(st.text(max_size=200))
def test_any_text_has_a_plain_form(markdown: str) -> None:
    """Nothing raises."""
    assert isinstance(plain(markdown), str)


def test_the_first_heading_is_a_title() -> None:
    assert first_heading("text\n\n## The `name` of *it*\n# other") == "The name of it"
    assert first_heading("text only - no heading") == ""


ISSUE = "It hangs.\n\n## Workaround:\nTurn it off.\n\n### On a phone\nWait.\n\n## Updates\n\nMonday: found.\n"


def test_the_parts_of_a_known_issue_are_found_by_their_headings() -> None:
    assert what_happens(ISSUE.replace("Workaround:", "Workaround")) == "It hangs."
    assert what_happens("## What happens\n\nIt hangs.\n\n" + ISSUE) == "It hangs.\n\nIt hangs."
    assert workaround(ISSUE) == "Turn it off.\n\n### On a phone\nWait."
    assert updates(ISSUE) == "Monday: found."
    assert workaround("Workaround\n----------\nDo.\n") == "Do."
    assert workaround("no work around here") == ""
    assert workaround("# Workaround") == ""
