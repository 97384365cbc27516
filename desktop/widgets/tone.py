"""How something that is shown is coloured, whatever theme the program wears."""

from enum import StrEnum


class Tone(StrEnum):
    """How a part of a strip, a card or a badge is coloured; an icon and a word always say the same."""

    OK = "ok"
    OPEN = "open"
    WARN = "warn"
    STOP = "stop"
