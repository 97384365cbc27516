"""German, Spanish, French, Dutch and Portuguese words that are a time in a promise, though not by themselves.

As :mod:`composer.lint.promises.moments_en`: hours without their noun (*um vier*), waits that are asked for
(*dame una hora*), the next of a row (*sur votre prochaine facture*), terms and holidays (*nach den Ferien*).
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice

_MOST = 24
_STOPS = r"(?=\s*(?:[.,;!)–—]|$)"
_HOURS = {
    "de": r"(?:1[0-2]|[1-9]|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)",
    "es": r"(?:1[0-2]|[1-9]|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)",
    "fr": r"(?:1[0-2]|[1-9]|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze)",
    "nl": r"(?:1[0-2]|[1-9]|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)",
    "pt": r"(?:1[0-2]|[1-9]|uma|duas|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze)",
}
_WAITS = {
    "de": rf"(?:noch |etwa |ein )?(?:\d+|{_HOURS['de']}|einen?|eine|ein paar|einige|anderthalb|eine halbe|eine gute|vierzehn) (?:minuten?|stunden?|stündchen|tage?|werktage?|wochen?|monate?)(?: zeit)?",
    "es": rf"(?:\d+|{_HOURS['es']}|un|un par de|unos|unas|media|quince|veinte) (?:minutos?|minutitos?|horas?|días?|semanas?|meses)(?: hábiles)?",
    "fr": rf"(?:\d+|{_HOURS['fr']}|un|quelques|une demi-|une petite|quinze|vingt) ?(?:minutes?|heures?|heure|jours?|semaines?|mois)(?: ouvrés)?",
    "nl": rf"(?:nog )?(?:\d+|{_HOURS['nl']}|een|een paar|enkele|een half) (?:minuten|minuut|uur|uurtje|dagen|dag|weken|week|maanden|maand)(?: de tijd)?",
    "pt": rf"(?:\d+|{_HOURS['pt']}|um|uns|umas|um par de|meia|quinze|vinte) (?:minutos?|horas?|dias?|semanas?|meses)(?: úteis)?",
}
_PATTERNS = {
    "de": (
        rf"(?:um|gegen|ab|bis|vor|nach|kurz nach|kurz vor) {_HOURS['de']}{_STOPS}| (?:bei|vor|in|da|zu|und|mit|morgen|heute|am|steht|kommt|ist|sind|auf|an|spätestens)\b)|"
        rf"halb {_HOURS['de']}(?! (?:so|der|die|das)\b)|(?:dreiviertel|viertel (?:vor|nach|auf)?) ?{_HOURS['de']}|zwischen {_HOURS['de']} und {_HOURS['de']}(?! (?:tagen|wochen|stunden|minuten|prozent|euro|personen)\b)|"
        rf"(?:geben sie|gib|gebt|lassen sie|lass|lasst|gönnen sie) (?:mir|uns) (?:bitte |noch |dafür |dazu )*{_WAITS['de']}|noch {_WAITS['de']}(?=,? (?:dann|und)\b)|"
        r"(?:mit|auf|bei|zu|in|zur|zum|beim|im|an) (?:(?:der|dem|den|ihrer|ihrem|deiner|deinem|unserer|unserem|seiner|seinem) )?nächsten (?!schritt|seite|schritten|tagen|wochen|stunden|monaten|minuten|zeit|jahren)[a-zäöüß-]+|"
        r"(?:nach|vor|in|während|bis (?:nach|zu)|seit) den (?:\w+)?ferien|(?:nach|vor|über) den (?:feiertagen|tagen)|(?:nach|vor|bis|zu|an|über) (?:ostern|pfingsten|fasching|karneval|silvester)|"
        r"(?:zum|vor|bis zum|nach) (?:semesterbeginn|semesterende|schulbeginn|schuljahresbeginn|saisonstart|saisonbeginn|saisonende|schichtende|schichtbeginn|quartalsende|quartalsbeginn|ferienbeginn|einzug|auszug|umzug|ersten frost|dunkelwerden)|vor dem ersten frost|"
        r"(?:noch )?am (?:selben|gleichen) (?:tag|abend|morgen|nachmittag)|am (?:tag|morgen|abend) (?:darauf|danach)|postwendend|noch vor (?:dem urlaub|der pause|mittag)|nach der mittagspause|(?:kalender)?woche \d{1,2}|kw ?\d{1,2}"
    ),
    "es": (
        rf"(?:a|hacia|sobre|antes de|hasta|desde|para|después de) las? {_HOURS['es']}(?: y (?:media|cuarto)| menos cuarto| en punto)?(?! (?:personas|euros|páginas)\b)|entre las? {_HOURS['es']} y las? {_HOURS['es']}|"
        rf"(?:dame|deme|denme|danos|denos|dennos|dadnos|dadme|déjame|déjeme|déjenos|déjanos|concédanos) {_WAITS['es']}|{_WAITS['es']} más(?=,? y\b)|"
        r"(?:en|con|a) (?:el|la|su|tu|nuestro|nuestra) (?:próxim[oa]|siguiente) (?!paso|página|pregunta|pantalla)\w+|(?:después de|antes de|tras|durante|en) (?:las vacaciones|semana santa|las fiestas|las navidades|la pausa|el puente|reyes|los exámenes)|"
        r"(?:antes del|después del|al) (?:puente|inicio de curso|comienzo de(?:l)? curso|final de temporada|cierre|invierno|verano)|después de comer|a la vuelta de (?:las )?vacaciones|a vuelta de correo|(?:ese|el) mismo día|a la mañana siguiente|esa misma (?:tarde|noche|semana)|de hoy(?= no pasa)|la semana \d{1,2}"
    ),
    "fr": (
        rf"(?:à|vers|avant|dès|jusqu['’]à|pour|après) {_HOURS['fr']} ?(?:heures?|h)(?: et (?:demie|quart)| moins le quart| trente| quinze)?|entre {_HOURS['fr']}(?: heures?| ?h)? et {_HOURS['fr']}(?: heures?| ?h)|"
        rf"(?:laissez|donnez|accordez|laisse|donne)-(?:nous|moi) (?:encore |juste )?{_WAITS['fr']}|comptez {_WAITS['fr']}|encore {_WAITS['fr']}(?=,? et\b)|"
        r"(?:sur|avec|à|lors de|dans|pour) (?:le|la|votre|ta|ton|notre|sa|son) prochaine? (?!étape|page|question|fois|écran)[\w-]+|(?:après|avant|pendant|durant|dès) (?:les (?:vacances|fêtes|congés|examens)|la rentrée|pâques|la trêve|la pause|le pont|l['’]hiver|l['’]été)|à la rentrée|"
        r"le jour même|par retour (?:de courrier|du courrier)|le soir même|le lendemain matin|(?:avant|d['’]ici) (?:la fermeture|la nuit|les premières gelées)|semaine \d{1,2}"
    ),
    "nl": (
        rf"(?:om|rond|tegen|voor|na|vanaf|tot) (?:half )?{_HOURS['nl']}(?: uur)?(?! (?:dagen|weken|maanden|minuten|personen|keer)\b)|tussen {_HOURS['nl']} en {_HOURS['nl']}(?: uur)?(?! (?:dagen|weken|personen)\b)|"
        rf"(?:geef|geeft u|gun) (?:ons|mij|me) (?:nog )?{_WAITS['nl']}|nog {_WAITS['nl']}(?=,? (?:en|dan)\b)|"
        r"(?:op|met|bij|in) (?:de|het|uw|je|onze|ons) volgende (?!stap|pagina|vraag|scherm)\w+|(?:na|voor|in|tijdens) de (?:\w+)?vakantie|(?:na|voor|met) (?:pasen|pinksteren|carnaval|sinterklaas|de feestdagen|de kerst|de pauze)|"
        r"dezelfde (?:dag|avond|middag)|diezelfde (?:dag|avond|middag)|per kerende post|de dag erna|week \d{1,2}"
    ),
    "pt": (
        rf"(?:às|à|pelas|até às|antes das|depois das|por volta das) {_HOURS['pt']}(?: e (?:meia|um quarto)| em ponto| horas)?(?! (?:pessoas|páginas)\b)|entre as? {_HOURS['pt']} e as? {_HOURS['pt']}|"
        rf"(?:dê|dá|deem|dêem|deixe|conceda)-(?:nos|me) {_WAITS['pt']}|mais {_WAITS['pt']}(?=,? e\b)|"
        r"(?:na|no|com a|com o) (?:sua |seu |tua |teu |nossa |nosso )?(?:próxim[oa]|seguinte) (?!passo|página|pergunta|ecrã|tela)\w+|(?:depois|antes|a seguir) (?:das férias|da páscoa|das festas|do natal|do carnaval|do almoço|da pausa)|(?:na volta|no regresso) das férias|"
        r"(?:no|nesse) (?:próprio|mesmo) dia|na manhã seguinte|na volta do correio|na semana \d{1,2}"
    ),
}


@cache
def _compiled(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_PATTERNS[code]})(?!\w)", re.IGNORECASE)


def moments_of(code: str) -> Callable[[str], Sequence[tuple[int, int]]]:
    """Return what finds the moments of a sentence in a language, in order."""

    def moments(text: str) -> Sequence[tuple[int, int]]:
        return [match.span() for match in islice(_compiled(code).finditer(text), _MOST)]

    return moments
