"""Every command in one table: its words, icon, keys and tip.

Buttons, menus and the list of keys are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from fieldcat.ui.translating import QT_TRANSLATE_NOOP

_CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the window can do. ``keys`` in Qt's portable notation, the first one shown.

    ``mirrored`` keys point where the window's reading goes: Left and Right change their places
    where it goes from right to left. Keys of a ``local`` command are those of the list that has
    the focus, which heeds them itself.
    """

    id: str
    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False
    mirrored: bool = False
    local: bool = False

    @property
    def shown_keys(self) -> tuple[QKeySequence, ...]:
        """The keys as they are now, in the direction of the window."""
        right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        change = {"Left": "Right", "Right": "Left"} if self.mirrored and right else {}
        parts = ([change.get(part, part) for part in keys.split("+")] for keys in self.keys)
        return tuple(QKeySequence("+".join(part)) for part in parts)


COMMANDS = (
    Command(
        "search",
        QT_TRANSLATE_NOOP("Actions", "Search"),
        QT_TRANSLATE_NOOP("Actions", "Go to the search field"),
        "search",
        ("Ctrl+F", "/"),
    ),
    Command(
        "filters",
        QT_TRANSLATE_NOOP("Actions", "Filters"),
        QT_TRANSLATE_NOOP("Actions", "Narrow the list by kind, topic, country and more"),
        "sliders-horizontal",
        ("Ctrl+Shift+F",),
    ),
    Command(
        "clear-filters",
        QT_TRANSLATE_NOOP("Actions", "Clear all"),
        QT_TRANSLATE_NOOP("Actions", "Remove all filters"),
        "x",
    ),
    Command(
        "casebook",
        QT_TRANSLATE_NOOP("Actions", "Casebook"),
        QT_TRANSLATE_NOOP("Actions", "Search and read the casebook"),
        "library",
        ("Ctrl+1",),
        checkable=True,
    ),
    Command(
        "my-casebook",
        QT_TRANSLATE_NOOP("Actions", "My casebook"),
        QT_TRANSLATE_NOOP("Actions", "What you keep, your notes, what you read"),
        "bookmark",
        ("Ctrl+2",),
        checkable=True,
    ),
    Command(
        "sessions",
        QT_TRANSLATE_NOOP("Actions", "Sessions"),
        QT_TRANSLATE_NOOP("Actions", "Plan what you do with a group, and keep what came of it"),
        "presentation",
        ("Ctrl+3",),
        checkable=True,
    ),
    Command(
        "get-help",
        QT_TRANSLATE_NOOP("Actions", "Get help"),
        QT_TRANSLATE_NOOP("Actions", "Who to call or write to, country by country"),
        "life-buoy",
        ("Ctrl+5",),
        checkable=True,
    ),
    Command(
        "updates",
        QT_TRANSLATE_NOOP("Actions", "Updates"),
        QT_TRANSLATE_NOOP("Actions", "New editions of the casebook, from a file or a stick"),
        "hard-drive-download",
        ("Ctrl+6",),
        checkable=True,
    ),
    Command(
        "next-pane",
        QT_TRANSLATE_NOOP("Actions", "Next part of the window"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next part: search, filters, list, entry"),
        keys=("F6",),
    ),
    Command(
        "previous-pane",
        QT_TRANSLATE_NOOP("Actions", "Previous part of the window"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the part before"),
        keys=("Shift+F6",),
    ),
    Command(
        "back",
        QT_TRANSLATE_NOOP("Actions", "Back"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the entry that you read before"),
        "arrow-left",
        ("Alt+Left",),
        mirrored=True,
    ),
    Command(
        "forward",
        QT_TRANSLATE_NOOP("Actions", "Forward"),
        QT_TRANSLATE_NOOP("Actions", "Go forward again to the entry that you came back from"),
        "arrow-right",
        ("Alt+Right",),
        mirrored=True,
    ),
    Command(
        "previous-entry",
        QT_TRANSLATE_NOOP("Actions", "Previous entry"),
        QT_TRANSLATE_NOOP("Actions", "Read the entry before this one in the list"),
        "chevron-left",
        ("Alt+PgUp",),
    ),
    Command(
        "next-entry",
        QT_TRANSLATE_NOOP("Actions", "Next entry"),
        QT_TRANSLATE_NOOP("Actions", "Read the entry after this one in the list"),
        "chevron-right",
        ("Alt+PgDown",),
    ),
    Command(
        "find",
        QT_TRANSLATE_NOOP("Actions", "Find in this text"),
        QT_TRANSLATE_NOOP("Actions", "Find words in this entry; again: go to the next place"),
        "text-search",
        ("F3",),
    ),
    Command(
        "find-previous",
        QT_TRANSLATE_NOOP("Actions", "Find the one before"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the place before where the words stand"),
        keys=("Shift+F3",),
    ),
    Command(
        "text-size",
        QT_TRANSLATE_NOOP("Actions", "Text size"),
        QT_TRANSLATE_NOOP("Actions", "Make all text larger or smaller"),
        "a-large-small",
    ),
    Command(
        "enlarge",
        QT_TRANSLATE_NOOP("Actions", "Enlarge"),
        QT_TRANSLATE_NOOP("Actions", "Give the text the whole page"),
        "maximize-2",
    ),
    Command(
        "leave-reading",
        QT_TRANSLATE_NOOP("Actions", "Back to the list"),
        QT_TRANSLATE_NOOP("Actions", "Leave the large view"),
        "arrow-left",
    ),
    Command(
        "contents",
        QT_TRANSLATE_NOOP("Actions", "Contents"),
        QT_TRANSLATE_NOOP("Actions", "Show the parts of this entry, to go to one of them"),
        "list",
    ),
    Command(
        "notes",
        QT_TRANSLATE_NOOP("Actions", "Your notes"),
        QT_TRANSLATE_NOOP("Actions", "Show your notes on this entry"),
        "panel-right",
    ),
    Command(
        "all-figures",
        QT_TRANSLATE_NOOP("Actions", "All figures"),
        QT_TRANSLATE_NOOP("Actions", "Go to the list of all figures of this entry"),
        "list",
    ),
    Command(
        "source",
        QT_TRANSLATE_NOOP("Actions", "Open source address…"),
        QT_TRANSLATE_NOOP("Actions", "Show the address that the facts come from, to open or copy"),
        "external-link",
    ),
    Command(
        "keep",
        QT_TRANSLATE_NOOP("Actions", "Save"),
        QT_TRANSLATE_NOOP("Actions", "Keep this entry, or let it go again"),
        "bookmark",
        ("Ctrl+D",),
    ),
    Command(
        "note",
        QT_TRANSLATE_NOOP("Actions", "Note"),
        QT_TRANSLATE_NOOP(
            "Actions", "Write a note on this entry, or on the words that are marked in it"
        ),
        "sticky-note",
        ("Ctrl+M",),
    ),
    Command(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "Mark these words"),
        QT_TRANSLATE_NOOP("Actions", "Mark the words that are selected in the text"),
        "highlighter",
        ("Ctrl+H",),
    ),
    Command(
        "add-to-session",
        QT_TRANSLATE_NOOP("Actions", "Add to session"),
        QT_TRANSLATE_NOOP(
            "Actions", "Put this entry, a part of it or the selected words into a session"
        ),
        "list-plus",
        ("Ctrl+Shift+A",),
    ),
    Command(
        "present",
        QT_TRANSLATE_NOOP("Actions", "Start session"),
        QT_TRANSLATE_NOOP("Actions", "Show this session to the room"),
        "play",
        ("F5",),
    ),
    Command(
        "hand-out",
        QT_TRANSLATE_NOOP("Actions", "Hand out…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Print what belongs to this session: a hand-out, your plan, a quiz"
        ),
        "printer",
    ),
    Command(
        "new-session",
        QT_TRANSLATE_NOOP("Actions", "New session"),
        QT_TRANSLATE_NOOP("Actions", "Begin a plan, empty or from a template"),
        "plus",
        ("Ctrl+N",),
    ),
    Command(
        "print",
        QT_TRANSLATE_NOOP("Actions", "Print…"),
        QT_TRANSLATE_NOOP("Actions", "Print this entry"),
        "printer",
        ("Ctrl+P",),
    ),
    Command(
        "save-as-pdf",
        QT_TRANSLATE_NOOP("Actions", "Save as PDF…"),
        QT_TRANSLATE_NOOP("Actions", "Make a PDF file of this entry"),
        "file-down",
        ("Ctrl+Shift+P",),
    ),
    Command(
        "leaflet",
        QT_TRANSLATE_NOOP("Actions", "Leaflet…"),
        QT_TRANSLATE_NOOP("Actions", "Print what matters most of this entry on two pages"),
        "printer",
    ),
    Command(
        "correct",
        QT_TRANSLATE_NOOP("Actions", "Something is wrong…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Note what is wrong in this entry, for the publisher; nothing is sent"
        ),
        "circle-help",
    ),
    Command(
        "copy-with-source",
        QT_TRANSLATE_NOOP("Actions", "Copy with source"),
        QT_TRANSLATE_NOOP("Actions", "Copy the words that are selected, and where they come from"),
        "copy",
        ("Ctrl+Shift+C",),
    ),
    Command(
        "save-search",
        QT_TRANSLATE_NOOP("Actions", "Keep this search"),
        QT_TRANSLATE_NOOP("Actions", "Find these words and filters again under My casebook"),
        "bookmark-plus",
        ("Ctrl+S",),
    ),
    Command(
        "new-folder",
        QT_TRANSLATE_NOOP("Actions", "New folder"),
        QT_TRANSLATE_NOOP("Actions", "Make a folder for what you keep"),
        "folder-plus",
        ("Ctrl+Shift+N",),
    ),
    Command(
        "move-to",
        QT_TRANSLATE_NOOP("Actions", "Move to…"),
        QT_TRANSLATE_NOOP("Actions", "Put the chosen entries, or the chosen folder, into a folder"),
        "folder-input",
        ("Ctrl+Shift+M",),
    ),
    Command(
        "rename",
        QT_TRANSLATE_NOOP("Actions", "Rename"),
        QT_TRANSLATE_NOOP("Actions", "Give the chosen folder or search another name"),
        "pencil",
        ("F2",),
        local=True,
    ),
    Command(
        "remove",
        QT_TRANSLATE_NOOP("Actions", "Remove"),
        QT_TRANSLATE_NOOP("Actions", "Remove what is chosen here; Undo brings it back"),
        "trash-2",
        ("Del",),
        local=True,
    ),
    Command(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        QT_TRANSLATE_NOOP("Actions", "Bring back what was removed last"),
        "undo-2",
        ("Ctrl+Z",),
    ),
    Command(
        "import",
        QT_TRANSLATE_NOOP("Actions", "Import…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Open a file with a new edition, and see what it would change"
        ),
        "folder-open",
        ("Ctrl+O",),
    ),
    Command(
        "copy-to-stick",
        QT_TRANSLATE_NOOP("Actions", "Copy to a stick"),
        QT_TRANSLATE_NOOP(
            "Actions", "Copy the editions that are here to a stick, for others to take in"
        ),
        "hard-drive",
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Actions", "Export…"),
        QT_TRANSLATE_NOOP("Actions", "Write entries into a file for other programs"),
        "save",
    ),
    Command(
        "export-own",
        QT_TRANSLATE_NOOP("Actions", "Copy what you made to a file…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Bookmarks, folders, notes and searches, to take to another computer"
        ),
        "upload",
    ),
    Command(
        "take-in-own",
        QT_TRANSLATE_NOOP("Actions", "Take in from a file…"),
        QT_TRANSLATE_NOOP("Actions", "Add what was made on another computer to what you have here"),
        "download",
    ),
    Command(
        "larger",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        QT_TRANSLATE_NOOP("Actions", "Make all text larger, up to twice its size"),
        "a-large-small",
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "smaller",
        QT_TRANSLATE_NOOP("Actions", "Smaller text"),
        QT_TRANSLATE_NOOP("Actions", "Make all text smaller again"),
        keys=("Ctrl+-",),
    ),
    Command(
        "normal-size",
        QT_TRANSLATE_NOOP("Actions", "Text at its usual size"),
        QT_TRANSLATE_NOOP("Actions", "Set all text to 100 %"),
        keys=("Ctrl+0",),
    ),
    Command(
        "as-system",
        QT_TRANSLATE_NOOP("Actions", "Light or dark as the system"),
        QT_TRANSLATE_NOOP("Actions", "Follow the system's own setting"),
        checkable=True,
    ),
    Command(
        "light",
        QT_TRANSLATE_NOOP("Actions", "Light"),
        QT_TRANSLATE_NOOP("Actions", "Dark letters on light paper"),
        checkable=True,
    ),
    Command(
        "dark",
        QT_TRANSLATE_NOOP("Actions", "Dark"),
        QT_TRANSLATE_NOOP("Actions", "Light letters on a dark ground"),
        checkable=True,
    ),
    Command(
        "preferences",
        QT_TRANSLATE_NOOP("Actions", "Preferences…"),
        QT_TRANSLATE_NOOP("Actions", "Text size, light or dark, and what fieldcat remembers"),
        "settings",
        ("Ctrl+,",),
    ),
    Command(
        "welcome",
        QT_TRANSLATE_NOOP("Actions", "First steps"),
        QT_TRANSLATE_NOOP("Actions", "The page that is shown at the first start"),
        "compass",
    ),
    Command(
        "export-log",
        QT_TRANSLATE_NOOP("Actions", "Save the log…"),
        QT_TRANSLATE_NOOP("Actions", "Write what went wrong into a file, for whoever helps you"),
        "file-text",
    ),
    Command(
        "keys",
        QT_TRANSLATE_NOOP("Actions", "Keys"),
        QT_TRANSLATE_NOOP("Actions", "Show what can be done with the keyboard"),
        "keyboard",
        ("F1",),
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Actions", "About fieldcat"),
        QT_TRANSLATE_NOOP("Actions", "Version and licences"),
        "info",
    ),
    Command(
        "menu",
        QT_TRANSLATE_NOOP("Actions", "Menu"),
        QT_TRANSLATE_NOOP("Actions", "Everything that fieldcat can do"),
        "menu",
        ("F10",),
    ),
    Command(
        "hide",
        QT_TRANSLATE_NOOP("Actions", "Hide"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Show a neutral page at once. What others have already seen, and that fieldcat is "
            "on this computer, it does not hide.",
        ),
        "eye-off",
        ("F9",),
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close fieldcat"),
        "x",
        ("Ctrl+Q",),
    ),
)

BY_ID = {command.id: command for command in COMMANDS}


def worded(text: str) -> str:
    """A text of the table in the language in use."""
    return QCoreApplication.translate(_CONTEXT, text)
