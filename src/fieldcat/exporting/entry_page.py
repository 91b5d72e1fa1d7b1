"""An entry as a web page: plain HTML, from its typed blocks alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fieldcat.domain.entry import (
    Block,
    Citation,
    Emphasis,
    Entry,
    EntryId,
    EntryLink,
    Figure,
    FigureCards,
    FigureMention,
    Heading,
    HelpService,
    Line,
    Link,
    ListBlock,
    ListItem,
    Organisation,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Research,
    Section,
    Table,
)
from fieldcat.domain.naming import language_name
from fieldcat.domain.places import country_name
from fieldcat.exporting.markup import Content, Markup, element, link
from fieldcat.exporting.words import Words


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page is made with.

    ``address`` gives where an entry's page is, seen from this one, or nothing where it is not here;
    ``picture`` the same for an asset. ``label`` gives the words for an id of a vocabulary,
    ``title`` those that an entry which is here is called by.
    """

    words: Words
    address: Callable[[EntryId], str]
    picture: Callable[[str], str]
    label: Callable[[str, str], str]
    title: Callable[[EntryId], str]


def entry_body(entry: Entry, setting: Setting) -> Markup:
    """What stands in the page of an entry: head, facts, figures, text, references, source."""
    head, words = entry.head, setting.words
    about = (words.kind(head.kind), head.organisation, str(head.year or ""))
    leads = [figure for figure in entry.figures if figure.lead]
    parts: list[Content] = [
        element("p", " · ".join(part for part in about if part), class_="soft"),
        element("h1", head.title),
        element("p", head.summary),
    ]
    if head.sensitive:
        parts.append(element("p", head.sensitive, class_="care"))
    parts.append(_facts(entry, setting))
    parts.append(_cards(leads))
    parts += [_section(section, entry, setting) for section in entry.sections]
    if entry.references:
        numbered = enumerate(entry.references, 1)
        listed = [_reference(number, reference, setting) for number, reference in numbered]
        parts.append(element("h2", words["references"], id="references"))
        parts.append(element("ol", listed))
    related = [(id, setting.address(id)) for id in entry.related]
    if any(address for _, address in related):
        listed = [element("li", link(setting.title(id), at)) for id, at in related if at]
        parts += [element("h2", words["related"]), element("ul", listed)]
    parts.append(_source(entry, words))
    return element("article", parts, lang=head.language)


def _facts(entry: Entry, setting: Setting) -> Markup:
    rows = [(name, value) for name, value in _facts_of(entry, setting) if value]
    terms = [(element("dt", name), element("dd", value)) for name, value in rows]
    return element("dl", terms) if rows else Markup("")


def _facts_of(entry: Entry, setting: Setting) -> Iterator[tuple[str, Content]]:
    head, part, words = entry.head, entry.part, setting.words
    yield (
        words["who"],
        _listed(
            link(party.name or party.organisation.slug, setting.address(party.organisation))
            for party in head.organisations
        ),
    )
    yield words["where"], ", ".join(country_name(code, words.language) for code in head.countries)
    for name in ("audiences", "topics", "capabilities"):
        yield words[name], ", ".join(setting.label(name, id) for id in getattr(head, name))
    if head.evidence:
        yield words["evidence"], setting.label("evidence", head.evidence)
    if isinstance(part, HelpService):
        yield (
            words["channels"],
            _listed(
                link(one.value, one.value) if one.value.startswith("http") else one.value
                for one in part.channels
            ),
        )
        yield words["hours"], part.hours
        yield words["cost"], part.cost
        spoken = (language_name(tag, words.language) for tag in part.languages)
        yield words["languages"], ", ".join(spoken)
        yield words["last_checked"], part.last_checked or words["not_checked"]
    if isinstance(part, Research):
        yield words["authors"], ", ".join(part.authors)
        yield words["publisher"], ", ".join(filter(None, (part.publisher, part.published)))
    if isinstance(part, Organisation):
        yield words["website"], link(part.website, part.website) if part.website else ""


def _listed(parts: Iterable[str | Markup]) -> Content:
    found: list[str | Markup] = []
    for part in parts:
        found += [", ", part] if found else [part]
    return found


def _cards(figures: Iterable[Figure]) -> Markup:
    cards = [
        element(
            "li",
            (
                element("strong", " ".join(filter(None, (figure.qualifier.value, _value(figure))))),
                figure.counts,
                element("span", _beneath(figure), class_="soft"),
            ),
        )
        for figure in figures
    ]
    return element("ul", cards, class_="cards") if cards else Markup("")


def _value(figure: Figure) -> str:
    return f"{figure.value:,f}" + (" %" if figure.unit == "%" else "")


def _beneath(figure: Figure) -> str:
    told = (figure.whom, country_name(figure.place) if figure.place else "", figure.period)
    said = ", ".join(part for part in told if part)
    return f" ({said})" if said else ""


def _section(section: Section, entry: Entry, setting: Setting) -> Markup:
    blocks = [_block(block, entry, setting) for block in section.blocks]
    if not section.sensitive:
        return element("section", (element("h2", section.title), blocks), id=section.id)
    reason = element("span", section.sensitive, class_="care")
    opened = element("summary", (section.title, element("br"), reason))
    return element("details", (opened, blocks), id=section.id)


def _block(block: Block, entry: Entry, setting: Setting) -> Content:
    match block:
        case Heading():
            return element("h3", _line(block.line, setting))
        case Paragraph():
            return element("p", _line(block.line, setting))
        case ListBlock():
            items = [_item(item, setting) for item in block.items]
            return element("ol" if block.ordered else "ul", items)
        case Quotation():
            said = [element("p", _line(line, setting)) for line in block.lines]
            by = element("footer", f"— {block.attribution}") if block.attribution else None
            return element("blockquote", (said, by))
        case Table():
            return _table(block, setting)
        case Picture():
            return _picture(block, setting)
        case FigureCards():
            named = {figure.id: figure for figure in entry.figures}
            return _cards(named[id] for id in block.figures if id in named)


def _item(item: ListItem, setting: Setting) -> Markup:
    under = [_item(child, setting) for child in item.children]
    return element("li", (_line(item.line, setting), element("ul", under) if under else None))


def _table(table: Table, setting: Setting) -> Markup:
    head = [element("th", _line(cell, setting), scope="col") for cell in table.header]
    rows = [
        element("tr", [element("td", _line(cell, setting)) for cell in row]) for row in table.rows
    ]
    parts = (element("thead", element("tr", head)), element("tbody", rows))
    return element("table", parts)


def _picture(picture: Picture, setting: Setting) -> Markup:
    address = setting.picture(picture.asset)
    if not address:
        return element("p", f"[{picture.alternative}]", class_="soft")
    shown = element(
        "img",
        src=address,
        alt=picture.alternative,
        width=str(picture.width),
        height=str(picture.height),
    )
    caption = element("figcaption", picture.caption) if picture.caption else None
    return element("figure", (shown, caption))


def _line(line: Line, setting: Setting) -> list[str | Markup]:
    return [_span(span, setting) for span in line]


def _span(span: object, setting: Setting) -> str | Markup:
    match span:
        case Emphasis():
            return element("strong" if span.strong else "em", span.text)
        case Link():
            return link(span.text, span.url)
        case EntryLink():
            address = setting.address(span.target)
            return link(span.text, address) if address else span.text
        case Citation():
            mark = element("a", str(span.number), href=f"#ref-{span.number}")
            return element("sup", mark)
        case FigureMention():
            return span.text
        case _:
            return str(getattr(span, "text", ""))


def _reference(number: int, reference: Reference, setting: Setting) -> Markup:
    here = setting.address(reference.entry) if reference.entry else ""
    words: Content = link(reference.text, here) if here else reference.text
    if reference.url:
        words = (words, " ", link(reference.url, reference.url))
    return element("li", words, id=f"ref-{number}")


def _source(entry: Entry, words: Words) -> Markup:
    source = entry.head.source
    named = ", ".join(filter(None, (source.title, source.publisher, source.date)))
    return element("footer", (f"{words['source']}: ", link(named or source.url, source.url)))
