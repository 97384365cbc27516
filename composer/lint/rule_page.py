"""The help of a rule, made from its file: one rule in full, and a page that lists them all."""

from collections.abc import Iterable, Iterator

from composer.lint.example_page import examples_of
from composer.lint.finding import Reading
from composer.lint.rule import Rule

_TODAY = "In the examples it is Wednesday, 4 March 2026."
READING_NAMES = {"questions": "Questions", "promises": "Promises", "tone": "Tone and form"}


def page_of(rule: Rule) -> str:
    """Return the help of one rule as Markdown: what, why, examples, and how to silence it.

    ``thrice rules show ID`` prints it and the window shows it.
    """
    return "\n".join((*_lines_of(rule), *_silencing(rule))) + "\n"


def _silencing(rule: Rule) -> Iterator[str]:
    yield ""
    yield (
        "**When it is wrong.** *Dismiss* on its card sets one finding aside, or the rule in this draft, or "
        "the rule everywhere; “set aside” below the findings takes that back. A rule that you mostly dismiss "
        "is offered to weigh less. For a whole team, a file in the library's folder `rules` does it:"
    )
    yield ""
    yield "```toml"
    yield f'extends = "{rule.id}"'
    yield "off = true"
    yield "```"


def page_of_all(rules: Iterable[Rule]) -> str:
    """Return one Markdown page with all rules, by reading."""
    by_reading: dict[str, list[Rule]] = {}
    for rule in rules:
        by_reading.setdefault(rule.reading.value, []).append(rule)
    lines = ["# The rules", "", f"Made from the rule files; do not edit by hand. {_TODAY}"]
    for reading, heading in READING_NAMES.items():
        found = sorted(by_reading.get(reading, ()), key=lambda rule: rule.id)
        lines += ["", f"## {heading}", "", "| rule | severity | what |", "|---|---|---|"]
        lines += [f"| [`{rule.id}`](#{rule.id}) | {rule.severity.value} | {rule.title} |" for rule in found]
        for rule in found:
            lines += ["", *_lines_of(rule, level=3)]
    return "\n".join(lines) + "\n"


def _lines_of(rule: Rule, *, level: int = 1) -> Iterator[str]:
    yield f"{'#' * level} {rule.id}"
    yield ""
    yield f"{rule.title} ({rule.severity.value}, {READING_NAMES[rule.reading.value]})."
    yield ""
    if rule.finds:
        yield f"**Finds.** {rule.finds}"
        yield ""
    yield f"**Why.** {rule.why}"
    if level == 1 and rule.reading is Reading.PROMISES:
        yield ""
        yield _TODAY
    yield from examples_of(rule)
    yield ""
    yield f"`{rule.source}`"
