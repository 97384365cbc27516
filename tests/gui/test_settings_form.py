"""The settings as a form: what is typed is what is kept."""

from typing import Any

from PySide6.QtCore import Qt

from desktop.settings import Settings
from desktop.text import Label
from desktop.window.settings_dialog import SettingsDialog
from kb_content.team import Member


def test_who_answers_and_how_replies_begin_and_end(qtbot: Any) -> None:
    """Name, greeting and closing are typed with Tab between them, the closing on several lines."""
    form = SettingsDialog(None, Settings(sign_off="Kim"), team_colour="#1d66e5")
    qtbot.addWidget(form)
    form.show()
    form.name.setFocus()
    qtbot.keyClicks(form.name, "Kim Lee")
    qtbot.keyClick(form.name, Qt.Key.Key_Tab)
    qtbot.keyClicks(form.mail, "kim@shop.example")
    qtbot.keyClick(form.mail, Qt.Key.Key_Tab)
    qtbot.keyClicks(form.greeting, "Hey {{name}},")
    qtbot.keyClick(form.greeting, Qt.Key.Key_Tab)
    form.sign_off.selectAll()
    qtbot.keyClicks(form.sign_off, "Kim")
    qtbot.keyClick(form.sign_off, Qt.Key.Key_Return)
    qtbot.keyClicks(form.sign_off, "Lantern")
    changes = form.changes()
    assert (changes["agent_name"], changes["agent_mail"]) == ("Kim Lee", "kim@shop.example")
    assert changes["greeting"] == "Hey {{name}},"
    assert changes["sign_off"] == "Kim\nLantern"
    qtbot.keyClick(form.sign_off, Qt.Key.Key_Tab)
    assert form.focusWidget() is form.theme


def test_every_field_has_a_name_for_screen_readers(qtbot: Any) -> None:
    """A field is called what stands beside it."""
    form = SettingsDialog(None, Settings())
    qtbot.addWidget(form)
    fields = (form.name, form.mail, form.greeting, form.sign_off, form.theme, form.colour, form.text_size)
    assert all(field.accessibleName() for field in fields)


def test_a_name_of_the_team_brings_its_address(qtbot: Any) -> None:
    """Some letters of it offer it; what the library says of the team stands below."""
    people = (Member("Ines Halvorsen", "ines@lantern.example"), Member("Tom Okafor", "tom@lantern.example"))
    form = SettingsDialog(None, Settings(), people=people, team_words=("Lantern: 2 people.",))
    qtbot.addWidget(form)
    form.show()
    qtbot.keyClicks(form.name, "hal")
    completer = form.name.completer()
    assert completer.completionCount() == 1
    completer.activated.emit(completer.currentCompletion())
    assert form.mail.text() == "ines@lantern.example"
    assert any(label.text() == "Lantern: 2 people." for label in form.findChildren(Label))
