"""What one can do in the reader, as actions: the window's menus and keys use the same ones."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.theme import SCALES, Theme


class ReaderActions(QObject):
    """The reader's actions with their words, icons and keys; what they do is the reader's."""

    def __init__(self, theme: Theme, reader: QWidget) -> None:
        super().__init__(reader)
        self._theme = theme
        self.back = self._action(self.tr("Back"), "arrow-left")
        self.forward = self._action(self.tr("Forward"), "arrow-right")
        self.keep = self._action(self.tr("Save"), "bookmark")
        self.find = self._action(self.tr("Find in this text"), "text-search", "F3")
        self.text_size = self._action(self.tr("Text size"), "a-large-small")
        self.enlarge = self._action(self.tr("Enlarge"), "expand")
        self.show_enlarged(False)
        self.copy = self._action(self.tr("Copy with source"), "copy")
        self.figures = self._action(self.tr("All figures"), "list")
        self.source = self._action(self.tr("Open source address…"), "external-link")
        self.size_menu = QMenu(reader)
        self._sizes = QActionGroup(self)
        for scale in SCALES:
            size = self.size_menu.addAction(self.tr("{n} %").format(n=round(scale * 100)))
            size.setCheckable(True)
            size.setData(scale)
            self._sizes.addAction(size)
        self._sizes.triggered.connect(lambda size: theme.set_scale(size.data()))
        self.text_size.setMenu(self.size_menu)
        theme.changed.connect(self._tick_size)
        self._tick_size()
        reader.addActions([self.back, self.forward, self.find])
        self.mirror()

    def mirror(self) -> None:
        """Give back and forward the keys that point where the window's reading goes."""
        reader = self.parent()
        assert isinstance(reader, QWidget)
        right = reader.layoutDirection() is Qt.LayoutDirection.RightToLeft
        keys = ("Alt+Right", "Alt+Left") if right else ("Alt+Left", "Alt+Right")
        for action, key in zip((self.back, self.forward), keys, strict=True):
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{action.text()} ({action.shortcut().toString()})")

    def show_kept(self, kept: bool) -> None:
        """Word «Save» as what it has done."""
        self.keep.setText(self.tr("Saved") if kept else self.tr("Save"))
        self.keep.setIcon(icon("bookmark", role="accent" if kept else "text", filled=kept))
        tip = self.tr("Let it go again") if kept else self.tr("Keep this entry")
        self.keep.setToolTip(f"{tip} (Ctrl+D)")

    def show_enlarged(self, enlarged: bool) -> None:
        """Word «Enlarge» as the way back, once it is done."""
        self.enlarge.setText(self.tr("Smaller") if enlarged else self.tr("Enlarge"))
        self.enlarge.setIcon(icon("shrink" if enlarged else "expand"))
        self.enlarge.setToolTip(
            self.tr("Show the results beside the text again")
            if enlarged
            else self.tr("Give the text the whole page")
        )

    def set_enabled(self, shown: bool) -> None:
        """Enable what needs an entry."""
        for action in (self.keep, self.find, self.enlarge, self.copy, self.figures, self.source):
            action.setEnabled(shown)

    def _tick_size(self) -> None:
        for size in self._sizes.actions():
            size.setChecked(abs(float(size.data()) - self._theme.scale) < 0.01)

    def _action(self, text: str, name: str, key: str = "") -> QAction:
        action = QAction(icon(name), text, self)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{text} ({action.shortcut().toString()})")
        return action
