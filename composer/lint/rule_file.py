"""Read a rule from a TOML file, ours or the team's; refuse one that does not hold what it says."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from composer.lint.example_text import example_from
from composer.lint.finding import Reading, Severity
from composer.lint.kinds import Saying, Span, Words, reads_of, swap_entries, verb_entries
from composer.lint.phrase_table import Entry, entry_of
from composer.lint.rule import Example, Rule
from composer.lint.rule_text import RuleFailure, RuleText, together
from composer.lint.sentences import has_words
from composer.questions.plain_words import folded

MOST_ENTRIES = 5_000
LONGEST_PATTERN = 6_000
MOST_PATTERNS = 200
LONGEST_TEXT = 200
LONGEST_CLASS = 600
LEAST_EXAMPLES = 2
_SHAPES = ("phrases", "substitutions", "pattern", "occurrence")
_KEYS = frozenset(
    [
        *(
            "id",
            "reading",
            "severity",
            "title",
            "why",
            "message",
            "shape",
            "place",
            "most",
            "phrases",
            "swap",
        ),
        *(
            "verbs",
            "finds",
            "patterns",
            "except",
            "bad",
            "good",
            "quiet",
            "extends",
            "off",
            "not_before",
            "not_after",
        ),
        *(
            "message_alone",
            "hints",
            "unless_theirs",
            "spares_receipts",
            "theirs",
            "everyday",
            "words",
            "said",
        ),
    ]
)
_Choice = TypeVar("_Choice", Reading, Severity)
# A class of words may be made of others: so many levels deep.
_DEEPEST = 3
_NAMED = re.compile(r"\{([a-z_]+)\}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def rule_from(
    file: RuleText, *, bases: Mapping[str, tuple[Rule, dict[str, Any]]] | None = None
) -> tuple[Rule, dict[str, Any]]:
    """Return the rule of a file and the table it was made from.

    ``bases`` are the rules that a file may extend by id. Raises RuleFailure with file and line.
    """
    data = file.data()
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise file.refused(f"A rule knows no “{unknown[0]}”.", near=unknown[0])
    if not isinstance(data.get("off", False), bool):
        raise file.refused("“off” is true or false, without quotes.", near="off")
    if "extends" in data:
        return _amended(file, data, bases or {})
    return _rule(file, data), data


def _amended(
    file: RuleText, data: dict[str, Any], bases: Mapping[str, tuple[Rule, dict[str, Any]]]
) -> tuple[Rule, dict[str, Any]]:
    wanted = str(data["extends"])
    if wanted not in bases:
        raise file.refused(f"There is no rule “{wanted}” to extend.", near="extends")
    rule, table = bases[wanted]
    if not table:
        words = sorted(set(data) - {"extends", "severity", "off", "why", "title", "finds"})
        if words:
            raise file.refused(
                f"“{wanted}” is made in code: only severity, title, finds, why and off can be set.",
                near=words[0],
            )
        severity = _one_of(file, Severity, data.get("severity", rule.severity), "severity")
        title = _text(file, data, "title") if "title" in data else rule.title
        why = _text(file, data, "why") if "why" in data else rule.why
        finds = _text(file, data, "finds") if "finds" in data else rule.finds
        return replace(rule, severity=severity, title=title, finds=finds, why=why, from_team=True), {}
    joined = {**table, **{k: v for k, v in data.items() if k not in ("extends", "id")}}
    for key in ("phrases", "patterns", "said", "except", "hints", "bad", "good", "quiet"):
        if key in data:
            joined[key] = [*table.get(key, []), *_listed(file, data, key)]
    for key in ("swap", "verbs", "words", "not_before", "not_after"):
        if key in data:
            joined[key] = {**table.get(key, {}), **_tabled(file, data, key)}
    return _rule(file, joined), joined


def _rule(file: RuleText, data: dict[str, Any]) -> Rule:
    rule_id = _text(file, data, "id")
    if not _ID.fullmatch(rule_id) or len(rule_id) > 60:
        raise file.refused("An id is made of small letters, digits and hyphens.", near="id")
    shape = _text(file, data, "shape")
    if shape not in _SHAPES:
        raise file.refused(f"There is no shape “{shape}”; use one of {', '.join(_SHAPES)}.", near="shape")
    bad, good, quiet = (_examples(file, data, key) for key in ("bad", "good", "quiet"))
    if min(len(bad), len(good)) < LEAST_EXAMPLES:
        raise file.refused(
            "A rule needs at least two bad and two good examples.", near="bad" if "bad" in data else "id"
        )
    return Rule(
        id=rule_id,
        reading=_one_of(file, Reading, data.get("reading", "tone"), "reading"),
        severity=_one_of(file, Severity, data.get("severity", "warning"), "severity"),
        title=_text(file, data, "title"),
        why=_text(file, data, "why"),
        reads=reads_of(shape, _words(file, data)),
        bad=bad,
        good=good,
        quiet=quiet,
        source=file.source,
        line=file.line_of("id"),
        from_team=file.from_team,
        about_wording=True,
        finds=_text(file, data, "finds") if "finds" in data else "",
    )


def _words(file: RuleText, data: dict[str, Any]) -> Words:
    entries = _guarded(file, data, _entries(file, data))
    if len(entries) > MOST_ENTRIES:
        raise file.refused(
            f"A rule holds at most {MOST_ENTRIES} entries.", near="swap" if "swap" in data else "phrases"
        )
    patterns = (
        *(Saying(find) for find in _patterns(file, _spelt_out(file, data))),
        *_sayings(file, data),
    )
    if not entries and not patterns:
        raise file.refused("The rule has no words to look for.", near="shape")
    place = str(data.get("place", "anywhere"))
    if place not in ("anywhere", "opening", "closing"):
        raise file.refused("A place is anywhere, opening or closing.", near="place")
    return Words(
        message=_message(file, data, "message"),
        entries=entries,
        patterns=patterns,
        matching=_matching(file, data) if patterns else None,
        most=_count(file, data, "most"),
        place=place,
        except_entries=tuple(entry_of(str(phrase)) for phrase in _listed(file, data, "except")),
        message_alone=_message(file, data, "message_alone") if "message_alone" in data else "",
        hints=_hints(file, data, entries),
        unless_theirs=data.get("unless_theirs") is True,
        spares_receipts=data.get("spares_receipts") is True,
        theirs=_any_of(_compiled(file, folded(_text(file, data, "theirs")))) if "theirs" in data else None,
        everyday=frozenset(str(word) for word in _listed(file, data, "everyday")),
    )


def _message(file: RuleText, data: dict[str, Any], key: str) -> str:
    """Return a message, in which only {words} and {instead} stand for something."""
    text = _text(file, data, key)
    unknown = [name for name in _NAMED.findall(text) if name not in ("words", "instead")]
    if unknown:
        raise file.refused(f"A message knows {{words}} and {{instead}}, and no {{{unknown[0]}}}.", near=key)
    return text


def _matching(file: RuleText, data: dict[str, Any]) -> Callable[[str], Iterable[int]]:
    """Return what tells which patterns stand in a text, all of them in one automaton."""
    from composer.linear import PatternSet

    said = (row["pattern"] for row in _said(file, data))
    return PatternSet([f"(?i){pattern}" for pattern in (*_spelt_out(file, data), *said)]).matching


def _hints(file: RuleText, data: dict[str, Any], entries: Iterable[Entry]) -> frozenset[tuple[str, ...]]:
    """Return the phrases that weigh less, each of which has to be one of the rule's."""
    known = {entry.words for entry in entries}
    wanted = {entry_of(_phrase(file, phrase)).words: str(phrase) for phrase in _listed(file, data, "hints")}
    for words, phrase in wanted.items():
        if words not in known:
            raise file.refused(f"“{phrase[:40]}” in “hints” is no phrase of this rule.", near="hints")
    return frozenset(wanted)


def _spelt_out(file: RuleText, data: dict[str, Any]) -> list[str]:
    """Return the patterns with their {names} filled in from ``words``."""
    words, beside_phrases = _word_classes(file, data), data.get("shape") in ("phrases", "substitutions")
    return [_spelt(pattern, words, fold=beside_phrases) for pattern in _listed(file, data, "patterns")]


def _spelt(pattern: object, words: Mapping[str, str], *, fold: bool) -> str:
    spelt = str(pattern)
    for _ in range(_DEEPEST):
        spelt = _NAMED.sub(lambda found: words.get(found.group(1), found.group()), spelt)
    return folded(spelt) if fold else spelt


def _word_classes(file: RuleText, data: dict[str, Any]) -> dict[str, str]:
    return {
        name: f"(?:{'|'.join(_alternatives(file, name, value, longest=LONGEST_CLASS))})"
        for name, value in _tabled(file, data, "words").items()
    }


def _said(file: RuleText, data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of ``said`` with their {names} filled in."""
    rows, words = [], _word_classes(file, data)
    for row in _listed(file, data, "said"):
        if not isinstance(row, dict) or set(row) - {"pattern", "unless", "severity"} or "pattern" not in row:
            raise file.refused(
                "A row of “said” has a pattern, and may have unless and severity.", near="said"
            )
        spelt = {key: _spelt(row[key], words, fold=True) for key in ("pattern", "unless") if key in row}
        rows.append({**row, **spelt})
    return rows


def _sayings(file: RuleText, data: dict[str, Any]) -> Iterator[Saying]:
    rows = _said(file, data)
    if rows and data.get("shape") not in ("phrases", "substitutions"):
        raise file.refused("“said” stands beside phrases or substitutions.", near="said")
    finders = _patterns(file, [row["pattern"] for row in rows])
    for row, find in zip(rows, finders, strict=True):
        unless = _patterns(file, [row["unless"]])[0] if "unless" in row else None
        severity = _one_of(file, Severity, row["severity"], "severity") if "severity" in row else None
        yield Saying(find, _any_of(unless) if unless else None, severity, is_wide=True)


def _any_of(find: Callable[[str], Iterable[Span]]) -> Callable[[str], bool]:
    return lambda words: any(True for _ in find(words))


def _entries(file: RuleText, data: dict[str, Any]) -> Iterable[Entry]:
    for phrase in _listed(file, data, "phrases"):
        yield entry_of(_phrase(file, phrase))
    yield from swap_entries(
        {_phrase(file, k): _alternatives(file, k, v) for k, v in _tabled(file, data, "swap").items()}
    )
    for verb, plain in _tabled(file, data, "verbs").items():
        yield from verb_entries(_phrase(file, verb), _alternatives(file, verb, plain))


def _guarded(file: RuleText, data: dict[str, Any], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Add the neighbours beside which an entry means something else."""
    before, after = _neighbours(file, data, "not_before"), _neighbours(file, data, "not_after")
    if not before and not after:
        return tuple(entries)
    return tuple(
        replace(
            entry,
            not_before=frozenset(before.get(" ".join(entry.words), ())),
            not_after=frozenset(after.get(" ".join(entry.words), ())),
        )
        for entry in entries
    )


def _neighbours(file: RuleText, data: dict[str, Any], key: str) -> dict[str, list[str]]:
    table = _tabled(file, data, key)
    for phrase, words in table.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise file.refused(f"“{phrase}” in “{key}” needs a list of words.", near=key)
    return table


def _count(file: RuleText, data: dict[str, Any], key: str) -> int:
    value = data.get(key, 0)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise file.refused(f"“{key}” has to be a number from 0 up.", near=key)
    return value


def _phrase(file: RuleText, phrase: object) -> str:
    if not isinstance(phrase, str):
        raise file.refused(f"A phrase is a text in quotes, not {phrase}.", near=str(phrase))
    text = phrase
    if not has_words(text) or len(text) > 200:
        raise file.refused(f"“{text[:40]}” is no phrase: it has no word or too many.", near=f'"{text[:40]}')
    return text


def _alternatives(
    file: RuleText, phrase: str, value: object, *, longest: int = LONGEST_TEXT
) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(one, str) and len(one) <= longest for one in values):
        raise file.refused(
            f"“{phrase}” needs a text, or a list of texts, to stand in its place.", near=str(phrase)
        )
    return tuple(values)


def _patterns(file: RuleText, patterns: Sequence[object]) -> tuple[Callable[[str], Iterable[Span]], ...]:
    """Compile all patterns, and tell of each that cannot be used."""
    if len(patterns) > MOST_PATTERNS:
        raise file.refused(f"A rule holds at most {MOST_PATTERNS} patterns.", near="patterns")
    compiled, failures = [], []
    for pattern in patterns:
        try:
            compiled.append(_compiled(file, pattern))
        except RuleFailure as failure:
            failures.append(failure)
    if failures:
        raise together(failures)
    return tuple(compiled)


def _compiled(file: RuleText, pattern: object) -> Callable[[str], Iterable[Span]]:
    """Compile a pattern on RE2, which has no backtracking, so that no pattern can stall a keystroke."""
    import re2  # type: ignore[import-untyped]  # late: who has no patterns does not pay for it

    text = str(pattern)
    if len(text) > LONGEST_PATTERN:
        raise file.refused(f"A pattern has at most {LONGEST_PATTERN} characters.", near=text[:30])
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 8 << 20
    try:
        compiled = re2.compile(text, options)
    except re2.error as error:
        said = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        hint = (
            "; look-around and back-references are not supported"
            if re.search(r"\(\?[=!<]|\\\d", text)
            else ""
        )
        raise file.refused(
            f"The pattern “{text[:60]}” cannot be used: {said}{hint}.", near=text[:30]
        ) from error
    return lambda words: compiled.finditer(words)


def _examples(file: RuleText, data: dict[str, Any], key: str) -> tuple[Example, ...]:
    try:
        return tuple(example_from(value) for value in _listed(file, data, key))
    except (TypeError, ValueError) as error:
        raise file.refused(f"In “{key}”: {error}.", near=key) from error


def _text(file: RuleText, data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise file.refused(f"The rule has no “{key}”.", near=key if key in data else "id")
    return value


def _listed(file: RuleText, data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise file.refused(f"“{key}” has to be a list.", near=key)
    return value


def _tabled(file: RuleText, data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise file.refused(f"“{key}” has to be a table.", near=key)
    return value


def _one_of(file: RuleText, kind: type[_Choice], value: object, key: str) -> _Choice:
    try:
        return kind(str(value))
    except ValueError:
        choices = ", ".join(one.value for one in kind)
        raise file.refused(f"“{value}” is no {key}; use one of {choices}.", near=key) from None
