"""The window: pages, widgets, actions and jobs. Knows services and domain types only."""

from fieldcat.ui.binding import load_binding

# Before anything else loads it, and before any other module of the window.
load_binding()

from fieldcat.ui.interpreter import (  # noqa: E402 - it needs it
    collect_less_often,
    restore_imports,
    take_short_turns,
)

restore_imports()
collect_less_often()
take_short_turns()
