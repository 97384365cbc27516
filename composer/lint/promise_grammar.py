"""Which clauses promise: who acts, how it is said, when, and what speaks against it."""
# ruff: noqa: E501

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from composer.lint import promise_words as w
from composer.lint.promise_clauses import Clause, Token, asks, clauses_of, tokens_of
from composer.lint.promise_words import Grammar


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause is: ``reason`` in a word or two, ``binds`` if somebody is promised something by it."""

    clause: Clause
    binds: bool
    reason: str
    event: str = ""


def verdicts(text: str, times: Sequence[tuple[int, int, int]], grammar: Grammar) -> list[Verdict]:
    """Return a verdict on each clause of a sentence; ``times`` are the spans of coming times in it."""
    tokens = tokens_of(text, times, grammar)
    reading = Reading(text, clauses_of(tokens, grammar), grammar)
    return [reading.verdict(at) for at in range(len(reading.clauses))]


_SKIPPED = w.ADVERB | w.TIME
OURS = frozenset(("us", "staff", "they", "name", "yours", "thing", "bare", "program", "nobody"))


class Reading:
    def __init__(self, text: str, clauses: list[Clause], grammar: Grammar) -> None:
        self.text, self.clauses, self.grammar = text, clauses, grammar
        self.whole = 0
        for clause in clauses:
            self.whole |= clause.kinds
        self._who = [self._actor(at) for at in range(len(clauses))]

    # -- who acts

    def _actor(self, at: int) -> str:
        clause = self.clauses[at]
        subject = clause.subject
        kinds = 0
        for _i, token in enumerate(subject):
            kinds |= token.kinds
        if clause.verb >= 0:
            kinds |= clause.tokens[clause.verb].kinds & (w.US | w.YOU | w.THEY)
        if kinds & w.US or (clause.verb >= 0 and clause.tokens[clause.verb].kinds & w.WE_ACT):
            return "us"
        if kinds & w.OUTSIDER or self._theirs(subject):
            return "outsider"
        if kinds & w.STAFF:
            return "staff"
        if kinds & w.PEOPLE:
            return "people"
        if kinds & w.YOU and not kinds & w.YOUR:
            return "reader"
        if kinds & w.THEY:
            return "they"
        if kinds & w.OCCASION:
            return "occasion"
        if kinds & w.YOUR:
            return "yours"
        if kinds & w.OUR:
            return "thing"
        if kinds & w.PROGRAM:
            return "program"
        if kinds & w.NAME:
            return "name"
        named = [t for t in subject if t.kinds & w.IT or not t.kinds & (_SKIPPED | w.AND | w.THAT | w.WHEN)]
        if len(named) == 1 and named[0].kinds & w.THAT and clause.opener & w.THAT:
            named = []
        if not named:
            return self._who_before(at)
        if kinds & (w.IT | w.DET):
            return "thing"
        return "bare"

    def _theirs(self, subject: Sequence[Token]) -> bool:
        return any(
            one.kinds & w.YOUR and any(other.kinds & w.STAFF for other in subject[i + 1 : i + 3])
            for i, one in enumerate(subject)
        )

    def _who_before(self, at: int) -> str:
        if at == 0:
            return "nobody"
        if self.clauses[at].opener & w.THAT:
            return "staff" if self.clauses[at - 1].kinds & w.STAFF else "bare"
        return self._actor(at - 1)

    # -- what speaks against it

    def against(self, at: int) -> str:
        clause, kinds = self.clauses[at], self.clauses[at].kinds
        previous = self.clauses[at - 1] if at else None
        if clause.opener & w.IF or self.whole & w.CHOICE:
            return "choice"
        if clause.opener & (w.WHEN | w.UNTIL):
            return "an event"
        if (
            clause.tokens[0].kinds & w.PURPOSE
            and clause.verb >= 0
            and clause.tokens[clause.verb].kinds & w.CAN
            and at
        ):
            return "purpose"
        if self._requests():
            return "request"
        if kinds & w.WISH or (previous and previous.kinds & w.WISH and not clause.opener & w.AND):
            return "wish"
        if kinds & w.RULE:
            return "advice"
        if previous and clause.opener & w.THAT and self._refused(previous) and clause.tokens[0].kinds & w.IT:
            return "doubt"
        if kinds & w.DOUBT or (previous and previous.kinds & w.DOUBT and not clause.opener & w.AND):
            return "doubt"
        if previous and previous.kinds & w.SAID and not clause.opener & w.AND and self._who[at - 1] != "us":
            return "reported"
        if kinds & w.SAID and self._who[at] not in ("us", "staff"):
            return "reported"
        if kinds & w.TO_US and self._who[at] != "us":
            return "to us"
        if self._refused(clause) and not self._holds_out(at):
            return "negated"
        ours = self._who[at] in ("us", "staff") or any(t.kinds & w.OUR for t in clause.subject)
        for other, one in enumerate(self.clauses):
            if other == at:
                continue
            if one.opener & w.IF and (
                not ours
                or self._who[other] == "reader"
                or (other < at and self._who[other] in ("reader", "yours"))
            ):
                return "condition"
            if one.opener & w.WHEN and self._who[other] == "reader":
                return "their event"
            if one.opener & w.UNTIL and other < at and self._who[other] == "reader":
                return "their event"
        if asks_of(clause):
            return "imperative"
        for other in range(at):
            if asks_of(self.clauses[other]) and (not ours or (clause.opener & w.AND and other == at - 1)):
                return "after their act"
        return ""

    def _requests(self) -> bool:
        """Tell whether the sentence asks in the form of a question, with or without its mark: *can you …*."""
        first = [t for clause in self.clauses[:2] for t in clause.tokens[:3] if not t.kinds & _SKIPPED][:2]
        return len(first) > 1 and bool(
            first[0].kinds & (w.CAN | w.WILL | w.WOULD)
            and not first[0].kinds & w.US
            and first[1].kinds & w.YOU
        )

    def _refused(self, clause: Clause) -> bool:
        near = clause.tokens[: clause.verb + 4] if clause.verb >= 0 else clause.tokens
        return any(t.kinds & w.NOT for t in near)

    def _holds_out(self, at: int) -> bool:
        """Tell whether something is not done until an event: *I won't leave before it is booked*."""
        clause = self.clauses[at]
        until = clause.kinds & w.UNTIL or (
            at + 1 < len(self.clauses) and self.clauses[at + 1].opener & w.UNTIL
        )
        return bool(
            until and clause.kinds & w.HOLD_OUT and clause.kinds & w.WILL and self.whole & (w.US | w.OUR)
        )

    # -- how it is said

    def said(self, at: int) -> str:
        clause, actor = self.clauses[at], self._who[at]
        kinds = clause.kinds
        if kinds & w.ASSURED:
            return "assured" if actor not in ("outsider", "people", "they") else ""
        if clause.verb < 0:
            return self._verbless(clause)
        verb = clause.tokens[clause.verb]
        rest = clause.tokens[clause.verb + 1 :]
        mode = verb.kinds
        group = [t for t in rest if not t.kinds & w.ADVERB or t.kinds & (w.STATE | w.THERE)]
        if mode & (w.BE | w.MUST) and group and group[0].kinds & w.WILL:
            mode, group = w.WILL, group[1:]
        if mode & w.BE and group and group[0].kinds & w.PLAN:
            mode, group = w.PLAN, group[1:]
        act = group[0] if group else None
        if actor == "nobody":
            actor = self._left_out(clause, act)
        if actor == "reader":
            until = any(
                one.kinds & w.UNTIL and other.kinds & w.TIME
                for one, other in zip(clause.tokens, clause.tokens[1:], strict=False)
            )
            if until:
                return ""
            if (
                act
                and act.kinds & w.STATE
                and act.kinds & w.GET
                and act.word == "see"
                and not (kinds & (w.YOUR | w.OUR | w.DONE | w.NEWS))
            ):
                return ""
            if kinds & w.BY_ITSELF:
                return ""
            if (
                mode & (w.WILL | w.SHOULD)
                and act
                and (act.kinds & w.GET or self._holds_out(at))
                and not kinds & w.HABIT
            ):
                return "they get"
            return ""
        if actor not in OURS or mode & (w.PAST | w.WOULD | w.MUST):
            return ""
        if mode & w.HAVE:
            return (
                "arranged"
                if not kinds & w.OCCASION and actor in ("us", "staff") and act and act.kinds & w.SET
                else ""
            )
        if mode & w.BECOME and mode & w.ACTS and act and act.kinds & w.DONE:
            return f"{actor} gets done"
        if kinds & w.OCCASION and actor not in ("us", "staff") and mode & w.BE:
            return ""
        if mode & w.CAN:
            able = act and (
                (
                    act.kinds & w.ACT
                    and not act.kinds & w.STATE
                    and not (act.kinds & w.TALK and not self._after(at, act) & w.YOU)
                )
                or (act.kinds & w.HAVE and kinds & w.YOU)
            )
            return "we can" if actor == "us" and able else ""
        if mode & w.WILL:
            return (
                self._will(actor, act, group, kinds)
                if self._known(actor, at, act) or (group[1:] and self._known(actor, at, group[1]))
                else ""
            )
        if mode & w.SHOULD:
            return self._should(actor, act, group, kinds) if self._known(actor, at, act) else ""
        if mode & w.PLAN:
            return (
                f"{actor} plans"
                if actor in ("us", "staff", "thing")
                and (actor != "us" or self._is_act(act) or self._has(act, group, kinds))
                else ""
            )
        if mode & w.BE:
            return self._is(actor, act, group, kinds) if self._known(actor, at, act) else ""
        if kinds & w.HABIT:
            return ""
        if mode & (w.ACT | w.ACTS | w.WE_ACT):
            return self._does(actor, verb, kinds) if self._known(actor, at, verb) else ""
        return ""

    def _verbless(self, clause: Clause) -> str:
        if not clause.kinds & w.TIME or len(self.clauses) > 1 or len(clause.tokens) > 10:
            return ""
        first = next(
            (t for t in clause.tokens if not t.kinds & (w.DET | w.OUR | w.YOUR | _SKIPPED)), clause.tokens[0]
        )
        if not first.kinds & w.NEWS or asks(clause.tokens) or clause.kinds & w.NOT:
            return ""
        return "verbless" if not clause.kinds & w.DONE or clause.kinds & w.BY else ""

    def _is_act(self, act: Token | None) -> bool:
        if act is None:
            return False
        if act.kinds & w.VOUCH:
            return True
        if self.grammar.act is not None:
            return self.grammar.act.match(self.text, act.start) is not None
        return not act.kinds & w.STATE

    def _has(self, act: Token | None, group: Sequence[Token], kinds: int) -> bool:
        """Tell whether *have* is an act: *have news for you*, *have it done*."""
        if act is None or not act.kinds & w.HAVE:
            return False
        after = 0
        for token in group[1:]:
            after |= token.kinds
        return bool(after & (w.DONE | w.THERE | w.YOU | w.YOUR))

    def _and_acts(self, group: Sequence[Token]) -> bool:
        """Tell whether an act follows where the first verb is none: *I'll be back at 2 and call you*."""
        return any(
            one.kinds & w.AND and other.kinds & w.ACT and self._is_act(other)
            for one, other in itertools.pairwise(group)
        )

    def _left_out(self, clause: Clause, act: Token | None) -> str:
        """Return who acts where no subject stands: *will do*, *should be fixed*, *hope to send it*."""
        if clause.tokens[clause.verb].kinds & (w.WILL | w.SHOULD) and act and act.kinds & w.BECOME:
            return "thing"
        return "us" if clause.tokens[clause.verb].kinds & (w.WILL | w.PLAN) else "nobody"

    def _known(self, actor: str, at: int, act: Token | None) -> bool:
        """Tell whether somebody or something only named acts for the reader: *Ben will call you*."""
        kinds = self.clauses[at].kinds
        if actor in ("us", "staff", "yours") or kinds & (w.YOU | w.YOUR | w.OUR | w.ME):
            return True
        if actor == "they":
            known = any(
                self._who[other] in ("staff", "yours", "thing") or one.kinds & w.OUR
                for other, one in enumerate(self.clauses[:at])
            )
            return known or bool(act and act.kinds & (w.SERVE | w.THERE) and "us" in self._who[:at])
        if actor in ("name", "bare", "nobody"):
            subject = self.clauses[at].subject
            if subject and subject[0].kinds & w.NEWS:
                return True
            following = self._after(at, act)
            return bool(act and act.kinds & w.SERVE and following & (w.IT | w.YOU | w.YOUR | w.THEY))
        return True

    def _after_in(self, group: Sequence[Token], act: Token) -> int:
        return group[1].kinds if len(group) > 1 and group[0] is act else 0

    def _after(self, at: int, act: Token | None) -> int:
        tokens = self.clauses[at].tokens
        return next((tokens[i + 1].kinds for i, t in enumerate(tokens[:-1]) if t is act), 0)

    def _will(self, actor: str, act: Token | None, group: Sequence[Token], kinds: int) -> str:
        if act is None:
            return ""
        if actor == "us":
            return (
                "we will"
                if self._is_act(act) or self._has(act, group, kinds) or self._and_acts(group)
                else ""
            )
        if kinds & w.HABIT:
            return ""
        if act.kinds & w.BECOME:
            following = list(group[1:])
            done = following and following[0].kinds & (w.DONE | w.DOING | w.SET | w.THERE)
            if not done and not (actor in ("staff", "they") and kinds & (w.YOU | w.YOUR)):
                return ""
            if (
                following
                and following[0].kinds & w.DONE
                and not following[0].kinds & (w.SERVE | w.THERE)
                and not kinds & (w.YOU | w.YOUR | w.OUR)
                and actor != "thing"
            ):
                return ""
            if (
                following
                and following[0].kinds & w.DOING
                and not following[0].kinds & w.SERVE
                and not kinds & (w.YOU | w.YOUR)
            ):
                return ""
            if (
                following
                and following[0].kinds & w.TALK
                and not kinds & (w.YOU | w.YOUR | w.OUR | w.ME | w.IT)
            ):
                return ""
            return f"{actor} will be"
        if act.kinds & w.HAVE and len(group) > 1 and group[1].kinds & (w.DONE | w.BECOME):
            return f"{actor} will have"
        if actor == "program" and not self._dated(kinds):
            return ""
        if act.kinds & (w.STATE | w.TIMETABLE):
            return f"{actor} will" if actor == "staff" and not act.kinds & w.STATE else ""
        return f"{actor} will"

    def _should(self, actor: str, act: Token | None, group: Sequence[Token], kinds: int) -> str:
        if act is None or kinds & w.HABIT:
            return ""
        if actor == "us":
            known = act.kinds & (w.STATE | w.HAVE | w.GET) and not act.kinds & w.BECOME
            return (
                "we should"
                if known or (act.kinds & w.BECOME and len(group) > 1 and group[1].kinds & w.DONE)
                else ""
            )
        if act.kinds & w.BECOME:
            if len(group) > 1 and group[1].kinds & w.TO_DO and actor in ("thing", "bare", "program"):
                return ""
            return (
                f"{actor} should be"
                if len(group) > 1 and group[1].kinds & (w.DONE | w.THERE | w.SET | w.DOING)
                else ""
            )
        return f"{actor} should" if not act.kinds & (w.STATE | w.TIMETABLE) else ""

    def _is(self, actor: str, act: Token | None, group: Sequence[Token], kinds: int) -> str:
        if act is None or kinds & w.HABIT:
            return ""
        if act.kinds & w.BECOME and len(group) > 1 and group[1].kinds & w.DONE:
            return f"{actor} is being done" if actor != "us" else ""
        if act.kinds & w.DONE and not act.kinds & w.SET:
            return (
                f"{actor} is done"
                if act.kinds & w.SERVE and kinds & (w.YOU | w.YOUR | w.OUR) and actor not in ("us", "staff")
                else ""
            )
        if self._after_in(group, act) & w.NAME and not kinds & (w.YOU | w.YOUR):
            return ""
        if act.kinds & w.DOING and (act.kinds & w.SERVE or kinds & (w.YOU | w.YOUR)):
            return (
                f"{actor} is doing"
                if actor != "us"
                or self.grammar.doing is None
                or self.grammar.doing.match(self.text, act.start)
                else ""
            )
        if act.kinds & w.SET:
            moved = len(group) > 2 and group[1].kinds & w.BECOME and not group[2].kinds & (w.DONE | w.THERE)
            return "" if moved else f"{actor} is set"
        if act.kinds & w.THERE and actor not in ("us", "staff", "they", "name"):
            return f"{actor} is there"
        return ""

    def _does(self, actor: str, verb: Token, kinds: int) -> str:
        if verb.kinds & w.STATE:
            return ""
        if actor == "us":
            if not verb.kinds & w.SERVE and not kinds & (w.YOU | w.YOUR | w.IT):
                return ""
            return "we do" if self._is_act(verb) and not verb.kinds & w.TIMETABLE else ""
        if verb.kinds & w.TIMETABLE and actor != "staff":
            return ""
        if actor in ("thing", "bare", "program", "name") and not self._dated(kinds):
            return ""
        return f"{actor} does"

    # -- when

    def _dated(self, kinds: int) -> bool:
        """Tell whether a clause names a time that is no mere duration."""
        return bool(kinds & w.TIME and not kinds & w.WAIT)

    def when(self, at: int) -> tuple[str, str]:
        """Return how a clause is bound, empty if it is not, and the words of the event if that is what binds it."""
        clause = self.clauses[at]
        if self._has_time(at):
            return "time", ""
        for other in (at - 1, at + 1):
            if 0 <= other < len(self.clauses) and self._is_event(self.clauses[other]):
                return "event", self.text[self.clauses[other].start : self.clauses[other].end]
        for token, following in zip(clause.tokens, (*clause.tokens[1:], None), strict=True):
            if token.kinds & w.EVENT or (
                following and token.kinds & (w.WHEN | w.UNTIL) and not following.kinds & (w.DOING | w.MUST)
            ):
                return "event", self.text[token.start : clause.end]
        before = self.clauses[at - 1] if at else None
        behind = self.clauses[at + 1] if at + 1 < len(self.clauses) else None
        if before and clause.kinds & w.THEN and self.whole & (w.TIME | w.WHEN):
            return "time before", ""
        vouched = any(one.kinds & w.TIME for one in self.clauses[at + 1 :]) and clause.kinds & w.VOUCH
        if vouched or (behind and behind.kinds & w.TIME and behind.opener & w.IF):
            return "time behind", ""
        return "", ""

    def _is_event(self, clause: Clause) -> bool:
        """Tell whether a clause names an event: *when it is in*, but not *(ask) when it will be*."""
        return bool(clause.opener & (w.WHEN | w.UNTIL)) and not clause.kinds & (w.WILL | w.PAST & ~w.DONE)

    def _has_time(self, at: int) -> bool:
        """Tell whether a time stands in a clause that is its own, and not a thing's: *the fair planned for Friday*."""
        clause = self.clauses[at]
        sure = self._who[at] in ("us", "staff", "reader", "nobody")
        for i, token in enumerate(clause.tokens):
            if not token.kinds & w.TIME or (
                token.kinds & w.VAGUE and not sure and not clause.kinds & w.BECOME
            ):
                continue
            near = clause.tokens[max(0, i - 2) : i]
            if not any(t.kinds & w.SET for t in near) or any(
                t.kinds & (w.BE | w.HAVE) for t in clause.tokens[max(0, i - 6) : i]
            ):
                return True
        return False

    def verdict(self, at: int) -> Verdict:
        clause = self.clauses[at]
        no = self.against(at)
        if no:
            return Verdict(clause, False, no)
        how = self.said(at)
        if not how:
            return Verdict(clause, False, f"nothing to come ({self._who[at]})")
        when, event = self.when(at)
        if not when:
            return Verdict(clause, False, f"{how}, without time")
        return Verdict(clause, True, f"{how} @{when}", event)


def asks_of(clause: Clause) -> bool:
    """Tell whether a clause asks the reader to do something."""
    return (
        not clause.kinds & w.ASSURED
        and not clause.opener & (w.IF | w.WHEN | w.UNTIL)
        and asks([t for t in clause.tokens if not t.kinds & w.AND])
    )
