"""The draft with which a reply starts: a greeting, the mail's own lines as a quote, a closing."""

from composer.mail.reply_start import quoted_reply
from composer.questions.understood import UnderstoodMail
from desktop.reply.fetch.snippet_fields import first_name
from desktop.settings import Settings

# How a colleague would greet by first name; who prefers another form sets it in the settings.
_GREETINGS = {
    "de": "Hallo {{name}},",
    "fr": "Bonjour {{name}},",
    "es": "Hola, {{name}}:",
    "nl": "Hallo {{name}},",
    "pt": "Olá, {{name}},",
    "it": "Ciao {{name}},",
}


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
    name = first_name(mail.message.sender)
    greeting = settings.greeting or _GREETINGS.get(mail.language, "Hi {{name}},")
    return greeting.replace("{{name}}", name) if name or "{{name}}" not in greeting else ""
