"""The language of the window: which ones there are, and how one of them is taken up.

A language is shipped as ``resources/translations/fieldcat_es.qm``; ``make translations`` builds it.
Texts are looked up when a widget is made, so a window speaks the language it was made in:
``ui/opening.py`` makes another one in its place when a language is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from fieldcat.domain.naming import language_name
from fieldcat.resources import resource

_ENGLISH = "en"
_USUAL = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "es": QLocale(QLocale.Language.Spanish, QLocale.Country.LatinAmerica),
}
"""Where a language's dates and numbers are from, unless the system's own are in that language."""
_OURS = "fieldcat's words"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the window speaks. ``name`` is what those who speak it call it."""

    code: str
    name: str


def languages() -> tuple[Language, ...]:
    """All languages that there are words in, by their names."""
    found = []
    for file in resource("translations").glob("fieldcat_*.qm"):
        code = file.stem.removeprefix("fieldcat_")
        name = language_name(code, code)
        found.append(Language(code, name[:1].upper() + name[1:]))
    return tuple(sorted(found, key=lambda language: language.name.casefold()))


def speak(app: QApplication, code: str = "", *, system: QLocale | None = None) -> str:
    """Take up a language: words, Qt's own words, numbers and dates, and the direction of lines.

    ``code`` is one of ``languages()``; empty follows the ``system``, as does one that there are no
    words in (any more). Where the system's language has none, it is English. Gives the code of the
    language that is spoken now. What is shown already keeps its words.
    """
    locale = _locale(code, system or QLocale.system())
    spoken = QLocale.languageToCode(locale.language())
    for old in app.findChildren(QTranslator, _OURS, Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(old)
        old.deleteLater()
    # The one that is installed last is asked first.
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((qt_folder, "qtbase"), (str(resource("translations")), "fieldcat")):
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
    # Numbers and dates stand in the language of the words around them.
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    return spoken


def _locale(code: str, system: QLocale) -> QLocale:
    """The locale of a language that there are words in."""
    shipped = {language.code for language in languages()}
    wanted = [code, *(tag.split("-")[0] for tag in system.uiLanguages())]
    chosen = next((tag for tag in wanted if tag in shipped), _ENGLISH)
    if chosen == QLocale.languageToCode(system.language()):
        return system
    return _USUAL.get(chosen, QLocale(chosen))
