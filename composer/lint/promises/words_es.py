"""Spanish words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of
from composer.lint.promises.word_tables import table_of

_CLITIC = r"(?:lo|la|le|les|los|las|se|selo|sela|me|nos|te)?"

SPANISH = w.Grammar(
    code="es",
    inflected=True,
    token=re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:en cuanto|tan pronto|cuando|una vez|después|tras|al (?:recibir|llegar|terminar|finalizar)|nada más|apenas|próxim[ao]|con el|siguiente factura|hasta que|antes de que|a la recepción|en el momento|ese mismo día|mismo día)\b",
        re.IGNORECASE,
    ),
    telltale=re.compile(r"\b(?:usted|le|les|nos|para|pero|está|del|por)\b", re.IGNORECASE),
    wait=re.compile(r"(?:en|dentro de|un plazo)\b", re.IGNORECASE),
    drops_subject=True,
    ours=re.compile(r"\w{2,}o$"),
    others=re.compile(r"\w{2,}(?:a|e|an|en)$"),
    moments=moments_of("es"),
    names=first_names,
    words=table_of("es"),
    endings=(
        (re.compile(r"(?:aremos|eremos|iremos|dremos|rremos|bremos|haremos|diremos)$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"(?:aré|eré|iré|dré|rré|bré|haré|diré)$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"(?:ará|erá|irá|drá|rrá|brá|hará|dirá)n?$"), w.ACTS | w.WILL),
        (re.compile(r"(?:[aei]mos)$"), w.WE_ACT | w.ACT),
        (re.compile(rf"(?:\w{{2,}}[aeií]r{_CLITIC}|hacer{_CLITIC}|dar{_CLITIC}|ir|ver{_CLITIC})$"), w.ACT),
        (re.compile(rf"(?:ando|iendo|yendo|ándo|iéndo){_CLITIC}$"), w.DOING),
        (re.compile(r"(?:\w{2,}[ai]d[oa]s?|hech[oa]s?|puest[oa]s?|resuelt[oa]s?|devuelt[oa]s?)$"), w.DONE),
        (re.compile(r"(?:aron|ieron|aban|íamos)$"), w.PAST),
        (re.compile(r"(?:arían?|erían?|irían?|aríamos|eríamos)$"), w.WOULD),
    ),
)  # fmt: skip
