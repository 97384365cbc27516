"""How long parsing and labelling take, by length: ``python tests/benchmarks/mail_speed.py``.

Median of five in CPU time (of two above 1 MB). The plain mail has an attribution, quotes, inline
answers and a log in every 750 characters; the HTML one is lists, links, quotes and a table.
"""

import time
from statistics import median

import mail_sets  # noqa: F401 - puts the project on the path

from composer.mail.label import label_lines
from composer.mail.parse import parse_message

_PLAIN = """Hello,

we bought the Pro plan last week and cannot log in any more. The page says "Error 403" and nothing else.
What can we do? I was wondering whether the password reset mail goes to spam.

On Mon, 3 Nov 2025 at 10:12, Support <support@shop.example> wrote:

> Thank you for your message, we will look into it as soon as we can, please bear with us.
> Regards
> Support

That did not help. See below:

2025-11-03 10:12:01 ERROR login failed
2025-11-03 10:12:02 ERROR retry

"""
_HTML = (
    "<p class=MsoNormal style='margin:0cm;font-size:11.0pt;font-family:Calibri,sans-serif'>Hello "
    "<b>there</b>, we bought "
    "the plan last week and the <a href='https://x.example/a?b=c'>page</a> is broken, so nobody "
    "can log in.</p>"
    "<ul><li>one thing that we tried</li><li>two</li></ul><blockquote type=cite><p>quoted words "
    "of the agent &amp; more</p>"
    "</blockquote><table><tr><td>Plan</td><td>Pro</td></tr></table>"
)


def measured(raw: bytes, times: int) -> float:
    """Return the median CPU milliseconds of parsing and labelling a mail."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        label_lines(parse_message(raw).text)
        spent.append(time.process_time() - start)
    return median(spent) * 1000


def main() -> None:
    """Print milliseconds for each kind and length."""
    for kind, piece in (("plain", _PLAIN), ("html", _HTML)):
        for size in (20_000, 200_000, 1_000_000, 5_000_000):
            if kind == "html" and size > 1_000_000:
                continue
            body = (piece * (size // len(piece) + 1))[:size]
            head = f"From: a@b.example\r\nSubject: x\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n"
            spent = measured((head + body).encode(), 5 if size < 1_000_000 else 2)
            print(f"{kind:5} {size // 1000:5} kB  {spent:8.1f} ms")


if __name__ == "__main__":
    main()
