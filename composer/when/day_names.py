"""Days in words, whatever the machine's locale is (Qt sets it, and strftime follows)."""

import re
from datetime import date

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_FORMS = {
    "en": "{weekday}, {day} {month}",
    "de": "{weekday}, {day}. {month}",
    "es": "{weekday} {day} de {month}",
}
_PLAIN = "{weekday} {day} {month}"
_NAMED = {
    language: re.compile(rf"(?<!\w)(?:{names.replace(' ', '|')})(?!\w)", re.IGNORECASE)
    for language, names in _WEEKDAYS.items()
}


def weekday_name(weekday: int, language: str = "en") -> str:
    """Return *Monday* for 0, in one of the languages that ``written_day`` knows."""
    return _WEEKDAYS[language].split()[weekday]


def month_name(month: int) -> str:
    """Return *January* for 1."""
    return _MONTHS["en"].split()[month - 1]


def written_day(day: date, language: str = "en") -> str:
    """Return *Friday, 6 March*; in a language whose days are not known here, an empty text."""
    if language not in _WEEKDAYS:
        return ""
    form = _FORMS.get(language, _PLAIN)
    month = _MONTHS[language].split()[day.month - 1]
    words = {"{weekday}": weekday_name(day.weekday(), language), "{day}": str(day.day), "{month}": month}
    for name, word in words.items():
        form = form.replace(name, word)
    return form


def with_weekday(text: str, weekday: int, language: str) -> str:
    """Return a text with its weekday, written out in full, put right; an empty text where it has none."""
    named = _NAMED[language].search(text) if language in _NAMED else None
    if named is None:
        return ""
    right = weekday_name(weekday, language)
    right = right[:1].upper() + right[1:] if named.group()[0].isupper() else right
    return text[: named.start()] + right + text[named.end() :]
