"""German words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of
from composer.lint.promises.word_tables import table_of

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
    words=table_of("de"),
    endings=(
        (re.compile(r"^(?:anderen|ersten|vorhandenen|bestehenden|verschiedenen|entsprechenden|einzelnen|bekannten|betroffenen|angegebenen|ausstehenden|aktuellen|angehängten|benötigten|defekten|erneuten|nächsten|\w+enden|\w+lichen|\w+igen|\w+ischen)$"), w.ADVERB),
        (re.compile(r"^\w*zu\w{3,}(?:en|ern|eln)$"), w.DOING | w.SERVE),
        (re.compile(r"^\w{2,}ieren$"), w.ACT | w.SERVE),
        (re.compile(r"^(?!ge|\w*iert$|be\w+t$)[a-zäöüß]{3,}t$"), w.ACTS),
        (re.compile(r"^\w{2,}iert$|^\w*ge\w{3,}(?:t|en)$"), w.DONE),
        (re.compile(r"^(?:aus|auf|an|ab|ein|vor|nach|zu|um|durch|mit|weiter|zurück|hoch|frei|fest|los|her|hin|ver|er|be|ent|über)\w{3,}(?:en|ern|eln)$"), w.ACT),
    ),
)  # fmt: skip
