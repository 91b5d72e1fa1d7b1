"""The window: pages, widgets, actions and jobs. Knows services and domain types only."""

from fieldcat.ui.binding import load_binding
from fieldcat.ui.enumerations import make_enumerations_quickly

# Before anything else loads it, and before any other module of the window.
make_enumerations_quickly()
load_binding()

from fieldcat.ui.interpreter import collect_less_often, restore_imports  # noqa: E402 - it needs it

restore_imports()
collect_less_often()
