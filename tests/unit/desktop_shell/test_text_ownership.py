"""One module owns all text widgets, so that foreign text is never taken for markup."""

import re
from pathlib import Path

import pytest

import desktop

RAW = (
    r"\b(QLabel|QMessageBox|QToolTip|QTextBrowser|QTextEdit|QProgressDialog|QErrorMessage|QInputDialog)\("
    r"|\.setToolTip\((?!tooltip_text\()"
)
INHERITED = r"class \w+\((QLabel|QTextBrowser|QTextEdit|QMessageBox)\b"
# A rich widget is the only one with a line height; its own tests hold that its document is text only.
REASONED = {"reply/paper/measured_text.py": ["QTextEdit"]}
ROOT = Path(str(desktop.__file__)).parent
FILES = [file for file in sorted(ROOT.rglob("*.py")) if file.name != "text.py"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_nobody_else_makes_text_widgets(file: Path) -> None:
    """Labels, views and tooltips come from desktop.text; dialogs are made of them."""
    source = file.read_text(encoding="utf-8")
    assert not re.findall(RAW, source)
    assert re.findall(INHERITED, source) == REASONED.get(file.relative_to(ROOT).as_posix(), [])
