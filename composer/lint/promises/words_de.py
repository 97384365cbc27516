"""German words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of

_REGULAR = (
    "schick verschick meld klär prüf überprüf schau mach sag richt buch liefer kümmer erledig bearbeit reparier informier tausch ersetz erstatt stornier aktualisier aktivier installier "
    "reservier lös korrigier veranlass leit hol stell leg such frag antwort beantwort teil reich folg zahl setz bau wechsel kontaktier organisier verlänger ermittel untersuch test erklär zeig ruder "
    "benachrichtig bestätig repar montier hinterleg erneuer starte storn lager pack zustell sorg rück kürz entsperr ergänz bemüh aktiv schalt nenn hak stimm näh dreh räum fass klemm lass trenn"
)
_IRREGULAR = """
send sende senden sendet gesandt|versend versende versenden versendet versendet|geb gebe geben gibt gegeben|ruf rufe rufen ruft gerufen|schreib schreibe schreiben schreibt geschrieben
nehm nehme nehmen nimmt genommen|komm komme kommen kommt gekommen|geh gehe gehen geht gegangen|bring bringe bringen bringt gebracht|überweis überweise überweisen überweist überwiesen
beheb behebe beheben behebt behoben|halt halte halten hält gehalten|lass lasse lassen lässt gelassen|les lese lesen liest gelesen|lad lade laden lädt geladen|trag trage tragen trägt getragen
treff treffe treffen trifft getroffen|verbind verbinde verbinden verbindet verbunden|einspiel spiele spielen spielt gespielt|besprech bespreche besprechen bespricht besprochen
eintreff eintreffe eintreffen eintrifft eingetroffen|erschein erscheine erscheinen erscheint erschienen|erfolg erfolge erfolgen erfolgt erfolgt|erreich erreiche erreichen erreicht erreicht
sprech spreche sprechen spricht gesprochen|fahr fahre fahren fährt gefahren|zieh ziehe ziehen zieht gezogen|schließ schließe schließen schließt geschlossen|tun tue tun tut getan|lieg liege liegen liegt gelegen
steh stehe stehen steht gestanden|find finde finden findet gefunden|beginn beginne beginnen beginnt begonnen|verlass verlasse verlassen verlässt verlassen|schieb schiebe schieben schiebt geschoben|hinterlass hinterlasse hinterlassen hinterlässt hinterlassen
"""
_PREFIXES = (
    "an",
    "ab",
    "auf",
    "aus",
    "ein",
    "nach",
    "vor",
    "zu",
    "zurück",
    "raus",
    "heraus",
    "hoch",
    "frei",
    "durch",
    "weiter",
    "mit",
    "um",
    "vorbei",
    "gut",
    "los",
    "fest",
    "nieder",
    "hin",
    "bereit",
    "fertig",
    "wieder",
)
_NO_SERVICE = {
    "steht",
    "stehen",
    "stehe",
    "liegt",
    "liegen",
    "liege",
    "findet",
    "finden",
    "finde",
    "lässt",
    "lassen",
    "hält",
    "halten",
    "schließt",
    "schließen",
    "beginnt",
    "beginnen",
    "zeigt",
    "trägt",
    "spielt",
    "dreht",
    "tut",
}


def _verbs() -> dict[str, int]:
    kinds: dict[str, int] = {}
    rows = [row.split() for row in _IRREGULAR.replace("\n", "|").split("|") if row.strip()]
    for stem in _REGULAR.split():
        vowel = "e" if stem[-1] in "td" else ""
        rows.append(
            [
                stem,
                f"{stem}e",
                f"{stem}n" if stem.endswith(("er", "el")) else f"{stem}en",
                f"{stem}{vowel}t",
                f"ge{stem}{vowel}t",
            ]
        )
    for _, first, plural, third, done in rows:
        serve = w.SERVE
        for form, kind in ((first, w.WE_ACT), (plural, w.ACT), (third, w.ACTS), (done, w.DONE)):
            kinds[form] = kinds.get(form, 0) | kind | (serve if form not in _NO_SERVICE else 0)
        for prefix in _PREFIXES:
            kinds[prefix + plural] = w.ACT | serve
            kinds[prefix + done] = w.DONE | serve
            kinds[f"{prefix}zu{plural}"] = w.DOING | serve
            kinds[prefix + third] = w.ACTS | serve
            kinds[prefix + first] = w.WE_ACT | serve
    return kinds


GERMAN = w.Grammar(
    code="de",
    inflected=True,
    token=re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:sobald|nachdem|sowie|wenn|nach|(?:mit|zu) (?:der|dem|ihrer)|zu[mr]|vor der|auf (?:der|ihrer) nächsten|bei (?:eingang|lieferung|abholung|ankunft)|am (?:gleichen|selben) tag|bis (?!in|auf)\w+)\b",
        re.IGNORECASE,
    ),
    telltale=re.compile(r"\b(?:ich|wir|werden|wird|sie|ihnen|ihr|ihre|nicht)\b", re.IGNORECASE),
    wait=re.compile(r"(?:in|innerhalb|binnen)\b", re.IGNORECASE),
    verbs=_verbs(),
    ours=re.compile(r"[a-zäöüß]{3,}$"),
    moments=moments_of("de"),
    names=first_names,
    words={
        w.US: "ich|wir|unsereins",
        w.OUR: "unser|unsere|unserem|unseren|unserer|unseres|mein|meine|meinem|meinen|meiner|meines",
        w.TO_US: "uns mitteilen|uns schicken|uns senden|uns antworten|uns zurückschicken|bei uns melden|uns informieren|uns anrufen|muss uns|müssen uns|muss mir|uns bescheid|uns zurück",
        w.YOU: "sie|du",
        w.ME: "ihnen|dir|dich|euch",
        w.YOUR: "ihr|ihre|ihrem|ihren|ihrer|ihres|dein|deine|deinem|deinen|deiner",
        w.IT: "es|das|dies|dieses|alles",
        w.DET: "der|die|dem|den|des|ein|eine|einen|einem|einer|eines|diese|dieser|diesem|diesen",
        w.STAFF: "schneider|schneiderin|schreiner|schreinerin|tischler|tischlerin|elektriker|elektrikerin|klempner|installateur|installateurin|dachdecker|maler|malerin|gärtner|gärtnerin|optiker|optikerin|apotheker|apothekerin|arzthelferin|tierarzt|tierärztin|zahnarzt|zahnärztin|physiotherapeut|physiotherapeutin|bibliothekar|bibliothekarin|archivar|archivarin|koch|köchin|bäcker|bäckerin|konditor|konditorin|metzger|winzer|restaurator|restauratorin|schlosser|mechaniker|mechanikerin|mechatroniker|lackierer|polsterer|uhrmacher|uhrmacherin|goldschmied|goldschmiedin|geigenbauer|klavierstimmer|schornsteinfeger|glaser|fliesenleger|maurer|zimmermann|gutachter|gutachterin|sachbearbeiter|sachbearbeiterin|berater|beraterin|betreuer|betreuerin|trainer|trainerin|dozent|dozentin|lehrer|lehrerin|sekretariat|empfang|rezeption|redaktion|küche|lotse|bote|botin|zusteller|lehrling|azubi|praktikant|praktikantin|geselle|meister|meisterin|vorarbeiter|bauleiter|bauleiterin|hausdame|zimmerservice|personalabteilung|rechtsabteilung|nachtschicht|frühschicht|kollege|kollegen|kollegin|kolleginnen|team|techniker|technikerin|technik|monteur|monteurin|fahrer|kurier|frau|herr|mitarbeiter|mitarbeiterin|abteilung|buchhaltung|werkstatt|lager|entwickler|support|kundendienst|kundenservice|außendienst|innendienst|versandabteilung|chef|chefin|teamleiter|teamleiterin|vertrieb|jemand|spezialist|spezialisten|fachabteilung|spedition|lieferant|paketbote|zusteller|serviceteam|servicetechniker|hotline|zentrale|disposition|installateur|elektriker|kundenberater|kundenberaterin",
        w.OUTSIDER: "admin|administrator|hausmeister|it-abteilung|hersteller selbst|bank|hersteller|zoll|versicherung|vermieter|behörde|gericht|paketdienst|post|dhl|hermes|dpd|ups|gls|netzbetreiber|anbieter|vorlieferant|finanzamt|verkäufer|hausverwaltung|provider|laut hersteller|ihre bank",
        w.PEOPLE: "kunden|man|niemand|jeder|alle kunden|nutzer|mitglieder|besucher|gäste|teilnehmer",
        w.OCCASION: "zug|bus|flug|bahn|fähre|konzert|spiel|filiale|filialen|laden|geschäft|büro|hotline hat|aktion|vertrag|garantie|frist|widerrufsfrist|gewährleistung|messe|schulung|webinar|seminar|kurs|veranstaltung|rabatt|gutschein|gutscheincode|öffnungszeiten|probezeit|kündigungsfrist|testphase|mindestlaufzeit|rückgabefrist|feiertag|feiertage|abo|tarif|wartungsfenster|schalter|kundenzentrum|saison|ausverkauf|preis|preise|ticket ist|ausweis",
        w.PROGRAM: "gerät startet|router startet|box startet|anzeige|lampe|led|akku|passwort|link|code|browser|datei|menü|taste|bildschirm|programm|cache|einstellung|sitzung|bestätigungscode",
        w.WILL: "werde|werden|wird|wirst|werdet",
        w.SHOULD: "soll|sollen|sollte|sollten|dürfte|dürften|müsste|müssten",
        w.CAN: "kann|können|darf|dürfen|mag|könnte|könnten",
        w.WOULD: "würde|würden|wäre|wären|hätte|hätten|möchte|möchten|würdest",
        w.PLAN: "hoffe|hoffen|plane|planen|rechne|rechnen|rechnet|versuche|versuchen|erwarte|erwarten|gehe davon aus|gehen davon aus|gehen wir davon aus|gehe ich davon aus|will|wollen|beabsichtigen|streben|strebe|haben vor|habe vor|peilen|peile|bemühen uns|bemühe mich|strengen uns an|setzen alles daran|tun alles|tue alles",
        w.MUST: "muss|müssen|musst|brauche|brauchen|braucht|benötigen|benötigt|benötige|ist zu|sind zu|haben zu|hat zu",
        w.BE: "ist|sind|bin|bist",
        w.HAVE: "habe|haben|hat|hast|hab",
        w.PAST: "war|waren|hatte|hatten|wurde|wurden|ging|gingen|kam|kamen|gab|gaben|schrieb|schrieben|rief|riefen|sagte|sagten|bekam|erhielt|erhielten|konnte|konnten|wollte|wollten|musste|mussten|versprach|sollte eigentlich|sollten eigentlich|hätten sollen|stand|fand|hieß|blieb",
        w.SET: "geplant|eingeplant|gebucht|vorgesehen|terminiert|vereinbart|vorgemerkt|angesetzt|eingetragen|reserviert|angekündigt|zugesagt|avisiert|festgelegt|angedacht|in arbeit|in vorbereitung",
        w.THERE: "weg|abgebaut|vor ihrer tür|vor der tür|vor deiner tür|an seinem platz|unterwegs|auf dem weg|fertig|bei ihnen|bei dir|wieder online|wieder da|wieder erreichbar|wieder verfügbar|verfügbar|startklar|einsatzbereit|abholbereit|bereit|da|im haus|in ihrem postfach|in ihrem briefkasten|auf ihrem konto|auf dem konto|wieder am netz|erledigt|behoben|freigeschaltet|freigegeben|betriebsbereit|wieder|zurück|soweit|so weit|in der post|an der reihe|lieferbar|gelöst|abgeschlossen|online|versandfertig|zugestellt|repariert",
        w.STATE: "weiß|wissen|glaube|glauben|denke|denken|verstehe|verstehen|freue|freuen|danke|danken|bitte um|bedaure|bedauern|finde|finden|heiße|bleibe|bleiben|bleibt|wohne|arbeite|arbeiten|arbeitet|empfehle|empfehlen|sehe|sehen|kenne|gehört|sein|haben werden|wünsche|wünschen|verreisen|verreise|warten|warte|wartet",
        w.TIMETABLE | w.ACTS: "läuft|laufen|dauert|gilt|endet",
        w.TIMETABLE: "öffnet|öffnen|schließt|schließen|enden|gelten|verfällt|verfallen|beginnt|beginnen|startet|dauern|kostet|kosten|geöffnet|geschlossen|gültig|kündbar|besetzt|erreichbar sind|findet statt|stattfinden|statt|verlängert sich|erhöht sich|steigt|steigen|abgelaufen|bleibt|bleiben|ablaufen|auslaufen|ausläuft|enden|ablief|fällig",
        w.GET: "abholen|wieder nutzen|wieder benutzen|wieder zugreifen|wieder anmelden|wieder einloggen|wieder arbeiten|wieder telefonieren|erhalten|erhältst|bekommen|bekommst|kriegen|kriegst|hören|empfangen|erfahren|sehen sie|finden sie|wissen sie|dürfen sie mit",
        w.NOT: "nicht|nie|niemals|kein|keine|keinen|keinem|keiner|weder|ohne dass|leider nicht|unmöglich|kaum",
        w.IF: "falls|wenn|sofern|vorausgesetzt|soweit sie|sollten sie|sollte das|sollte es|sollte ihr|sollte sich|ansonsten|es sei denn|im falle|andernfalls|außer",
        w.WHEN: "sobald|nachdem|sowie wir|sowie die|sowie das|sowie ich|wenn das teil|wenn die lieferung|wenn die ware|wenn die freigabe|wenn das ergebnis|wenn ich ergebnisse|wenn wir ergebnisse|wenn ich mehr weiß|wenn wir mehr wissen|wenn ich neuigkeiten|wenn die prüfung|wenn der techniker|wenn der hersteller|wenn der kollege|wenn das gerät bei uns|wenn ihr gerät bei uns|wenn ihr paket bei uns|sowie",
        w.UNTIL: "bevor|ehe|solange",
        w.THAT: "dass|weil|da wir|damit|obwohl|während|wie|was|wo|warum|wofür|wann|welche|welcher|welches|wobei",
        w.AND: "und|aber|oder|sowie auch|sondern|denn|doch|beziehungsweise",
        w.ADVERB: "jetzt|dort|zuletzt|mit|seit|fast|erst|meist|selbst|somit|statt|leicht|überhaupt|mindestens|frühestens|insgesamt|exakt|komplett|damit|weit|längst|fest|echt|gut|sonst|zunächst|zuerst|möglichst|nächst|unbedingt|allesamt|letzt|garantiert bald|schon|noch|dann|danach|gern|gerne|auch|jetzt|nun|bereits|umgehend|gleich|direkt|natürlich|selbstverständlich|sofort|spätestens|voraussichtlich|vermutlich|wahrscheinlich|hoffentlich|leider|wieder einmal|außerdem|zudem|sehr|also|kein problem|keine sorge|nicht nur|keine kosten|ohne mehrkosten|keine zusatzkosten|nicht mehr lange|wie besprochen|wie gewünscht|wie vereinbart|wie versprochen|nach rücksprache|nach wie vor|und zwar|wie folgt|nach hause|aller voraussicht nach|je nach|nach oben|nach unten|dem plan nach|meiner ansicht nach",
        w.PLEASE: "schick mir|schick uns|melde dich|sag mir|sag uns|gib mir|gib uns|ruf mich|ruf uns|du musst|du solltest|du kannst|musst du|kannst du|bitte|denken sie daran|vergessen sie nicht|achten sie|am besten rufen sie|melden sie sich|schicken sie|senden sie|rufen sie|warten sie|geben sie|starten sie|prüfen sie|halten sie|drücken sie|öffnen sie|klicken sie|nehmen sie|schauen sie|probieren sie|versuchen sie|laden sie|trennen sie|ziehen sie|stecken sie|lassen sie|legen sie|bringen sie|teilen sie|nennen sie|wählen sie|antworten sie|stellen sie|gehen sie|schreiben sie|tragen sie|kommen sie|holen sie|füllen sie|beachten sie|machen sie|setzen sie|löschen sie|entfernen sie|bestätigen sie|schließen sie|schalten sie|reichen sie|überweisen sie|zahlen sie|tippen sie|aktualisieren sie|sie müssen|sie sollten|müssen sie|sollten sie bis|denk daran|es genügt",
        w.SAID: "sie schreiben|sie sagen|sie meinen|sie berichten|sie sagten|sie schrieben|du schreibst|du sagst|laut|gemäß|sagte|sagten|schrieb|schrieben|hat gesagt|haben gesagt|haben geschrieben|haben sie geschrieben|geschrieben haben|schreiben sie|zitat|angeblich|hieß es|heißt es|meinte|meinten|behauptet|wurde ihnen gesagt|wurde mir gesagt|wurde ihnen versprochen|hatte ihnen|gesagt hat|gesagt wurde|versprochen wurde|versprochen hat|zufolge|ihrer nachricht nach|sie erwähnen|erwähnten|angekündigt hatte|mitgeteilt wurde|wie sie schreiben|sie meinten|stand in|steht in ihrer",
        w.DOUBT: "ob|unklar|ungewiss|fraglich|unsicher|weiß nicht|wissen nicht|nicht sicher|vielleicht|eventuell|möglicherweise|nicht sagen|nicht versprechen|nicht zusagen|nicht garantieren|kaum|bezweifle|noch offen|offen ob|schwer zu sagen|unter umständen|womöglich|notfalls",
        w.WISH: "schön|wünschen wir|dankbar|freuen uns|freue mich|freuen wir uns|würde mich freuen|hoffentlich sehen|hätten gern|hätte gern|wäre toll|wäre nett|drücken ihnen die daumen|schlage vor|schlagen vor|vorschlagen|vorschlag|schlage ich vor",
        w.CHOICE: "wenn dir|falls du|falls dir|wenn sie möchten|wenn sie wollen|wenn sie wünschen|wenn ihnen das|wenn es ihnen|wenn das für sie|falls sie möchten|falls gewünscht|auf wunsch|auf ihren wunsch|sofern gewünscht|wenn du möchtest|wenn du willst|bei bedarf|bei interesse|alternativ|wahlweise|sagen sie einfach|sagen sie mir|sagen sie uns|geben sie uns bescheid|geben sie mir bescheid|falls ihnen das|falls es ihnen|wenn ihnen|falls ihnen|ganz wie sie|soll ich|sollen wir|ihnen überlassen|gegen aufpreis|wenn sie lieber|falls sie lieber|falls sie wünschen|sofern sie möchten|wer möchte|möchten sie|wenn's passt|wenn es passt|gern auch|gerne auch|ich biete ihnen an|wir bieten ihnen an|könnte ich ihnen anbieten|anbieten",
        w.HABIT: "immer|jeden|jede|jeder|jedes|täglich|wöchentlich|monatlich|normalerweise|in der regel|üblicherweise|meist|meistens|grundsätzlich|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|werktags|automatisch|standardmäßig|jährlich|im normalfall|generell|gewöhnlich|stets|durchgehend|ganzjährig|rund um die uhr",
        w.RULE: "nach dem speichern|nach dem neustart|nach dem klicken|nach dem klick|nach dem anmelden|nach dem einschalten|nach dem absenden|nach der anmeldung|nach der registrierung|nach dem einloggen|nach dem update startet|nach der eingabe|nach dem hochladen|nach dem ausschalten|empfehlen|empfehle|raten|am besten|anspruch|recht|zeit|möglichkeit|gelegenheit|frist|rückgaberecht|tipp|lohnt|ratsam|haltbar",
        w.ASSURED: "versprochen|garantiert|verlassen sie sich darauf|sie können sich darauf verlassen|können sie fest rechnen|dürfen sie rechnen|können sie rechnen|sie können rechnen|sie dürfen rechnen|können sie ihn abholen|können sie es abholen|können sie sie abholen|können sie das gerät abholen|können sie wieder|können sie mit ihm rechnen|hören sie von|hören sie wieder von|halten sie das|ich bleibe dran",
        w.NEWS: "zwischenstand|nächster stand|nächste info|zwischenbericht|nächster schritt|nachricht|info|rollout|wartung|umstellung|inbetriebnahme|austausch|versand|lieferung|zustellung|antwort|rückmeldung|update|nächste meldung|nächste rückmeldung|nächstes update|nächste nachricht|rückruf|erstattung|gutschrift|termin|liefertermin|ersatz|ersatzlieferung|auslieferung|abholung|reparatur|neuigkeiten|mehr dazu|näheres|weiteres|einzelheiten|details|ergebnis|montage|installation|freischaltung|lösung|ankunft|fertigstellung|rücksendung|auszahlung|ergebnisse|technikerbesuch|anlieferung",
        w.BY: "von uns|durch uns|unsererseits",
        w.EVENT: "nach|bis zur|bis zu|vor der|mit dem auszug|mit der abrechnung|mit dem nächsten|mit der nächsten|zur nächsten|zum nächsten|auf der nächsten rechnung|mit der nächsten rechnung|auf ihrer nächsten rechnung|mit ihrer nächsten rechnung|mit der nächsten abrechnung|mit der nächsten lieferung|mit ihrer nächsten lieferung|mit dem nächsten update|nach eingang|nach erhalt|bei eingang|am selben tag|am gleichen tag|nach abschluss|nach freigabe|nach prüfung|nach rückmeldung|nach wareneingang|bei lieferung|nach ankunft|nach zahlungseingang|nach reparatur|in der nächsten rechnung|auf der folgenden rechnung|mit der folgenden rechnung|auf der kommenden rechnung",
        w.THEN: "am nächsten tag|am tag darauf|tags darauf|am folgetag|dann|danach|anschließend|daraufhin|im anschluss",
        w.VOUCH: "dafür sorge|dafür sorgen|sorge dafür|sorgen dafür|stelle sicher|stellen sicher|sorgen wir dafür|sorge ich dafür|stellen wir sicher|stelle ich sicher|sichere ihnen zu|sichern ihnen zu|verspreche|versprechen|garantieren|garantiere|zusichern|zusagen|dranbleiben",
        w.HOLD_OUT: "schließen|berechnen|abbuchen|löschen|sperren|ruhen|feierabend",
        w.TO_DO: "zu|um",
        w.TALK: "gern anbieten|anbieten|empfehlen",
        w.ACT | w.SERVE: "in kontakt treten|kontakt aufnehmen|in verbindung setzen|wissen lassen|rausgehen|da sein|vorbeikommen|bescheid|ankommen|eintreffen|abschließen|zurück sein|fertig sein|dran sein|da haben|vorliegen haben|vorliegen|erhalten haben|gutgeschrieben|wieder laufen|funktionieren|besuchen|austauschen|nachliefern|versorgen|auszahlen|rückerstatten|zurückerstatten|anpassen|einrichten|entfernen|durchführen|freischalten|nachreichen|umbuchen|zurückzahlen|beginnen|starten|angehen|einbauen|ausprobieren|unterstützen|abklären|aufklären|stehen|abgeben|begutachten|besorgen|ausstellen|rausschicken|rausgeben|losschicken|vornehmen|nacharbeiten|neu ausliefern|wiederherstellen|ausliefern",
        w.ACTS | w.SERVE: "liegt ihnen|liegt dir|geht raus|besucht|kommt an|trifft ein|begutachtet|verlässt|landet|übernimmt|besorgt|liegt im briefkasten|liegt bei ihnen|liegt in ihrem|steht bereit|steht zur abholung|steht wieder zur verfügung|steht ihnen|liegt bereit|wechselt|schaut|läuft wieder|läuft alles wieder|funktioniert wieder|funktioniert|klappt|ist es soweit|beginnt mit|startet die auslieferung|startet der versand|beginnt die auslieferung|beginnt die reparatur|gibt es|gibt's|betreut",
        w.DONE | w.SERVE: "geprüft|überprüft|geliefert|verschickt|versendet|versandt|erstattet|zurückerstattet|gutgeschrieben|überwiesen|repariert|ausgetauscht|ersetzt|behoben|erledigt|bearbeitet|freigeschaltet|informiert|benachrichtigt|kontaktiert|angerufen|abgeholt|installiert|storniert|korrigiert|aktualisiert|ausgeliefert|zugestellt|montiert|ausgezahlt|verbucht|gelöst|abgeschlossen|zurückgerufen|angeschlossen|aktiviert|hochgeladen|fertiggestellt|umgestellt|bestätigt|beantwortet|gemeldet|ausgestellt|übergeben|eingebaut|weitergeleitet|abgewickelt|untersucht|begutachtet|beauftragt|veranlasst|nachgeliefert|ausgeführt|eingespielt|durchgeführt|bereitgestellt|verlängert|angepasst",
        w.WE_ACT | w.SERVE: "übernehme|besuche|bleibe dran|werfe|schließe|komme|besorge|antworte|starte|klemme mich|hake|kläre|öffne|begutachte|verfolge|gehe|rede|spreche|erkundige|beantworte|bearbeite|behalte|bestelle|bereite|passe|fahre|sammle|erstelle|fertige|unterstütze|begleite|beobachte|vereinbare|ordne|gleiche|sehe nach|sehe mir|sehe zu",
        w.ACT | w.SERVE | w.TO_DO: "behoben zu haben",
        w.ACT | w.SERVE | w.DOING: "erkundigen|verfolgen|übernehmen|behalten|bestellen|bereiten|passen|sammeln|erstellen|fertigen|vereinbaren|ordnen|gleichen|beobachten|unterstützen|begleiten|bleiben dran|sehen nach|sehen uns|liefern|kümmern|sehen zu|öffnen|klemmen uns",
    },
    endings=(
        (re.compile(r"^(?:anderen|ersten|vorhandenen|bestehenden|verschiedenen|entsprechenden|einzelnen|bekannten|betroffenen|angegebenen|ausstehenden|aktuellen|angehängten|benötigten|defekten|erneuten|nächsten|\w+enden|\w+lichen|\w+igen|\w+ischen)$"), w.ADVERB),
        (re.compile(r"^\w*zu\w{3,}(?:en|ern|eln)$"), w.DOING | w.SERVE),
        (re.compile(r"^\w{2,}ieren$"), w.ACT | w.SERVE),
        (re.compile(r"^(?!ge|\w*iert$|be\w+t$)[a-zäöüß]{3,}t$"), w.ACTS),
        (re.compile(r"^\w{2,}iert$|^\w*ge\w{3,}(?:t|en)$"), w.DONE),
        (re.compile(r"^(?:aus|auf|an|ab|ein|vor|nach|zu|um|durch|mit|weiter|zurück|hoch|frei|fest|los|her|hin|ver|er|be|ent|über)\w{3,}(?:en|ern|eln)$"), w.ACT),
    ),
)  # fmt: skip
