"""What a workspace knows, for drafts to be held against: its entries by name, its vocabularies.

Of entries only the few fields are read that name them, so that thousands are soon read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from fieldcat.domain.entry import Kind
from fieldcat.domain.taxonomy import Vocabulary
from fieldcat.publishing import tables
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.ingesting.phrases import Phrases
from fieldcat.publishing.nodes import Listing, Scalar, read_yaml
from fieldcat.publishing.text_files import is_link
from fieldcat.resources import resource

VOCABULARIES = ("topics", "audiences", "capabilities")
"""Vocabularies whose words are proposed."""
ORGANISATIONS, GLOSSARY, RELATED = "organisations", "glossary", "related"

_NAMING = ("title", "source_url", "url", "website", "abbreviation", "abbreviations", "synonyms")
_NAMES = re.compile(rf"^(?:{'|'.join(_NAMING)}):.*(?:\n(?:[ \t-].*|(?=\n)))*", re.M)
_FRONT = 200_000
_LEAST_ABBREVIATION = 3
_LEAST_TITLE = 2
"""Words: a shorter title of a work is a word like any other."""
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9]")


@dataclass(slots=True)
class Known:
    """Phrases that speak for something of the workspace, and entries by the addresses they name.

    Entries are written ``kind/slug``.
    """

    phrases: Phrases = field(default_factory=Phrases)
    addresses: dict[str, list[str]] = field(default_factory=dict)

    def entry(self, kind: Kind, slug: str, fields: Mapping[str, object]) -> None:
        """Know an entry, by fields of the format."""
        title = _text(fields.get("title"))
        for name in ("source_url", "url", "website"):
            if address := address_of(_text(fields.get(name))):
                entries = self.addresses.setdefault(address, [])
                if f"{kind}/{slug}" not in entries:
                    entries.append(f"{kind}/{slug}")
        if kind is Kind.ORGANISATION:
            self._name(title, ORGANISATIONS, slug)
            self._abbreviation(_text(fields.get("abbreviation")), ORGANISATIONS, slug)
        elif kind is Kind.TERM:
            self.phrases.add(title, GLOSSARY, slug)
            for synonym in _texts(fields.get("synonyms")):
                # A synonym of one word may mean anything elsewhere.
                if len(synonym.split()) > 1:
                    self.phrases.add(synonym, GLOSSARY, slug)
            for abbreviation in _texts(fields.get("abbreviations")):
                self._abbreviation(abbreviation, GLOSSARY, slug)
        elif len(title.split()) >= _LEAST_TITLE:
            self._name(title, RELATED, f"{kind}/{slug}")

    def _name(self, name: str, field: str, value: str) -> None:
        # «National Police (Colombia)» is so called nowhere in a text; without it, it is any police.
        if "(" not in name:
            self.phrases.add(name, field, value, named=True)

    def _abbreviation(self, written: str, field: str, value: str) -> None:
        if len(written) >= _LEAST_ABBREVIATION and _ABBREVIATION.fullmatch(written):
            self.phrases.add(written, field, value, exact=True)

    def vocabulary(
        self, name: str, vocabulary: Vocabulary, own: Mapping[str, Iterable[str]]
    ) -> None:
        """Know the words of a vocabulary, those that the program has for its ids, and one's own."""
        table = _cues().get(name, {})
        for concept in vocabulary.concepts:
            if concept.retired:
                continue
            # An id of one word was made short, and may mean anything; its label says what.
            called = (concept.id.replace("-", " "),) if "-" in concept.id else ()
            labels = (concept.label, *concept.labels.values(), *called)
            for phrase in (*labels, *table.get(concept.id, ()), *own.get(concept.id, ())):
                self.phrases.add(phrase, name, concept.id)


def known_in(
    workspace: Path,
    vocabularies: Mapping[str, Vocabulary | None],
    own: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
) -> Known:
    """What stands in a workspace; what cannot be read of it is left out, for ``check`` to tell.

    ``own`` are a publisher's words that speak for ids, by vocabulary.
    """
    known = Known()
    for name in VOCABULARIES:
        vocabulary = vocabularies.get(name)
        if vocabulary is not None:
            known.vocabulary(name, vocabulary, (own or {}).get(name, {}))
    for kind, slug, fields in (*_of_files(workspace), *_of_tables(workspace)):
        known.entry(kind, slug, fields)
    return known


def address_of(url: str) -> str:
    """An address as others may have written it: without scheme, «www.» and the last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    host = (parts.netloc or "").lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    return f"{host}{path}?{parts.query}".rstrip("?") if host else ""


def _of_files(workspace: Path) -> Iterator[tuple[Kind, str, Mapping[str, object]]]:
    for kind in Kind:
        folder = workspace / "entries" / kind.value
        if not folder.is_dir() or is_link(folder):
            continue
        for path in sorted(folder.glob("*.md")):
            if "." in path.stem or is_link(path):
                continue
            with suppress(OSError, UnicodeDecodeError):
                with path.open(encoding="utf-8") as file:
                    front = file.read(_FRONT)
                naming = "\n".join(_NAMES.findall(front.partition("\n---")[0]))
                record = read_yaml(naming, FaultLog(path.name))
                if record is not None:
                    yield kind, path.stem, record.fields


def _of_tables(workspace: Path) -> Iterator[tuple[Kind, str, Mapping[str, object]]]:
    for name, kind in tables.KINDS.items():
        path = workspace / tables.FOLDER / name
        if path.is_file():
            for manuscript in tables.read_table(path, name, FaultLog(name)):
                yield kind, manuscript.slug, manuscript.fields.fields


def _texts(value: object) -> list[str]:
    if isinstance(value, Listing):
        return [text for item in value.items if (text := _text(item))]
    if isinstance(value, (list, tuple)):
        return [text for item in value if (text := _text(item))]
    text = _text(value)
    return [text] if text else []


def _text(value: object) -> str:
    if isinstance(value, Scalar):
        value = value.text
    return " ".join(value.split()) if isinstance(value, str) else ""


def _cues() -> Mapping[str, Mapping[str, list[str]]]:
    read = yaml.safe_load(resource("ingesting", "cues.yaml").read_text(encoding="utf-8"))
    cues: Mapping[str, Mapping[str, list[str]]] = read
    return cues
