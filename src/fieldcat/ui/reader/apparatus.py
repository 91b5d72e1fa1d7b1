"""What stands after the text: references, source and licence, and lists of other entries."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import (
    CaseStudy,
    Citation,
    EntryId,
    EntryLink,
    Event,
    Link,
    Reference,
    SectionRole,
    Text,
)
from fieldcat.ui.labels import kind_label
from fieldcat.ui.reader.composing import Composer, part_of
from fieldcat.ui.reader.lines import Words as Label
from fieldcat.ui.reader.look import BackLink, Look, Words
from fieldcat.ui.reader.rows import EntryRow
from fieldcat.ui.reader.view import EntryView, lines_of
from fieldcat.ui.reader.wording import date_text, isolated
from fieldcat.ui.type import TextRole, grown

_DOT = " \u00b7 "
_LONG_ADDRESS = 44


class EntryList(QWidget):
    """Other entries in rows, under a heading if there is one."""

    chosen = Signal(object)
    """A row was activated: the entry's id."""

    def __init__(
        self,
        view: EntryView,
        entries: Iterable[tuple[EntryId, str, str]],
        look: Look,
        *,
        heading: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._heading = Label(heading, look.heading, look, parent=self) if heading else None
        self.rows = []
        known = {*view.targets, *(head.id for head in view.alike)}
        for target, title, meta in entries:
            row = EntryRow(target, title, meta, look, self)
            row.show_as_known(target in known)
            row.clicked.connect(lambda _on=False, to=target: self.chosen.emit(to))
            self.rows.append(row)

    def fit(self, width: int) -> int:
        """Place the rows in this width and tell the height, both in pixels."""
        y = 0
        if self._heading is not None:
            y = self._heading.fit(width)
            self._heading.setGeometry(0, 0, width, y)
            y += grown(5, self._look.scale)
        for row in self.rows:
            height = row.fit(width)
            row.setGeometry(0, y, width, height)
            y += height
        return y


def replacing_rows(view: EntryView) -> list[tuple[EntryId, str, str]]:
    """What the publisher names in the place of a withdrawn entry, if it is there."""
    other = view.withdrawal.replaced_by if view.withdrawal is not None else None
    if other is None or other not in view.targets:
        return []
    return [(other, isolated(view.targets[other].title), kind_label(other.kind))]


def related_rows(view: EntryView) -> list[tuple[EntryId, str, str]]:
    """The related entries that exist: id, title and kind."""
    return [
        (target, isolated(view.targets[target].title), kind_label(target.kind))
        for target in view.entry.related
        if target in view.targets
    ]


def alike_rows(view: EntryView) -> list[tuple[EntryId, str, str]]:
    """The entries that are like this one and are not among the related: id, title and kind."""
    return [
        (head.id, isolated(head.title), kind_label(head.kind))
        for head in view.alike
        if head.id not in view.entry.related
    ]


def party_rows(view: EntryView) -> list[tuple[EntryId, str, str]]:
    """The organisations that take part: id, name and role."""
    return [
        (party.organisation, isolated(party.name), view.label("organisation-roles", party.role))
        for party in view.entry.head.organisations
    ]


def events_of(view: EntryView) -> tuple[Event, ...]:
    """The dated events to be listed: none where a section of the text tells them already."""
    part = view.entry.part
    told = any(section.role is SectionRole.TIMELINE for section in view.entry.sections)
    return part.timeline if isinstance(part, CaseStudy) and not told else ()


def compose_timeline(text: Composer, events: Iterable[Event]) -> None:
    """Set dated events, each under its date."""
    heading = QCoreApplication.translate("Reader", "Timeline")
    text.heading((Text(heading),), level=2)
    for at, event in enumerate(events):
        date = (Text(date_text(event.date, long=True)),)
        text.paragraph(date, role=TextRole.META_STRONG, colour="text_2")
        text.paragraph((Text(event.text),), above=0, block_id=part_of("entry:timeline", at))


def references_in_order(view: EntryView) -> tuple[Reference, ...]:
    """The references in the order of their numbers, which citations carry; uncited ones last."""
    numbers: dict[str, int] = {}
    for line in lines_of(view.entry.sections):
        for span in line:
            if isinstance(span, Citation):
                numbers[span.reference] = span.number
    last = len(numbers) + len(view.entry.references) + 1
    return tuple(sorted(view.entry.references, key=lambda one: numbers.get(one.id, last)))


def compose_references(text: Composer, references: Iterable[Reference]) -> None:
    """Set the numbered references, each with its address and a way back to where it is cited."""
    translate = QCoreApplication.translate
    text.heading((Text(translate("Reader", "References")),), level=2)
    back = translate("Reader", "Back to the text")
    lines: list[tuple[str, Words]] = []
    for reference in references:
        line: list[Text | EntryLink | Link | BackLink] = [Text(reference.text)]
        if reference.url and reference.url not in reference.text:
            line += [Text(" "), Link(_shown(reference.url), reference.url)]
        if reference.accessed:
            read = translate("Reader", "(read {date})").format(date=date_text(reference.accessed))
            line.append(Text(f" {read}"))
        if reference.entry is not None:
            line += [Text(_DOT), EntryLink(translate("Reader", "In the casebook"), reference.entry)]
        line += [Text(_DOT), BackLink(back, reference.id)]
        lines.append((f"reference:{reference.id}", line))
    text.numbered(lines, role=TextRole.META)


def _shown(url: str) -> str:
    """An address as it is shown; of a long one only the site, the whole is in its menu."""
    bare = url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return bare if len(bare) <= _LONG_ADDRESS else f"{bare.split('/')[0]}/\u2026"
