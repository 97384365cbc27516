"""Foreign HTML made safe to show, and made readable as text.

A page is cleaned once; what is shown and what is read both come of that. Beyond what may be shown
(``html_clean``) tables are at most six deep, and nothing is left that a text widget takes exponential
time for (``html_fit``). Over a cap (``html_caps``) the mail is shown as plain text.
"""

from composer.mail.html_caps import stripped, tamed
from composer.mail.html_clean import cleaned, shown_of
from composer.mail.html_fit import broken_words, fit_for_widgets
from composer.mail.html_text import inked_text, text_of_tokens
from composer.mail.html_writer import InkedSpan, Inks


class Page:
    """Foreign HTML looked at once: size and depth, then the sanitiser.

    ``over_cap`` tells that it is too big or nested too deep; then only its words are read.
    """

    def __init__(self, html: str) -> None:
        self.source = html
        source = tamed(html)
        self.over_cap = source is None
        self._cleaned = "" if source is None else cleaned(source)

    def shown(self) -> str:
        """Return HTML that is safe to show, or an empty string when it is over a cap.

        Only a few formatting tags are left; sanitising the result again changes nothing.
        """
        return fit_for_widgets(shown_of(self._cleaned))

    def text(self) -> str:
        """Return what a reader of the page sees, as plain text.

        Lists keep their bullets and numbers, quotes become ``> `` lines, links keep their address in
        angle brackets, the cells of a row are joined by `` | ``. Hidden elements are left out.
        """
        return stripped(self.source) if self.over_cap else broken_words(text_of_tokens(self._cleaned))

    def inked_text(self, ink_of: Inks) -> tuple[str, list[InkedSpan]]:
        """Return the readable text with the stretches whose colour ``ink_of`` finds set."""
        return (stripped(self.source), []) if self.over_cap else inked_text(self._cleaned, ink_of)


def sanitised(html: str) -> str:
    """Return foreign HTML as it is safe to show; see ``Page.shown``."""
    return Page(html).shown()


def readable_text(html: str) -> str:
    """Return foreign HTML as plain text; see ``Page.text``."""
    return Page(html).text()
