"""Lines that no person wrote: a phone or a mail program added them, or a mailing list its footer."""

from composer.mail.paragraphs import asks, paragraphs
from composer.mail.signature_patterns import (
    CONTACT,
    DEVICE_STEMS,
    DEVICE_WORDS,
    LIST_FOOTER,
    MOBILE,
    MOBILE_NAMES,
    MOBILE_WHOLE,
    RULE_SIGNS,
)


def device_lines(lines: list[str], first: int, last: int) -> set[int]:
    """Return the lines that a phone or mail program added: each ends a paragraph, or a contact follows."""
    found: set[int] = set()
    stemmed = DEVICE_STEMS.search("\n".join(lines[first:last]).lower()) is not None
    for number in range(last - 1, first - 1, -1):
        if not _is_device_line(lines[number], stemmed=stemmed):
            continue
        ends = number + 1 == last or not lines[number + 1].strip() or number + 1 in found
        begins = number == first or not lines[number - 1].strip()
        if ends or (begins and CONTACT.search(lines[number + 1])):
            found.add(number)
    return found


def _is_device_line(line: str, *, stemmed: bool) -> bool:
    """Tell whether a device wrote a line; unless ``stemmed``, no line hereabouts holds a stem of one."""
    if not 4 <= len(line) <= 170 or line[-1] in "?:,":
        return False
    words = line.split(None, 1)
    first = words[0].lower().lstrip("<([*_•·-") if words else ""
    if first not in DEVICE_WORDS and not (stemmed and DEVICE_STEMS.search(line.lower())):
        return False
    return bool((MOBILE.match(line) and MOBILE_NAMES.search(line)) or MOBILE_WHOLE.match(line))


def list_footer(lines: list[str], drawn: list[int], last: int) -> set[int]:
    """Return the footer that a mailing list or a notifier added: a rule, and its words below."""
    for number in drawn:
        if not is_rule(lines[number]):
            continue
        below = [at for at in range(number + 1, min(last, number + 8)) if lines[at].strip()]
        if below and any(LIST_FOOTER.search(lines[at]) for at in below[:3]):
            return _paragraphs_from(lines, number, last)
    return set()


def is_rule(line: str) -> bool:
    words = line.strip()
    return 2 <= len(words) <= 120 and words[0] in RULE_SIGNS and RULE_SIGNS.issuperset(words)


def _paragraphs_from(lines: list[str], number: int, last: int) -> set[int]:
    """Return the lines from a footer's rule on; a later paragraph that asks or tells stays own."""
    footer = set(range(number, last))
    for start, end in paragraphs(lines, number, last)[1:]:
        if asks(lines, start, end) and not LIST_FOOTER.search(" ".join(lines[start:end])):
            footer -= set(range(start, end))
    return footer
