"""Follows a workspace: each time files were saved it is built anew, and the window shows it.

The page that is read stays, at its place. Files are looked at again and again: of one that an
editor puts in another's place, systems tell little that can be relied on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from fieldcat.domain.previewing import Rebuilt
from fieldcat.domain.progress import Report
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.preview.bar import PreviewBar
from fieldcat.ui.preview.findings import Findings
from fieldcat.ui.theme import Theme

_EVERY_MS = 700


@dataclass(frozen=True, slots=True)
class PreviewServices:
    """What a preview asks for, off the GUI thread.

    ``stamp``: something that is another once a file was saved. ``rebuild``: build the workspace and
    read it from now on, unless it has faults.
    """

    stamp: Callable[[], object]
    rebuild: Callable[[Report], Rebuilt]


@dataclass(frozen=True, slots=True)
class First:
    """What came of the first build, and the stamp of the files before it."""

    rebuilt: Rebuilt
    stamp: object


class Following(QObject):
    """It outlives windows: one in another language takes the bar over. ``followed``: read anew."""

    followed = Signal(object)

    def __init__(
        self,
        services: PreviewServices,
        first: First,
        theme: Theme,
        *,
        every: int = _EVERY_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._rebuilt = first.rebuilt
        self._built = self._seen = first.stamp
        self._window: MainWindow | None = None
        self._bar: PreviewBar | None = None
        self._findings: Findings | None = None
        self._looking = self._building = False
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._look)

    def attach(self, window: MainWindow) -> None:
        """Set the bar over a window, and follow the workspace for it."""
        self._window = window
        self._looking = self._building = False
        self._bar = PreviewBar(self._theme)
        self._bar.list_wanted.connect(self.show_findings)
        self._bar.show_rebuilt(self._rebuilt)
        window.set_above(self._bar)
        self._timer.start()

    @property
    def bar(self) -> PreviewBar | None:
        """The bar over the window."""
        return self._bar

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def show_findings(self) -> Findings:
        """Show the list of faults and warnings."""
        dialog = Findings(self._rebuilt, self._theme, self._window)
        self._findings = dialog
        dialog.destroyed.connect(self._forget_findings)
        dialog.open()
        return dialog

    def _forget_findings(self) -> None:
        self._findings = None

    @property
    def _jobs(self) -> Jobs:
        assert self._window is not None
        return self._window.jobs

    def _look(self) -> None:
        if not self._looking and not self._building:
            self._looking = True
            self._jobs.start(
                lambda _report: self._services.stamp(),
                done=self._on_looked,
                ended=self._on_look_ended,
            )

    def _on_look_ended(self) -> None:
        self._looking = False

    def _on_looked(self, stamp: object) -> None:
        settled, self._seen = stamp == self._seen, stamp
        if settled and stamp != self._built:
            # Twice the same: whoever saves several files has come to an end.
            self._built = stamp
            self._rebuild()

    def _rebuild(self) -> None:
        self._building = True
        if self._bar is not None:
            self._bar.show_building()
        self._jobs.start(
            self._services.rebuild,
            done=self._on_rebuilt,
            failed=self._on_failed,
            ended=self._on_build_ended,
        )

    def _on_build_ended(self) -> None:
        self._building = False

    def _on_rebuilt(self, rebuilt: Rebuilt) -> None:
        self._rebuilt = rebuilt
        if self._bar is not None:
            self._bar.show_rebuilt(rebuilt)
        if self._findings is not None:
            self._findings.show_rebuilt(rebuilt)
        if self._window is not None and not rebuilt.faults:
            self._window.look_again()
        self.followed.emit(rebuilt)

    def _on_failed(self, error: Exception) -> None:
        if self._bar is not None:
            self._bar.show_failure(error_text(error))
