"""Verbs for what one does for the reader of a mail, by meaning, in the forms that patterns need.

*The parcel will be shipped tomorrow* and *Ben is preparing the quote* are promises because of what is done;
*the office will be closed* and *Ben is enjoying the sun* are not. The list is of meanings, so that a verb
nobody has promised with yet is in its place already.
"""
# ruff: noqa: E501 - words by meaning

from composer.lint.promises.verb_forms import ing, past_forms, third

_HAND_OVER = (
    "send resend mail e-mail email ship dispatch deliver forward return submit supply provide distribute circulate post issue "
    "pay refund reimburse credit transfer file fax upload share hand give bring lend offer present award extend"
)
_MAKE = (
    "make create build rebuild write prepare draft produce generate compile develop implement add include introduce launch "
    "release publish announce print copy record translate design order reorder book reserve"
)
_MEND = (
    "fix repair resolve correct restore patch update upgrade improve replace exchange swap reset reinstate recover clean solve wipe erase waive honour honor "
    "amend revise edit adjust re-run rerun restart reinstall rename refresh reconcile"
)
_LOOK = (
    "check review investigate verify examine process handle address discuss consider decide finalize finalise complete finish "
    "conclude analyse analyze evaluate test validate inspect assess research reproduce audit measure monitor clarify"
)
_TELL = "notify inform contact call tell advise communicate answer respond reply confirm explain brief train show demonstrate display alert remind"
_ENABLE = (
    "activate enable unlock open grant install configure migrate move switch convert merge deploy connect register assign allocate import export load sync apply approve "
    "schedule arrange organise organize coordinate co-ordinate collect remove delete launch cancel extend renew"
)
_PHRASES = (
    "look into|look at|look after|set up|put together|put through|roll out|pull through|hand over|follow up|get back|write up|"
    "work out|sort out|send out|send over|sign off|work on|take care of|turn on|switch on|bring back|wrap up|clear up|pick up|pass on"
)
SERVICE = tuple(
    dict.fromkeys(
        [*" ".join((_HAND_OVER, _MAKE, _MEND, _LOOK, _TELL, _ENABLE)).split(), *_PHRASES.split("|")]
    )
)


def _either(forms: list[str]) -> str:
    return "|".join(sorted(set(forms), key=len, reverse=True))


_LOOKS = frozenset([*_LOOK.split(), "look into", "look at", "look after", "work on", "take care of"]) - {
    "complete",
    "finish",
    "solve",
}


TO_SERVE = rf"(?:{_either(list(SERVICE))})(?![\w-])"
"""The plain form: *send*, *look into*."""
SERVING = rf"(?:{_either([ing(verb) for verb in SERVICE])})(?![\w-])"
"""*sending*, *looking into*."""
SERVES = rf"(?:{_either([third(verb) for verb in SERVICE])})(?![\w-])"
"""*sends*, *looks into*."""
SERVED = rf"(?:{_either([past_forms(verb)[1] for verb in SERVICE])})(?![\w-])"
"""The participle: *sent*, *looked into*."""
HANDED_ON = rf"(?:{_either([past_forms(verb)[1] for verb in SERVICE if verb not in _LOOKS])})(?![\w-])"
"""The participle without those of looking at something: a plan that *will be reviewed* is promised to nobody."""
