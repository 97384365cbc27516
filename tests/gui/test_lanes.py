"""Background lanes bring every answer home, on the window's thread, and only the newest where asked."""

import gc
import threading
import time
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRunnable
from pytestqt.qtbot import QtBot

from desktop.work import collector
from desktop.work.background import Lanes


def test_every_answer_comes_home(lanes: Lanes) -> None:
    """Two thousand of two thousand, and on this thread."""
    answers: list[int] = []
    threads: set[int] = set()

    def done(value: int) -> None:
        answers.append(value)
        threads.add(threading.get_ident())

    for number in range(2_000):
        lanes.reads.run(lambda number=number: number, done=done)  # type: ignore[misc]
    assert lanes.reads.wait_idle(20_000)
    assert sorted(answers) == list(range(2_000))
    assert threads == {threading.get_ident()}


def test_answers_come_while_the_window_runs(qtbot: QtBot, lanes: Lanes) -> None:
    """The event loop delivers; nobody has to wait."""
    answers: list[str] = []
    lanes.reads.run(lambda: "home", done=answers.append)
    qtbot.waitUntil(lambda: answers == ["home"])


def test_only_the_newest_of_a_key_answers(lanes: Lanes) -> None:
    """What was overtaken is dropped; what was overtaken while waiting isn't even started."""
    gate = threading.Event()
    started: list[int] = []
    answers: list[int] = []

    def work(number: int) -> Callable[[], int]:
        def run() -> int:
            started.append(number)
            gate.wait(5)
            return number

        return run

    for number in range(20):
        lanes.writes.run(work(number), done=answers.append, newest="search")
    gate.set()
    assert lanes.wait_idle()
    assert answers == [19]
    assert len(started) <= 2


def test_brief_work_takes_turns(lanes: Lanes) -> None:
    """Of two workers one computes at a time; what was overtaken while it waited is not done."""
    under_way: list[int] = []
    most: list[int] = []
    answers: list[int] = []

    def work(number: int) -> Callable[[], int]:
        def run() -> int:
            under_way.append(number)
            most.append(len(under_way))
            time.sleep(0.001)
            under_way.remove(number)
            return number

        return run

    for number in range(40):
        newest = "search" if number % 2 else ""
        lanes.reads.run(work(number), done=answers.append, newest=newest, brief=True)
    assert lanes.wait_idle()
    assert max(most) == 1
    assert sorted(answers) == [*range(0, 40, 2), 39]


def test_other_work_goes_on_beside_brief_work(lanes: Lanes) -> None:
    """What waits for something keeps nobody from the turn."""
    gate = threading.Event()
    answers: list[object] = []
    lanes.reads.run(lambda: gate.wait(5), done=answers.append)
    lanes.reads.run(gate.set, done=lambda _: None, brief=True)
    assert lanes.wait_idle()
    assert answers == [True]


def test_keys_do_not_disturb_each_other(lanes: Lanes) -> None:
    """Each key has its own newest; runs without a key all answer."""
    answers: list[str] = []
    for word in ("a", "b"):
        lanes.reads.run(lambda word=word: word, done=answers.append, newest=word)  # type: ignore[misc]
        lanes.reads.run(lambda: "plain", done=answers.append)
    assert lanes.wait_idle()
    assert sorted(answers) == ["a", "b", "plain", "plain"]


def test_what_is_forgotten_does_not_answer(lanes: Lanes) -> None:
    """A ticket that was left hears nothing any more."""
    gate = threading.Event()
    answers: list[object] = []
    lanes.reads.run(lambda: gate.wait(5), done=answers.append, newest="ticket")
    lanes.reads.forget("ticket")
    gate.set()
    assert lanes.wait_idle()
    assert answers == []


def test_a_failure_goes_to_who_asked(lanes: Lanes) -> None:
    """The exception itself comes home."""
    failures: list[Exception] = []
    lanes.reads.run(lambda: 1 / 0, done=pytest.fail, failed=failures.append)
    assert lanes.wait_idle()
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_failure_nobody_waits_for_is_loud(qtbot: QtBot, lanes: Lanes) -> None:
    """It is raised on the window's thread, where the crash handler hears it."""
    with qtbot.captureExceptions() as heard:
        lanes.reads.run(lambda: 1 / 0, done=pytest.fail)
        lanes.reads.wait_idle()
    assert [kind for kind, _, _ in heard] == [ZeroDivisionError]


def test_writes_keep_their_order_and_their_thread(lanes: Lanes) -> None:
    """One worker, always the same: it may own a connection."""
    order: list[int] = []
    threads: set[int] = set()

    def work(number: int) -> Callable[[], None]:
        def run() -> None:
            order.append(number)
            threads.add(threading.get_ident())

        return run

    for number in range(200):
        lanes.writes.run(work(number), done=lambda _: None)
    assert lanes.wait_idle()
    assert order == list(range(200))
    assert len(threads) == 1


def test_a_closed_program_finishes_its_writes() -> None:
    """What was to be saved is saved; the answer is delivered; then nothing more is taken."""
    lanes = Lanes()
    written: list[int] = []
    for number in range(50):
        lanes.writes.run(lambda number=number: written.append(number), done=lambda _: None)  # type: ignore[misc]
    lanes.shutdown()
    assert written == list(range(50))
    lanes.reads.run(pytest.fail, done=pytest.fail)
    with pytest.raises(RuntimeError, match="closed"):
        lanes.writes.run(lambda: None, done=lambda _: None)


def test_cycles_are_collected_on_the_windows_thread_only(qapp: object) -> None:
    """A QTimer deleted by a worker stays in the event loop, and its next tick crashes."""
    before = gc.isenabled()
    lanes = Lanes()
    collected_in: set[int] = set()

    class Cycle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            collected_in.add(threading.get_ident())

    def litter() -> None:
        for _ in range(20_000):
            Cycle()

    lanes.reads.run(litter, done=lambda _: None)
    assert lanes.wait_idle(20_000)
    assert collected_in == set()
    lanes.collector.collect_due()
    assert collected_in == {threading.get_ident()}
    lanes.shutdown()
    assert gc.isenabled() == before


def test_what_is_done_is_let_go(lanes: Lanes) -> None:
    """A day is thousands of errands: neither they nor what they close over may stay."""

    class Mail:
        """Something large that work closes over."""

    mail = Mail()
    gone = weakref.ref(mail)
    lanes.reads.run(lambda mail=mail: len(str(mail)), done=lambda _: None)  # type: ignore[misc]
    del mail
    assert lanes.wait_idle(20_000)
    assert gone() is None
    before = sum(isinstance(one, QRunnable) for one in gc.get_objects())
    for _ in range(50):
        lanes.reads.run(lambda: None, done=lambda _: None)
        assert lanes.wait_idle(20_000)
    assert sum(isinstance(one, QRunnable) for one in gc.get_objects()) <= before + 2


def test_what_lives_when_a_library_was_read_is_not_looked_through_again(lanes: Lanes) -> None:
    """Hundreds of thousands of records would stop the window for as long as that takes."""
    before = gc.get_freeze_count()
    lanes.collector.rest()
    lanes.collector.spare_what_lives()
    lanes.collector.go_on()
    assert gc.get_freeze_count() > before
    lanes.shutdown()
    assert gc.get_freeze_count() == 0


def test_what_a_lane_works_on_is_not_looked_through_at_once(lanes: Lanes) -> None:
    """Most of it goes by itself; what stays is collected later all the same."""
    many = [[number] for number in range(collector.BULK + 1_000)]
    lanes.collector.collect_due()
    assert gc.get_count()[0] > collector.BULK
    for _ in range(collector.LONGEST_WAIT):
        lanes.collector.collect_due()
    assert gc.get_count()[0] < collector.BULK
    assert len(many) > collector.BULK
