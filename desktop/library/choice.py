"""What one can do about something that is said: words for a button, and the act."""

from collections.abc import Callable

Choice = tuple[str, Callable[[], object]]
