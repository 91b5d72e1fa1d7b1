"""Pages are made when they are first gone to, and side pages lead back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldcat.ui.actions import Actions
from fieldcat.ui.page_stack import PageStack
from fieldcat.ui.pages.page import Page
from fieldcat.ui.pages.sheet_page import SheetPage
from fieldcat.ui.theme import Theme


@pytest.fixture
def stack(qtbot: QtBot, theme: Theme) -> PageStack:
    """A page, another that can be gone to, and a side page."""
    made = PageStack("first", Page)
    qtbot.addWidget(made)
    actions = Actions(made)
    made.take_makers({"second": Page}, {"side": lambda: SheetPage("Side", theme, actions)})
    return made


def test_a_page_is_made_when_it_is_first_gone_to(stack: PageStack, qtbot: QtBot) -> None:
    assert stack.names == ("first",)
    with qtbot.waitSignal(stack.made):
        stack.show_page("second")
    assert stack.names == ("first", "second")
    assert (stack.name, stack.currentWidget()) == ("second", stack.page)


def test_it_is_made_once(stack: PageStack) -> None:
    assert stack.named("second") is stack.named("second")


def test_all_that_can_be_gone_to_is_known_before_it_is_made(stack: PageStack) -> None:
    assert stack.known == ("first", "second", "side")


class _Standing(Page):
    """A page that can stand otherwise than at first."""

    def __init__(self) -> None:
        super().__init__()
        self.stands: object = "as at first"

    def standing(self) -> object:
        return self.stands

    def stand(self, standing: object) -> None:
        self.stands = standing


def test_a_page_that_is_made_later_stands_as_the_other_of_its_name_did(qtbot: QtBot) -> None:
    stack = PageStack("first", Page)
    qtbot.addWidget(stack)
    stack.take_makers({"second": _Standing, "third": _Standing}, {})
    stack.stand({"second": "on its head"})
    assert stack.named("second").standing() == "on its head"
    assert stack.named("third").standing() == "as at first"


def test_how_a_page_stands_that_was_never_made_is_passed_on(qtbot: QtBot) -> None:
    stack = PageStack("first", Page)
    qtbot.addWidget(stack)
    stack.take_makers({"second": _Standing}, {})
    stack.stand({"second": "on its head"})
    assert stack.standing()["second"] == "on its head"


def test_a_side_page_leads_back_to_the_page_before_it(stack: PageStack, qtbot: QtBot) -> None:
    stack.show_page("second")
    stack.show_page("side")
    assert stack.before == "second"
    side = stack.page
    assert isinstance(side, SheetPage)
    with qtbot.waitSignal(stack.left):
        side.left.emit()
