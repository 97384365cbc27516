"""Who wrote a mail: a person, a list, an auto-responder or a mail server (RFC 3834, 3464, 2369)."""

import re

from composer.mail.header_fields import Fields
from composer.mail.message import Address, MailKind

_DAEMON = re.compile(r"^(?:mailer-daemon|mail-daemon|mdaemon|postmaster|mail\.?delivery)\b", re.IGNORECASE)
_FAILED = re.compile(
    r"undeliver|delivery (?:status notification|failure|has failed|report)|mail delivery (?:failed"
    r"|system|subsystem)"
    r"|returned (?:mail|to sender)|failure notice|unzustellbar|nicht zugestellt|non remis|échec de la remise"
    r"|no se (?:ha podido|pudo) entregar|onbestelbaar|não entregue|mancato recapito",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"^(?:(?:re|aw|antwort)\s*:\s*)?(?:automatic reply|auto[- ]?reply|auto[- ]?response|autoreply"
    r"|out of (?:the )?office"
    r"|automatische antwort|abwesenheit|abwesend|abwesenheitsnotiz|réponse automatique|absence du bureau"
    r"|respuesta automática|fuera de la oficina|automatisch antwoord|automatisch bericht|afwezig"
    r"|resposta automática"
    r"|ausência|risposta automatica|fuori ufficio|autosvar|frånvaro|automatisk svar|autoodpowiedź"
    r"|odpowiedź automatyczna"
    r"|автоответ|自動応答|自动回复)",
    re.IGNORECASE,
)


def kind_of(fields: Fields, media_type: str, report_type: str, sender: Address, subject: str) -> MailKind:
    """Return the kind of a mail from its header."""
    if media_type == "multipart/report" and report_type in ("delivery-status", ""):
        return MailKind.BOUNCE
    daemon = bool(_DAEMON.match(sender.mail) or _DAEMON.match(sender.name))
    if daemon and (_FAILED.search(subject) or "x-failed-recipients" in fields or _has_null_path(fields)):
        return MailKind.BOUNCE
    if _is_automatic(fields, subject):
        return MailKind.AUTO_REPLY
    if any(name in fields for name in ("list-id", "list-post", "mailing-list", "x-mailing-list")):
        return MailKind.LIST
    return MailKind.LIST if fields.raw("precedence").lower() in ("list", "bulk") else MailKind.PERSONAL


def is_away(subject: str) -> bool:
    """Tell whether a subject is one that auto-responders write."""
    return _AWAY.match(subject) is not None


def _has_null_path(fields: Fields) -> bool:
    return fields.raw("return-path").strip() == "<>"


def _is_automatic(fields: Fields, subject: str) -> bool:
    automatic = fields.raw("auto-submitted").lower()
    if automatic.startswith(("auto-replied", "auto-generated", "auto-notified")):
        return True
    if any(
        name in fields for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply")
    ):
        return True
    return fields.raw("precedence").lower() == "auto_reply" or bool(_AWAY.match(subject))
