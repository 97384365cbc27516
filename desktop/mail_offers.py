"""A mail that came into a reply, pasted or dropped, is offered as a ticket: one of these was meant."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.queue.presenter import QueuePresenter
from desktop.reply.place import ReplyPlace


class MailOffers:
    """Offers it by a notice, whose act takes the mail out of the reply and into the queue."""

    def __init__(
        self,
        *,
        place: ReplyPlace,
        queue: Callable[[], QueuePresenter | None],
        say: Callable[..., Any],
    ) -> None:
        self._place, self._queue, self._say = place, queue, say
        place.mail_pasted.connect(self.offer_pasted)
        place.mails_dropped.connect(self.offer_dropped)

    def offer_pasted(self, text: str, html: str) -> None:
        """Offer a mail that stands in the draft now."""

        def make() -> None:
            queue = self._queue()
            if queue is not None:
                self._place.pastes.take_back()
                queue.pasted(text, html)

        self._say("A whole mail stands in your reply now.", "warn", action="Make it a ticket", run=make)

    def offer_dropped(self, paths: list[Path]) -> None:
        """Offer mails that are attached now."""

        def make() -> None:
            queue = self._queue()
            if queue is not None:
                self._place.envelope.detach_named({path.name for path in paths})
                queue.files_chosen(paths)

        one = len(paths) == 1
        said = f"{'A mail' if one else f'{len(paths)} mails'} will leave with this reply."
        self._say(said, "warn", action="Make it a ticket" if one else "Make them tickets", run=make)
