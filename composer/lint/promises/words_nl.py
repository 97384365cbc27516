"""Dutch words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of
from composer.lint.promises.word_tables import table_of

_VERBS = """
stuur sturen stuurt gestuurd|verstuur versturen verstuurt verstuurd|bel bellen belt gebeld|meld melden meldt gemeld|laat laten laat gelaten|neem nemen neemt genomen|kom komen komt gekomen|ga gaan gaat gegaan
lever leveren levert geleverd|bezorg bezorgen bezorgt bezorgd|verzend verzenden verzendt verzonden|stort storten stort gestort|betaal betalen betaalt betaald|vervang vervangen vervangt vervangen
repareer repareren repareert gerepareerd|controleer controleren controleert gecontroleerd|kijk kijken kijkt gekeken|zoek zoeken zoekt gezocht|regel regelen regelt geregeld|boek boeken boekt geboekt
geef geven geeft gegeven|zet zetten zet gezet|maak maken maakt gemaakt|informeer informeren informeert geïnformeerd|mail mailen mailt gemaild|schrijf schrijven schrijft geschreven|antwoord antwoorden antwoordt beantwoord
los lossen lost opgelost|herstel herstellen herstelt hersteld|corrigeer corrigeren corrigeert gecorrigeerd|activeer activeren activeert geactiveerd|installeer installeren installeert geïnstalleerd
breng brengen brengt gebracht|haal halen haalt gehaald|plan plannen plant gepland|vraag vragen vraagt gevraagd|overleg overleggen overlegt overlegd|bespreek bespreken bespreekt besproken|bevestig bevestigen bevestigt bevestigd
verwerk verwerken verwerkt verwerkt|behandel behandelen behandelt behandeld|onderzoek onderzoeken onderzoekt onderzocht|test testen test getest|bereid bereiden bereidt bereid|contacteer contacteren contacteert gecontacteerd
reserveer reserveren reserveert gereserveerd|rond ronden rondt afgerond|start starten start gestart|verschijn verschijnen verschijnt verschenen|vertrek vertrekken vertrekt vertrokken|arriveer arriveren arriveert gearriveerd
volg volgen volgt gevolgd|pak pakken pakt gepakt|voer voeren voert uitgevoerd|handel handelen handelt afgehandeld|crediteer crediteren crediteert gecrediteerd|vergoed vergoeden vergoedt vergoed|bericht berichten bericht bericht
check checken checkt gecheckt|doe doen doet gedaan|houd houden houdt gehouden|schakel schakelen schakelt geschakeld|werk werken werkt bijgewerkt|pas passen past aangepast|draai draaien draait gedraaid|bezoek bezoeken bezoekt bezocht
"""


def _verbs() -> dict[str, int]:
    kinds: dict[str, int] = {}
    for row in filter(str.strip, _VERBS.replace("\n", "|").split("|")):
        first, plural, third, done = row.split()
        for form, kind in ((plural, w.ACT), (third, w.ACTS), (done, w.DONE)):
            kinds[form] = kinds.get(form, 0) | kind | w.SERVE
        if first != third:
            kinds[first] = kinds.get(first, 0) | w.ACT | w.SERVE
        for prefix in (
            "op",
            "af",
            "aan",
            "uit",
            "terug",
            "na",
            "door",
            "in",
            "bij",
            "mee",
            "toe",
            "langs",
            "over",
        ):
            kinds[prefix + plural] = w.ACT | w.SERVE
            kinds[prefix + done] = w.DONE | w.SERVE
    return kinds


DUTCH = w.Grammar(
    code="nl",
    inflected=True,
    token=re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:zodra|nadat|wanneer|als|na|bij ontvangst|volgende factuur|eerstvolgende|tot|dezelfde dag)\b", re.IGNORECASE
    ),
    telltale=re.compile(r"\b(?:het|een|wij|ik|uw|niet|wordt)\b", re.IGNORECASE),
    wait=re.compile(r"(?:binnen|over|in)\b", re.IGNORECASE),
    verbs=_verbs(),
    ours=re.compile(r"[a-zë]{3,}(?:en)?$"),
    moments=moments_of("nl"),
    names=first_names,
    words=table_of("nl"),
    endings=(
        (re.compile(r"^ge\w{3,}(?:d|t|en)$"), w.DONE),
        (re.compile(r"^(?:op|af|aan|uit|terug|na|door|in|bij|mee|toe|langs|over|ver|be|her)\w{3,}en$"), w.ACT),
    ),
)  # fmt: skip
