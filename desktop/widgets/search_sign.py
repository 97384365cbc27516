"""The glass in a search field: Qt draws icons of a field in one size, however large its text is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit

from desktop.look.icons import set_icon
from desktop.look.measures import grown
from desktop.text import Label

_AWAY = 8
_SIZE = 16


class SearchSign(Label):
    """Stands at the left within a field, and makes room for itself."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(parent=field)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_icon(self, "search", "muted", _SIZE)
        self.setFixedSize(grown(_SIZE), grown(_SIZE))
        field.setTextMargins(grown(_SIZE) + _AWAY, 0, 0, 0)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the field's height."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QLineEdit):
            self.move(_AWAY, (watched.height() - self.height()) // 2)
        return False
