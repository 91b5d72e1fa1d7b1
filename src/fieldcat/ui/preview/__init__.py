"""The window on a workspace that is not released yet."""
