"""Paint every page into pictures: usage `screenshots.py FOLDER` (with QT_QPA_PLATFORM=offscreen).

Each state of the window is painted light and dark, at 1366×768 and at 1024×600, from the bundled
casebook; one with text at 200 % and one from right to left stand beside them. Look at all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from fieldcat import wiring
from fieldcat.app import made_application
from fieldcat.domain.entry import Discouraged, EntryId, Kind, Term
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.theme import SystemLook, Theme

SIZES = ((1366, 768), (1024, 600))
_CENTRE = EntryId("fieldcat", Kind.CASE_STUDY, "red-papaz-viguias")
_TERM = EntryId("fieldcat", Kind.TERM, "child-sexual-abuse-material")
_STEP_MS = 20
_LONGEST_MS = 60_000

State = Callable[[MainWindow], None]


def main(folder: Path) -> int:
    """Paint all pictures into a folder; gives the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    app = made_application(["screenshots"])
    with TemporaryDirectory() as data:
        workbench = wiring.open_workbench(data)
        theme = Theme(app, look=SystemLook)
        window = MainWindow(wiring.window_services(workbench), theme)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*SIZES[0])
        window.show()
        settle(window)
        window.casebook.keeping.toggle(_CENTRE)
        settle(window)
        part = wiring.window_services(workbench).read(_TERM, None).part
        words = part.discouraged if isinstance(part, Term) else ()
        states = STATES | {"preferred-term": lambda window: _ask_discouraged(window, words)}
        count = len(_painted(folder, window, theme, app, states))
        window.close()
        workbench.close()
    print(f"{count} pictures in {folder}")
    return 0


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way any more and everything is painted."""
    loop = QEventLoop()
    calm = 0

    def look() -> None:
        nonlocal calm
        calm = 0 if window.jobs.busy or window.casebook.asking.busy else calm + 1
        if calm > 5:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(_STEP_MS)
    QTimer.singleShot(_LONGEST_MS, loop.quit)
    loop.exec()


def _painted(
    folder: Path,
    window: MainWindow,
    theme: Theme,
    app: QApplication,
    states: Mapping[str, State],
) -> list[Path]:
    painted = []

    def paint(name: str, state: State) -> None:
        state(window)
        settle(window)
        path = folder / f"{name}.png"
        window.grab().save(str(path))
        painted.append(path)

    for width, height in SIZES:
        window.resize(width, height)
        for dark in (False, True):
            theme.set_dark(dark)
            look = f"{width}x{height}-{'dark' if dark else 'light'}"
            for name, state in states.items():
                paint(f"{name}-{look}", state)
                _tidy(window)
    theme.set_dark(False)
    window.resize(*SIZES[0])
    theme.set_scale(2.0)
    paint("text-200-percent", _found)
    theme.set_scale(1.0)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    paint("right-to-left", _found)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return painted


def _first(window: MainWindow) -> None:
    window.casebook.ask(Query())


def _found(window: MainWindow) -> None:
    years = frozenset({"2022", "2023", "2024"})
    filters = {Facet.TOPIC: frozenset({"reporting-abuse"}), Facet.YEAR: years}
    window.casebook.ask(Query("hotline colombia", filters))


def _ask_discouraged(window: MainWindow, words: tuple[Discouraged, ...]) -> None:
    window.casebook.ask(Query(words[0].word if words else ""))


def _panel(window: MainWindow) -> None:
    _found(window)
    settle(window)
    window.casebook.open_filters(Qt.FocusReason.MouseFocusReason)


def _nothing(window: MainWindow) -> None:
    filters = {Facet.KIND: frozenset({"funding"}), Facet.YEAR: frozenset({"2022"})}
    window.casebook.ask(Query("helplne tanzania", filters))


def _folded(window: MainWindow) -> None:
    window.casebook.ask(Query("viguias"))
    settle(window)
    window.casebook.reader.entry_requested.emit(_CENTRE)
    settle(window)
    fold = _fold(window)
    if fold is not None:
        window.casebook.reader.sheet.verticalScrollBar().setValue(max(fold.y() - 120, 0))


def _opened(window: MainWindow) -> None:
    _folded(window)
    settle(window)
    fold = _fold(window)
    if fold is not None:
        fold.button.click()


def _large(window: MainWindow) -> None:
    window.casebook.ask(Query("viguias"))
    settle(window)
    window.casebook.reader.entry_requested.emit(_CENTRE)
    settle(window)
    window.casebook.set_large(True)


def _neutral(window: MainWindow) -> None:
    window.hide_content()


def _fold(window: MainWindow) -> Fold | None:
    page = window.casebook.reader.page
    return None if page is None else page.findChild(Fold)


def _tidy(window: MainWindow) -> None:
    if window.hidden_content:
        window.neutral.back.click()
    window.casebook.panel.close_panel()
    window.casebook.set_large(False)


STATES: dict[str, State] = {
    "first-page": _first,
    "search": _found,
    "filters": _panel,
    "nothing-found": _nothing,
    "sensitive-folded": _folded,
    "sensitive-opened": _opened,
    "large": _large,
    "hidden": _neutral,
}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")))
