"""What an edition touches of what the person made, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject

from fieldcat.domain.updating import How, InSession, Touched
from fieldcat.ui.placeholders import filled
from fieldcat.ui.widgets.row_delegate import Tag

_ROW_INK = "text_2"
_MOST_NAMED = 3
"""Sessions of which the names are said; of more it is said how many there are."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One sentence with its sign; ``ink`` names a role of ``Tokens``."""

    icon: str
    ink: str
    words: str


class Touching(QObject):
    """Nothing derives from this class: plural forms are found by the class that asks for them."""

    def said(self, touched: Iterable[Touched]) -> tuple[Touch, ...]:
        """What is touched: what is kept first, then what has notes, then what sessions show."""
        every = tuple(touched)
        found = []
        for how, ink, sign in (
            (How.CHANGED, "changed", "file-pen"),
            (How.WITHDRAWN, "danger", "circle-x"),
        ):
            kept = [one for one in every if one.change.how is how and one.bookmarks]
            noted = [one for one in every if one.change.how is how and one.notes]
            if kept:
                found.append(Touch(sign, ink, self._kept(how, kept)))
            if noted:
                found.append(Touch("sticky-note", ink, self._noted(how, noted)))
            if sessions := {
                session: None for one in every if one.change.how is how for session in one.sessions
            }:
                found.append(Touch("presentation", ink, self._shown(how, tuple(sessions))))
        return tuple(found)

    def own(self, touched: Touched | None) -> Tag | None:
        """What one has on an entry, for its row."""
        if touched is None:
            return None
        if touched.bookmarks:
            return Tag("bookmark", self.tr("You keep this"), _ROW_INK)
        if touched.notes:
            words = self.tr("%Ln notes of yours", "", touched.notes)
            return Tag("sticky-note", words, _ROW_INK)
        words = self.tr("In %Ln sessions of yours", "", len(touched.sessions))
        return Tag("presentation", words, _ROW_INK)

    def _kept(self, how: How, kept: list[Touched]) -> str:
        if how is How.CHANGED:
            words = self.tr("%Ln entries that you keep have changed.", "", len(kept))
        else:
            words = self.tr(
                "%Ln entries that you keep are withdrawn. You can still read them, marked so.",
                "",
                len(kept),
            )
        folders = sorted({name for one in kept for name in one.folders})
        if folders:
            listed = QLocale().createSeparatedList([f"“{name}”" for name in folders])
            within = self.tr("In your folders: %1.")
            words = f"{words} {filled(within, listed)}"
        return words

    def _noted(self, how: How, noted: list[Touched]) -> str:
        notes = sum(one.notes for one in noted)
        if how is How.CHANGED:
            return self.tr("%Ln of your notes stay at their passages.", "", notes)
        return self.tr("%Ln of your notes are on what is withdrawn. They stay.", "", notes)

    def _shown(self, how: How, sessions: Sequence[InSession]) -> str:
        if how is How.CHANGED:
            words = self.tr(
                "%Ln sessions show entries that change. Each step stays as you added it.",
                "",
                len(sessions),
            )
        else:
            words = self.tr(
                "%Ln sessions show entries that are withdrawn. Each step stays as you added it.",
                "",
                len(sessions),
            )
        named = [f"“{session.title}”" for session in sessions if session.title]
        if not named or len(named) > _MOST_NAMED:
            return words
        return f"{words} {QLocale().createSeparatedList(named)}."
