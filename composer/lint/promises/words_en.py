"""English words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re
from collections.abc import Iterator

from composer.lint.promises import words as w
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_en import moments_in
from composer.lint.promises.service_verbs import SERVICE
from composer.lint.promises.verb_forms import ing, past_forms, third
from composer.lint.promises.word_tables import Row, table_of

_COMMON = (
    "accept act add agree align allow answer appear apply approve arrange arrive ask assemble assign attach await bill block book boot bring build bump buy "
    "calculate call cancel carry catch change charge chase check choose clean clear close collect come compare complete confirm connect contact continue copy correct cost "
    "cover create credit cut cure cycle deal decide deduct deliver deploy deposit describe detach develop dig discuss display document double download draft drain draw drill drive drop "
    "edit email enable end engrave enter escalate exchange expand expire explain export extend fail fall fetch file fill finish fit fix flag flash fly follow forward free gather get give go grant grow "
    "hand handle hang happen hear help hit hold hook import improve include inform inspect install introduce investigate invite invoice issue iron jump keep kick know land last launch lay lead learn leave lend let "
    "lift link list load lock log look loop lower mail make map mark match measure meet melt mend message migrate mount move name need nudge offer open operate order organise organize pack paint park pass patch pay phone "
    "pick ping place plan plant play plug point polish post prepare present press print process produce promise prolong provide publish pull push put raise reach read rebook rebuild receive recheck record recover redeliver redo "
    "reduce refill refund register reimburse reissue release reload remain remind remove renew repair repeat replace reply report request rerun reschedule resend reserve reset restart restore resume retry return reverse review revoke ring roll "
    "rotate route run save scan schedule seal seat see sell send serve service set settle sew share sharpen ship shoot show sign sit solve sort speak spray stand start state stay step stick stock stop store submit swap switch take talk teach tell terminate "
    "test text think throw tidy top touch track train transfer translate treat trim try tune turn update upgrade upload verify visit wait waive wake walk want warn wash watch water wear weigh wipe wire wish work wrap write"
)


_AWHILE = (
    "one two three four five six seven eight nine ten fifteen twenty thirty a_day an_hour half_an_hour a_couple a_few a_week a_fortnight "
    "a_night a_minute the_weekend the_day the_morning the_afternoon tonight today until till some_time about"
)
_GIVEN = tuple(
    f"{verb} {whom} {time.replace('_', ' ')}"
    for verb in ("give", "allow")
    for whom in ("me", "us")
    for time in _AWHILE.split()
)
"""*give me two* hours, *allow us until* Friday."""
_IDLE = (
    "accept agree allow appear ask become begin close come cost describe do draft draw drop end enter expire explain fail fall fly get "
    "go grow happen hear jump know last learn leave make mean meet melt need open owe play produce remain run see sit speak stand start "
    "state stay step stick stop take talk terminate think throw try wait wake walk want watch wear wish"
)
# Acts that by themselves serve nobody.
_NO_SERVICE = frozenset(_IDLE.split())


def _words() -> Iterator[Row]:
    yield from table_of("en")()
    yield w.ASSURED, _GIVEN


def _verbs() -> dict[str, int]:
    kinds: dict[str, int] = {}
    for verb in dict.fromkeys([*(v for v in SERVICE if " " not in v), *_COMMON.split()]):
        past, participle = past_forms(verb)
        serve = w.SERVE if verb not in _NO_SERVICE else 0
        forms = ((verb, w.ACT), (third(verb), w.ACTS), (ing(verb), w.DOING), (participle, w.DONE))
        for form, kind in (*forms, *(((past, w.PAST),) if past != verb else ())):
            kinds[form] = kinds.get(form, 0) | kind | serve
    return kinds


ENGLISH = w.Grammar(
    code="en",
    token=re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’](?:ll|re|ve|m|s|d)\b|\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:once|when|the same \w+|ahead of|prior to|in time for|next time|a day ahead|a (?:day|week) before|the (?:day|evening) before|on the (?:evening|morning|day|night) of|the day (?:it|they|he|she)|after that|after|before|until|till|upon|soon as|following|the (?:moment|minute|second|day|instant|same day|next day)|by the time|on (?:receipt|arrival|completion|approval|delivery|your|the next)|(?:with|in) (?:the|your) next)\b",
        re.IGNORECASE,
    ),
    names=first_names,
    moments=moments_in,
    wait=re.compile(
        r"(?:in |within |over |after )?(?:about |around |less than |under |up to |the next )?(?:an?|half an?|a few|\d+|one|two|three|four|five|six|ten|twenty|thirty)\b.*(?:second|minute|min|hour|day|week|month)s?",
        re.IGNORECASE,
    ),
    words=_words,
    verbs=_verbs(),
    endings=(
        (re.compile(r"^[a-z]{3,}ing$"), w.DOING),
        (re.compile(r"^[a-z]{3,}ed$"), w.DONE | w.PAST),
        (re.compile(r"^[a-z]{3,}ly$"), w.ADVERB),
    ),
)
