"""The draft with which a reply starts: a greeting, the mail's own lines as a quote, a closing."""

import re

from composer.mail.reply_start import quoted_reply
from composer.questions.understood import UnderstoodMail
from desktop.reply.fetch.snippet_fields import first_name, full_name
from desktop.settings import Settings

# How one greets a customer by first name, in words that suit everybody; who prefers others sets them.
_GREETINGS = {
    "de": "Guten Tag {{full-name}},",
    "fr": "Bonjour {{name}},",
    "es": "Hola, {{name}}:",
    "nl": "Beste {{name}},",
    "pt": "Olá, {{name}},",
    "it": "Buongiorno {{name}},",
}
# To whom writes like that, a colleague answers alike.
_AMONG_FRIENDS = {"de": "Hallo {{name}},", "nl": "Hallo {{name}},", "it": "Ciao {{name}},"}
_FRIENDLY = re.compile(r"\s{0,99}(?:hallo|hi|hey|hej|moin|servus|grüezi|grüß|hoi|ciao)\b", re.IGNORECASE)


def start_draft(mail: UnderstoodMail, settings: Settings) -> str:
    """Return the draft of a reply that nobody began yet.

    ``{{name}}`` in the agent's greeting becomes the customer's first name; without a name the
    greeting is left out, since a wrong one is worse than none.
    """
    parts = [_greeting(mail, settings), quoted_reply(mail).strip("\n"), settings.sign_off.strip("\n")]
    return "\n\n".join(part for part in parts if part) + "\n"


def start_another(mail: UnderstoodMail, settings: Settings) -> tuple[str, int]:
    """Return the draft of one more reply to a mail that was answered, and where its words go.

    It quotes nothing: what was asked has its answer in the reply that left.
    """
    greeting, closing = _greeting(mail, settings), settings.sign_off.strip("\n")
    before = f"{greeting}\n\n" if greeting else ""
    return before + (f"\n\n{closing}\n" if closing else "\n"), len(before)


def _greeting(mail: UnderstoodMail, settings: Settings) -> str:
    sender = mail.message.sender
    name = first_name(sender)
    greeting = settings.greeting or _greeting_in(mail.language, mail.message.text)
    if not name and "{{" in greeting:
        return ""
    return greeting.replace("{{name}}", name).replace("{{full-name}}", full_name(sender))


def _greeting_in(language: str, text: str) -> str:
    usual = _GREETINGS.get(language, "Hi {{name}},")
    return _AMONG_FRIENDS.get(language, usual) if _FRIENDLY.match(text) else usual
