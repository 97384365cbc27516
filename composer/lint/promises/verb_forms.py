"""English verb forms, so that a plain verb stands in the form of the stuffy one."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

from collections.abc import Iterator

# base: past, participle (where they are not regular)
_IRREGULAR = {
    "be": ("was", "been"), "begin": ("began", "begun"), "break": ("broke", "broken"), "bring": ("brought", "brought"),
    "build": ("built", "built"), "buy": ("bought", "bought"), "choose": ("chose", "chosen"), "come": ("came", "come"),
    "cut": ("cut", "cut"), "do": ("did", "done"), "find": ("found", "found"), "get": ("got", "got"),
    "give": ("gave", "given"), "go": ("went", "gone"), "have": ("had", "had"), "hold": ("held", "held"),
    "keep": ("kept", "kept"), "know": ("knew", "known"), "lead": ("led", "led"), "leave": ("left", "left"),
    "let": ("let", "let"), "make": ("made", "made"), "mean": ("meant", "meant"), "meet": ("met", "met"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "read": ("read", "read"), "say": ("said", "said"),
    "see": ("saw", "seen"), "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "show": ("showed", "shown"), "speak": ("spoke", "spoken"), "speed": ("sped", "sped"), "spend": ("spent", "spent"),
    "take": ("took", "taken"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "understand": ("understood", "understood"), "undo": ("undid", "undone"), "write": ("wrote", "written"),
    "lend": ("lent", "lent"), "rebuild": ("rebuilt", "rebuilt"), "rerun": ("reran", "rerun"), "re-run": ("re-ran", "re-run"),
    "resend": ("resent", "resent"), "reset": ("reset", "reset"), "run": ("ran", "run"), "rewrite": ("rewrote", "rewritten"),
}  # fmt: skip
_VOWELS = "aeiou"
_DOUBLED_VERBS = "stop plan drop ship fit let get put set cut run begin refer occur permit wrap swap submit transfer reset rerun re-run cancel"
_DOUBLED = frozenset(_DOUBLED_VERBS.split())
_AUXILIARIES = "has have had been be is are was were being get gets got having i've we've you've they've it's they're we're"
_HAVE_OR_BE = frozenset(_AUXILIARIES.split())


def forms_of(stuffy: str, plain: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield each form of a stuffy verb with the plain verb's, and whether it is a participle's form.

    Only the first word of a verb is inflected: *find out* gives *found out*.
    """
    yield stuffy, (plain,), False
    yield third(stuffy), (third(plain),), False
    yield ing(stuffy), (ing(plain),), False
    past, participle = past_forms(plain)
    yield past_forms(stuffy)[0], (past,) if past == participle else (past, participle), True


def is_participle_after(word: str) -> bool:
    """Tell whether a form ending in *-ed* after this word is a participle (*has utilised*)."""
    return word in _HAVE_OR_BE


def third(verb: str) -> str:
    """Return *gives* for *give*."""
    first, rest = _cut(verb)
    if first in ("be", "have"):
        return {"be": "is", "have": "has"}[first] + rest
    if first.endswith(("s", "x", "z", "ch", "sh", "o")):
        return first + "es" + rest
    if first.endswith("y") and first[-2] not in _VOWELS:
        return first[:-1] + "ies" + rest
    return first + "s" + rest


def ing(verb: str) -> str:
    """Return *giving* for *give*."""
    first, rest = _cut(verb)
    if first.endswith("ie"):
        return first[:-2] + "ying" + rest
    if first.endswith("e") and not first.endswith("ee") and len(first) > 2:
        return first[:-1] + "ing" + rest
    return _doubled(first) + "ing" + rest


def past_forms(verb: str) -> tuple[str, str]:
    """Return past and participle: *gave*, *given* for *give*."""
    first, rest = _cut(verb)
    if first in _IRREGULAR:
        past, participle = _IRREGULAR[first]
        return past + rest, participle + rest
    if first.endswith("e"):
        regular = first + "d"
    elif first.endswith("y") and first[-2] not in _VOWELS:
        regular = first[:-1] + "ied"
    else:
        regular = _doubled(first) + "ed"
    return regular + rest, regular + rest


def _cut(verb: str) -> tuple[str, str]:
    first, space, rest = verb.partition(" ")
    return first, space + rest


def _doubled(word: str) -> str:
    return word + word[-1] if word in _DOUBLED else word
