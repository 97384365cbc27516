"""What can go wrong with a library as a whole, or with saving one of its files."""

from kb_content.failure import Failure


class LibraryFailure(Failure):
    """The library cannot be opened, or has no such record."""


class ChangedOutside(Failure):
    """A file was changed by somebody else since it was read; ``revision`` is what it is now.

    Nothing was written. ``revision`` is empty when the file is gone.
    """

    def __init__(self, sentence: str, *, path: str, revision: str) -> None:
        super().__init__(sentence, path=path)
        self.revision = revision
