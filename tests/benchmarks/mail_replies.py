"""Reply text and roles on the public sets: ``python tests/benchmarks/mail_replies.py [--misses]``.

*strict* joins the lines labelled own and compares after white space is collapsed. *policy* lets each
set have its own view of what a reply is: some keep signatures, keep the quotes between inline
answers, keep a mail that is all quote, or end the reply at its first signature.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from mail_sets import collapsed, mail_files, need_data, rows, squeezed

from composer.mail.html import readable_text
from composer.mail.label import label_lines
from composer.mail.lines import Line, Role
from composer.mail.message import Address
from composer.mail.parse import message_from_html, open_mail

Outcome = tuple[str, str, bool, bool]


def joined(lines: tuple[Line, ...], *roles: Role) -> str:
    """Return the lines of these roles as one text."""
    return "\n".join(line.text for line in lines if line.role in roles)


def interleaved(lines: tuple[Line, ...]) -> str:
    """Return own lines with the quotes that stand between them."""
    own = [number for number, line in enumerate(lines) if line.role is Role.OWN and line.text.strip()]
    if not own:
        return "\n".join(line.text for line in lines if line.role is not Role.HEADER)
    return joined(lines[own[0] : own[-1] + 1], Role.OWN, Role.QUOTED)


def first_run(lines: tuple[Line, ...]) -> str:
    """Return the own lines up to the first line that is not."""
    run: list[str] = []
    for line in lines:
        if line.role is Role.OWN:
            run.append(line.text)
        elif run:
            break
    return "\n".join(run)


def trimmer() -> Iterator[Outcome]:
    for row in rows("mail_trimmer/cases.dev.jsonl"):
        lines, gold = label_lines(row["input"]), collapsed(row["expect_reply"])
        strict = collapsed(joined(lines, Role.OWN)) == gold
        loose = gold in (collapsed(interleaved(lines)), collapsed(joined(lines, Role.OWN, Role.SIGNATURE)))
        yield "mail_trimmer", row["id"], strict, strict or loose


def crisp() -> Iterator[Outcome]:
    for row in rows("mail_crisp/cases.dev.jsonl"):
        gold = row["expect"].get("first_fragment") or row["expect"].get("visible")
        if gold is None:
            continue
        lines = label_lines(row["input"])
        strict = collapsed(joined(lines, Role.OWN)) == collapsed(gold)
        yield "mail_crisp", row["id"], strict, strict or collapsed(first_run(lines)) == collapsed(gold)


def talon() -> Iterator[Outcome]:
    files = {path.name: path for path in mail_files("mail_talon")}
    for row in rows("mail_talon/cases.dev.jsonl"):
        kind, gold = row["kind"], row.get("expect_reply")
        if kind == "signature" or not row.get("input", "x").strip():
            continue
        if kind == "eml":
            text = open_mail(files[row["file"].rpartition("/")[2]]).text
        else:
            text = row["input"] if kind == "text" else message_from_html(row["input"]).text
        if kind == "html":
            gold = gold or "Hi. I am fine.\n\nThanks,\nAlex"
        elif kind == "html-snippet":
            gold = readable_text(gold)
        lines = label_lines(text)
        strict = squeezed(joined(lines, Role.OWN)) == squeezed(gold)
        loose = squeezed(joined(lines, Role.OWN, Role.SIGNATURE)) == squeezed(gold)
        yield f"mail_talon {kind}", row["id"], strict, strict or loose


def talon_signatures() -> Iterator[Outcome]:
    for row in rows("mail_talon/cases.dev.jsonl"):
        if row["kind"] != "signature":
            continue
        lines = label_lines(row["input"], sender=Address(row.get("sender", "").strip()))
        same = collapsed(joined(lines, Role.SIGNATURE)) == collapsed(row.get("expect_signature") or "")
        yield "mail_talon signature", row["id"], same, same


def quotequail() -> Iterator[Outcome]:
    for row in rows("mail_quotequail/cases.dev.jsonl"):
        test = row["test"]
        if test.startswith("test_quote") and "expected_quote_intro_line" in row:
            gold = " ".join(part for visible, part in row["expected_quote_intro_line"] if visible)
            text = message_from_html(row["html"]).text if "html" in row else row["text"]
            gold = readable_text(gold) if "html" in row else gold
        elif test == "test_unwrap":
            expected = row["expected"]
            gold, text = f"{expected.get('text_top', '')}\n{expected.get('text_bottom', '')}", row["text"]
        elif test == "test_parse_reply":
            lines = label_lines(f"Hello\n\n{row['line']}\n> x")
            author = lines[-1].author
            right = lines[2].role is Role.HEADER and bool(author) and author in row["expected"]["from"]
            yield "mail_quotequail", row["id"], right, right
            continue
        else:
            expected = row["expected"] or {}
            text = message_from_html(row.get("input") or row["html"]).text
            gold = (
                readable_text(expected.get("html_top", "") + expected.get("html_bottom", ""))
                if expected
                else text
            )
        lines = label_lines(text)
        plain = collapsed(gold).replace("-- ", "")
        strict = collapsed(joined(lines, Role.OWN)).replace("-- ", "") == plain
        loose = collapsed(joined(lines, Role.OWN, Role.SIGNATURE)).replace("-- ", "") == plain
        yield "mail_quotequail", row["id"], strict, strict or loose


def zammad_signatures() -> Iterator[Outcome]:
    for row in rows("mail_zammad/signature.dev.jsonl"):
        lines = label_lines(row["input"])
        first = next((number for number, line in enumerate(lines) if line.role is Role.SIGNATURE), None)
        yield (
            "mail_zammad signature",
            row["id"],
            first == row["signature_line"],
            first == row["signature_line"],
        )


def main() -> None:
    """Print a line for each set: strict, by the set's policy, of how many; and the misses when asked."""
    need_data()
    strict: Counter[str] = Counter()
    loose: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for source in (trimmer, crisp, talon, talon_signatures, quotequail, zammad_signatures):
        for name, case, is_strict, is_loose in source():
            count[name] += 1
            strict[name] += is_strict
            loose[name] += is_loose
            if not is_loose and "--misses" in sys.argv:
                print(f"  miss: {name} {case}")
    for name in count:
        print(f"{name:24} strict {strict[name]:3}  policy {loose[name]:3}  of {count[name]}")


if __name__ == "__main__":
    main()
