"""The trainer's window: what it shows, and what it lets out to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.plans import entry_part, paragraph, section, session
from tests.ui.inspecting import cut, without_a_name
from tests.ui.wheel import turn_wheel

from fieldcat.domain.session import (
    Break,
    Discussion,
    Moment,
    OwnText,
    Quiz,
    Session,
    Survey,
)
from fieldcat.ui.presenting.deck import Deck
from fieldcat.ui.presenting.ending import EndDialog
from fieldcat.ui.presenting.hands import HandsDialog
from fieldcat.ui.presenting.presenter import Presenter
from fieldcat.ui.presenting.step_list import Role
from fieldcat.ui.sessions.wording import step_name
from fieldcat.ui.slides.sheet import Sheet
from fieldcat.ui.theme import Theme

Make = Callable[..., Presenter]

QUIZ = Quiz("What do you do first?", ("Ask", "Stay calm", "Shout"), 1, "Fear keeps silent.")
SECRET = entry_part(section(paragraph("A hard story."), sensitive="It speaks of a death."))
PLAN = session(OwnText("Welcome"), Discussion("Who would your child tell?"), SECRET, QUIZ)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Make:
    def made(
        plan: Session = PLAN, *, at: int = 0, one_screen: bool = False, **kwargs: Any
    ) -> Presenter:
        presenter = Presenter(plan, Deck(plan), theme, at=at, **kwargs)
        qtbot.addWidget(presenter, before_close_func=lambda widget: widget.end())
        presenter.resize(1366, 768)
        presenter.set_one_screen(one_screen)
        presenter.show()
        qtbot.waitExposed(presenter)
        return presenter

    return made


@pytest.fixture
def presenter(make: Make) -> Presenter:
    return make()


def said(sheet: Sheet | None) -> str:
    return "" if sheet is None else " ".join(sheet.words)


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


KEYS_ON = [Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down]
KEYS_BACK = [Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up]


@pytest.mark.parametrize("key", KEYS_ON)
def test_a_key_or_a_clicker_goes_on(qtbot: QtBot, presenter: Presenter, key: Qt.Key) -> None:
    press(qtbot, presenter, key)
    assert "Who would your child tell?" in said(presenter.room_sheet)


@pytest.mark.parametrize("key", KEYS_BACK)
def test_a_key_or_a_clicker_goes_back(qtbot: QtBot, make: Make, key: Qt.Key) -> None:
    presenter = make(at=1)
    press(qtbot, presenter, key)
    assert "Welcome" in said(presenter.room_sheet)


@pytest.mark.usefixtures("from_right_to_left")
def test_from_right_to_left_the_left_key_goes_on(qtbot: QtBot, make: Make) -> None:
    presenter = make()
    press(qtbot, presenter, Qt.Key.Key_Left)
    assert presenter.show_state.at == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_a_key_makes_the_room_black_and_gives_it_back(
    qtbot: QtBot, presenter: Presenter, key: Qt.Key
) -> None:
    press(qtbot, presenter, key)
    assert presenter.room_sheet is None
    press(qtbot, presenter, key)
    assert "Welcome" in said(presenter.room_sheet)


def test_with_one_screen_a_click_goes_on_and_another_button_brings_the_notes(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(one_screen=True)
    qtbot.mouseClick(presenter.whole, Qt.MouseButton.LeftButton)
    assert presenter.show_state.at == 1
    qtbot.mouseClick(presenter.whole, Qt.MouseButton.RightButton)
    assert not presenter.only_slide
    qtbot.mouseClick(presenter.preview, Qt.MouseButton.LeftButton)
    assert presenter.show_state.at == 1


def test_with_one_screen_it_is_said_how_to_go_on_until_one_does(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldcat.ui.presenting.hint._SHOWN_MS", 3_600_000)
    presenter = make(one_screen=True)
    assert presenter.hint.isVisible()
    assert presenter.whole.rect().contains(presenter.hint.geometry())
    press(qtbot, presenter, Qt.Key.Key_Right)
    assert not presenter.hint.isVisible()


def test_a_step_is_ticked_once_one_has_gone_on(qtbot: QtBot, presenter: Presenter) -> None:
    def sign(row: int) -> str:
        steps = presenter.list.steps
        return str(steps.data(steps.index(row), Role.SIGN))

    assert sign(0) == ""
    press(qtbot, presenter, Qt.Key.Key_Right)
    assert sign(0) == "check"
    assert sign(1) == ""


def test_what_was_shown_steps_back_behind_what_comes(
    qtbot: QtBot, presenter: Presenter, theme: Theme
) -> None:
    def darkest(row: int) -> int:
        view = presenter.list
        picture = view.viewport().grab(view.visualRect(view.steps.index(row))).toImage()
        words = range(picture.width() // 4, picture.width() - 40)
        return min(
            picture.pixelColor(x, y).lightness() for x in words for y in range(picture.height())
        )

    quiet = QColor(theme.tokens.text_2).lightness()
    assert darkest(0) < quiet
    press(qtbot, presenter, Qt.Key.Key_Right)
    assert darkest(0) >= quiet
    assert darkest(1) < quiet


def test_of_the_next_step_it_is_said_what_it_is_and_how_long(
    qtbot: QtBot, presenter: Presenter
) -> None:
    told = presenter.notes.next_words
    qtbot.waitUntil(lambda: told.text() == "Discussion · 10 minutes")
    press(qtbot, presenter, Qt.Key.Key_Right)
    # What comes is covered, so that the picture of it does not tell.
    name = step_name(PLAN.steps[2])
    qtbot.waitUntil(lambda: told.text() == f"{name} · Part of an entry · 10 minutes")


def test_the_list_leads_to_a_step_by_keyboard(qtbot: QtBot, presenter: Presenter) -> None:
    press(qtbot, presenter, Qt.Key.Key_G)
    press(qtbot, presenter.list, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert presenter.show_state.at == 1


@pytest.mark.parametrize("key", KEYS_ON)
def test_a_key_goes_on_where_a_button_has_the_focus(
    qtbot: QtBot, presenter: Presenter, key: Qt.Key
) -> None:
    press(qtbot, presenter.black_button, key)
    assert presenter.show_state.at == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_PageDown])
def test_a_key_goes_on_where_the_notes_have_the_focus(
    qtbot: QtBot, presenter: Presenter, key: Qt.Key
) -> None:
    press(qtbot, presenter.notes.notes, key)
    assert presenter.show_state.at == 1


def test_notes_are_moved_with_the_arrows(qtbot: QtBot, presenter: Presenter) -> None:
    press(qtbot, presenter.notes.notes, Qt.Key.Key_Down)
    assert presenter.show_state.at == 0


def test_a_key_that_chooses_no_step_leaves_the_list_and_does_what_it_does(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(one_screen=True)
    press(qtbot, presenter, Qt.Key.Key_G)
    press(qtbot, presenter.list, Qt.Key.Key_Right)
    assert presenter.only_slide
    assert presenter.show_state.at == 1
    press(qtbot, presenter, Qt.Key.Key_G)
    press(qtbot, presenter.list, Qt.Key.Key_B)
    assert presenter.room_sheet is None


def test_g_leaves_the_list_again(qtbot: QtBot, make: Make) -> None:
    presenter = make(one_screen=True)
    press(qtbot, presenter, Qt.Key.Key_G)
    press(qtbot, presenter.list, Qt.Key.Key_G)
    assert presenter.only_slide


def test_esc_leaves_the_list_and_ends_nothing(qtbot: QtBot, presenter: Presenter) -> None:
    press(qtbot, presenter, Qt.Key.Key_G)
    press(qtbot, presenter.list, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert presenter.show_state.at == 0
    assert presenter.findChild(EndDialog) is None


def test_the_room_sees_a_card_in_place_of_something_sensitive(make: Make) -> None:
    presenter = make(at=2)
    assert said(presenter.room_sheet) == "One moment, please"


def test_the_trainers_own_screen_shows_the_card_too_at_first(make: Make) -> None:
    presenter = make(at=2)
    assert said(presenter.preview.sheet) == "One moment, please"
    assert "It speaks of a death." in presenter.care.words.text()


def test_the_trainer_looks_first_and_the_room_still_sees_the_card(make: Make) -> None:
    presenter = make(at=2)
    presenter.care.look_button.click()
    assert "A hard story." in said(presenter.preview.sheet)
    assert said(presenter.room_sheet) == "One moment, please"


def test_the_room_sees_it_once_the_trainer_says_so(make: Make) -> None:
    presenter = make(at=2)
    presenter.care.look_button.click()
    presenter.care.show_button.click()
    assert "A hard story." in said(presenter.room_sheet)


def test_it_can_be_covered_again(make: Make) -> None:
    presenter = make(at=2)
    presenter.care.look_button.click()
    presenter.care.show_button.click()
    presenter.care.close_button.click()
    assert said(presenter.room_sheet) == "One moment, please"


def test_when_the_wall_goes_what_only_the_trainer_saw_is_closed(make: Make) -> None:
    presenter = make(at=2)
    presenter.care.look_button.click()
    presenter.set_one_screen(True)
    assert said(presenter.whole.sheet) == "One moment, please"
    assert said(presenter.preview.sheet) == "One moment, please"


def test_with_one_screen_it_says_that_the_room_sees_what_is_opened(make: Make) -> None:
    presenter = make(at=2, one_screen=True)
    assert "The room sees this screen, too" in presenter.care.words.text()
    presenter.care.look_button.click()
    assert "A hard story." in said(presenter.room_sheet)


def test_the_next_slide_never_shows_what_is_sensitive(qtbot: QtBot, make: Make) -> None:
    presenter = make(at=1)
    qtbot.waitUntil(lambda: presenter.notes.next_view.sheet is not None)
    assert said(presenter.notes.next_view.sheet) == "One moment, please"
    assert "Step 3 is sensitive" in presenter.notes.care_words.text()


def test_with_one_screen_the_slide_fills_it_until_n_brings_the_notes(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(one_screen=True)
    assert presenter.only_slide
    press(qtbot, presenter, Qt.Key.Key_N)
    assert not presenter.only_slide
    press(qtbot, presenter, Qt.Key.Key_N)
    assert presenter.only_slide


def test_with_two_screens_n_makes_the_notes_bigger(qtbot: QtBot, presenter: Presenter) -> None:
    before = presenter.notes.notes.font().pointSizeF()
    press(qtbot, presenter, Qt.Key.Key_N)
    assert presenter.notes.notes.font().pointSizeF() > before


def test_the_notes_are_those_of_the_step(qtbot: QtBot, presenter: Presenter) -> None:
    press(qtbot, presenter, Qt.Key.Key_Right)
    assert presenter.notes.notes.toPlainText() == "Notes on 1"


def test_hands_are_counted_for_a_quiz_only(make: Make) -> None:
    presenter = make()
    assert not presenter.hands_button.isEnabled()
    presenter.go_to(3)
    assert presenter.hands_button.isEnabled()


def test_counted_hands_are_told_and_stand_with_the_answer(qtbot: QtBot, make: Make) -> None:
    presenter = make(at=3)
    presenter.hands_button.click()
    dialog = presenter.findChild(HandsDialog)
    assert dialog is not None
    for field, count in zip(dialog.fields, (1, 17, 0), strict=True):
        field.setValue(count)
    with qtbot.waitSignal(presenter.counted) as told:
        dialog.act_button.click()
    assert told.args == [PLAN.steps[3].id, (1, 17, 0)]
    presenter.forward()
    assert "17" in presenter.room_sheet.words


def test_esc_asks_before_it_ends(qtbot: QtBot, presenter: Presenter) -> None:
    with qtbot.assertNotEmitted(presenter.ended):
        press(qtbot, presenter, Qt.Key.Key_Escape)
    dialog = presenter.findChild(EndDialog)
    dialog.people.setValue(34)
    with qtbot.waitSignal(presenter.ended) as told:
        dialog.act_button.click()
    assert told.args == [34]


def test_digits_are_how_many_took_part_wherever_the_focus_is(
    qtbot: QtBot, presenter: Presenter
) -> None:
    press(qtbot, presenter, Qt.Key.Key_Escape)
    dialog = presenter.findChild(EndDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.act_button, "2")
    qtbot.keyClicks(dialog.people, "2")
    with qtbot.waitSignal(presenter.ended) as ended:
        qtbot.keyClick(dialog.people, Qt.Key.Key_Return)
    assert ended.args == [22]


def test_people_need_not_be_counted(qtbot: QtBot, presenter: Presenter) -> None:
    presenter.ask_end()
    with qtbot.waitSignal(presenter.ended) as told:
        presenter.findChild(EndDialog).act_button.click()
    assert told.args == [None]


def test_closing_the_window_asks_first(presenter: Presenter) -> None:
    assert not presenter.close()
    assert presenter.findChild(EndDialog) is not None


def test_it_tells_which_steps_the_room_has_seen_and_each_once(make: Make) -> None:
    presenter = make()
    told: list[str] = []
    presenter.shown.connect(told.append)
    for act in (presenter.forward, presenter.forward, presenter.forward, presenter.back):
        act()
    assert told == [PLAN.steps[1].id, PLAN.steps[3].id]


def test_the_time_that_is_left_is_shown_and_said_when_it_is_up(make: Make) -> None:
    now = [0.0]
    presenter = make(seconds=lambda: now[0])
    now[0] = 60 * 60 + 30
    presenter.forward()
    assert presenter.bar.left.text() == "0:30 over"
    assert presenter.bar.pace.text() == "time is up"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
@pytest.mark.parametrize("at", range(4))
def test_nothing_is_cut_off(make: Make, size: tuple[int, int], at: int) -> None:
    presenter = make(at=at)
    presenter.resize(*size)
    assert cut(presenter) == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("at", [0, 2, 3])
def test_nothing_is_cut_off_in_large_text_of_a_longer_language(
    theme: Theme, make: Make, at: int
) -> None:
    theme.set_scale(2.0)
    presenter = make(at=at)
    assert cut(presenter) == []


def test_every_control_has_a_name(presenter: Presenter) -> None:
    assert without_a_name(presenter) == []


def opened_before_the_room(make: Make) -> Presenter:
    """One screen, with the desk on it, and the hard story opened."""
    presenter = make(at=2, one_screen=True)
    presenter.care.look_button.click()
    presenter._toggle_notes()
    return presenter


def test_the_sign_for_a_black_screen_is_a_black_square_in_both_colours(
    presenter: Presenter, theme: Theme
) -> None:
    def within() -> QColor:
        return presenter.black_button.icon().pixmap(18, 18).toImage().pixelColor(9, 9)

    assert (within().alpha(), within().lightness() < 60) == (255, True)
    theme.set_dark(True)
    # Its ground is seen through it, which is dark itself.
    assert within().alpha() == 0
    theme.set_dark(None)


def test_with_one_screen_black_is_black_on_the_desk_too(make: Make) -> None:
    presenter = opened_before_the_room(make)
    assert "A hard story." in said(presenter.preview.sheet)
    presenter.black()
    assert presenter.preview.sheet is None


def test_with_one_screen_going_to_a_step_shows_no_notes_and_ends_with_the_slide(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(one_screen=True)
    press(qtbot, presenter, Qt.Key.Key_G)
    assert presenter.list.isVisible()
    assert not presenter.notes.isVisible()
    press(qtbot, presenter.list, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert presenter.show_state.at == 1
    assert presenter.only_slide


def test_with_one_screen_esc_in_the_list_brings_the_slide_back(qtbot: QtBot, make: Make) -> None:
    presenter = make(one_screen=True)
    press(qtbot, presenter, Qt.Key.Key_G)
    press(qtbot, presenter.list, Qt.Key.Key_Escape)
    assert presenter.only_slide


def test_hands_are_those_of_the_question_that_was_asked(qtbot: QtBot, make: Make) -> None:
    presenter = make(at=3)
    presenter.hands_button.click()
    presenter.back()  # a clicker, over the wall
    with qtbot.waitSignal(presenter.counted) as told:
        presenter.findChild(HandsDialog).act_button.click()
    assert told.args[0] == PLAN.steps[3].id
    assert presenter.show_state.at == 2


def test_the_end_is_asked_for_once(qtbot: QtBot, presenter: Presenter) -> None:
    press(qtbot, presenter, Qt.Key.Key_Escape)
    press(qtbot, presenter, Qt.Key.Key_Escape)
    assert len(presenter.findChildren(EndDialog)) == 1


def test_a_questionnaire_is_called_one_in_the_list(make: Make) -> None:
    presenter = make(session(OwnText("Welcome"), Survey(Moment.BEFORE), Break()))
    steps = presenter.list.steps
    names = [steps.index(at).data() for at in range(3)]
    assert names == ["Welcome", "Questionnaire before", "Break"]


def test_points_for_who_gets_stuck_stand_with_the_notes(make: Make) -> None:
    presenter = make(session(Discussion("Who?", ("An aunt", "A teacher"))))
    assert presenter.notes.notes.toPlainText() == "Notes on 0\n\n\u2022 An aunt\n\u2022 A teacher"


def test_the_wheel_counts_no_hands(make: Make) -> None:
    presenter = make(at=3)
    presenter.hands_button.click()
    (field, *_others) = presenter.findChild(HandsDialog).fields
    turn_wheel(field)
    assert field.value() == 0
