"""What went wrong with a session, in words: what was kept, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from fieldcat.domain.session import LONGEST_PLAN
from fieldcat.errors import FieldcatError, RecordError
from fieldcat.ui.labels import error_text
from fieldcat.ui.placeholders import filled


def fault_words(error: Exception) -> str:
    """One or two sentences for the person at the window."""
    translate = QCoreApplication.translate
    match error:
        case RecordError():
            return translate(
                "SessionFaults",
                "This is longer than what can be kept. Shorten it: until then, what was saved "
                "last stays saved.",
            )
        case FieldcatError():
            return error_text(error)
        case ValueError():
            words = translate("SessionFaults", "A session can have %1 steps, and not more.")
            return filled(words, QLocale().toString(LONGEST_PLAN))
        case LookupError():
            return translate(
                "SessionFaults", "This session, or this step, is not on this computer any more."
            )
        case _:
            return error_text(error)
