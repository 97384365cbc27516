"""Walking, mending and silencing findings."""

from dataclasses import replace
from typing import Any

import pytest

from composer.lint.finding import Finding, Reading, Severity
from composer.lint.registry import built_in_rules
from composer.lint.rule_page import page_of
from composer.lint.usage import Standing, Usage
from composer.mail.message import Address, Message
from composer.questions.answer_state import Passage, QuestionState, State
from composer.questions.question import AnswerType, Form, Question
from composer.questions.understood import UnderstoodMail
from composer.review import Review
from composer.tickets.ticket import Dismissal, DismissalScope
from desktop.reply.desk_writes import DeskWrites
from desktop.reply.draft.edits import Edit
from desktop.reply.findings.findings_presenter import FindingsPresenter
from desktop.reply.open_ticket import OpenTicket
from desktop.reply.readings import card_groups, nothing_to_mend, shortened, strip_of
from desktop.widgets.tone import Tone
from kb_content.failure import Failure
from tests.by_hand import TimersByHand

TEXT = "We come back soon. Please do not hesitate to ask."


def finding(rule: str, words: str, reading: Reading, **more: Any) -> Finding:
    """Return a finding on some words of the text, or an absence when they don't stand there."""
    at = TEXT.find(words)
    start, end = (at, at + len(words)) if at >= 0 else (None, None)
    more = {"severity": Severity.WARNING, "message": f"About {words}.", "anchor": rule} | more
    return Finding(rule, reading, start=start, end=end, text=words, **more)


SOON = finding("vague-eta", "soon", Reading.PROMISES, fixes=("on Friday at 3 pm",))
STUFFY = finding("stuffy-phrase", "do not hesitate to", Reading.TONE, fixes=("just",))
MISSING = finding("unanswered-question", "Why?", Reading.QUESTIONS, severity=Severity.STOP, question="q1")
ALL = (STUFFY, SOON, MISSING)


class View:
    """Keeps the last of everything that was shown."""

    def __init__(self) -> None:
        self.shown: dict[str, tuple[Any, ...]] = {}
        self.card_draws = 0

    def __getattr__(self, name: str) -> Any:
        def keep(*values: Any) -> None:
            self.shown[name] = values
            self.card_draws += name == "show_cards"

        return keep


class Keeper:
    """Keeps dismissals in memory."""

    def __init__(self) -> None:
        self.kept: list[Dismissal] = []
        self.usage: dict[str, Usage] = {}
        self.counted_in: set[int] = set()
        self.soft: frozenset[str] = frozenset()

    def dismiss(self, ticket_id: int, **values: Any) -> int:
        values.setdefault("words", "")
        self.kept.append(Dismissal(len(self.kept) + 1, ticket_id, made_at=None, **values))  # type: ignore[arg-type]
        return len(self.kept)

    def undismiss(self, dismissal_id: int) -> None:
        self.kept = [d for d in self.kept if d.id != dismissal_id]

    def count_usage(self, counts: dict[str, Usage], ticket_id: int = 0) -> None:
        self.counted_in.add(ticket_id)
        for rule, more in counts.items():
            self.usage[rule] = self.usage.get(rule, Usage()) + more

    def rule_usage(self) -> dict[str, Usage]:
        return self.usage

    def soften(self, rule: str, softened: bool = True) -> None:
        self.soft = self.soft | {rule} if softened else self.soft - {rule}

    def softened(self) -> frozenset[str]:
        return self.soft

    def dismissals(self, ticket_id: int) -> tuple[Dismissal, ...]:
        return tuple(self.kept)


class Words:
    """Keeps words in memory, or fails to."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.is_full = False

    def add(self, word: str) -> None:
        if self.is_full:
            raise Failure("The disk is full.")
        self.kept.append(word)

    def remove(self, word: str) -> None:
        self.kept.remove(word)


class Decider:
    """Remembers what was decided about questions."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []

    def drop_question(self, question_id: str) -> None:
        self.told.append(("drop", question_id))

    def link_answer(self, question_id: str, start: int, end: int) -> None:
        self.told.append(("link", question_id, start, end))

    def undo_decision(self) -> None:
        self.told.append(("undo",))


class Scene:
    """A presenter with an open ticket."""

    def __init__(self, lanes: Any) -> None:
        self.view, self.keeper, self.lanes = View(), Keeper(), lanes
        self.words, self.timers = Words(), TimersByHand()
        self.read_again = 0
        self.questions: list[str] = []
        self.decided = Decider()
        self.presenter = FindingsPresenter(
            view=self.view,
            desk=self.keeper,
            writes=DeskWrites(lane=lanes.writes, told=lambda words: None),
            read_again=self._count,
            go_to_question=self._go,
            questions=self.decided,
            rules=built_in_rules,
            words=self.words,
            timers=self.timers,
        )
        mail = UnderstoodMail(Message("s", Address(), ""), (), "en", ())
        ticket: Any = type("T", (), {"id": 7})()
        self.ticket = OpenTicket(ticket, (), mail, TEXT, "#186DEC", review=Review((), ALL))
        self.presenter.opened(self.ticket)

    def _count(self) -> None:
        self.read_again += 1

    def _go(self, question: str) -> bool:
        self.questions.append(question)
        return True

    def walked_to(self) -> str:
        """Return the anchor of the card that was last pointed at."""
        return str(self.view.shown["point_at_card"][0])


@pytest.fixture
def scene(lanes: Any) -> Scene:
    """Return a scene with three findings."""
    return Scene(lanes)


def test_walking_goes_round(scene: Scene) -> None:
    """Behind the last finding comes the first again; what is absent leads to its question."""
    scene.ticket.cursor = 5
    walked = []
    for _ in range(4):
        scene.presenter.walk()
        walked.append(scene.walked_to())
        place = scene.view.shown.get("show_place")
        scene.ticket.cursor = place[1] if place else 0
    assert walked == ["vague-eta", "stuffy-phrase", "unanswered-question", "vague-eta"]
    assert scene.questions == ["q1"]


def test_walking_back_and_one_reading_only(scene: Scene) -> None:
    """A button of the strip walks its own findings."""
    scene.presenter.walk(reading=Reading.TONE)
    assert scene.walked_to() == "stuffy-phrase"
    scene.ticket.cursor = scene.view.shown["show_place"][1]
    scene.presenter.walk(forward=False)
    assert scene.walked_to() == "vague-eta"


def test_a_fix_replaces_the_words(scene: Scene) -> None:
    """The fix at the cursor is the first one of the finding there."""
    scene.ticket.cursor = TEXT.index("soon") + 2
    scene.presenter.fix_here()
    at = TEXT.index("soon")
    assert scene.view.shown["apply_edit"] == (Edit(at, at + 4, "on Friday at 3 pm", at + 17),)


def test_what_has_no_fix_is_left_alone(scene: Scene) -> None:
    """Nothing is edited for an absence, nor for a fix that isn't there."""
    scene.presenter.fix("unanswered-question")
    scene.presenter.fix("vague-eta", 4)
    assert "apply_edit" not in scene.view.shown


@pytest.mark.parametrize(
    ("scope", "silenced"), [(DismissalScope.HERE, "a1"), (DismissalScope.RULE, "stuffy-phrase")]
)
def test_dismissing_silences(scene: Scene, lanes: Any, scope: DismissalScope, silenced: str) -> None:
    """Here it is the anchor, else the rule; the draft is read again and the list shown."""
    from dataclasses import replace

    scene.ticket.review = Review((), (replace(STUFFY, anchor="a1"),))
    scene.presenter.dismiss("a1", scope, "they say it too")
    lanes.work()
    assert scene.ticket.silenced == {silenced}
    assert scene.view.shown["show_dismissals"][0][0].reason == "they say it too"
    scene.presenter.undismiss(1)
    lanes.work()
    assert scene.ticket.silenced == frozenset()
    assert scene.read_again == 2


def test_equal_cards_are_not_drawn_again(scene: Scene) -> None:
    """Typing must not make the right column flicker."""
    assert scene.view.shown["show_strip"][0][0].tone is Tone.OPEN
    scene.presenter.reviewed()
    scene.presenter.reviewed()
    assert scene.view.card_draws == 1


def test_the_strip_says_how_the_readings_stand() -> None:
    """Questions count answers, promises what is open, tone what there is."""
    parts = strip_of(Review((), ALL))
    assert [(p.number, p.title, p.words, p.tone) for p in parts] == [
        (1, "Questions", "1", Tone.STOP),
        (2, "Promises", "1 open", Tone.WARN),
        (3, "Tone", "1", Tone.WARN),
    ]
    assert [p.tone for p in strip_of(Review())] == [Tone.OK] * 3


def test_cards_stand_by_reading_in_the_order_of_the_draft() -> None:
    """Readings without findings are left out; words that the message holds are not said twice."""
    groups = card_groups((STUFFY, MISSING))
    assert [(g.title, [c.rule for c in g.cards]) for g in groups] == [
        ("Questions", ["unanswered-question"]),
        ("Tone", ["stuffy-phrase"]),
    ]
    assert groups[1].cards[0].words == ""


def test_what_must_not_leave_comes_first_in_its_reading() -> None:
    """There may be more findings than cards; the others keep the order of the draft."""
    found = [
        replace(STUFFY, start=at, rule=f"{severity.value}-{at}", severity=severity)
        for at, severity in enumerate((Severity.HINT, Severity.WARNING, Severity.STOP, Severity.STOP))
    ]
    (group,) = card_groups(tuple(found))
    assert [card.rule for card in group.cards] == ["stop-2", "stop-3", "hint-0", "warning-1"]


def test_long_words_are_cut_at_a_word() -> None:
    """One line, with an ellipsis."""
    assert shortened("one two\nthree", 9) == "one two…"
    assert shortened("one") == "one"


def test_what_becomes_of_findings_is_counted(scene: Scene) -> None:
    """Shown, fixed, dismissed, taken back; kept with a dismissal and when the ticket is left."""
    for _ in range(3):
        scene.presenter.reviewed()
    scene.presenter.dismiss("stuffy-phrase")
    scene.lanes.work()
    assert scene.keeper.usage["stuffy-phrase"] == Usage(shown=1, dismissed=1)
    scene.presenter.undismiss(1)
    scene.presenter.fix("vague-eta")
    scene.presenter.closed()
    scene.lanes.work()
    assert scene.keeper.usage == {
        "stuffy-phrase": Usage(shown=1),
        "vague-eta": Usage(shown=1, fixed=1),
        "unanswered-question": Usage(shown=1),
    }
    assert len(scene.keeper.counted_in) == 1
    assert 0 not in scene.keeper.counted_in


def test_a_rule_that_is_mostly_dismissed_is_offered_and_softened(scene: Scene) -> None:
    """The offer comes with the dismissal that tips the scale; softened, the draft is read again."""
    scene.keeper.usage["stuffy-phrase"] = Usage(shown=19, dismissed=15)
    scene.presenter.reviewed()
    scene.presenter.dismiss("stuffy-phrase")
    scene.lanes.work()
    (standing,) = scene.view.shown["show_standing"]
    assert standing == Standing((("stuffy-phrase", Usage(shown=20, dismissed=16)),))
    again = scene.read_again
    scene.presenter.soften("stuffy-phrase")
    scene.lanes.work()
    assert scene.view.shown["show_standing"] == (Standing((), ("stuffy-phrase",)),)
    assert scene.ticket.standing.softened == ("stuffy-phrase",)
    assert scene.read_again == again + 1
    scene.presenter.soften("stuffy-phrase", softened=False)
    scene.lanes.work()
    assert scene.ticket.standing.softened == ()


def test_a_rule_is_explained_by_its_own_page(scene: Scene) -> None:
    """The page is the one that the command line prints; without a finding at hand nothing is shown."""
    scene.ticket.cursor = len(TEXT)
    scene.presenter.explain_here()
    assert "show_rule" not in scene.view.shown
    finding = ALL[0]
    scene.presenter.explain(finding.anchor)
    rule = built_in_rules()[finding.rule]
    assert scene.view.shown["show_rule"] == (rule.title, page_of(rule))


def test_a_word_is_added_to_the_dictionary_and_taken_back(scene: Scene) -> None:
    """The draft is read again each time; what can't be kept is said and not listed."""
    finding = next(one for one in ALL if one.text)
    scene.words.is_full = True
    scene.presenter.add_word(finding.anchor)
    assert scene.view.shown["show_problem"] == ("The disk is full.",)
    assert scene.view.shown["show_added_words"] == ((),)
    scene.words.is_full = False
    scene.presenter.add_word(finding.anchor)
    assert scene.words.kept == [finding.text]
    assert scene.view.shown["show_added_words"] == ((finding.text,),)
    scene.presenter.forget_word(finding.text)
    assert (scene.words.kept, scene.read_again) == ([], 2)


def test_what_is_set_aside_can_be_taken_back(scene: Scene, lanes: Any) -> None:
    """The notice says how far, and its act undoes it."""
    scene.presenter.dismiss("stuffy-phrase", DismissalScope.DRAFT)
    lanes.work()
    sentence, act, take_back = scene.view.shown["show_set_aside"]
    assert (sentence, act) == ("The rule is silent in this draft.", "Take it back")
    take_back()
    lanes.work()
    assert scene.keeper.kept == []


def test_a_question_set_aside_needs_no_answer(scene: Scene, lanes: Any) -> None:
    """Here it is a decision about the mail; as a rule it is one about the rule."""
    scene.presenter.dismiss("unanswered-question")
    lanes.work()
    assert scene.keeper.kept == []
    assert scene.decided.told == [("drop", "q1")]
    scene.view.shown["show_set_aside"][2]()
    assert scene.decided.told == [("drop", "q1"), ("drop", "q1")]
    scene.presenter.dismiss("unanswered-question", DismissalScope.RULE)
    lanes.work()
    assert [kept.rule for kept in scene.keeper.kept] == ["unanswered-question"]


def test_words_in_doubt_are_said_to_answer(scene: Scene) -> None:
    """Walking shows them, the fix accepts them, and the notice takes that back."""
    doubt = replace(MISSING, severity=Severity.WARNING)
    question = Question("q1", "Why?", Form.INTERROGATIVE, AnswerType.WHY, 1, 0, 4)
    passage = Passage(0, 18, TEXT[:18])
    state = QuestionState(question, State.UNANSWERED, perhaps=passage)
    scene.ticket.review = Review((state,), (doubt,))
    scene.presenter.walk()
    assert scene.view.shown["show_place"] == (0, 18)
    scene.presenter.fix_here()
    assert scene.decided.told == [("link", "q1", 0, 18)]
    scene.view.shown["show_set_aside"][2]()
    assert scene.decided.told[-1] == ("undo",)


def test_walking_says_when_there_is_nothing(scene: Scene) -> None:
    """A key that does nothing would look broken."""
    scene.ticket.review = Review()
    scene.presenter.walk()
    assert scene.view.shown["show_told"] == ("There is nothing to mend.",)
    for act in (scene.presenter.fix_here, scene.presenter.dismiss_here):
        act()
        assert scene.view.shown["show_told"] == ("No finding is at the cursor; F8 goes to the next one.",)
    scene.ticket.review = Review((), (replace(SOON, fixes=()),))
    scene.presenter.walk()
    scene.ticket.cursor = TEXT.index("soon")
    scene.presenter.fix_here()
    assert scene.view.shown["show_told"][0].startswith("Nobody but you")
    assert nothing_to_mend(Reading.TONE) == "Tone: nothing to mend."
