"""The window: pages, widgets, actions and jobs. Knows services and domain types only."""
