"""The window: pages, widgets, actions and jobs. Knows services and domain types only."""

from fieldcat.ui.binding import load_binding
from fieldcat.ui.interpreter import collect_less_often, restore_imports, take_short_turns

# The binding is loaded before any other module of the window, and before anything else loads it.
collect_less_often()
load_binding()
restore_imports()
take_short_turns()
