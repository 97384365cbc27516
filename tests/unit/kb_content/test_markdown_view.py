"""Markdown as safe HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_content.markdown import LARGEST, allowed_link, render, unwrapped

TAGS = {
    "a", "p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# A *b*", "<h1>A <em>b</em></h1>\n"),
        ("a ~~b~~ `c`", "<p>a <s>b</s> <code>c</code></p>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"),
        ("```php\n<?php\n```", "<pre><code>&lt;?php\n</code></pre>\n"),
        ("    code", "<pre><code>code\n</code></pre>\n"),
        ("[a](kb:refunds#late)", '<p><a href="kb:refunds#late">a</a></p>\n'),
        (
            "<https://a.example/?b=1&c=2>",
            '<p><a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a></p>\n',
        ),
        ("https://a.example", "<p>https://a.example</p>\n"),
        ("![a *b*](https://a.example/x.png)", "<p>a b</p>\n"),
        ("[![alt](x.png)](https://a.example)", '<p><a href="https://a.example">alt</a></p>\n'),
        ("[a](javascript:x()) b", "<p>a b</p>\n"),
        ("[a](other.md)", "<p>a</p>\n"),
        ("[outer [inner](x) text](https://a.example)", "<p>[outer inner text](https://a.example)</p>\n"),
        ("<b onclick=x()>t</b>", "<p>&lt;b onclick=x()&gt;t&lt;/b&gt;</p>\n"),
        ("a\x00b", "<p>a\ufffdb</p>\n"),
        ("|a|b|\n|:-:|-|\n|c|d|", None),
    ],
)
def test_markdown_becomes_safe_html(markdown: str, expected: str | None) -> None:
    rendered = render(markdown)
    if expected is None:
        assert '<th align="center">a</th>\n<th>b</th>' in rendered
    else:
        assert rendered == expected


def test_a_line_end_is_a_space_or_where_asked_a_line_end() -> None:
    assert render("Best regards\nInes") == "<p>Best regards\nInes</p>\n"
    assert render("Best regards\nInes", keep_lines=True) == "<p>Best regards<br>\nInes</p>\n"


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("1. open\n   the page\n2. save", "1. open the page\n2. save"),
        ("> quoted\n> words\nlazy", "> quoted words lazy"),
        ("meant  \nto stay\nhere", "meant  \nto stay here"),
        ("meant\\\nto stay", "meant\\\nto stay"),
        ("`a\nspan`\nand more", "`a\nspan`\nand more"),
        ("```\ncode\nstays\n```", "```\ncode\nstays\n```"),
        ("|a|b|\n|-|-|\n|c|d|", "|a|b|\n|-|-|\n|c|d|"),
        ("# Title\ntext\nmore\n", "# Title\ntext more\n"),
    ],
)
def test_a_wrapped_paragraph_becomes_one_line(wrapped: str, joined: str) -> None:
    assert unwrapped(wrapped) == joined
    assert render(unwrapped(wrapped)).replace("\n", " ") == render(wrapped).replace("\n", " ")


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("HTTPS://fine.example/x", "HTTPS://fine.example/x"),
        ("http:", ""),
        ("http:///x", ""),
        ("http://[bad", ""),
        ("//a.example/x", ""),
        ("x.md", ""),
        ("#top", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("ms-msdt:/id", ""),
        ("java\nscript:x", ""),
        ("https://a.example/\u202egpj", ""),
        ("https://a.example/" + "x" * 5_000, ""),
        ("mailto:a@b.example", "mailto:a@b.example"),
        (
            "mailto:a@b.example?attach=/etc/passwd&subject=Hi%20you&bcc=c@d.example",
            "mailto:a@b.example?subject=Hi%20you",
        ),
        ("tel:+491234", "tel:+491234"),
        ("kb:refunds", "kb:refunds"),
        ("kb:refunds#a-b", "kb:refunds#a-b"),
        ("kb:../x", ""),
        ("kb:", ""),
    ],
)
def test_only_known_addresses_are_links(address: str, allowed: str) -> None:
    assert allowed_link(address) == allowed


@pytest.mark.parametrize(
    "markdown",
    [
        "> " * 200 + "last word",
        "- " * 200 + "last word",
        "\n".join("  " * n + "- last word" for n in range(200)),
        "*a " * 20_000 + "last word",
        "[" * 20_000 + "last word",
        "x " * LARGEST + "last word",
        "\n".join(">" * n + " last word" for n in range(200)),
    ],
)
def test_what_is_too_complex_is_shown_plain_to_the_last_word(markdown: str) -> None:
    rendered = render(markdown)
    assert "shown plain" in rendered
    assert rendered.rstrip().endswith("last word</pre>")


def test_what_is_far_too_long_is_cut_and_says_so() -> None:
    rendered = render("word\n" * 400_000)
    assert "Only its beginning" in rendered
    assert len(rendered) < 1_100_000


@pytest.mark.parametrize(
    "frame", ["{}", "`{}`", "# {}", "![{}](x.png)", "```\n{}\n```", "[{}](https://a.example)"]
)
def test_an_endless_word_gets_places_to_break(frame: str) -> None:
    rendered = render(frame.format("x" * 100_000))
    assert max(map(len, re.split(r"[\s<>\u200b]", rendered))) <= 500
    assert rendered.count("x") >= 100_000


@given(st.text(st.sampled_from("ab \n>-*_`[]()<>!#|~\\&:1./\t"), max_size=120))
def test_any_text_renders_to_known_tags_only(markdown: str) -> None:
    """No input raises, and what comes out holds tags and addresses of our list alone."""
    rendered = render(markdown)
    tags = set(re.findall(r"</?([a-z0-9]+)", rendered))
    assert tags <= TAGS
    assert all(
        re.match(r"(?:https?|mailto|tel|kb):", href) for href in re.findall(r'href="([^"]*)"', rendered)
    )
