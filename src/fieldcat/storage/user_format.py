"""What ``user.sqlite`` holds, for whoever looks at the file before SQLAlchemy is loaded."""

from __future__ import annotations

USER_FORMAT = 3
"""SQLite's ``user_version`` of a file with these tables: the number of the newest migration."""

USER_COLUMNS = {
    "bookmark": ("entry_id", "title", "revision", "kept_at", "folder_id"),
    "correction": ("id", "entry_id", "record"),
    "folder": ("id", "parent_id", "name"),
    "held_session": ("id", "session_id", "held_on", "record"),
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
    "own_picture": ("asset", "content"),
    "preference": ("key", "value"),
    "reading": ("entry_id", "title", "read_at", "place"),
    "saved_search": ("id", "name", "query", "saved_at", "seen_at", "seen"),
    "session": (
        "id",
        "title",
        "day",
        "starts",
        "country",
        "place",
        "audience",
        "language",
        "length",
        "goal",
        "template",
        "archived",
        "questions",
        "plan",
        "made_at",
        "changed_at",
        "carried",
    ),
    "session_step": ("session_id", "id", "title", "minutes", "notes", "content"),
}
"""The columns of each table; ``user_schema`` says what they are."""
