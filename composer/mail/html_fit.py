"""Safe HTML and text made harmless for text widgets: depth, tables, pictures, endless words.

Qt lays out nested tables in exponential time and a word of a megabyte in most of a minute.
"""

import re

DEPTH_CAP = 60
TABLE_CAP = 6
WORD_CAP = 500

_TAGS = re.compile(r"<(?!br|hr)(.)")
_TABLES = re.compile(r"<(/?)table")
_TABLE_TAGS = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
_ALT = re.compile(r"\balt=\"([^\"]*)\"")
_WORD_TOO_LONG = re.compile(rf"[^\s<>]{{{WORD_CAP + 1},}}")
_VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "o:p"}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,40})([^<>]*)>")


def broken_words(text: str, *, longest: int = 2 * WORD_CAP) -> str:
    """Break words over ``longest`` characters: text widgets take minutes to lay out one of a megabyte."""
    if max(map(len, text.split("\n"))) <= longest:
        return text
    pattern = re.compile(rf"\S{{{longest + 1},}}")
    return pattern.sub(lambda match: "\n".join(_slices(match[0], WORD_CAP)), text)


def _slices(word: str, size: int) -> list[str]:
    return [word[at : at + size] for at in range(0, len(word), size)]


def fit_for_widgets(cleaned: str) -> str:
    """Flatten what nests too deep, put words in place of pictures, break endless words."""
    if "<img" not in cleaned and not _has_endless_word(cleaned) and _is_shallow(cleaned):
        return cleaned
    pieces: list[str] = []
    opened: list[tuple[str, bool]] = []
    tables = kept_depth = 0
    position = 0
    for match in _TAG.finditer(cleaned):
        pieces.append(_broken_html_words(cleaned[position : match.start()]))
        position = match.end()
        closing, name = match[1], match[2]
        if name == "img":
            pieces.append(_picture_words(match[3]))
        elif name in _VOID:
            pieces.append(match[0])
        elif not closing:
            tables += name == "table"
            kept = kept_depth < DEPTH_CAP and not (name in _TABLE_TAGS and tables > TABLE_CAP)
            opened.append((name, kept))
            kept_depth += kept
            pieces.append(match[0] if kept else " ")
        elif opened:
            name, kept = opened.pop()
            tables -= name == "table"
            kept_depth -= kept
            pieces.append(f"</{name}>" if kept else " ")
    pieces.append(_broken_html_words(cleaned[position:]))
    return "".join(pieces)


def _has_endless_word(cleaned: str) -> bool:
    """Tell whether a word is too long; a word lies between white space, so most are ruled out by that."""
    return max(map(len, cleaned.split()), default=0) > WORD_CAP and bool(_WORD_TOO_LONG.search(cleaned))


def _is_shallow(cleaned: str) -> bool:
    return _deepest(_TAGS.findall(cleaned)) <= DEPTH_CAP and (
        "<table" not in cleaned or _deepest(_TABLES.findall(cleaned)) <= TABLE_CAP
    )


def _deepest(tags: list[str]) -> int:
    """Return how deep tags nest, each given as what its ``<`` is followed by: a slash or not."""
    depth = deepest = 0
    for sign in tags:
        if sign == "/":
            depth -= 1
        else:
            depth += 1
            if depth > deepest:
                deepest = depth
    return deepest


def _picture_words(attributes: str) -> str:
    alt = _ALT.search(attributes)
    words = alt[1].replace("&quot;", '"').strip() if alt else ""
    if words:
        return f"[picture: {words}]"
    return "[picture]" if "cid:" in attributes else ""


def _broken_html_words(text: str) -> str:
    if len(text) <= WORD_CAP:
        return text
    return _WORD_TOO_LONG.sub(lambda match: " ".join(_character_slices(match[0])), text)


def _character_slices(word: str) -> list[str]:
    """Cut a word at most every ``WORD_CAP`` signs of its source, never inside an entity."""
    slices: list[str] = []
    start = 0
    while start < len(word):
        stop = start + WORD_CAP
        entity = word.rfind("&", max(start + 1, stop - 32), stop)
        if stop < len(word) and entity >= 0 and ";" not in word[entity:stop]:
            stop = entity
        slices.append(word[start:stop])
        start = stop
    return slices
