"""HTML becomes text that reads like what was seen, and markup that is safe to show."""

import pytest

from composer.mail.html import Page, readable_text, sanitised
from composer.mail.html_clean import safe_link

_CASES = [
    ("paragraphs", "<p>one</p><p>two</p>", "one\n\ntwo"),
    (
        "Outlook's paragraphs",
        '<p class="MsoNormal">one</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>two</p>',
        "one\n\ntwo",
    ),
    ("Gmail's lines", "<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
    ("breaks", "one<br>two<br><br>three", "one\ntwo\n\nthree"),
    ("white space", "one\n  two\t<b>three</b> , four", "one two three , four"),
    ("a list", "<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>", "- one\n- two\n  - deep"),
    ("a numbered list", '<ol start="3"><li>one</li><li>two</li></ol>', "3. one\n4. two"),
    (
        "Outlook's list",
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; "
        "</span></span>one</p>",
        "- one",
    ),
    ("a quote", "<p>Hi</p><blockquote><p>one</p><p>two</p></blockquote>", "Hi\n\n> one\n>\n> two"),
    ("quotes in quotes", "<blockquote>a<blockquote>b</blockquote>c</blockquote>", "> a\n> > b\n> c"),
    (
        "an indent is no quote",
        '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">x</blockquote>',
        "x",
    ),
    ("a link", '<a href="https://x.example/a?b=1">here</a>', "here <https://x.example/a?b=1>"),
    ("a link that shows itself", '<a href="https://x.example/">x.example</a>', "x.example"),
    ("a mail link", '<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"),
    (
        "a table of values",
        "<table><tr><td>Plan</td><td>Pro</td></tr><tr><td>Seats</td><td>5</td></tr></table>",
        "Plan | Pro\nSeats | 5",
    ),
    (
        "a table for layout",
        "<table><tr><td><p>one</p><p>two</p></td><td><p>three</p></td></tr></table>",
        "one\n\ntwo\n\nthree",
    ),
    ("a picture's words", '<p>see <img src="cid:1" alt="the error"></p>', "see [the error]"),
    ("code", "<pre>a\n  b</pre>", "a\n  b"),
    ("what is hidden", '<div style="display:none">preview</div><p>one</p>', "one"),
    ("a style sheet", "<style>p{color:red}</style><script>x()</script><p>one</p>", "one"),
    ("a signature's element", '<div>Hi</div><div class="gmail_signature">Mara</div>', "Hi\n--\nMara"),
    ("entities", "1 &lt; 2 &amp;&amp; &euro; &#8217;", "1 < 2 && € ’"),
]


@pytest.mark.parametrize(("html", "text"), [case[1:] for case in _CASES], ids=[case[0] for case in _CASES])
def test_html_reads_as_it_was_seen(html: str, text: str) -> None:
    assert readable_text(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href="//evil.example/x">x</a>',
        '<a href="file:///etc/passwd">x</a>',
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<form action=https://evil.example><input name=a></form>",
        '<p style="background:url(https://evil.example)">x</p>',
        '<iframe srcdoc="<script>x</script>"></iframe>',
        '<img src="https://evil.example/x.png">',
    ],
)
def test_nothing_that_acts_or_fetches_is_left(html: str) -> None:
    safe = sanitised(html).lower()
    for word in (
        "evil.example",
        "javascript:",
        "file:",
        "onerror",
        "<svg",
        "<form",
        "<input",
        "<iframe",
        "<img",
        "url(",
    ):
        assert word not in safe
    assert sanitised(safe) == safe


def test_deep_tables_are_flattened_and_their_words_stay() -> None:
    safe = sanitised("<table><tr><td>" * 24 + "deep" + "</td></tr></table>" * 24)
    assert safe.count("<table>") == 6
    assert "deep" in safe
    assert sanitised(safe) == safe


def test_colours_that_vanish_on_a_dark_page_are_dropped_and_others_stay() -> None:
    assert sanitised('<span style="color:black;font-size:99px">a</span>') == "<span>a</span>"
    assert sanitised('<span style="color:#C00000">a</span>') == '<span style="color:#c00000">a</span>'
    assert sanitised('<font color="red">a</font>') == '<font color="red">a</font>'


def test_pictures_leave_their_words() -> None:
    assert sanitised('<p><img src="cid:a" alt="logo"></p>') == "<p>[picture: logo]</p>"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("HTTPS://fine.example/x", "HTTPS://fine.example/x"),
        ("mailto:a@b.example?subject=x&bcc=c@d.example&attach=/etc/passwd", "mailto:a@b.example?subject=x"),
        ("tel:+49301234567", "tel:+49301234567"),
        ("ms-msdt:/id", None),
        ("\\\\evil.example\\share", None),
        ("java\nscript:alert(1)", None),
    ],
)
def test_only_links_that_a_person_may_follow_are_links(link: str, expected: str | None) -> None:
    assert safe_link(link) == expected


def test_letters_written_as_thousands_of_references_are_read() -> None:
    page = Page("<p>&#1055;&#1088;&#1080;&#1074;&#1077;&#1090;</p>" * 1_000 + "<p>1 &lt; 2 &amp;amp;</p>")
    assert page.text().startswith("Привет\n\nПривет")
    assert page.text().endswith("\n\n1 < 2 &amp;")
    assert not page.over_cap


@pytest.mark.parametrize("reference", ["&nbsp;", "&amp;", "&#0;", "&bogus "])
def test_a_flood_of_references_is_shown_as_plain_text(reference: str) -> None:
    page = Page("<p>Hello</p>" + reference * 61_000)
    assert page.over_cap
    assert page.text().startswith("Hello")
    assert page.shown() == ""


def test_a_link_knows_its_own_words_on_a_line_of_many() -> None:
    links = "".join(f'<a href="https://x.example/{n}">https://x.example/{n}</a> ' for n in range(50))
    assert "<https" not in readable_text(f"<p>{links}<a href='https://x.example/more'>more</a></p>")[:-24]


def test_what_only_reading_needs_is_not_shown() -> None:
    page = Page(
        '<section class="x" style="color:red"><p id="a" class="MsoNormal" dir="rtl">one</p></section>'
        '<div style="display:none;color:#c00">two</div><font color="#c00" class="y">three</font>'
    )
    assert page.shown() == (
        '<p dir="rtl">one</p><div style="color:#c00">two</div><font color="#c00">three</font>'
    )
    assert page.text() == "one\nthree"


def test_a_value_stays_one_value_when_the_rest_of_its_tag_is_dropped() -> None:
    page = Page(
        "<p style='color:red\" onclick=\"x' class='\"><script>'>one</p><img src=cid:1 alt='a\"> b & \"c'>"
    )
    assert page.shown() == '<p>one</p>[picture: a"› b &amp; "c]'
    assert sanitised(page.shown()) == page.shown()
