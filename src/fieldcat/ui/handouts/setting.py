"""Each document of a session, set as a galley."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.planning import timing
from fieldcat.domain.session import Discussion, HelpPart, Session, Step
from fieldcat.ui.handouts.documents import Document, Offered, Wish, quizzes
from fieldcat.ui.handouts.parts import set_help, set_own_words, set_question, set_step
from fieldcat.ui.handouts.ruling import lines_to_write, space
from fieldcat.ui.labels import number
from fieldcat.ui.printing.composing import PARAGRAPH
from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.sections import heading
from fieldcat.ui.printing.setting import Column, Paragraph, rule, set_paragraph, words
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.printing.tables import set_table
from fieldcat.ui.reader.wording import date_text, isolated
from fieldcat.ui.sessions.wording import step_name
from fieldcat.ui.slides.wording import answer_words, help_heading, place_text

_UNDER = 4 * UNITS


def galley_of(wish: Wish, column: Column) -> Iterator[Slug]:
    """The document that is wished for; a leaflet is set as a case is, not here."""
    match wish.document:
        case Document.HANDOUT:
            yield from _handout(wish, column)
        case Document.PLAN:
            yield from _plan(wish, column)
        case Document.COUNTS:
            yield from _counts(wish, column)
        case Document.QUIZ:
            yield from _quiz(wish, column, key=False)
        case Document.ANSWERS:
            yield from _quiz(wish, column, key=True)
        case Document.QUESTIONNAIRE:
            yield from _questionnaire(wish, column)


def document_title(document: Document) -> str:
    """What a document is called."""
    translate = QCoreApplication.translate
    return {
        Document.HANDOUT: translate("Handouts", "Hand-out for those who take part"),
        Document.PLAN: translate("Handouts", "Plan for the trainer"),
        Document.COUNTS: translate("Handouts", "How many came (no names)"),
        Document.QUIZ: translate("Handouts", "Quiz sheet"),
        Document.ANSWERS: translate("Handouts", "Answers to the quiz"),
        Document.QUESTIONNAIRE: translate("Handouts", "Questionnaire (no names)"),
        Document.LEAFLET: translate("Handouts", "Leaflet: {case}"),
    }[document]


def offered_title(wish: Wish, chosen: Offered) -> str:
    """What something that can be chosen is called; a leaflet by its case."""
    document, case = chosen
    view = replace(wish, leaflet=case).case
    title = document_title(document)
    return title if view is None else title.format(case=isolated(view.entry.head.title))


def _title(wish: Wish, column: Column) -> Iterator[Slug]:
    session = wish.session
    where = ", ".join(part for part in (session.place, place_text(session.country)) if part)
    day = date_text(session.day.isoformat(), long=True) if session.day else ""
    meta = " \u00b7 ".join(part for part in (day, where, wish.audience) if part)
    yield from set_paragraph(words(session.title, Style.TITLE), column, joined=True)
    if meta:
        yield from set_paragraph(
            words(meta, Style.LABEL, QUIET), column, above=3 * UNITS, joined=True
        )


# --- for those who take part ------------------------------------------------------------------


def _handout(wish: Wish, column: Column) -> Iterator[Slug]:
    yield from _title(wish, column)
    if wish.session.goal:
        yield from set_paragraph(words(wish.session.goal, Style.LEAD), column, above=PARAGRAPH)
    for step in wish.session.steps:
        # Where to get help comes once, at the end.
        if step.id in wish.steps and not isinstance(step.content, HelpPart):
            yield from set_step(step, column, opened=wish.opened, pictures=wish.pictures)
    yield from _help(wish, column)


def _help(wish: Wish, column: Column) -> Iterator[Slug]:
    session = wish.session
    planned = [
        step.content
        for step in session.steps
        if step.id in wish.steps and isinstance(step.content, HelpPart)
    ]
    known = {part.origin.entry: part for part in (*planned, *wish.help)}
    yield rule(column, above=16 * UNITS, joined=True)
    yield from heading(help_heading(session.country), column)
    for part in known.values():
        yield from set_help(part, column, checked=wish.checked.get(part.origin.entry))
    if not known:
        yield from set_paragraph(words(_no_help(session)), column, above=_UNDER, joined=True)
        yield from lines_to_write(column, 3)


def _no_help(session: Session) -> str:
    translate = QCoreApplication.translate
    if not session.country:
        return translate("Handouts", "Write down here whom to call, and who answers:")
    return translate(
        "Handouts",
        "The casebook knows of no help service in {place}. Ask locally, try the number yourself, "
        "and write it down here:",
    ).format(place=place_text(session.country))


# --- for the trainer --------------------------------------------------------------------------


def _plan(wish: Wish, column: Column) -> Iterator[Slug]:
    translate = QCoreApplication.translate
    session = wish.session
    yield from _title(wish, column)
    if session.goal:
        yield from set_paragraph(words(session.goal, Style.LEAD), column, above=PARAGRAPH)
    times = timing(session)
    header = [
        [words(translate("Handouts", "Begins"), Style.LABEL_STRONG)],
        [words(translate("Handouts", "Minutes"), Style.LABEL_STRONG)],
        [words(translate("Handouts", "Step"), Style.LABEL_STRONG)],
    ]
    rows = [
        [
            [words(_clock(session, begins), Style.LABEL)],
            [words(number(step.minutes), Style.LABEL)],
            _planned(at, step),
        ]
        for at, (step, begins) in enumerate(zip(session.steps, times.starts, strict=True), 1)
    ]
    yield from set_table(header, rows, column, above=PARAGRAPH)
    total = translate("Handouts", "In all: {minutes} minutes").format(minutes=number(times.planned))
    yield from set_paragraph(words(total, Style.LABEL_STRONG), column, above=PARAGRAPH)


def _clock(session: Session, minutes: int) -> str:
    """When a step begins: the time of day where that is known, else minutes from the start."""
    if session.starts is None:
        return f"{minutes // 60}:{minutes % 60:02}"
    begun = session.starts.hour * 60 + session.starts.minute + minutes
    return f"{begun // 60 % 24}:{begun % 60:02}"


def _planned(at: int, step: Step) -> list[Paragraph]:
    made = [words(f"{number(at)}. {step_name(step)}", Style.LABEL_STRONG)]
    if isinstance(step.content, Discussion):
        made += [words(f"\u2022 {point}", Style.LABEL) for point in step.content.points]
    made += [words(line, Style.LABEL) for line in step.notes.splitlines() if line.strip()]
    return made


def _counts(wish: Wish, column: Column) -> Iterator[Slug]:
    translate = QCoreApplication.translate
    yield from _title(wish, column)
    said = translate(
        "Handouts", "Count people, not names. Nobody should be found by what stands here."
    )
    yield from set_paragraph(words(said), column, above=PARAGRAPH)
    groups = (
        translate("Handouts", "Girls"),
        translate("Handouts", "Boys"),
        translate("Handouts", "Women"),
        translate("Handouts", "Men"),
        translate("Handouts", "Others, or not said"),
        translate("Handouts", "All together"),
    )
    header = [
        [words(translate("Handouts", "Group"), Style.LABEL_STRONG)],
        [words(translate("Handouts", "At the beginning"), Style.LABEL_STRONG)],
        [words(translate("Handouts", "At the end"), Style.LABEL_STRONG)],
    ]
    rows = [[[words(group, Style.HEADING)], [words(" ")], [words(" ")]] for group in groups]
    half = column.width / 3
    yield from set_table(header, rows, column, above=PARAGRAPH, widths=(half, half, half))
    yield from heading(translate("Handouts", "Remarks"), column)
    yield from lines_to_write(column, 4)


# --- quizzes and questionnaires ---------------------------------------------------------------


def _quiz(wish: Wish, column: Column, *, key: bool) -> Iterator[Slug]:
    yield from _title(wish, column)
    for at, quiz in enumerate(quizzes(wish.session), 1):
        right = quiz.right if key else None
        yield from set_question(
            quiz.question, quiz.answers, column, mark=f"{number(at)}.", right=right
        )
        if key and quiz.explanation:
            said = words(answer_words(), Style.LABEL_STRONG)
            yield from set_paragraph(said, column, above=6 * UNITS, joined=True)
            yield from set_own_words(quiz.explanation, column)


def _questionnaire(wish: Wish, column: Column) -> Iterator[Slug]:
    translate = QCoreApplication.translate
    yield from _title(wish, column)
    said = translate("Handouts", "Please do not write your name. Tick one answer to each question.")
    yield from set_paragraph(words(said), column, above=PARAGRAPH)
    moments: Sequence[str] = (
        translate("Handouts", "Before"),
        translate("Handouts", "After"),
        translate("Handouts", "Some months later"),
    )
    row = [[words(f"\u25a1 {moment}", Style.LABEL)] for moment in moments]
    yield from set_table((), [row], column, above=PARAGRAPH, lined=False)
    for at, question in enumerate(wish.session.questions, 1):
        yield from set_question(question.question, question.answers, column, mark=f"{number(at)}.")
    yield space(UNITS)
