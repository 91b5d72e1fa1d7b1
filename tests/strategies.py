"""Hypothesis strategies for what an honest publisher may write, and some that are harder."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from fieldcat.domain import entry as domain
from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Line, Part, Section
from fieldcat.domain.taxonomy import Collection, Concept, Vocabulary

_T = TypeVar("_T")

# Everything but what cannot be written as UTF-8.
_LETTERS = st.characters(codec="utf-8")
# What a title may hold without being cleaned: no controls, no direction tricks.
_PLAIN_LETTERS = st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"])

words = st.text(_LETTERS, max_size=60)
slugs = st.from_regex(r"[a-z0-9](?:[a-z0-9-]{0,12}[a-z0-9])?", fullmatch=True)
local_ids = st.from_regex(r"[a-z0-9-]{1,16}", fullmatch=True)
urls = st.builds(lambda path: f"https://example.org/{path}", slugs)
dates = st.dates().map(str).flatmap(lambda d: st.sampled_from([d, d[:7], d[:4]]))
languages = st.sampled_from(["en", "es", "es-MX", "pt-BR", "fr", "ar", "sw", "zh-Hant-TW"])


def names(max_size: int = 40) -> st.SearchStrategy[str]:
    """Titles and names: something can be seen of them, nothing of them will be cleaned away."""
    return st.builds(
        lambda first, rest: first + rest,
        st.sampled_from("aÉß中ع#7"),
        st.text(_PLAIN_LETTERS, max_size=max_size),
    )


def _few(values: st.SearchStrategy[_T], max_size: int = 3) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(values, max_size=max_size).map(tuple)


_optional_names = st.just("") | names()

entry_ids = st.builds(EntryId, slugs, st.sampled_from(Kind), slugs)

# --- text -------------------------------------------------------------------------------------

spans = st.one_of(
    st.builds(domain.Text, words),
    st.builds(domain.Emphasis, words, st.booleans()),
    st.builds(domain.Link, words, urls),
    st.builds(domain.EntryLink, words, entry_ids),
    st.builds(domain.FigureMention, words, local_ids),
    st.builds(domain.Citation, local_ids, st.integers(1, 99)),
)
lines: st.SearchStrategy[Line] = _few(spans)
_bottom_items = st.builds(domain.ListItem, local_ids, lines)
list_items = st.recursive(
    _bottom_items,
    lambda below: st.builds(domain.ListItem, local_ids, lines, _few(below, 2)),
    max_leaves=3,
)


@st.composite
def tables(draw: st.DrawFn) -> domain.Table:
    """Tables with as many cells in every row as in the header."""
    columns = draw(st.integers(1, 3))
    row = st.tuples(*[lines] * columns)
    return domain.Table(draw(local_ids), draw(row), draw(_few(row, 2)))


blocks = st.one_of(
    st.builds(domain.Heading, local_ids, lines),
    st.builds(domain.Paragraph, local_ids, lines),
    st.builds(domain.ListBlock, local_ids, _few(list_items), st.booleans()),
    st.builds(domain.Quotation, local_ids, _few(lines), _optional_names),
    tables(),
    st.builds(
        domain.Picture,
        local_ids,
        st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
        words,
        words,
        st.integers(0, 5_000),
        st.integers(0, 5_000),
    ),
    st.builds(domain.FigureCards, local_ids, _few(local_ids)),
)
sections: st.SearchStrategy[Section] = st.builds(
    Section,
    local_ids,
    st.sampled_from(domain.SectionRole),
    _optional_names,
    _few(blocks),
    st.just("") | words,
)

# --- records beside the text ------------------------------------------------------------------

figures = st.builds(
    domain.Figure,
    id=local_ids,
    value=st.decimals(-(10**12), 10**12, places=2, allow_nan=False),
    unit=_optional_names,
    counts=words,
    section=local_ids,
    block=st.just("") | local_ids,
    qualifier=st.sampled_from(domain.Qualifier),
    whom=words,
    place=st.sampled_from(["", "CO", "001"]),
    period=_optional_names,
    lead=st.booleans(),
    counted=st.booleans(),
    note=words,
)
references = st.builds(
    domain.Reference,
    local_ids,
    words,
    st.just("") | urls,
    st.just("") | dates,
    st.none() | entry_ids,
)
parties = st.builds(
    domain.Party, st.builds(EntryId, slugs, st.just(Kind.ORGANISATION), slugs), names(), slugs
)
sources = st.builds(domain.Source, urls, dates, _optional_names, _optional_names)

_channels = st.builds(
    domain.Channel,
    st.sampled_from(["telephone", "website", "chat", "app", "email", "other"]),
    names(),
)
PARTS: dict[Kind, st.SearchStrategy[Part]] = {
    Kind.CASE_STUDY: st.builds(
        domain.CaseStudy, st.just("") | dates, _few(st.builds(domain.Event, dates, words))
    ),
    Kind.RESEARCH: st.builds(
        domain.Research, authors=_few(names()), publisher=_optional_names, method=words, url=urls
    ),
    Kind.LEARNING_MATERIAL: st.builds(
        domain.LearningMaterial,
        provider=_optional_names,
        offline=st.none() | st.booleans(),
        languages=_few(languages),
    ),
    Kind.FUNDING: st.builds(domain.Funding, funder=_optional_names, who_can_apply=words),
    Kind.HELP_SERVICE: st.builds(
        domain.HelpService, slugs, entry_ids, _optional_names, _few(_channels)
    ),
    Kind.TOOL: st.builds(domain.Tool, provider=_optional_names, purpose=words, url=urls),
    Kind.ORGANISATION: st.builds(
        domain.Organisation, slugs, st.just("") | dates, st.just("") | urls
    ),
    Kind.TERM: st.builds(
        domain.Term,
        _few(names()),
        _few(names()),
        _few(st.builds(domain.Discouraged, names(), words)),
        words,
    ),
}

# --- entries ----------------------------------------------------------------------------------


def heads(ids: st.SearchStrategy[EntryId] = entry_ids) -> st.SearchStrategy[Head]:
    """Heads of originals."""
    return st.builds(
        Head,
        id=ids,
        title=names(),
        summary=words,
        language=languages,
        source=sources,
        year=st.integers(1990, 2030),
        revision=st.integers(1, 9),
        translates=st.none(),
        countries=_few(st.sampled_from(["CO", "MX", "TZ", "AL"])),
        regions=_few(st.sampled_from(["001", "002", "419"])),
        topics=_few(slugs),
        audiences=_few(slugs),
        capabilities=_few(slugs),
        risks=_few(slugs),
        approaches=_few(slugs),
        evidence=st.just("") | slugs,
        organisations=_few(parties),
        keywords=_few(names()),
        sensitive=st.just("") | words,
    )


@st.composite
def entries(draw: st.DrawFn, ids: st.SearchStrategy[EntryId] = entry_ids) -> Entry:
    """Whole entries of any kind, as originals."""
    head = draw(heads(ids))
    return Entry(
        head=head,
        part=draw(PARTS[head.kind]),
        sections=draw(_few(sections)),
        figures=draw(_few(figures)),
        references=draw(_few(references)),
        related=draw(_few(entry_ids)),
    )


@st.composite
def works(draw: st.DrawFn, collection: str = "fieldcat") -> list[Entry]:
    """The entries of one collection, some with translations, in any order."""
    ids = st.builds(EntryId, st.just(collection), st.sampled_from(Kind), slugs)
    originals = draw(st.lists(entries(ids), max_size=4, unique_by=lambda entry: entry.id))
    versions = list(originals)
    for original in originals:
        others = draw(st.sets(languages, max_size=2)) - {original.head.language}
        for language in sorted(others):
            head = replace(original.head, language=language, translates=original.head.revision)
            versions.append(replace(original, head=head))
    return draw(st.permutations(versions))


# --- taxonomy ---------------------------------------------------------------------------------

_labels = st.sampled_from(("Escuelas", "Écoles & lycées", "學校"))
vocabularies = st.builds(
    Vocabulary,
    id=slugs,
    version=st.integers(1, 9),
    title=names(),
    source_title=words,
    concepts=_few(
        st.builds(
            Concept,
            slugs,
            names(),
            words,
            _optional_names,
            st.booleans(),
            st.dictionaries(st.sampled_from(("es", "pt-BR")), _labels, max_size=2),
        )
    ),
    source_url=st.just("") | urls,
    source_year=st.just("") | dates,
    source_note=words,
)
collections = st.builds(
    Collection,
    id=slugs,
    title=names(),
    publisher=names(),
    description=words,
    language=languages,
    licence=_optional_names,
    edition=st.integers(1, 99),
    date=dates,
)
