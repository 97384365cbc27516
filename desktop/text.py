"""The one module that owns text widgets, so that foreign text is never taken for markup.

QLabel, QMessageBox, QToolTip and QProgressDialog guess: a subject with ``<img src="file:///…">``
makes them open the file. Everything seen goes through the classes here; a test over the source
forbids the raw ones elsewhere.
"""

import html

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from desktop.look.fonts import READING
from desktop.look.measures import grown, grown_sheet
from desktop.look.theme import current_theme

MAX_SHOWN_HTML = 2_000_000
"""Characters of HTML that a view takes; above it the text is shown plain (SAFETY rule 8)."""

_LONGEST_LINE = 4_000
_MOST_WORDS = 200
_UNKNOWN = QTextDocument.ResourceType.UnknownResource
_SEPARATORS = str.maketrans({"\u2029": "\n"})


class Label(QLabel):
    """A label that shows its text as it is: never markup, never a mnemonic.

    ``role`` gives its look: ``body``, ``muted``, ``section`` (15), ``page`` (20), ``mono``, ``label``
    (12 of our measures), ``strong``. ``elide`` keeps it on one line, cut with an ellipsis where it is
    too long (the whole text is then its tooltip); ``wrap`` breaks it over lines.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        elide: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self._elide = elide
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, plain."""
        super().setText(text)
        if self._elide:
            self._tell_whole_text()

    @property
    def elides(self) -> bool:
        """Whether it cuts its text with an ellipsis where there is little room."""
        return self._elide

    def set_role(self, role: str) -> None:
        """Change its look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def minimumSizeHint(self) -> QSize:
        """An elided label may shrink to an ellipsis."""
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text by tooltip once it no longer fits."""
        super().resizeEvent(event)
        if self._elide:
            self._tell_whole_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut with an ellipsis where asked."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)  # the ground and the border of its look
        painter.setPen(self.palette().color(self.foregroundRole()))
        box = self.contentsRect()
        shown = one_line(self.fontMetrics(), self.text(), box.width())
        painter.drawText(box, self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        painter.end()

    def _tell_whole_text(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()[:500]) > self.contentsRect().width() > 0
        set_tooltip(self, self.text() if cut else "")


def one_line(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return a text on one line, cut with an ellipsis where it is wider than ``width`` px."""
    flat = " ".join(text[:2_000].split())
    return metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width)


def tooltip_text(text: str) -> str:
    """Return a text in the form that a tooltip shows verbatim and breaks into lines."""
    return f"<qt>{html.escape(text[:2_000]).replace(chr(10), '<br>')}</qt>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows the text verbatim."""
    widget.setToolTip(tooltip_text(text))


def no_mnemonic(text: str) -> str:
    """Return a foreign text for a button, menu or tab, where ``&`` would mark a key."""
    return text.replace("&", "&&")


def no_placeholder(text: str) -> str:
    """Return a foreign text for a window's title, where ``[*]`` would stand for "changed" and vanish."""
    return text.replace("[*]", "[*][*]")


class TextView(QTextBrowser):
    """A reading view: sanitised HTML or plain text, nothing fetched, links only told.

    ``link_activated`` carries the address as written; whoever listens opens it by
    :func:`desktop.window.link_dialog.open_link`, which shows the real host first.
    """

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "reading")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda url: self.link_activated.emit(url.toString()))

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Serve nothing: no file, no host, no data address. A sanitised text has no pictures."""
        return None

    def show_html(self, sanitised_html: str) -> None:
        """Show HTML that went through the sanitiser; text above the cap is shown plain."""
        if len(sanitised_html) > MAX_SHOWN_HTML:
            self.show_plain(sanitised_html[:MAX_SHOWN_HTML])
            return
        self.document().setDefaultStyleSheet(document_style())
        self.setHtml(sanitised_html)
        _size_headings(self.document())

    def show_plain(self, text: str) -> None:
        """Show text as it is."""
        self.setPlainText(with_breakable_lines(text))

    def doSetSource(self, name: QUrl | str, kind: QTextDocument.ResourceType = _UNKNOWN) -> None:
        """Never navigate: a view shows what it is given."""


class PageView(TextView):
    """A reading view that shows one page at a time: in another theme it is shown anew.

    Whoever has more to do than show it, or draws it by the theme, does so in ``_draw_page``.
    """

    def __init__(self, name: str, sanitised_html: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._page, self._theme = sanitised_html, current_theme().name
        if sanitised_html:
            self._draw_page()

    def changeEvent(self, event: QEvent) -> None:
        """Show the page in the colours of a theme that was changed, at the same place."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_in_theme()

    def _show_in_theme(self) -> None:
        if self._theme != current_theme().name:
            self._theme = current_theme().name
            place = self.verticalScrollBar().value()
            self._draw_page()
            self.verticalScrollBar().setValue(place)

    def _draw_page(self) -> None:
        self.show_html(self._page)


class LineEdit(QLineEdit):
    """A one-line field with a placeholder; what is pasted loses its line breaks."""

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(grown(32))


class TextEdit(QPlainTextEdit):
    """A plain text editor that gives back exactly what stands in it.

    Qt's own ``toPlainText`` turns no-break spaces into spaces; ``verbatim`` keeps them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines wrap
        self.setProperty("look", "editor")
        self.document().setDocumentMargin(0)

    def verbatim(self) -> str:
        """Return the text with ``\\n`` line ends, every other character as it stands there."""
        return verbatim(self.document())

    def replace_all(self, text: str) -> None:
        """Replace the whole text as one step of undo."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Shift+Enter for Enter: a soft break would be a character nobody sees."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self.textCursor().insertBlock()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, in any line ends."""
        if source.hasText():
            text = source.text().replace("\r\n", "\n").replace("\r", "\n")
            self.textCursor().insertText(text)
            self.ensureCursorVisible()


def selected_words(widget: QWidget | None) -> str:
    """Return the few words that are selected in a widget, or nothing."""
    match widget:
        case QLineEdit():
            words = widget.selectedText()
        case QTextEdit() | QPlainTextEdit():
            words = widget.textCursor().selectedText()
        case _:
            words = ""
    return " ".join(words.split()) if len(words) <= _MOST_WORDS else ""


def verbatim(document: QTextDocument) -> str:
    """Return a document's text with ``\\n`` between blocks and no character exchanged."""
    return document.toRawText().translate(_SEPARATORS)


def with_breakable_lines(text: str) -> str:
    """Return a text whose lines Qt can lay out: a word of a megabyte stalls it for 40 s.

    Only lines above 4,000 characters change; they get a line break there.
    """
    if len(text) <= _LONGEST_LINE or max(map(len, text.split("\n"))) <= _LONGEST_LINE:
        return text
    return "\n".join(_broken(line) for line in text.split("\n"))


def _broken(line: str) -> str:
    return "\n".join(line[at : at + _LONGEST_LINE] for at in range(0, len(line), _LONGEST_LINE)) or line


_HEADING_SIZES = {1: 20, 2: 16, 3: 14}


def _size_headings(document: QTextDocument) -> None:
    """Give headings our sizes: Qt's HTML reader scales h1 to h6 by factors of its own."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            _size_block(block, grown(_HEADING_SIZES.get(level, READING)))
        block = block.next()


def _size_block(block: QTextBlock, pixels: int) -> None:
    pieces = []
    place = block.begin()
    while not place.atEnd():
        pieces.append(place.fragment())
        place += 1
    for piece in pieces:
        form = piece.charFormat()
        form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        form.setProperty(QTextFormat.Property.FontPixelSize, pixels)
        form.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(block)
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)


def document_style() -> str:
    """Return the style sheet of shown HTML, in the colours of the current theme."""
    colour = current_theme().colour
    return grown_sheet(
        f"body {{ color: {colour['text']}; font-size: {READING}px; }}"
        f"a {{ color: {colour['accent']}; text-decoration: underline; }}"
        "p, ul, ol { margin-top: 0; margin-bottom: 10px; } li { margin-bottom: 3px; }"
        "h1 { font-size: 20px; font-weight: 600; margin: 4px 0 10px 0; }"
        "h2 { font-size: 15px; font-weight: 600; margin: 18px 0 6px 0; }"
        "h3, h4 { font-size: 14px; font-weight: 600; margin: 14px 0 4px 0; }"
        f"code, pre {{ background-color: {colour['code']}; font-size: 13px; }}"
        f"blockquote {{ color: {colour['muted']}; margin-left: 12px; }}"
        f"th {{ background-color: {colour['panel']}; font-weight: 600; padding: 4px 8px; }}"
        f"td {{ padding: 4px 8px; }} mark {{ background-color: {colour['mark']}; }}"
    )
