"""Writes header fields whose words are not ASCII, so that every space between two of them arrives.

Where the line of an encoded field is folded, Python's own ``email.policy`` up to 3.12 loses the space that
stands there (cpython issue 92081): one in ten to twenty subjects of some length in German, French or Russian.
"""

from collections.abc import Iterable
from email.header import Header
from email.headerregistry import Address
from email.policy import SMTP, EmailPolicy
from typing import Any

_CHARSET = "utf-8"


class _EncodedHeaders(EmailPolicy):
    """Folds fields as ``email.policy.SMTP`` does, but encodes words that are not ASCII itself."""

    def fold(self, name: str, value: Any) -> str:
        """Return a field as it stands in the mail, with its line ends."""
        if str(value).isascii() or "filename" in getattr(value, "params", ()):
            return str(super().fold(name, value))
        addresses = getattr(value, "addresses", None)
        words = _unstructured(name, str(value)) if addresses is None else _people(name, addresses)
        return f"{name}: {words.replace(chr(10), self.linesep)}{self.linesep}"

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return ``fold``'s field in bytes; what is encoded is ASCII."""
        return self.fold(name, value).encode("ascii", "surrogateescape")


def _unstructured(name: str, text: str) -> str:
    return Header(text, _CHARSET, header_name=name).encode()


def _people(name: str, addresses: Iterable[Address]) -> str:
    written = [
        str(each) if str(each).isascii() else f"{_unstructured(name, each.display_name)} <{each.addr_spec}>"
        for each in addresses
    ]
    return ",\n ".join(written)


ENCODED_HEADERS = _EncodedHeaders(linesep=SMTP.linesep)
"""The policy to write a mail with."""
