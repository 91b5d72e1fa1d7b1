"""Work that a person waits for: how far it is, and a way to stop it, once it takes its time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QPushButton, QWidget

from fieldcat.domain.progress import Progress, Report
from fieldcat.ui.jobs import Job, Jobs

_LONG_MS = 500
"""Work that takes no longer shows no progress."""


def begin_stoppable(
    work: Callable[[Report], Any],
    words: str,
    *,
    jobs: Jobs,
    window: QWidget,
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    stopped: Callable[[], None],
) -> Job:
    """Do the work off the GUI thread; ``words`` say what is done. One of the three calls follows.

    What was done before it could be stopped is done.
    """
    progress = QProgressDialog(words, "", 0, 0, window)
    stop = QPushButton(QCoreApplication.translate("Stoppable", "Stop"))
    bar = QProgressBar()
    bar.setObjectName("thin")
    bar.setTextVisible(False)
    bar.setFixedHeight(8)
    stop.setObjectName("secondary")
    progress.setBar(bar)
    progress.setCancelButton(stop)
    progress.setWindowTitle(words)
    progress.setMinimumDuration(_LONG_MS)
    progress.setAutoReset(False)
    found: list[Any] = []

    def end() -> None:
        progress.deleteLater()
        if found:
            done(found[0])
        elif job.cancelled:
            stopped()

    job = jobs.start(
        lambda report: found.append(work(report)),
        failed=failed,
        progressed=lambda step: _show(progress, step),
        ended=end,
    )
    progress.canceled.connect(job.cancel)
    return job


def _show(progress: QProgressDialog, step: Progress) -> None:
    progress.setMaximum(step.total)
    progress.setValue(step.done)
