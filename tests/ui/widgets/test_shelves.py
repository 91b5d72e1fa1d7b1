from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, LINE

from fieldcat.domain.keeping import Folder
from fieldcat.services.answers import Kept
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.shelf_model import (
    ALL_KEPT,
    Shelf,
    ShelfModel,
    ShelfRole,
    Spot,
    entries_data,
    entries_of,
)
from fieldcat.ui.widgets.shelf_tree import ShelfTree

PARENTS, POLICE, SLIDES = Folder(1, "Parents"), Folder(2, "Police"), Folder(3, "Slides", 1)
KEPT = Kept(folders=(PARENTS, POLICE, SLIDES))


def folder(number: int) -> Spot:
    return Spot(Shelf.KEPT, number)


@pytest.fixture
def model() -> ShelfModel:
    made = ShelfModel()
    made.show_kept(KEPT)
    return made


@pytest.fixture
def tree(theme: Theme, qtbot: QtBot) -> ShelfTree:
    made = ShelfTree(theme)
    qtbot.addWidget(made)
    made.resize(206, 400)
    made.show_kept(KEPT)
    made.show()
    qtbot.waitExposed(made)
    return made


def names(model: QAbstractItemModel, above: QModelIndex | None = None) -> list[object]:
    above = above or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        below = names(model, index)
        found += [(index.data(), below)] if below else [index.data()]
    return found


def test_folders_lie_within_each_other_under_kept(model: ShelfModel, qtbot: QtBot) -> None:
    assert qtbot is not None
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = ("Kept", [("Parents", ["Slides"]), "Police"])
    assert names(model) == [kept, "Notes", "Recently read", "Saved searches"]
    assert model.path(3) == "Parents › Slides"
    assert model.folders == (1, 3, 2)


def test_folders_that_lie_in_nothing_that_is_there_stand_at_the_top(model: ShelfModel) -> None:
    model.show_kept(Kept(folders=(Folder(5, "Lost", 99),)))
    assert names(model)[0] == ("Kept", ["Lost"])


def test_rows_say_what_they_are_and_how_much_is_in_them(model: ShelfModel) -> None:
    def spoken(spot: Spot) -> object:
        return model.index_of(spot).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken(ALL_KEPT) == "Kept, 0"
    assert spoken(folder(2)) == "Folder Police, 0"


def test_where_only_counts_change_rows_stay_as_they_are(model: ShelfModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_kept(KEPT)


@pytest.mark.parametrize(
    ("moved", "into", "fits"),
    [(2, 1, True), (1, 3, False), (1, 1, False), (3, 1, False), (3, None, True), (9, 1, False)],
)
def test_a_folder_never_goes_into_itself(
    model: ShelfModel, moved: int, into: int | None, fits: bool
) -> None:
    assert model.can_move(moved, into) is fits


def test_entries_travel_as_their_names() -> None:
    assert entries_of(entries_data([CENTRE, LINE])) == (CENTRE, LINE)


def place_of(tree: ShelfTree, spot: Spot) -> QPointF:
    return QPointF(tree.visualRect(tree.shelves.index_of(spot)).center())


def drag_over(tree: ShelfTree, data: QMimeData, spot: Spot) -> bool:
    event = QDragMoveEvent(
        place_of(tree, spot).toPoint(),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dragMoveEvent(event)
    return event.isAccepted()


def drop(tree: ShelfTree, data: QMimeData, spot: Spot) -> None:
    tree.dropEvent(
        QDropEvent(
            place_of(tree, spot),
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_entries_are_dropped_onto_folders_and_onto_kept_only(tree: ShelfTree, qtbot: QtBot) -> None:
    data = entries_data([CENTRE])
    assert drag_over(tree, data, folder(3))
    assert drag_over(tree, data, ALL_KEPT)
    assert not drag_over(tree, data, Spot(Shelf.NOTES))
    with qtbot.waitSignal(tree.shelves.placed) as placed:
        drop(tree, data, folder(3))
    assert placed.args == [(CENTRE,), 3]
    with qtbot.waitSignal(tree.shelves.placed) as placed:
        drop(tree, data, ALL_KEPT)
    assert placed.args == [(CENTRE,), None]


def test_a_folder_is_dropped_into_another_one(tree: ShelfTree, qtbot: QtBot) -> None:
    data = tree.shelves.mimeData([tree.shelves.index_of(folder(2))])
    with qtbot.waitSignal(tree.shelves.moved) as moved:
        drop(tree, data, folder(1))
    assert moved.args == [2, 1]
    own = tree.shelves.mimeData([tree.shelves.index_of(folder(1))])
    assert not drag_over(tree, own, folder(3))
    with qtbot.assertNotEmitted(tree.shelves.moved):
        drop(tree, own, folder(3))
    assert names(tree.shelves)[0] == ("Kept", [("Parents", ["Slides"]), "Police"])


def test_arrows_choose_and_enter_leads_on(tree: ShelfTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.chosen) as chosen:
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert chosen.args == [folder(1)]
    with qtbot.waitSignal(tree.entered):
        qtbot.keyClick(tree, Qt.Key.Key_Return)


def test_left_and_right_fold_and_unfold(tree: ShelfTree, qtbot: QtBot) -> None:
    tree.choose(folder(1))
    high = tree.sizeHint().height()
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.shelves.index_of(folder(1)))
    assert tree.sizeHint().height() < high
    tree.show_kept(Kept(folders=(PARENTS, SLIDES)))
    assert not tree.isExpanded(tree.shelves.index_of(folder(1)))
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(tree.shelves.index_of(folder(1)))
    with qtbot.waitSignal(tree.entered):
        qtbot.keyClick(tree, Qt.Key.Key_Right)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert tree.spot == ALL_KEPT


def test_an_arrow_before_a_folder_folds_it_by_mouse(tree: ShelfTree, qtbot: QtBot) -> None:
    index = tree.shelves.index_of(folder(1))
    row = tree.visualRect(index)
    row.setLeft(0)
    at = tree._delegate.arrow_rect(row, index).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not tree.isExpanded(index)
    assert tree.spot == ALL_KEPT


def typed_name(tree: ShelfTree) -> QLineEdit:
    (editor,) = tree.findChildren(QLineEdit)
    return editor


def test_f2_changes_a_name_in_its_place(tree: ShelfTree, qtbot: QtBot) -> None:
    tree.choose(folder(2))
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = typed_name(tree)
    assert editor.selectedText() == "Police"
    qtbot.keyClicks(editor, "  Officers ")
    qtbot.keyClick(editor, Qt.Key.Key_Down)  # which chooses nothing else meanwhile
    with qtbot.assertNotEmitted(tree.entered), qtbot.waitSignal(tree.shelves.renamed) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [2, "Officers"]


@pytest.mark.parametrize("typed", ["", "   ", "Police"])
def test_an_empty_name_or_the_same_changes_nothing(
    tree: ShelfTree, qtbot: QtBot, typed: str
) -> None:
    tree.rename(folder(2))
    editor = typed_name(tree)
    editor.setText(typed)
    with qtbot.assertNotEmitted(tree.shelves.renamed, wait=50):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_lists_that_are_no_folders_have_no_name_to_change(tree: ShelfTree) -> None:
    tree.rename(Spot(Shelf.NOTES))
    assert not tree.findChildren(QLineEdit)


def test_delete_removes_folders_only(tree: ShelfTree, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.remove_wanted):
        qtbot.keyClick(tree, Qt.Key.Key_Delete)
    tree.choose(folder(2))
    with qtbot.waitSignal(tree.remove_wanted):
        qtbot.keyClick(tree, Qt.Key.Key_Delete)


def test_where_the_chosen_folder_is_gone_all_that_is_kept_is_chosen(
    tree: ShelfTree, qtbot: QtBot
) -> None:
    tree.choose(folder(2))
    with qtbot.waitSignal(tree.chosen) as chosen:
        tree.show_kept(Kept(folders=(PARENTS,)))
    assert chosen.args == [ALL_KEPT]


def test_its_menu_opens_by_key_and_by_mouse(tree: ShelfTree, qtbot: QtBot) -> None:
    tree.choose(folder(2))
    with qtbot.waitSignal(tree.menu_wanted):
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), tree.mapToGlobal(QPoint(1, 1))
        )
        QApplication.sendEvent(tree.viewport(), event)
    at = place_of(tree, folder(1)).toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.mapToGlobal(at))
    with qtbot.waitSignal(tree.menu_wanted):
        QApplication.sendEvent(tree.viewport(), event)
    assert tree.spot == folder(1)


def test_it_is_as_high_as_its_rows(tree: ShelfTree) -> None:
    lowest = tree.visualRect(tree.shelves.index_of(Spot(Shelf.SEARCHES)))
    assert tree.sizeHint().height() == lowest.bottom() + 1


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_is_painted_in_both_directions(tree: ShelfTree, direction: Qt.LayoutDirection) -> None:
    tree.setLayoutDirection(direction)
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    drag_over(tree, entries_data([CENTRE]), folder(2))
    assert not tree.grab().isNull()
    assert tree.shelves.index_of(folder(3)).data(ShelfRole.DEPTH) == 2
