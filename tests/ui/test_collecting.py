"""Garbage is looked for in the GUI thread."""

from __future__ import annotations

import gc
from threading import Thread, current_thread, main_thread

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldcat.ui.collecting import Collecting, collect_if_due


class Knot:
    """Refers to itself, so that only a look for garbage finds it; tells where it was deleted."""

    deleted_in: list[object] = []  # noqa: RUF012 - emptied by each test

    def __init__(self) -> None:
        self.self = self

    def __del__(self) -> None:
        self.deleted_in.append(current_thread())


def make_garbage() -> None:
    for _turn in range(5 * gc.get_threshold()[0]):
        Knot()


def test_what_a_job_leaves_behind_is_deleted_in_the_gui_thread(
    qapp: QApplication, qtbot: QtBot
) -> None:
    Knot.deleted_in.clear()
    collecting = Collecting(qapp)
    worker = Thread(target=make_garbage)
    worker.start()
    worker.join()
    assert Knot.deleted_in == []
    qtbot.waitUntil(lambda: bool(Knot.deleted_in))
    assert set(Knot.deleted_in) == {main_thread()}
    collecting.end()
    assert gc.isenabled()


def test_nothing_is_looked_for_before_it_is_due() -> None:
    gc.collect()
    Knot.deleted_in.clear()
    Knot()
    collect_if_due()
    assert Knot.deleted_in == []
