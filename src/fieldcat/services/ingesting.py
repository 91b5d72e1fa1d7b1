"""What a publisher does to take in what is there already: feeds, exports, pages, documents."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from fieldcat.domain.entry import Kind
from fieldcat.errors import WebWrongError, WorkspaceError
from fieldcat.exporting.tables import csv_of
from fieldcat.publishing.faults import Fault, FaultLog
from fieldcat.publishing.ingesting.articles import Setting
from fieldcat.publishing.ingesting.columns import Mapped, read_mapping
from fieldcat.publishing.ingesting.desk import CONFLICTS, Desk, Taken
from fieldcat.publishing.ingesting.filing import filing
from fieldcat.publishing.ingesting.headings import headings, in_short
from fieldcat.publishing.ingesting.items import Remark, Why
from fieldcat.publishing.ingesting.known import known_in
from fieldcat.publishing.ingesting.media import Media
from fieldcat.publishing.ingesting.merging import Outcome
from fieldcat.publishing.ingesting.own_table import read_own_table
from fieldcat.publishing.ingesting.row_reading import TableSetting
from fieldcat.publishing.ingesting.sources import Asked, recognised
from fieldcat.publishing.vocabularies import read_vocabularies
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.files import write_whole
from fieldcat.updates.line import AbsentError, Line, Received

MOST_FETCHED = 100_000_000
"""Bytes of a feed that is fetched from an address."""
WHY = "why it was not taken"
"""The last column of a table of bad rows."""
REPORT = "ingest-report.txt"
"""Beside ``workspace.yaml``: all that the last run left out, changed or flagged."""


@dataclass(slots=True)
class Ingested:
    """What a run has done.

    ``outcomes`` and ``remarks`` are counted; ``beside`` are the files that stand beside entries
    which a person had changed, and ``open`` how many of them there are, from earlier runs too.
    ``bad_rows`` are kept aside, by source, in the files that ``aside`` names.
    """

    sources: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    remarks: Counter[Why] = field(default_factory=Counter)
    broken: list[tuple[str, Remark]] = field(default_factory=list)
    bad_rows: dict[str, list[Remark]] = field(default_factory=dict)
    aside: dict[str, Path] = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)
    open: int = 0
    report: Path | None = None


def is_address(source: str) -> bool:
    """Whether a source is an address of the web, and no file."""
    return source.startswith(("https://", "http://"))


@contextmanager
def fetched(sources: Sequence[str]) -> Iterator[tuple[Path, ...]]:
    """Sources as files: what is at an address is fetched into one that is there for as long.

    Raises:
        WebError: something could not be fetched.
        EnvironmentFaultError: it cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths: list[Path] = []
        for number, source in enumerate(sources):
            if not is_address(source):
                paths.append(Path(source))
                continue
            path = Path(folder) / f"{number}" / "feed.xml"
            try:
                path.parent.mkdir()
                path.write_bytes(_fetch(source))
            except OSError as error:
                raise environment_fault(error, path) from error
            paths.append(path)
        yield tuple(paths)


def _fetch(address: str) -> bytes:
    received = Received()
    line = Line(address, count=lambda _bytes: None)
    try:
        line.fetch(address, MOST_FETCHED, received)
    except AbsentError as error:
        detail = "there is nothing"
        raise WebWrongError(detail, address=address, host=line.host) from error
    finally:
        line.close()
    return bytes(received.data)


def ingest(
    sources: Sequence[Path],
    *,
    workspace: Path,
    kind: Kind | None = None,
    types: Mapping[str, Kind] | None = None,
    mapping: Path | None = None,
    media: Sequence[Path] = (),
) -> Ingested:
    """Read sources and write what they hold into a workspace, as drafts.

    ``kind`` is that of articles, which else are case studies, and of rows of tables that are not
    named after one; ``mapping`` says which columns of tables are which fields; ``media`` are
    folders in which pictures are looked for.

    Raises:
        IngestError: a source is of no known format, or there is no workspace; nothing was written.
        WorkspaceError: ``ingest.yaml`` has faults; nothing was written.
        EnvironmentFaultError: something cannot be read or written; every file is whole.
    """
    place = workspace
    try:
        found = recognised(sources)
        own, faults = read_own_table(workspace)
        if faults:
            raise WorkspaceError("ingest.yaml has faults", faults=faults)
        mapped, faults = _mapped(mapping)
        if faults:
            raise WorkspaceError("the mapping file has faults", faults=faults)
        done = Ingested(len(found))
        words = read_vocabularies(workspace)
        tables = TableSetting(kind, mapped, words)
        known = known_in(workspace, words, own.words)
        with (
            Desk(workspace, in_short=in_short, known=known) as desk,
            _report(workspace / REPORT) as report,
        ):
            setting = Setting(
                kind=kind or Kind.CASE_STUDY,
                language=desk.language,
                headings=headings(own.headings),
                filing=filing(words, own.categories),
                find_picture=Media(tuple(media)).find,
            )
            asked = Asked(setting, {**own.types, **(types or {})}, tables)
            for source in found:
                place = source.path
                for read in source.read(asked):
                    results = [read] if isinstance(read, Remark) else desk.take(read)
                    for result in results:
                        _note(result, source.name, done, report)
        _keep_aside(workspace, done)
        done.report = workspace / REPORT
        done.open = sum(path.is_file() for path in (workspace / CONFLICTS).rglob("*.md"))
    except OSError as error:
        raise environment_fault(error, Path(error.filename or place)) from error
    return done


def _note(result: Taken | Remark, source: str, done: Ingested, report: TextIO) -> None:
    if isinstance(result, Remark):
        done.remarks[result.why] += 1
        if result.cells:
            done.bad_rows.setdefault(source, []).append(result)
        if result.why is Why.BROKEN:
            done.broken.append((source, result))
        where = f"{source}:{result.line}" if result.line else source
        report.write(f"{result.why}: {where}: {result.item}\n")
        report.writelines(f"    {line}\n" for line in result.text.splitlines())
        return
    done.outcomes[result.outcome] += 1
    if result.beside:
        done.beside.append(result.beside)
    if result.outcome is not Outcome.UNCHANGED:
        report.write(f"{result.outcome}: {result.beside or result.file}: {result.item.title}\n")


def _mapped(mapping: Path | None) -> tuple[Mapped, tuple[Fault, ...]]:
    if mapping is None:
        return Mapped(), ()
    log = FaultLog(mapping.name)
    return read_mapping(mapping, log), tuple(log.found)


def _keep_aside(workspace: Path, done: Ingested) -> None:
    """Write the bad rows of each table into a table of their own, to be mended and taken in."""
    for source, remarks in done.bad_rows.items():
        names = dict.fromkeys(name for remark in remarks for name in remark.cells)
        rows = [
            (*(remark.cells.get(name, "") for name in names), remark.text.split(":")[0])
            for remark in remarks
        ]
        folder, content = workspace / CONFLICTS, csv_of([(*names, WHY), *rows])
        folder.mkdir(exist_ok=True)
        done.aside[source] = path = _place_for(content, folder, Path(source).stem)
        write_whole(path, content)


def _place_for(content: bytes, folder: Path, name: str) -> Path:
    """A table's file. What holds other rows stays: another source's, or some that were mended."""
    for number in count(1):
        path = folder / f"{name}{f'-{number}' if number > 1 else ''}.bad-rows.csv"
        if not path.exists() or path.read_bytes() == content:
            return path
    raise AssertionError("there is always one more number")


@contextmanager
def _report(path: Path) -> Iterator[TextIO]:
    """The report as it is written; it takes the place of the last one once it is whole."""
    part = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        with part.open("w", encoding="utf-8", errors="replace") as report:
            yield report
            report.flush()
            os.fsync(report.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
