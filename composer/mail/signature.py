"""Which of the writer's own lines are a signature.

Signs, from certain to likely: a line that a phone or a mail program adds; the delimiter ``--``; the
footer of a mailing list; a closing formula with a name below; the sender's own name, or a block of
contact details, at the very end. Words that ask or tell something are never a signature, wherever
they stand: a PS, bullets after ``--``, questions below "Thanks,".
"""

import re

from composer.mail.added_lines import device_lines, is_rule, list_footer
from composer.mail.motto import is_motto, is_slogan
from composer.mail.paragraphs import asks, first_paragraph, paragraphs, without_links
from composer.mail.signature_patterns import (
    BULLET,
    CLOSING,
    CONTACT,
    DELIMITER,
    DRAWN_SIGNS,
    PS,
    TELLS,
    THANKS,
)

_LONG = 90
_MOST_LINES = 25
_MOST_NAME_WORDS, _CLOSE_ABOVE = 8, 10
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w+")
_NAME_AND_ROLE = re.compile(r"[^\W\d_a-z]\w+(?: [^\W\d_a-z][\w.-]*){0,3} [|·•] \w")
_NAME = re.compile(r"[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w.'-]*){1,3}$")


def signature_lines(lines: list[str], first: int, last: int, name: frozenset[str]) -> set[int]:
    """Return the numbers of the signature lines among the own lines ``first`` to ``last - 1``.

    ``name`` holds the words of the sender's name (``words_of``).
    """
    drawn = [number for number in range(first, last) if lines[number].lstrip()[:1] in DRAWN_SIGNS]
    found = device_lines(lines, first, last)
    found |= list_footer(lines, drawn, last)
    end = _end_of_words(lines, first, last, found)
    if mottos := _motto_lines(lines, first, drawn, end, name):
        found |= mottos
        end = _end_of_words(lines, first, last, found)
    start = _delimited(lines, drawn, end)
    if start >= 0:
        found.update(range(_closing_above(lines, first, start), start))
    else:
        start = _closed(lines, first, end)
    if start < 0:
        start = _named(lines, first, end, name)
    if start >= 0:
        found |= _block_from(lines, start, end)
    elif end > first + 1 and end in found and name and _is_own_name(lines[end - 1], name):
        found.add(end - 1)
    return found


def words_of(name: str) -> frozenset[str]:
    """Return the words of a person's name, in lower case."""
    return frozenset(word for word in re.split(r"[\s,.\"']+", name.lower()) if len(word) > 1)


def _motto_lines(lines: list[str], first: int, drawn: list[int], end: int, name: frozenset[str]) -> set[int]:
    """Return the motto that ends a closed or named letter below its delimiter: the last lines there."""
    delimiter = next((number for number in reversed(drawn) if DELIMITER.match(lines[number])), end)
    below = paragraphs(lines, delimiter + 1, end)
    if not below:
        return set()
    start, stop = below[-1]
    own_name = _is_own_name(lines[below[0][0]], name)
    closing = _closed(lines, first, _end_of_words(lines, first, delimiter, set()))
    named = len(below) > 1 and any(CONTACT.search(lines[number]) for number in range(*below[0]))
    if closing < 0 and not named and not own_name:
        return set()
    letter = lines[first : closing if closing >= 0 else delimiter]
    for begin in range(start + 1, stop) if own_name and len(below) == 1 else (start,):
        if is_motto(" ".join(lines[begin:stop]), letter):
            return set(range(begin, stop))
    return set()


def _closing_above(lines: list[str], first: int, delimiter: int) -> int:
    """Return where a closing formula with nothing but a name begins right above a delimiter."""
    end = _end_of_words(lines, first, delimiter, set())
    closing = _closed(lines, first, end)
    below = [line for line in lines[closing + 1 : end] if line.strip()]
    return closing if closing >= 0 and len(below) <= 4 and max(map(len, below)) <= 60 else delimiter


def _end_of_words(lines: list[str], first: int, last: int, found: set[int]) -> int:
    end = last
    while end > first and (not lines[end - 1].strip() or end - 1 in found):
        end -= 1
    return end


def _delimited(lines: list[str], drawn: list[int], end: int) -> int:
    """Return where a delimiter begins a signature, or -1: bullets and long prose below it are own."""
    for number in drawn:
        if number >= end:
            break
        if DELIMITER.match(lines[number]):
            below = next((at for at in range(number + 1, end) if lines[at].strip()), -1)
            if below < 0 or _names_its_writer(lines, number, below) or _may_be_signature(lines, below, end):
                return number
        if (
            end - number <= 2 * _MOST_LINES
            and is_rule(lines[number])
            and _only_contacts(lines, number + 1, end)
        ):
            return number
    return -1


def _names_its_writer(lines: list[str], delimiter: int, below: int) -> bool:
    """Tell whether the line below a delimiter is a heading with the name that closes the letter above."""
    head = lines[below].strip()
    if (
        len(head.split()) > _MOST_NAME_WORDS
        or head.endswith((".", ":", ",", "?", "!"))
        or BULLET.match(lines[below])
    ):
        return False
    if _NAME_AND_ROLE.match(head) or (_NAME.match(head) and lines[below + 1 : below + 2] > [" "]):
        return True
    named = set(_CAPITALISED.findall(head))
    above = [lines[at].strip() for at in range(max(0, delimiter - _CLOSE_ABOVE), delimiter)]
    return any(named & set(_CAPITALISED.findall(line)) for line in above if 0 < len(line.split()) <= 3)


def _may_be_signature(lines: list[str], first: int, end: int) -> bool:
    start, stop = first_paragraph(lines, first, end)
    if DELIMITER.match(lines[first]):
        return True
    if BULLET.match(lines[start]) and not CONTACT.search(lines[start]):
        return False
    if asks(lines, start, stop) or PS.match(lines[start]):
        return False
    prose = sum(
        1 for line in lines[start:stop] if len(line) > 50 and TELLS.search(line) and not CONTACT.search(line)
    )
    return prose < 3


def _closed(lines: list[str], first: int, end: int) -> int:
    """Return where a closing formula with a name below it begins, or -1."""
    for number in range(end - 2, max(first + 1, end - _MOST_LINES * 2) - 1, -1):
        if not 0 < len(lines[number]) <= 70:
            continue
        line = lines[number].lower()
        formal = CLOSING.match(line)
        if not formal and not THANKS.match(line):
            continue
        below = [at for at in range(number + 1, end) if lines[at].strip()]
        if not below or below[0] > number + 4:
            continue
        start, stop = first_paragraph(lines, below[0], end)
        if not _is_name_block(lines, start, stop):
            continue
        if formal:
            return number
        if len(below) > 1 and any(CONTACT.search(lines[at]) for at in below):
            return start
    return -1


def _is_name_block(lines: list[str], start: int, stop: int) -> bool:
    head = lines[start].strip()
    if len(head) > 60 or head.endswith(("?", ":")) or BULLET.match(lines[start]) or PS.match(head):
        return False
    told = [line for line in lines[start:stop] if not is_slogan(line)]
    if asks(told, 0, len(told)) or len(head.split()) > 7:
        return False
    return not _is_sentence(head)


def _is_sentence(line: str) -> bool:
    return len(line.split()) > 3 and bool(TELLS.search(line)) and not CONTACT.search(line)


def _named(lines: list[str], first: int, end: int, name: frozenset[str]) -> int:
    """Return where the sender's name with contact lines, or a block of contacts, ends the words, or -1."""
    for start, stop in reversed(paragraphs(lines, first, end)[-6:] if name else ()):
        for number in range(start, stop):
            if (
                number > first
                and _is_own_name(lines[number], name)
                and number + 1 < end
                and _only_contacts(lines, number + 1, end)
            ):
                return number
    return _contact_block(lines, first, end)


def _is_own_name(line: str, name: frozenset[str]) -> bool:
    lowered = line.lower()
    if not any(word in lowered for word in name):
        return False
    words = {word for word in re.split(r"[\s,.\"'*_-]+", lowered) if len(word) > 1}
    return 0 < len(words) <= 5 and len(words & name) >= min(2, len(name))


def _contact_block(lines: list[str], first: int, end: int) -> int:
    """Return where the last paragraph of several begins if it holds contacts, else -1."""
    start = end
    while start > first and lines[start - 1].strip():
        start -= 1
    if end - start < 2 or not any(map(str.strip, lines[first:start])):
        return -1
    if BULLET.match(lines[start]) or not _is_heading_of_contacts(lines[start].strip()):
        return -1
    if any(len(line) > _LONG for line in lines[start:end]):
        return -1
    contacts = sum(1 for line in lines[start:end] if CONTACT.search(line))
    return start if contacts >= max(1, (end - start) // 3) and _only_contacts(lines, start, end) else -1


def _is_heading_of_contacts(head: str) -> bool:
    return (
        len(head.split()) <= 6 and not head.endswith((".", ":", ",", "?")) and not re.search(r"\d{3}", head)
    )


def _only_contacts(lines: list[str], first: int, end: int) -> bool:
    """Tell whether all lines to the end are short and neither ask nor tell anything."""
    words = [line for line in lines[first:end] if line.strip()]
    if (
        not words
        or len(words) > _MOST_LINES
        or (not any(CONTACT.search(line) for line in words) and len(words) > 4)
    ):
        return False
    return all(
        len(line) <= _LONG and "?" not in without_links(line) and not _is_sentence(line.strip())
        for line in words
    )


def _block_from(lines: list[str], start: int, end: int) -> set[int]:
    """Return the signature's lines: paragraph after paragraph, without those that ask or tell."""
    found = set(range(start, end))
    for first, last in paragraphs(lines, start + 1, end):
        if first <= start + 1 and DELIMITER.match(lines[start]) and not PS.match(lines[first]):
            found -= {
                at
                for at in range(first, last)
                if "?" in without_links(lines[at]) and not _advertises(lines, at, start)
            }
            continue
        if PS.match(lines[first]):
            return found - set(range(first, end))
        earnest = [line for line in lines[first:last] if not is_slogan(line)]
        if asks(earnest, 0, len(earnest)) or _is_prose(earnest, 0, len(earnest)):
            found -= set(range(first, last))
    return found


def _advertises(lines: list[str], at: int, start: int) -> bool:
    return is_slogan(lines[at]) or is_motto(lines[at].strip(), lines[:start])


def _is_prose(lines: list[str], first: int, last: int) -> bool:
    """Tell whether a paragraph tells something: long and personal, or one plain sentence about us."""
    text = " ".join(line.strip() for line in lines[first:last])
    if CONTACT.search(text) or not TELLS.search(text):
        return False
    if len(text) > 160:
        return len(TELLS.findall(text)) >= 3
    return len(text.split()) >= 6 and text.endswith((".", "!")) and not re.search(r"[|•]", text)
