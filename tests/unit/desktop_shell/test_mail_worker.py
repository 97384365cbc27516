"""Foreign mail is read in a process of its own."""

import io
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.work.mail_worker import MailWorker, UnreadableMail, _OurUnpickler
from kb_content.failure import Failure

MAIL = b"From: Mara <m@x.example>\nSubject: Where is it?\n\nHello,\nwhere is my order? Please send it.\n"


@pytest.fixture
def worker() -> Iterator[MailWorker]:
    """A worker that is closed at the end."""
    worker = MailWorker()
    yield worker
    worker.close()


def test_a_mail_comes_back_as_a_record(worker: MailWorker) -> None:
    """Reading and understanding give what they give here."""
    message = worker.read(MAIL)
    assert message.subject == "Where is it?"
    understood = worker.understand(message)
    assert understood.message.text == message.text
    assert understood.questions


def test_pasted_html_is_read(worker: MailWorker) -> None:
    """HTML says more than the text beside it."""
    message = worker.read_pasted("When?", "<p>When <b>will</b> it come?</p>")
    assert "When will it come?" in message.text


def test_an_expected_failure_comes_back_as_its_sentence(worker: MailWorker) -> None:
    """An empty file is told as it is everywhere."""
    with pytest.raises(Failure, match="empty"):
        worker.read(b"")


def test_a_worker_that_dies_is_replaced(worker: MailWorker) -> None:
    """One mail is lost to a sentence; the next is read."""
    worker.warm_up()
    assert worker._process is not None
    worker._process.kill()
    worker._process.wait()
    assert worker.read(MAIL).subject == "Where is it?"


def test_a_mail_that_takes_too_long_is_given_up() -> None:
    """The window gets a sentence, and the worker is gone."""
    worker = MailWorker(seconds=0.0)
    with pytest.raises(UnreadableMail, match="limits"):
        worker.read(MAIL)
    worker.close()


def test_only_our_records_are_unpickled() -> None:
    """A worker that was taken over can't make the window run anything."""
    for harmful in (Path, print, pickle.loads):
        with pytest.raises(pickle.UnpicklingError):
            _OurUnpickler(io.BytesIO(pickle.dumps(harmful))).load()


def test_members_of_enums_travel_by_their_value() -> None:
    """No Python's way of writing an enum's member needs more than our own classes on the other side."""
    from composer.mail.lines import Role
    from desktop.work.mail_worker import _OurUnpickler, _pickled

    data = _pickled((Role.OWN, frozenset({Role.LOG})))
    assert b"getattr" not in data
    assert _OurUnpickler(io.BytesIO(data)).load() == (Role.OWN, frozenset({Role.LOG}))
