"""The pages beside the work, each made when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing

if TYPE_CHECKING:
    from fieldcat.ui.pages.sheet_page import SheetPage

WELCOME = "welcome"


def side_pages(
    services: Services,
    jobs: Jobs,
    theme: Theme,
    actions: Actions,
    preferences: Preferences,
    undoing: Undoing,
) -> Mapping[str, Callable[[], SheetPage]]:
    """By the command that leads there, what makes the page; nothing is made or imported yet."""

    def preferences_page() -> SheetPage:
        from fieldcat.ui.pages.preferences_page import PreferencesPage

        return PreferencesPage(services, jobs, theme, actions, preferences, undoing)

    def welcome_page() -> SheetPage:
        from fieldcat.ui.pages.welcome_page import WelcomePage

        return WelcomePage(services, jobs, theme, actions, preferences)

    def keys_page() -> SheetPage:
        from fieldcat.ui.pages.keys_page import KeysPage

        return KeysPage(theme, actions)

    def about_page() -> SheetPage:
        from fieldcat.ui.pages.about_page import AboutPage

        return AboutPage(services, jobs, theme, actions)

    return {
        "preferences": preferences_page,
        WELCOME: welcome_page,
        "keys": keys_page,
        "about": about_page,
    }
