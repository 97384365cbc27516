"""Each line of a mail plays the part that a reader would give it.

Cases are read as they stand: a letter for the role (own, quoted, forwarded, signature, disclaimer,
log, header), then the line.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.mail.label import label_lines
from composer.mail.message import Address

_ROLES = {
    "o": "own",
    "q": "quoted",
    "f": "forwarded",
    "s": "signature",
    "d": "disclaimer",
    "l": "log",
    "h": "header",
}

_CASES = {
    "top posting": """
        o|Thank you. What about the invoice?
        o|
        h|On Mon, 3 Mar 2025 at 10:12, Mara Lind <mara@customer.example> wrote:
        q|> It is on its way.
    """,
    "bottom posting": """
        h|On 2025-03-03 10:12, Mara Lind wrote:
        q|> It is on its way.
        q|
        o|And the invoice?
    """,
    "answers between the lines": """
        h|Am 03.03.2025 um 10:12 schrieb Mara Lind:
        q|> Which plan do you have?
        o|Pro. Is that enough?
        q|> How many seats?
        o|Fifty.
    """,
    "excerpts from a message": """
        o|Hello,
        o|
        h|Excerpts from Mara Lind's message of Thu Mar 06 09:17:15 +0100 2025:
        q|> Which plan do you have?
        o|Pro.
    """,
    "excerpts that quote nobody": """
        o|Excerpts from my log:
        o|they say nothing. Do you see why?
    """,
    "a wrapped attribution": """
        o|Fine.
        h|On Fri, May 6, 2025 at 6:03 PM, Mara Lind from Some Shop
        h|<mara@customer.example> wrote:
        h|
        q|> quoted
    """,
    "an address broken at its bracket": """
        o|Fine.
        o|
        h|Op 12 december 2025 19:05 schreef Mara Lind <
        h|mara@customer.example>:
        h|
        q|> quoted
    """,
    "a date and an address without a verb": """
        o|Fine.
        o|
        h|ср, 30 апр. 2025 г. в 15:19, Mara <mara@customer.example>:
        h|
        q|words of Mara without marks
    """,
    "Outlook's header block": """
        o|Fine, and when?
        o|
        h|Von: Mara Lind <mara@customer.example>
        h|Gesendet: Montag, 3. März 2025 10:12
        h|An: Support
        h|Betreff: Frage
        h|
        q|Was kostet das?
    """,
    "bold names and a rule above the block": """
        o|Fine.
        h|________________________________
        h|*From:* Mara Lind
        h|*Sent:* Monday, March 3, 2025 10:12 AM
        h|*To:* Support
        h|*Subject:* Question
        h|
        q|What does it cost?
    """,
    "a forward": """
        o|Can you answer her?
        o|
        h|---------- Forwarded message ---------
        h|From: Mara Lind <mara@customer.example>
        h|Date: Mon, Mar 3, 2025 at 10:12 AM
        h|Subject: Question
        h|
        f|What does it cost?
    """,
    "a forward with marks, and words below": """
        o|Hello
        o|
        h|Begin forwarded message:
        h|
        h|> From: "Mara" <mara@customer.example>
        h|> Date: 1. August 2025 23:28:15 GMT-07:00
        f|>
        f|> The words
        f|
        o|What do you think?
    """,
    "a signature below its delimiter": """
        o|What now?
        o|
        s|--
        s|Mara Lind
        s|+49 30 1234567
    """,
    "a PS below the signature": """
        o|What now?
        o|
        s|--
        s|Mara Lind
        s|Acme Inc
        s|
        o|PS: can you also send the invoice?
    """,
    "bullets below two dashes": """
        o|Still open:
        o|
        o|--
        o|- the invoice
        o|- the refund?
    """,
    "thanks, and more questions": """
        o|The app is slow.
        o|
        o|Thanks,
        o|
        o|Also: when does the trial end?
        o|And can I pay by card?
    """,
    "a closing with a name": """
        o|What now?
        o|
        s|Mit freundlichen Grüßen
        s|
        s|Mara Lind
        s|Einkauf
    """,
    "a closing above a delimiter": """
        o|What now?
        o|
        s|Kind regards,
        s|Mara
        s|
        s|--
        s|Acme Inc, www.acme.example
    """,
    "what a phone adds": """
        o|What now?
        o|
        s|Envoyé de mon iPhone
    """,
    "words about a phone": """
        o|The notification was sent from my iPhone app to all users.
        o|Is that right?
    """,
    "a disclaimer": """
        o|What now?
        o|
        s|Regards,
        s|Mara Lind
        s|
        d|This e-mail is confidential and intended only for the addressee. If you have
        d|received it in error, please delete it.
    """,
    "a question about confidential mail": """
        o|Is the information in your e-mail confidential, or may I forward it?
    """,
    "a log that names senders": """
        o|The log says:
        l|2025-03-03 10:00:00 INFO From: a@b.example
        l|2025-03-03 10:00:01 INFO To: c@d.example
        l|
        o|Why does it bounce?
    """,
    "a log that quotes a mail's fields": """
        o|This is in the log:
        o|
        l|2026-11-17 05:00:12 INFO  queued:
        l|From: a@b.example
        l|To: c@d.example
        l|Subject: Your payment failed
        l|2026-11-17 05:00:36 INFO  paid
        l|
        o|Is this on your side?
    """,
    "fields in running text": """
        o|The notice that they get says
        o|From: a@b.example
        o|Subject: Your payment failed
        o|
        o|Why do they get it?
    """,
    "a raw header as evidence": """
        o|This is the header:
        l|Received: from a by b
        l|Message-ID: <1@x.example>
        l|From: a@b.example
        l|To: c@d.example
        l|Subject: x
        l|Date: Mon, 3 Mar 2025 10:00:00 +0100
        l|
        o|Why was it refused?
    """,
    "a stack trace": """
        l|Traceback (most recent call last):
        l|  File "a.py", line 3, in x
        l|    foo()
        l|ValueError: bad
        l|
        o|What is wrong?
    """,
    "a terminal's prompts are no quotes": """
        l|> fit <- lm(y ~ x)
        l|> summary(fit)
        o|
        o|What does this mean?
    """,
    "numbers of a device": """
        o|From: 10.0.0.1
        o|To: 10.0.0.9
        o|Is that normal?
    """,
    "a sentence with a verb of writing": """
        o|On Monday I wrote to you about the order, and your colleague wrote:
        o|we will refund you. When does that happen?
    """,
    "an attribution behind own words": """
        o|Yes! On Wed, Apr 4, 2025 at 3:59 PM, mara@customer.example wrote:
        q|> Is it done?
    """,
    "a line that was wrapped without its mark": """
        h|On 2025-03-03 10:12, Mara Lind wrote:
        q|> a line that is so long that the mail program wrapped it at the very last
        q|word of it
        q|> and went on
    """,
    "the footer of a list": """
        o|How do I clear it?
        o|
        s|_______________________________________________
        s|users mailing list
        s|https://lists.example/listinfo/users
    """,
}  # fmt: skip


def _read(case: str) -> tuple[str, list[str]]:
    rows = [row.strip() for row in case.strip("\n").split("\n") if row.strip()]
    return "\n".join(row[2:] for row in rows), [_ROLES[row[0]] for row in rows]


@pytest.mark.parametrize("title", _CASES)
def test_lines_play_the_part_that_a_reader_gives_them(title: str) -> None:
    text, expected = _read(_CASES[title])
    lines = label_lines(text)
    labelled = [(line.role.value, line.text) for line in lines]
    wanted = list(zip(expected, text.split("\n"), strict=True))
    # An empty line between two parts may belong to either of them.
    assert [pair for pair in labelled if pair[1].strip()] == [pair for pair in wanted if pair[1].strip()]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("On Mon, 3 Mar 2025 at 10:12, Mara Lind <mara@customer.example> wrote:", "Mara Lind"),
        ("Am 03.03.2025 um 10:12 schrieb Mara Lind:", "Mara Lind"),
        ("Le 3 mars 2025 à 10:12, Mara Lind <m@c.example> a écrit :", "Mara Lind"),
        ("El 03/03/2025 06:13 p.m., Mara Lind escribió:", "Mara Lind"),
        ("Em seg, 3 de mar de 2025 às 14:31, Mara Lind <m@c.example> escreveu:", "Mara Lind"),
        ("Il giorno lun 3 mar 2025 alle ore 10:12 Mara Lind <m@c.example> ha scritto:", "Mara Lind"),
        ("Op 3 mrt. 2025 om 10:12 heeft Mara Lind <m@c.example> het volgende geschreven:", "Mara Lind"),
        ("Den 3 mars 2025 10:12 skrev Mara Lind <m@c.example>:", "Mara Lind"),
        ("W dniu 2025-03-03 10:12, Mara Lind pisze:", "Mara Lind"),
        ('3 бер. 2025 р. 20:45 "Mara Lind" <m@c.example> пише:', "Mara Lind"),
        ("Vào 14:24 3 tháng 3, 2025, Mara Lind <m@c.example> đã viết:", "Mara Lind"),
    ],
)
def test_the_author_of_a_quote_is_named(line: str, author: str) -> None:
    lines = label_lines(f"Thanks.\n\n{line}\n> words")
    assert lines[2].role.value == "header"
    assert author in lines[3].author


@pytest.mark.parametrize(
    "line",
    [
        "Quoting Mara Lind <mara@customer.example>:",
        "Zitat von Mara Lind:",
        "Excerpts from Mara Lind's message of Thu Mar 06 09:17:15 +0100 2025:",
    ],
)
def test_the_words_that_quote_somebody_are_no_part_of_the_name(line: str) -> None:
    assert label_lines(f"Thanks.\n\n{line}\n> words")[3].author == "Mara Lind"


def test_depth_counts_marks_and_unmarked_quotes() -> None:
    lines = label_lines("Yes\n\nOn 2025-03-03 10:12, Mara wrote:\n> a\n>> b\n> > c")
    assert [line.depth for line in lines[3:]] == [1, 2, 2]


def test_the_senders_name_with_contacts_is_a_signature() -> None:
    lines = label_lines(
        "It broke.\n\nMara Lind\nmara@customer.example\n+49 30 1234567", sender=Address("Mara Lind", "")
    )
    assert [line.role.value for line in lines[2:]] == ["signature"] * 3


_PIECES = [
    *"ab >-\n:?_|<@.\t\x0c\u2028",
    "wrote:",
    "From: ",
    "Regards,\n",
    "--\n",
    "To: a@b.c\n",
    "2025-01-02 ",
]


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_no_line_is_ever_dropped(text: str) -> None:
    lines = label_lines(text)
    assert "\n".join(line.text for line in lines) == text
    assert all(text[line.start : line.start + len(line.text)] == line.text for line in lines)
