"""The interface font: the system's own, or Inter where the desktop brings none that reads well."""

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from desktop.look.measures import grown, growth_for, set_growth
from kb_content.resource import resource

BODY, LABEL, SECTION, PAGE, READING = 13, 12, 15, 20, 14
"""Sizes in our measures: body, labels, section heads, page heads, mail and draft."""

# What fontconfig falls back to when nobody chose a font.
_NOT_CHOSEN = ("dejavu", "bitstream vera", "sans", "helvetica", "arial", "liberation", "nimbus", "freesans")
_PROPERTY = "thriceFontFamily"


def interface_font(app: QApplication) -> QFont:
    """Return the font for the whole window, as large as the system's, and 13 px at least."""
    font = QFont(app.font())
    family = app.property(_PROPERTY)
    if not family:
        # Asked once: from now on the application's font is ours.
        set_growth(app, growth_for(QFontInfo(font).pixelSize()))
        family = _chosen_family(font)
        app.setProperty(_PROPERTY, family)
    font.setFamily(str(family))
    font.setPixelSize(grown(BODY))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def sized(font: QFont, measure: int, *, bold: bool = False) -> QFont:
    """Return a font in another of our sizes, regular (400) or semi-bold (600)."""
    other = QFont(font)
    other.setPixelSize(grown(measure))
    other.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return other


def with_tabular_figures(font: QFont) -> QFont:
    """Return a font whose figures all have one width, for times and counts."""
    other = QFont(font)
    if hasattr(QFont, "Tag"):  # since Qt 6.7
        other.setFeature(QFont.Tag("tnum"), 1)
    return other


def mono_font(measure: int = LABEL) -> QFont:
    """Return the system's fixed-width font in one of our sizes."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(grown(measure))
    return font


def _chosen_family(font: QFont) -> str:
    if sys.platform in ("darwin", "win32"):
        return font.family()
    family = font.family()
    chosen = family and not family.lower().startswith(_NOT_CHOSEN)
    return family if chosen else _load_inter() or family


def _load_inter() -> str:
    families: list[str] = []
    for style in ("Regular", "SemiBold", "Italic"):
        number = QFontDatabase.addApplicationFont(str(resource(f"fonts/Inter-{style}.otf")))
        families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""
