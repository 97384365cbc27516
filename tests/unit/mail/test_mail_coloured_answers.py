"""Answers in another colour inside a quote without marks are the writer's own; decoration is not.

In the cases, ``o|`` is own, ``q|`` quoted, ``h|`` header; empty lines are left out.
"""

import pytest

from composer.mail.label import label_lines
from composer.mail.parse import message_from_html, parse_message

_BLOCK = (
    "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
    "<p class=MsoNormal><b>From:</b> Support &lt;help@shop.example&gt;<br>"
    "<b>Sent:</b> Monday, March 3, 2025 10:12 AM<br><b>To:</b> Mara<br><b>Subject:</b> Your order</p></div>"
)


def _p(words: str, colour: str = "") -> str:
    style = f" style='font-size:11.0pt;color:{colour}'" if colour else ""
    return f"<p class=MsoNormal><span lang=EN-US{style}>{words}</span></p>"


_ASKED = _p("Which version do you have?", "black")
_ASKED_TOO = _p("Does it fail every time?")
_OURS = f"{_p('Dear Mara,')}{_ASKED}%s{_ASKED_TOO}%s{_p('Kind regards')}"

_CASES = {
    "Outlook, answers in red": (
        _p("Please see my answers in red.")
        + _BLOCK
        + _OURS % (_p("It is 2.4.", "red"), _p("Yes. Why?", "red")),
        """
        o|Please see my answers in red.
        h|From: Support <help@shop.example>
        h|Sent: Monday, March 3, 2025 10:12 AM
        h|To: Mara
        h|Subject: Your order
        q|Dear Mara,
        q|Which version do you have?
        o|It is 2.4.
        q|Does it fail every time?
        o|Yes. Why?
        q|Kind regards
        """,
    ),
    "two paragraphs in one answer, below a bare greeting": (
        _p("Hello Joe,")
        + _BLOCK
        + _OURS % (_p("It is 2.4.", "#0070C0") + _p("Or is that too old?", "#0070C0"), ""),
        """
        o|Hello Joe,
        h|From: Support <help@shop.example>
        h|Sent: Monday, March 3, 2025 10:12 AM
        h|To: Mara
        h|Subject: Your order
        q|Dear Mara,
        q|Which version do you have?
        o|It is 2.4.
        o|Or is that too old?
        q|Does it fail every time?
        q|Kind regards
        """,
    ),
    "Gmail, in a quote with a bar": (
        "<div>My replies are below in blue.</div><div class=gmail_quote>"
        "<div>On Mon, 3 Mar 2025 at 10:12, Support &lt;help@shop.example&gt; wrote:</div>"
        "<blockquote class=gmail_quote style='border-left:1px solid'><div>Which version do you have?</div>"
        "<div><font color=#0000ff>It is 2.4, is that too old?</font></div>"
        "<div>Does it fail every time?</div></blockquote></div>",
        """
        o|My replies are below in blue.
        h|On Mon, 3 Mar 2025 at 10:12, Support <help@shop.example> wrote:
        q|> Which version do you have?
        o|It is 2.4, is that too old?
        q|> Does it fail every time?
        """,
    ),
    "a colour in the older of two quoted mails": (
        _p("See below.") + _BLOCK + _OURS % ("", "") + _BLOCK + _OURS % (_p("It is 2.4.", "red"), ""),
        "quoted stays",
    ),
    "an answer of ours below the words that we quoted": (
        _p("See below.")
        + _BLOCK
        + "<p>Hello Mara,</p><blockquote><p>Can I pay by card?</p></blockquote>"
        + _p("Yes, with any.", "#0B5394"),
        "quoted stays",
    ),
    "a quoted heading in colour, and nothing that says where answers are": (
        _p("I would like to cancel what I ordered yesterday.")
        + _BLOCK
        + _OURS % (_p("Need help?", "red"), ""),
        "quoted stays",
    ),
    "a coloured word in a line": (
        _p("See below.") + _BLOCK + _OURS % (_p("Do <span style='color:red'>not</span> open it."), ""),
        "quoted stays",
    ),
    "an address in the colour of links": (
        _p("See below.") + _BLOCK + _OURS % (_p("https://shop.example/help", "#0563C1"), ""),
        "quoted stays",
    ),
    "black and grey": (
        _p("See below.") + _BLOCK + _OURS % (_p("It is in the mail.", "#1F1F1F"), _p("Regards", "gray")),
        "quoted stays",
    ),
    "a quote that is blue all through": (
        _p("See below.") + _BLOCK + _p("Hello", "#1F497D") + _p("How can we help?", "#1F497D"),
        "quoted stays",
    ),
}


@pytest.mark.parametrize(("html", "expected"), list(_CASES.values()), ids=list(_CASES))
def test_lines_of_a_quote_are_own_where_their_colour_says_so(html: str, expected: str) -> None:
    lines = [line for line in label_lines(message_from_html(html).text) if line.text.strip(" >")]
    if expected == "quoted stays":
        assert {line.role.value for line in lines[1:]} <= {"header", "quoted"}
        return
    cases = [line.strip() for line in expected.strip().splitlines()]
    read = [f"{line.role.value[0]}|{line.text}" for line in lines]
    assert [line.replace("q|> ", "q|") for line in read] == [line.replace("q|> ", "q|") for line in cases]


def test_the_coloured_version_is_read_where_the_plain_one_shows_no_answer() -> None:
    html = _CASES["Outlook, answers in red"][0]
    mail = (
        "From: mara@customer.example\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nPlease see my answers in red.\r\n\r\nFrom: Support\r\n"
        f"--b\r\nContent-Type: text/html\r\n\r\n{html}\r\n--b--\r\n"
    )
    message = parse_message(mail.encode())
    assert message.text_format == "html"
    assert [line.text for line in label_lines(message.text) if line.role.value == "own" and line.text] == [
        "Please see my answers in red.",
        "It is 2.4.",
        "Yes. Why?",
    ]
