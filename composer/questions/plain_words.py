"""Makes a sentence plain for matching: lower case, straight quotes, addresses and code masked."""

import re

_MASKED = re.compile(
    r"```[^`]*```|`[^`\n]*`|<[^<>\s]*[@/:][^<>\s]*>|\b(?:https?|ftp|file)://\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_TYPOGRAPHIC = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " "}
)


def plain(text: str) -> str:
    """Return a sentence in lower case and single spaces; addresses become ``url``, code ``code``."""
    masked = _MASKED.sub(_word_for, text)
    return _SPACE.sub(" ", masked.translate(_TYPOGRAPHIC)).strip().strip("*_\"'>").strip().lower()


def masked(text: str) -> str:
    """Return a text of the same length in which addresses and code are letters without meaning."""
    return _MASKED.sub(lambda match: "x" * len(match.group()), text)


def _word_for(match: re.Match[str]) -> str:
    return "code" if match.group().startswith("`") else "url"
