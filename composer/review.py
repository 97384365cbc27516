"""Read a draft three times: the answer map and all rules, joined in one call."""

from dataclasses import dataclass, field, replace

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine, Trouble
from composer.lint.finding import Finding
from composer.lint.own_words import OwnWordsReader
from composer.lint.promises.times import rounded
from composer.lint.reply import Reply
from composer.lint.rule import RuleSet
from composer.lint.usage import softer
from composer.questions.answer_map import map_answers
from composer.questions.answer_state import Decisions, QuestionState
from composer.questions.understood import UnderstoodMail


@dataclass(frozen=True, slots=True)
class Review:
    """What three readings of a draft gave: a state for each question, and the findings."""

    states: tuple[QuestionState, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


class Reviewer:
    """Reads drafts with a set of rules.

    Keep one per open ticket (or one per thread): it remembers what it has read, so that after a
    keystroke only what changed is read again. Not to be used from two threads at a time.
    """

    def __init__(self, rules: RuleSet) -> None:
        self._engine = Engine(rules)
        self._own_words = OwnWordsReader()

    @property
    def rules(self) -> RuleSet:
        """The rules that it reads with."""
        return self._engine.rules

    def use(self, rules: RuleSet) -> None:
        """Read with other rules from now on; may be called while a review is under way."""
        self._engine = Engine(rules)

    def review(
        self,
        draft: Draft,
        mail: UnderstoodMail | None,
        context: Context,
        *,
        decisions: Decisions = Decisions(),  # noqa: B008 - a frozen record
        dismissed: frozenset[str] = frozenset(),
        softened: frozenset[str] = frozenset(),
    ) -> Review:
        """Return states and findings for a draft.

        ``dismissed`` holds anchors of findings and ids of rules that are silent here;
        ``softened`` rules weigh one step less. Spans count code points of ``draft.text``.
        """
        states = map_answers(draft, mail, decisions) if mail is not None else ()
        context = _settled(context)
        reply = Reply(draft, self._own_words.read(draft), context, mail, states, _language_of(mail))
        findings = self._engine.findings(reply, Dismissed(dismissed))
        return Review(states, tuple(softer(findings, softened)) if softened else findings)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The rules that were switched off, each with the reason in a sentence."""
        return self._engine.troubles


def _settled(context: Context) -> Context:
    """Round the moment, so that what was read stays good from one keystroke to the next."""
    return context if context.now is None else replace(context, now=rounded(context.now))


def _language_of(mail: UnderstoodMail | None) -> str:
    return mail.language if mail is not None and mail.language != "und" else "en"
