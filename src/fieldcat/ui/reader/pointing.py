"""What words lead to outside the page: terms that are explained, addresses that are offered."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QUrl
from PySide6.QtGui import QDesktopServices

from fieldcat.domain.entry import EntryLink, Kind
from fieldcat.ui.reader.address_menu import AddressMenu
from fieldcat.ui.reader.frame import ReaderFrame
from fieldcat.ui.reader.page import Page


class Pointing(QObject):
    """Heeds what is pointed at and chosen on the page that is shown."""

    def __init__(self, frame: ReaderFrame) -> None:
        super().__init__(frame)
        self._frame = frame

    def adopt(self, page: Page) -> None:
        """Heed another page."""
        page.pointed.connect(self._point)
        page.left.connect(self._frame.tip.hide)
        page.address_chosen.connect(self.offer)

    def offer_source(self) -> None:
        """Offer to open or copy the address that the facts come from."""
        page, more = self._frame.sheet.page, self._frame.bar.more
        if page is not None:
            corner = more.mapToGlobal(more.rect().bottomLeft())
            self.offer(page.view.entry.head.source.url, corner)

    def offer(self, url: str, corner: QPoint) -> None:
        """Show a web address, to be opened or copied, at a place on the screen."""
        menu = AddressMenu(url, self._frame)
        menu.opened.connect(self.open_address)
        menu.popup(corner)

    def open_address(self, url: str) -> None:
        """Hand a web address to the system's browser. Only ever done at the user's word."""
        QDesktopServices.openUrl(QUrl(url))

    def _point(self, link: EntryLink | None, area: QRect) -> None:
        frame, page = self._frame, self._frame.sheet.page
        target = page.view.targets.get(link.target) if page is not None and link else None
        is_term = link is not None and link.target.kind is Kind.TERM
        if target is None or page is None or not is_term or not target.explanation:
            frame.tip.leave()
        else:
            place = QRect(page.mapTo(frame, area.topLeft()), area.size())
            frame.tip.explain(target, page.look, place, frame.sheet.geometry())
