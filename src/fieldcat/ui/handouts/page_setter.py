"""Sets the pages of a preview: of what is asked, the last."""

from __future__ import annotations

from collections.abc import Callable, Generator

from fieldcat.ui.jobs import Jobs, Steps
from fieldcat.ui.printing.sheets import Sheets


class PageSetter:
    """``failed`` is told what went wrong.

    Pages are set in the thread that paints them, once the person has been heard; a long hand-out
    takes a frame or two. What another thread set cannot be painted here: Qt has its fonts for each
    thread, and they go with the thread.
    """

    def __init__(self, jobs: Jobs, failed: Callable[[Exception], object]) -> None:
        self._jobs = jobs
        self._failed = failed
        self._setting: Steps | None = None

    def ask(self, make: Callable[[], Sheets], done: Callable[[Sheets], object]) -> None:
        """Set a document, and give it to ``done``; what was asked before comes no more."""
        self.let_go()
        self._setting = self._jobs.step(self._steps(make, done), lambda: None)

    def let_go(self) -> None:
        """Wait for nothing that was asked before."""
        if self._setting is not None:
            self._setting.cancel()
        self._setting = None

    def _steps(
        self, make: Callable[[], Sheets], done: Callable[[Sheets], object]
    ) -> Generator[None]:
        yield
        try:
            sheets = make()
        except Exception as error:  # told as it is of a job
            self._setting = None
            self._failed(error)
        else:
            self._setting = None
            done(sheets)
