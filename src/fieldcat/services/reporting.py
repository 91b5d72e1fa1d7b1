"""What is in a workspace, on one page: counts, how fresh it is, what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from fieldcat.domain.entry import HelpService
from fieldcat.domain.naming import language_name
from fieldcat.domain.places import country_name
from fieldcat.exporting.markup import Content, Markup, element, joined, page
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.reviewing.review import review
from fieldcat.publishing.rules import Level
from fieldcat.publishing.workspace import Workspace, read_workspace
from fieldcat.services.labels import KINDS
from fieldcat.storage.files import write_whole

_MOST_FAULTS = 1_000
_MOST_ROWS = 300
_FILED = (
    ("capabilities", "Capability"),
    ("topics", "Topic"),
    ("audiences", "Audience"),
    ("evidence", "Evidence"),
)


def write_report(workspace: Path, output: Path, *, today: date) -> tuple[int, int]:
    """Write the page; gives how many faults and warnings it lists.

    Raises:
        EnvironmentFaultError: it cannot be written; what was there before still is.
    """
    read = read_workspace(workspace)
    found = review(read, today)
    write_whole(output, report_page(read, found, today))
    faults = sum(fault.level is Level.FAULT for fault in found)
    return faults, len(found) - faults


def report_page(workspace: Workspace, found: Sequence[Fault], today: date) -> bytes:
    """The page, whole in itself: no scripts, and nothing is fetched."""
    collection = workspace.collection
    title = collection.title if collection else "A workspace that cannot be read"
    said = (
        f"{collection.publisher} · edition {collection.edition} of {collection.date} · "
        if collection
        else ""
    )
    originals = [draft for draft in workspace.drafts if not draft.is_translation]
    body = (
        element("h1", title),
        element("p", f"{said}looked at on {today.isoformat()}", class_="soft"),
        _in_short(workspace, originals, found),
        element("h2", "What there is"),
        _counted("Kind", Counter(KINDS[draft.id.kind] for draft in originals)),
        _counted("Language", _languages(workspace.drafts)),
        _counted("Country", _countries(originals)),
        *(_counted(label, _filed(workspace, originals, name)) for name, label in _FILED),
        element("h2", "How fresh it is"),
        _counted("Year of the source", Counter(_year(draft) for draft in originals), by_name=True),
        _services(originals, today),
        element("h2", "What was found"),
        _faults(found),
    )
    # The page's own words are English, whatever the collection's language is.
    return page(title, body, language="en", wide=True)


def _in_short(workspace: Workspace, originals: Sequence[Draft], found: Sequence[Fault]) -> Markup:
    translations = len(workspace.drafts) - len(originals)
    faults = sum(fault.level is Level.FAULT for fault in found)
    cards = (
        (len(originals), "entries"),
        (translations, "translations"),
        (len(workspace.assets), "pictures"),
        (faults, "faults"),
        (len(found) - faults, "warnings"),
    )
    return element(
        "ul",
        [element("li", (element("strong", f"{count:,}"), words)) for count, words in cards],
        class_="cards",
    )


def _counted(
    heading: str, counts: Counter[str], *, by_name: bool = False, what: str = "Entries"
) -> Markup:
    """A table of values, the most frequent first, or by name, the last first."""
    listed = sorted(counts.items(), reverse=True) if by_name else counts.most_common()
    if not listed:
        return element("p", f"{heading}: nothing is filed under it yet.", class_="soft")
    most = str(max(counts.values()))
    rows = [
        (value or "not said", _bar(count, most), str(count)) for value, count in listed[:_MOST_ROWS]
    ]
    return _table(heading, ("", "", what), rows)


def _bar(count: int, most: str) -> Markup:
    return element("meter", str(count), value=str(count), min="0", max=most)


def _languages(drafts: Iterable[Draft]) -> Counter[str]:
    return Counter(language_name(draft.entry.head.language) for draft in drafts)


def _countries(drafts: Iterable[Draft]) -> Counter[str]:
    return Counter(country_name(code) for draft in drafts for code in draft.entry.head.countries)


def _filed(workspace: Workspace, drafts: Iterable[Draft], name: str) -> Counter[str]:
    """How many entries are filed under each word; those that nothing is filed under are named."""
    vocabulary = workspace.vocabularies.get(name)
    concepts = vocabulary.concepts if vocabulary else ()
    labels = {concept.id: concept.label for concept in concepts}
    counts = Counter({concept.label: 0 for concept in concepts if not concept.retired})
    for draft in drafts:
        filed = getattr(draft.entry.head, name)
        for value in (filed,) if isinstance(filed, str) else filed:
            if value:
                counts[labels.get(value, value)] += 1
    return counts


def _year(draft: Draft) -> str:
    return draft.entry.head.source.date[:4]


def _services(drafts: Iterable[Draft], today: date) -> Content:
    rows = [
        (draft.entry.head.title, part.last_checked or "nobody has said", _ago(part, today))
        for draft in drafts
        if isinstance(part := draft.entry.part, HelpService)
    ]
    if not rows:
        return None
    return _table("Help services", ("Service", "Last checked", "Days ago"), sorted(rows))


def _ago(part: HelpService, today: date) -> str:
    return str((today - date.fromisoformat(part.last_checked)).days) if part.last_checked else ""


def _faults(found: Sequence[Fault]) -> Content:
    if not found:
        return element("p", "Nothing: no faults and no warnings.")
    counts = Counter(f"{fault.rule}: {fault.level}" for fault in found)
    rows = [
        (
            f"{fault.file}:{fault.line}" if fault.line else fault.file,
            f"{fault.level}: {fault.rule}",
            joined(_said(fault)),
        )
        for fault in found[:_MOST_FAULTS]
    ]
    more = len(found) - len(rows)
    return (
        _counted("Rule", counts, what="Times"),
        _table("Where", ("Place", "Rule", "What, and what to do"), rows, numbers=False),
        element("p", f"{more} more are not listed here.", class_="soft") if more else Markup(""),
    )


def _said(fault: Fault) -> Iterator[str | Markup]:
    yield f"{fault.field}: {fault.problem}" if fault.field else fault.problem
    if fault.allowed:
        yield element("br")
        yield element("span", fault.allowed, class_="soft")


def _table(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str | Markup]],
    *,
    numbers: bool = True,
) -> Markup:
    """A table whose last column holds numbers, unless it is said otherwise."""
    last = len(headings) - 1

    def dress(at: int, cell: str | Markup) -> str | None:
        if numbers and at == last:
            return "number"
        return "bar" if isinstance(cell, Markup) and numbers else None

    head = element(
        "tr",
        [
            element("th", words, scope="col", class_="number" if numbers and at == last else None)
            for at, words in enumerate(headings)
        ],
    )
    lines = [
        element(
            "tr",
            [element("td", cell, class_=dress(at, cell)) for at, cell in enumerate(row)],
        )
        for row in rows
    ]
    parts = (element("caption", caption), element("thead", head), element("tbody", lines))
    return element("table", parts)
