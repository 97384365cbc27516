"""Whose words a line holds: the writer's, somebody's that is quoted, or a forwarded mail's."""

import re
from dataclasses import dataclass, field

from composer.mail.attribution import Attribution, find_attributions
from composer.mail.header_block import HeaderBlock, find_header_blocks
from composer.mail.lines import Role
from composer.mail.log_lines import looks_like_code
from composer.mail.quote_marks import depth_of, without_marks

_OTHER_MARK = re.compile(r"^(?:\||: |[ \t]{0,2}[A-Za-z]{1,15}>|&gt;)")
_LAZY_LENGTH = 60
_SENTENCE_END = (".", "!", "?", ":", ";", ")", '"', "”", "…")


@dataclass(frozen=True, slots=True)
class Whose:
    """The role of a line, how deep it is quoted, and who wrote it where the mail says so."""

    role: Role
    depth: int = 0
    author: str = ""


_OWN = Whose(Role.OWN)


@dataclass(slots=True)
class _Reader:
    """Walks down a mail once; ``open_role`` is what unmarked lines are at the moment."""

    lines: list[str]
    attributions: dict[int, Attribution]
    blocks: dict[int, HeaderBlock]
    whose: list[Whose]
    open_role: Role = Role.OWN
    base: int = 0
    author: str = ""
    marked_author: str = ""
    marked_role: Role = Role.QUOTED
    own_words: bool = False
    known: dict[tuple[Role, int, str], Whose] = field(default_factory=dict)
    below_opening: bool = False

    def read(self) -> None:
        number = 0
        for opening in sorted({*self.blocks, *self.attributions}):
            if opening < number:
                continue
            self._between(number, opening)
            if opening in self.blocks:
                number = self._block(self.blocks[opening])
            else:
                number = self._attribution(self.attributions[opening])
        self._between(number, len(self.lines))

    def _between(self, first: int, stop: int) -> None:
        """Read lines that neither open nor name a quote: marks and what is open tell whose they are."""
        own = self.open_role is Role.OWN
        unmarked = _OWN if own else self._shared(self.open_role, self.base, self.author)
        worded = False
        for line in self.lines[first:stop]:
            if ">" in line[:4] and (depth := depth_of(line)):
                self.whose.append(self._marked(depth))
            else:
                self.whose.append(unmarked)
                worded = worded or bool(line.strip())
        self.own_words = self.own_words or (worded and own)
        self.below_opening = self.below_opening or (worded and not own)

    def _marked(self, depth: int) -> Whose:
        author = self.marked_author if depth == 1 else ""
        role = self.marked_role if self.open_role is Role.OWN else self.open_role
        return self._shared(role, self.base + depth, author)

    def _shared(self, role: Role, depth: int, author: str) -> Whose:
        """Return one record for all lines alike: a mail has thousands of lines and few kinds of them."""
        key = (role, depth, author)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = Whose(role, depth, author)
        return found

    def _header(self, first: int, last: int) -> int:
        for line in self.lines[first : last + 1]:
            self.whose.append(Whose(Role.HEADER, self.base + depth_of(line)))
        return last + 1

    def _attribution(self, found: Attribution) -> int:
        depth = depth_of(self.lines[found.first])
        if found.shared and self.open_role is Role.OWN and not depth:
            self.own_words = True
            self.whose.extend(Whose(Role.OWN) for _ in range(found.first, found.last + 1))
            after = found.last + 1
        else:
            after = self._header(found.first, found.last)
        if depth:
            self.marked_author = self.marked_author or found.author
            return after
        self.marked_author, self.marked_role = found.author, Role.QUOTED
        if self.open_role is not Role.OWN:
            self._nested(found.author, marked=self._marks_follow(after))
            return after
        if self._other_marks(after):
            return self._other_quote(after, found.author)
        if not self._marks_follow(after) and self.own_words:
            self.open_role, self.base, self.author = Role.QUOTED, 1, found.author
            self.below_opening = False
        return after

    def _nested(self, author: str, *, marked: bool) -> None:
        """Go one level deeper, unless the attribution stands right below the separator that opened this."""
        if self.below_opening:
            self.base += not marked
        elif marked:
            self.open_role, self.base = Role.OWN, 0
        if not marked:
            self.author = author

    def _block(self, found: HeaderBlock) -> int:
        if found.log:
            for _ in range(found.first, found.last + 1):
                self.whose.append(Whose(Role.LOG))
            return found.last + 1
        depth = depth_of(self.lines[found.last])
        role = (
            Role.FORWARDED
            if found.forward or not (self.own_words or self.open_role is not Role.OWN)
            else Role.QUOTED
        )
        after = self._header(found.first, found.last)
        if depth:
            self.marked_author = found.author
            self.marked_role = role if found.forward else self.marked_role
            return after
        if self._marks_follow(after) and (self.open_role is Role.OWN or not self.below_opening):
            # Marks say better than a header how far the quote goes: what has none is own.
            self.open_role, self.base = Role.OWN, 0
            self.marked_role, self.marked_author = role, found.author
            return after
        nested = self.open_role is not Role.OWN
        self.below_opening = self.below_opening and nested
        self.open_role = self.open_role if nested and not found.forward else role
        self.base, self.author = (self.base + 1 if nested else 1), found.author
        return after

    def _marks_follow(self, number: int) -> bool:
        for line in self.lines[number : number + 4]:
            if line.strip():
                return depth_of(line) > 0
        return False

    def _other_marks(self, number: int) -> str:
        """Return the mark (``|``, ``Mara>``) of a quote that begins here, or nothing: twice in four lines."""
        words = [line for line in self.lines[number : number + 8] if line.strip()][:4]
        found = _OTHER_MARK.match(words[0]) if words else None
        mark = found[0].strip() if found else ""
        again = sum(1 for line in words if mark and line.lstrip().startswith(mark))
        return mark if again >= min(2, len(words)) else ""

    def _other_quote(self, number: int, author: str) -> int:
        mark = self._other_marks(number)
        while number < len(self.lines):
            line = self.lines[number]
            if line.strip() and not line.lstrip().startswith(mark) and not self._lies_in(number, mark):
                break
            self.whose.append(Whose(Role.QUOTED, 1, author))
            number += 1
        return number

    def _lies_in(self, number: int, mark: str) -> bool:
        """Tell whether an unmarked line is the wrapped end of the marked one right above it."""
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        above = self.lines[number - 1]
        return (
            above.lstrip().startswith(mark) and below.lstrip().startswith(mark) and len(above) >= _LAZY_LENGTH
        )


def whose_lines(lines: list[str]) -> list[Whose]:
    """Return, line by line, whose words it holds; roles are own, quoted, forwarded, header and log."""
    reader = _Reader(lines, find_attributions(lines), find_header_blocks(lines), [])
    reader.read()
    _take_back_wrapped_quotes(lines, reader.whose)
    if not reader.attributions and not reader.blocks:
        _prompts_are_logs(lines, reader.whose)
    return reader.whose


def _prompts_are_logs(lines: list[str], whose: list[Whose]) -> None:
    """Tell pasted terminal sessions (``> plot(x)``) from quotes: nobody is quoted, and it is code."""
    marked = [number for number, entry in enumerate(whose) if entry.role is Role.QUOTED]
    words = [without_marks(lines[number]) for number in marked if without_marks(lines[number]).strip()]
    if not words or any(whose[number].depth > 1 for number in marked):
        return
    code = len(words)
    for line in words:
        code -= not looks_like_code(line)
        if code < 0.7 * len(words):
            return
    for number in marked:
        whose[number] = Whose(Role.LOG)


def _take_back_wrapped_quotes(lines: list[str], whose: list[Whose]) -> None:
    """Give back to the quote the ends of its lines that a mail program wrapped without a mark."""
    above = _OWN
    for number, here in enumerate(whose[:-1]):
        if (
            here.role is Role.OWN
            and above.role is Role.QUOTED
            and lines[number].strip()
            and _is_rest_of(lines[number - 1], lines[number])
            and depth_of(lines[number + 1])
        ):
            whose[number] = above
        else:
            above = here


def _is_rest_of(quoted: str, line: str) -> bool:
    words = line.strip()
    content = without_marks(quoted).rstrip()
    if words.startswith(("(http", "<http", "http")) and len(words.split()) <= 2:
        return True
    if len(quoted) < _LAZY_LENGTH:
        return content.count("(") > content.count(")") and ")" in words and len(words) < 60
    return len(words) <= _LAZY_LENGTH and words[0].islower() and not content.endswith(_SENTENCE_END)
