"""A casebook in memory: made-up entries and a plain search, for tests and pictures of the window.

Places, organisations and numbers are invented. Words are matched as they stand, letter by letter
and without stemming; that is enough to see how the window behaves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from threading import Event

from tests.fakes.belongings import FakeBelongings
from tests.fakes.training import FakeTraining
from tests.fakes.updates import FakeUpdates, offered_card, offered_edition
from tools.window_states import Material

from fieldcat.domain.edition import Withdrawal, Withdrawn
from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Entry,
    EntryId,
    Figure,
    FigureCards,
    Head,
    HelpService,
    Kind,
    LearningMaterial,
    Organisation,
    Paragraph,
    Part,
    Party,
    Qualifier,
    Research,
    Section,
    SectionRole,
    Source,
    Term,
    Text,
    plain,
)
from fieldcat.domain.keeping import Passage
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.query import (
    Answer,
    Excerpt,
    FacetValue,
    Hit,
    PreferredTerm,
    Query,
    Snippet,
    Sort,
)
from fieldcat.domain.query_line import Line, read_line
from fieldcat.domain.taxonomy import Collection, Facet, Saving
from fieldcat.domain.updating import How
from fieldcat.errors import EntryNotFoundError
from fieldcat.services.answers import Installation, Licence, NothingFound
from fieldcat.services.offered import Cancelled, Labels, Marker, Services

COLLECTION = Collection(
    "made-up", "Made-up casebook", "Nobody", "For tests.", "en", "CC0", 1, "2024-11-01"
)

LABELS: Mapping[str, Mapping[str, str]] = {
    "countries": {
        "CO": "Colombia",
        "TZ": "Tanzania",
        "KE": "Kenya",
        "IN": "India",
        "AL": "Albania",
        "GB": "United Kingdom",
    },
    "topics": {
        "reporting": "Reporting abuse",
        "removing": "Removing images",
        "home": "Parents and home",
        "payments": "Payments and finance, banks and money services",
        "schools": "Schools",
    },
    "audiences": {
        "parents": "Parents and carers",
        "young-people": "Young people",
        "police": "Police and justice",
        "offenders": "Potential offenders",
        "teachers": "Teachers",
    },
    "capabilities": {"hotline": "Hotline", "participation": "Child participation"},
    "evidence": {"self-reported": "Self-reported", "evaluated": "Evaluated by others"},
    "organisation-roles": {"lead": "Lead", "partner": "Partner"},
    "languages": {"en": "English"},
}

_VOCABULARY_OF = {
    Facet.TOPIC: "topics",
    Facet.AUDIENCE: "audiences",
    Facet.COUNTRY: "countries",
    Facet.CAPABILITY: "capabilities",
    Facet.EVIDENCE: "evidence",
    Facet.LANGUAGE: "languages",
}

_KINDS = {
    Kind.CASE_STUDY: "Case study",
    Kind.RESEARCH: "Research",
    Kind.LEARNING_MATERIAL: "Learning material",
    Kind.FUNDING: "Funding",
    Kind.HELP_SERVICE: "Help service",
    Kind.TOOL: "Tool",
    Kind.ORGANISATION: "Organisation",
    Kind.TERM: "Term",
}


def entry_id(kind: Kind, slug: str) -> EntryId:
    """The id of a made-up entry."""
    return EntryId("made-up", kind, slug)


CENTRE = entry_id(Kind.CASE_STUDY, "safer-internet-centre")
LINE = entry_id(Kind.HELP_SERVICE, "te-cuido")
CSAM = entry_id(Kind.TERM, "csam")


EDITION, DAMAGED = Path("made-up-2.fieldcat"), Path("holiday pictures.fieldcat")
CARD = Path("tales.fieldcat-card")

STUDY_MATERIAL = Material(
    found=Query("hotline colombia", {Facet.AUDIENCE: frozenset({"parents"})}),
    nothing=Query("helplne tanzania", {Facet.KIND: frozenset({"research"})}),
    study=CENTRE,
    other=LINE,
    passage=Passage("four-parts", "young people lead projects of their own"),
    discouraged="child pornography",
    folder="Workshop in May",
    note="Ask the group who would ring such a line, and what would keep them from it.",
    search="Hotlines for parents",
    edition=EDITION,
    damaged=DAMAGED,
    card=CARD,
)
"""What the states of the window show of it."""


def _head(
    kind: Kind,
    slug: str,
    title: str,
    summary: str,
    *,
    country: str = "",
    year: int = 2024,
    topics: str = "",
    audiences: str = "",
    organisation: str = "",
    sensitive: str = "",
    evidence: str = "",
) -> Head:
    party = Party(entry_id(Kind.ORGANISATION, "casa-clara"), organisation, "lead")
    return Head(
        id=entry_id(kind, slug),
        title=title,
        summary=summary,
        language="en",
        source=Source("https://example.org/study", f"{year}-10-11", "The study", "Example"),
        year=year,
        countries=(country,) if country else (),
        topics=tuple(topics.split()),
        audiences=tuple(audiences.split()),
        capabilities=("hotline",) if "hotline" in summary else (),
        organisations=(party,) if organisation else (),
        sensitive=sensitive,
        evidence=evidence,
    )


def _plain(head: Head, part: Part) -> Entry:
    text = Paragraph("text", (Text(head.summary),))
    return Entry(head, part, (Section("about", SectionRole.ABOUT, "About", (text,)),))


def _centre() -> Entry:
    head = _head(
        Kind.CASE_STUDY,
        "safer-internet-centre",
        "A safer internet centre where hotline, research and young people meet",
        "Casa Clara, a network of parents, built a centre called Faros. It joins a reporting "
        "hotline, a research team, youth projects and a helpline for people at risk of offending.",
        country="CO",
        topics="reporting home",
        audiences="parents young-people police",
        organisation="Casa Clara",
        sensitive="It speaks of harmful sexual behaviour, without detail.",
        evidence="self-reported",
    )

    def words(section: str, text: str) -> Paragraph:
        return Paragraph(section, (Text(text),))

    sections = (
        Section(
            "solution",
            SectionRole.SOLUTION,
            "What they did",
            (
                FigureCards("cards", ("reports", "online", "towns")),
                words(
                    "four-parts",
                    "Four parts work as one. The hotline sorts reports before the police see "
                    "them; a research centre gathers evidence; young people lead projects of "
                    "their own; and a helpline works on prevention.",
                ),
            ),
        ),
        Section(
            "te-cuido",
            SectionRole.SOLUTION,
            "Te Cuido, a helpline for people at risk of offending",
            (words("line", "The line answers people who worry about their own behaviour."),),
            sensitive="It speaks of harmful sexual behaviour, without detail.",
        ),
        Section(
            "impact",
            SectionRole.IMPACT,
            "What changed",
            (
                words(
                    "by-july",
                    "By July 2024 more than 175,000 web addresses with abuse material had been "
                    "processed. The project now reaches 276 towns across Colombia, and similar "
                    "centres have begun in three countries.",
                ),
            ),
        ),
    )
    figures = (
        Figure(
            "reports",
            Decimal(218000),
            "reports",
            "reports taken by the hotline Te Escucho",
            "impact",
            qualifier=Qualifier.OVER,
            place="CO",
            period="to July 2024",
            lead=True,
        ),
        Figure(
            "online",
            Decimal(80),
            "%",
            "of those reports concern abuse online",
            "impact",
            qualifier=Qualifier.OVER,
            place="CO",
            period="to July 2024",
            lead=True,
        ),
        Figure(
            "towns",
            Decimal(276),
            "towns",
            "towns reached by the project",
            "impact",
            place="CO",
            period="2024",
            lead=True,
        ),
    )
    return Entry(head, CaseStudy(), sections, figures, related=(LINE, CSAM))


def made_up_entries() -> tuple[Entry, ...]:
    """A dozen entries of several kinds."""
    stated = CENTRE
    return (
        _centre(),
        _plain(
            _head(
                Kind.HELP_SERVICE,
                "te-escucho",
                "Te Escucho",
                "Reporting hotline for abuse material and cyberbullying, open to anyone in "
                "Colombia by telephone and on the web.",
                country="CO",
                topics="reporting removing",
                audiences="parents young-people",
            ),
            HelpService(
                "reporting-portal",
                stated,
                "Casa Clara",
                (
                    Channel("telephone", "601 555 0142"),
                    Channel("website", "https://te-escucho.example/"),
                ),
                "day and night",
                "free of charge",
            ),
        ),
        _plain(
            _head(
                Kind.HELP_SERVICE,
                "te-cuido",
                "Te Cuido",
                "Sister line of the hotline for people in Colombia worried about their own "
                "behaviour.",
                country="CO",
                topics="reporting",
                audiences="offenders",
                sensitive="It speaks of harmful sexual behaviour, without detail.",
            ),
            HelpService("helpline", stated),
        ),
        _plain(
            _head(
                Kind.ORGANISATION,
                "casa-clara",
                "Casa Clara",
                "A network of parents and carers that runs the hotline Te Escucho, Colombia.",
                country="CO",
                topics="reporting home",
                audiences="parents",
            ),
            Organisation("civil-society"),
        ),
        _plain(
            _head(
                Kind.CASE_STUDY,
                "following-the-money",
                "Following the money: banks that spot payments for abuse",
                "Banks learned to see small payments for livestreamed abuse. Transfers went to "
                "three countries, Colombia above all.",
                country="GB",
                year=2022,
                topics="payments",
                audiences="police",
                organisation="Open Ledger",
                sensitive="It speaks of livestreamed abuse, without detail.",
                evidence="evaluated",
            ),
            CaseStudy(),
        ),
        _plain(
            _head(
                Kind.TERM,
                "hotline",
                "Hotline",
                "A hotline takes reports of illegal material; a helpline listens to people.",
                topics="reporting",
            ),
            Term(),
        ),
        _plain(
            _head(
                Kind.TERM,
                "csam",
                "Child sexual abuse material",
                "Pictures, films or sound of the sexual abuse of a child; CSAM for short.",
                topics="removing",
            ),
            Term(abbreviations=("CSAM",)),
        ),
        _plain(
            _head(
                Kind.CASE_STUDY,
                "helpline-tanzania",
                "A helpline that children can ring for nothing",
                "The helpline of Mlinzi in Tanzania answers children and their parents day and "
                "night, and goes into schools.",
                country="TZ",
                year=2023,
                topics="schools home",
                audiences="young-people teachers",
                organisation="Mlinzi",
                evidence="self-reported",
            ),
            CaseStudy(),
        ),
        _plain(
            _head(
                Kind.HELP_SERVICE,
                "mlinzi-line",
                "Mlinzi helpline",
                "A helpline for children and parents, free of charge in Tanzania.",
                country="TZ",
                year=2023,
                topics="home",
                audiences="young-people parents",
            ),
            HelpService("helpline", entry_id(Kind.CASE_STUDY, "helpline-tanzania")),
        ),
        _plain(
            _head(
                Kind.LEARNING_MATERIAL,
                "first-talks",
                "First talks: eight lessons for parents of young children",
                "Eight short lessons that parents can do at home, without a computer.",
                country="KE",
                year=2021,
                topics="home schools",
                audiences="parents teachers",
                organisation="Tujifunze",
            ),
            LearningMaterial(),
        ),
        _plain(
            _head(
                Kind.RESEARCH,
                "how-many",
                "How many children: measuring what nobody reports",
                "A study that counts what is not reported, by asking people about those they know.",
                country="IN",
                year=2022,
                topics="reporting",
                audiences="police",
                organisation="Institute of Numbers",
                evidence="evaluated",
            ),
            Research(),
        ),
        _plain(
            _head(
                Kind.CASE_STUDY,
                "street-theatre",
                "Street theatre and a telephone: a campaign that parents remember",
                "Young actors played scenes in squares in Albania and gave out one number.",
                country="AL",
                year=2024,
                topics="home",
                audiences="parents young-people",
                organisation="Rrjeti",
                evidence="self-reported",
            ),
            CaseStudy(),
        ),
    )


def _let_go() -> Event:
    event = Event()
    event.set()
    return event


@dataclass
class FakeCasebook:
    """Services on entries in memory.

    ``waiting`` is called in ``find``, to make it slow, and ``waking`` in ``wake``.
    Search is not ready before ``preparing_held`` is set.
    """

    entries: tuple[Entry, ...] = field(default_factory=made_up_entries)
    preferences: dict[str, str] = field(default_factory=dict)
    asked: list[Query] = field(default_factory=list)
    labels: Labels = field(default_factory=lambda: LABELS)
    collection: Collection = COLLECTION
    searchable: bool = True
    fault: Exception | None = None
    preparing_steps: int = 0
    preparing_fault: Exception | None = None
    preparing_held: Event = field(default_factory=_let_go)
    prepared: int = 0
    own: FakeBelongings = field(init=False)
    updates: FakeUpdates = field(init=False)
    training: FakeTraining = field(init=False)
    logs: list[Path] = field(default_factory=list)
    files: dict[Path, bytes] = field(default_factory=dict)
    withdrawn: dict[EntryId, Withdrawn] = field(default_factory=dict)
    saving_fault: Exception | None = None
    waiting: Callable[[Cancelled], None] = lambda _cancelled: None
    front_page: Answer | None = None
    awake: bool = True
    waking: Callable[[], None] = lambda: None
    newer_is_left: bool = False

    def __post_init__(self) -> None:
        self.own = FakeBelongings(
            self.heads,
            lambda query: frozenset(hit.head.id for hit in self._all(query)),
            remembers=lambda: self.preferences.get("reading.remembered", "yes") == "yes",
            withdrawn=self.withdrawn,
        )
        self.training = FakeTraining(self.read, lambda: self.entries, lambda: self.labels)
        self.own.training = self.training
        self.updates = FakeUpdates(
            (self.collection,), {EDITION: offered_edition(self.collection, self.entries)}
        )
        self.updates.cards[CARD] = offered_card(self.collection.title, self.collection.publisher)

        self.updates.switched = self.switch

    def switch(self) -> None:
        """Have the entries that the editions which were taken in have: some are withdrawn."""
        before = {id: gone.entry for id, gone in self.withdrawn.items() if gone.entry}
        self.entries = (*self.entries, *before.values())
        gone = {
            change.entry: change.reason
            for edition in self.updates.taken
            for change in edition.changes
            if change.how is How.WITHDRAWN
        }
        self.withdrawn.clear()
        for entry in self.entries:
            if entry.id in gone:
                withdrawal = Withdrawal(entry.id, gone[entry.id], "2024-11-14", CENTRE)
                self.withdrawn[entry.id] = Withdrawn(withdrawal, entry)
        self.entries = tuple(entry for entry in self.entries if entry.id not in gone)

    @property
    def kept(self) -> frozenset[EntryId]:
        """The entries that are kept."""
        return frozenset(self.own.bookmarks)

    def _all(self, query: Query) -> tuple[Hit, ...]:
        words = _words(query.text)
        full, _ = self._matching(words, query.filters)
        return tuple(_hit(entry, query.text, partial=False) for entry in full)

    def services(self) -> Services:
        """What the window is offered."""
        return Services(
            find=self.find,
            read_line=self.read_line,
            read=self.read,
            withdrawn=self.withdrawn.get,
            heads=self.heads,
            collection=lambda _collection: self.collection,
            labels=lambda: self.labels,
            facet_label=self.facet_label,
            marker=lambda text, _language: _marker(text),
            nothing_found_help=self.nothing_found_help,
            keep=lambda entry, _folder: self._write(self.own.keep, entry),
            forget=lambda entry: self._write(self.own.remove_bookmark, entry),
            kept_ids=lambda: self.kept,
            preference=lambda key, default: self.preferences.get(key, default),
            set_preference=self.preferences.__setitem__,
            prepare_search=self.prepare_search,
            own=self.own.services(),
            updates=self.updates.services(),
            training=self.training.services(),
            more_like=lambda _entry: (),
            installation=lambda: Installation("1.0", (self.collection,), Path("fieldcat-data")),
            licences=lambda: (Licence("Qt", "6.11", "LGPL-3.0-only", "The words of it."),),
            save_file=self.save_file,
            export_log=self.logs.append,
            front_page=lambda: self.front_page,
            is_awake=lambda: self.awake,
            wake=self.wake,
            newer_is_left=lambda: self.newer_is_left,
            newer_program=lambda: self.updates.newer_program,
        )

    def wake(self) -> None:
        """Open the casebook, which has been open all the time."""
        self.waking()
        self.awake = True

    def save_file(self, file: Path, content: bytes) -> None:
        """Keep the file in memory, unless the disk is at fault."""
        if self.saving_fault is not None:
            raise self.saving_fault
        self.files[file] = content

    def read_line(self, line: str, cursor: int | None, kinds: Mapping[str, str]) -> Line:
        """A value is known by its id and its words, a kind by those of the window too."""

        def meant(facet: Facet, typed: str, _begun: bool) -> frozenset[str]:
            if facet is Facet.YEAR:
                years = re.fullmatch(r"(\d{4})(?:\.\.(\d{4}))?", typed)
                span = range(int(years[1]), int(years[2] or years[1]) + 1) if years else range(0)
                return frozenset(map(str, span))
            values = {value for entry in self.entries for value in self._values(entry, facet)}
            names = {self.facet_label(facet, value): value for value in values}
            names |= {value: value for value in values}
            names |= kinds if facet is Facet.KIND else {}
            wanted = typed.casefold()
            return frozenset(value for name, value in names.items() if name.casefold() == wanted)

        return read_line(line, meant, cursor)

    def find(self, query: Query, cancelled: Cancelled = lambda: False) -> Answer:
        """Every word must begin a word of the entry; some of them are enough at the end."""
        self.waiting(cancelled)
        self.asked.append(query)
        if self.fault is not None:
            raise self.fault
        words = _words(query.text)
        full, partial = self._matching(words, query.filters)
        ordered = self._ordered(full, query.sort)
        hits = [_hit(entry, query.text, partial=False) for entry in ordered]
        hits += [_hit(entry, query.text, partial=True) for entry in partial]
        discouraged = "child pornography" in query.text.casefold()
        return Answer(
            query=query,
            hits=tuple(hits[query.offset : query.offset + query.limit]),
            total=len(full),
            partial_total=len(partial),
            collection_size=len(self.entries),
            facets={facet: self._counted(facet, query, words) for facet in Facet},
            suggestion=self._suggestion(query.text) if not full else None,
            preferred_term=PreferredTerm(
                "child pornography", "child sexual abuse material", CSAM, "It is abuse."
            )
            if discouraged
            else None,
            searchable=self.searchable,
            excerpts=self._excerpts(query, [*full, *partial]),
        )

    def _values(self, entry: Entry, facet: Facet) -> frozenset[str]:
        if facet is not Facet.SAVED:
            return _values(entry, facet)
        saved = {
            Saving.KEPT: self.kept,
            Saving.NOTED: {note.entry for note in tuple(self.own.notes.values())},
        }
        return frozenset(saving.value for saving, ids in saved.items() if entry.id in ids)

    def _excerpts(self, query: Query, found: Iterable[Entry]) -> tuple[Excerpt, ...]:
        """A question is answered by two paragraphs that have a word of it."""
        asks = query.text.rstrip().endswith("?") and not query.offset
        mark = _marker(query.text)
        quoted = [
            Excerpt(entry.head, section.id, section.title, block.id, text, tuple(mark(text)))
            for entry in found
            for section in entry.sections
            for block in section.blocks
            if isinstance(block, Paragraph) and not section.sensitive
            if mark(text := plain(block.line))
        ]
        return tuple(quoted[:2]) if asks else ()

    def read(self, wanted: EntryId, _language: str | None = None) -> Entry:
        """The whole entry."""
        for entry in self.entries:
            if entry.id == wanted:
                return entry
        raise EntryNotFoundError(entry_id=str(wanted))

    def heads(self, wanted: Iterable[EntryId]) -> dict[EntryId, Head]:
        """The heads of those that exist."""
        asked = set(wanted)
        return {entry.id: entry.head for entry in self.entries if entry.id in asked}

    def nothing_found_help(self, query: Query) -> NothingFound:
        """What would find something."""
        words = _words(query.text)
        suggestion = self._suggestion(query.text)
        better = _words(suggestion or "")
        without = {
            facet: len(self._matching(words, query.with_filter(facet, frozenset()).filters)[0])
            for facet in query.filters
        }
        country = next(
            (code for code, name in self.labels["countries"].items() if name.casefold() in words),
            "",
        )
        helping = {Facet.KIND: frozenset({"help-service"})}
        if country:
            helping[Facet.COUNTRY] = frozenset({country})
        return NothingFound(
            suggestion=suggestion,
            suggestion_total=len(self._matching(better, query.filters)[0]) if better else 0,
            suggestion_without_filters=len(self._matching(better, {})[0]) if better else 0,
            without_filters=len(self._matching(words, {})[0]),
            without_facet=without,
            help_country=country,
            help_services=len(self._matching((), helping)[0]),
        )

    def prepare_search(self, report: Report) -> None:
        """Tell of some steps, as of an index that is built."""
        self.prepared += 1
        if self.preparing_fault is not None:
            raise self.preparing_fault
        while not self.preparing_held.wait(0.01):
            report(Progress("indexing"))
        for step in range(self.preparing_steps):
            report(Progress("indexing", step, self.preparing_steps))

    def _write(self, change: object, entry: EntryId) -> None:
        if self.fault is not None:
            raise self.fault
        assert callable(change)
        change(entry)

    def _matching(
        self, words: tuple[str, ...], filters: Mapping[Facet, frozenset[str]]
    ) -> tuple[list[Entry], list[Entry]]:
        full, partial = [], []
        for entry in self.entries:
            if any(not self._values(entry, facet) & wanted for facet, wanted in filters.items()):
                continue
            found = sum(bool(_places(word, self._searched(entry))) for word in words)
            if found == len(words):
                full.append(entry)
            elif found:
                partial.append(entry)
        return full, partial

    def _ordered(self, entries: list[Entry], sort: Sort) -> list[Entry]:
        if sort is Sort.TITLE:
            return sorted(entries, key=lambda entry: entry.head.title.casefold())
        if sort is Sort.NEWEST:
            return sorted(entries, key=lambda entry: -entry.head.year)
        return entries

    def _counted(
        self, facet: Facet, query: Query, words: tuple[str, ...]
    ) -> tuple[FacetValue, ...]:
        others = query.with_filter(facet, frozenset()).filters
        full, _ = self._matching(words, others)
        ticked = query.filters.get(facet, frozenset())
        every = sorted(
            ticked | {value for entry in self.entries for value in self._values(entry, facet)}
        )
        counted = [
            FacetValue(
                value,
                self.facet_label(facet, value),
                sum(value in self._values(entry, facet) for entry in full),
                value in ticked,
            )
            for value in every
        ]
        return tuple(sorted(counted, key=lambda value: (-value.count, value.label)))

    def facet_label(self, facet: Facet, value: str) -> str:
        """The words for one value of a facet."""
        return facet_label(facet, value, self.labels)

    def _searched(self, entry: Entry) -> str:
        countries = " ".join(self.labels["countries"][code] for code in entry.head.countries)
        return f"{entry.head.title} {entry.head.summary} {countries}"

    def _suggestion(self, text: str) -> str | None:
        better = text.replace("helplne", "helpline").replace("hotlin ", "hotline ")
        return better if better != text else None


def facet_label(facet: Facet, value: str, labels: Labels = LABELS) -> str:
    """The words for one value of a facet."""
    if facet is Facet.KIND:
        return _KINDS[Kind(value)]
    return labels.get(_VOCABULARY_OF.get(facet, ""), {}).get(value, value)


def _values(entry: Entry, facet: Facet) -> frozenset[str]:
    head = entry.head
    values: dict[Facet, Iterable[str]] = {
        Facet.KIND: [head.kind],
        Facet.TOPIC: head.topics,
        Facet.AUDIENCE: head.audiences,
        Facet.COUNTRY: head.countries,
        Facet.CAPABILITY: head.capabilities,
        Facet.EVIDENCE: [head.evidence] if head.evidence else [],
        Facet.YEAR: [str(head.year)],
        Facet.ORGANISATION: [head.organisation] if head.organisation else [],
        Facet.LANGUAGE: [head.language],
        Facet.COLLECTION: [head.id.collection],
    }
    return frozenset(str(value) for value in values.get(facet, ()))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def _places(word: str, text: str) -> list[tuple[int, int]]:
    pattern = rf"\b{re.escape(word)}\w*"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def _marker(query: str) -> Marker:
    def mark(text: str) -> list[tuple[int, int]]:
        return sorted(place for word in _words(query) for place in _places(word, text))

    return mark


def _hit(entry: Entry, text: str, *, partial: bool) -> Hit:
    mark = _marker(text)
    summary = entry.head.summary
    return Hit(
        head=entry.head,
        score=1.0,
        snippet=Snippet(summary, tuple(mark(summary))),
        title_marks=(),
        partial=partial,
    )
