from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, LINE, FakeCasebook, entry_id, facet_label

from fieldcat.domain.entry import Kind
from fieldcat.domain.query import Answer, Query, Snippet
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.theme import LIGHT, Theme
from fieldcat.ui.widgets.result_delegate import ResultDelegate
from fieldcat.ui.widgets.result_list import ResultList
from fieldcat.ui.widgets.result_model import ResultModel, ResultRole
from fieldcat.ui.widgets.row_delegate import Content, _Row


def country(code: str) -> str:
    return facet_label(Facet.COUNTRY, code)


def answer(text: str = "hotline colombia", limit: int = 60) -> Answer:
    return FakeCasebook().find(Query(text, limit=limit))


@pytest.fixture
def results(theme: Theme, qtbot: QtBot) -> ResultList:
    made = ResultList(theme, country)
    qtbot.addWidget(made)
    made.resize(386, 700)
    made.show()
    made.show_answer(answer(), hold=False)
    return made


def test_the_model_is_a_sound_one(qtmodeltester: ModelTester) -> None:
    model = ResultModel(country)
    model.show_answer(answer())
    qtmodeltester.check(model)


def test_partial_matches_stand_under_a_header_that_is_never_selected(results: ResultList) -> None:
    model = results.results
    header = next(
        row for row in range(model.rowCount()) if model.index(row).data(ResultRole.HIT) is None
    )
    assert header == 4
    assert model.index(header).data() == "Some of your words"
    assert model.index(header).flags() == Qt.ItemFlag.NoItemFlags


def test_an_answer_that_looks_the_same_changes_no_row_and_is_followed(
    results: ResultList, qtbot: QtBot
) -> None:
    before = answer()
    rescored = tuple(replace(hit, score=hit.score / 2) for hit in before.hits)
    with (
        qtbot.assertNotEmitted(results.results.modelReset),
        qtbot.waitSignal(results.chosen) as chosen,
    ):
        results.show_answer(replace(before, hits=rescored), hold=False)
    assert chosen.args == [before.hits[0].head.id]


@pytest.mark.parametrize(
    "other",
    [
        replace(answer(), hits=answer().hits[:3]),
        replace(answer(), hits=answer().hits[::-1]),
        replace(
            answer(), hits=(replace(answer().hits[0], title_marks=((0, 1),)), *answer().hits[1:])
        ),
        replace(
            answer(), hits=(replace(answer().hits[0], snippet=Snippet("")), *answer().hits[1:])
        ),
    ],
    ids=["fewer", "another order", "other marks", "another snippet"],
)
def test_an_answer_that_looks_otherwise_changes_the_rows(
    other: Answer, results: ResultList, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(results.results.modelReset):
        results.show_answer(other, hold=False)


def test_what_is_known_of_rows_does_not_grow_with_every_answer(results: ResultList) -> None:
    hits = answer().hits
    for number in range(60):
        others = tuple(replace(hit, snippet=Snippet(f"answer {number}")) for hit in hits)
        results.show_answer(replace(answer(), hits=others), hold=False)
        results.viewport().repaint()
    delegate = results.layouts
    assert len(delegate._rows) <= 40
    assert len(delegate._heights) <= 200 + len(hits)


def test_the_first_is_selected_again_though_the_rows_are_the_same(results: ResultList) -> None:
    results.setCurrentIndex(results.results.index(2))
    results.show_answer(answer(), hold=False)
    assert results.currentIndex().row() == 0


def test_where_no_entry_has_all_words_the_header_counts_those_that_have_some() -> None:
    model = ResultModel(country)
    partial = tuple(hit for hit in answer().hits if hit.partial)
    model.show_answer(replace(answer(), hits=partial, total=0, partial_total=14))
    assert model.index(0).data() == "14 entries have some of them"
    model.show_answer(replace(answer(), hits=partial[:1], total=0, partial_total=1))
    assert model.index(0).data() == "1 entry has some of them"


def test_the_header_stands_once_though_hits_come_in_parts() -> None:
    model = ResultModel(country)
    whole = answer()
    model.show_answer(replace(whole, hits=whole.hits[:5]))
    model.append(whole.hits[5:])
    headers = [row for row in range(model.rowCount()) if not model.index(row).flags()]
    assert headers == [4]


def test_further_hits_are_asked_for_once_and_added(qtbot: QtBot) -> None:
    model = ResultModel(country)
    whole = answer("")
    model.show_answer(replace(whole, hits=whole.hits[:5]))
    root = model.index(-1)
    assert model.canFetchMore(root)
    with qtbot.waitSignal(model.more_wanted) as wanted:
        model.fetchMore(root)
    assert wanted.args == [5]
    assert not model.canFetchMore(root)
    model.append(whole.hits[5:])
    assert model.hits == whole.total
    assert not model.canFetchMore(root)


def test_an_empty_further_part_ends_the_asking() -> None:
    model = ResultModel(country)
    whole = answer("")
    model.show_answer(replace(whole, hits=whole.hits[:5]))
    model.append(())
    assert not model.canFetchMore(model.index(-1))


QUESTION = "which hotline sorts reports before the police?"


def test_a_question_is_led_by_passages(results: ResultList) -> None:
    asked = answer(QUESTION)
    results.show_answer(asked, hold=False)
    model = results.results
    rows = [model.index(row) for row in range(model.rowCount())]
    assert rows[0].data() == "Passages that may answer"
    assert rows[3].data() == "Entries"
    assert [row.flags() for row in (rows[0], rows[3])] == [Qt.ItemFlag.NoItemFlags] * 2
    assert tuple(row.data(ResultRole.EXCERPT) for row in rows[1:3]) == asked.excerpts
    assert [row.data(ResultRole.META) for row in rows[1:3]] == ["What they did", "What changed"]
    spoken = rows[1].data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Four parts work as one. The hotline sorts reports" in spoken
    assert model.hits == len(asked.hits)


def test_the_first_passage_is_selected_and_told(results: ResultList, qtbot: QtBot) -> None:
    asked = answer(QUESTION)
    with qtbot.waitSignal(results.passage_chosen) as chosen:
        results.show_answer(asked, hold=False)
    assert chosen.args == [asked.excerpts[0]]
    assert results.selected == CENTRE
    with qtbot.waitSignal(results.opened) as opened:
        qtbot.keyClick(results, Qt.Key.Key_Return)
    assert opened.args == [CENTRE]


def test_arrows_lead_from_the_passages_to_the_entries(results: ResultList, qtbot: QtBot) -> None:
    results.show_answer(answer(QUESTION), hold=False)
    with qtbot.waitSignal(results.chosen):
        qtbot.keyClick(results, Qt.Key.Key_Down)
        qtbot.keyClick(results, Qt.Key.Key_Down)
    assert results.currentIndex().data(ResultRole.HIT) is not None


def test_a_passage_has_no_bookmark(results: ResultList, qtbot: QtBot) -> None:
    results.show_answer(answer(QUESTION), hold=False)
    index = results.results.index(2)
    at = results.bookmark_rect(index).center()
    with qtbot.assertNotEmitted(results.keep_toggled):
        qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert results.currentIndex() == index


def test_places_are_those_among_the_hits(results: ResultList) -> None:
    results.show_answer(answer(QUESTION), hold=False)
    model = results.results
    for place in range(1, model.hits + 1):
        entry = model.entry_at(place)
        assert entry is not None
        assert model.place_of(entry) == place
    assert model.entry_at(0) is model.entry_at(model.hits + 1) is None


def test_the_first_hit_is_selected_and_told(results: ResultList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.chosen) as chosen:
        results.show_answer(answer("helpline"), hold=False)
    assert results.selected == chosen.args[0]
    assert results.currentIndex().row() == 0


def test_the_selected_entry_stays_selected_where_it_is_held(results: ResultList) -> None:
    results.select(LINE)
    results.show_answer(answer("hotline"), hold=True)
    assert results.selected == LINE
    results.show_answer(answer("hotline"), hold=False)
    assert results.selected != LINE


def test_selecting_what_is_not_here_selects_nothing(results: ResultList) -> None:
    results.select(entry_id(Kind.TERM, "no-such"))
    assert results.selected is None


def test_arrows_choose_and_enter_opens(results: ResultList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.chosen):
        qtbot.keyClick(results, Qt.Key.Key_Down)
    with qtbot.waitSignal(results.opened) as opened:
        qtbot.keyClick(results, Qt.Key.Key_Return)
    assert opened.args == [results.selected]


def test_an_arrow_steps_over_the_header(results: ResultList, qtbot: QtBot) -> None:
    results.setCurrentIndex(results.results.index(3))
    qtbot.keyClick(results, Qt.Key.Key_Down)
    assert results.currentIndex().row() == 5


def test_up_from_the_first_leads_to_the_search(results: ResultList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.left_upwards):
        qtbot.keyClick(results, Qt.Key.Key_Up)


def test_a_click_on_the_bookmark_keeps_and_does_not_choose(
    results: ResultList, qtbot: QtBot
) -> None:
    index = results.results.index(2)
    at = results.bookmark_rect(index).center()
    with qtbot.waitSignal(results.keep_toggled) as toggled:
        qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert toggled.args == [index.data(ResultRole.HIT).head.id]
    assert results.currentIndex().row() == 0


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_only_the_keyboard_takes_a_row_in_hand_as_it_comes(
    results: ResultList, qtbot: QtBot, by_keys: bool
) -> None:
    # One reads something that is not in the list.
    results.clearSelection()
    results.setCurrentIndex(QModelIndex())
    results.activateWindow()
    qtbot.waitUntil(results.isActiveWindow)
    results.clearFocus()
    reasons = Qt.FocusReason
    results.setFocus(reasons.TabFocusReason if by_keys else reasons.MouseFocusReason)
    assert results.currentIndex().isValid() is by_keys


def test_a_double_click_opens(results: ResultList, qtbot: QtBot) -> None:
    at = results.visualRect(results.results.index(1)).center()
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(results.opened):
        qtbot.mouseDClick(results.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_only_rows_whose_bookmark_changed_are_told(results: ResultList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.results.dataChanged) as changed:
        results.results.set_kept(frozenset({CENTRE}))
    assert changed.args[0].row() == results.results.row_of(CENTRE)
    assert changed.args[0].data(ResultRole.KEPT)


def test_a_row_is_read_aloud_whole(results: ResultList) -> None:
    results.results.set_kept(frozenset({CENTRE}))
    row = results.results.row_of(CENTRE)
    assert row is not None
    spoken = results.results.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(
        "A safer internet centre where hotline, research and young people meet. "
        "Case study · Casa Clara · 2024. Sensitive. Saved. Casa Clara, a network"
    )


@pytest.mark.parametrize(
    ("slug", "kind", "meta"),
    [
        ("te-escucho", Kind.HELP_SERVICE, "Help service · Colombia · stated Oct 2024"),
        ("casa-clara", Kind.ORGANISATION, "Organisation · Colombia"),
        ("hotline", Kind.TERM, "Term"),
        ("street-theatre", Kind.CASE_STUDY, "Case study · Rrjeti · 2024"),
    ],
)
def test_the_meta_line_says_what_a_kind_is_known_by(
    slug: str, kind: Kind, meta: str, results: ResultList
) -> None:
    results.show_answer(answer(""), hold=False)
    row = results.results.row_of(entry_id(kind, slug))
    assert row is not None
    assert results.results.index(row).data(ResultRole.META) == meta


def test_a_row_is_as_high_as_its_lines(results: ResultList) -> None:
    model = results.results
    assert results.visualRect(model.index(0)).height() == 118  # two lines of title
    assert results.visualRect(model.index(1)).height() == 99


def test_rows_are_laid_out_again_for_another_width(results: ResultList, qtbot: QtBot) -> None:
    before = results.visualRect(results.results.index(0)).height()
    results.resize(900, 700)
    qtbot.waitUntil(lambda: results.visualRect(results.results.index(0)).height() < before)


def test_a_low_window_has_no_third_line_and_smaller_paddings(
    results: ResultList, qtbot: QtBot
) -> None:
    results.resize(340, 500)
    results.set_low(True)
    row = results.results.row_of(LINE)
    assert row is not None
    qtbot.waitUntil(lambda: results.visualRect(results.results.index(row)).height() == 95)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("dark", [False, True])
def test_rows_paint_marks_in_both_directions_and_themes(
    results: ResultList, theme: Theme, direction: Qt.LayoutDirection, dark: bool
) -> None:
    theme.set_dark(dark)
    results.setLayoutDirection(direction)
    results.setFocus(Qt.FocusReason.TabFocusReason)
    picture = results.grab().toImage()
    found = {picture.pixelColor(x, y).name() for x in range(386) for y in range(0, 400, 2)}
    assert theme.tokens.mark in found
    assert theme.tokens.wash in found


def test_a_title_that_is_cut_off_is_whole_in_its_tip(results: ResultList) -> None:
    results.resize(240, 700)
    results.executeDelayedItemsLayout()
    at = results.visualRect(results.results.index(0)).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, results.viewport().mapToGlobal(at))
    assert QApplication.sendEvent(results.viewport(), event)
    assert results.is_cut_off(results.results.index(0))
    results.resize(900, 700)
    assert not results.is_cut_off(results.results.index(0))
    nowhere = QPoint(5, 690)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, nowhere, results.viewport().mapToGlobal(nowhere))
    assert QApplication.sendEvent(results.viewport(), event)


def test_the_tip_of_a_row_goes_with_the_row(
    results: ResultList, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By itself a tip goes after ten seconds and more.
    hidden: list[str] = []
    monkeypatch.setattr(QToolTip, "hideText", lambda: hidden.append("hidden"))
    results.show_answer(answer("hotline", limit=3), hold=False)
    assert hidden


def test_an_entry_without_a_snippet_is_a_shorter_row(results: ResultList) -> None:
    whole = answer("hotline")
    bare = tuple(replace(hit, snippet=Snippet("")) for hit in whole.hits)
    results.show_answer(replace(whole, hits=bare), hold=False)
    assert results.visualRect(results.results.index(1)).height() < 70
    assert LIGHT.mark  # rows without marks paint as well
    assert not results.grab().isNull()


@pytest.mark.parametrize("width", [260, 386, 610])
def test_a_row_is_as_high_as_its_words_once_they_are_laid_out(
    results: ResultList, width: int
) -> None:
    results.resize(width, 700)
    delegate, model = results.itemDelegate(), results.results
    assert isinstance(delegate, ResultDelegate)
    rows = [model.index(row) for row in range(model.rowCount()) if model.index(row).flags()]
    assert rows
    option = QStyleOptionViewItem()
    inner = results.viewport().width()
    for row in rows:
        delegate.forget()
        measured = delegate.sizeHint(option, row)
        delegate.forget()
        delegate.is_elided(row, inner)
        assert delegate.sizeHint(option, row) == measured


@pytest.mark.parametrize("low", [False, True])
def test_a_row_with_a_tag_is_as_high_as_it_is_measured(results: ResultList, low: bool) -> None:
    whole = answer("")
    tagged = [replace(hit, head=replace(hit.head, sensitive="described")) for hit in whole.hits]
    results.show_answer(replace(whole, hits=tuple(tagged)), hold=False)
    results.set_low(low)
    delegate, model, option = results.layouts, results.results, QStyleOptionViewItem()
    beyond = [model.index(row) for row in range(5, model.rowCount())]
    assert beyond
    for width in range(200, 620, 12):
        results.resize(width, 700)
        for row in beyond:
            delegate.forget()
            measured = delegate.sizeHint(option, row)
            delegate.forget()
            delegate.is_elided(row, results.viewport().width())
            assert delegate.sizeHint(option, row) == measured


def test_rows_are_laid_out_once_though_a_scroll_bar_comes_with_them(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ResultList(theme, country)
    qtbot.addWidget(made)
    made.resize(386, 300)
    made.show()
    laid_out: list[int] = []
    lay_out = ResultDelegate._laid_out

    def noted(self: ResultDelegate, content: Content, width: int, *, bookmarked: bool) -> _Row:
        laid_out.append(width)
        return lay_out(self, content, width, bookmarked=bookmarked)

    monkeypatch.setattr(ResultDelegate, "_laid_out", noted)
    made.show_answer(answer(""), hold=False)
    made.grab()
    assert made.verticalScrollBar().isVisible()
    assert set(laid_out) == {made.viewport().width()}


def test_the_scroll_bar_goes_where_there_is_room_for_all_rows(
    results: ResultList, qtbot: QtBot
) -> None:
    results.resize(386, 150)
    results.show_answer(answer(""), hold=False)
    results.resize(386, 4000)
    qtbot.waitUntil(lambda: not results.verticalScrollBar().isVisible())


def test_scrolling_leaves_no_trace_of_what_stood_there_before(
    results: ResultList, qtbot: QtBot
) -> None:
    results.show_answer(answer(""), hold=False)
    results.resize(386, 300)
    bar = results.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    before = results.grab().toImage()
    bar.setValue(bar.maximum())
    results.grab()
    bar.setValue(0)
    assert results.grab().toImage() == before
