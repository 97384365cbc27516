"""stale-article: an inserted passage whose article changed, was retired or became overdue since."""

from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.inserted_passages import places_of
from composer.lint.reply import Reply
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts


def _check(reply: Reply) -> Iterator[Hit]:
    for one, placed in places_of(reply, "article"):
        start = placed.start + len(placed.passage.text) - len(placed.passage.text.lstrip())
        end = placed.start + len(placed.passage.text.rstrip())
        yield Hit(start, end, f"The article “{one.title}” {one.fault}: compare it once more.")


_NOW = "Open **Subscriptions**, choose the customer, press *Pause*. It starts again next month."
_ARTICLE = {"id": "pause", "title": "Pause", "body": _NOW, "fault": "changed in the library since"}
_CHANGED = Example("", circumstances={"inserted": [_ARTICLE]})
_RETIRED = Example("", circumstances={"inserted": [{**_ARTICLE, "fault": "is retired"}]})

RULE = Rule(
    id="stale-article",
    reading=Reading.TONE,
    severity=Severity.WARNING,
    title="A passage that is out of date",
    finds=(
        "A passage that was inserted from an article which has changed, was retired or became overdue since."
    ),
    why="The customer follows the steps that hold today, not those of last week.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Open **Subscriptions**, choose the customer and press *Pause*.»\n",
        "Hi Ada,\n\n«Open Subscriptions, choose the customer, press Pause. It starts again next day.»\n",
        like=_CHANGED,
    )
    + drafts("«Open Subscriptions, choose the customer, press Pause.»\n", like=_RETIRED),
    good=drafts("Please use Pause in your account.\n", "Hi Ada,\n\nYes, it can be paused.\n", like=_CHANGED)
    + drafts("Write to us, and we pause it.\n", like=_RETIRED),
    quiet=(
        *drafts("Open Subscriptions, choose the customer, press Pause.\n"),
        *drafts("> Open Subscriptions, choose the customer, press Pause?\n\nYes.\n", like=_CHANGED),
        *drafts("The customer of the month is Ada.\n", like=_CHANGED),
    ),
)
