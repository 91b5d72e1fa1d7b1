"""The fields that entries of all kinds have."""

from __future__ import annotations

from collections.abc import Collection as Known
from dataclasses import dataclass

from fieldcat.domain import taxonomy
from fieldcat.domain.entry import EntryId, Head, Kind, Party, Source
from fieldcat.domain.places import all_regions, country_codes, region_codes
from fieldcat.publishing import values
from fieldcat.publishing.faults import shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.manuscripts import Manuscript
from fieldcat.publishing.mentions import Mention, read_target
from fieldcat.publishing.rules import Rule
from fieldcat.publishing.vocabularies import Vocabularies, concept_ids

LONGEST_TITLE = 120
MOST_WORDS = 60
DRAFT = "draft"
STATUSES = (DRAFT, "ready")
_FILED = ("topics", "audiences", "capabilities", "risks", "approaches")


@dataclass(frozen=True, slots=True)
class Setting:
    """What every entry of a workspace is read against."""

    collection: taxonomy.Collection
    vocabularies: Vocabularies


class HeadReader:
    """Reads the common fields of one entry, and keeps the entries that they name."""

    def __init__(self, manuscript: Manuscript, fields: Fields, setting: Setting) -> None:
        self.mentions: list[Mention] = []
        self.related: tuple[EntryId, ...] = ()
        self.verbatim: tuple[str, ...] = ()
        self._manuscript = manuscript
        self._fields = fields
        self._setting = setting
        self._own = setting.collection.id

    def read(self) -> Head:
        """The head; the organisations in it have no names yet."""
        fields = self._fields
        self._check_place()
        title = fields.text("title", must="the entry's title", longest=LONGEST_TITLE)
        summary = self._summary()
        revision = fields.number("revision", default=1)
        language = self._language()
        translates = self._translates()
        self._status()
        source = Source(
            url=fields.url("source_url", must=True),
            date=fields.date("source_date", must=True),
            title=fields.text("source_title"),
            publisher=fields.text("source_publisher"),
        )
        year = fields.checked("year", values.is_year, "YYYY") or source.date[:4]
        countries = fields.choices("countries", country_codes(), values.COUNTRY_ALLOWED)
        regions = fields.choices("regions", region_codes(), values.REGION_ALLOWED)
        filed = {name: self._concepts(name) for name in _FILED}
        self.related = self._related()
        self.verbatim = fields.texts("verbatim")
        return Head(
            id=self._manuscript.id_in(self._own),
            title=title,
            summary=summary,
            language=language,
            source=source,
            year=int(year or 0),
            revision=revision,
            translates=translates,
            countries=countries,
            regions=all_regions(regions, countries),
            **filed,
            evidence=self._evidence(),
            organisations=self._organisations(),
            keywords=fields.texts("keywords"),
            sensitive=fields.text("sensitive"),
        )

    def concept(self, fields: Fields, name: str, vocabulary: str, *, must: bool = False) -> str:
        """One id of a vocabulary."""
        known = self._known(vocabulary)
        if known is None:
            return fields.text(name)
        if not known and fields.has(name):
            self._fault_no_vocabulary(fields, name, vocabulary)
            return fields.text(name)
        return fields.choice(name, known, must=must)

    def _concepts(self, name: str) -> tuple[str, ...]:
        known = self._known(name)
        if known is None:
            return self._fields.texts(name)
        if not known and self._fields.has(name):
            self._fault_no_vocabulary(self._fields, name, name)
            return self._fields.texts(name)
        return self._fields.choices(name, known)

    def _known(self, vocabulary: str) -> Known[str] | None:
        return concept_ids(self._setting.vocabularies, vocabulary)

    @staticmethod
    def _fault_no_vocabulary(fields: Fields, name: str, vocabulary: str) -> None:
        fields.fault(name, "the workspace has no such words", f"vocabularies/{vocabulary}.yaml")

    def _check_place(self) -> None:
        if self._manuscript.row:
            return
        folder = self._manuscript.kind.value
        kind = self._fields.text("kind", must=folder)
        if kind and kind != folder:
            self._fields.fault("kind", f"{shown(kind)} does not fit the folder {folder}/", folder)

    def _summary(self) -> str:
        allowed = f"at most {MOST_WORDS} words"
        summary = self._fields.text("summary", must=f"what it is and why it matters, {allowed}")
        words = values.count_words(summary)
        if words > MOST_WORDS:
            self._fields.fault("summary", f"has {words} words", allowed)
        if values.has_markup(summary):
            self._fields.fault("summary", "has marks of Markdown or HTML", "plain text")
        return summary

    def _language(self) -> str:
        language = self._fields.checked("language", values.is_language, values.LANGUAGE_ALLOWED)
        named = self._manuscript.language
        if named and language not in ("", named):
            self._fields.fault("language", f"{shown(language)} is not the file name's", named)
        return named or language or self._setting.collection.language

    def _translates(self) -> int | None:
        if not self._manuscript.language:
            if self._fields.has("translates"):
                allowed = "only in a translation, SLUG.LANGUAGE.md"
                self._fields.fault("translates", "the entry is an original", allowed)
            self._fields.text("translates")
            return None
        return self._fields.number("translates", must=True) or None

    def _status(self) -> None:
        if self._fields.choice("status", STATUSES) == DRAFT:
            self._fields.warning("status", "is a draft", "ready, once it is", Rule.DRAFT)

    def _evidence(self) -> str:
        must = self._manuscript.kind is Kind.CASE_STUDY
        return self.concept(self._fields, "evidence", "evidence", must=must)

    def _organisations(self) -> tuple[Party, ...]:
        parties: dict[Party, None] = {}
        for fields in self._fields.records("organisations"):
            target = self.entry_of(fields, "organisation", Kind.ORGANISATION, must=True)
            role = self.concept(fields, "role", "organisation-roles", must=True)
            fields.finish()
            if target is None:
                continue
            party = Party(target, "", role)
            if party in parties:
                fields.fault("organisation", f"{shown(target.slug)} stands twice as {role}", "once")
            parties[party] = None
        return tuple(parties)

    def entry_of(
        self, fields: Fields, name: str, kind: Kind, *, must: bool = False
    ) -> EntryId | None:
        """The entry of a kind that a field names by its slug."""
        slug = fields.checked(name, values.is_slug, f"the slug of a {kind}", must=must)
        if not slug:
            return None
        target = EntryId(self._own, kind, slug)
        self.mentions.append(fields.mention(name, target))
        return target

    def _related(self) -> tuple[EntryId, ...]:
        related: list[EntryId] = []
        for item in self._fields.items("related"):
            target = read_target(item.text, self._own)
            if isinstance(target, tuple):
                self._fields.item_holds(item, False, target[1])
                continue
            if target == self._manuscript.id_in(self._own):
                self._fields.item_holds(item, False, "another entry than itself")
                continue
            related.append(target)
            self.mentions.append(Mention(target, item.line, item.field))
        return tuple(related)
