"""The text of a rule file, and how it is refused: with a sentence, the file and the line."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kb_content.failure import Failure

MOST_BYTES = 256_000


class RuleFailure(Failure):
    """A rule file that is refused: the sentence says what is wrong, the place says where.

    ``also`` holds what else is wrong in the same file.
    """

    also: tuple["RuleFailure", ...] = ()


def together(failures: Sequence[RuleFailure]) -> RuleFailure:
    """Return one failure for all that is wrong in a file."""
    first, *others = failures
    first.also = tuple(others)
    return first


def too_large(source: str) -> RuleFailure:
    """Return the failure of a rule file past the limit, which is refused before it is read."""
    return RuleFailure(f"A rule file holds at most {MOST_BYTES // 1000} kB.", path=source)


@dataclass(frozen=True)
class RuleText:
    """A rule file: its name for people, its text, and whose it is."""

    source: str
    text: str
    from_team: bool = False

    def data(self) -> dict[str, Any]:
        """Return the file as a table. Raises RuleFailure with the line."""
        if len(self.text.encode()) > MOST_BYTES:
            raise too_large(self.source)
        try:
            return tomllib.loads(self.text)
        except ValueError as error:  # TOMLDecodeError, and that of a number with thousands of digits
            line = re.search(r"line (\d+)", str(error))
            at = int(line.group(1)) if line else self.text.count("\n") + 1
            raise self.refused(f"This is no TOML: {str(error).rstrip('.')}.", line=at) from error
        except RecursionError as error:
            raise self.refused("This is nested too deeply.", line=1) from error

    def line_of(self, words: str) -> int:
        """Return the line where a key of this name begins, else the first that holds the words, or 1."""
        name = re.escape(words.strip('"'))
        key = re.search(rf"^[ \t]*\[{{0,2}}[\"']?{name}[\"']?[ \t]*[=\]]", self.text, re.MULTILINE)
        at = key.start() if key else self.text.find(words)
        return 1 if at < 0 else self.text.count("\n", 0, at) + 1

    def refused(self, sentence: str, *, near: str = "", line: int = 0) -> RuleFailure:
        """Return the failure that refuses this file."""
        return RuleFailure(sentence, path=self.source, line=line or self.line_of(near))
