"""What ``user.sqlite`` holds, for whoever looks at the file before SQLAlchemy is loaded."""

from __future__ import annotations

USER_FORMAT = 2
"""SQLite's ``user_version`` of a file with these tables: the number of the newest migration."""

USER_COLUMNS = {
    "bookmark": ("entry_id", "title", "revision", "kept_at", "folder_id"),
    "folder": ("id", "parent_id", "name"),
    "last_number": ("kind", "number"),
    "note": (
        "id",
        "entry_id",
        "title",
        "revision",
        "text",
        "block",
        "quotation",
        "words_before",
        "words_after",
        "made_at",
        "changed_at",
        "carried",
    ),
    "preference": ("key", "value"),
    "reading": ("entry_id", "title", "read_at", "place"),
    "saved_search": ("id", "name", "query", "saved_at", "seen_at", "seen"),
}
"""The columns of each table; ``user_schema`` says what they are."""
