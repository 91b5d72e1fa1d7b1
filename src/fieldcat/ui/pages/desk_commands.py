"""The commands for the entry in the reader, known before what carries them out is made."""

from __future__ import annotations

AT_THE_DESK = (
    "keep",
    "note",
    "highlight",
    "move-to",
    "add-to-session",
    "copy-with-source",
    "print",
    "save-as-pdf",
    "leaflet",
    "correct",
    "back",
    "forward",
    "find",
    "find-previous",
    "contents",
    "notes",
    "all-figures",
    "source",
)
"""The commands that are for the entry in the reader, which need not be made yet."""
