"""Our icons: ``resources/icons/*.svg``, 20 px grid, 1.6 px strokes, tinted to the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.look.measures import grown
from desktop.look.theme import current_theme
from kb_content.resource import resource

GRID = 20
_SCALES = (1, 2, 3)
_NAME, _TOKEN, _SIZE = "iconName", "iconToken", "iconSize"


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons that there are."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


def icon(name: str, colour_token: str = "text") -> QIcon:
    """Return an icon in a colour of the current theme (disabled: muted border ink).

    It keeps that colour; for a button or action that lives on, use :func:`set_icon`.
    """
    theme = current_theme()
    return _icon(name, theme.colour[colour_token], theme.colour["border_strong"], grown(GRID))


def pixmap(name: str, colour_token: str = "text", size: int = 16, scale: float = 1.0) -> QPixmap:
    """Return an icon as a picture, ``size`` in our measures, drawn for a screen of the given scale."""
    return _pixmap(name, current_theme().colour[colour_token], grown(size), scale)


def set_icon(
    target: QAbstractButton | QAction | QLabel, name: str, colour_token: str = "text", size: int = 16
) -> None:
    """Give a button, an action or a label an icon that follows the theme."""
    target.setProperty(_NAME, name)
    target.setProperty(_TOKEN, colour_token)
    target.setProperty(_SIZE, size)
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(grown(size), grown(size)))
    _draw(target)


def take_icon(target: QAbstractButton) -> None:
    """Take the icon away that :func:`set_icon` gave a button."""
    target.setProperty(_NAME, None)
    target.setIcon(QIcon())


def refresh_icons(app: QApplication) -> None:
    """Draw every icon that :func:`set_icon` placed again, after the theme changed."""
    for widget in app.allWidgets():
        if widget.property(_NAME) and isinstance(widget, QAbstractButton | QLabel):
            _draw(widget)
        for action in _actions(widget):
            _draw(action)


def _actions(widget: QWidget) -> list[QAction]:
    return [action for action in widget.actions() if action.property(_NAME)]


def _draw(target: QAbstractButton | QAction | QLabel) -> None:
    name, token = str(target.property(_NAME)), str(target.property(_TOKEN))
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(name, token, int(target.property(_SIZE)), target.devicePixelRatioF()))
    else:
        target.setIcon(icon(name, token))


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, disabled: str, size: int) -> QIcon:
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(_pixmap(name, colour, size, scale))
        result.addPixmap(_pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
        # Fusion tints icons of selected rows; ours keep their ink.
        result.addPixmap(_pixmap(name, colour, size, scale), QIcon.Mode.Selected)
    return result


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    source = _source(name).replace("currentColor", colour)
    picture = QPixmap(QSize(round(size * scale), round(size * scale)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    """Return an icon's file; it is drawn in several colours and scales, and read once."""
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
