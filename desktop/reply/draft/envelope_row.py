"""Whom the reply goes to and what leaves with it, in one quiet row above the draft."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.tickets.ticket import DraftFile
from desktop.look.icons import set_icon
from desktop.reply.file_words import short_file_name
from desktop.reply.open_ticket import OpenTicket
from desktop.text import Label, LineEdit, set_tooltip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.pieces import small_button


class EnvelopeRow(QWidget):
    """Shows recipient, copies and attachments. ``cc_changed`` carries addresses, ``customer_named`` who
    wrote a mail that does not say so, ``detach_wanted`` a file's number."""

    customer_named = Signal(str)
    cc_changed = Signal(list)
    detach_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to = Label("", "muted", elide=True)
        self.customer = LineEdit(placeholder="Who wrote this? Name <name@company.example>")
        self.customer.setAccessibleName("To: who wrote this mail")
        self.customer.editingFinished.connect(lambda: self.customer_named.emit(self.customer.text()))
        self.add_cc = small_button("Cc", self._edit_cc, look="quiet")
        set_tooltip(self.add_cc, "Send a copy to somebody")
        self.cc = LineEdit(placeholder="Addresses, with commas between")
        self.cc.setAccessibleName("Cc")
        self.cc.editingFinished.connect(self._tell_cc)
        self._customer_row, self._cc_row = QWidget(), QWidget()
        self._files_box = QWidget()
        self._files = FlowLayout(self._files_box)
        self._lay_out()

    def show_envelope(self, ticket: OpenTicket) -> None:
        """Show whom it goes to and what leaves with it."""
        self.to.setText(f"To {ticket.to}")
        self.to.setVisible(not ticket.names_nobody)
        self._customer_row.setVisible(ticket.names_nobody)
        self.customer.setText(ticket.to)
        if not self.cc.hasFocus():
            self.cc.setText(", ".join(ticket.cc))
        self._cc_row.setVisible(bool(ticket.cc) or self.cc.hasFocus())
        self.add_cc.setVisible(not self._cc_row.isVisibleTo(self))
        self._files.clear()
        for file in ticket.attachments:
            self._files.addWidget(self._file(file))
        self._files_box.setVisible(bool(ticket.attachments))

    def _file(self, file: DraftFile) -> QWidget:
        button = small_button(short_file_name(file.name), partial(self.detach_wanted.emit, file.id))
        button.setAccessibleName(f"{file.name}, leaves with the reply")
        set_icon(button, "attachment", "muted", 16)
        set_tooltip(button, f"Leaves with the reply. Press to leave it behind.\n{file.name}")
        return button

    def _edit_cc(self) -> None:
        self._cc_row.show()
        self.add_cc.hide()
        self.cc.setFocus()

    def _tell_cc(self) -> None:
        addresses = [part.strip() for part in self.cc.text().replace(";", ",").split(",")]
        self.cc_changed.emit([address for address in addresses if address])
        if not self.cc.text().strip() and not self.cc.hasFocus():
            self._cc_row.hide()
            self.add_cc.show()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.to, 1)
        first.addWidget(self._customer_row, 1)
        first.addWidget(self.add_cc)
        _label_field(self._customer_row, "To", self.customer)
        _label_field(self._cc_row, "Cc", self.cc)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._cc_row)
        column.addWidget(self._files_box)


def _label_field(box: QWidget, name: str, field: LineEdit) -> None:
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Label(name, "muted"))
    row.addWidget(field, 1)
