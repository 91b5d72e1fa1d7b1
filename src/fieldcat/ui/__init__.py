"""The window: pages, widgets, actions and jobs. Knows services and domain types only."""

from fieldcat.ui.binding import load_binding

# Before anything else loads it, and before any other module of the window.
load_binding()

from fieldcat.ui.interpreter import collect_less_often, restore_imports  # noqa: E402 - it needs it

restore_imports()
collect_less_often()
