"""Imports as Python does them; import this before everything else that the window needs.

PySide6 puts an import of its own in Python's place. It reads the source of every module that comes after it,
and keeps it, to see whether that may ask for other names of methods (``from __feature__ import snake_case``).
Nothing here does. At the start it took a ninth of the processor time, and 14 MB for good.
"""

import builtins

import PySide6.QtCore  # noqa: F401 (what puts the other import in place)


def _restore() -> None:
    """Put Python's import back, where nobody else put one in its place meanwhile."""
    python = getattr(builtins, "__orig_import__", None)
    if python is not None and builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = python


_restore()
