"""Portuguese words of the promise grammar, as written in Portugal and in Brazil."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_foreign import moments_of
from composer.lint.promises.word_tables import table_of

# The reading of words leaves out hyphens: "envio-lhe" is looked up as "enviolhe".
_CLITIC = r"(?:lhe|lhes|lo|la|los|las|se|nos|vos)?"

PORTUGUESE = w.Grammar(
    code="pt",
    inflected=True,
    drops_subject=True,
    token=re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:assim que|logo que|quando|depois|após|próxim[ao]|fatura seguinte|até que|antes que|no mesmo dia|ao receber|mal (?:chegue|tenha)|na chegada)\b",
        re.IGNORECASE,
    ),
    telltale=re.compile(r"\b(?:não|você|para|uma|com|seu|sua|lhe|vamos)\b", re.IGNORECASE),
    wait=re.compile(r"(?:em|dentro|no prazo|nas|nos)\b", re.IGNORECASE),
    ours=re.compile(r"\w{2,}o$"),
    others=re.compile(r"\w{2,}(?:a|e|am|em)$"),
    moments=moments_of("pt"),
    names=first_names,
    words=table_of("pt"),
    endings=(
        (re.compile(rf"\w{{2,}}(?:aremos|eremos|iremos|dremos|faremos|diremos|traremos|poremos){_CLITIC}$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(rf"\w{{2,}}(?:arei|erei|irei|orei){_CLITIC}$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"\w{2,}(?:ará|erá|irá|orá|arão|erão|irão)$"), w.ACTS | w.WILL),
        (re.compile(r"\w{2,}r(?:lhe|vos|lhes)(?:emos|ei)$"), w.WE_ACT | w.WILL | w.ACT),
        (re.compile(r"\w{2,}r(?:lhe|se|lhes)(?:á|ão)$"), w.ACTS | w.WILL),
        (re.compile(rf"\w{{2,}}[aei]mos{_CLITIC}$"), w.WE_ACT | w.ACT | w.SERVE),
        (re.compile(r"\w{2,}[aei]mo(?:lo|la|los|las|nos)$|\w{2,}o-(?:lhe|o|a|vos)$"), w.WE_ACT | w.ACT | w.SERVE),
        (re.compile(rf"\w{{2,}}(?:[aeio]r|[áêí]l[oa]s?){_CLITIC}$"), w.ACT),
        (re.compile(r"\w{2,}(?:a|e|am|em)(?:lhes?|vos|se)$"), w.ACTS | w.SERVE),
        (re.compile(r"\w{2,}[aei]ndo$"), w.DOING),
        (re.compile(r"\w{2,}[ai]d[oa]s?$"), w.DONE),
        (re.compile(r"\w{2,}(?:aram|eram|iram|ava|avam)$"), w.PAST),
        (re.compile(r"\w{2,}(?:aria|eria|iria|aríamos|eríamos|iríamos)$"), w.WOULD),
    ),
)  # fmt: skip
