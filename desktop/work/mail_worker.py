"""Foreign bytes are read in a process of their own, with limits of time and memory.

A mail that makes a parser run away or crash takes that process down, never the window. The parent
sends a request and gets plain records back; what comes back is unpickled by the names of our
records only, so that a worker that was taken over cannot hand over anything else.

The worker starts at the first request (or by ``warm_up``), stays, and is replaced when it dies.
"""

import contextlib
import io
import pickle
import struct
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import IO, Any

from composer.mail.message import Message
from composer.questions.answer_state import Decisions
from composer.questions.understood import UnderstoodMail
from kb_content.failure import Failure
from kb_content.team import Team

SECONDS = 20.0
"""How long one mail may take."""

MEMORY = 1_500_000_000
"""Bytes of address space of the worker, where the system has such a limit (not on Windows)."""

FLAG = "--mail-worker"
"""The frozen program's argument that makes it the worker."""

_NOTHING_DECIDED = Decisions()
_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash one up
_LENGTH = struct.Struct("<Q")
_OUR_RECORDS = ("composer.", "kb_content.team", "kb_content.failure", "desktop.work.mail_worker")
_BUILT_IN = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("datetime", "datetime"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
    ("datetime", "date"),
    ("copyreg", "_reconstructor"),
    ("builtins", "object"),
}


class UnreadableMail(Failure):
    """A mail that can't be read within the limits."""


class MailWorker:
    """Reads mails in its own process; safe to call from any thread, one mail at a time."""

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, raw: bytes, suffix: str = ".eml") -> Message:
        """Return the message in the bytes of a file with this suffix; raises MailFailure."""
        message: Message = self._ask("read", raw, suffix)
        return message

    def read_pasted(self, text: str, html: str) -> Message:
        """Return a message made of what was pasted; raises MailFailure."""
        message: Message = self._ask("read_pasted", text, html)
        return message

    def understand(
        self, message: Message, team: Team | None = None, decisions: Decisions = _NOTHING_DECIDED
    ) -> UnderstoodMail:
        """Return everything that is read out of a message."""
        understood: UnderstoodMail = self._ask("understand", message, team, decisions)
        return understood

    def warm_up(self) -> None:
        """Start the process before it is needed."""
        with self._lock, contextlib.suppress(OSError):
            self._started()

    def close(self) -> None:
        """End the process and wait for it."""
        with self._lock:
            self._stop()

    def _ask(self, act: str, *values: Any) -> Any:
        with self._lock:
            try:
                process = self._started()
            except OSError:
                # Without a process (a locked-down system), the caps of the readers still hold.
                return _ACTS[act](*values)
            answer = self._exchange(process, pickle.dumps((act, values)))
        if isinstance(answer, Failure):
            raise answer
        if isinstance(answer, _Broken):
            raise RuntimeError(f"The mail worker failed: {answer.kind} at {answer.where}")
        return answer

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes) -> Any:
        """Send a request and wait for its answer, for as long as a mail may take."""
        assert process.stdin is not None
        assert process.stdout is not None
        # Pipes have no timeout on Windows: a timer ends the process, and the read then ends too.
        timer = threading.Timer(self._seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            _send(process.stdin, request)
            return _OurUnpickler(io.BytesIO(_receive(process.stdout))).load()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self._stop()
            raise UnreadableMail(
                "This mail can't be read within the limits of time and memory; its file is left as it is."
            ) from error
        finally:
            timer.cancel()
            timer.join()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = subprocess.Popen(
                worker_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_NO_CONSOLE,
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.kill()
        process.wait()


def worker_command() -> list[str]:
    """Return the command that starts the worker, from the source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    root = str(Path(__file__).resolve().parents[2])
    code = f"import sys; sys.path.insert(0, {root!r}); from desktop.work.mail_worker import work; work()"
    return [sys.executable, "-I", "-c", code]


def work() -> None:
    """Be the worker: answer requests from standard input until it ends."""
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            request = _receive(requests)
        except (EOFError, OSError):
            return
        act, values = pickle.loads(request)  # our own parent's
        _send(answers, _pickled(_answer(_ACTS[act], values)))


class _Broken:
    """A bug in reading, told to the parent by its kind and place; the words of the mail stay here."""

    def __init__(self, kind: str, where: str) -> None:
        self.kind, self.where = kind, where


def _answer(act: Callable[..., Any], values: tuple[Any, ...]) -> Any:
    try:
        return act(*values)
    except Failure as failure:
        return type(failure)(failure.sentence, path=failure.path, line=failure.line)
    except MemoryError:
        return UnreadableMail("This mail needs too much memory to be read; its file is left as it is.")
    except Exception as error:  # told to the parent, which raises
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
        return _Broken(type(error).__name__, where)


# The readers are imported in the worker only: the window starts without them.


def _read(raw: bytes, suffix: str) -> Message:
    from composer.mail.parse import message_from_bytes

    return message_from_bytes(raw, suffix)


def _read_pasted(text: str, html: str) -> Message:
    """HTML says more than text, unless the text is a whole mail with its header lines."""
    from composer.mail.parse import message_from_html, message_from_text

    message = message_from_text(text) if text.strip() or not html.strip() else None
    if html.strip() and (message is None or not message.sender.mail):
        return message_from_html(html)
    assert message is not None
    return message


def _understand(message: Message, team: Team | None, decisions: Decisions) -> UnderstoodMail:
    from composer.questions.understand import understand

    return understand(message, team=team, decisions=decisions)


_ACTS: dict[str, Callable[..., Any]] = {
    "read": _read,
    "read_pasted": _read_pasted,
    "understand": _understand,
}


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    data = pipe.read(count)
    if len(data) != count:
        raise EOFError
    return data


class _OurPickler(pickle.Pickler):
    """Writes a member of an enum by its value.

    Python up to 3.11.3 writes it by ``getattr``, which the other side refuses, and rightly so.
    """

    def reducer_override(self, obj: Any) -> Any:
        """Return how an enum's member is built again; everything else is left to pickle."""
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


def _pickled(answer: Any) -> bytes:
    buffer = io.BytesIO()
    _OurPickler(buffer).dump(answer)
    return buffer.getvalue()


class _OurUnpickler(pickle.Unpickler):
    """Builds our own records and a few plain types, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of ours; anything else is refused."""
        if (module.startswith(_OUR_RECORDS) and "." not in name) or (module, name) in _BUILT_IN:
            found = super().find_class(module, name)
            if isinstance(found, type) or (module, name) in _BUILT_IN:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record of a mail")
