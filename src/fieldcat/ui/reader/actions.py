"""What one can do in one reader: its own actions, made from the window's table of commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.ui.actions import keyed_tip, made_action
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number
from fieldcat.ui.theme import SCALES, Theme

_NEEDING_AN_ENTRY = (
    "keep",
    "note",
    "add-to-session",
    "move-to",
    "leaflet",
    "correct",
    "find",
    "enlarge",
    "contents",
    "notes",
    "copy-with-source",
    "all-figures",
    "source",
)


class ReaderActions(QObject):
    """The reader's actions as they stand for its entry; what they do is the reader's.

    Their keys are the window's: a second reader on another page has the same ones.
    """

    def __init__(self, theme: Theme, reader: QWidget) -> None:
        super().__init__(reader)
        self._theme = theme
        self.back = self._action("back")
        self.forward = self._action("forward")
        self.leave = self._action("leave-reading")
        self.previous = self._action("previous-entry")
        self.next = self._action("next-entry")
        self.keep = self._action("keep")
        self.note = self._action("note")
        self.highlight = self._action("highlight")
        self.add = self._action("add-to-session")
        self.file = self._action("move-to")
        self.file.setText(self.tr("Put into a folder…"))
        self.notes = self._action("notes")
        self.contents = self._action("contents")
        self.find = self._action("find")
        self.text_size = self._action("text-size")
        self.enlarge = self._action("enlarge")
        self.print = self._action("print")
        self.pdf = self._action("save-as-pdf")
        self.leaflet = self._action("leaflet")
        self.correct = self._action("correct")
        self.copy = self._action("copy-with-source")
        self.figures = self._action("all-figures")
        self.source = self._action("source")
        self.show_enlarged(False)
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
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.layoutDirectionChanged.connect(self._mirror)

    def show_kept(self, kept: bool) -> None:
        """Word «Save» as what it has done."""
        translate = QCoreApplication.translate
        self.keep.setText(translate("Reader", "Saved") if kept else translate("Reader", "Save"))
        self.keep.setIcon(icon("bookmark", role="accent" if kept else "text", filled=kept))
        tip = self.tr("Let it go again") if kept else self.tr("Keep this entry")
        self.keep.setToolTip(keyed_tip("keep", tip))

    def show_enlarged(self, enlarged: bool) -> None:
        """Word «Enlarge» as the way back, once it is done."""
        self.enlarge.setText(self.tr("Beside the list") if enlarged else self.tr("Enlarge"))
        self.enlarge.setIcon(icon("minimize-2" if enlarged else "maximize-2"))
        self.enlarge.setToolTip(
            self.tr("Show the results beside the text again")
            if enlarged
            else self.tr("Give the text the whole page")
        )

    def show_notes(self, count: int) -> None:
        """Say how many notes there are."""
        words = self.tr("Notes")
        self.notes.setText(f"{words} \u00b7 {number(count)}" if count else words)

    def set_enabled(self, shown: bool) -> None:
        """Enable what needs an entry."""
        for action in self.findChildren(QAction):
            if action.objectName() in _NEEDING_AN_ENTRY:
                action.setEnabled(shown)

    def _tick_size(self) -> None:
        for size in self._sizes.actions():
            size.setChecked(abs(float(size.data()) - self._theme.scale) < 0.01)

    def _action(self, command: str) -> QAction:
        action = made_action(command, self)
        action.setToolTip(keyed_tip(command))
        return action

    def _mirror(self) -> None:
        for action in (self.back, self.forward):
            action.setToolTip(keyed_tip(action.objectName()))
