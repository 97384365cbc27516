"""Run rules over a reply: only over what changed, within a time, and never let one break the rest."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial

from composer.lint.dismissals import Dismissed, anchor_of
from composer.lint.finding import Finding, Severity
from composer.lint.overlaps import settled
from composer.lint.own_words import Passage
from composer.lint.ready import make_ready
from composer.lint.reply import Reply
from composer.lint.rule import EachPassage, Hit, Rule, RuleSet, Setting, WholeReply
from composer.spelling.dictionary import dictionary

RULE_SECONDS = 0.25
_HITS = "hits"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A rule that was switched off for this session, and why, in one sentence."""

    rule: Rule
    sentence: str


@dataclass
class Engine:
    """Reads replies with a set of rules.

    Hits in a passage are kept with it as long as the circumstances stay the same. ``clock`` counts
    processor seconds of this thread, so that a busy machine switches no rule off.
    """

    rules: RuleSet
    clock: Callable[[], float] = time.thread_time
    rule_seconds: float = RULE_SECONDS
    _setting: Setting | None = None
    _troubles: dict[str, Trouble] = field(default_factory=dict)

    def findings(self, reply: Reply, dismissed: Dismissed) -> tuple[Finding, ...]:
        """Return what the rules have to say, in the order of the text, absences first.

        Who dismisses a finding has decided about its words: what another rule says of the same ones goes
        with it. A rule that is silent in the draft leaves them to the others.
        """
        setting = self._setting_for(reply)
        found = [*self._from_passages(reply, setting), *self._from_reply(reply)]
        heard = (finding for finding in found if not dismissed.silences(finding.rule))
        told = settled(heard, about_wording=self._about_wording)
        about_rules = (self._about(trouble) for trouble in self._troubles.values())
        return tuple(each for each in (*told, *about_rules) if not dismissed.covers(each.anchor))

    @cached_property
    def _about_wording(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules if rule.about_wording)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The rules that are off for this session."""
        return tuple(self._troubles.values())

    def _setting_for(self, reply: Reply) -> Setting:
        """Return the setting of the last reply as long as nothing in it changed: hits are kept for it."""
        setting = self._setting
        if setting is None or not setting.is_of(reply.context, reply.language, reply.mail):
            # What costs time once is done here, where no rule is blamed for it.
            make_ready(reply.language)
            words = dictionary(reply.language) if self._wants_dictionary else None
            setting = self._setting = Setting(reply.context, reply.language, reply.mail, words)
        return setting

    @cached_property
    def _wants_dictionary(self) -> bool:
        return any(isinstance(rule.reads, EachPassage) and rule.reads.with_dictionary for rule in self.rules)

    def _from_passages(self, reply: Reply, setting: Setting) -> Iterable[Finding]:
        for placed in reply.passages:
            read = partial(self._read, placed.passage, setting)
            for rule, hit in placed.passage.once(_HITS, setting, read):
                yield _finding(rule, hit, reply.draft.text, placed.start)

    def _read(self, passage: Passage, setting: Setting) -> tuple[tuple[Rule, Hit], ...]:
        hits: list[tuple[Rule, Hit]] = []
        for rule in self.rules:
            if isinstance(rule.reads, EachPassage):
                check = rule.reads.check
                hits += self._guarded(rule, partial(check, passage, setting), len(passage.text))
        return tuple(hits)

    def _from_reply(self, reply: Reply) -> Iterable[Finding]:
        for rule in self.rules:
            if isinstance(rule.reads, WholeReply):
                check = rule.reads.check
                for _, hit in self._guarded(rule, partial(check, reply), len(reply.draft.text)):
                    yield _finding(rule, hit, reply.draft.text, 0)

    def _guarded(self, rule: Rule, run: Callable[[], Iterable[Hit]], length: int) -> list[tuple[Rule, Hit]]:
        if rule.id in self._troubles:
            return []
        begun = self.clock()
        try:
            hits = [hit for hit in run() if _is_inside(hit, length)]
        except Exception as error:  # a rule that raises becomes a finding about itself (house rule 9)
            self._switch_off(rule, f"it failed ({type(error).__name__})")
            return []
        if self.clock() - begun > self.rule_seconds and self._is_slow_again(run):
            self._switch_off(rule, f"it took longer than {self.rule_seconds * 1000:.0f} ms")
        return [(rule, hit) for hit in hits]

    def _is_slow_again(self, run: Callable[[], Iterable[Hit]]) -> bool:
        """Once may be the machine's doing (a collection of garbage, a first look-up); twice is the rule's."""
        begun = self.clock()
        for _ in run():
            pass
        return self.clock() - begun > self.rule_seconds

    def _switch_off(self, rule: Rule, reason: str) -> None:
        where = f" ({rule.source})" if rule.source else ""
        sentence = f"The rule “{rule.id}”{where} is off until the next start, because {reason}."
        self._troubles[rule.id] = Trouble(rule, sentence)

    def _about(self, trouble: Trouble) -> Finding:
        rule = trouble.rule
        return Finding(
            rule=rule.id,
            reading=rule.reading,
            severity=Severity.HINT,
            start=None,
            end=None,
            text="",
            message=trouble.sentence,
            why="A rule that does not work must not stop the others.",
            anchor=anchor_of(rule.id, trouble.sentence, "", None, None),
        )


def _is_inside(hit: Hit, length: int) -> bool:
    if hit.start is None or hit.end is None:
        return hit.start is hit.end
    return 0 <= hit.start < hit.end <= length


def _finding(rule: Rule, hit: Hit, text: str, offset: int) -> Finding:
    start = None if hit.start is None else hit.start + offset
    end = None if hit.end is None else hit.end + offset
    words = hit.about if start is None else text[start:end]
    return Finding(
        rule=rule.id,
        reading=rule.reading,
        severity=hit.severity or rule.severity,
        start=start,
        end=end,
        text=words,
        message=hit.message,
        fixes=hit.fixes,
        why=rule.why,
        question=hit.question,
        anchor=anchor_of(rule.id, words, text, start, end),
    )
