"""The rows of the list of sessions: those planned, then templates, then the archive."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from fieldcat.domain.session import SessionLine
from fieldcat.domain.training import Template
from fieldcat.services.offered import Labels
from fieldcat.ui.placeholders import filled
from fieldcat.ui.sessions.session_rows import SessionRow
from fieldcat.ui.sessions.wording import Counted, session_meta, session_name
from fieldcat.ui.widgets.row_delegate import Content, Tag


@dataclass(frozen=True, slots=True)
class Listed:
    """All sessions, the templates that came with the program, and the words of vocabularies."""

    lines: tuple[SessionLine, ...] = ()
    templates: tuple[Template, ...] = ()
    labels: Labels | None = None

    @property
    def words(self) -> Labels:
        """The words of vocabularies, none before they are read."""
        return self.labels if self.labels is not None else {}


class Listing(QObject):
    """Makes the rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._counted = Counted(self)

    def rows(self, listed: Listed) -> list[SessionRow]:
        """The rows in their order, each group of them under its heading."""
        lines, labels = listed.lines, listed.words
        current = [one for one in lines if not (one.session.template or one.session.archived)]
        templates = [one for one in lines if one.session.template]
        archived = [one for one in lines if one.session.archived and not one.session.template]
        rows = [self._row(line, labels) for line in current]
        if templates or listed.templates:
            rows.append(SessionRow("", Content("", self.tr("Templates"), "")))
        rows += [self._row(line, labels) for line in templates]
        rows += [self._shipped(template, labels) for template in listed.templates]
        if archived:
            rows.append(SessionRow("", Content("", self.tr("Archive"), "")))
        return rows + [self._row(line, labels) for line in archived]

    def _row(self, line: SessionLine, labels: Labels) -> SessionRow:
        session = line.session
        steps, minutes = self._counted.steps(line.steps), self._counted.minutes(line.minutes)
        size = filled(self.tr("%1, %2"), steps, minutes)
        tags: tuple[Tag, ...] = ()
        if session.length and line.minutes > session.length:
            over = self._counted.over(line.minutes - session.length)
            tags = (Tag("triangle-alert", over, "danger"),)
        meta = session_meta(session, labels)
        words = size if meta else ""
        content = Content(
            "presentation", session_name(session), meta or size, tags=tags, words=words
        )
        return SessionRow(session.id, content, session, steps=line.steps)

    def _shipped(self, template: Template, labels: Labels) -> SessionRow:
        audience = labels.get("audiences", {}).get(template.audience, template.audience)
        minutes = self._counted.minutes(template.length)
        meta = " · ".join((audience, minutes))
        content = Content("copy", template.title, meta, words=template.goal)
        return SessionRow(f"template:{template.id}", content, shipped=template.id)
