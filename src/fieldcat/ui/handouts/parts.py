"""The contents of steps on paper: parts of entries, figures, terms, questions, help services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.entry import (
    CaseStudy,
    Entry,
    Figure,
    Picture,
    Reference,
    Section,
    SectionRole,
    Source,
)
from fieldcat.domain.head import EntryId, Head, Kind
from fieldcat.domain.session import (
    Break,
    Content,
    Discussion,
    EntryPart,
    FigurePart,
    HelpPart,
    Origin,
    OwnText,
    PicturePart,
    Quiz,
    Step,
    Survey,
    TermPart,
    name_of,
    origin_of,
    reasons_to_ask,
)
from fieldcat.domain.taxonomy import Collection
from fieldcat.ui.handouts.ruling import lines_to_write, set_boxed
from fieldcat.ui.printing.composing import PARAGRAPH, Copy, Setting
from fieldcat.ui.printing.front_matter import figure_table
from fieldcat.ui.printing.galley import Slug, kept_with_next
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.sections import heading, left_out, set_section
from fieldcat.ui.printing.setting import Column, Paragraph, Run, ruled, set_paragraph, words
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.reader.decoding import Photo
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import date_text
from fieldcat.ui.slides.wording import place_text, spoken_text, stated_text

_UNDER = 3 * UNITS
_CLOSE = 2 * UNITS
_OWN = EntryId("own", Kind.CASE_STUDY, "picture")
"""Stands for an entry where something is the trainer's own."""


def set_step(
    step: Step, column: Column, *, opened: bool, pictures: Mapping[str, Photo]
) -> Iterator[Slug]:
    """What a step has for those who take part; nothing for a break.

    Of what is sensitive only that it is left out, unless it was ``opened``.
    """
    reason = "" if opened else _closed(step.content)
    if reason:
        yield from left_out(name_of(step), reason, column)
        return
    match step.content:
        case EntryPart() as part:
            yield from _entry(step, part, column, opened=opened, pictures=pictures)
        case FigurePart(origin, figure, also):
            yield from heading(step.title or origin.title, column)
            yield from _figures(origin, (figure, *also), column)
            yield from _stated(origin, column)
        case TermPart() as part:
            yield from _term(part, column, opened=opened, pictures=pictures)
        case HelpPart() as part:
            yield from set_help(part, column)
        case Discussion(question):
            yield from heading(question, column)
            yield from lines_to_write(column, 3)
        case Quiz() as quiz:
            yield from set_question(quiz.question, quiz.answers, column)
        case OwnText(text):
            if not text.strip():
                return  # a title alone, such as of what a template leaves to be filled in
            if step.title:
                yield from heading(step.title, column)
            yield from set_own_words(text, column)
        case PicturePart() as part:
            yield from _picture(step, part, column, pictures)
        case Break() | Survey():
            return


def view_of(
    origin: Origin,
    sections: Sequence[Section] = (),
    figures: Sequence[Figure] = (),
    references: Sequence[Reference] = (),
    *,
    pictures: Mapping[str, Photo] | None = None,
) -> EntryView:
    """A part of an entry as an entry of its own, for whatever sets entries."""
    year = origin.source.date[:4]
    head = Head(
        origin.entry,
        origin.title,
        "",
        origin.language,
        origin.source,
        int(year) if year.isdecimal() else 0,
        origin.revision,
        countries=origin.countries,
        sensitive=origin.sensitive,
    )
    entry = Entry(head, CaseStudy(), tuple(sections), tuple(figures), tuple(references))
    nothing = Collection(origin.entry.collection, "", "", "", origin.language, "", 0, "")
    places = {figure.place: place_text(figure.place) for figure in figures}
    return EntryView(entry, nothing, {"countries": places}, pictures=pictures or {})


def set_own_words(text: str, column: Column) -> Iterator[Slug]:
    """The trainer's own words, paragraph by paragraph."""
    above = _UNDER
    for paragraph in text.replace("\r\n", "\n").split("\n"):
        if paragraph.strip():
            yield from set_paragraph(words(paragraph.strip()), column, above=above)
            above = _CLOSE
        else:
            above = PARAGRAPH


def set_question(
    question: str,
    answers: Sequence[str],
    column: Column,
    *,
    mark: str = "",
    right: int | None = None,
) -> list[Slug]:
    """A question with a box before each answer, kept together; ``right`` is ticked, as in a key."""
    said = f"{mark} {question}" if mark else question
    made = set_paragraph(words(said, Style.SUBHEADING), column, above=14 * UNITS, joined=True)
    for at, answer in enumerate(answers):
        slugs = set_boxed(words(answer), column, above=5 * UNITS, ticked=at == right)
        made += kept_with_next(slugs) if at < len(answers) - 1 else slugs
    return made


def set_help(
    part: HelpPart, column: Column, *, checked: date | None = None, whole: bool = False
) -> Iterator[Slug]:
    """A place to turn to: its name, what to dial, for whom and when, and how sure that is.

    ``checked`` is the day on which the trainer tried it; ``whole``: it says what it is for, too.
    """
    translate = QCoreApplication.translate
    service = part.service
    made = set_paragraph(
        words(part.origin.title, Style.SUBHEADING), column, above=12 * UNITS, joined=True
    )
    for channel in service.channels:
        style = Style.CONTACT if channel.type == "telephone" else Style.TEXT
        contact = Paragraph((Run(channel.value),), style, left_to_right=True)
        made += set_paragraph(contact, column, above=_CLOSE, joined=True)
    known = (service.hours, service.cost, service.ages, _spoken(service.languages))
    about = " \u00b7 ".join(part for part in known if part)
    if about:
        made += set_paragraph(words(about, Style.LABEL), column, above=_CLOSE, joined=True)
    if (whole or not service.channels) and part.summary:
        made += set_paragraph(words(part.summary), column, above=_CLOSE, joined=True)
    source = part.origin.source
    seen = max(service.last_checked, checked.isoformat() if checked else "")
    if seen:
        sure = translate("Handouts", "Last checked on {date}.").format(
            date=date_text(seen, long=True)
        )
    else:
        sure = translate(
            "Handouts", "As stated on {date}. Nobody has checked it since: try it first."
        ).format(date=date_text(source.date, long=True))
    made += set_paragraph(words(sure, Style.LABEL, QUIET), column, above=_CLOSE)
    yield from made


def _spoken(languages: Sequence[str]) -> str:
    if not languages:
        return ""
    said = QCoreApplication.translate("Handouts", "Answers in: {languages}")
    return said.format(languages=spoken_text(languages))


def _closed(content: Content) -> str:
    """The reason to leave all of it out; empty where there is none, or sections have their own."""
    origin = origin_of(content)
    if origin is not None and origin.sensitive:
        return origin.sensitive
    passage = isinstance(content, EntryPart) and content.passage is not None
    return next(iter(reasons_to_ask(content)), "") if passage else ""


def _entry(
    step: Step,
    part: EntryPart,
    column: Column,
    *,
    opened: bool,
    pictures: Mapping[str, Photo],
) -> Iterator[Slug]:
    origin = part.origin
    name = name_of(step)
    # A section alone has its own title, which the step is called by.
    if [section.title for section in part.sections] != [name]:
        yield from heading(name, column)
    if part.passage is not None:
        quoted = words(part.passage.quotation)
        yield from ruled(set_paragraph(quoted, column.indented(14 * UNITS), above=_UNDER), column)
    elif not part.sections:
        if part.summary:
            yield from set_paragraph(words(part.summary), column, above=_UNDER)
        yield from _figures(origin, part.figures, column)
    else:
        view = view_of(origin, part.sections, part.figures, part.references, pictures=pictures)
        yield from _sections(view, part.sections, column, opened=opened)
    yield from _stated(origin, column)


def _sections(
    view: EntryView, sections: Sequence[Section], column: Column, *, opened: bool
) -> Iterator[Slug]:
    shown = frozenset(section.id for section in sections) if opened else frozenset()
    setting = Setting(Copy(view, shown), column)
    for section in sections:
        yield from set_section(setting, section)


def _figures(origin: Origin, figures: Sequence[Figure], column: Column) -> list[Slug]:
    if not figures:
        return []
    setting = Setting(Copy(view_of(origin, figures=figures)), column)
    return figure_table(setting, figures, above=_UNDER)


def _term(
    part: TermPart, column: Column, *, opened: bool, pictures: Mapping[str, Photo]
) -> Iterator[Slug]:
    yield from heading(part.origin.title, column)
    if part.definition:
        yield from set_paragraph(words(part.definition), column, above=_UNDER)
    view = view_of(part.origin, part.sections, pictures=pictures)
    yield from _sections(view, part.sections, column, opened=opened)
    yield from _stated(part.origin, column)


def _picture(
    step: Step, part: PicturePart, column: Column, pictures: Mapping[str, Photo]
) -> Iterator[Slug]:
    shown = Picture("picture", part.asset, part.alternative, part.caption, part.width, part.height)
    section = Section("picture", SectionRole.OTHER, step.title, (shown,))
    # One's own comes from nowhere that could be named.
    origin = part.origin or Origin(_OWN, 1, "", "", Source("", ""))
    view = view_of(origin, (section,), pictures=pictures)
    yield from set_section(Setting(Copy(view), column), section)
    if part.origin is not None:
        yield from _stated(part.origin, column)


def _stated(origin: Origin, column: Column) -> list[Slug]:
    said = f"{origin.title}. {stated_text(origin)}"
    return set_paragraph(words(said, Style.LABEL, QUIET), column, above=4 * UNITS)
