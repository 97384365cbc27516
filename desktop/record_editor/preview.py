"""How a record will be read, rendered a moment after the last key."""

from collections.abc import Callable

from desktop.work.collaborators import Lane, Timers
from kb_content.markdown import render

PREVIEW_MS, SLOW_PREVIEW_MS = 120, 400
LARGE = 10_000
"""Code points above which the preview is rendered in a lane and less often."""
MOST_PREVIEWED = 24_000
"""Code points that a preview shows: laying out more would stall the keyboard at every pause."""
_CUT = "\n\n*The preview shows the beginning only; the text itself is complete.*"


class Preview:
    """Renders what ``body`` gives and hands it to ``show`` as sanitised HTML."""

    def __init__(
        self, *, body: Callable[[], str], show: Callable[[str], None], reads: Lane, timers: Timers
    ) -> None:
        self._body, self._show, self._reads, self._timers = body, show, reads, timers

    def due(self, letters: int) -> None:
        """Render soon; less often where there is much to render."""
        delay = PREVIEW_MS if letters <= LARGE else SLOW_PREVIEW_MS
        self._timers.start("record-preview", delay, self.render_now)

    def stop(self) -> None:
        """Forget what is due."""
        self._timers.stop("record-preview")

    def render_now(self) -> None:
        """Render what stands there; the beginning of what is long."""
        self.stop()
        body = self._body()
        if len(body) > MOST_PREVIEWED:
            body = body[: body.rfind("\n", 0, MOST_PREVIEWED) + 1 or MOST_PREVIEWED] + _CUT
        if len(body) <= LARGE:
            self._show(render(body))
        else:
            self._reads.run(lambda: render(body), done=self._show, newest="record-preview", brief=True)
