"""Names and sizes of files, in few words."""

_LONGEST_FILE_NAME = 36


def short_file_name(name: str) -> str:
    """Return a file's name that fits a button: a long one without its middle, for its end tells the kind."""
    if len(name) <= _LONGEST_FILE_NAME:
        return name
    tail = _LONGEST_FILE_NAME // 3
    return f"{name[: _LONGEST_FILE_NAME - tail - 1].rstrip()}…{name[-tail:].lstrip()}"


def spoken_size(size: int) -> str:
    """Return a size in words: ``14 kB``."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
