"""The presenter of Promises: one method per act of the agent, without Qt."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from composer.tickets.ticket import Promise, Ticket
from desktop.promises.new_eta import EtaQuestion, EtaReader, FindTimes
from desktop.promises.rows import (
    GroupOfRows,
    OpenPromise,
    distance,
    grouped,
    matches,
    pressing,
    spoken_due,
    summary,
)
from desktop.queue.presenter import Say
from desktop.work.collaborators import Lane
from kb_content.failure import Failure
from kb_content.team import WorkingTime

REMIND_BEFORE = timedelta(hours=1)
"""How long before it is due a promise is brought to mind."""

_NONE_OPEN = "No promise is open."
_HOW_THEY_COME = "What a reply says will happen, and by when, is kept here until you keep it."


class PromisesView(Protocol):
    """What the presenter tells the screen."""

    def show_groups(self, groups: Sequence[GroupOfRows]) -> None:
        """Show these promises, keeping the chosen one."""

    def show_nothing(self, sentence: str, more: str = "") -> None:
        """Show why there is no promise; ``more`` says how one comes."""

    def show_summary(self, sentence: str) -> None:
        """Show how many are open."""

    def choose(self, promise_id: int) -> None:
        """Put the choice on a promise."""

    def ask_for_eta(self, question: EtaQuestion) -> None:
        """Ask for a promise's new ETA."""


class PromisesDesk(Protocol):
    """The part of the desk that the place needs."""

    def open_promises(self) -> tuple[Promise, ...]:
        """Return the promises not kept yet, the most urgent first."""

    def ticket(self, ticket_id: int) -> Ticket:
        """Return one ticket."""

    def keep_promise(self, promise_id: int) -> None:
        """Note that a promise was kept."""

    def reopen_promise(self, promise_id: int) -> None:
        """Take back that a promise was kept."""

    def move_promise(self, promise_id: int, due: datetime, words: str) -> None:
        """Give a promise a new ETA, in new words."""

    def look_again(self, promise_id: int, when: datetime) -> None:
        """Put off our own moment to see to a promise without a day."""

    def take_reminders(self, before: datetime) -> tuple[Promise, ...]:
        """Return what is due before a moment and was never brought to mind."""


class PromisesPresenter:
    """Decides what Promises shows, and when a promise is brought to mind.

    ``opened`` is called with the number of the ticket to open, ``pressing`` with how many promises
    are overdue or for today, ``copy`` with words for the clipboard, ``show_place`` to bring the
    place to the front. The desk is asked in the lane ``writes``.
    """

    def __init__(
        self,
        *,
        view: PromisesView,
        desk: PromisesDesk,
        writes: Lane,
        clock: Callable[[], datetime],
        working_time: Callable[[], WorkingTime],
        find_times: FindTimes,
        opened: Callable[[int], object],
        pressing: Callable[[int], object],
        say: Say,
        copy: Callable[[str], object],
        show_place: Callable[[], object],
    ) -> None:
        self._view, self._desk, self._writes = view, desk, writes
        self._clock, self._working_time, self._find_times = clock, working_time, find_times
        self._opened, self._pressing, self._say = opened, pressing, say
        self._copy, self._show_place = copy, show_place
        self._items: tuple[OpenPromise, ...] = ()
        self._words = ""
        self._wanted = 0
        self._loaded = False

    def refresh(self, *, choose: int = 0) -> None:
        """Read the promises again; then put the choice on ``choose``."""
        self._wanted = choose or self._wanted
        self._writes.run(self._read, done=self._show, failed=self._failed, newest="promises")

    def time_passed(self) -> None:
        """Show everything as of now, and bring to mind what falls due within the hour."""
        if self._loaded:
            self._show_chosen()
        before = self._clock() + REMIND_BEFORE
        self._writes.run(lambda: self._take_reminders(before), done=self._remind, failed=self._failed)

    def words_changed(self, words: str) -> None:
        """Show only promises with these words."""
        self._words = words
        self._show_chosen()

    def promise_chosen(self, promise_id: int) -> None:
        """Open the ticket of a promise."""
        item = self._item(promise_id)
        if item is not None:
            self._opened(item.ticket.id)

    def kept_chosen(self, promise_id: int) -> None:
        """Note that a promise was kept; the notice takes it back."""
        item = self._item(promise_id)
        if item is None:
            return

        def kept(_: object) -> None:
            sentence = f"Kept, what you promised to {item.customer}."
            self._say(sentence, action="Take it back", run=lambda: self._take_back(promise_id))
            self.refresh()

        self._wanted = self._neighbour(promise_id)
        self._writes.run(lambda: self._desk.keep_promise(promise_id), done=kept, failed=self._failed)

    def move_chosen(self, promise_id: int) -> None:
        """Ask for a promise's new ETA."""
        item = self._item(promise_id)
        if item is not None:
            self._ask_for_day(item, promise_id, own_day=False)

    def put_off_chosen(self, promise_id: int) -> None:
        """Ask when to look again at a promise that names no day."""
        item = self._item(promise_id)
        if item is not None and item.promise.due is None:
            self._ask_for_day(item, promise_id, own_day=True)

    def _ask_for_day(self, item: OpenPromise, promise_id: int, *, own_day: bool) -> None:
        now, working_time = self._clock(), self._working_time()
        reader = EtaReader(find_times=self._find_times, now=now, working_time=working_time)
        self._view.ask_for_eta(
            EtaQuestion(
                promise_id=promise_id,
                words=item.promise.words,
                customer=item.customer,
                due=_standing(item.promise, now=now, time_zone=working_time.time_zone),
                choices=reader.days() if own_day else reader.choices(),
                read=lambda typed: reader.read(typed, item.promise.words, own_day=own_day),
                own_day=own_day,
            )
        )

    def day_given(self, promise_id: int, when: datetime) -> None:
        """Store our own day to look again."""

        def put_off(_: object) -> None:
            self._say(f"You are reminded {self._spoken(when)}. The customer hears nothing of this.")
            self.refresh(choose=promise_id)

        self._writes.run(lambda: self._desk.look_again(promise_id, when), done=put_off, failed=self._failed)

    def eta_given(self, promise_id: int, due: datetime, words: str) -> None:
        """Store a new ETA, and open the ticket so that the customer hears of it before they ask."""
        item = self._item(promise_id)
        if item is None:
            return

        def moved(_: object) -> None:
            self.refresh(choose=promise_id)
            self._opened(item.ticket.id)
            sentence = f"Now due {self._spoken(due)}. Tell {item.customer} in your reply, before they ask."
            self._say(sentence, "info", action="Copy the words", run=lambda: self._copy(words))

        self._writes.run(
            lambda: self._desk.move_promise(promise_id, due, words), done=moved, failed=self._failed
        )

    def _take_back(self, promise_id: int) -> None:
        self._writes.run(
            lambda: self._desk.reopen_promise(promise_id),
            done=lambda _: self.refresh(choose=promise_id),
            failed=self._failed,
        )

    # In the lane -----------------------------------------------------------------------------------

    def _read(self) -> tuple[OpenPromise, ...]:
        return self._with_tickets(self._desk.open_promises())

    def _take_reminders(self, before: datetime) -> tuple[OpenPromise, ...]:
        return self._with_tickets(self._desk.take_reminders(before))

    def _with_tickets(self, promises: Sequence[Promise]) -> tuple[OpenPromise, ...]:
        tickets = {number: self._desk.ticket(number) for number in {p.ticket_id for p in promises}}
        return tuple(OpenPromise(promise, tickets[promise.ticket_id]) for promise in promises)

    # Back on the window's thread -------------------------------------------------------------------

    def _show(self, items: tuple[OpenPromise, ...]) -> None:
        self._items = items
        self._loaded = True
        self._show_chosen()
        if self._wanted:
            self._view.choose(self._wanted)
            self._wanted = 0

    def _show_chosen(self) -> None:
        everything = self._grouped(self._items)
        self._pressing(pressing(everything))
        self._view.show_summary(summary(everything) if everything else "")
        shown = self._grouped([item for item in self._items if matches(item, self._words)])
        if shown:
            self._view.show_groups(shown)
        elif self._items:
            self._view.show_nothing(f"No open promise has “{self._words.strip()[:60]}”.")
        else:
            self._view.show_nothing(_NONE_OPEN, _HOW_THEY_COME)

    def _remind(self, due: tuple[OpenPromise, ...]) -> None:
        """Say what falls due; it stays until it is read, since it is said once."""
        if len(due) == 1:
            ticket_id = due[0].ticket.id
            self._say(self._reminder(due[0]), "warn", action="Open it", run=lambda: self._opened(ticket_id))
        elif due:
            looks = any(item.promise.due is None for item in due)
            what = "want to be looked at" if looks else "are overdue or fall due within the hour"
            sentence = f"{len(due)} promises {what}."
            self._say(sentence, "warn", action="Show them", run=self._show_place)

    def _reminder(self, item: OpenPromise) -> str:
        due = item.promise.due
        if due is None:
            return f"Time to look again, for {item.customer}: {item.promise.words}"
        when = distance(due, self._clock())
        return f"{when}, {self._spoken(due)}, to {item.customer}: {item.promise.words}"

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._say(str(error), "stop")

    def _grouped(self, items: Sequence[OpenPromise]) -> tuple[GroupOfRows, ...]:
        return grouped(items, now=self._clock(), time_zone=self._working_time().time_zone)

    def _spoken(self, due: datetime) -> str:
        return spoken_due(due, now=self._clock(), time_zone=self._working_time().time_zone)

    def _item(self, promise_id: int) -> OpenPromise | None:
        return next((item for item in self._items if item.promise.id == promise_id), None)

    def _neighbour(self, promise_id: int) -> int:
        """Return the promise that is chosen once this one is gone: the next shown, or the one before."""
        items = [item for item in self._items if matches(item, self._words)]
        shown = [row.id for group in self._grouped(items) for row in group.rows]
        if promise_id not in shown:
            return 0
        place = shown.index(promise_id)
        rest = shown[place + 1 : place + 2] or shown[max(0, place - 1) : place]
        return rest[0] if rest else 0


def _standing(promise: Promise, *, now: datetime, time_zone: str) -> str:
    """Say when a promise is due until now, or what it waits for."""
    if promise.due is None and promise.event:
        return f"It waits until now: {promise.event}"
    return f"Due until now: {spoken_due(promise.due, now=now, time_zone=time_zone)}"
