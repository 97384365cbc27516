"""language-mismatch: the reply is in another language than the mail."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import all_own_words
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.mail.language import language_of

_LEAST_WORDS = 8
# A single letter is a word in some languages and a name for anything in all: *model A*, *9 a.m.*
_LETTER = re.compile(r"(?<!\w)\w(?!\w)")
_NAMES = {
    "en": "English", "de": "German", "es": "Spanish", "fr": "French", "nl": "Dutch", "pt": "Portuguese", "it": "Italian",
}  # fmt: skip


# So many characters tell a language; each keystroke reads them anew.
_ENOUGH = 4000


def _check(reply: Reply) -> Iterator[Hit]:
    mail = reply.mail
    if mail is None or mail.language not in _NAMES:
        return
    words = all_own_words(reply)
    if len(words.split()) < _LEAST_WORDS:
        return
    ours = language_of(_LETTER.sub(" ", words[:_ENOUGH]))
    if ours in _NAMES and ours != mail.language:
        message = f"The customer wrote in {_NAMES[mail.language]}; the reply is in {_NAMES[ours]}."
        yield Hit(None, None, message, about=_NAMES[ours])


_EN = "Hi Petra,\n\nthe key is out of date, and you can get the new one in your account under the orders of this year.\n"
_DE = "Hallo Petra,\n\nder Schlüssel ist nicht mehr gültig, und Sie finden den neuen in Ihrem Konto bei den Bestellungen.\n"
_SHORT = "Hallo Petra,\n\nwir liefern nach Norwegen, und Sie können das ändern.\n"
_GERMAN = Example("", mail="Der Schlüssel geht nicht, was kann ich tun?", language="de")
_ENGLISH = Example("", mail="The key does not work, what can I do?", language="en")

RULE = Rule(
    id="language-mismatch",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="Another language than the customer's",
    finds=(
        "A reply of eight words or more in another language than the mail. It knows English, German, "
        "Spanish, French, Dutch, Portuguese and Italian."
    ),
    why="The customer can read the answer without a translator.",
    reads=WholeReply(_check),
    bad=(_GERMAN.saying("«»" + _EN), _ENGLISH.saying("«»" + _DE), _ENGLISH.saying("«»" + _SHORT)),
    good=(
        _GERMAN.saying(_DE),
        _ENGLISH.saying(_EN),
        _ENGLISH.saying("We ship to Norway, and you can change it.\n"),
    ),
    quiet=(
        _GERMAN.saying("OK, danke!\n"),
        _ENGLISH.saying("Model A, model O: 9 a.m., 10 a.m. or 11 a.m., room A.\n"),
        _ENGLISH.saying("> " + _DE.replace("\n\n", " ") + "\nThanks, that is right.\n"),
        Example(_DE),
    ),
)
