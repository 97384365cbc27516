"""Drafts written elsewhere keep their colours; offsets count the text that was made of them."""

from pathlib import Path

import pytest

from composer.draft import Draft
from composer.draft_source import DraftFailure, draft_from_html, draft_from_markdown, read_draft
from composer.mail.message import Address, Message
from composer.mail.outgoing import compose_reply


def _coloured(draft: Draft) -> list[tuple[str, str]]:
    return [(draft.text[span.start : span.end], span.colour) for span in draft.colours]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p style="color:#C00">a <b>b</b></p> c', [("a b", "#C00")]),
        ('<font color="red">a</font>', [("a", "red")]),
        ('<div style="color: rgb(0, 0, 255)"><p>a</p><p>b</p></div>', [("a\n\nb", "rgb(0, 0, 255)")]),
        ('<p style="color:navy">a <span style="color:green">b</span></p>', [("a", "navy"), ("b", "green")]),
        ("<style>.x{color:teal}</style><p class='y x'>a</p><p>b</p>", [("a", "teal")]),
        (
            "<style>p.x, #i{color:teal} .x{color:red}</style><p class=x>a</p><b id=i>b</b>",
            [("a\n\nb", "teal")],
        ),
        ("<style>@media (prefers-color-scheme:dark){p{color:#fff}} p{font-size:9px}</style><p>a</p>", []),
        ("<style>@media (prefers-color-scheme:dark){p{color:#333}}</style><p>a</p>", [("a", "#000000")]),
        ("<style>div > ul li.x{color:teal}</style><div><ul><li class=x>a</li></ul></div>", [("a", "teal")]),
        ("<style>:root{--c: #C00}</style><p style='color:var(--c)'>a</p>", [("a", "#C00")]),
        ("<p style='color:var(--gone, teal)'>a</p>", [("a", "teal")]),
        ("<style>p{color:teal !important}</style><p style='color:red'>a</p>", [("a", "teal !important")]),
        # What the page sets for all words counts where it is red or hard to read.
        ("<body text='#ff0000'><p>a</p></body>", [("a", "#ff0000")]),
        ("<body style='color:#ddd'><p>a</p><blockquote>q</blockquote></body>", [("a\n\n> q", "#ddd")]),
        ("<body style='color:#ddd; background:#111'><p>a</p></body>", []),
        ("<style>body{color:#1F497D}</style><body><p>a</p></body>", []),
        ('<p style="background-color:red">a</p>', []),
        (
            '<blockquote style="color:gray">q</blockquote><p style="color:blue">a</p>',
            [("q", "gray"), ("a", "blue")],
        ),
        ("<p style='color:inherit'>a</p>", []),
    ],
)
def test_colours_of_a_page_are_found_whatever_sets_them(html: str, expected: list[tuple[str, str]]) -> None:
    assert _coloured(draft_from_html(html)) == expected


def test_what_a_page_sets_for_the_dark_and_behind_its_words_is_kept() -> None:
    """Each stretch knows its colour in a dark window and the background that it brings."""
    html = (
        "<style>.a{color:blue} @media (prefers-color-scheme: dark){.a{color:#8bf !important}}</style>"
        "<p class=a>a</p><div style='background:#222 url(x.png)'><p style='color:#eee'>b</p></div>"
        "<p style='color:light-dark(teal, #9cf)'>c</p>"
    )
    spans = [(one.colour, one.dark, one.ground) for one in draft_from_html(html).colours]
    assert spans == [
        ("blue", "#8bf !important", ""),
        ("#eee", "", "#222"),
        ("light-dark(teal, #9cf)", "#99ccff", ""),
    ]


def test_quotes_of_a_page_become_quote_blocks() -> None:
    draft = draft_from_html("<p>Hi</p><blockquote>When?</blockquote><p>Now.</p>")
    assert [block.kind.value for block in draft.blocks] == ["own", "quote", "own"]


def test_markdown_is_taken_as_it_is_and_its_tags_give_spans(tmp_path: Path) -> None:
    text = '> q?\n\nyes <span style="color:#ff0000">by Friday</span>, <font color=blue>ok</font>\n'
    assert _coloured(draft_from_markdown(text)) == [("by Friday", "#ff0000"), ("ok", "blue")]
    path = tmp_path / "draft.md"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_draft(path).text == text


def test_a_mail_that_was_finished_here_reads_back_with_its_colour(tmp_path: Path) -> None:
    mail = Message("Order", Address("", "m@c.example"), "")
    reply = compose_reply(
        Draft("Hi\n\n> When?\n\nOn Friday.\n\nRegards\n"),
        mail,
        sender=Address("", "a@s.example"),
        answer_colour="#186DEC",
        cc=["b@s.example"],
    )
    path = tmp_path / "reply.eml"
    path.write_bytes(reply.raw)
    draft = read_draft(path)
    assert (draft.subject, draft.cc) == ("Re: Order", ("b@s.example",))
    assert ("On Friday.", "#186dec") in _coloured(draft)
    assert "> When?" in draft.text


def test_a_draft_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(DraftFailure, match="no such file"):
        read_draft(tmp_path / "gone.md")
    with pytest.raises(DraftFailure, match="name the draft"):
        read_draft(tmp_path)
