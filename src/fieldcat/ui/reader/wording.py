"""Numbers, dates, kinds and sources in words, as the reader shows and copies them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from fieldcat.domain.entry import Figure, Qualifier, Source
from fieldcat.ui.reader.view import EntryView

_INVISIBLE = str.maketrans("", "", "\u2060\u2066\u2067\u2068\u2069")


def qualifier_label(qualifier: Qualifier) -> str:
    """How exact a figure is, in words that stand before the number; empty if exact."""
    translate = QCoreApplication.translate
    return {
        Qualifier.EXACT: "",
        Qualifier.OVER: translate("Reader", "over"),
        Qualifier.ABOUT: translate("Reader", "about"),
        Qualifier.AT_LEAST: translate("Reader", "at least"),
        Qualifier.UP_TO: translate("Reader", "up to"),
        Qualifier.NEARLY: translate("Reader", "nearly"),
        Qualifier.UNDER: translate("Reader", "under"),
        Qualifier.ESTIMATED: translate("Reader", "estimated"),
    }[qualifier]


def number_text(value: Decimal) -> str:
    """A number with the separators and digits of the user's language, and all its decimals."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if decimals == 0 and abs(value) < 2**63:
        return QLocale().toString(int(value))
    return QLocale().toString(float(value), "f", decimals)


def figure_number(figure: Figure) -> str:
    """The number of a figure with the unit that belongs to it: ``80 %``, ``USD 1,300``."""
    number = number_text(figure.value)
    if figure.unit == "%":
        return f"{number}\u00a0{QLocale().percent()}"
    if len(figure.unit) == 3 and figure.unit.isascii() and figure.unit.isupper():
        return f"{figure.unit}\u00a0{number}"
    return number


def figure_origin(view: EntryView, figure: Figure) -> str:
    """Whom a figure counts, where and when, as far as it does not say so already."""
    said, parts = figure.counts, []
    for part in (figure.whom, view.place(figure.place), figure.period):
        if part and not _names(said, part):
            parts.append(part)
            said = f"{said} {part}"
    return ", ".join(parts)


def figure_whom(figure: Figure) -> str:
    """Whom a figure counts, where its words do not say so already."""
    return "" if not figure.whom or _names(figure.counts, figure.whom) else figure.whom


def _names(said: str, part: str) -> bool:
    """Whether words are among others already, as whole words: Niger is not in Nigeria."""
    pattern = rf"(?<!\w){re.escape(part.strip().casefold())}(?!\w)"
    return re.search(pattern, said.casefold()) is not None


def figure_text(view: EntryView, figure: Figure) -> str:
    """A figure in one line: qualifier, number, what it counts, whom, where and when."""
    parts = (qualifier_label(figure.qualifier), figure_number(figure), figure.counts)
    said = " ".join(part for part in parts if part)
    origin = figure_origin(view, figure)
    return f"{said} ({origin})" if origin else said


def date_text(iso: str, *, long: bool = False) -> str:
    """A date of ISO 8601, which may be only a year or a month, in the user's language."""
    translate = QCoreApplication.translate
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return iso
    padded = [int(part) for part in parts] + [1, 1]
    date = QDate(padded[0], padded[1], padded[2])
    if not date.isValid():
        return iso
    if len(parts) == 1:
        return QLocale().toString(date, "yyyy")
    if len(parts) == 2:
        short, full = translate("Reader", "MMM yyyy"), translate("Reader", "MMMM yyyy")
    else:
        short, full = translate("Reader", "d MMM yyyy"), translate("Reader", "d MMMM yyyy")
    return QLocale().toString(date, full if long else short)


def source_name(source: Source) -> str:
    """A source in a few words: who published it, and when."""
    date = date_text(source.date).replace(" ", "\u00a0")
    return _listed((source.publisher or source.title or source.url, date))


def source_text(source: Source, *, address: bool = True) -> str:
    """A source in full, as a copied passage names it."""
    title = f"\u201c{source.title}\u201d" if source.title else ""
    date, url = date_text(source.date, long=True), source.url if address else ""
    return _listed((title, source.publisher, date, url))


def with_source(view: EntryView, text: str, *, quoted: bool = False) -> str:
    """Words with the entry and where its facts come from, in one line, to be pasted elsewhere.

    ``quoted`` for words of the entry itself, which then stand in quotation marks: “words” — Title.
    Publisher, date. Address.
    """
    head, source = view.entry.head, view.entry.head.source
    words = visible(text).strip()
    published = _listed((source.publisher, date_text(source.date, long=True)))
    parts = [_ended(part) for part in (head.title, published) if part]
    said = " ".join([*parts, source.url] if source.url else parts)
    return f"{QLocale().quoteString(words) if quoted else words} \u2014 {visible(said)}"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "\u061f")) else f"{sentence}."


def isolated(text: str) -> str:
    """A name that may stand in a line of another direction, kept from turning that line about."""
    direction = direction_of(text)
    if direction is None or direction == QGuiApplication.layoutDirection():
        return text
    return f"\u2068{text}\u2069"


def left_to_right(text: str) -> str:
    """A telephone number or an address, which reads left to right in every language."""
    return f"\u2066{text}\u2069"


def visible(text: str) -> str:
    """The text without invisible marks of direction and joining, as it should be copied."""
    return text.translate(_INVISIBLE).replace("\u00a0", " ")


def direction_of(text: str) -> Qt.LayoutDirection | None:
    """The direction of a text by its first strong letter; None if it has none."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
    return None


def listed(parts: Iterable[str]) -> str:
    """Names with commas between them, each kept from turning the others about."""
    return _listed(isolated(part) for part in parts)


def _listed(parts: Iterable[str]) -> str:
    comma = QCoreApplication.translate("Reader", ", ", "between the names of a list")
    return comma.join(part for part in parts if part)
