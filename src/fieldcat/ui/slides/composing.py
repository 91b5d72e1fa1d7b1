"""A step of a session made into slides: what stands on each, in the order in which it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QLocale

from fieldcat.domain.entry import (
    Block,
    Emphasis,
    Figure,
    FigureCards,
    Heading,
    HelpService,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Section,
    Span,
    Table,
    Text,
    plain,
)
from fieldcat.domain.session import (
    Break,
    Discussion,
    EntryPart,
    FigurePart,
    HelpPart,
    Moment,
    OwnText,
    PicturePart,
    Quiz,
    QuizForm,
    Step,
    Survey,
    TermPart,
    name_of,
)
from fieldcat.ui.labels import number
from fieldcat.ui.reader.decoding import Photo
from fieldcat.ui.reader.wording import figure_number, number_text, qualifier_label
from fieldcat.ui.slides.comparing import comparable
from fieldcat.ui.slides.lines import evened
from fieldcat.ui.slides.slide import (
    Bar,
    ChartSlide,
    ChoiceSlide,
    Fact,
    HelpSlide,
    Manner,
    NumberSlide,
    PictureSlide,
    PlainSlide,
    QuestionSlide,
    Slide,
    SlideText,
    WordSlide,
)
from fieldcat.ui.slides.wording import (
    answer_words,
    break_words,
    cover_words,
    figure_heading,
    figure_words,
    help_heading,
    myth_words,
    place_text,
    question_words,
    spoken_text,
    stated_text,
    survey_words,
    talk_words,
)

Pictures = Callable[[str], Photo | None]
"""Gives a picture by its SHA-256; None where it is not on this laptop."""

_TWO_DIGITS = 10


def no_pictures(_asset: str) -> Photo | None:
    """The pictures where there are none."""
    return None


def cover() -> PlainSlide:
    """What the room sees in place of what the trainer has not opened."""
    return PlainSlide(*cover_words())


def slides_of(
    step: Step, *, pictures: Pictures = no_pictures, hands: Sequence[int] = ()
) -> tuple[Slide, ...]:
    """The slides of a step, one at the least. ``hands`` were counted for each answer of a quiz."""
    name = name_of(step)
    match step.content:
        case EntryPart():
            made = tuple(_entry(step.title.strip(), step.content, pictures))
            return made or (PlainSlide(name),)
        case FigurePart(origin, figure, also):
            return (_figures((figure, *also), origin.title, stated_text(origin)),)
        case TermPart():
            return tuple(_term(step.content, pictures)) or (PlainSlide(name),)
        case HelpPart():
            return (_help(step.content),)
        case PicturePart():
            return (_picture(step.title.strip(), step.content, pictures),)
        case Discussion(question):
            return (QuestionSlide(talk_words(), question),)
        case Quiz():
            return _quiz(step.content, hands)
        case OwnText(text) if not text.strip():
            return (PlainSlide(step.title.strip()),)
        case OwnText(text):
            return (WordSlide(step.title.strip(), tuple(_paragraphs(text))),)
        case Survey(moment):
            return (PlainSlide(*survey_words(moment is Moment.BEFORE)),)
        case Break():
            words, below = break_words(step.minutes)
            return (PlainSlide(step.title.strip() or words, below),)


# --- what comes from the casebook -------------------------------------------------------------


def _entry(title: str, part: EntryPart, pictures: Pictures) -> Iterator[Slide]:
    source = stated_text(part.origin)
    if part.passage is not None:
        heading = title or part.origin.title
        words = SlideText((Text(part.passage.quotation),), Manner.QUOTATION)
        yield WordSlide(heading, (words,), source)
        return
    if not part.sections and not part.figures and part.summary:
        text = SlideText((Text(part.summary),))
        yield WordSlide(title or part.origin.title, (text,), source)
    figures = {figure.id: figure for figure in part.figures}
    told: set[str] = set()
    for section in part.sections:
        one = len(part.sections) == 1
        heading = (title if one else "") or section.title or part.origin.title
        yield from _section(section, heading, figures, source, pictures, told)
    left = [figure for figure in part.figures if figure.id not in told]
    mentioned = {figure.section for figure in left} & {section.id for section in part.sections}
    # Figures that a chosen section states in its sentences are shown there already.
    chosen = [figure for figure in left if figure.section not in mentioned]
    yield from _numbers(chosen, title or part.origin.title, source)


def _section(
    section: Section,
    heading: str,
    figures: dict[str, Figure],
    source: str,
    pictures: Pictures,
    told: set[str],
) -> Iterator[Slide]:
    texts: list[SlideText] = []
    yield from _blocks(section.blocks, texts, heading, figures, source, pictures, told)
    yield from _words(heading, texts, source)


def _blocks(
    blocks: Iterable[Block],
    texts: list[SlideText],
    heading: str,
    figures: dict[str, Figure],
    source: str,
    pictures: Pictures,
    told: set[str],
) -> Iterator[Slide]:
    """What has slides of its own; the words after the last of these are left in ``texts``."""
    for block in blocks:
        match block:
            case FigureCards(figures=ids):
                yield from _words(heading, texts, source)
                shown = [figures[id] for id in ids if id in figures]
                told.update(figure.id for figure in shown)
                yield from _numbers(shown, heading, source)
            case Picture():
                yield from _words(heading, texts, source)
                data = pictures(block.asset)
                yield PictureSlide(heading, data, block.alternative, block.caption, source)
            case _:
                texts += _texts(block)


def _words(heading: str, texts: list[SlideText], source: str) -> Iterator[Slide]:
    """What was gathered so far, on slides of its own; nothing is left in the list."""
    if texts:
        yield WordSlide(heading, tuple(texts), source)
        texts.clear()


def _texts(block: Block) -> Iterator[SlideText]:
    match block:
        case Heading(line=line):
            yield SlideText(line, Manner.HEADING)
        case Paragraph(line=line):
            yield SlideText(evened(line))
        case ListBlock(items=items, ordered=ordered):
            yield from _items(items, ordered=ordered, depth=0)
        case Quotation(lines=lines, attribution=attribution):
            for line in lines:
                yield SlideText(line, Manner.QUOTATION)
            if attribution:
                yield SlideText((Text(f"\u2014 {attribution}"),), Manner.SAID_BY)
        case Table():
            yield from _rows(block)


def _items(items: Sequence[ListItem], *, ordered: bool, depth: int) -> Iterator[SlideText]:
    wide = ordered and len(items) >= _TWO_DIGITS
    for at, item in enumerate(items, 1):
        mark = f"{number(at)}." if ordered else "\u2022"
        yield SlideText(evened(item.line), Manner.ITEM, mark, min(depth, 2), wide)
        yield from _items(item.children, ordered=False, depth=depth + 1)


def _rows(table: Table) -> Iterator[SlideText]:
    """A table's rows as items: nobody reads columns from the last row of a room."""
    for row in table.rows:
        line: list[Span] = []
        for at, cell in enumerate(row):
            words = plain(cell).strip()
            if not words:
                continue
            if not line:
                line.append(Emphasis(words, strong=True))
                continue
            head = plain(table.header[at]).strip() if at < len(table.header) else ""
            line += [Text(f" \u00b7 {head}: " if head else " \u00b7 "), *cell]
        yield SlideText(tuple(line), Manner.ITEM, "\u2022")


def _numbers(figures: Sequence[Figure], heading: str, source: str) -> Iterator[Slide]:
    """Figures, those that can be compared as one chart, the others one by one."""
    waiting = list(figures)
    while waiting:
        first = waiting[0]
        group = [figure for figure in waiting if comparable(first, figure)]
        waiting = [figure for figure in waiting if figure not in group]
        yield _figures(group, heading, source)


def _figures(figures: Sequence[Figure], heading: str, source: str) -> Slide:
    if len(figures) == 1:
        return _number(figures[0], heading, source)
    places = {figure.place for figure in figures}
    bars = tuple(_bar(figure, with_place=len(places) > 1) for figure in figures)
    percent = figures[0].unit == "%" and all(figure.value <= 100 for figure in figures)
    over = figure_heading(figures[0], heading) if len(places) == 1 else heading
    return ChartSlide(over, bars, source, 100.0 if percent else None)


def _bar(figure: Figure, *, with_place: bool) -> Bar:
    words = [figure_words(figure)]
    if with_place:
        words.append(place_text(figure.place))
    said = " ".join(part for part in (qualifier_label(figure.qualifier), figure_number(figure)))
    return Bar(", ".join(word for word in words if word), said.strip(), float(figure.value))


def _number(figure: Figure, heading: str, source: str) -> NumberSlide:
    percent = figure.unit == "%"
    share = float(figure.value) if percent and 0 <= figure.value <= 100 else None
    shown = figure_number(figure)
    unit = ""
    if percent:
        shown, unit = number_text(figure.value), QLocale().percent()
    return NumberSlide(
        figure_heading(figure, heading),
        qualifier_label(figure.qualifier),
        shown,
        unit,
        figure_words(figure),
        source,
        share,
    )


def _term(part: TermPart, pictures: Pictures) -> Iterator[Slide]:
    heading, source = part.origin.title, stated_text(part.origin)
    texts = [SlideText((Text(part.definition),))] if part.definition else []
    for section in part.sections:
        if section.title:
            texts.append(SlideText((Text(section.title),), Manner.HEADING))
        yield from _blocks(section.blocks, texts, heading, {}, source, pictures, set())
    yield from _words(heading, texts, source)


def _help(part: HelpPart) -> HelpSlide:
    service = part.service
    countries = part.origin.countries
    channels = sorted(service.channels, key=lambda channel: channel.type != "telephone")
    first = _reach(channels[0].value) if channels else ""
    about = ", ".join(word for word in (service.cost, service.hours) if word)
    facts = [
        Fact(_CHANNELS.get(channel.type, "life-buoy"), _reach(channel.value), left_to_right=True)
        for channel in channels[1:]
    ]
    facts += _about_help(service)
    if len(countries) > 1:
        facts.append(Fact("map-pin", ", ".join(place_text(code) for code in countries)))
    return HelpSlide(
        help_heading(countries[0] if len(countries) == 1 else ""),
        first,
        part.origin.title,
        about[:1].upper() + about[1:],
        tuple(facts),
        stated_text(part.origin),
        "" if first and facts else part.summary,
    )


def _reach(value: str) -> str:
    """What one types: a browser needs neither the beginning nor the end of an address."""
    return value.removeprefix("https://").removeprefix("http://").rstrip("/")


_CHANNELS = {
    "telephone": "phone",
    "website": "globe",
    "chat": "message-circle",
    "app": "smartphone",
    "email": "mail",
}


def _about_help(service: HelpService) -> Iterator[Fact]:
    if service.ages:
        yield Fact("users", service.ages[:1].upper() + service.ages[1:])
    if spoken := spoken_text(service.languages):
        yield Fact("languages", spoken[:1].upper() + spoken[1:])


def _picture(title: str, part: PicturePart, pictures: Pictures) -> PictureSlide:
    source = stated_text(part.origin) if part.origin is not None else ""
    return PictureSlide(title, pictures(part.asset), part.alternative, part.caption, source)


# --- what comes from the trainer --------------------------------------------------------------


def _quiz(quiz: Quiz, hands: Sequence[int]) -> tuple[Slide, ...]:
    """Asked; answered, with the hands that were counted; and why."""
    heading = myth_words() if quiz.form is QuizForm.MYTH else question_words()
    asked = ChoiceSlide(heading, quiz.question, quiz.answers)
    answered = ChoiceSlide(heading, quiz.question, quiz.answers, quiz.right, tuple(hands))
    if not quiz.explanation.strip():
        return asked, answered
    source = stated_text(quiz.origin) if quiz.origin is not None else ""
    return asked, answered, WordSlide(answer_words(), tuple(_paragraphs(quiz.explanation)), source)


def _paragraphs(text: str) -> Iterator[SlideText]:
    """One's own words: an empty line parts them, a dash or a dot at the start makes an item."""
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        for line in _joined_lines(paragraph):
            if line[:2] in ("- ", "* ", "\u2022 ", "\u2013 "):
                yield SlideText((Text(line[2:].strip()),), Manner.ITEM, "\u2022")
            else:
                yield SlideText((Text(line),))


def _joined_lines(paragraph: str) -> Iterator[str]:
    for line in paragraph.split("\n"):
        if line.strip():
            yield line.strip()
