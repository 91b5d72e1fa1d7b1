"""Entries for other programs: tables, references, records; each file whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from fieldcat.domain.entry import Entry, EntryId
from fieldcat.domain.places import country_name, region_name
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.query import Query
from fieldcat.exporting.citing import bibtex_of, csl_of, references_of, ris_of
from fieldcat.exporting.tables import csv_of, rows_of
from fieldcat.exporting.xlsx import xlsx_of
from fieldcat.services.browsing import entry_record, find, read_entry, value_label
from fieldcat.services.casebook import Casebook
from fieldcat.storage.files import write_whole


class Format(StrEnum):
    """What a file of entries may be. The values stand in commands."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL = "csl"


ENDINGS: Mapping[Format, str] = {
    Format.CSV: ".csv",
    Format.XLSX: ".xlsx",
    Format.JSON: ".json",
    Format.RIS: ".ris",
    Format.BIBTEX: ".bib",
    Format.CSL: ".csl.json",
}
"""How the names of such files end."""

_FORMAT = 1
"""The version of the JSON document; entries in it are records of the record format."""

Label = Callable[[str, str], str]


def format_named(file: Path) -> Format | None:
    """The format that a file's name asks for, the longest ending first; None where it asks none."""
    name = file.name.casefold()
    longest_first = sorted(ENDINGS.items(), key=lambda item: -len(item[1]))
    return next((format for format, ending in longest_first if name.endswith(ending)), None)


def export_entries(
    casebook: Casebook,
    *,
    entry_ids: Sequence[EntryId],
    file: Path,
    format: Format,
    language: str | None = None,
    report: Report = unreported,
) -> int:
    """Write entries into one file, in the language asked for where they have it; gives how many.

    Raises:
        EntryNotFoundError: one is not there; nothing was written.
        EnvironmentFaultError: it cannot be written; what was there before still is.
        CancelledError: ``report`` stopped it; nothing was written.
    """
    entries: list[Entry] = []
    for done, entry_id in enumerate(entry_ids):
        report(Progress("exporting", done, len(entry_ids)))
        entries.append(read_entry(casebook, entry_id=entry_id, language=language))
    title = casebook.collections[0].title if casebook.collections else "fieldcat"
    write_whole(file, written(entries, format, label_of(casebook, language or "en"), title))
    report(Progress("exporting", len(entry_ids), len(entry_ids)))
    return len(entries)


def found_by(casebook: Casebook, *, query: Query) -> tuple[EntryId, ...]:
    """The entries that a query finds in full, in its order.

    Raises what ``browsing.find`` raises.
    """
    answer = find(casebook, query=replace(query, offset=0, limit=max(casebook.size, 1)))
    return tuple(hit.head.id for hit in answer.hits[: answer.total])


def written(entries: Iterable[Entry], format: Format, label: Label, title: str) -> bytes:
    """The bytes of a file with these entries."""
    match format:
        case Format.CSV:
            return csv_of(rows_of(entries, label))
        case Format.XLSX:
            return xlsx_of(rows_of(entries, label), title)
        case Format.JSON:
            records = [entry_record(entry) for entry in entries]
            document = {"format": _FORMAT, "entries": records}
            return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
        case Format.RIS:
            return ris_of(references_of(entries))
        case Format.BIBTEX:
            return bibtex_of(references_of(entries))
        case Format.CSL:
            return csl_of(references_of(entries))


def label_of(casebook: Casebook, language: str) -> Label:
    """The words for ids of vocabularies, countries and regions."""

    def label(vocabulary: str, value: str) -> str:
        if vocabulary == "countries":
            return country_name(value, language)
        if vocabulary == "regions":
            return region_name(value, language)
        return value_label(casebook, vocabulary=vocabulary, value=value)

    return label
