"""Words of the updates pages: ages, sizes, counts, and why a file cannot be taken in."""

from __future__ import annotations

from datetime import date
from math import ceil

from PySide6.QtCore import QLocale, QObject

from fieldcat.domain.taxonomy import Collection
from fieldcat.domain.updating import How, PastChange, Preview
from fieldcat.errors import (
    BundleDamagedError,
    BundleDisabledError,
    BundleForeignError,
    BundleIncompleteError,
    BundleOlderError,
    BundleUnreadableError,
    BundleUntrustedError,
    BusyError,
    DiskFullError,
    FieldcatError,
    NewerFormatError,
    ReadOnlyError,
)
from fieldcat.ui.labels import day, error_text, number

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
        words = words.replace("%1", edition).replace("%2", before).replace("%3", change.title)
        return f"{words} {self.tr('It was undone.')}" if change.undone else words

    def named(self, collection: Collection) -> str:
        """A collection and its edition: «Pamoja Safe Online, edition 8»."""
        words = self.tr("%1, edition %2").replace("%2", number(collection.edition))
        return words.replace("%1", collection.title)

    def edition(self, edition: int) -> str:
        """«Edition 8»."""
        return self.tr("Edition %1").replace("%1", number(edition))

    def dated(self, iso: str, today: date | None = None) -> str:
        """When an edition was made: «Dated 14 November 2026, 8 days old»."""
        words = self.tr("Dated %1, %2").replace("%2", self.age(iso, today))
        return words.replace("%1", day(iso))

    def age(self, iso: str, today: date | None = None) -> str:
        """How old an edition is, in words; a clock that is behind is told of."""
        try:
            days = ((today or date.today()) - date.fromisoformat(iso)).days
        except ValueError:
            return ""
        if days < 0:
            return self.tr("later than this computer’s clock says: see to its date")
        if days < 1:
            return self.tr("of today")
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
            parts.append(after.replace("%1", number(offered.here)))
        parts.append(size_text(offered.size))
        return "  ·  ".join(parts)


class Refusals(QObject):
    """Why a file cannot be taken in, and what to do about it. Nothing was changed, ever."""

    def title(self, error: Exception) -> str:
        """What is wrong, in a few words."""
        match error:
            case BundleForeignError():
                return self.tr("Nobody here knows who made this")
            case BundleDisabledError():
                return self.tr("You have switched this publisher off")
            case BundleUntrustedError():
                return self.tr("This is not from the publisher that it names")
            case BundleOlderError():
                return self.tr("This is older than what you have")
            case BundleIncompleteError():
                return self.tr("This update builds on an edition that is not here")
            case BundleUnreadableError():
                return self.tr("The file could not be read to its end")
            case BundleDamagedError():
                return self.tr("This file is damaged, or no update")
            case NewerFormatError():
                return self.tr("This needs a newer fieldcat")
            case DiskFullError():
                return self.tr("There is not enough room on this computer")
            case ReadOnlyError():
                return self.tr("Nothing can be saved on this computer")
            case BusyError():
                return self.tr("Another import is under way")
            case _:
                return self.tr("This could not be taken in")

    def words(self, error: Exception) -> str:
        """What to do, in a sentence or two."""
        data = error.data if isinstance(error, FieldcatError) else {}
        match error:
            case BundleForeignError():
                words = self.tr(
                    "The file says that it comes from “%1”. fieldcat takes in only what is signed "
                    "by a publisher that you have added. Ask them for their card, and check with "
                    "them that the number on it is theirs."
                )
                return words.replace("%1", str(data.get("publisher", "…")))
            case BundleDisabledError():
                words = self.tr("The file comes from “%1”. Switch them on again, then open it.")
                return words.replace("%1", str(data.get("publisher", "…")))
            case BundleUntrustedError():
                words = self.tr(
                    "It says that it comes from “%1”, but their key did not sign it. Somebody may "
                    "have changed it. Do not use it, and tell whoever gave it to you."
                )
                return words.replace("%1", str(data.get("publisher", "…")))
            case BundleOlderError():
                words = self.tr(
                    "The file holds edition %1, and edition %2 is here already. There is nothing "
                    "to do. Ask for a newer edition, if there is one."
                )
                return _filled(words, data.get("edition"), data.get("here"))
            case BundleIncompleteError():
                words = self.tr(
                    "It changes edition %1, and you have edition %2. Ask for the full file of "
                    "edition %3, or for the update from yours."
                )
                if not data.get("here"):
                    words = self.tr("It changes edition %1. Ask for the full file of edition %3.")
                return _filled(words, data.get("since"), data.get("here"), data.get("edition"))
            case BundleUnreadableError():
                return self.tr(
                    "Was the stick pulled out? Put it in again and try once more. If it happens "
                    "again, the stick may be worn: ask for another copy."
                )
            case BundleDamagedError():
                return self.tr(
                    "Copy it once more from where it came, or ask for it again. Updates are files "
                    "whose names end in .fieldcat."
                )
            case NewerFormatError():
                return self.tr(
                    "It was made for a newer fieldcat than this one. Ask whoever gave it to you "
                    "for the newer program too, and install that first."
                )
            case DiskFullError():
                words = self.tr("It takes up to %1 until it is done. Make room, then try again.")
                return words.replace("%1", self._bytes(data.get("needed")))
            case ReadOnlyError():
                return self.tr(
                    "The folder in which fieldcat keeps its files cannot be written to. "
                    "Preferences shows which one it is."
                )
            case BusyError():
                return self.tr("Wait until it has ended, then try again.")
            case _:
                return error_text(error)

    def may_help_again(self, error: Exception) -> bool:
        """Whether it may go well at another time."""
        return not isinstance(
            error, BundleForeignError | BundleUntrustedError | BundleOlderError | NewerFormatError
        )

    def _bytes(self, size: object) -> str:
        return size_text(size) if isinstance(size, int) else self.tr("some room")


def _filled(words: str, *values: object) -> str:
    for place, value in enumerate(values, 1):
        words = words.replace(f"%{place}", number(value) if isinstance(value, int) else "…")
    return words
