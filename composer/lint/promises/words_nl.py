"""Dutch words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of

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
    words={
        w.US: "ik|wij|we",
        w.OUR: "ons|onze|mijn",
        w.TO_US: "ons sturen|ons laten weten|ons antwoorden|ons terugsturen|moet ons|moeten ons|aan ons|mij sturen|mij laten weten|ons bellen|ons mailen|ons retourneren|ons bevestigen",
        w.YOU: "u|jij|jullie",
        w.ME: "je|jou",
        w.YOUR: "uw|jouw",
        w.IT: "het|dit|dat alles|alles",
        w.DET: "de|een|deze|die",
        w.STAFF: "naaister|kleermaker|timmerman|elektricien|loodgieter|slotenmaker|schilder|tuinman|hovenier|opticien|apotheker|dierenarts|tandarts|fysiotherapeut|bibliothecaris|kok|bakker|slager|horlogemaker|goudsmid|stoffeerder|restaurateur|automonteur|pianostemmer|glaszetter|metselaar|dakdekker|taxateur|behandelaar|secretariaat|receptie|redactie|keuken|leerling|stagiair|stagiaire|boekbinder|schoenmaker|docent|conciërge|collega|collega's|collegae|team|monteur|technicus|bezorger|koerier|chauffeur|afdeling|medewerker|medewerkster|magazijn|werkplaats|specialist|mevrouw|meneer|dhr|mevr|installateur|klantenservice|administratie|iemand|boekhouding|leidinggevende|helpdesk|planner|reparateur|ontwikkelaars|servicemonteur",
        w.OUTSIDER: "bank|fabrikant|leverancier|douane|verzekeraar|verzekering|verhuurder|gemeente|postnl|dhl|netbeheerder|provider|verkoper|belastingdienst|beheerder|systeembeheerder|vervoerder",
        w.PEOPLE: "klanten|iedereen|niemand|men|gebruikers|leden|bezoekers|deelnemers",
        w.OCCASION: "winkel|winkels|filiaal|contract|garantie|aanbieding|actie|korting|abonnement|kantoor|vergadering|training|cursus|beurs|bedenktijd|proefperiode|kortingscode|tarief|openingstijden|seizoen|bon|cadeaubon|termijn|retourtermijn|webinar|prijs|prijzen",
        w.PROGRAM: "wachtwoord|link|code|browser|knop|scherm|lampje|accu|menu|programma|bestand|sessie|app|modem|router",
        w.WILL: "zal|zullen|wordt|worden|zult|word",
        w.WILL | w.ACT: "gaan we|gaan wij|ga ik",
        w.SHOULD: "zou moeten|zouden moeten|moet normaal|hoort|zou er|verwachting",
        w.CAN: "kan|kunnen|mag|mogen",
        w.WOULD: "zou|zouden|wilde graag|wou",
        w.PLAN: "hoop|hopen|verwacht|verwachten|streven|streef|proberen|probeer|van plan|willen|wil|mikken|doen ons best|doe mijn best|gaan ervan uit|ga ervan uit",
        w.MUST: "moet|moeten|dient|dienen|hoeft|nodig heeft|heb nodig|hebben nodig|is nodig",
        w.BE: "is|zijn|ben|bent",
        w.HAVE: "heb|hebben|heeft|hebt",
        w.PAST: "was|waren|had|hadden|werd|werden|ging|kwam|stuurde|stuurden|belde|belden|schreef|zei|zeiden|kreeg|ontving|ontvingen|kon|konden|moest|moesten|wilde|gaf|vroeg|beloofde|bezorgde|leverde|leverden",
        w.SET: "gepland|ingepland|geboekt|gereserveerd|voorzien|vastgelegd|afgesproken|ingeroosterd|in behandeling|in voorbereiding|toegezegd|aangekondigd",
        w.THERE: "onderweg|klaar|bij u|bij je|beschikbaar|weer online|weer beschikbaar|terug|opgelost|hersteld|gereed|in huis|in uw bezit|op uw rekening|in uw brievenbus|in uw mailbox|weer bereikbaar|weer|actief|operationeel|op voorraad|in de bus|op de bus|de deur uit|rond|verholpen|af",
        w.STATE: "weet|weten|denk|denken|begrijp|begrijpen|vind|vinden|dank|danken|bedank|blijf|blijven|blijft|werken tot|adviseren|adviseer|raden|raad|zien|zie|spijt|betreuren|betreur|waarderen|zitten|zit|wachten|wacht|wens|wensen",
        w.TIMETABLE: "opent|sluit|sluiten|loopt|lopen|eindigt|geldt|gelden|verloopt|verlopen|vervalt|vervallen|begint|duurt|duren|kost|kosten|geopend|gesloten|geldig|open|dicht|verlengd|stijgt|stijgen",
        w.GET: "ontvangt|ontvangen|krijgt|krijgen|hoort u|hoort|horen|krijg je|ontvang je|verneemt",
        w.NOT: "niet|geen|nooit|noch|onmogelijk",
        w.IF: "als|indien|mits|tenzij|mocht|anders|in geval",
        w.WHEN: "zodra|nadat|wanneer|als de|als het onderdeel|als het pakket|als ik meer|als we meer",
        w.UNTIL: "totdat|voordat|zolang",
        w.THAT: "dat|omdat|want|terwijl|hoe|waarom|waar|welke|wie|aangezien|hoewel",
        w.AND: "en|maar|of|dus",
        w.ADVERB: "ook|al|nog|dan|daarna|graag|nu|meteen|direct|uiteraard|natuurlijk|uiterlijk|waarschijnlijk|vermoedelijk|hopelijk|zeker|persoonlijk|opnieuw|geen probleem|geen zorgen|niet alleen|zoals besproken|zoals afgesproken|zoals beloofd|zonder extra kosten|na overleg|om|even|zelf",
        w.PLEASE: "alstublieft|alsjeblieft|a.u.b|aub|gelieve|wilt u|wil je|kunt u|kun je|u kunt|je kunt|vergeet niet|let op|u moet|je moet|u dient|graag ontvangen|graag uw|start|herstart|klik|druk|open uw|zet het|houd de|wacht|probeer het|stuur ons|laat ons|laat het ons|mail ons|bel ons|stuur het|neem contact op|controleer of|controleer uw|haal de|u heeft tot|je hebt tot|trek de|vul|kies|log",
        w.SAID: "volgens|zei|zeiden|schreef|schreven|schrijft u|u schrijft|u zegt|je schrijft|gezegd|beweert|zou hebben|beloofd werd|is u verteld|werd verteld|liet weten|blijkbaar|naar verluidt|u meldt|u gaf aan|u vertelde",
        w.DOUBT: "misschien|wellicht|onzeker|onduidelijk|weet niet|weten niet|niet zeggen|niet beloven|niet garanderen|twijfel|mogelijk|eventueel|of het",
        w.WISH: "het zou fijn|zou fijn|zou mooi|dankbaar|stellen op prijs|stel op prijs|stel voor|stellen voor",
        w.CHOICE: "als u wilt|als je wilt|indien u|indien gewenst|als u liever|als het u|als dat u|desgewenst|wilt u dat|laat maar weten|zeg het maar|naar keuze|op verzoek|als je liever|als dat|eventueel kunnen|tegen meerprijs|mocht u|u mag kiezen|als u dat",
        w.HABIT: "altijd|elke|iedere|dagelijks|wekelijks|maandelijks|normaal|meestal|gewoonlijk|doorgaans|automatisch|maandags|zondags|op zaterdagen|op zondagen|standaard|jaarlijks|in de regel",
        w.RULE: "raden aan|raad aan|adviseren|adviseer|het beste|recht|de tijd|tip|beste is",
        w.ASSURED: "beloofd|gegarandeerd|u kunt erop rekenen|reken erop|u kunt rekenen op|u hoort van|u hoort uiterlijk|hoort u van|hoor je van|daar kunt u op rekenen|u kunt het ophalen|hou je op de hoogte|houden u op de hoogte|houd u op de hoogte",
        w.NEWS: "levering|verzending|antwoord|terugbetaling|bezorging|update|volgende update|terugbelafspraak|reparatie|installatie|afspraak|nieuws|meer nieuws|reactie|vervanging|oplossing|resultaat|bevestiging|creditnota|factuur|monteur|aflevering|status",
        w.BY: "door ons|onzerzijds",
        w.EVENT: "op uw volgende factuur|op de volgende factuur|met de volgende factuur|na ontvangst|bij ontvangst|na goedkeuring|na controle|dezelfde dag|na|op de eerstvolgende factuur|bij de volgende|met de volgende|op je volgende factuur",
        w.THEN: "dan|daarna|vervolgens|de volgende dag|de dag erna|aansluitend",
        w.VOUCH: "zorg ervoor|zorgen ervoor|zorg|zorgen|zie erop toe|beloof|beloven|garandeer|garanderen|zorgen we ervoor|zorg ik ervoor",
        w.HOLD_OUT: "sluiten|afsluiten|afschrijven|verwijderen",
        w.TO_DO: "te",
        w.ACT | w.SERVE: "contact opnemen|contact op|laten weten|op de hoogte|terugkomen|langskomen|klaar zijn|terug zijn|bij u zijn|toesturen|nabellen|uitrollen|ophalen|terugbellen|uitzoeken|oplossen|opleveren|aanpassen|nakijken|bijwerken|vrijgeven|zijn",
        w.ACTS | w.SERVE: "ligt bij u|staat klaar|ligt klaar|komt aan|gaat de deur uit|staat op|ligt op|gaat live|komt langs|werkt weer|is weer|ligt|staat|doet het weer|loopt weer|komt online",
    },
    endings=(
        (re.compile(r"^ge\w{3,}(?:d|t|en)$"), w.DONE),
        (re.compile(r"^(?:op|af|aan|uit|terug|na|door|in|bij|mee|toe|langs|over|ver|be|her)\w{3,}en$"), w.ACT),
    ),
)  # fmt: skip
