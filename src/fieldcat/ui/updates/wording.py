"""Words of the updates pages: titles, ages, sizes and counts."""

from __future__ import annotations

from datetime import date
from math import ceil

from PySide6.QtCore import QLocale, QObject

from fieldcat.domain.taxonomy import Collection
from fieldcat.domain.updating import How, PastChange, Preview
from fieldcat.ui.labels import day, number
from fieldcat.ui.placeholders import filled

_SOON_DAYS, _SOON_WEEKS, _SOON_MONTHS = 14, 9, 24


def size_text(size: int) -> str:
    """A number of bytes: «2.8 MB»."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(size, 1 if size >= 1_000_000 else 0, form)


class Wording(QObject):
    """All that is said with a number in it, or with several parts.

    Nothing derives from this class: plural forms are found by the class that asks for them.
    """

    def counted(self, how: How | None, count: int) -> str:
        """How many are so; None: of all."""
        match how:
            case None:
                return self.tr("All %Ln", "", count)
            case How.NEW:
                return self.tr("%Ln new", "", count)
            case How.CHANGED:
                return self.tr("%Ln changed", "", count)
            case How.WITHDRAWN:
                return self.tr("%Ln withdrawn", "", count)

    def more(self, count: int) -> str:
        """The button that shows the rest of a long list."""
        return self.tr("Show %Ln more", "", count)

    def unchanged(self, count: int) -> str:
        """So many paragraphs that are left out of a comparison."""
        return self.tr("%Ln paragraphs are the same.", "", count)

    def unread(self, count: int) -> str:
        """How much nobody has read yet."""
        return self.tr("%Ln not read yet", "", count)

    def past(self, change: PastChange) -> str:
        """What once changed what is read, in a sentence."""
        edition, before = number(change.edition), number(change.before)
        match change.what:
            case "import" if change.before:
                words = self.tr("Edition %1 of “%3” was imported, after edition %2.")
            case "import":
                words = self.tr("Edition %1 of “%3” was imported.")
            case "edition":
                words = self.tr("Edition %1 of “%3” was chosen instead of edition %2.")
            case "disable":
                words = self.tr("“%3” was switched off.")
            case "enable":
                words = self.tr("“%3” was switched on.")
            case _:
                words = self.tr("“%3” was removed.")
        words = filled(words, edition, before, change.title)
        return f"{words} {self.tr('It was undone.')}" if change.undone else words

    def named(self, collection: Collection) -> str:
        """A collection and its edition: «Pamoja Safe Online, edition 8»."""
        return self.titled(collection.title, collection.edition)

    def checked(self, collection: Collection) -> str:
        """That an edition was checked, and who signed it."""
        return filled(self.tr("Checked: signed by %1"), collection.publisher)

    def titled(self, title: str, edition: int) -> str:
        """The same, of a title and an edition's number."""
        return filled(self.tr("%1, edition %2"), title, number(edition))

    def edition(self, edition: int) -> str:
        """«Edition 8»."""
        return filled(self.tr("Edition %1"), number(edition))

    def dated(self, iso: str, today: date | None = None) -> str:
        """When an edition was made: «Dated 14 November 2026, 8 days old»."""
        return filled(self.tr("Dated %1, %2"), day(iso), self.age(iso, today))

    def age(self, iso: str, today: date | None = None) -> str:
        """How old an edition is, in words; a clock that is behind is told of."""
        try:
            days = ((today or date.today()) - date.fromisoformat(iso)).days
        except ValueError:
            return ""
        if days < 0:
            return self.tr("later than this computer’s clock says: see to its date")
        if days < 1:
            return self.tr("today")
        if days < _SOON_DAYS:
            return self.tr("%Ln days old", "", days)
        if days < _SOON_WEEKS * 7:
            return self.tr("%Ln weeks old", "", days // 7)
        if days < _SOON_MONTHS * 30.44:
            return self.tr("%Ln months old", "", int(days // 30.44))
        return self.tr("%Ln years old", "", int(days // 365.25))

    def left(self, seconds: float) -> str:
        """How long it will take: «about 12 seconds left»."""
        if seconds < 90:
            return self.tr("about %Ln seconds left", "", max(ceil(seconds), 1))
        return self.tr("about %Ln minutes left", "", round(seconds / 60))

    def facts(self, offered: Preview, today: date | None = None) -> str:
        """The line under the title of an offer."""
        collection = offered.edition.collection
        parts = [self.dated(collection.date, today)]
        if offered.here:
            after = self.tr("after your edition %1")
            parts.append(filled(after, number(offered.here)))
        parts.append(size_text(offered.size))
        return "  ·  ".join(parts)
