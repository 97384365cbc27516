"""The program imports as Python does, not as PySide6 would have it."""

import builtins

import desktop.program  # noqa: F401 (which takes PySide6's import out)


def test_python_imports_for_us() -> None:
    """PySide6's own import would read and keep the source of every module."""
    assert hasattr(builtins, "__feature_import__")
    assert builtins.__import__ is not builtins.__feature_import__
