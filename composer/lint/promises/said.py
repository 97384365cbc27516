"""A clause with a finite verb, taken apart: its mode and what stands behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from composer.lint.promises import words as w
from composer.lint.promises.actors import Actor
from composer.lint.promises.clauses import Clause
from composer.lint.promises.tokens import Token


@dataclass(frozen=True, slots=True)
class Said:
    """How a clause says what it says: ``group`` are the words behind the finite verb without adverbs."""

    actor: Actor
    mode: int
    """The classes of the finite verb, or those of *going to* and *planning to* behind it."""
    group: Sequence[Token]

    @property
    def act(self) -> int:
        """The classes of the word behind the finite verb, 0 if none."""
        return self.group[0].kinds if self.group else 0


def taken_apart(clause: Clause, actor: Actor) -> Said:
    """Take a clause with a finite verb apart; where nobody is named, say who is left out."""
    verb = clause.tokens[clause.verb]
    mode = verb.kinds or w.ACT
    group = [token for token in clause.tokens[clause.verb + 1 :] if _counts(token)]
    for kind, led in ((w.WILL, w.BE | w.MUST), (w.PLAN, w.BE)):
        if mode & led and group and group[0].kinds & kind:
            mode, group = kind, group[1:]
    return Said(_left_out(verb, group) if actor is Actor.NOBODY else actor, mode, group)


def _counts(token: Token) -> bool:
    return not token.kinds & w.ADVERB or bool(token.kinds & (w.STATE | w.THERE))


def _left_out(verb: Token, group: Sequence[Token]) -> Actor:
    """Return who acts where no subject stands: *will do*, *should be fixed*, *hoping to send it*."""
    if verb.kinds & (w.WILL | w.SHOULD) and group and group[0].kinds & w.BECOME:
        return Actor.THING
    asked = verb.word.startswith("plan ")
    return Actor.US if verb.kinds & (w.WILL | w.PLAN) and not asked else Actor.NOBODY
