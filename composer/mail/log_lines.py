"""Pasted logs, stack traces, terminal sessions and fenced code among the writer's own lines."""

import re

_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_LOG = re.compile(
    r"^\s*(?:"
    r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?\S*\]?\s+\S"  # ISO time
    r"|\[?\d\d/(?:\d\d|[A-Z][a-z]{2})/\d{2,4}[: ]\d\d:\d\d:\d\d"  # access logs
    r"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S"  # syslog
    r"|\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?[ \t]+\S"
    r"|\[(?:DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|TRACE|SEVERE|CRITICAL"
    r"|HIGH|MEDIUM|LOW|PASS|FAIL|OK)\][ \t]"
    r"|\d{1,3}(?:\.\d{1,3}){3} - \S+ \["
    r"|\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|TRACE|SEVERE|NOTICE)\]?[ \t]*[:|\[\t(-]"
    r"|at [\w.$<>/]+\([^()]{0,100}\)|at [\w.$<>`\[\]]+ in \S+:line \d+|\.\.\. \d+ (?:more|common "
    r"frames omitted)"
    r"|Traceback \(most recent call last\)|File \"[^\"]{1,200}\", line \d+|Caused by: \S"
    r"|Exception in thread \"|Stack ?trace:"
    r"|(?:[a-z_]\w*\.)+[A-Z]\w*(?:Exception|Error)\b|[A-Z]\w*(?:Error|Exception): \S"
    r"|#\d+ +(?:0x[0-9a-f]+|/\S+\(\d+\)|\S+ at \S)|\*\*\* \[\S+\] Error|make(?:\[\d+\])?: \*\*\*"
    r"|[0-9a-f]{4,8}[: ] (?:[0-9a-f]{2,4} ){4}|\$ \w|# \w+ -|[\w.-]+@[\w.-]+[:~ ]\S*[$#] \S"
    r"|[A-Z]:\\[^>\n]{0,80}>\S*|PS [A-Z]:\\"
    r"|PHP (?:Fatal|Warning|Notice|Parse)|(?:Warning|Notice|Fatal error): .{1,200} on line \d+"
    r"|mysql> |sql> |>>> \S|\.\.\. {4}"
    r"|-{0,5}(?:BEGIN|END) [A-Z ]{3,40}-{5}|Error: .{1,80} at .{1,80}:\d+|panic: |goroutine \d+ \[|kernel: \["
    r"|(?:Received|X-[\w-]{1,40}|DKIM-Signature|Authentication-Results|Return-Path|Message-ID"
    r"|ARC-[\w-]{1,30}|MIME-Version): \S"
    r")"
)
_CODE = re.compile(
    r"<-|[{};]\s*$|^\s*[\w.$]+\([^)]*\)?\s*$|^\s*(?:def|class|import|from|for|if|while|return"
    r"|function|library|require|var|let|const|select|insert)\b"
    r".*[(:;={]|\[\d+\]|==|\$\w|^\s*[#+]|\w\(.*[=,\"'].*\)|^\s*[\w.]+\s*=\s*\S|^\s*[\w.]{1,30}$",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\s*\[\d\d:\d\d:\d\d(?:[.,]\d+)?\]\s")
_SIGNED = re.compile(r"[=;{}()\[\]$<>]")
_HINT = re.compile(r"[:\[\]{}()<>$#/\\=|\"]")


def log_lines(lines: list[str], own: list[bool], known: frozenset[int] = frozenset()) -> set[int]:
    """Return the numbers of own lines that belong to a log, a trace or fenced code.

    A block wants two lines that look so, at most one other between them; a line with a question in
    plain words is left alone unless it stands in a fence. ``known`` are lines that were found to be
    of a log before: what looks so beside them belongs to it.
    """
    found = _fenced(lines, own) | _indented_code(lines, own)
    marked = [
        number
        for number in range(len(own))
        if number in known or (own[number] and number not in found and is_log_line(lines[number]))
    ]
    for first, last in _blocks(lines, marked):
        found.update(number for number in range(first, last + 1) if own[number] and not _asks(lines[number]))
        last += 1
        while last < len(own) and own[last] and _is_stamped(lines[last]) and _is_stamped(lines[last - 1]):
            found.add(last)
            last += 1
    return found


def _is_stamped(line: str) -> bool:
    """Tell whether a line begins with a time in brackets: below a log it is of the log, whatever it says."""
    return _STAMP.match(line) is not None


def looks_like_code(line: str) -> bool:
    """Tell whether a line (without its mark) looks typed at a prompt rather than written to a person."""
    return bool(_CODE.search(line[:300]))


def is_log_line(line: str) -> bool:
    """Tell whether a line begins as lines of logs, traces and terminals do."""
    return _HINT.search(line, 0, 120) is not None and _LOG.match(line[:300]) is not None


def _blocks(lines: list[str], marked: list[int]) -> list[tuple[int, int]]:
    blocks: list[tuple[int, int]] = []
    start = previous = -10
    for number in marked:
        if not _goes_on(lines, previous, number):
            _keep(blocks, start, previous)
            start = number
        previous = number
    _keep(blocks, start, previous)
    return blocks


def _goes_on(lines: list[str], previous: int, number: int) -> bool:
    """Tell whether two log lines are of one block: at most one line between, or a few indented ones."""
    between = lines[max(0, previous + 1) : number]
    if previous < 0 or len(between) > 12:
        return False
    if len(between) <= 1:
        return all(_may_lie_between(line) for line in between)
    return all(line[:1] in (" ", "\t") for line in between)


def _keep(blocks: list[tuple[int, int]], start: int, last: int) -> None:
    if start >= 0 and last > start:
        blocks.append((start, last))


def _may_lie_between(line: str) -> bool:
    return line[:1] in " \t" or not line.strip() or len(line.split()) < 8


def _indented_code(lines: list[str], own: list[bool]) -> set[int]:
    """Return the lines of indented blocks of code, with comments on it, and of those that are half a log."""
    found: set[int] = set()
    block: list[int] = []
    for number in range(len(own) + 1):
        inside = number < len(own) and own[number] and lines[number].startswith(("  ", "\t"))
        if inside and lines[number].strip():
            block.append(number)
        elif block and not inside:
            code = sum(1 for at in block if _is_code(lines[at].strip()))
            logged = sum(1 for at in block if is_log_line(lines[at]))
            if len(block) > 1 and (code == len(block) or 2 * logged >= len(block)):
                found.update(block)
            block = []
    return found


def _is_code(line: str) -> bool:
    return line.startswith(("#", "//", "--", "/*", "*")) or (
        looks_like_code(line) and _SIGNED.search(line) is not None
    )


def _fenced(lines: list[str], own: list[bool]) -> set[int]:
    found: set[int] = set()
    opened = -1
    for number in range(len(own)):
        if not own[number] or lines[number].lstrip()[:3] not in ("```", "~~~"):
            continue
        if not _FENCE.match(lines[number]):
            continue
        if opened < 0:
            opened = number
        else:
            found.update(at for at in range(opened, number + 1) if own[at])
            opened = -1
    return found


def _asks(line: str) -> bool:
    return line.rstrip().endswith("?") and len(line.split()) >= 4 and not _LOG.match(line[:300])
