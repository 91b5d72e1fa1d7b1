"""The steps. A step that was once released is never changed."""
