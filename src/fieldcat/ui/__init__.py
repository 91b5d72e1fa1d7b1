"""The window: pages, widgets, actions and jobs. Knows services and domain types only."""

from fieldcat.ui.plain_imports import restore_imports

# Before any other module of the window is loaded.
restore_imports()
