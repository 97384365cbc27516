"""The examples of a rule on its page: what is wrong, what is right, and what has to be known to tell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from composer.lint.example_text import unmarked
from composer.lint.rule import Example, Rule

MOST_EXAMPLES = 3
_LONGEST = 240
_LONGEST_MAIL = 100


def examples_of(rule: Rule) -> Iterator[str]:
    """Yield the lines of a rule's first examples, bad and good by turns, then one that passes.

    What both need to be known stands above them, once. What only differs behind the end of a long line
    is left out, as it shows nothing.
    """
    given = ""
    for bad, good in zip(rule.bad[:MOST_EXAMPLES], rule.good[:MOST_EXAMPLES], strict=False):
        worse, better = _shown(bad), _shown(good)
        known = [_known(example, beside=good.draft + bad.draft) for example in (bad, good)]
        if _is_same(worse, better) and known[0] == known[1]:
            continue
        shared = known[0] if known[0] == known[1] else ""
        if shared and shared != given:
            yield ""
            yield f"Given {shared}:"
        given = shared or given or (known[0] and "other circumstances each time")
        yield ""
        yield f"- instead of: {worse}{_aside('' if shared else known[0])}"
        yield f"  - better: {better}{_aside('' if shared else known[1])}"
    yield from _passing(rule, given)


def _passing(rule: Rule, given: str) -> Iterator[str]:
    """Yield an example that passes: in the circumstances given before it, if there is such a one."""
    known = [(example, _known(example)) for example in rule.quiet if len(example.draft) <= _LONGEST]
    alike = [one for one in known if one[1] == given]
    for example, there in (*alike, *(one for one in known if one[1]))[:1]:
        yield ""
        yield f"Passes: {_shown(example)}{_aside('' if there == given else there)}"


def _is_same(worse: str, better: str) -> bool:
    """Tell whether two lines show no difference: none, or one that was cut off."""
    worse = worse.replace("**", "")
    begins = min(len(worse), len(better)) - len("**…")
    return worse == better or (worse.endswith("…") and worse[:begins] == better[:begins])


def _aside(known: str) -> str:
    return f" ({known})" if known else ""


def _shown(example: Example) -> str:
    """Return an example in one line, its flagged words in bold, line ends as slashes."""
    marked = unmarked(example.draft)
    text, at = [], 0
    for start, end in marked.spans:
        flagged = marked.text[start:end]
        words = flagged.strip().strip("*")
        text += [marked.text[at:start], flagged.replace(words, f"**{words}**", 1) if words else flagged]
        at = end
    text.append(marked.text[at:])
    return _cut(_on_one_line("".join(text)), _LONGEST)


def _on_one_line(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return " / ".join(line for line in lines if line).replace("|", "\\|").replace("<", "&lt;")


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[: most - 1].rstrip().removesuffix("*")
    return cut + ("**…" if cut.count("**") % 2 else "…")


def _known(example: Example, *, beside: str = "") -> str:
    """Return what has to be known beside the draft; a mail that is quoted in full there is known."""
    told = []
    quoted = " ".join(unmarked(beside or example.draft).text.replace(">", " ").split())
    mail = " ".join(example.mail.split())
    if mail and mail not in quoted:
        told.append(f"the mail “{_cut(_on_one_line(mail), _LONGEST_MAIL)}”")
    if example.subject:
        told.append(f"its subject “{_on_one_line(example.subject)}”")
    if example.sender:
        told.append(f"from {_on_one_line(example.sender)}")
    if example.copied:
        told.append(f"with a copy to {', '.join(example.copied)}")
    for key, words in _CIRCUMSTANCES.items():
        if key in example.circumstances:
            value = example.circumstances[key]
            told.append(f"{words} {_value(value)}" if value or value == 0 else _NONE.get(key, f"no {words}"))
    return "; ".join(told)


_CIRCUMSTANCES = {
    "customer": "an answer to",
    "cc": "your copies to",
    "must_cc": "wanted in copy",
    "attachments": "attached",
    "previous_agent": "answered so far by",
    "agent": "you are",
    "known_issues": "the known issue",
    "policies": "not supported",
    "internal_words": "internal words",
    "others": "of other customers",
    "inserted": "inserted",
    "articles": "the articles",
    "snippets": "the snippet",
    "recent_replies": "your last replies",
    "working_days": "working days",
    "holidays": "holidays",
    "time_zone": "your time zone",
    "customer_time_zone": "the customer's time zone",
    "next_reply_hours": "working hours to a next reply",
    "resolution_hours": "working hours to a resolution",
}
_NONE = {"cc": "no copies of yours", "attachments": "nothing attached"}
# Of a record its main field, and what tells its state.
_FIELDS = ("title", "name", "mail", "what", "status", "eta", "eta_confidence", "workaround", "fault")


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        fields = [
            f"“{value[key]}”" if key == "title" else str(value[key]) for key in _FIELDS if value.get(key)
        ]
        return ", ".join(fields) or ", ".join(f"{key} {_cut(str(said), 40)}" for key, said in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_value, value))
    return _cut(_on_one_line(str(value)), _LONGEST_MAIL)
