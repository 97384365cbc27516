"""A reply as it leaves: what the last look, the preview and the ways out need of it."""

from typing import Protocol


class ComposedReply(Protocol):
    """A reply as it leaves."""

    @property
    def subject(self) -> str:
        """The subject line."""

    @property
    def to(self) -> tuple[str, ...]:
        """Whom it goes to, as written in the header."""

    @property
    def cc(self) -> tuple[str, ...]:
        """Who gets a copy, as written in the header."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about what is odd in it."""

    @property
    def plain(self) -> str:
        """The plain-text part."""

    @property
    def html(self) -> str:
        """The HTML part."""

    @property
    def dark_html(self) -> str:
        """Its body as a dark mail window shows it."""

    @property
    def message_id(self) -> str:
        """Its own Message-ID, without ``<>``: the customer's next mail names it."""

    @property
    def raw(self) -> bytes:
        """The whole mail as bytes of an ``.eml``."""
