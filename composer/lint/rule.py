"""A rule: what it looks for, why, and the examples that are its tests and its help."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from composer.lint.context import Context
from composer.lint.familiar_words import familiar_words
from composer.lint.finding import Reading, Severity
from composer.lint.own_words import Passage
from composer.lint.reply import Reply
from composer.questions.understood import UnderstoodMail
from composer.spelling.dictionary import Dictionary


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a rule objects to.

    Offsets are relative to the passage for a rule that reads passages, to the draft for one that
    reads the whole reply; both None for something absent, which ``about`` then names (the words of
    the question, a name). ``fixes`` are final texts for the span. ``severity`` overrides the rule's.
    """

    start: int | None
    end: int | None
    message: str
    fixes: tuple[str, ...] = ()
    about: str = ""
    question: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, eq=False)
class Setting:
    """What a rule that reads single passages may know beside the words.

    ``dictionary`` is there for rules that ask for it, in languages that have one.
    """

    context: Context
    language: str = "en"
    mail: UnderstoodMail | None = None
    dictionary: Dictionary | None = None

    def is_of(self, context: Context, language: str, mail: UnderstoodMail | None) -> bool:
        """Tell whether it says the same as these."""
        return self.language == language and self.mail is mail and self.context == context

    @cached_property
    def familiar(self) -> frozenset[str]:
        """The words of the customer, the team and the agent, which are right as they stand."""
        return familiar_words(self.context, self.mail)


PassageCheck = Callable[[Passage, Setting], Iterable[Hit]]
ReplyCheck = Callable[[Reply], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class EachPassage:
    """A check that needs one passage at a time: its result is kept until the passage changes.

    ``with_dictionary`` says that it looks words up; the dictionary is loaded before any clock runs.
    """

    check: PassageCheck
    with_dictionary: bool = False


@dataclass(frozen=True, slots=True)
class WholeReply:
    """A check that needs the whole reply: run after each change, so it has to be quick.

    ``quotes_too`` says that it looks into quotes and code as well: the only rules that may.
    """

    check: ReplyCheck
    quotes_too: bool = False


@dataclass(frozen=True)
class Example:
    """A draft that shows a rule. The flagged words of a bad one stand between « and ».

    ``«»`` at the very start means that the finding is about something absent. ``mail`` is the text
    of the customer's mail; ``questions`` hold verbatim text, answer type, state and, where there
    is one, the words of the answer.
    ``circumstances`` has the form of ``CONTEXT.json``.
    """

    draft: str
    mail: str = ""
    subject: str = ""
    mood: str = "calm"
    questions: tuple[tuple[str, ...], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    tried: tuple[str, ...] = ()
    plans: tuple[tuple[str, str], ...] = ()
    sender: str = ""
    copied: tuple[str, ...] = ()
    language: str = ""
    circumstances: Mapping[str, object] = field(default_factory=dict)

    def saying(self, draft: str) -> "Example":
        """Return the same example with another draft."""
        return replace(self, draft=draft)


_PLAIN = Example("")


def drafts(*texts: str, like: Example = _PLAIN) -> tuple[Example, ...]:
    """Return examples with these drafts, in the circumstances of another."""
    return tuple(like.saying(text) for text in texts)


@dataclass(frozen=True)
class Rule:
    """A rule.

    ``id`` names the fault in words; ``finds`` says what counts and what passes, ``why`` what the reader
    of the reply gains, both in plain sentences for whoever asks about a finding. ``good`` holds the texts
    of ``bad`` put right, in the same order; ``quiet`` holds look-alikes that must pass.
    ``source`` is the file it comes from, ``line`` where in it. ``about_wording`` says that it objects to
    how something is said: of two such findings on the same words one is enough.
    """

    id: str
    reading: Reading
    severity: Severity
    title: str
    why: str
    reads: EachPassage | WholeReply
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    quiet: tuple[Example, ...] = ()
    source: str = ""
    line: int = 0
    from_team: bool = False
    about_wording: bool = False
    finds: str = ""


class RuleSet:
    """Rules by id, in the order in which they are read."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._rules = {rule.id: rule for rule in rules}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._rules

    def __getitem__(self, rule_id: str) -> Rule:
        return self._rules[rule_id]

    def with_rules(self, rules: Iterable[Rule]) -> "RuleSet":
        """Return these rules and more; one with a known id takes the place of the old."""
        return RuleSet([*self, *rules])
