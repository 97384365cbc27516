"""French words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of
from composer.lint.promises.word_tables import table_of

_VERBS = (
    "envoie renvoie rappelle appelle recontacte contacte tiens tient fais fait transmets transmet confirme expédie rembourse préviens prévient informe vérifie regarde écris écrit réponds répond donne "
    "passe prends prend mets met occupe prépare lance relance règle reviens revient avise livre remplace répare corrige traite débloque active crédite poste dépose apporte communique signale demande "
    "résous résout effectue procède adresse fournis fournit change échange annule reprogramme fixe programme réserve verse vire suis suit finalise termine examine étudie installe remets remet récupère "
    "enlève reprends reprend planifie ajoute mène charge rétablis rétablit rends rend propose aide refais refait organise actualise explique partage publie dépanne note"
)


def _verbs() -> dict[str, int]:
    return {form: w.ACTS | w.SERVE for form in _VERBS.split() if form != "propose"}


FRENCH = w.Grammar(
    code="fr",
    inflected=True,
    token=re.compile(r"(?:[jlmntscdJLMNTSCD]|[Qq]u|[Ll]orsqu|[Jj]usqu|[Pp]uisqu)['’](?=\w)|\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:dès|aussitôt|lorsqu|quand|une fois|après|à (?:réception|la réception|l['’]arrivée)|prochaine?|avec le|d['’]ici la|jusqu['’]à ce|avant que|le jour même|sitôt|au moment où|facture suivante|prochain relevé)",
        re.IGNORECASE,
    ),
    telltale=re.compile(r"\b(?:nous|vous|je|votre|vos|est|les|notre)\b|\bj['’]", re.IGNORECASE),
    wait=re.compile(r"(?:dans|sous|en|d['’]ici)\b", re.IGNORECASE),
    verbs=_verbs(),
    ours=re.compile(r"\w{2,}(?:e|s|x|ons)$"),
    others=re.compile(r"\w{2,}(?:e|t|d|ent|ra|ront)$"),
    moments=moments_of("fr"),
    names=first_names,
    words=table_of("fr"),
    endings=(
        (re.compile(r"(?:rons)$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"[aeiuo]\w*(?<!v)rai$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"\w{2,}r(?:a|ont)$"), w.ACTS | w.WILL),
        (re.compile(r"\w{2,}ez$"), w.ACT | w.YOU),
        (re.compile(r"\w{2,}ez(?:le|la|les|nous|moi)$"), w.ACT | w.YOU | w.PLEASE),
        (re.compile(r"\w{2,}ons$"), w.ACT | w.SERVE),
        (re.compile(r"\w{2,}(?:er|ir|dre|tre|ire|oir|endre|ettre)$"), w.ACT),
        (re.compile(r"\w{2,}(?:és?|ées?|is|ise|ises|us?|ues?|its?|ites?)$"), w.DONE),
        (re.compile(r"\w{2,}(?:aient|ait|ais)$"), w.PAST),
    ),
)  # fmt: skip
