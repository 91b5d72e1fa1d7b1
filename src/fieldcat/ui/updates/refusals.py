"""Why something cannot be taken in, fetched or added, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject

from fieldcat.errors import (
    BundleDamagedError,
    BundleDisabledError,
    BundleForeignError,
    BundleIncompleteError,
    BundleOlderError,
    BundleUnreadableError,
    BundleUntrustedError,
    BusyError,
    CardError,
    DiskFullError,
    EnvironmentFaultError,
    FieldcatError,
    NewerFormatError,
    PublisherError,
    ReadOnlyError,
    StickError,
    WebError,
    WebInsecureError,
    WebPortalError,
    WebProxyError,
    WebUnreachableError,
)
from fieldcat.ui.labels import error_text, number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.updates.wording import size_text


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
            case WebPortalError():
                return self.tr("This network wants you to log in first")
            case WebInsecureError():
                return self.tr("The publisher’s host could not prove who it is")
            case WebProxyError():
                return self.tr("This network does not let fieldcat through")
            case WebUnreachableError():
                return self.tr("The publisher’s host could not be reached")
            case WebError():
                return self.tr("This is not what a publisher puts there")
            case CardError():
                return self.tr("This card cannot be added")
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
                return filled(words, str(data.get("publisher", "…")))
            case BundleDisabledError():
                words = self.tr("The file comes from “%1”. Switch them on again, then open it.")
                return filled(words, str(data.get("publisher", "…")))
            case BundleUntrustedError():
                words = self.tr(
                    "It says that it comes from “%1”, but their key did not sign it. Somebody may "
                    "have changed it. Do not use it, and tell whoever gave it to you."
                )
                return filled(words, str(data.get("publisher", "…")))
            case BundleOlderError():
                words = self.tr(
                    "The file holds edition %1, and edition %2 is here already. There is nothing "
                    "to do. Ask for a newer edition, if there is one."
                )
                return filled(words, *_numbers(data, "edition", "here"))
            case BundleIncompleteError():
                words = self.tr(
                    "It changes edition %1, and you have edition %2. Ask for the full file of "
                    "edition %3, or for the update from yours."
                )
                if not data.get("here"):
                    words = self.tr("It changes edition %1. Ask for the full file of edition %3.")
                return filled(words, *_numbers(data, "since", "here", "edition"))
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
                return filled(words, self._bytes(data.get("needed")))
            case ReadOnlyError():
                return self.tr(
                    "The folder in which fieldcat keeps its files cannot be written to. "
                    "Preferences shows which one it is."
                )
            case BusyError():
                return self.tr("Wait until it has ended, then try again.")
            case WebError():
                host, proxy = (str(data.get(name, "…")) for name in ("host", "proxy"))
                return filled(self._web(error), host, proxy)
            case CardError():
                return self._card(error)
            case PublisherError():
                return self.publisher(error)
            case _:
                return error_text(error)

    def _web(self, error: WebError) -> str:
        """What to do, with places for the host and the proxy."""
        match error:
            case WebPortalError():
                return self.tr(
                    "Another page answered in the place of %1. Open any page in a browser, log in "
                    "to the network there, then try again."
                )
            case WebInsecureError():
                return self.tr(
                    "Look whether the date and time of this computer are right. If they are, "
                    "somebody may stand between you and %1: try from another network, or ask for "
                    "a file."
                )
            case WebProxyError():
                return self.tr(
                    "The proxy “%2” stands between this network and the web. Ask whoever runs the "
                    "network, or ask the publisher for a file."
                )
            case WebUnreachableError():
                return self.tr(
                    "There is no line to %1, or it broke too often. What came is kept. Try again "
                    "where the line is better."
                )
            case _:
                return self.tr("Ask the publisher for the right address, or for a file.")

    def _card(self, error: CardError) -> str:
        match error.data.get("reason"):
            case "known":
                return self.tr("This publisher is here already. There is nothing to do.")
            case "taken":
                words = self.tr(
                    "It names the collection of “%1”, and other keys. If they have lost theirs, "
                    "remove that publisher first, and be sure whose card this is."
                )
                return filled(words, str(error.data.get("publisher", "…")))
            case "many":
                return self.tr("There are as many publishers as there can be. Remove one first.")
            case "changed":
                return self.tr("It has changed since it was shown. Open it again, and compare.")
            case _:
                return self.tr("It is damaged, or no publisher’s card. Ask for it again.")

    def stick(self, error: Exception) -> str:
        """Why nothing, or not all, could be copied to a stick, and what to do."""
        data = error.data if isinstance(error, FieldcatError) else {}
        match error:
            case StickError() if data.get("reason") == "too-large":
                return self.tr(
                    "A file would be larger than this stick can hold: 4 GB is the most on it. "
                    "Format it as exFAT, or take another. Nothing was written."
                )
            case StickError() if data.get("reason") == "differs":
                return self.tr(
                    "What was written was read back otherwise: this stick is failing. Take another."
                )
            case StickError() if data.get("reason") == "picture":
                return self.tr(
                    "A picture is missing here, and nobody could take in a copy without it. Open "
                    "the file of the edition that you have again: that brings it back. Nothing was "
                    "written."
                )
            case DiskFullError():
                words = self.tr("There is not enough room on it: %1 are needed. Make room there.")
                return filled(words, self._bytes(data.get("needed")))
            case ReadOnlyError():
                return self.tr(
                    "It cannot be written to. Some sticks have a switch for that: look at its side."
                )
            case BusyError():
                return self.tr("An import is under way. Wait until it has ended, then try again.")
            case EnvironmentFaultError():
                return self.tr(
                    "It could not be written to its end. Was it pulled out? No file is there half: "
                    "put it in, and try again."
                )
            case _:
                return error_text(error)

    def publisher(self, error: PublisherError) -> str:
        """Why nothing could be changed about a publisher."""
        match error.data.get("reason"):
            case "last":
                return self.tr("Nothing would be left to read. Nothing was changed.")
            case "edition":
                return self.tr("That edition is not here any more. Nothing was changed.")
            case "later":
                return self.tr("Something else was changed after that; it stays as it is.")
            case "gone":
                return self.tr(
                    "The casebook from before is not on this computer any more. What is here now "
                    "stays as it is."
                )
            case "address":
                return self.tr("Nobody told where its editions can be fetched.")
            case _:
                return self.tr("This publisher is not known here. Nothing was changed.")

    def may_help_again(self, error: Exception) -> bool:
        """Whether it may go well at another time."""
        hopeless = (
            BundleForeignError,
            BundleUntrustedError,
            BundleOlderError,
            NewerFormatError,
            CardError,
        )
        return not isinstance(error, hopeless)

    def _bytes(self, size: object) -> str:
        return size_text(size) if isinstance(size, int) else self.tr("some room")


def _numbers(data: Mapping[str, object], *names: str) -> Iterator[str]:
    """What an error tells of these, in words."""
    for name in names:
        value = data.get(name)
        yield number(value) if isinstance(value, int) else "…"
