"""Words with a number before them, in the right form: «1 partner», «2 partners»."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counted(QObject):
    """Texts with plural forms. lupdate reads those only from ``tr``, which a ``QObject`` has."""

    def countries(self, count: int) -> str:
        """«12 countries»."""
        return self.tr("%n countries", "", count)

    def further_partners(self, count: int) -> str:
        """«and 8 partners»."""
        return self.tr("and %n partner(s)", "", count)
