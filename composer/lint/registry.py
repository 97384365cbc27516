"""Which rules there are. Ours stand in a table, so that a frozen program has them all."""

from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from composer.lint.examples_hold import faults_of
from composer.lint.rule import Rule, RuleSet
from composer.lint.rule_file import rule_from
from composer.lint.rule_text import RuleFailure, RuleText, together
from composer.lint.team_files import files_in, rule_text
from composer.rules.form import (
    bare_link,
    broken_quote,
    colour_only_answer,
    link_text_mismatch,
    low_contrast_answer,
    mixed_answer_colours,
    red_answer,
    retired_article,
    spelling,
    stale_article,
)
from composer.rules.promises import (
    closed_day_eta,
    contradicts_known_issue,
    eta_beyond_target,
    eta_without_time_zone,
    handoff_not_in_cc,
    missed_eta_not_admitted,
    missing_eta,
    outside_policy,
    ownerless_promise,
    past_eta,
    unannounced_handoff,
    vague_eta,
    vague_handoff,
    weekday_mismatch,
)
from composer.rules.questions import (
    advice_already_tried,
    answer_far_from_question,
    answer_type_mismatch,
    asks_for_announced,
    asks_for_given,
    how_to_without_steps,
    language_mismatch,
    unanswered_question,
)
from composer.rules.safety import (
    dropped_recipient,
    forgotten_attachment,
    internal_words,
    missing_cc,
    no_reply_recipient,
    placeholder_left,
    secret_left,
    unmentioned_attachment,
    wrong_customer,
)
from composer.rules.tone import (
    dead_end,
    ignored_frustration,
    long_sentence,
    no_name,
    over_excited,
    pre_fab,
    shouting,
    wall_of_text,
    wrong_name,
)
from kb_content.failure import Problem

# Explicit on purpose: looking for modules in folders found none in a frozen program. A test holds
# both tables against the folders.
RULES_IN_CODE = (
    advice_already_tried,
    answer_far_from_question,
    answer_type_mismatch,
    asks_for_announced,
    asks_for_given,
    how_to_without_steps,
    language_mismatch,
    unanswered_question,
    closed_day_eta,
    contradicts_known_issue,
    eta_beyond_target,
    eta_without_time_zone,
    handoff_not_in_cc,
    missed_eta_not_admitted,
    missing_eta,
    outside_policy,
    ownerless_promise,
    past_eta,
    unannounced_handoff,
    vague_eta,
    vague_handoff,
    weekday_mismatch,
    dead_end,
    ignored_frustration,
    long_sentence,
    no_name,
    over_excited,
    pre_fab,
    shouting,
    wall_of_text,
    wrong_name,
    bare_link,
    broken_quote,
    colour_only_answer,
    link_text_mismatch,
    low_contrast_answer,
    mixed_answer_colours,
    red_answer,
    retired_article,
    spelling,
    stale_article,
    dropped_recipient,
    forgotten_attachment,
    internal_words,
    missing_cc,
    no_reply_recipient,
    placeholder_left,
    secret_left,
    unmentioned_attachment,
    wrong_customer,
)
RULES_IN_FILES = (
    "tone/blaming.toml",
    "tone/canned_closing.toml",
    "tone/canned_opening.toml",
    "tone/condescending.toml",
    "tone/hollow_apology.toml",
    "tone/jargon.toml",
    "tone/passive_hiding.toml",
    "tone/stuffy_phrase.toml",
)


@dataclass(frozen=True)
class TeamRules:
    """The rules of a library: ours with the team's added or amended, and what was refused."""

    rules: RuleSet
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=1)
def built_in_rules() -> RuleSet:
    """Return the rules that ship with Thrice, in the order of the readings."""
    rules = [rule for rule, _ in _built_in().values()]
    order = {"questions": 0, "promises": 1, "tone": 2}
    return RuleSet(sorted(rules, key=lambda rule: order[rule.reading]))


def team_rules(folder: Path) -> TeamRules:
    """Return our rules with those of a library's folder ``rules``; a refused file changes nothing else.

    Reads ``*.toml`` files of the folder itself, in the order of their names. Each problem names file
    and line.
    """
    known = dict(_built_in())
    found = files_in(folder)
    problems = list(found.problems)
    changed: list[Rule] = []
    off: set[str] = set()
    for path in found.files:
        try:
            file = rule_text(path)
            rule, table = _team_rule(file, known)
        except RuleFailure as failure:
            all_of_it = (failure, *failure.also)
            problems += [Problem(one.path or path.name, one.line, one.sentence) for one in all_of_it]
            continue
        known[rule.id] = (rule, table)
        changed.append(rule)
        if "off" in file.data():
            (off.add if file.data()["off"] is True else off.discard)(rule.id)
    rules = built_in_rules().with_rules(changed)
    return TeamRules(RuleSet(rule for rule in rules if rule.id not in off), tuple(problems))


def _team_rule(file: RuleText, known: dict[str, tuple[Rule, dict[str, Any]]]) -> tuple[Rule, dict[str, Any]]:
    rule, table = rule_from(file, bases=known)
    if rule.id in known and "extends" not in file.data():
        raise file.refused(
            f'“{rule.id}” is the id of a rule of ours: write extends = "{rule.id}".', near="id"
        )
    faults = [file.refused(fault.sentence, near=fault.near) for fault in faults_of(rule)]
    if faults:
        raise together(faults)
    return rule, table


@lru_cache(maxsize=1)
def _built_in() -> dict[str, tuple[Rule, dict[str, Any]]]:
    found: dict[str, tuple[Rule, dict[str, Any]]] = {}
    for module in RULES_IN_CODE:
        rule = module.RULE
        found[rule.id] = (replace(rule, source=_source_of(module.__name__)), {})
    for name in RULES_IN_FILES:
        text = (files("composer.rules") / name).read_text(encoding="utf-8")
        rule, table = rule_from(RuleText(f"composer/rules/{name}", text))
        found[rule.id] = (rule, table)
    return found


def _source_of(module: str) -> str:
    return module.replace(".", "/") + ".py"
