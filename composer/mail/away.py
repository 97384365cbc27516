"""Mails that answer in place of somebody who is away, where no header says so: pasted, or sent by hand."""

import re

from composer.mail.mail_kind import is_away

_BEGINNING = 600
_AWAY = re.compile(
    r"\b(?:(?:am|be|i'm|currently) (?:\w+ ){0,3}?(?:out of (?:the )?office|on (?:\w+ )?leave"
    r"|on (?:vacation|holiday)|away from (?:the office|my desk))"
    r"|out of (?:the )?office (?:until|till|from|on)"
    r"|nicht im (?:büro|hause|haus)|(?:im|in) urlaub|abwesend|außer haus"
    r"|absente? (?:du bureau|jusqu|du \d|de mon)|en congés?|fuera de la oficina|de vacaciones|ausente"
    r"|afwezig|niet (?:op kantoor|aanwezig)|met vakantie|fora do escritório|de férias)",
    re.IGNORECASE,
)
# What such a mail says besides; two of these are hardly said by a person who wants something.
_SIGNS = (
    r"\b(?:thank(?:s| you) for (?:your|contacting)|vielen dank für ihre|danke für (?:ihre|deine)"
    r"|merci (?:de|pour) votre"
    r"|gracias por (?:su|tu)|(?:dank|bedankt) voor (?:uw|je)|obrigad[oa] (?:pela|por) sua)",
    r"\b(?:urgent|dringend\w*|urgence|urgencia|urgência|urgentes)\b",
    r"\b(?:please contact|wenden sie sich|contacte[rz]?|neem contact)\b",
    r"\b(?:my return|i (?:return|am back)|meiner rückkehr|bin ich (?:wieder|zurück)"
    r"|mon retour|mi regreso|bij terugkomst|regress)",
    r"\b(?:no|limited) access|\bnot be (?:forwarded|read)|nicht (?:weitergeleitet|gelesen)|\bautomat\w+",
    r"\bwill (?:reply|respond|answer|get back|read)\b",
)
_ALL_SIGNS = tuple(re.compile(sign, re.IGNORECASE) for sign in _SIGNS)


def answers_for_the_absent(subject: str, text: str) -> bool:
    """Tell whether a mail says no more than that somebody is away; one that asks with "?" says more."""
    if is_away(subject):
        return True
    begin = text.lstrip()[:_BEGINNING]
    if "?" in text or not _AWAY.search(begin):
        return False
    return sum(1 for sign in _ALL_SIGNS if sign.search(begin)) > 1
