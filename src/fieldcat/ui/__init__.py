"""The window: pages, widgets, actions and jobs. Knows services and domain types only."""

from fieldcat.ui.interpreter import collect_less_often, restore_imports

# Before any other module of the window is loaded.
restore_imports()
collect_less_often()
