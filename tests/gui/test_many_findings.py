"""A draft with hundreds of findings: as many cards as can be read, the rest is counted."""

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from composer.lint.finding import Finding, Reading, Severity
from desktop.reply.knowledge.knowledge_view import MOST_CARDS, KnowledgeColumn
from desktop.reply.readings import card_groups


def finding(number: int, reading: Reading, severity: Severity = Severity.HINT) -> Finding:
    """Return one finding of many."""
    return Finding(
        "stuffy-phrase",
        reading,
        severity,
        number,
        number + 3,
        "abc",
        "Say it plainly.",
        anchor=f"a{number}",
    )


def test_the_first_have_cards_and_the_rest_is_counted(qtbot: QtBot) -> None:
    """Over all readings together; each reading still says its own number."""
    column = KnowledgeColumn()
    qtbot.addWidget(column)
    promises = [finding(number, Reading.PROMISES) for number in range(MOST_CARDS - 10)]
    tone = [finding(number, Reading.TONE) for number in range(1_000, 1_300)]
    column.show_cards(card_groups((*promises, *tone)))
    assert len(column.cards) == MOST_CARDS
    words = [label.text() for label in column.findChildren(QLabel)]
    assert any(text.startswith("290 more") for text in words)
    assert any(text.endswith("· 300") for text in words)
    column.point_at("a1299")
    column.show_cards(card_groups(tuple(tone[:3])))
    assert len(column.cards) == 3


def test_open_questions_are_numbers_and_knowledge_stays_in_sight(qtbot: QtBot) -> None:
    """A mail of twelve questions does not fill the column before a word is written."""
    column = KnowledgeColumn()
    qtbot.addWidget(column)
    asked = [
        Finding("unanswered-question", Reading.QUESTIONS, Severity.STOP, None, None, "", "", anchor=f"q{n}")
        for n in range(12)
    ]
    tone = finding(9, Reading.TONE)
    column.show_cards(card_groups((*asked, tone)))
    assert list(column.cards) == ["a9"]
    assert len(column.open_questions.badges) == 12
    assert column.open_words.text() == "12 questions have no answer yet"
    column.point_at("q7")
    assert list(column.cards) == ["q7", "a9"]
    assert column.cards["q7"].is_open
    column.point_at("a9")
    assert list(column.cards) == ["a9"]
    column.show_cards(card_groups(tuple(asked[:1])))
    assert column.open_words.text() == "One question has no answer yet"
    column.show_cards(card_groups((tone,)))
    assert not column.open_questions.badges
    assert column.open_questions.isHidden()


def test_the_finding_in_hand_has_a_card_however_far_down_it_stands(qtbot: QtBot) -> None:
    """F8 walks all of them: each is explained, and gives its room back when the next is in hand."""
    column = KnowledgeColumn()
    qtbot.addWidget(column)
    column.show_cards(card_groups(tuple(finding(number, Reading.TONE) for number in range(MOST_CARDS * 3))))
    for number in (MOST_CARDS + 1, MOST_CARDS + 2, 1):
        column.point_at(f"a{number}")
        assert column.cards[f"a{number}"].is_open
        assert [anchor for anchor, card in column.cards.items() if card.is_open] == [f"a{number}"]
    assert len(column.cards) <= MOST_CARDS + 1


def test_what_must_not_leave_has_a_card_whatever_stands_before_it(qtbot: QtBot) -> None:
    """Its reading comes last, and it stands at the end of the draft."""
    column = KnowledgeColumn()
    qtbot.addWidget(column)
    promises = [finding(number, Reading.PROMISES) for number in range(MOST_CARDS + 5)]
    stop = finding(2_000, Reading.TONE, Severity.STOP)
    column.show_cards(card_groups((*promises, stop)))
    assert len(column.cards) == MOST_CARDS
    assert "a2000" in column.cards


def test_the_card_in_hand_is_in_view_when_the_column_opens(qtbot: QtBot) -> None:
    """It was pointed at while the column was a closed drawer."""
    column = KnowledgeColumn()
    qtbot.addWidget(column)
    column.resize(320, 4_000)
    column.show_cards(card_groups(tuple(finding(number, Reading.TONE) for number in range(MOST_CARDS))))
    last = f"a{MOST_CARDS - 1}"
    column.point_at(last)
    column.resize(320, 400)
    column.show()
    column.take_focus()
    card = column.cards[last]
    assert card.hasFocus() or not column.isActiveWindow()
    assert card.visibleRegion().boundingRect().height() == card.height()


def test_an_answer_in_doubt_keeps_its_card_and_can_be_accepted(qtbot: QtBot) -> None:
    """Its sentence names the words in question, which no number could say."""
    column = KnowledgeColumn()
    qtbot.addWidget(column)
    sentence = "Question 1 may still be open: “When?” Does “It runs.” answer it?"
    doubt = Finding(
        "unanswered-question", Reading.QUESTIONS, Severity.WARNING, None, None, "", sentence, anchor="q1"
    )
    column.show_cards(card_groups((doubt,)))
    (card,) = column.cards.values()
    assert not column.open_questions.badges
    card.show_open(True)
    accept, drop, _ = card.findChildren(QPushButton)
    assert (accept.text(), drop.text()) == ("Yes, it does", "Needs no answer")
    card.answer_accepted.disconnect()
    accepted: list[str] = []
    card.answer_accepted.connect(accepted.append)
    accept.click()
    assert accepted == ["q1"]
