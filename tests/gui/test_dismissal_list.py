"""What is set aside is folded away, each with its way back; a rule mostly dismissed may weigh less."""

from datetime import UTC, datetime
from typing import Any

from PySide6.QtWidgets import QPushButton

from composer.lint.usage import Standing, Usage
from composer.tickets.ticket import Dismissal, DismissalScope
from desktop.reply.findings.dismissal_list import DismissalList

NOW = datetime(2026, 11, 20, tzinfo=UTC)
ONE = Dismissal(4, 1, DismissalScope.HERE, "vague-eta", "a", "soon", "He knows.", NOW)


def shown(qtbot: Any) -> DismissalList:
    """Return a list on the screen."""
    listing = DismissalList()
    qtbot.addWidget(listing)
    return listing


def buttons(listing: DismissalList) -> dict[str, QPushButton]:
    """Return the buttons of its rows by their words."""
    return {button.text(): button for button in listing.findChildren(QPushButton) if button.text()}


def test_nothing_set_aside_shows_nothing(qtbot: Any) -> None:
    """Neither dismissals nor offers: no line at all."""
    listing = shown(qtbot)
    listing.show_standing(Standing())
    assert listing.isHidden()


def test_a_rule_is_offered_and_taken_back(qtbot: Any) -> None:
    """The offer says how often it was dismissed; once softened, the row leads back."""
    listing = shown(qtbot)
    said: list[tuple[str, object]] = []
    listing.soften_wanted.connect(lambda rule: said.append(("soften", rule)))
    listing.harden_wanted.connect(lambda rule: said.append(("harden", rule)))
    listing.undo_wanted.connect(lambda number: said.append(("undo", number)))
    listing.show_dismissals((ONE,))
    listing.show_standing(Standing((("canned-opening", Usage(20, 2, 14)),)))
    assert listing.toggle.text() == "1 set aside, 1 rule you mostly dismiss"
    listing.toggle.click()
    buttons(listing)["Weigh it less"].click()
    buttons(listing)["Undo"].click()
    listing.show_dismissals(())
    listing.show_standing(Standing((), ("canned-opening",)))
    buttons(listing)["Undo"].click()
    assert said == [("soften", "canned-opening"), ("undo", 4), ("harden", "canned-opening")]
