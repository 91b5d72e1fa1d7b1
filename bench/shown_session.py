"""Show a session of every case study slide by slide, print it, and open a long one; say how long.

Run as a process of its own on a screen. Times are in seconds.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from bench.telling import tell
from fieldcat import wiring
from fieldcat.domain.entry import Kind
from fieldcat.domain.progress import unreported
from fieldcat.domain.query import Query
from fieldcat.domain.session import Session, Step, new_id
from fieldcat.domain.session_parts import Choice
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.offered import Services
from fieldcat.ui.handouts.binding import made_document
from fieldcat.ui.handouts.documents import Document, Wish
from fieldcat.ui.hiding import Hiding
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.presenting.presenting import Presenting
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4
from fieldcat.ui.style import STYLE_ARGUMENTS
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import load_fonts

STEPS = 100
PAGES = 20


def session_of(services: Services, steps: int) -> Session:
    """A session with as many steps as wanted, each a whole case study."""
    studies = services.find(
        Query(filters={Facet.KIND: frozenset({Kind.CASE_STUDY.value})}, limit=50), lambda: False
    ).hits
    parts = []
    for hit in studies:
        sections = tuple(section.id for section in services.read(hit.head.id, None).sections)
        parts.append(services.training.take(hit.head.id, Choice(sections)))
    now = datetime.now(UTC)
    plan = tuple(Step(new_id(), parts[at % len(parts)], minutes=1) for at in range(steps))
    return Session(new_id(), "Everything there is", now, now, steps=plan)


def shown(session: Session, theme: Theme, window: QMainWindow) -> list[float]:
    """Seconds from each key to the painted slide, from the first slide to the last."""
    presenting = Presenting(window, theme, Hiding(window, lambda: None, lambda: None))
    presenting.begin(session)
    presenter = presenting.presenter
    assert presenter is not None
    QTest.qWaitForWindowExposed(presenter)
    times = []
    while not presenter.show_state.last:
        QTest.qWait(60)  # as a trainer's hand does, what comes next is made ready
        began = perf_counter()
        QTest.keyClick(presenter, Qt.Key.Key_Right)
        presenter.whole.repaint()
        times.append(perf_counter() - began)
        if presenter.show_state.closed:
            presenter.care.look_button.click()
    presenting.finish()
    return times


def printed(session: Session) -> tuple[float, int]:
    """Seconds for a hand-out of twenty pages or a few more, and how many it has."""
    for steps in range(1, len(session.steps) + 1):
        some = frozenset(step.id for step in session.steps[:steps])
        wish = Wish(session, Document.HANDOUT, some, opened=True)
        if made_document(wish, A4, date.today()).count >= PAGES:
            break
    began = perf_counter()
    sheets = made_document(wish, A4, date.today())
    pdf_of(sheets, unreported)
    return perf_counter() - began, sheets.count


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way."""
    while window.sessions.busy or window.jobs.busy:
        QTest.qWait(10)


def opened(session: Session, services: Services, theme: Theme) -> list[float]:
    """Seconds from the choice of a session to its plan, painted with what became of its parts."""
    window = MainWindow(services, theme)
    window.show()
    window.show_page("sessions")
    page = window.sessions
    times = []
    for _turn in range(9):
        settle(window)
        told = QEventLoop()
        page.plan.told_more.connect(told.quit)
        began = perf_counter()
        page.open_session(session.id)
        told.exec()
        page.planner.repaint()
        times.append(perf_counter() - began)
        page.close_session()
    settle(window)
    window.close()
    return times


def main() -> None:
    """Measure, and tell."""
    app = QApplication(["fieldcat", *STYLE_ARGUMENTS])
    load_fonts()
    theme = Theme(app)
    window = QMainWindow()
    window.show()
    workbench = wiring.open_workbench(sys.argv[1])
    services = wiring.window_services(workbench)
    services.wake()
    slides = shown(session_of(services, 10), theme, window)
    took, pages = printed(session_of(services, 40))
    long = services.training.write(session_of(services, STEPS))
    read = []
    for _turn in range(9):
        began = perf_counter()
        services.training.prepared(long.id)
        read.append(perf_counter() - began)
    painted = opened(long, services, theme)
    workbench.close()
    tell({"slides": slides, "pdf": took, "pages": pages, "read": read, "opened": painted})


main()
