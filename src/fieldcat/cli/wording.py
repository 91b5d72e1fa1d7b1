"""Words for errors: what happened, what was kept, what to do. One sentence or two each."""

from __future__ import annotations

from fieldcat.errors import FieldcatError

SENTENCES = {
    "disk-full": "The disk is full; nothing of yours was changed. Free some space at {path} and try"
    " again.",
    "read-only": "{path} cannot be written to; nothing was changed. Choose another place with"
    " --data-dir.",
    "catalogue-damaged": "The casebook {path} is damaged; what you keep is safe. Run `fieldcat"
    " doctor`, or install fieldcat again.",
    "catalogue-missing": "There is no casebook at {path}; what you keep is safe. Install fieldcat"
    " again.",
    "index-unusable": "The search index could not be used or built; browsing still works. Run"
    " `fieldcat doctor`.",
    "user-data-damaged": "What you keep could not be read. The damaged file was set aside as"
    " {kept_as}, nothing was deleted; there are {backups} backups.",
    "newer-format": "{path} was written by a newer fieldcat and was left as it is. Please use that"
    " newer version.",
    "entry-not-found": "No entry has the id {entry_id}. `fieldcat list` shows those there are.",
    "workspace": "The workspace has faults; nothing was written.",
    "already-running": "fieldcat is already open on {path}.",
    "busy": "Another program is writing to {path}; nothing was changed. Try again in a moment.",
    "cancelled": "Stopped; nothing was changed.",
    "record": "An entry could not be read ({field}: {reason}). Run `fieldcat doctor`.",
}


class _Known(dict[str, object]):
    """What the error knows; what it does not know is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(error: FieldcatError) -> str:
    """What to tell a person about an error."""
    data = {
        name: len(value) if isinstance(value, list | tuple) else value
        for name, value in error.data.items()
    }
    return SENTENCES.get(error.code, f"Something went wrong: {error}").format_map(_Known(data))
