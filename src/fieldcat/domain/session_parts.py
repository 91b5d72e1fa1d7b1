"""Taking parts of an entry into a session, and telling what became of them since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from fieldcat.domain.entry import (
    Block,
    Citation,
    Entry,
    Figure,
    FigureCards,
    FigureMention,
    HelpService,
    Line,
    ListBlock,
    ListItem,
    Quotation,
    Section,
    Table,
    Term,
    plain,
)
from fieldcat.domain.keeping import Passage
from fieldcat.domain.passages import place_in
from fieldcat.domain.session import (
    Content,
    EntryPart,
    FigurePart,
    HelpPart,
    Origin,
    PicturePart,
    Quiz,
    TermPart,
    origin_of,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What of an entry is taken: sections and figures by their ids, or a passage.

    Nothing chosen is the entry as a whole, as its kind has it.
    """

    sections: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    passage: Passage | None = None


class PartState(StrEnum):
    """What became of a part since it was added."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    """The entry is there, but has no such part any more."""
    WITHDRAWN = "withdrawn"
    MISSING = "missing"
    """The casebook here has no such entry."""


@dataclass(frozen=True, slots=True)
class PartNow:
    """What became of the part of a step, and its new text where that changed."""

    state: PartState
    content: Content | None = None
    reason: str = ""


def taken(entry: Entry, choice: Choice) -> Content:
    """What a step shows of an entry, as it is now.

    One figure alone is a figure; nothing chosen of a term or help service is that itself.

    Raises:
        LookupError: the entry has none of what was chosen.
    """
    if choice.passage is not None:
        return _passage(entry, choice.passage)
    figures = tuple(figure for figure in entry.figures if figure.id in choice.figures)
    sections = tuple(section for section in entry.sections if section.id in choice.sections)
    if (choice.sections and not sections) or (choice.figures and not (sections or figures)):
        raise LookupError("the entry has no such part")
    if len(figures) == 1 and not choice.sections:
        return FigurePart(origin_from(entry, _reason_of(entry, figures)), figures[0])
    if not (sections or figures):
        match entry.part:
            case Term():
                return TermPart(origin_from(entry), entry.part, entry.head.summary, entry.sections)
            case HelpService():
                return HelpPart(origin_from(entry), entry.part, entry.head.summary, entry.sections)
    return _part(entry, sections, figures)


def now_of(content: Content, entry: Entry) -> PartNow:
    """What became of a part in the entry as it is now."""
    origin = origin_of(content)
    if origin is None or isinstance(content, PicturePart | Quiz):
        return PartNow(PartState.SAME)  # what they show is no text of the entry's
    try:
        anew = taken(entry, choice_of(content))
    except LookupError:
        return PartNow(PartState.GONE)
    if type(anew) is not type(content) or _without_origin(anew, origin) != content:
        return PartNow(PartState.CHANGED, anew)
    return PartNow(PartState.SAME)


def choice_of(content: Content) -> Choice:
    """What was chosen of an entry."""
    match content:
        case EntryPart(passage=passage) if passage is not None:
            return Choice(passage=passage)
        case EntryPart(sections=sections, figures=figures):
            return Choice(tuple(one.id for one in sections), tuple(one.id for one in figures))
        case FigurePart(figure=figure):
            return Choice(figures=(figure.id,))
        case _:
            return Choice()


def _without_origin(content: Content, origin: Origin) -> Content:
    """The part as if it had been taken then: a newer revision alone changes nothing to show."""
    if isinstance(content, EntryPart | FigurePart | TermPart | HelpPart):
        return replace(content, origin=origin)
    return content


def _part(entry: Entry, sections: tuple[Section, ...], figures: Sequence[Figure]) -> EntryPart:
    blocks = tuple(block for section in sections for block in section.blocks)
    named = {figure.id for figure in figures} | set(_figures_in(blocks))
    cited = set(_citations_in(blocks))
    return EntryPart(
        origin_from(entry, _reason_of(entry, figures)),
        sections,
        tuple(figure for figure in entry.figures if figure.id in named),
        tuple(one for one in entry.references if one.id in cited),
        summary=entry.head.summary,
    )


def _passage(entry: Entry, passage: Passage) -> EntryPart:
    for section in entry.sections:
        for block in section.blocks:
            for id, text in _texts(block):
                if id != passage.block:
                    continue
                found = place_in(text, passage)
                if found is None:
                    break
                words = replace(passage, quotation=text[found[0] : found[1]])
                part = _part(entry, (replace(section, blocks=(block,)),), ())
                return replace(part, passage=words, summary="")
    raise LookupError("the entry has no such words")


def origin_from(entry: Entry, sensitive: str = "") -> Origin:
    """An entry as what is taken from it names it; ``sensitive`` if the entry has no such reason."""
    head = entry.head
    return Origin(
        entry=head.id,
        revision=head.revision,
        title=head.title,
        language=head.language,
        source=head.source,
        organisation=head.organisation,
        countries=head.countries,
        evidence=head.evidence,
        sensitive=head.sensitive or sensitive,
    )


def _reason_of(entry: Entry, figures: Sequence[Figure]) -> str:
    """The reason to ask before a section that states one of the figures; empty if there is none."""
    stated_in = {figure.section for figure in figures}
    reasons = (one.sensitive for one in entry.sections if one.id in stated_in and one.sensitive)
    return next(reasons, "")


def _texts(block: Block) -> Iterator[tuple[str, str]]:
    """The texts of a block that words can be marked in, each with its id."""
    match block:
        case ListBlock(items=items):
            for item in items:
                yield from _item_texts(item)
        case Quotation(id=id, lines=lines):
            yield id, "\n".join(map(plain, lines))
        case Table() | FigureCards():
            return
        case _:
            line = getattr(block, "line", ())
            yield block.id, plain(line)


def _item_texts(item: ListItem) -> Iterator[tuple[str, str]]:
    yield item.id, plain(item.line)
    for child in item.children:
        yield from _item_texts(child)


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case ListBlock(items=items):
                yield from _item_lines(items)
            case Quotation(lines=lines):
                yield from lines
            case Table(header=header, rows=rows):
                yield from header
                for row in rows:
                    yield from row
            case _:
                yield getattr(block, "line", ())


def _item_lines(items: Iterable[ListItem]) -> Iterator[Line]:
    for item in items:
        yield item.line
        yield from _item_lines(item.children)


def _figures_in(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, FigureCards):
            yield from block.figures
    for line in _lines(blocks):
        yield from (span.figure for span in line if isinstance(span, FigureMention))


def _citations_in(blocks: Iterable[Block]) -> Iterator[str]:
    for line in _lines(blocks):
        yield from (span.reference for span in line if isinstance(span, Citation))
