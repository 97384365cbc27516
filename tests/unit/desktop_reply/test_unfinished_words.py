"""Findings wait for words that are just being written: nothing flashes under the cursor."""

import pytest

from composer.lint.finding import Finding, Reading, Severity
from desktop.reply.findings.unfinished import SETTLE_MS, without_unfinished
from tests.unit.desktop_reply.ticket_scene import Scene


def found(text: str, words: str, reading: Reading, rule: str = "any") -> Finding:
    """Return a finding on some words of a text."""
    start = text.index(words)
    return Finding(rule, reading, Severity.WARNING, start, start + len(words), words, "")


@pytest.mark.parametrize(
    ("typed", "words", "reading", "rule", "shown"),
    [
        ("I will tell you by|", "I will tell you by", Reading.PROMISES, "vague-eta", False),
        ("I will tell you by Tu|", "I will tell you by Tu", Reading.PROMISES, "vague-eta", False),
        ("I come back to you with|", "I come back to you", Reading.PROMISES, "vague-eta", False),
        ("I come back to you.|", "I come back to you", Reading.PROMISES, "vague-eta", True),
        ("I come back to you. And|", "I come back to you", Reading.PROMISES, "vague-eta", True),
        ("I come back to you\n|", "I come back to you", Reading.PROMISES, "vague-eta", True),
        ("Hi\nwe kindly|", "kindly", Reading.TONE, "stuffy", False),
        ("Hi\nwe kindly |", "kindly", Reading.TONE, "stuffy", False),
        ("Hi\nwe kindly a|", "kindly", Reading.TONE, "stuffy", True),
        ("your adress|", "adress", Reading.TONE, "spelling", False),
        ("your adr|ess is", "adress", Reading.TONE, "spelling", False),
        ("your adress |", "adress", Reading.TONE, "spelling", True),
        ("We |\nwe kindly ask", "kindly", Reading.TONE, "stuffy", True),
        ("|", "", Reading.TONE, "stuffy", True),
    ],
)
def test_what_the_next_key_may_settle_waits(
    typed: str, words: str, reading: Reading, rule: str, shown: bool
) -> None:
    """``|`` is the cursor."""
    cursor, text = typed.index("|"), typed.replace("|", "")
    finding = found(text, words, reading, rule)
    assert (finding in without_unfinished((finding,), text, cursor)) is shown


def test_what_is_absent_never_waits() -> None:
    absent = Finding("unanswered-question", Reading.QUESTIONS, Severity.STOP, None, None, "", "")
    assert without_unfinished((absent,), "so", 2) == (absent,)


def promises(scene: Scene) -> str:
    """Return what the strip says of the promises."""
    (parts,) = scene.view.shown["show_strip"]
    return str(parts[1].words)


def test_a_promise_is_told_once_its_writer_pauses(scene: Scene) -> None:
    """Cards, underlines and strip alike."""
    scene.type("Hi Jo,\n\nI will get back to you soon")
    assert promises(scene) == ""
    assert scene.view.shown["show_underlines"] == ((),)
    scene.timers.pass_time(SETTLE_MS)
    scene.settle()
    assert promises(scene) == "1 open"
    assert len(scene.view.shown["show_underlines"][0]) == 1


def test_a_promise_is_told_once_its_writer_goes_elsewhere(scene: Scene) -> None:
    """Nothing waits for a cursor that is not there."""
    scene.type("Hi Jo,\n\nI will get back to you soon")
    scene.columns.findings.typing_over()
    scene.settle()
    assert promises(scene) == "1 open"


def test_the_last_look_waits_for_nothing(scene: Scene) -> None:
    """What is about to leave is told, also the last words of it."""
    scene.type("Hi Jo,\n\nmail me at [customer name]")
    scene.ticket.when_read(scene.columns.last_look.look)
    scene.lanes.work()
    (look,) = scene.view.shown["show_look"]
    assert look.stops
