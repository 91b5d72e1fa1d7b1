from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fieldcat.domain.query import FacetValue
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets import pictures
from fieldcat.ui.widgets.facet_model import FacetModel, FacetRole
from fieldcat.ui.widgets.facet_tree import RAIL_ORDER, FacetTree


def values(**counts: int) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(name, name.capitalize(), count) for name, count in counts.items())


FACETS = {
    Facet.KIND: values(term=1, tool=3),
    Facet.COUNTRY: values(co=2),
    Facet.YEAR: (
        FacetValue("2022", "2022", 1, True),
        FacetValue("2023", "2023", 5, True),
        FacetValue("2024", "2024", 3),
    ),
    Facet.LANGUAGE: values(en=6),
    Facet.TOPIC: values(**{f"t{n}": 20 - n for n in range(12)}),
}


@pytest.fixture
def tree(theme: Theme, qtbot: QtBot) -> FacetTree:
    made = FacetTree(theme)
    qtbot.addWidget(made)
    made.resize(206, 700)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with qtbot.waitExposed(made):
        made.show()
    made.facets.hold(False)
    made.show_facets(FACETS)
    return made


def group(model: QAbstractItemModel, title: str) -> QModelIndex:
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(index for index in rows if index.data() == title)


def labels(model: QAbstractItemModel, title: str) -> list[str]:
    parent = group(model, title)
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_the_model_is_a_sound_one(qtmodeltester: ModelTester) -> None:
    model = FacetModel(RAIL_ORDER)
    model.show_facets(FACETS)
    qtmodeltester.check(model)


def test_groups_stand_in_their_order_and_useless_ones_are_left_out(tree: FacetTree) -> None:
    assert tree.facets.facets == (Facet.KIND, Facet.TOPIC, Facet.COUNTRY, Facet.YEAR)


def test_values_with_most_entries_come_first_and_years_from_the_newest(tree: FacetTree) -> None:
    assert labels(tree.facets, "Kind") == ["Tool", "Term"]
    assert labels(tree.facets, "Year") == ["2024", "2023", "2022"]


def test_the_first_groups_are_unfolded_and_a_folded_one_shows_what_is_ticked(
    tree: FacetTree,
) -> None:
    assert tree.isExpanded(group(tree.facets, "Kind"))
    year = group(tree.facets, "Year")
    assert not tree.isExpanded(year)
    assert year.data(FacetRole.PILL) == "2022–2023"
    spoken = year.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Year, ticked: 2022–2023"


def test_a_long_group_shows_its_first_values_until_all_are_asked_for(
    tree: FacetTree, qtbot: QtBot
) -> None:
    topic = group(tree.facets, "Topic")
    assert labels(tree.facets, "Topic")[-1] == "Show all 12"
    more = tree.facets.index(tree.facets.rowCount(topic) - 1, 0, topic)
    assert more.data(FacetRole.MORE)
    tree.setCurrentIndex(more)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert len(labels(tree.facets, "Topic")) == 12


def test_all_of_a_long_group_stay_shown_where_a_late_value_was_ticked(tree: FacetTree) -> None:
    ticked = [*FACETS[Facet.TOPIC][:-1], FacetValue("t11", "T11", 9, True)]
    tree.show_facets({**FACETS, Facet.TOPIC: tuple(ticked)})
    assert labels(tree.facets, "Topic")[-2:] == ["T11", "Show all 12"]
    tree.facets.show_whole(Facet.TOPIC)
    assert len(labels(tree.facets, "Topic")) == 12


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_ticks(tree: FacetTree, qtbot: QtBot, key: Qt.Key) -> None:
    tree.setCurrentIndex(tree.facets.index(0, 0, group(tree.facets, "Kind")))
    with qtbot.waitSignal(tree.toggled) as toggled:
        qtbot.keyClick(tree, key)
    assert toggled.args == [Facet.KIND, "tool"]


def test_a_click_ticks(tree: FacetTree, qtbot: QtBot) -> None:
    index = tree.facets.index(1, 0, group(tree.facets, "Kind"))
    at = tree.visualRect(index).center()
    with qtbot.waitSignal(tree.toggled) as toggled:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert toggled.args == [Facet.KIND, "term"]


def test_a_group_folds_by_key_and_by_click(tree: FacetTree, qtbot: QtBot) -> None:
    country = group(tree.facets, "Country")
    tree.setCurrentIndex(country)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(country)
    tree.setCurrentIndex(tree.facets.index(0, 0, country))
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(country)
    assert tree.currentIndex() == country
    at = tree.visualRect(country).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert tree.isExpanded(country)


def test_folding_is_remembered_when_other_facets_come(tree: FacetTree) -> None:
    tree.expand(group(tree.facets, "Country"))
    tree.collapse(group(tree.facets, "Kind"))
    tree.show_facets({**FACETS, Facet.EVIDENCE: values(own=1)})
    assert tree.isExpanded(group(tree.facets, "Country"))
    assert not tree.isExpanded(group(tree.facets, "Kind"))


def test_rows_never_jump_while_the_pointer_is_over_them(tree: FacetTree) -> None:
    centre = QPointF(50, 50)
    QApplication.sendEvent(tree, QEnterEvent(centre, centre, centre))
    tree.show_facets({**FACETS, Facet.KIND: values(term=9, research=1)})
    assert labels(tree.facets, "Kind") == ["Tool", "Term"]
    kind = group(tree.facets, "Kind")
    counts = [tree.facets.index(row, 0, kind).data(FacetRole.VALUE).count for row in range(2)]
    assert counts == [0, 9]
    QApplication.sendEvent(tree, QEvent(QEvent.Type.Leave))
    assert labels(tree.facets, "Kind") == ["Term", "Research"]


def test_a_value_is_read_aloud_with_its_count(tree: FacetTree) -> None:
    index = tree.facets.index(1, 0, group(tree.facets, "Kind"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Term, 1 entry"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_a_row_is_26_pixels_high_and_grows_with_the_text(tree: FacetTree, theme: Theme) -> None:
    index = tree.facets.index(0, 0, group(tree.facets, "Kind"))
    assert tree.visualRect(index).height() == 26
    theme.set_scale(2)
    tree.executeDelayedItemsLayout()
    assert tree.visualRect(index).height() > 40


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_can_be_painted_in_both_directions(
    tree: FacetTree, direction: Qt.LayoutDirection
) -> None:
    tree.setLayoutDirection(direction)
    tree.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert not tree.grab().isNull()


def test_rows_are_painted_where_qt_has_them(tree: FacetTree) -> None:
    tree.setExpanded(group(tree.facets, "Year"), True)
    tree.setExpanded(group(tree.facets, "Kind"), False)
    model = tree.facets
    for place in tree.places:
        head = model.index(place.group, 0)
        index = head if place.row is None else model.index(place.row, 0, head)
        stands = tree.visualRect(index)
        assert (stands.top(), stands.height()) == (place.top, place.height)
    shown = sum(model.rowCount(model.index(row, 0)) for row in range(model.rowCount()))
    folded = model.rowCount(group(model, "Kind")) + model.rowCount(group(model, "Country"))
    assert len(tree.places) == model.rowCount() + shown - folded


def test_a_whole_tree_is_as_high_as_its_rows(theme: Theme, qtbot: QtBot) -> None:
    made = FacetTree(theme, (Facet.KIND,), whole=True)
    qtbot.addWidget(made)
    made.show_facets(FACETS)
    assert made.height() == 3 * 26


def test_other_values_come_into_the_same_rows_without_a_reset(
    tree: FacetTree, qtmodeltester: ModelTester
) -> None:
    resets: list[bool] = []
    tree.facets.modelReset.connect(lambda: resets.append(True))
    tree.show_facets({**FACETS, Facet.KIND: values(research=4, tool=2, funding=1)})
    assert labels(tree.facets, "Kind")[0] == "Research"
    assert len(labels(tree.facets, "Kind")) == 3
    tree.show_facets({**FACETS, Facet.KIND: values(funding=9)})
    assert len(labels(tree.facets, "Kind")) == 1
    assert not resets
    qtmodeltester.check(tree.facets)


def test_the_place_follows_its_value_to_another_row(tree: FacetTree) -> None:
    tree.setCurrentIndex(tree.facets.find(Facet.KIND, "term"))
    tree.facets.hold(False)
    tree.show_facets({**FACETS, Facet.KIND: values(term=9, tool=3)})
    assert tree.currentIndex() == tree.facets.find(Facet.KIND, "term")
    assert tree.currentIndex().row() == 0


def test_what_waited_is_dropped_once_an_answer_comes_that_fits_the_rows(tree: FacetTree) -> None:
    tree.facets.hold(True)
    tree.show_facets({**FACETS, Facet.KIND: values(term=4)})
    tree.show_facets(FACETS)
    tree.facets.hold(False)
    assert labels(tree.facets, "Kind") == ["Tool", "Term"]


def test_new_counts_are_painted(tree: FacetTree, qtbot: QtBot) -> None:
    before = tree.grab().toImage()
    tree.show_facets({**FACETS, Facet.KIND: values(tool=8, term=1)})
    qtbot.waitUntil(lambda: tree.grab().toImage() != before)


def test_new_counts_are_written_without_new_pictures(
    tree: FacetTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree.grab()
    drawn: list[object] = []
    monkeypatch.setattr(pictures, "_drawn", lambda *args: drawn.append(args))
    tree.show_facets({**FACETS, Facet.KIND: values(tool=4321, term=210)})
    assert not tree.grab().isNull()
    assert not drawn
